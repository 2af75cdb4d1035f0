package growth

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func near(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

// oracle fits a line from the normal equations in 2000 bits, uncentred.
func oracle(x, y []float64) (intercept, slope, residualSS, slopeVariance, interceptVariance *big.Float) {
	z := func() *big.Float { return new(big.Float).SetPrec(2000) }
	mul := func(a, b *big.Float) *big.Float { return z().Mul(a, b) }
	sub := func(a, b *big.Float) *big.Float { return z().Sub(a, b) }
	quo := func(a, b *big.Float) *big.Float { return z().Quo(a, b) }
	n, sx, sy, sxx, sxy := bigOf(float64(len(x))), z(), z(), z(), z()
	for i := range x {
		a, b := bigOf(x[i]), bigOf(y[i])
		sx.Add(sx, a)
		sy.Add(sy, b)
		sxx.Add(sxx, mul(a, a))
		sxy.Add(sxy, mul(a, b))
	}
	det := sub(mul(n, sxx), mul(sx, sx))
	slope = quo(sub(mul(n, sxy), mul(sx, sy)), det)
	intercept = quo(sub(sy, mul(slope, sx)), n)
	residualSS = z()
	for i := range x {
		e := sub(sub(bigOf(y[i]), intercept), mul(slope, bigOf(x[i])))
		residualSS.Add(residualSS, mul(e, e))
	}
	variance := quo(residualSS, bigOf(float64(len(x)-2)))
	slopeVariance = quo(mul(n, variance), det)
	interceptVariance = quo(mul(variance, sxx), det)
	return intercept, slope, residualSS, slopeVariance, interceptVariance
}

// TestLineAgainstExactArithmetic fits lines that are hard in one double: years
// as x, a spread of 10⁻⁹ beside the mean, slopes that nearly vanish.
func TestLineAgainstExactArithmetic(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		n := 3 + rng.IntN(60)
		x, y := make([]float64, n), make([]float64, n)
		xOffset, xScale := math.Pow(10, float64(rng.IntN(10))), math.Pow(10, float64(rng.IntN(4)-2))
		yOffset, yScale := math.Pow(10, float64(rng.IntN(13))), math.Pow(10, float64(rng.IntN(4)-2))
		slope := rng.NormFloat64() * float64(rng.IntN(2))
		for i := range x {
			x[i] = xOffset + xScale*float64(i)
			y[i] = yOffset + yScale*(slope*float64(i)+rng.NormFloat64())
		}
		line, err := FitLine(x, y)
		if err != nil {
			t.Fatal(err)
		}
		intercept, b, ss, bVariance, aVariance := oracle(x, y)
		for _, c := range []struct {
			name string
			got  float64
			want *big.Float
		}{
			{"intercept", line.Intercept, intercept}, {"slope", line.Slope, b}, {"residual SS", line.ResidualSS, ss},
			{"slope standard error", line.SlopeStdErr, bVariance.Sqrt(bVariance)},
			{"intercept standard error", line.InterceptStdErr, aVariance.Sqrt(aVariance)},
		} {
			if e := relative(bigOf(c.got), c.want); e > 1e-15 {
				t.Fatalf("%s = %v is off by %g (n = %d, x from %v, y from %v)", c.name, c.got, e, n, x[0], y[0])
			}
		}
	}
}

// TestLineIntervals works the formulas out anew, from Σ and x̄.
func TestLineIntervals(t *testing.T) {
	x := []float64{2014, 2015, 2016, 2017, 2018}
	y := []float64{12400, 13500, 14650, 16100, 17600}
	line, err := FitLine(x, y)
	if err != nil {
		t.Fatal(err)
	}
	// b = Σ(x−x̄)(y−ȳ)/10 = 1300, ȳ = 14850; residuals 150, −50, −200, −50, 150.
	if line.Slope != 1300 || line.ResidualSS != 90000 || line.Intercept != 14850-2016*1300 {
		t.Errorf("slope %v, residual SS %v, intercept %v", line.Slope, line.ResidualSS, line.Intercept)
	}
	const tFactor = 3.18244630528371 // 95 %, 3 degrees of freedom
	s := math.Sqrt(90000. / 3)
	for _, at := range []float64{2014, 2016, 2016.5, 2025, 1990} {
		d := at - 2016
		estimate := 14850 + 1300*d
		mean := tFactor * s * math.Sqrt(.2+d*d/10)
		prediction := tFactor * s * math.Sqrt(1+.2+d*d/10)
		m, err1 := line.MeanInterval(at, .95)
		p, err2 := line.PredictionInterval(at, 0)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for _, c := range []struct {
			i    Interval
			half float64
		}{{m, mean}, {p, prediction}} {
			if !near(c.i.Estimate, estimate, 1e-15) || !near(c.i.Low, estimate-c.half, 1e-12) || !near(c.i.High, estimate+c.half, 1e-12) || c.i.Level != .95 {
				t.Errorf("at %v: %v, want %v ± %v", at, c.i, estimate, c.half)
			}
		}
	}
	b, err := line.SlopeInterval(.95)
	if half := tFactor * s / math.Sqrt(10); err != nil || !near(b.High-b.Estimate, half, 1e-12) || !near(b.Estimate-b.Low, half, 1e-12) {
		t.Errorf("slope %v ± %v: %v, %v", line.Slope, half, b, err)
	}
	wide, _ := line.PredictionInterval(2025, .99)
	narrow, _ := line.PredictionInterval(2025, .5)
	if !(wide.Low < narrow.Low && narrow.High < wide.High) {
		t.Errorf("99 %% %v, 50 %% %v", wide, narrow)
	}
}

// TestPredictionCoverage draws from a known line: the interval must hold the
// next observation as often as it says.
func TestPredictionCoverage(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	const level = .8
	rounds := thin(20000)
	prediction, mean := 0, 0
	x, y := make([]float64, 6), make([]float64, 6)
	for range rounds {
		for i := range x {
			x[i], y[i] = float64(2010+i), 5+3*float64(i)+rng.NormFloat64()
		}
		line, err := FitLine(x, y)
		if err != nil {
			t.Fatal(err)
		}
		truth := 5 + 3*8.
		p, _ := line.PredictionInterval(2018, level)
		m, _ := line.MeanInterval(2018, level)
		if next := truth + rng.NormFloat64(); p.Low <= next && next <= p.High {
			prediction++
		}
		if m.Low <= truth && truth <= m.High {
			mean++
		}
	}
	// Four standard errors of a share.
	tolerance := 4 * math.Sqrt(level*(1-level)/float64(rounds))
	for name, hits := range map[string]int{"prediction": prediction, "mean": mean} {
		if share := float64(hits) / float64(rounds); math.Abs(share-level) > tolerance {
			t.Errorf("the %s interval holds %v, not %v", name, share, level)
		}
	}
}

func TestLineBitsInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	x, y := make([]float64, 50), make([]float64, 50)
	for i := range x {
		x[i], y[i] = math.Round(10*rng.NormFloat64())/10, rng.NormFloat64()*1e3
	}
	x[7], y[9] = nan, nan
	want, err := FitLine(x, y)
	if err != nil || want.Missing != 2 || want.N != 48 {
		t.Fatal(want, err)
	}
	for range 50 {
		rng.Shuffle(len(x), func(i, j int) { x[i], x[j] = x[j], x[i]; y[i], y[j] = y[j], y[i] })
		if got, err := FitLine(x, y); err != nil || *got != *want {
			t.Fatalf("%v, %v; want %v", got, err, want)
		}
	}
	// Another unit is another power of two or of ten.
	for i := range y {
		y[i] *= 1 << 20
	}
	got, err := FitLine(x, y)
	if err != nil || got.Slope != want.Slope*(1<<20) || got.InterceptStdErr != want.InterceptStdErr*(1<<20) || got.F != want.F {
		t.Errorf("scaled: %v, %v", got, err)
	}
}

func TestLineEdges(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		name string
		x, y []float64
		want error
	}{
		{"nothing", nil, nil, ErrTooFew},
		{"two pairs", []float64{1, 2}, []float64{1, 2}, ErrTooFew},
		{"two known", []float64{1, 2, 3, nan}, []float64{1, 2, nan, 4}, ErrTooFew},
		{"one x", []float64{2, 2, 2}, []float64{1, 2, 3}, ErrConstant},
		{"infinite x", []float64{1, 2, inf}, []float64{1, 2, 3}, ErrNotKnown},
		{"infinite y", []float64{1, 2, 3}, []float64{1, -inf, 3}, ErrNotKnown},
		{"infinite beside missing", []float64{1, 2, 3, nan}, []float64{1, 2, 3, inf}, ErrNotKnown},
	} {
		if _, err := FitLine(c.x, c.y); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}

	flat, err := FitLine([]float64{1, 2, 4}, []float64{.1, .1, .1})
	if err != nil || flat.Slope != 0 || flat.ResidualSD != 0 || flat.Intercept != .1 || !math.IsNaN(flat.RSquared) || !math.IsNaN(flat.F) {
		t.Errorf("flat: %+v, %v", flat, err)
	}
	straight, err := FitLine([]float64{1, 2, 4, 7}, []float64{3, 5, 9, 15})
	if err != nil || straight.Slope != 2 || straight.Intercept != 1 || straight.ResidualSD != 0 || straight.RSquared != 1 || !math.IsInf(straight.F, 1) {
		t.Errorf("straight: %+v, %v", straight, err)
	}
	origin, err := FitLine([]float64{.1, .2, .4}, []float64{.3, .6, 1.2})
	if err != nil || origin.Slope != 2.9999999999999996 || origin.Intercept != 0 || origin.ResidualSD != 0 {
		// 0.3 is a little less than three times 0.1 in float64.
		t.Errorf("through the origin: %+v, %v", origin, err)
	}
	tenths, err := FitLine([]float64{.1, .2, .3}, []float64{.3, .6, .9})
	if err != nil || !near(tenths.Slope, 3, 1e-15) || !(tenths.ResidualSD > 1e-18) {
		// Decimals are not on a line to the last digit, and it shows.
		t.Errorf("tenths: %+v, %v", tenths, err)
	}
	for _, x := range [][]float64{{1, 2, 4}, {2014, 2015, 2020}, {-5, 3, 9, 11, 13, 20, 21}} {
		y := make([]float64, len(x))
		for i := range x {
			y[i] = 5*x[i] - 7
		}
		if exact, err := FitLine(x, y); err != nil || exact.Slope != 5 || exact.Intercept != -7 || exact.ResidualSD != 0 || exact.SlopeStdErr != 0 || !math.IsInf(exact.F, 1) {
			t.Errorf("a line through %v: %+v, %v", x, exact, err)
		}
	}
	// Means in thirds leave no slope where there is none.
	for _, p := range [][2][]float64{
		{{0, 1, 3, 10, 7, 3}, {3, 4, 3, 5, 2, 9}}, {{0, 1, 5, 5, 7, 3}, {0, 7, 5, 5, 2, 9}}, {{0, 1, 7, 0, 7, 3}, {5, 7, 9, 5, 2, 9}},
	} {
		if level, err := FitLine(p[0], p[1]); err != nil || level.Slope != 0 || level.ResidualSD == 0 {
			t.Errorf("level: %+v, %v", level, err)
		}
	}
	// A residual of one last digit is no noise.
	bent, err := FitLine([]float64{1, 2, 3, 4}, []float64{1, 2, 3, math.Nextafter(4, 5)})
	if err != nil || !(bent.ResidualSD > 1e-17) {
		t.Errorf("bent: %+v, %v", bent, err)
	}
	if line, err := FitLine([]float64{1e300, 2e300, 3e300}, []float64{-1e308, 0, 1.5e308}); !errors.Is(err, ErrOverflow) {
		t.Errorf("intercept of −2.3e308: %+v, %v", line, err)
	}
	large, err := FitLine([]float64{-1e300, 0, 1e300}, []float64{-1e308, 0, 1.5e308})
	if err != nil || !near(large.Slope, 1.25e8, 1e-15) || math.IsInf(large.ResidualSD, 0) {
		t.Errorf("large: %+v, %v", large, err)
	}
	small, err := FitLine([]float64{1e-300, 2e-300, 3e-300}, []float64{1e-300, 2e-300, 3.5e-300})
	if err != nil || !near(small.Slope, 1.25, 1e-15) || small.SlopeStdErr == 0 {
		t.Errorf("small: %+v, %v", small, err)
	}

	for _, level := range []float64{-.1, 1, 95, nan} {
		_, err1 := straight.SlopeInterval(level)
		_, err2 := straight.MeanInterval(1, level)
		_, err3 := straight.PredictionInterval(1, level)
		for _, err := range []error{err1, err2, err3} {
			if !errors.Is(err, ErrLevel) {
				t.Errorf("level %v: %v", level, err)
			}
		}
	}
	if _, err := straight.MeanInterval(nan, 0); !errors.Is(err, ErrNotKnown) {
		t.Errorf("at NaN: %v", err)
	}
	if _, err := new(Line).SlopeInterval(0); !errors.Is(err, ErrTooFew) {
		t.Errorf("a line never fitted: %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("slices of different length did not panic")
		}
	}()
	_, _ = FitLine([]float64{1}, nil)
}

func BenchmarkFitLine(b *testing.B) {
	x, y := make([]float64, 1000), make([]float64, 1000)
	for i := range x {
		x[i], y[i] = float64(i), float64(i*i%97)
	}
	for b.Loop() {
		if _, err := FitLine(x, y); err != nil {
			b.Fatal(err)
		}
	}
}
