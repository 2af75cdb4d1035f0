package disclosure

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestHandbook follows the examples of Hundepool et al. (2012), section 4.2, and
// what the definitions say at their limits.
func TestHandbook(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		name          string
		rule          Rule
		contributions []float64
		sensitive     bool
		protection    float64
	}{
		{"example 1, (1,90)", Dominance{1, 90}, []float64{50000, 49000, 1000}, false, 0},
		{"example 1, p%", PPercent{10}, []float64{50000, 49000, 1000}, true, 4000},
		{"example 1, 2 %", PPercent{2}, []float64{50000, 49000, 1000}, false, 0},
		{"example 2, p%", PPercent{10}, []float64{52000, 50000, 8000}, false, 0},
		{"example 2, (2,90.9)", Dominance{2, 100. * 100 / 110}, []float64{52000, 50000, 8000}, true, 102000*1.1 - 110000},
		{"example 4", Dominance{1, 85}, []float64{300, 20, 10}, true, 300/.85 - 330},

		{"one", MinimumCompanies{}, []float64{5}, true, 0},
		{"two", MinimumCompanies{}, []float64{5, 6}, true, 0},
		{"three", MinimumCompanies{}, []float64{5, 6, 0}, false, 0},
		{"two of two", MinimumCompanies{N: 2}, []float64{5, 6}, false, 0},

		// The limits themselves are safe.
		{"exactly 10 %", PPercent{10}, []float64{100, 50, 10}, false, 0},
		{"just below 10 %", PPercent{10}, []float64{100, 50, 9.99}, true, .01},
		{"exactly 85 %", Dominance{1, 85}, []float64{85, 5, 5, 5}, false, 0},
		{"just above 85 %", Dominance{1, 85}, []float64{85.1, 5, 5, 5}, true, 85.1/.85 - 100.1},

		{"nobody", PPercent{10}, nil, false, 0},
		{"nobody", Dominance{2, 85}, nil, false, 0},
		{"nobody", MinimumCompanies{}, nil, false, 0},
		{"one of zero", PPercent{10}, []float64{0}, true, 0},
		{"two of zero", Dominance{2, 85}, []float64{0, 0}, true, 0},
		{"three of zero", PPercent{10}, []float64{0, 0, 0}, false, 0},
		{"three of zero", Dominance{2, 85}, []float64{0, 0, 0}, false, 0},
		{"two companies", PPercent{10}, []float64{7, 3}, true, .7},
		{"a loss counts by its size", PPercent{10}, []float64{-100, 50, 10}, false, 0},
		{"a loss counts by its size", Dominance{1, 85}, []float64{-100, 10, 1}, true, 100/.85 - 111},
		{"not a number", PPercent{10}, []float64{100, 50, 40, nan}, true, nan},
		{"not a number", Dominance{1, 85}, []float64{nan, 50, 40}, true, nan},
		{"not a number", MinimumCompanies{}, []float64{nan, 50, 40}, true, 0},
		{"infinite", PPercent{10}, []float64{inf, 50, 40}, true, inf},
		{"infinite", Dominance{1, 85}, []float64{inf, 50, 40}, true, nan},
	} {
		if got := c.rule.Sensitive(c.contributions); got != c.sensitive {
			t.Errorf("%s: %v of %v is %v", c.name, c.rule, c.contributions, got)
		}
		if got := c.rule.Protection(c.contributions); !math.IsNaN(c.protection) && got != c.protection && math.Abs(got-c.protection) > 1e-9 {
			t.Errorf("%s: protection level of %v for %v is %v, want %v", c.name, c.contributions, c.rule, got, c.protection)
		}
	}
}

// TestRulesOfRules checks that rules do not depend on order or unit; that a sum
// which is safe by (2,k) is safe by the p% rule that goes with it; and that a
// protection level is what is lacking: a further company of that size in the rest
// makes the sum safe.
func TestRulesOfRules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		x := make([]float64, 3+rng.IntN(6))
		for i := range x {
			x[i] = math.Floor(1000 * math.Pow(rng.Float64(), 4))
		}
		p := float64(1 + rng.IntN(60))
		rules := []Rule{PPercent{p}, Dominance{1 + rng.IntN(3), 50 + 49*rng.Float64()}, MinimumCompanies{N: 2 + rng.IntN(6)}}
		shuffled := slices.Clone(x)
		rng.Shuffle(len(x), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		scaled := slices.Clone(x)
		for i := range scaled {
			scaled[i] *= 1024
		}
		for _, r := range rules {
			if s := r.Sensitive(x); s != r.Sensitive(shuffled) || s != r.Sensitive(scaled) || r.Protection(x) != r.Protection(shuffled) || r.Protection(x)*1024 != r.Protection(scaled) {
				t.Fatalf("%v of %v depends on order or unit", r, x)
			}
			if _, counts := r.(MinimumCompanies); !counts && r.Sensitive(x) && r.Protection(x) > 1 {
				// Rest that is spread thin is in nobody's top.
				rest := r.Protection(x) * (1 + 1e-9)
				more := slices.Clone(x)
				for range 1000 {
					more = append(more, rest/1000)
				}
				if slices.Min(x) > rest/1000 && r.Sensitive(more) {
					t.Fatalf("%v of %v is sensitive with %v more", r, x, rest)
				}
			}
		}
		if k := 100 * 100 / (100 + p); !(Dominance{2, k * (1 - 1e-12)}).Sensitive(x) && (PPercent{p}).Sensitive(x) {
			t.Fatalf("%v is safe by (2,%v) but not by %v%%", x, k, p)
		}
	}
}

func TestBadRules(t *testing.T) {
	for _, o := range []Options{
		{Rules: []Rule{MinimumCompanies{N: 1}}}, {Rules: []Rule{MinimumCompanies{N: -3}}},
		{Rules: []Rule{Dominance{}}}, {Rules: []Rule{Dominance{N: 2, K: .85}}}, {Rules: []Rule{Dominance{N: 2, K: 100}}}, {Rules: []Rule{Dominance{N: 2, K: math.NaN()}}},
		{Rules: []Rule{PPercent{}}}, {Rules: []Rule{PPercent{P: .1}}}, {Rules: []Rule{PPercent{P: 101}}}, {Rules: []Rule{nil}},
		{Interval: .1}, {Interval: -10}, {Interval: math.NaN()}, {Firms: 7}, {Margins: 7}, {Years: 7},
	} {
		if _, err := o.settled(); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
	for _, c := range []struct {
		options Options
		want    float64
	}{{Options{}, 10}, {Options{Rules: []Rule{PPercent{P: 15}, PPercent{P: 20}}}, 20}, {Options{Interval: 5, Rules: []Rule{PPercent{P: 15}}}, 5}} {
		if o, err := c.options.settled(); err != nil || o.Interval != c.want {
			t.Errorf("interval of %+v is %v, want %v; %v", c.options, o.Interval, c.want, err)
		}
	}
}
