package projection

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
)

func TestYearly(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		y    Yearly
		year int
		want float64
	}{
		{Constant(.1), 2018, .1}, {Constant(.1), -5, .1}, {Yearly{}, 2018, nan}, {Yearly{}, 0, nan},
		{ByYear(2019, .1, .2), 2018, nan}, {ByYear(2019, .1, .2), 2019, .1}, {ByYear(2019, .1, .2), 2020, .2}, {ByYear(2019, .1, .2), 2021, nan},
		{ByYear(2019, .1), 2020, nan}, // a single year is not a constant
	} {
		if got := c.y.At(c.year); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%v in %d: %v, want %v", c.y, c.year, got, c.want)
		}
	}
	values := []float64{.1}
	y := ByYear(2019, values...)
	values[0] = 9
	if y.At(2019) != .1 || Constant(0).Stated() == (Yearly{}).Stated() {
		t.Errorf("%v", y)
	}
}

// The assumptions must give back the market: (1+g)(1+p) = ((1+m)(1+s))^ε.
func TestJobsIn(t *testing.T) {
	for _, m := range []float64{-.2, 0, 1e-6, .12, .17, 2} {
		for _, s := range []float64{-.1, 0, .3} {
			for _, p := range []float64{-.03, 0, .02, 1.5} {
				for _, e := range []float64{0, .4, 1, 1.3} {
					c := Course{Market: ByYear(2018, m, 7), Share: Constant(s), Productivity: ByYear(2017, 5, p), Elasticity: Constant(e)}
					g, err := c.JobsIn(2018)
					if err != nil {
						t.Fatal(err)
					}
					left, right := (1+float64(g))*(1+p), math.Pow((1+m)*(1+s), e)
					if math.Abs(left-right) > 1e-14*right {
						t.Errorf("%+v: %v ≠ %v", c, left, right)
					}
					a, err := Assumptions{Market: growth.Range{Low: growth.Rate(m), High: growth.Rate(m)}, Productivity: growth.Rate(p), Share: growth.Rate(s)}.Jobs()
					if e == 1 && (err != nil || a.Low != g) {
						t.Errorf("%+v: %v, Assumptions.Jobs %v, %v", c, g, a.Low, err)
					}
					back, err := c.MarketFor(g, 2018)
					switch {
					case e == 0:
						if !errors.Is(err, growth.ErrNoGrowth) {
							t.Errorf("market without elasticity: %v, %v", back, err)
						}
					case err != nil || math.Abs(float64(back)-m) > 1e-13*(1+m):
						t.Errorf("%+v: market for %v is %v, %v", c, g, back, err)
					}
				}
			}
		}
	}
	// What is not stated changes nothing, to the last bit.
	if g, err := (Course{Market: Constant(.17)}).JobsIn(2020); err != nil || g != .17 {
		t.Errorf("%v, %v", g, err)
	}
	// DOMAIN.md, section 1: 35,200 from 17,600 by 2025 takes 12.246 % from 2019.
	g, err := growth.RequiredRate(17600, 2019, 35200, 2025)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Course{Productivity: Constant(.02)}.MarketFor(g, 2025)
	if want := 1.12246*1.02 - 1; err != nil || math.Abs(float64(m)-want) > 1e-5 {
		t.Errorf("market %v, want %v", m, want)
	}
}

func TestCourseErrors(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name string
		c    Course
		want error
	}{
		{"not stated", Course{}, growth.ErrNotKnown},
		{"other years", Course{Market: ByYear(2019, .1)}, growth.ErrNotKnown},
		{"market NaN", Course{Market: Constant(nan)}, growth.ErrNotKnown},
		{"market lost", Course{Market: Constant(-1)}, growth.ErrNoGrowth},
		{"share of other years", Course{Market: Constant(.1), Share: ByYear(2020, .1)}, growth.ErrNotKnown},
		{"productivity infinite", Course{Market: Constant(.1), Productivity: Constant(inf)}, growth.ErrNotKnown},
		{"productivity lost", Course{Market: Constant(.1), Productivity: Constant(-1)}, growth.ErrNoGrowth},
		{"elasticity negative", Course{Market: Constant(.1), Elasticity: Constant(-.1)}, growth.ErrNotPositive},
		{"elasticity NaN", Course{Market: Constant(.1), Elasticity: Constant(nan)}, growth.ErrNotKnown},
		{"overflow", Course{Market: Constant(1e200), Elasticity: Constant(2)}, growth.ErrNotKnown},
	} {
		if g, err := c.c.JobsIn(2018); !errors.Is(err, c.want) || g != 0 {
			t.Errorf("%s: %v, %v; want %v", c.name, g, err, c.want)
		}
		if _, err := ProjectScenarios("x", "FTE", 100, 2017, 2018, Case{Name: "a", Course: c.c}); !errors.Is(err, c.want) {
			t.Errorf("%s, projected: %v, want %v", c.name, err, c.want)
		}
	}
	if _, err := (Course{}).MarketFor(growth.Rate(nan), 2018); !errors.Is(err, growth.ErrNotKnown) {
		t.Error(err)
	}
}
