package sectorplot

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"smartcity/sector"
)

// However many rows and columns are kept, all cells add up to the whole, and what
// is not known is counted; without sums, the largest are kept as they are.
func TestHeatGridCut(t *testing.T) {
	var rows []sector.Row
	var sum float64
	unknown := 0
	for i := range 9 {
		for k := range 7 {
			r := sector.Row{Key: []string{fmt.Sprint("s", i), fmt.Sprint("r", k)}}
			switch x := float64(1 + 7*i*i + k); {
			case (i+k)%5 == 4:
				continue
			case (i*k)%7 == 3:
				r.Jobs.Suppressed = 1
				unknown++
			default:
				r.Jobs.Sum = sector.Value(x)
				sum += x
			}
			rows = append(rows, r)
		}
	}
	g := newHeatGrid(rows, 0, 1, sector.Jobs)
	for n := 2; n <= 9; n++ {
		for m := 2; m <= 7; m++ {
			cut := g.cut(n, m, true, strconv.Itoa, strconv.Itoa)
			var got float64
			hidden := 0
			for _, line := range cut.figures {
				for _, c := range line {
					switch {
					case c.figure.Known():
						got += c.figure.Float64()
					case !c.none && !c.merged:
						hidden++
					}
				}
			}
			if got != sum || len(cut.rows) != n || len(cut.columns) != m || hidden+cut.unknown != unknown {
				t.Errorf("%d × %d: sum %v, want %v; %d + %d of %d unknown", n, m, got, sum, hidden, cut.unknown, unknown)
			}
			if n < 9 && cut.rows[n-1].name != strconv.Itoa(9-n+1) {
				t.Errorf("%d rows: the last is %q", n, cut.rows[n-1].name)
			}
		}
	}
	cut := g.cut(3, 4, false, strconv.Itoa, strconv.Itoa)
	if cut.merged || cut.figures[2][3] != g.figures[2][3] || cut.hidden != [2]int{6, 3} {
		t.Errorf("%+v", cut)
	}
}

func TestClassLimits(t *testing.T) {
	var even []float64
	for i := range 100 {
		even = append(even, float64(10*(i+1)))
	}
	for name, c := range map[string]struct {
		values   []float64
		step     float64
		want     []float64
		negative bool
	}{
		"even":         {even, 1, []float64{250, 500, 800}, false},
		"one":          {[]float64{3}, 1, nil, false},
		"none":         {nil, 1, nil, false},
		"alike":        {[]float64{7, 7, 7}, 1, nil, false},
		"two":          {[]float64{1, 100}, 1, []float64{25}, false},
		"negative":     {[]float64{-5, -1, 10, 20, 40, 80}, 1, []float64{0, 20, 30, 50}, true},
		"all negative": {[]float64{-5, -1}, 1, nil, true},
		"zeros":        {[]float64{0, 0, 0, 4}, 1, nil, false},
		"below step":   {[]float64{.001, .002, .004, .008, 9}, 1, nil, false},
	} {
		limits, negative := classLimits(c.values, c.step)
		if fmt.Sprint(limits) != fmt.Sprint(c.want) || negative != c.negative {
			t.Errorf("%s: %v %v, want %v %v", name, limits, negative, c.want, c.negative)
		}
	}
	for x := 1e-9; x < 1e12; x *= 1.37 {
		if r := roundLimit(x); math.Abs(math.Log(r/x)) > math.Log(1.26) {
			t.Errorf("%v is rounded to %v", x, r)
		}
	}
}
