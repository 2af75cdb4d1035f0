package growth

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func TestLinearTrend(t *testing.T) {
	s := Series{"Energy", "FTE", 2014, []float64{12400, nan, 14650, 16100, 17600}}
	trend, err := LinearTrend(s)
	if err != nil || trend.Log || trend.Name != "Energy" || trend.Unit != "FTE" || trend.Line.N != 4 || trend.Line.Missing != 1 {
		t.Fatalf("%+v, %v", trend, err)
	}
	line, err := FitLine([]float64{2014, 2016, 2017, 2018}, []float64{12400, 14650, 16100, 17600})
	if err != nil {
		t.Fatal(err)
	}
	if trend.Line.Slope != line.Slope || trend.Line.ResidualSD != line.ResidualSD {
		t.Errorf("trend %+v, line %+v", trend.Line, line)
	}
	for _, year := range []int{2014, 2015, 2025} {
		mean, err1 := trend.At(year, .9)
		wantMean, _ := line.MeanInterval(float64(year), .9)
		prediction, err2 := trend.Predict(year, .9)
		wantPrediction, _ := line.PredictionInterval(float64(year), .9)
		if err1 != nil || err2 != nil || mean != wantMean || prediction != wantPrediction {
			t.Errorf("%d: %v, %v, %v, %v", year, mean, err1, prediction, err2)
		}
	}
	if _, err := trend.Growth(0); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("rate of a linear trend: %v", err)
	}
}

func TestLogLinearTrend(t *testing.T) {
	// Growth of exactly 12 % a year, whatever the trend makes of its rounding.
	s := Series{Name: "Energy", Unit: "FTE", FirstYear: 2014}
	for n := range 8 {
		s.Values = append(s.Values, Rate(.12).Compound(17600, float64(n)))
	}
	trend, err := LogLinearTrend(s)
	if err != nil || !trend.Log {
		t.Fatal(trend, err)
	}
	g, err := trend.Growth(0)
	if err != nil || math.Abs(g.Estimate-.12) > 1e-14 || math.Abs(g.Low-.12) > 1e-13 || math.Abs(g.High-.12) > 1e-13 || g.Level != .95 {
		t.Errorf("growth %v, %v", g, err)
	}
	if p, err := trend.Predict(2025, 0); err != nil || !near(p.Estimate, 17600*math.Pow(1.12, 11), 1e-12) {
		t.Errorf("2025: %v, %v", p, err)
	}

	// Intervals are those of the line of logarithms, taken back.
	s = Series{"", "DKK", 2010, []float64{5, 7, 6, 9, 14, 11}}
	trend, err = LogLinearTrend(s)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := trend.Predict(2020, .8)
	m, _ := trend.At(2020, .8)
	want, _ := trend.Line.PredictionInterval(2020, .8)
	if p.Low != math.Exp(want.Low) || p.High != math.Exp(want.High) || p.Estimate != math.Exp(want.Estimate) || p.Level != .8 {
		t.Errorf("prediction %v of %v", p, want)
	}
	if !(0 < p.Low && p.Low < m.Low && m.Low < m.Estimate && m.Estimate < m.High && m.High < p.High && m.Estimate == p.Estimate) {
		t.Errorf("prediction %v, mean %v", p, m)
	}
	b, _ := trend.Line.SlopeInterval(.8)
	if g, err := trend.Growth(.8); err != nil || g.Estimate != math.Expm1(b.Estimate) || g.Low != math.Expm1(b.Low) || g.High != math.Expm1(b.High) {
		t.Errorf("growth %v of %v, %v", g, b, err)
	}
	// Money in another unit grows as fast.
	for i := range s.Values {
		s.Values[i] *= 1000
	}
	thousands, err := LogLinearTrend(s)
	if err != nil || !near(thousands.Line.Slope, trend.Line.Slope, 1e-13) || !near(thousands.Line.ResidualSD, trend.Line.ResidualSD, 1e-13) {
		t.Errorf("in thousands: %+v, %v", thousands, err)
	}
}

// TestMedianOfLogLinear draws log-normal figures: the trend taken back is their
// median and lies below their mean.
func TestMedianOfLogLinear(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	const sigma = .8
	s := Series{FirstYear: 1, Values: make([]float64, 20000)}
	below, sum := 0, 0.
	for i := range s.Values {
		s.Values[i] = math.Exp(2 + sigma*rng.NormFloat64())
	}
	trend, err := LogLinearTrend(s)
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range s.Values {
		m, _ := trend.At(s.FirstYear+i, 0)
		sum += x / m.Estimate
		if x < m.Estimate {
			below++
		}
	}
	if share := float64(below) / float64(s.Len()); math.Abs(share-.5) > .02 {
		t.Errorf("%v lie below the median", share)
	}
	if ratio := sum / float64(s.Len()); math.Abs(ratio-math.Exp(sigma*sigma/2)) > .05 {
		t.Errorf("mean over median %v, want %v", ratio, math.Exp(sigma*sigma/2))
	}
}

func TestTrendEdges(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		fit    func(Series) (*Trend, error)
		want   error
	}{
		{"nothing", nil, LinearTrend, ErrTooFew},
		{"two years", []float64{1, nan, 2}, LinearTrend, ErrTooFew},
		{"two years, log", []float64{1, nan, 2}, LogLinearTrend, ErrTooFew},
		{"infinite", []float64{1, 2, math.Inf(1)}, LinearTrend, ErrNotKnown},
		{"infinite, log", []float64{1, 2, math.Inf(-1)}, LogLinearTrend, ErrNotKnown},
		{"log of zero", []float64{1, 0, 2, 3}, LogLinearTrend, ErrNotPositive},
		{"log of a loss", []float64{1, -1, 2, 3}, LogLinearTrend, ErrNotPositive},
	} {
		if _, err := c.fit(Series{Name: "x", FirstYear: 2014, Values: c.values}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	if trend, err := LinearTrend(Series{FirstYear: 2014, Values: []float64{0, -1, -2}}); err != nil || trend.Line.Slope != -1 {
		t.Errorf("zero and losses: %+v, %v", trend, err)
	}
	trend, err := LogLinearTrend(Series{Name: "x", FirstYear: 2014, Values: []float64{1, 2, 3}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []func() (Interval, error){
		func() (Interval, error) { return trend.Growth(2) },
		func() (Interval, error) { return trend.At(2020, -1) },
		func() (Interval, error) { return trend.Predict(2020, 1) },
	} {
		if i, err := f(); !errors.Is(err, ErrLevel) || i != (Interval{}) {
			t.Errorf("%v, %v", i, err)
		}
	}
	if _, err := new(Trend).At(2020, 0); !errors.Is(err, ErrTooFew) {
		t.Errorf("a trend never fitted: %v", err)
	}
}

func TestTrendWarnings(t *testing.T) {
	var wave, jagged, straight Series
	for i := range 20 {
		x := float64(i)
		wave.Values = append(wave.Values, 100+3*x+8*math.Sin(x/3))
		jagged.Values = append(jagged.Values, 100+3*x+float64(i%2))
		straight.Values = append(straight.Values, 100+.1*x)
	}
	trend, err := LinearTrend(wave)
	if err != nil {
		t.Fatal(err)
	}
	if w, ok := errors.AsType[*SerialResiduals](errors.Join(trend.Warnings...)); !ok || len(trend.Warnings) != 1 || w.N != 20 || w.Correlation < .6 {
		t.Errorf("a wave: %v", trend.Warnings)
	}
	// Worked out anew.
	e := func(i int) float64 { return wave.Values[i] - trend.Line.Intercept - trend.Line.Slope*float64(i) }
	products := 0.0
	for i := 1; i < 20; i++ {
		products += e(i) * e(i-1)
	}
	if w, _ := errors.AsType[*SerialResiduals](errors.Join(trend.Warnings...)); !near(w.Correlation, products/trend.Line.ResidualSS, 1e-9) {
		t.Errorf("correlation %v, want %v", w.Correlation, products/trend.Line.ResidualSS)
	}
	if trend, err := LinearTrend(jagged); err != nil || len(trend.Warnings) != 0 {
		t.Errorf("jagged: %v, %v", trend.Warnings, err)
	}
	trend, err = LinearTrend(straight)
	if _, ok := errors.AsType[*RoundingResiduals](errors.Join(trend.Warnings...)); err != nil || !ok || len(trend.Warnings) != 1 {
		t.Errorf("straight: %v, %v", trend.Warnings, err)
	}
}
