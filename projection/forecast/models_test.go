package forecast

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
)

func everyModel() []Model {
	return append(Models(), GrowthCurve{}, GrowthCurve{growth.Gompertz{}}, Average{Models: []Model{Naive{}, Average{}}})
}

func TestNaiveAndDrift(t *testing.T) {
	// Changes 2, 3, 4: s² = 29/3 around 0, 1 around their mean.
	s := yearly(2015, 10, 12, 15, 19)
	f := mustForecast(t, Naive{}, s, 4, .8)
	near(t, "naive", f.Steps[3].Point, 19, 0)
	near(t, "naive, 80 %", f.Steps[3].High, 19+1.637744354*math.Sqrt(29./3*4), 1e-7) // t of 3 at .9
	near(t, "cut at zero", f.Steps[3].Low, 19-1.637744354*math.Sqrt(29./3*4), 1e-7)
	f = mustForecast(t, Drift{}, s, 2, .8)
	near(t, "drift", f.Steps[1].Point, 25, 1e-12)
	near(t, "drift, 80 %", f.Steps[1].High, 25+1.885618083*math.Sqrt(2*(1+2./3)), 1e-7) // t of 2 at .9
	if f.Origin != 2018 || f.Steps[0].Year != 2019 || f.N != 4 {
		t.Errorf("origin %d, first year %d, N %d", f.Origin, f.Steps[0].Year, f.N)
	}
	// The change 12 → 19 over two years counts as 49/2.
	f = mustForecast(t, Naive{}, yearly(2015, math.NaN(), 10, 12, math.NaN(), 19, math.NaN()), 1, 0)
	near(t, "over a gap", f.ResidualSD, math.Sqrt((4+49./2)/2), 1e-12)
	w, ok := errors.AsType[*MissingYears](f.Warnings[0])
	if !ok || !slices.Equal(w.Years, []int{2015, 2018, 2020}) || f.Origin != 2019 {
		t.Errorf("warning %v, origin %d", f.Warnings[0], f.Origin)
	}
	f = mustForecast(t, Drift{}, yearly(2015, 10, 12, math.NaN(), 19), 1, 0)
	near(t, "drift over a gap", f.ResidualSD, math.Sqrt(1+1./2), 1e-12) // 2 − 3 and 7 − 6
}

// TestTrendIntervals: those of package growth, to all digits that t has.
func TestTrendIntervals(t *testing.T) {
	s := yearly(2010, 100, 108, 121, 128, 142, 149)
	for _, log := range []bool{false, true} {
		m, fit := Model(LinearTrend{}), growth.LinearTrend
		if log {
			m, fit = LogLinearTrend{}, growth.LogLinearTrend
		}
		trend, err := fit(s)
		if err != nil {
			t.Fatal(err)
		}
		for _, level := range []float64{.5, .8, .99} {
			f := mustForecast(t, m, s, 3, level)
			for _, step := range f.Steps {
				want, err := trend.Predict(step.Year, level)
				if err != nil {
					t.Fatal(err)
				}
				near(t, "point", step.Point, want.Estimate, 1e-10)
				near(t, "low", step.Low, want.Low, 1e-7)
				near(t, "high", step.High, want.High, 1e-7)
			}
		}
	}
}

// TestThetaIsSESWithDrift: Hyndman and Billah's identity, with the α of the theta-
// line 2 and the first level that follows for y.
func TestThetaIsSESWithDrift(t *testing.T) {
	s := air()
	f := mustForecast(t, Theta{}, s, 4, 0)
	alpha, b, n := parameter(t, f, "alpha"), parameter(t, f, "slope"), float64(s.Len())
	line, err := growth.LinearTrend(s)
	if err != nil {
		t.Fatal(err)
	}
	start, _ := line.At(1990, 0)
	// l₀ of z is 2·l₀ of y less the line in the first year.
	level := (parameter(t, f, "level") + start.Estimate) / 2
	for _, y := range s.Values {
		level += alpha * (y - level)
	}
	for i, step := range f.Steps {
		want := level + b/2*(float64(i)+1/alpha-math.Pow(1-alpha, n)/alpha)
		near(t, "Theta", step.Point, want, 1e-9)
	}
	// One-step errors of the whole, forecast from theta-lines 0 and 2.
	z, sse := parameter(t, f, "level"), 0.
	for i, y := range s.Values {
		at, _ := line.At(1990+i, 0)
		e := y - (at.Estimate+z)/2
		sse += e * e
		z += alpha * (2*y - at.Estimate - z)
	}
	near(t, "residual SD", f.ResidualSD, math.Sqrt(sse/(n-3)), 1e-9)
}

func TestAverageIsTheMean(t *testing.T) {
	models := []Model{Naive{}, LinearTrend{}, SES{}}
	a := mustForecast(t, Average{models}, air(), 3, .8)
	for i, s := range a.Steps {
		var point, low, high float64
		for _, m := range models {
			f := mustForecast(t, m, air(), 3, .8)
			point, low, high = point+f.Steps[i].Point/3, low+f.Steps[i].Low/3, high+f.Steps[i].High/3
		}
		near(t, "point", s.Point, point, 1e-9)
		near(t, "low", s.Low, low, 1e-9)
		near(t, "high", s.High, high, 1e-9)
	}
	// An average within an average weighs as one.
	inner := mustForecast(t, Average{[]Model{Naive{}, SES{}}}, air(), 1, 0)
	outer := mustForecast(t, Average{[]Model{LinearTrend{}, Average{[]Model{Naive{}, SES{}}}}}, air(), 1, 0)
	line := mustForecast(t, LinearTrend{}, air(), 1, 0)
	near(t, "nested", outer.Steps[0].Point, (inner.Steps[0].Point+line.Steps[0].Point)/2, 1e-9)

	f := mustForecast(t, Average{}, yearly(2015, 3, 4, 6, 5), 1, 0)
	if _, ok := errors.AsType[*MemberRefused](f.Warnings[0]); !ok || len(f.Steps[0].Spreads) != 1 {
		t.Errorf("four years: %v, %d members", f.Warnings, len(f.Steps[0].Spreads))
	}
	_, err := Average{}.Fit(yearly(2015, 3, 4))
	if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != AllRefused || !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("two years: %v", err)
	}
}

// TestGompertzOfCalendarYears: the curve is the same from any origin, and has one
// of its own where calendar years would take b out of range.
func TestGompertzOfCalendarYears(t *testing.T) {
	s := yearly(2010)
	truth := growth.Gompertz{A: 1000, B: math.E, C: .6, Origin: 2010}
	for i := range 10 {
		s.Values = append(s.Values, truth.At(float64(2010+i))+float64(i%3))
	}
	f := mustForecast(t, GrowthCurve{growth.Gompertz{}}, s, 5, .8)
	g := mustForecast(t, GrowthCurve{growth.Gompertz{Origin: 2014}}, s, 5, .8)
	for i := range f.Steps {
		near(t, "point", f.Steps[i].Point, g.Steps[i].Point, 1e-6)
		near(t, "high", f.Steps[i].High, g.Steps[i].High, 1e-6)
	}
	near(t, "b", parameter(t, f, "b"), truth.B, .1)
	near(t, "c", parameter(t, f, "c"), truth.C, .02)
	near(t, "origin", parameter(t, f, "origin"), 2010, 0)
	near(t, "origin given", parameter(t, g, "origin"), 2014, 0)
	fit, err := s.FitCurve(growth.Gompertz{Origin: 2014})
	if err != nil {
		t.Fatal(err)
	}
	again := mustForecast(t, GrowthCurve{fit}, s, 5, .8)
	near(t, "of a fitted curve", again.Steps[4].High, g.Steps[4].High, 0)
	if again.Model != "Gompertz curve" {
		t.Error(again.Model)
	}
}

// TestAverageOfFourYears: SES is all that is left of it, with its interval.
func TestAverageOfFourYears(t *testing.T) {
	s := yearly(2015, 10, 13, 12, 15)
	a, b := mustForecast(t, Average{}, s, 3, .8), mustForecast(t, SES{}, s, 3, .8)
	for i := range a.Steps {
		near(t, "low", a.Steps[i].Low, b.Steps[i].Low, 1e-12)
		near(t, "high", a.Steps[i].High, b.Steps[i].High, 1e-12)
	}
}

// TestModelsScale: a thousandfold series has a thousandfold forecast, and neither
// very large nor very small figures matter, nor does the year.
func TestModelsScale(t *testing.T) {
	for _, m := range everyModel() {
		var last *Forecast
		for _, unit := range []float64{1, 1 << 20, 0x1p-300, 0x1p+400} {
			s := air()
			if unit > 1 {
				s.FirstYear += 700
			}
			s.Values = slices.Clone(s.Values)
			for i := range s.Values {
				s.Values[i] *= unit
			}
			fit, err := m.Fit(s)
			if err != nil {
				if _, ok := errors.AsType[*Refusal](err); !ok {
					t.Errorf("%s: %v", m, err)
				}
				continue
			}
			f, err := fit.Forecast(4, .8)
			if err != nil {
				t.Errorf("%s times %g: %v", m, unit, err)
				continue
			}
			for i, step := range f.Steps {
				if last == nil {
					break
				}
				near(t, m.String(), step.Point/unit, last.Steps[i].Point, 1e-5*last.Steps[i].Point)
				near(t, m.String(), step.High/unit, last.Steps[i].High, 1e-5*last.Steps[i].High)
			}
			if unit == 1 {
				last = f
			}
		}
	}
}

// TestStudentQuantile against tables of t.
func TestStudentQuantile(t *testing.T) {
	for _, c := range []struct{ p, nu, want float64 }{
		{.975, 1, 12.7062047362}, {.975, 2, 4.30265272991}, {.9, 3, 1.63774435369}, {.975, 5, 2.57058183661},
		{.995, 10, 3.16927267262}, {.975, 30, 2.04227245630}, {.9, math.Inf(1), 1.28155156554}, {.5, 4, 0},
	} {
		near(t, "t", studentQuantile(c.p, c.nu), c.want, 1e-9)
		near(t, "t", studentQuantile(1-c.p, c.nu), -c.want, 1e-9)
	}
	// Far out the distribution function tells, which keeps its digits there.
	for _, p := range []float64{1e-15, 1e-9, 1e-4, .2} {
		for _, nu := range []float64{1, 2, 3, 12, 40, 372, 1e6} {
			back := distuv.StudentsT{Sigma: 1, Nu: nu}.CDF(studentQuantile(p, nu))
			if nu == 1 {
				back = math.Atan(-1/studentQuantile(p, nu)) / math.Pi
			}
			near(t, fmt.Sprintf("probability below the quantile at %g of %g degrees of freedom", p, nu), back/p, 1, 1e-9)
		}
	}
}

// TestNarrowIntervals: the ends of an interval never pass its point.
func TestNarrowIntervals(t *testing.T) {
	for _, level := range []float64{1e-15, 1e-12, 1e-9, 1e-6} {
		for n := 4; n < 12; n++ {
			s := air()
			s.Values = s.Values[:n]
			if step := mustForecast(t, Naive{}, s, 1, level).Steps[0]; step.Low > step.Point || step.Point > step.High {
				t.Errorf("level %g of %d years: %v", level, n, step)
			}
		}
	}
}

// competition draws yearly series such as the M3 competition has: 14 to 41 years
// before the split and six after it, growth that wanders about a rate of their
// own, errors of their own size, and now and then a jump.
func competition(n int) []Split {
	r := rand.New(rand.NewPCG(3, 645))
	splits := make([]Split, n)
	for i := range splits {
		y := make([]float64, 20+r.IntN(28))
		own := .02 + .03*r.NormFloat64()
		level, slope := 5000*math.Exp(.5*r.NormFloat64()), own
		noise, walk := .1*r.Float64(), .1*r.Float64()
		for j := range y {
			slope = .3*own + .7*slope + .04*r.NormFloat64()
			level *= math.Exp(slope + walk*r.NormFloat64())
			if r.IntN(40) == 0 {
				level *= .6 + .8*r.Float64()
			}
			y[j] = math.Round(10*level*math.Exp(noise*r.NormFloat64()))/10 + .1
		}
		k := len(y) - 6
		splits[i] = Split{Train: growth.Series{FirstYear: 1950, Unit: "FTE", Values: y[:k]}, Actual: y[k:]}
	}
	return splits
}

// TestEveryModelOnManySeries: of 40 series none gives NaN, an infinity or an error
// that is not a refusal, and only growth curves are refused.
func TestEveryModelOnManySeries(t *testing.T) {
	for i, split := range competition(40) {
		for _, m := range everyModel() {
			e, err := Evaluate(m, split, .8)
			if err != nil {
				if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != NoCurve {
					t.Errorf("series %d, %s: %v", i, m, err)
				}
				continue
			}
			for _, v := range []float64{e.MAE, e.RMSE, e.SMAPE, e.MASE, e.Coverage, e.Winkler, e.Pinball, e.CRPS} {
				if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
					t.Errorf("series %d, %s: %+v", i, m, e)
				}
			}
			for _, s := range e.Forecast.Steps {
				if !(0 <= s.Low && s.Low <= s.Point && s.Point <= s.High) {
					t.Errorf("series %d, %s: %v ≤ %v ≤ %v", i, m, s.Low, s.Point, s.High)
				}
			}
		}
	}
}
