package projectionplot

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// Each step starts where the one before it ends, the last ends at the total of the
// target year exactly, and the changes add up to the gain of the total, however many
// sectors are shown and whatever is in none of them.
func TestWaterfallIsClosed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var total growth.Sum
		o := &projection.Outlook{Total: &projection.Projection{BaseYear: 2018, To: 2019}}
		levels := [2]growth.Sum{}
		add := func(from, to float64) []projection.Scenario {
			levels[0].Add(from)
			levels[1].Add(to)
			total.Add(math.Abs(from) + math.Abs(to))
			return []projection.Scenario{{Name: "x", BaseYear: 2018, Level: []float64{from, to}}}
		}
		for i := range 1 + r.IntN(30) {
			name := strconv.Itoa(i)
			if i == 7 {
				name = "Other"
			}
			o.Sectors = append(o.Sectors, &projection.Projection{Name: name, BaseYear: 2018, To: 2019, Scenarios: add(1000*r.ExpFloat64(), 1200*r.ExpFloat64())})
		}
		if r.IntN(2) > 0 {
			o.Rest = &projection.Projection{BaseYear: 2018, To: 2019, Scenarios: add(50*r.Float64(), 70*r.Float64())}
		}
		if r.IntN(4) == 0 { // sectors do not add up to the total
			levels[1].Add(100)
		}
		o.Total.Scenarios = []projection.Scenario{{Name: "x", BaseYear: 2018, Level: []float64{levels[0].Float64(), levels[1].Float64()}}}
		pen, err := growthplot.NewPen(growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		w := &waterfall{Outlook: o, pen: pen}
		if err := w.read("x"); err != nil {
			t.Fatal(err)
		}
		for n := range len(w.sectors) + 1 {
			w.show(n)
			var sum growth.Sum
			at := w.from
			sum.Add(w.from)
			for i, s := range w.steps {
				if s.from != at {
					t.Fatalf("step %d starts at %v, the one before ends at %v", i, s.from, at)
				}
				at = s.to
				sum.Add(s.change)
			}
			if at != w.to {
				t.Fatalf("%d of %d sectors: the last step ends at %v, the total is %v", n, len(w.sectors), at, w.to)
			}
			if diff := math.Abs(sum.Float64() - w.to); diff > 1e-12*total.Float64() {
				t.Fatalf("%d of %d sectors: the changes miss the total by %v", n, len(w.sectors), diff)
			}
		}
	}
}
