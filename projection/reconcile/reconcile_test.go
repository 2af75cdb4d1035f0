package reconcile

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

func two(t testing.TB) *Hierarchy {
	t.Helper()
	return must(New([]string{"Total"}, []string{"A", "B"}, [][]float64{{1, 1}}))
}

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// cells is sectors × regions, tree a total of sectors of subsectors.
func cells() *Hierarchy {
	return must(Grouped("Total", [][]string{{"Energy", "North"}, {"Energy", "South"}, {"Water", "North"}, {"Water", "South"}, {"Waste", "South"}}))
}

func tree() *Hierarchy {
	return must(Nested("Total", [][]string{{"Energy", "Wind"}, {"Energy", "Solar"}, {"Water"}, {"Waste", "Paper"}, {"Waste", "Glass"}, {"Waste", "Metal"}}))
}

func noise(h *Hierarchy, seed uint64, years int) []growth.Series {
	rnd := rand.New(rand.NewPCG(seed, 5))
	var all []growth.Series
	for i, name := range h.Names() {
		s := growth.Series{Name: name, Unit: "FTE", FirstYear: 2000}
		for range years {
			s.Values = append(s.Values, float64(1+i)*rnd.NormFloat64())
		}
		all = append(all, s)
	}
	// Errors of neighbours go together.
	for i := 1; i < len(all); i++ {
		for k := range all[i].Values {
			all[i].Values[k] += .4 * all[i-1].Values[k]
		}
	}
	return all
}

// minTs are all MinT reconcilers, each with its W computed another way.
func minTs(t *testing.T, h *Hierarchy) map[*Reconciler]*mat.Dense {
	t.Helper()
	n := h.size()
	res := noise(h, 7, 12)
	e := mat.NewDense(12, n, nil)
	for i, s := range res {
		e.SetCol(i, s.Values)
	}
	identity, structural, variance := mat.NewDense(n, n, nil), mat.NewDense(n, n, nil), mat.NewDense(n, n, nil)
	var full mat.Dense
	full.Mul(e.T(), e)
	full.Scale(1.0/12, &full)
	for i := range n {
		identity.Set(i, i, 1)
		count := 0.0
		for j := range h.bottom {
			count += h.weight(i, j)
		}
		structural.Set(i, i, count)
		variance.Set(i, i, full.At(i, i))
	}
	sh := must(MinTShrinkage(h, res))
	var shrunk mat.Dense
	shrunk.Scale(1-sh.Shrinkage, &full)
	for i := range n {
		shrunk.Set(i, i, full.At(i, i))
	}
	given := mat.NewSymDense(n, nil)
	for i := range n {
		for k := i; k < n; k++ {
			given.SetSym(i, k, full.At(i, k))
			if i == k {
				given.SetSym(i, i, 1.5*full.At(i, i))
			}
		}
	}
	return map[*Reconciler]*mat.Dense{
		must(MinTOLS(h)): identity, must(MinTStructural(h)): structural, must(MinTVariance(h, res)): variance,
		sh: &shrunk, must(MinTCovariance(h, given)): mat.DenseCopyOf(given),
	}
}

// DOMAIN.md, section 6.
func TestPublished(t *testing.T) {
	h := two(t)
	for _, c := range []struct {
		r    *Reconciler
		want []float64
		tol  float64
	}{
		{must(MinTOLS(h)), []float64{9.6667, 5.3333, 4.3333}, 5e-5},
		{must(MinTStructural(h)), []float64{9.5, 5.25, 4.25}, 1e-15},
		{BottomUp(h), []float64{9, 5, 4}, 0},
		{must(TopDownForecastProportions(h)), []float64{10, 50. / 9, 40. / 9}, 1e-14},
	} {
		got, err := c.r.Point([]float64{10, 5, 4})
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > c.tol {
				t.Errorf("%v: %v, want %v", c.r.Method, got, c.want)
			}
		}
	}
}

// TestFormula compares with S(S'W⁻¹S)⁻¹S'W⁻¹ŷ written down as it stands.
func TestFormula(t *testing.T) {
	weighted := must(New([]string{"Net", "All"}, []string{"A", "B", "C"}, [][]float64{{1, -.5, 0}, {1, 1, 2}}))
	for _, h := range []*Hierarchy{two(t), cells(), tree(), weighted} {
		n, m := h.size(), len(h.bottom)
		s := mat.NewDense(n, m, nil)
		for i := range n {
			for j := range m {
				s.Set(i, j, h.weight(i, j))
			}
		}
		for r, w := range minTs(t, h) {
			if r.Method == MinTStructuralMethod && h == weighted {
				w.Set(0, 0, .5) // the sum of its weights
			}
			var inverse, right, left, g, all mat.Dense
			if err := inverse.Inverse(w); err != nil {
				t.Fatal(err)
			}
			right.Mul(s.T(), &inverse)
			left.Mul(&right, s)
			if err := g.Solve(&left, &right); err != nil {
				t.Fatal(err)
			}
			rnd := rand.New(rand.NewPCG(1, 2))
			y := make([]float64, n)
			for i := range y {
				y[i] = 100 * rnd.Float64()
			}
			all.Product(s, &g, mat.NewDense(n, 1, slices.Clone(y)))
			got := must(r.Point(y))
			for i := range got {
				if math.Abs(got[i]-all.At(i, 0)) > 1e-8 {
					t.Errorf("%v of %q: %v, by the formula %v", r.Method, h.name(i), got[i], all.At(i, 0))
				}
			}
		}
	}
}

func TestCoherentAndUnbiased(t *testing.T) {
	for _, h := range []*Hierarchy{two(t), cells(), tree()} {
		rnd := rand.New(rand.NewPCG(3, 4))
		all := []*Reconciler{BottomUp(h)}
		for r := range minTs(t, h) {
			all = append(all, r, must(r.NonNegative()))
		}
		for _, r := range all {
			for range 30 {
				y, b := make([]float64, h.size()), make([]float64, len(h.bottom))
				for i := range y {
					y[i] = 100 * rnd.Float64()
				}
				for j := range b {
					b[j] = 17600 * rnd.Float64()
				}
				got := must(r.Point(y))
				if want := h.Sum(got[len(h.upper):]); !slices.Equal(got, want) {
					t.Errorf("%v is not coherent: %v, sums %v", r.Method, got, want)
				}
				if coherent := h.Sum(b); !slices.Equal(must(r.Point(coherent)), coherent) {
					t.Errorf("%v changes coherent forecasts", r.Method)
				}
				scaled := slices.Clone(y)
				for i := range scaled {
					scaled[i] *= 1024
				}
				for i, x := range must(r.Point(scaled)) {
					if math.Abs(x-1024*got[i]) > 1e-9*1024*100 {
						t.Errorf("%v: forecasts 1024 times as large give %v, want %v", r.Method, x, 1024*got[i])
					}
				}
			}
		}
	}
}

// A covariance of I is ols, one of residuals that are uncorrelated is variance.
func TestSpecialCases(t *testing.T) {
	h := cells()
	n := h.size()
	ones := make([]float64, n)
	for i := range ones {
		ones[i] = 1
	}
	y := []float64{100, 60, 30, 15, 40, 55, 35, 30, 18, 10, 12}[:n]
	a, b := must(must(MinTOLS(h)).Point(y)), must(must(MinTCovariance(h, mat.NewDiagDense(n, ones))).Point(y))
	if !slices.Equal(a, b) {
		t.Errorf("W = I: %v, ols %v", b, a)
	}
	// Series with residuals in years of their own: r_ij = 0, so λ = 1.
	var res []growth.Series
	for i := range n {
		s := growth.Series{Unit: "FTE", Values: make([]float64, 2*n)}
		s.Values[2*i], s.Values[2*i+1] = float64(i+1), -float64(i+1)
		res = append(res, s)
	}
	sh := must(MinTShrinkage(h, res))
	a, b = must(must(MinTVariance(h, res)).Point(y)), must(sh.Point(y))
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-12*a[i] {
			t.Errorf("uncorrelated: λ %v, %v, variance %v", sh.Shrinkage, b, a)
		}
	}
	if sh.Shrinkage != 1 {
		t.Errorf("λ %v, want 1", sh.Shrinkage)
	}
}

func TestRefused(t *testing.T) {
	h := two(t)
	series := func(v ...[]float64) (all []growth.Series) {
		for _, x := range v {
			all = append(all, growth.Series{FirstYear: 2010, Values: x})
		}
		return all
	}
	nan := math.NaN()
	// Residuals that add up: W = S·W_b·S' has no inverse.
	singular := mat.NewSymDense(3, []float64{2, 1, 1, 1, 1, 0, 1, 0, 1})
	if _, err := MinTCovariance(h, singular); err == nil {
		t.Error("singular covariance")
	} else if s, ok := errors.AsType[*SingularError](err); !ok || !(s.Condition > MaxCondition) {
		t.Errorf("singular covariance: %v", err)
	}
	twice := must(New([]string{"T", "U"}, []string{"A", "B"}, [][]float64{{1, 1}, {1, 1}}))
	if _, err := MinTOLS(twice); err != nil {
		t.Errorf("two forecasts of one total: %v", err) // their incoherencies differ
	}
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"few residuals", second(MinTVariance(h, series([]float64{1}, []float64{1, 2}, []float64{1, 2}))), growth.ErrTooFew},
		{"few years", second(MinTShrinkage(h, series([]float64{1, nan}, []float64{1, 2}, []float64{1, 2}))), growth.ErrTooFew},
		{"zeros", second(MinTVariance(h, series([]float64{1, 2}, []float64{0, 0}, []float64{1, 2}))), ErrNoVariance},
		{"zeros, shrunk", second(MinTShrinkage(h, series([]float64{1, 2}, []float64{0, 0}, []float64{1, 2}))), ErrNoVariance},
		{"infinite", second(MinTShrinkage(h, series([]float64{1, 2}, []float64{0, math.Inf(1)}, []float64{1, 2}))), growth.ErrNotKnown},
		{"two series", second(MinTVariance(h, series([]float64{1, 2}, []float64{1, 2}))), ErrSeries},
		{"negative variance", second(MinTCovariance(h, mat.NewDiagDense(3, []float64{1, -1, 1}))), ErrNoVariance},
		{"NaN variance", second(MinTCovariance(h, mat.NewDiagDense(3, []float64{1, nan, 1}))), growth.ErrNotKnown},
		{"size", second(MinTCovariance(h, mat.NewDiagDense(2, []float64{1, 1}))), ErrSeries},
		{"other name", second(MinTVariance(h, []growth.Series{{Name: "A"}, {}, {}})), ErrSeries},
		{"structural", second(MinTStructural(must(New([]string{"Net"}, []string{"A", "B"}, [][]float64{{1, -1}})))), ErrNoVariance},
		{"negative history", second(TopDownAverageProportions(h, series([]float64{1, 2}, []float64{1, -2}))), ErrNegative},
		{"a year of zeros", second(TopDownAverageProportions(h, series([]float64{1, 0}, []float64{1, 0}))), ErrZeroTotal},
		{"zeros", second(TopDownProportionsOfAverages(h, series([]float64{0, 0}, []float64{0, 0}))), ErrZeroTotal},
		{"no common year", second(TopDownAverageProportions(h, series([]float64{1, nan}, []float64{nan, 1}))), growth.ErrTooFew},
		{"grouped", second(TopDownForecastProportions(cells())), ErrNotTree},
		{"no total", second(TopDownForecastProportions(must(New([]string{"X"}, []string{"A", "B", "C"}, [][]float64{{1, 1, 0}})))), ErrNotTree},
		{"bottom up, non-negative", second(BottomUp(h).NonNegative()), ErrNotWeighted},
		{"two forecasts", second(BottomUp(h).Point([]float64{1, 2})), ErrSeries},
		{"bottom not known", second(BottomUp(h).Point([]float64{1, 2, nan})), growth.ErrNotKnown},
		{"total not known", second(must(MinTOLS(h)).Point([]float64{nan, 2, 1})), growth.ErrNotKnown},
		{"overflow", second(BottomUp(h).Point([]float64{1, 1.7e308, 1.7e308})), growth.ErrNotKnown},
		{"forecast negative", second(must(TopDownForecastProportions(h)).Point([]float64{10, -1, 3})), ErrNegative},
		{"forecasts zero", second(must(TopDownForecastProportions(h)).Point([]float64{10, 0, 0})), ErrZeroTotal},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
}

func second[T any](_ T, err error) error { return err }
