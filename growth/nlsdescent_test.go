package growth

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestFitNLSHardStarts goes from NIST's starts to the solution for the problems
// whose data are not at hand, on data made of the certified parameters and of
// noise as large as the certified residuals.
func TestFitNLSHardStarts(t *testing.T) {
	models := nistModels()
	nelson := func(b []float64, x float64) float64 { // x is the row of two predictors
		x1 := []float64{1, 2, 4, 8, 16, 32, 48, 64}[int(x)/4]
		x2 := []float64{180, 225, 250, 275}[int(x)%4]
		return b[0] - b[1]*x1*math.Exp(-b[2]*x2)
	}
	for _, c := range []struct {
		name   string
		f      func(b []float64, x float64) float64
		truth  []float64
		x      []float64
		sd     float64
		starts [2][]float64
	}{
		{"Gauss1", models["Gauss1"], []float64{98.778210871, .010497276517, 100.48990633, 67.481111276, 23.129773360, 71.994503004, 178.99805021, 18.389389025}, steps(1, 1, 250), 2.3,
			[2][]float64{{97, .009, 100, 65, 20, 70, 178, 16.5}, {94, .0105, 99, 63, 25, 71, 180, 20}}},
		{"Gauss2", models["Gauss2"], []float64{99.018328406, .010994945399, 101.88022528, 107.03095519, 23.578584029, 72.045589471, 153.27010194, 19.525972636}, steps(1, 1, 250), 2.3,
			[2][]float64{{96, .009, 103, 106, 18, 72, 151, 18}, {98, .0105, 103, 105, 20, 73, 150, 20}}},
		{"Gauss3", models["Gauss3"], []float64{98.940368970, .010945879335, 100.69553078, 111.63619459, 23.300500029, 73.705031418, 147.76164251, 19.668221230}, steps(1, 1, 250), 2.3,
			[2][]float64{{94.9, .009, 90.1, 113, 20, 73.8, 140, 20}, {96, .0096, 80, 110, 25, 74, 139, 25}}},
		{"Kirby2", models["Kirby2"], []float64{1.6745063063, -.13927397867, .0025961181191, -.0017241811870, 2.1664802578e-05}, steps(9.65, 2.4, 151), .16,
			[2][]float64{{2, -.1, .003, -.001, .00001}, {1.5, -.15, .0025, -.0015, .00002}}},
		{"Hahn1", models["Hahn1"], []float64{1.0776351733, -.12269296921, .0040863750610, -1.4262662514e-06, -.0057609940901, 2.4053735503e-04, -1.2314450199e-07}, steps(14.13, 3.55, 236), .082,
			[2][]float64{{10, -1, .05, -.00001, -.05, .001, -.000001}, {1, -.1, .005, -.000001, -.005, .0001, -.0000001}}},
		{"Bennett5", models["Bennett5"], []float64{-2523.5058043, 46.736564644, .93218483193}, steps(7.447168, .37, 154), .0019,
			[2][]float64{{-2000, 50, .8}, {-1500, 45, .85}}},
		{"Chwirut1", models["Chwirut1"], []float64{.19027818370, .0061314004477, .010530908399}, steps(.5, .026, 214), 3.36,
			[2][]float64{{.1, .01, .02}, {.15, .008, .01}}},
		{"Nelson", nelson, []float64{2.5906836021, 5.6177717026e-09, -.057701013174}, steps(0, 1, 32), .17,
			[2][]float64{{2, .0001, -.01}, {2.5, 5e-09, -.05}}},
	} {
		rng := rand.New(rand.NewPCG(1, 7))
		y := make([]float64, len(c.x))
		for i, x := range c.x {
			y[i] = c.f(c.truth, x) + c.sd*rng.NormFloat64()
		}
		near, err := FitNLS(c.f, c.x, y, c.truth, NLSOptions{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if off := math.Abs(near.ResidualSD/c.sd - 1); off > .3 {
			t.Errorf("%s: residual standard deviation %v of noise %v", c.name, near.ResidualSD, c.sd)
		}
		for i, start := range c.starts {
			if testing.Short() && i > 0 {
				continue
			}
			fit, err := FitNLS(c.f, c.x, y, start, NLSOptions{})
			if err != nil || sameDigits(fit.Parameters, near.Parameters) < 9 || sameDigits(fit.StdErrs, near.StdErrs) < 8 {
				t.Errorf("%s from %v: %v, %+v; want %+v", c.name, start, err, fit, near)
			}
		}
	}
}
