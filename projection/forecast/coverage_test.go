package forecast

import (
	"flag"
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"smartcity/growth"
)

// measure prints the tables of widening.go and of the package comment: go test ./projection/forecast -run TestMeasure -v -measure 4000
var measure = flag.Int("measure", 0, "histories of each length to measure widening and coverage with")

// past draws a history of n years and 12 years of its future from what a method
// takes the world to be. Level, unit and first trend do not matter to the
// methods, whose errors follow their scale.
func past(r *rand.Rand, m Model, n int) (history, future []float64) {
	s := smoother{phi: 1, alpha: .1 + .8*r.Float64(), level: 10000}
	drift := 0.
	switch m.(type) {
	case Holt:
		s.beta, s.slope = s.alpha*.3*r.Float64(), 10
	case DampedHolt:
		s.beta, s.slope, s.phi = s.alpha*.3*r.Float64(), 10, phiLow+(phiHigh-phiLow)*r.Float64()
	case Theta:
		drift = .5 * r.NormFloat64()
	case Average:
		s.beta, s.slope, s.phi = s.alpha*.3*r.Float64(), r.NormFloat64(), phiLow+(phiHigh-phiLow)*r.Float64()
	}
	y := make([]float64, n+12)
	for i := range y {
		forecast := s.level + s.phi*s.slope + drift
		e := r.NormFloat64()
		y[i] = forecast + e
		s.level, s.slope = forecast+s.alpha*e, s.phi*s.slope+s.beta*e
	}
	return y[:n], y[n:]
}

// ratios returns, by steps ahead, the sizes of errors in units of the half-width
// of the interval of a level.
func ratios(m Model, n, histories int, level float64, steps []int) [][]float64 {
	const block = 250
	blocks := (histories + block - 1) / block
	out := make([][]float64, len(steps))
	for j := range out {
		out[j] = make([]float64, blocks*block)
	}
	work := make(chan int, blocks)
	for b := range blocks {
		work <- b
	}
	close(work)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for b := range work {
				r := rand.New(rand.NewPCG(uint64(n), uint64(b)))
				for k := range block {
					history, future := past(r, m, n)
					fit, err := m.Fit(growth.Series{FirstYear: 1, Values: history})
					if err != nil {
						panic(err)
					}
					f, err := fit.Forecast(12, level)
					if err != nil {
						panic(err)
					}
					for j, step := range steps {
						s := f.Steps[step-1]
						out[j][b*block+k] = math.Abs(future[step-1]-s.Point) / ((s.High - s.Low) / 2)
					}
				}
			}
		})
	}
	wg.Wait()
	return out
}

// TestMeasureWidening prints the tables of widening.go: the factors for 80 and
// 95 %, of which the larger is taken, and what the interval covers as it is. It
// has to be run with the factors there set to 1 to measure them anew.
func TestMeasureWidening(t *testing.T) {
	for _, m := range []Model{SES{}, Holt{}, DampedHolt{}, Theta{}, Average{}} {
		for _, n := range wideningYears() {
			if _, err := m.Fit(growth.Series{Values: make([]float64, n)}); err != nil || *measure == 0 {
				continue
			}
			for _, level := range []float64{.8, .95} {
				var factors, covered []float64
				for _, r := range ratios(m, n, *measure, level, wideningSteps()) {
					q, err := growth.Quantile(r, level)
					if err != nil {
						t.Fatal(err)
					}
					factors, covered = append(factors, math.Round(100*q)/100), append(covered, math.Round(1000*within(r))/10)
				}
				t.Log(m, n, level, factors, covered)
			}
		}
	}
}

// within returns the fraction of ratios that lie within the interval.
func within(ratios []float64) float64 {
	n := 0
	for _, r := range ratios {
		if r <= 1 {
			n++
		}
	}
	return float64(n) / float64(len(ratios))
}

// TestCoverage measures intervals after widening. They cover what they should, or
// more where the other of the two levels asked for a larger factor.
func TestCoverage(t *testing.T) {
	for _, m := range []Model{SES{}, Holt{}, DampedHolt{}, Theta{}, Average{}} {
		for _, level := range []float64{.8, .95} {
			for _, n := range []int{7, 12} {
				if testing.Short() && n > 7 {
					continue
				}
				for i, r := range ratios(m, n, 500, level, []int{1, 4}) {
					if c := within(r); c < level-.045 || c > level+.08 {
						t.Errorf("%s, %d years: an interval of %v covers %v of what comes (%d)", m, n, level, c, i)
					}
				}
			}
		}
	}
}

// TestExactCoverage: the intervals of naive, drift and the trends cover 78 to 82 %
// where they should cover 80, however short the history.
func TestExactCoverage(t *testing.T) {
	histories := thin(3000)
	for _, n := range []int{4, 8, 20} {
		for _, m := range []Model{Naive{}, Drift{}, LinearTrend{}, LogLinearTrend{}} {
			r := rand.New(rand.NewPCG(uint64(n), 7))
			in := 0
			for range histories {
				y := make([]float64, n+3)
				level := 1e5
				for i := range y {
					switch m.(type) {
					case Naive:
						level += 100 * r.NormFloat64()
						y[i] = level
					case Drift:
						level += 50 + 100*r.NormFloat64()
						y[i] = level
					case LinearTrend:
						y[i] = level + 50*float64(i) + 100*r.NormFloat64()
					default:
						y[i] = level * math.Exp(.05*float64(i)+.1*r.NormFloat64())
					}
				}
				fit, err := m.Fit(growth.Series{FirstYear: 2000, Values: y[:n]})
				if err != nil {
					t.Fatal(err)
				}
				f, err := fit.Forecast(3, .8)
				if err != nil {
					t.Fatal(err)
				}
				if s := f.Steps[2]; s.Low <= y[n+2] && y[n+2] <= s.High {
					in++
				}
			}
			if c := float64(in) / float64(histories); math.Abs(c-.8) > 1.095/math.Sqrt(float64(histories)) { // .02 for 3,000
				t.Errorf("%s, %d years: covers %v", m, n, c)
			}
		}
	}
}

// TestCurveCoverage measures the intervals of growth curves past their inflection,
// with errors of 2 % of saturation, three years ahead, where they are not refused.
func TestCurveCoverage(t *testing.T) {
	for _, n := range []int{8, 12, 20, 30} {
		if testing.Short() && n > 8 {
			continue
		}
		launch := float64(2000 - n/4)
		for _, c := range []struct {
			model GrowthCurve
			truth growth.Curve // over n years
		}{
			{GrowthCurve{}, growth.Logistic{B1: 1000, B2: 3, B3: 6 / float64(n), Origin: 1999}},
			{GrowthCurve{growth.Gompertz{}}, growth.Gompertz{A: 1000, B: math.E, C: 5 / float64(n), Origin: 1999}},
			{GrowthCurve{growth.Bass{Origin: launch}}, growth.Bass{M: 1000, P: .15 / float64(n), Q: 5 / float64(n), Origin: launch}},
		} {
			r := rand.New(rand.NewPCG(uint64(n), 9))
			in, fits, tries := 0, 0, 60
			if *measure > 0 {
				tries = *measure
			}
			for range tries {
				y := make([]float64, n+3)
				for i := range y {
					y[i] = c.truth.At(float64(2000+i)) + 20*r.NormFloat64()
				}
				fit, err := c.model.Fit(growth.Series{FirstYear: 2000, Values: y[:n]})
				if err != nil {
					continue
				}
				f, err := fit.Forecast(3, .8)
				if err != nil {
					t.Fatal(err)
				}
				fits++
				if s := f.Steps[2]; s.Low <= y[n+2] && y[n+2] <= s.High {
					in++
				}
			}
			covered := float64(in) / float64(fits)
			t.Logf("%v, %d years: %d of %d fits, covers %.3f", c.model, n, fits, tries, covered)
			if fits < tries/2 || covered < .65 || covered > .95 { // three standard errors around 80 %
				t.Errorf("%v, %d years: %d of %d fits, covers %v", c.model, n, fits, tries, covered)
			}
		}
	}
}
