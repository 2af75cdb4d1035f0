package structure

import (
	"math"
	"slices"
	"testing"

	"smartcity/growth"
)

// FuzzMeasures runs every measure on any figures: it ends in an error, or in
// finite results within their bounds that do not depend on the order.
func FuzzMeasures(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add([]byte{250, 251, 252, 253, 254, 255, 0, 0, 1, 1, 128})
	f.Add([]byte{252, 1, 252, 1, 1, 252, 0, 255})
	f.Add([]byte{250, 249, 248, 250, 249, 248})
	f.Add([]byte{48, 48, 48, 48, 51, 0, 151, 163, 239, 246, 202, 48, 48, 48, 48, 48, 48, 48, 32, 48, 48, 48, 48, 48, 48, 48})
	f.Fuzz(func(t *testing.T, data []byte) {
		figure := func(b byte) float64 {
			switch {
			case b < 200:
				return float64(b)
			case b < 240:
				return math.Exp(float64(b) - 220)
			}
			return []float64{math.MaxFloat64, math.SmallestNonzeroFloat64, 1e-300, 1e300, 0x1p-1022, .1, 1e-17, 1e17,
				1 + 0x1p-52, 1 - 0x1p-53, math.NaN(), math.NaN(), 1e154, math.Copysign(0, -1), math.Inf(1), -1}[b-240]
		}
		n := min(len(data)/2, 100)
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i] = figure(data[2*i]), figure(data[2*i+1])
		}
		backX, backY := slices.Clone(x), slices.Clone(y)
		slices.Reverse(backX)
		slices.Reverse(backY)
		for name, measure := range measures() {
			a, err := measure(x, y)
			b, err2 := measure(backX, backY)
			if (err == nil) != (err2 == nil) {
				t.Fatalf("%s: %v; reversed: %v", name, err, err2)
			}
			if err != nil {
				continue
			}
			bounded(t, a)
			got, want := numbersOf(b.View()), numbersOf(a.View())
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("%s of %v, %v: %v; reversed: %v", name, x, y, want, got)
			}
		}
		inMatrix(t, x)
	})
}

// bounded checks that a result is finite and within its bounds.
func bounded(t *testing.T, result interface{ View() growth.View }) {
	t.Helper()
	within := func(what string, v, low, high float64) {
		if !(v >= low && v <= high) {
			t.Fatalf("%s is %v, not within %v and %v, in %+v", what, v, low, high, result)
		}
	}
	view := result.View()
	for _, row := range view.Rows {
		for k, e := range row {
			if len(row) != len(view.Columns) || e.Kind == growth.NumberEntry && (math.IsNaN(e.Number) || math.IsInf(e.Number, 0)) {
				t.Fatalf("entry %d of %+v", k, result)
			}
		}
	}
	switch r := result.(type) {
	case Composition:
		within("sum of shares", total(slices.DeleteFunc(slices.Clone(r.Shares), math.IsNaN)), 1-1e-12, 1+1e-12)
	case Concentration:
		within("HHI", r.HHI, 1/float64(r.N), 1)
		within("equivalent", r.Equivalent, 1, float64(r.N))
		if r.N > 1 {
			within("normalised", r.Normalised, 0, 1)
		}
	case ConcentrationRatio:
		within("ratio", r.Ratio, min(4, float64(r.N))/float64(r.N)*(1-1e-15), 1)
	case Inequality:
		within("Gini", r.Gini, 0, r.Maximum)
		within("maximum", r.Maximum, 0, 1)
	case LorenzCurve:
		for i, p := range r.Points {
			within("Lorenz", p.Total, 0, p.Items+1e-15)
			if i > 0 && (p.Total < r.Points[i-1].Total || p.Items < r.Points[i-1].Items) {
				t.Fatalf("Lorenz curve falls in %+v", r)
			}
		}
		if first, last := r.Points[0], r.Points[len(r.Points)-1]; first != (LorenzPoint{}) || last != (LorenzPoint{1, 1}) {
			t.Fatalf("Lorenz curve from %v to %v", first, last)
		}
	case TheilIndex:
		within("T", r.T, 0, math.Inf(1))
		if math.IsNaN(r.L) == (len(r.Warnings) == 0) && r.LeftOut == 0 {
			t.Fatalf("L without a word in %+v", r)
		}
	case TheilDecomposition:
		within("T − parts", math.Abs(r.T-r.WithinT-r.BetweenT), 0, 1e-12*r.T+1e-30)
		within("within", r.WithinT, 0, math.Inf(1))
		within("between", r.BetweenT, 0, math.Inf(1))
		if !math.IsNaN(r.L) {
			within("L − parts", math.Abs(r.L-r.WithinL-r.BetweenL), 0, 1e-12*r.L+1e-30)
		}
	case HooverIndex:
		within("Hoover", r.Hoover, 0, 1)
	case Specialisation:
		within("Krugman", r.Krugman, 0, 2)
		within("halved", r.Halved, 0, 1)
	case LocationalInequality:
		within("Gini", r.Gini, 0, 1)
		within("weighted", r.Weighted, 0, 1)
		within("area", r.Area, 0, .5)
	case Localisation:
		var mean growth.Sum
		for i, q := range r.Quotients {
			if !math.IsNaN(q) {
				mean.Add(q * r.ReferenceShares[i])
			}
		}
		if !slices.ContainsFunc(r.Warnings, func(err error) bool { _, is := err.(Unreferenced); return is }) {
			within("mean quotient", mean.Float64(), 1-1e-12, 1+1e-12)
		}
	case Agglomeration:
		within("gamma", r.Gamma, math.Inf(-1), math.MaxFloat64)
		within("G", r.G, 0, 2)
	}
}

// inMatrix runs the matrix on figures in three columns.
func inMatrix(t *testing.T, x []float64) {
	var figures [][]float64
	for i := 0; i+3 <= len(x); i += 3 {
		figures = append(figures, x[i:i+3])
	}
	m, err := LocationQuotientMatrix(figures)
	if err != nil {
		return
	}
	bounded(t, m)
	missing := 0
	for _, row := range m.Quotients {
		for _, q := range row {
			if math.IsNaN(q) {
				missing++
			}
		}
	}
	if missing > 0 && len(m.Warnings) == 0 {
		t.Fatalf("%d quotients are missing without a word in %+v", missing, m)
	}
}
