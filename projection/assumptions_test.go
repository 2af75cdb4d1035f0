package projection

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
)

var band1217 = growth.Range{Low: .12, High: .17}

func TestJobsUnchanged(t *testing.T) {
	for _, r := range []growth.Range{band1217, {}, {Low: -.05, High: .03}, {Low: 1e-9, High: 9}} {
		got, err := Assumptions{Market: r}.Jobs()
		if err != nil || got != r {
			t.Errorf("jobs of %v = %v, %v; want the market's growth, bit for bit", r, got, err)
		}
	}
}

// The three factors must give back the market: (1+g)(1+p) = (1+m)(1+s).
func TestJobsFormula(t *testing.T) {
	for _, m := range []growth.Rate{-.2, 0, 1e-6, .12, .17, 2} {
		for _, s := range []growth.Rate{-.1, 0, .01, .3} {
			for _, p := range []growth.Rate{-.03, 0, .02, 1.5} {
				got, err := Assumptions{Market: growth.Range{Low: m, High: m + .01}, Productivity: p, Share: s}.Jobs()
				if err != nil {
					t.Fatal(err)
				}
				for _, c := range []struct{ g, m growth.Rate }{{got.Low, m}, {got.High, m + .01}} {
					left, right := (1+float64(c.g))*(1+float64(p)), (1+float64(c.m))*(1+float64(s))
					if math.Abs(left-right) > 1e-14*right {
						t.Errorf("market %v, share %v, productivity %v: jobs %v: %v ≠ %v", c.m, s, p, c.g, left, right)
					}
				}
			}
		}
	}
}

func TestJobsErrors(t *testing.T) {
	nan, inf := growth.Rate(math.NaN()), growth.Rate(math.Inf(1))
	for _, c := range []struct {
		name string
		a    Assumptions
		want error
	}{
		{"market NaN", Assumptions{Market: growth.Range{Low: nan, High: .1}}, growth.ErrNotKnown},
		{"market reversed", Assumptions{Market: growth.Range{Low: .17, High: .12}}, growth.ErrOrder},
		{"market lost", Assumptions{Market: growth.Range{Low: -1, High: .12}}, growth.ErrNoGrowth},
		{"productivity NaN", Assumptions{Market: band1217, Productivity: nan}, growth.ErrNotKnown},
		{"productivity lost", Assumptions{Market: band1217, Productivity: -1}, growth.ErrNoGrowth},
		{"share infinite", Assumptions{Market: band1217, Share: inf}, growth.ErrNotKnown},
		{"share lost", Assumptions{Market: band1217, Share: -2}, growth.ErrNoGrowth},
		{"overflow", Assumptions{Market: growth.Range{Low: 0, High: 1e200}, Share: 1e200}, growth.ErrNotKnown},
	} {
		if _, err := c.a.Jobs(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
		if _, err := Project("x", "FTE", 100, 2018, 2025, c.a); !errors.Is(err, c.want) {
			t.Errorf("%s, projected: %v, want %v", c.name, err, c.want)
		}
	}
}
