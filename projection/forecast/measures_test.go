package forecast

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
)

func TestMeasureOfDomain(t *testing.T) {
	a, err := Measure([]float64{10, 12, 15, 19}, []float64{22, 26}, []float64{23, 24})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "ME", a.ME, .5, 1e-15)
	near(t, "MAE", a.MAE, 1.5, 1e-15)
	near(t, "MASE", a.MASE, .5, 1e-15)
	near(t, "RMSE", a.RMSE, math.Sqrt(2.5), 1e-15)
	near(t, "MAPE", a.MAPE, 6.11888, 5e-6)
	near(t, "sMAPE", a.SMAPE, 6.22222, 5e-6)
	near(t, "scale", a.Scale, 3, 1e-15)
}

func TestMeasureOfDegenerateFigures(t *testing.T) {
	nan := math.NaN()
	a, err := Measure([]float64{5, nan, 5, 5}, []float64{nan, 0, 0, 4}, []float64{1, 0, 2, nan})
	if err != nil {
		t.Fatal(err)
	}
	if a.N != 2 || a.Missing != 2 {
		t.Errorf("N %d, missing %d", a.N, a.Missing)
	}
	near(t, "sMAPE of 0 and 0, 0 and 2", a.SMAPE, 100, 1e-12)
	if !math.IsNaN(a.MAPE) || !math.IsNaN(a.MASE) || a.Scale != 0 {
		t.Errorf("MAPE %v, MASE %v, scale %v: want NaN, NaN, 0", a.MAPE, a.MASE, a.Scale)
	}
	if _, err := Measure(nil, []float64{nan}, []float64{1}); !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("no year: %v", err)
	}
	if _, err := Measure(nil, []float64{math.Inf(1)}, []float64{1}); !errors.Is(err, growth.ErrNotKnown) {
		t.Errorf("infinite: %v", err)
	}
	if a, _ := Measure([]float64{1e300, 3e300}, []float64{1e300}, []float64{2e300}); a.RMSE != 1e300 || a.MASE != .5 {
		t.Errorf("large figures: RMSE %v, MASE %v", a.RMSE, a.MASE)
	}
	defer func() {
		if recover() == nil {
			t.Error("lengths that differ do not panic")
		}
	}()
	_, _ = Measure(nil, []float64{1}, nil)
}

// TestMeasureScales: errors in another unit are in that unit, ratios are the same.
func TestMeasureScales(t *testing.T) {
	train, actual, f := []float64{10, 12, 15, 19}, []float64{22, 26, 20}, []float64{23, 24, 21}
	scaled := func(x []float64) []float64 {
		out := make([]float64, len(x))
		for i, v := range x {
			out[i] = 1024 * v
		}
		return out
	}
	a, _ := Measure(train, actual, f)
	b, _ := Measure(scaled(train), scaled(actual), scaled(f))
	if b.MAE != 1024*a.MAE || b.RMSE != 1024*a.RMSE || b.SMAPE != a.SMAPE || b.MASE != a.MASE || b.MAPE != a.MAPE {
		t.Errorf("%+v and %+v", a, b)
	}
}

func TestScoresOfDomain(t *testing.T) {
	near(t, "CRPS of N(0,1) at 0", CRPSNormal(0, 1, 0), .2336950, 5e-8)
	near(t, "CRPS of N(0,1) at 1", CRPSNormal(0, 1, 1), .6024414, 5e-8)
	near(t, "CRPS of N(3,2) at 5", CRPSNormal(3, 2, 5), 2*.6024414, 1e-7)
	near(t, "CRPS without spread", CRPSNormal(3, 0, 5), 2, 0)
	near(t, "CRPS with hardly any", CRPSNormal(3, 1e-310, 5), 2, 0)
	near(t, "pinball below", Pinball(.9, 10, 14), 3.6, 1e-15)
	near(t, "pinball above", Pinball(.9, 10, 6), .4, 1e-15)
	near(t, "Winkler inside", Winkler(1, 4, .8, 2), 3, 0)
	near(t, "Winkler below", Winkler(1, 4, .8, .5), 3+10*.5, 1e-12)
	near(t, "Winkler above", Winkler(1, 4, .95, 5), 3+40, 1e-9)
	for _, v := range []float64{Pinball(0, 1, 1), Pinball(1, 1, 1), Winkler(2, 1, .8, 1), Winkler(1, 2, 1, 1),
		CRPSNormal(0, -1, 0), CRPSNormal(math.NaN(), 1, 0), Pinball(.5, math.NaN(), 1)} {
		if !math.IsNaN(v) {
			t.Errorf("%v in place of NaN", v)
		}
	}
}

// TestCRPSOfStep compares the mean of 100 pinball losses with the closed form, and
// the interval score with the pinball losses of the interval's ends.
func TestCRPSOfStep(t *testing.T) {
	s := Step{Spreads: []Spread{{Median: 100, SD: 4, Freedom: math.Inf(1), Widening: 1, Share: 1}}}
	for _, y := range []float64{90, 98, 100, 101, 107} {
		want := CRPSNormal(100, 4, y)
		near(t, "CRPS", s.CRPS(y), want, .01*want)
		low, high := s.quantile(.1), s.quantile(.9)
		near(t, "Winkler", Winkler(low, high, .8, y), 2/.2*(Pinball(.1, low, y)+Pinball(.9, high, y)), 1e-9)
	}
	wide := Step{Spreads: []Spread{
		{Median: 100, SD: 4, Freedom: 9, Widening: 1, Share: .5}, {Median: 10, SD: 20, Freedom: 1, Widening: 1, Log: true, Share: .5},
	}}
	if q, err := (Step{}).Quantile(.5); err != nil || !math.IsNaN(q) {
		t.Errorf("a step without spreads has a median of %v, %v", q, err)
	}
	if q, err := wide.Quantile(.995); err != nil || !math.IsInf(q, 1) || !math.IsInf(wide.CRPS(1), 1) {
		t.Errorf("a quantile beyond the range of numbers is %v, %v, and the CRPS %v", q, err, wide.CRPS(1))
	}
	if !math.IsNaN((Step{}).CRPS(1)) {
		t.Error("a step without spreads has a CRPS")
	}
}
