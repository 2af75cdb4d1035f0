package growth

import (
	"errors"
	"math"
	"testing"
)

// TestHeadline recomputes DOMAIN.md, section 1: the arithmetic behind 17,600
// FTE growing 12–17 % a year.
func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		base      float64
		years     float64
		low, high float64
	}{
		{17600, 7, 38908, 52822}, {17600, 6, 34739, 45147}, {16800, 7, 37139, 50421},
	} {
		for _, end := range []struct {
			rate Rate
			want float64
		}{{.12, c.low}, {.17, c.high}} {
			if got := math.Round(end.rate.Compound(c.base, c.years)); got != end.want {
				t.Errorf("%v at %v in %v years = %v, want %v", c.base, end.rate, c.years, got, end.want)
			}
		}
	}
	for _, c := range []struct {
		year int
		want float64
	}{{2018, 10.41}, {2019, 12.246}, {2020, 14.87}} {
		got, err := RequiredRate(17600, c.year, 35200, 2025)
		if err != nil || math.Abs(100*float64(got)-c.want) > .005 {
			t.Errorf("35,200 from %d needs %v, %v; want %v %%", c.year, got, err, c.want)
		}
	}
	for _, c := range []struct {
		rate Rate
		want float64
	}{{.12, 6.116}, {.17, 4.415}} {
		if got, err := c.rate.DoublingTime(); err != nil || math.Abs(got-c.want) > .0005 {
			t.Errorf("doubling at %v takes %v, %v; want %v", c.rate, got, err, c.want)
		}
	}
}

func TestYearReached(t *testing.T) {
	for _, c := range []struct {
		rate         Rate
		base, target float64
		want         int
	}{
		{.12, 17600, 35200, 2025}, {.17, 17600, 35200, 2023},
		{.1, 100, 121, 2020}, {.1, 100, 121.0000001, 2021}, {1, 17600, 35200, 2019},
		{.05, 35200, 35200, 2018}, {.05, 40000, 35200, 2018}, {-.1, 40000, 35200, 2018}, {0, 10, 10, 2018},
		{-.1, 1 - 1e-13, 1, 2018}, {.1, 1 - 1e-9, 1, 2019}, {.1, 100, 110 * (1 + 1e-13), 2019}, {.1, 100, 110 * (1 + 1e-9), 2020}, {1e-5, 1, 2.71, 101714},
	} {
		if got, err := c.rate.YearReached(c.base, 2018, c.target); err != nil || got != c.want {
			t.Errorf("%v→%v at %v: %d, %v; want %d", c.base, c.target, c.rate, got, err, c.want)
		}
	}
	// Compounding year by year is the definition.
	for _, g := range []Rate{.003, .01, .05, .12, .17, .5, 1, 3} {
		for target := 101.0; target < 400; target += 7 {
			year, level := 2018, 100.0
			for level < target*(1-1e-12) {
				level *= 1 + float64(g)
				year++
			}
			if got, err := g.YearReached(100, 2018, target); err != nil || got != year {
				t.Errorf("100→%v at %v: %d, %v; want %d", target, g, got, err, year)
			}
		}
	}
}

func TestCAGRInvertsCompound(t *testing.T) {
	for _, g := range []Rate{-.9, -.1, -1e-9, 0, 1e-9, .12, .17, 2} {
		for _, n := range []float64{.25, 1, 7, 30} {
			got, err := CAGR(17600, g.Compound(17600, n), n)
			if err != nil || math.Abs(float64(got-g)) > 1e-15*(1+17600/n)/1000 && math.Abs(float64(got-g)) > 1e-14 {
				t.Errorf("CAGR after %v years at %v = %v, %v", n, g, got, err)
			}
			// Scale invariance.
			scaled, _ := CAGR(17600e6, g.Compound(17600e6, n), n)
			if math.Abs(float64(got-scaled)) > 1e-13 {
				t.Errorf("CAGR at %v over %v years depends on the unit: %v, %v", g, n, got, scaled)
			}
		}
	}
	if g, err := CAGR(5e-324, math.MaxFloat64, 1000); err != nil || math.IsInf(float64(g), 0) {
		t.Errorf("CAGR over the whole float64 range = %v, %v", g, err)
	}
}

func TestNoAnswer(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"from zero", third(CAGR(0, 1, 1)), ErrNotPositive},
		{"from a negative", third(CAGR(-1, 1, 1)), ErrNotPositive},
		{"to zero", third(CAGR(1, 0, 1)), ErrNotPositive},
		{"from missing", third(CAGR(nan, 1, 1)), ErrNotKnown},
		{"to infinity", third(CAGR(1, inf, 1)), ErrNotKnown},
		{"over no years", third(CAGR(1, 2, 0)), ErrOrder},
		{"backwards", third(CAGR(1, 2, -1)), ErrOrder},
		{"over NaN years", third(CAGR(1, 2, nan)), ErrOrder},
		{"required, reversed", third(RequiredRate(1, 2025, 2, 2018)), ErrOrder},
		{"required, missing", third(RequiredRate(nan, 2018, 2, 2025)), ErrNotKnown},
		{"doubling at zero", third(Rate(0).DoublingTime()), ErrNoGrowth},
		{"doubling at NaN", third(Rate(nan).DoublingTime()), ErrNoGrowth},
		{"doubling backwards", third(Rate(-.1).DoublingTime()), ErrNoGrowth},
		{"away from the target", third(Rate(-.1).YearsTo(1, 2)), ErrNoGrowth},
		{"standing still", third(Rate(0).YearsTo(1, 2)), ErrNoGrowth},
		{"losing everything", third(Rate(-1).YearsTo(2, 1)), ErrNoGrowth},
		{"years to missing", third(Rate(.1).YearsTo(1, nan)), ErrNotKnown},
		{"years to zero", third(Rate(-.1).YearsTo(1, 0)), ErrNotPositive},
		{"reached from zero", third(Rate(.1).YearReached(0, 2018, 1)), ErrNotPositive},
		{"reached, missing", third(Rate(.1).YearReached(nan, 2018, 1)), ErrNotKnown},
		{"reached, target missing", third(Rate(.1).YearReached(1, 2018, nan)), ErrNotKnown},
		{"reached in ages", third(Rate(1e-12).YearReached(1, 2018, 2)), ErrNoGrowth},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
}

func third[T any](_ T, err error) error { return err }
