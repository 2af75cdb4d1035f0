package structure

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
)

// agree fails unless got is within a tolerance of want; NaN agrees with NaN.
func agree(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > tolerance {
		t.Errorf("%s = %v, want %v (±%v)", what, got, want, tolerance)
	}
}

// ok returns the result of a measure that must not fail.
func ok[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// skewed returns n figures like sizes of companies: many small, some large, some
// zero where that is asked for.
func skewed(rng *rand.Rand, n int, zeros bool) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = math.Round(4*math.Exp(3*rng.NormFloat64())+1) / 4
		if zeros && rng.IntN(5) == 0 {
			x[i] = 0
		}
	}
	x[rng.IntN(n)] += 1
	return x
}

// shuffled returns the slices in another order, the same for each.
func shuffled(rng *rand.Rand, columns ...[]float64) [][]float64 {
	order := rng.Perm(len(columns[0]))
	out := make([][]float64, len(columns))
	for k, column := range columns {
		for _, i := range order {
			out[k] = append(out[k], column[i])
		}
	}
	return out
}

// times returns the figures multiplied by c.
func times(c float64, x []float64) []float64 {
	out := slices.Clone(x)
	for i := range out {
		out[i] *= c
	}
	return out
}

// measures are all functions of slices with one result, as functions of figures
// and a reference or weights; measures of one slice ignore the second.
func measures() map[string]func(x, y []float64) (interface{ View() growth.View }, error) {
	type result = interface{ View() growth.View }
	return map[string]func(x, y []float64) (result, error){
		"shares":    func(x, _ []float64) (result, error) { return Shares(x) },
		"HHI":       func(x, _ []float64) (result, error) { return HHI(x) },
		"CR4":       func(x, _ []float64) (result, error) { return CR(x, 4) },
		"Gini":      func(x, y []float64) (result, error) { return Gini(x, y) },
		"Lorenz":    func(x, y []float64) (result, error) { return Lorenz(x, y) },
		"Theil":     func(x, y []float64) (result, error) { return Theil(x, y) },
		"Hoover":    func(x, y []float64) (result, error) { return Hoover(x, y) },
		"Krugman":   func(x, y []float64) (result, error) { return Krugman(x, y) },
		"others":    func(x, y []float64) (result, error) { return KrugmanOthers(x, [][]float64{y, x}) },
		"locGini":   func(x, y []float64) (result, error) { return LocationalGini(x, y) },
		"quotients": func(x, y []float64) (result, error) { return LocationQuotients(x, y, nil) },
		"Ellison":   func(x, y []float64) (result, error) { return EllisonGlaeser(x, y, .25) },
		"plants": func(x, y []float64) (result, error) {
			plants := make([][]float64, len(x))
			for i, v := range x {
				plants[i] = []float64{v / 2, v / 4, v / 4}
			}
			return EllisonGlaeserPlants(plants, y)
		},
		"matrix": func(x, y []float64) (result, error) {
			if len(x) != len(y) {
				return nil, ErrLength
			}
			figures := make([][]float64, len(x))
			for i := range x {
				figures[i] = []float64{x[i], y[i]}
			}
			return LocationQuotientMatrix(figures)
		},
		"groups": func(x, y []float64) (result, error) {
			groups := make([]string, len(x))
			for i := range groups {
				// By what the item is and not where it stands, so that groups
				// stay together under another order.
				if math.Mod(x[i], 2) < 1 {
					groups[i] = "low"
				}
			}
			return TheilGroups(x, y, groups)
		},
	}
}

// coverageOf returns the coverage in a result.
func coverageOf(t *testing.T, result any) Coverage {
	t.Helper()
	switch r := result.(type) {
	case Composition:
		return r.Coverage
	case Concentration:
		return r.Coverage
	case ConcentrationRatio:
		return r.Coverage
	case Inequality:
		return r.Coverage
	case LorenzCurve:
		return r.Coverage
	case TheilIndex:
		return r.Coverage
	case TheilDecomposition:
		return r.Coverage
	case HooverIndex:
		return r.Coverage
	case Specialisation:
		return r.Coverage
	case LocationalInequality:
		return r.Coverage
	case Localisation:
		return r.Coverage
	case LocalisationMatrix:
		return r.Coverage
	case Agglomeration:
		return r.Coverage
	}
	t.Fatalf("no coverage in %T", result)
	return Coverage{}
}

// numbersOf returns the numbers of a view, without those of single items.
func numbersOf(v growth.View) []float64 {
	var out []float64
	for _, row := range v.Rows {
		for _, e := range row {
			if e.Kind == growth.NumberEntry {
				out = append(out, e.Number)
			}
		}
	}
	return out
}
