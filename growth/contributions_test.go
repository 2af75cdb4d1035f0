package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestGrowthContributions(t *testing.T) {
	parts := []Series{of("A", "FTE", 100, 130), of("B", "FTE", 60, 50), of("C", "FTE", 40, 44), of("D", "FTE", nan, 70)}
	c, err := GrowthContributions(parts, Series{}, 2014, 2018)
	if err != nil {
		t.Fatal(err)
	}
	want := []Contribution{{"A", 100, 130, 30, 15}, {"B", 60, 50, -10, -5}, {"C", 40, 44, 4, 2}}
	if !slices.Equal(c.Parts, want) || c.Total != (Contribution{"", 200, 224, 24, 12}) || c.Rest != (Contribution{}) || c.Unit != "FTE" || c.FromYear != 2014 || c.ToYear != 2018 {
		t.Errorf("%+v", c)
	}
	if w, ok := errors.AsType[*LeftOut](errors.Join(c.Warnings...)); !ok || len(c.Warnings) != 1 || w.Name != "D" || !slices.Equal(w.Years, []int{2014}) {
		t.Errorf("warnings %v", c.Warnings)
	}
	if n := len(c.View().Rows); n != 3 {
		t.Errorf("view of %d rows", n)
	}

	// The same, and the total is known.
	c, err = GrowthContributions(parts, of("All", "FTE", 250, 300), 2014, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if c.Total != (Contribution{"All", 250, 300, 50, 20}) || c.Rest != (Contribution{"", 50, 76, 26, 10.4}) || c.Parts[0].Points != 12 || len(c.Warnings) != 1 {
		t.Errorf("%+v", c)
	}
	if v := c.View(); len(v.Rows) != 4 || v.Rows[3][0].Text != "rest" || v.Rows[3][5].Number != 10.4 {
		t.Errorf("view %+v", v)
	}
}

func TestContributionsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(25, 26))
	for range 1000 {
		var parts []Series
		spread := math.Pow(10, -float64(rng.IntN(12)))
		for range 1 + rng.IntN(20) {
			x := math.Exp(3 * rng.NormFloat64())
			parts = append(parts, of("x", "FTE", x, x*math.Exp(spread*rng.NormFloat64())))
			if rng.IntN(8) == 0 {
				parts[len(parts)-1].Values[0] = nan
			}
		}
		whole := Series{}
		switch rng.IntN(3) {
		case 0:
			whole = of("", "FTE", 1e4*rng.Float64(), 1e4*rng.Float64())
		case 1:
			x := 1e4 * rng.Float64()
			whole = of("", "FTE", x, x*math.Exp(spread*rng.NormFloat64()))
		}
		c, err := GrowthContributions(parts, whole, 2014, 2018)
		if errors.Is(err, ErrNotKnown) {
			continue // every part was missing
		}
		if err != nil {
			t.Fatal(err)
		}
		change, points := c.Rest.Change, c.Rest.Points
		sizeOfChange, sizeOfPoints := math.Abs(change), math.Abs(points)
		for _, p := range c.Parts {
			change, points = change+p.Change, points+p.Points
			sizeOfChange, sizeOfPoints = sizeOfChange+math.Abs(p.Change), sizeOfPoints+math.Abs(p.Points)
		}
		if math.Abs(change-c.Total.Change) > 1e-12*sizeOfChange || math.Abs(points-c.Total.Points) > 1e-12*sizeOfPoints {
			t.Fatalf("%v and %v points, in total %+v", change, points, c.Total)
		}
		if len(c.Parts)+len(c.Warnings) != len(parts) {
			t.Fatalf("of %d parts %d are told of and %d warned of", len(parts), len(c.Parts), len(c.Warnings))
		}
		rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		if again, err := GrowthContributions(parts, whole, 2014, 2018); err != nil || again.Total != c.Total || again.Rest != c.Rest {
			t.Fatalf("in another order %+v, %v", again, err)
		}
	}
}

func TestContributionsEdges(t *testing.T) {
	a, b := of("A", "FTE", 100, 130), of("B", "FTE", 60, 50)
	for _, c := range []struct {
		name     string
		parts    []Series
		whole    Series
		from, to int
		want     error
	}{
		{"no parts", nil, Series{}, 2014, 2018, ErrTooFew},
		{"one year", []Series{a}, Series{}, 2014, 2014, ErrOrder},
		{"reversed", []Series{a}, Series{}, 2018, 2014, ErrOrder},
		{"nothing known", []Series{a, b}, Series{}, 2014, 2015, ErrNotKnown},
		{"another unit", []Series{a, of("B", "DKK", 1, 2)}, Series{}, 2014, 2018, ErrUnit},
		{"whole in another unit", []Series{a}, of("", "DKK", 1, 2), 2014, 2018, ErrUnit},
		{"whole not known", []Series{a}, of("", "FTE", 100, nan), 2014, 2018, ErrNotKnown},
		{"infinite part", []Series{a, of("B", "FTE", 1, math.Inf(1))}, Series{}, 2014, 2018, ErrNotKnown},
		{"infinite whole", []Series{a}, of("", "FTE", math.Inf(1), 1), 2014, 2018, ErrNotKnown},
		{"from nothing", []Series{of("", "FTE", 0, 5)}, Series{}, 2014, 2018, ErrNotPositive},
		{"from a loss", []Series{a, of("", "FTE", -200, 5)}, Series{}, 2014, 2018, ErrNotPositive},
	} {
		if _, err := GrowthContributions(c.parts, c.whole, c.from, c.to); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	// A part from zero contributes, though it has no rate of growth; so does a loss.
	c, err := GrowthContributions([]Series{a, of("new", "FTE", 0, 10), of("loss", "FTE", -20, -30)}, Series{}, 2014, 2018)
	if err != nil || c.Parts[1].Points != 12.5 || c.Parts[2].Points != -12.5 || c.Total.Points != 37.5 {
		t.Errorf("%+v, %v", c, err)
	}
}
