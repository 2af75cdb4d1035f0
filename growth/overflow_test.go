package growth

import (
	"errors"
	"math"
	"testing"
)

// TestErrOverflow: figures are numbers, and what is asked of them is not.
func TestErrOverflow(t *testing.T) {
	s := func(unit string, v ...float64) Series {
		return Series{Name: "s", Unit: unit, FirstYear: 2000, Values: v}
	}
	line, err := FitLine([]float64{1, 2, 3, 4}, []float64{2, 4, 6, 9})
	if err != nil {
		t.Fatal(err)
	}
	steep, err := FitLine([]float64{-1, 0, 1, 2}, []float64{-1e300, 1, 1e300, 3e300})
	if err != nil {
		t.Fatal(err)
	}
	three, err := FitLine([]float64{-1, 0, 1}, []float64{-1e300, 0, 1.1e300})
	if err != nil {
		t.Fatal(err)
	}
	log, err := LogLinearTrend(s("", 1, 2, 4.1, 8))
	if err != nil {
		t.Fatal(err)
	}
	wild, err := LogLinearTrend(s("", 1e-150, 1, 1e-150, 1e200))
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"CAGR":                 second(CAGR(1, 2, 1e-5)),
		"CAGR of a year":       second(CAGR(.5, math.MaxFloat64, 1)),
		"elasticity":           second(PointElasticity(s("", 1e-300, 1e300), s("", 1, 2), 2000, 2001)),
		"index":                second(s("", 1e-300, 1e300).Index(2000)),
		"chain":                second(s("", repeat(9, 320)...).Chain(1999)),
		"chain back":           second(s("", repeat(-1+1e-15, 30)...).Chain(2029)),
		"chain to nothing":     second(s("", repeat(-1+1e-15, 30)...).Chain(1999)),
		"real":                 second(Deflate(s("DKK", 1e300, 1e300), s("", 1, 1e-300), 2000)),
		"price":                second(Deflate(s("DKK", 1, 1), s("", 1e-300, 1e300), 2000)),
		"total":                second(DeflateTotal([]Series{s("DKK", 1, 1e308), s("DKK", 1, 1e308)}, []Series{s("", 1, 1), s("", 1, 1)}, 2000, FixedBase)),
		"chained total":        second(DeflateTotal([]Series{s("DKK", 1, 1e308), s("DKK", 1, 1e308)}, []Series{s("", 1, 1), s("", 1, 1)}, 2000, Chained)),
		"change":               second(GrowthContributions([]Series{s("", 1e308, -1.7e308)}, Series{}, 2000, 2001)),
		"sum":                  second(GrowthContributions([]Series{s("", 1e308, 1e308), s("", 1e308, 1e308)}, Series{}, 2000, 2001)),
		"rest":                 second(GrowthContributions([]Series{s("", -1.7e308, -1)}, s("", 1.7e308, 1), 2000, 2001)),
		"points":               second(GrowthContributions([]Series{s("", 1e-300, 1e300)}, Series{}, 2000, 2001)),
		"accounting":           second(LMDI([]Identity{JobsIdentity(s("", 1, 1), s("FTE", 1e308, 1)), JobsIdentity(s("", 1, 1), s("FTE", 1e308, 1))}, 2000, 2001)),
		"standard deviation":   second(Summarize([]float64{math.MaxFloat64, -math.MaxFloat64})),
		"mean of y":            second(steep.MeanInterval(1e300, 0)),
		"prediction":           second(steep.PredictionInterval(1e10, 0)),
		"slope":                second(three.SlopeInterval(1 - 1e-16)),
		"interval, not ŷ":      second(line.MeanInterval(math.MaxFloat64, 0)),
		"trend":                second(log.Predict(9999, 0)),
		"ends of growth":       second(wild.Growth(0)),
		"exponential, far out": second(log.At(math.MaxInt, 0)),
		"saturation":           overflowingCurve(),
	} {
		if !errors.Is(err, ErrOverflow) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A view of what there is has no infinities, and no zeros for them.
	row := wild.View().Rows[0]
	if low, high := row[len(row)-2], row[len(row)-1]; low.Kind != MissingEntry || high.Kind != MissingEntry {
		t.Errorf("growth from %v to %v", low, high)
	}
	if NumberOf(math.Inf(1)) != (Entry{}) || NumberOf(math.Inf(-1)) != (Entry{}) {
		t.Error("an infinity is a number")
	}
}

func overflowingCurve() error {
	x := steps(1, 1, 12)
	y := make([]float64, len(x))
	for i := range y {
		y[i] = 1.79e308 * (Logistic{B1: 1, B2: 3.1, B3: .3}).At(x[i])
	}
	for i := range y {
		y[i] *= 1.6 / (1.6 * (Logistic{B1: 1, B2: 3.1, B3: .3}).At(12))
	}
	return second(FitCurve(Logistic{}, x, y))
}

func repeat(x float64, n int) []float64 {
	y := make([]float64, n)
	for i := range y {
		y[i] = x
	}
	return y
}

// TestWithinRange: results that are numbers, though steps on the way are not.
func TestWithinRange(t *testing.T) {
	s := func(unit string, v ...float64) Series {
		return Series{Name: "s", Unit: unit, FirstYear: 2000, Values: v}
	}
	if g, err := CAGR(1, math.MaxFloat64, 1); err != nil || g != math.MaxFloat64 {
		t.Errorf("CAGR: %v, %v", g, err)
	}
	if g, err := CAGR(3, 12, 1); err != nil || g != 3 {
		t.Errorf("CAGR of a year: %v, %v", g, err)
	}
	if e, err := PointElasticity(s("", 1e-300, 1e300), s("", 1e-300, 3e300), 2000, 2001); err != nil || !near(e, 1./3, 1e-15) {
		t.Errorf("elasticity: %v, %v", e, err)
	}
	if c, err := GrowthContributions([]Series{s("", 1e307, 1.7e308)}, Series{}, 2000, 2001); err != nil || !near(c.Total.Points, 1600, 1e-15) {
		t.Errorf("contributions: %+v, %v", c, err)
	}
	d, err := DeflateTotal([]Series{s("DKK", 1e200, 1e200)}, []Series{s("", 1e200, 2e200)}, 2000, Chained)
	if err != nil || !near(d.Total.Real.Values[1], 5e199, 1e-15) || len(d.Total.Warnings) != 0 {
		t.Errorf("chained: %+v, %v", d, err)
	}
	id := Identity{Y: s("", 2, 4), Factors: []Series{s("", 1e300, 1e300), s("", 2e300, 4e300), s("", 1e-300, 1e-300), s("", 1e-300, 1e-300)}}
	if a, err := LMDI([]Identity{id}, 2000, 2001); err != nil || !near(a.Total.Effects[1], 2, 1e-15) {
		t.Errorf("accounting: %+v, %v", a, err)
	}
	id.Factors = id.Factors[:3] // 2·10³⁰⁰
	id.Factors[2] = id.Factors[0]
	if _, err := LMDI([]Identity{id}, 2000, 2001); err == nil {
		t.Error("a product of 10⁹⁰⁰ passes for 2")
	}

	// Far out, the mean of y counts for nothing: b·x ± t·s·x/√Sxx.
	x, y := []float64{1, 2, 3, 4}, []float64{2, 4, 6, 9}
	line, err := FitLine(x, y)
	if err != nil {
		t.Fatal(err)
	}
	for _, far := range []float64{1e100, 1e120, 1e155, 1e300, -1e307} {
		i, err := line.PredictionInterval(far, 0)
		half := studentT(.95, 2) * line.ResidualSD * math.Abs(far) / math.Sqrt(5)
		if err != nil || !near(i.Estimate, line.Slope*far, 1e-14) || !near(i.High-i.Estimate, half, 1e-12) || !near(i.Estimate-i.Low, half, 1e-12) {
			t.Errorf("at %v: %+v, %v", far, i, err)
		}
	}
	level, err := FitLine([]float64{1, 2, 3}, []float64{5, 5, 5})
	if i, err2 := level.MeanInterval(1e300, 0); err != nil || err2 != nil || i.Estimate != 5 || i.Low != 5 || i.High != 5 {
		t.Errorf("level line: %+v, %v", i, err2)
	}

	f := func(b []float64, x float64) float64 { return b[0] + b[1]*x }
	want, err := FitNLS(f, x, y, []float64{1, 1}, NLSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ unit, square float64 }{{0x1p997, 0}, {0x1p-990, 0}, {0x1p400, 0x1p800}, {0x1p-400, 0x1p-800}} {
		v := make([]float64, len(y))
		for i := range y {
			v[i] = y[i] * c.unit
		}
		fit, err := FitNLS(f, x, v, []float64{c.unit, c.unit}, NLSOptions{})
		if err != nil || !near(fit.Parameters[1]/c.unit, want.Parameters[1], 1e-12) || !near(fit.StdErrs[1]/c.unit, want.StdErrs[1], 1e-11) {
			t.Fatalf("in units of %v: %+v, %v", c.unit, fit, err)
		}
		straight, err := FitLine(x, v)
		if err != nil {
			t.Fatal(err)
		}
		for i, pair := range [][2]float64{{fit.ResidualSS, want.ResidualSS}, {straight.ResidualSS, want.ResidualSS}, {fit.Covariance(0, 1), want.Covariance(0, 1)}} {
			if c.square == 0 && !math.IsNaN(pair[0]) || c.square != 0 && !near(pair[0]/c.square, pair[1], 1e-10) {
				t.Errorf("in units of %v, square %d: %v, want %v", c.unit, i, pair[0], pair[1])
			}
		}
	}
}

// TestFitCurveRange: a curve is the same in any unit of y that float64 can hold.
func TestFitCurveRange(t *testing.T) {
	x := rat42X()
	want, err := FitCurve(Logistic{}, x, rat42Y())
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range []float64{0x1p-1000, 0x1p-830, 1e-250, 0x1p-300, 0x1p830, 1e250, 0x1p1010} {
		y := rat42Y()
		for i := range y {
			y[i] *= unit
		}
		fit, err := FitCurve(Logistic{}, x, y)
		if err != nil {
			t.Errorf("in units of %v: %v", unit, err)
			continue
		}
		i, err := fit.PredictionInterval(90, 0)
		j, err2 := want.PredictionInterval(90, 0)
		got := []float64{fit.Parameters[0] / unit, fit.Parameters[1], fit.StdErrs[0] / unit, fit.StdErrs[2], fit.ResidualSD / unit, i.Low / unit, i.High / unit, fit.At(50) / unit}
		if sameDigits(got, []float64{want.Parameters[0], want.Parameters[1], want.StdErrs[0], want.StdErrs[2], want.ResidualSD, j.Low, j.High, want.At(50)}) < 10 || err != nil || err2 != nil {
			t.Errorf("in units of %v: %+v", unit, fit)
		}
		y[8] *= 3 // no saturation, told in the unit of y
		_, err = FitCurve(Logistic{}, x, y)
		if r, ok := errors.AsType[*Refusal](err); !ok || r.Fit != nil && r.Reason == NoSaturation && r.Saturation.Estimate != r.Fit.Saturation() || r.Reason == NotConverged {
			t.Errorf("in units of %v: %v", unit, err)
		}
	}
}
