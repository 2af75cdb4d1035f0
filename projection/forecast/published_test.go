package forecast

import (
	"math"
	"testing"

	"smartcity/growth"
)

func yearly(first int, values ...float64) growth.Series {
	return growth.Series{Name: "test", Unit: "FTE", FirstYear: first, Values: values}
}

// oil is Saudi Arabian oil production 1996–2007, as in DOMAIN.md section 6.
func oil() growth.Series {
	return yearly(1996, 446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201,
		485.1494479, 506.0481621, 526.7919833, 514.268889, 494.2110193)
}

// oil2 is the same from a later edition, 1996–2013, to four decimals.
func oil2() growth.Series {
	return yearly(1996, 445.3641, 453.1950, 454.4096, 422.3789, 456.0371, 440.3866, 425.1944, 486.2052, 500.4291,
		521.2759, 508.9476, 488.8889, 509.8706, 456.7229, 473.8166, 525.9509, 549.8338, 542.3405)
}

// air is Australian air passengers 1990–2016, to five decimals.
func air() growth.Series {
	return yearly(1990, 17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797,
		32.57757, 33.4774, 39.02158, 41.38643, 41.59655, 44.65732, 46.95177, 48.72884, 51.48843, 50.02697,
		60.64091, 63.36031, 66.35527, 68.19795, 68.12324, 69.77935, 72.5977)
}

// sheep is sheep in Asia 1970–2000.
func sheep() growth.Series {
	return yearly(1970, 263.917747, 268.307222, 260.662556, 266.639419, 277.515778, 283.834045, 290.309028, 292.474198,
		300.830694, 309.286657, 318.331081, 329.37239, 338.883998, 339.244126, 328.600632, 314.255385, 314.459695,
		321.413779, 329.789292, 346.385165, 352.297882, 348.370515, 417.562922, 417.12357, 417.749459, 412.233904,
		411.946817, 394.697075, 401.49927, 408.270468, 414.2428)
}

func parameter(t *testing.T, f *Forecast, name string) float64 {
	t.Helper()
	for _, p := range f.Parameters {
		if p.Name == name {
			return p.Value
		}
	}
	t.Fatalf("%s has no parameter %q: %v", f.Model, name, f.Parameters)
	return 0
}

func mustForecast(t testing.TB, m Model, s growth.Series, horizon int, level float64) *Forecast {
	t.Helper()
	fit, err := m.Fit(s)
	if err != nil {
		t.Fatal(err)
	}
	f, err := fit.Forecast(horizon, level)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %.9g, want %.9g ± %g", what, got, want, tolerance)
	}
}

// TestPublishedSES: R's forecast and statsmodels, as DOMAIN.md section 6 and
// statsmodels' tests quote them.
func TestPublishedSES(t *testing.T) {
	for alpha, want := range map[float64]float64{.2: 484.802468, .6: 501.837461} {
		f := mustForecast(t, SES{Alpha: alpha, Start: FirstFigures}, oil(), 3, 0)
		for _, s := range f.Steps {
			near(t, f.Model, s.Point, want, 5e-7)
		}
	}
	f := mustForecast(t, SES{}, oil(), 1, 0)
	near(t, "alpha", parameter(t, f, "alpha"), .891998, 1e-5)
	near(t, "l0", parameter(t, f, "level"), 447.478440, 1e-4)
	near(t, "forecast", f.Steps[0].Point, 496.493543, 1e-4)
}

// TestPublishedSESInterval: Hyndman and Athanasopoulos, Forecasting: principles
// and practice, 2nd edition, section 7.1. R's search stops a little before the
// minimum, and its intervals are normal ones.
func TestPublishedSESInterval(t *testing.T) {
	f := mustForecast(t, SES{}, oil2(), 5, .8)
	near(t, "alpha", parameter(t, f, "alpha"), .8339, 1e-4)
	near(t, "l0", parameter(t, f, "level"), 446.5868, .02)
	near(t, "sigma", f.ResidualSD, 29.8282, 1e-4)
	low := []float64{504.4541, 492.9073, 483.5747, 475.5269, 468.3452}
	for i, s := range f.Steps {
		near(t, "point", s.Point, 542.6806, 5e-4)
		near(t, "80 % normal", s.Point-1.2815516*s.Spreads[0].SD, low[i], .003)
	}
}

// TestPublishedHolt: the first edition of the same book, section 7.2, with l₀ = y₁,
// b₀ = y₂ − y₁, α = 0.8 and β* = 0.2; trends from statsmodels' tests.
func TestPublishedHolt(t *testing.T) {
	first := air()
	first.Values = first.Values[:15]
	f := mustForecast(t, Holt{Alpha: .8, Beta: .8 * .2, Start: FirstFigures}, first, 5, 0)
	for i, want := range []float64{43.76, 45.59, 47.43, 49.27, 51.10} {
		near(t, "Holt", f.Steps[i].Point, want, .005)
	}
	near(t, "first forecast", f.Steps[0].Point, 43.75696849, 1e-4)
	near(t, "last trend", f.Steps[1].Point-f.Steps[0].Point, 1.83655482, 1e-5)
	f = mustForecast(t, DampedHolt{Alpha: .8, Beta: .8 * .2}, first, 5, 0)
	for i, want := range []float64{42.85, 43.81, 44.66, 45.41, 46.06} {
		near(t, "damped Holt", f.Steps[i].Point, want, .0075)
	}
}

// TestPublishedHoltFit: the second edition, section 7.2. R stops at α = 0.8302, l₀
// = 15.5715, b₀ = 2.1017; the sum of squares there is larger than the one found.
func TestPublishedHoltFit(t *testing.T) {
	f := mustForecast(t, Holt{}, air(), 5, .8)
	near(t, "alpha", parameter(t, f, "alpha"), .8302, .01)
	near(t, "beta", parameter(t, f, "beta"), .0001, 1e-9)
	near(t, "slope", parameter(t, f, "slope"), 2.1017, .005)
	r := smoother{trend: true, phi: 1, alpha: .8302, beta: .0001, level: 15.5715, slope: 2.1017}
	sse, level, slope := r.run(air().Values)
	near(t, "R's sigma", math.Sqrt(sse/23), 2.3645, 5e-5)
	near(t, "R's RMSE", math.Sqrt(sse/27), 2.182343, 5e-6)
	if f.ResidualSD > math.Sqrt(sse/23) {
		t.Errorf("residual SD %v is larger than R's", f.ResidualSD)
	}
	points := []float64{74.60130, 76.70304, 78.80478, 80.90652, 83.00826}
	low := []float64{71.57106, 72.76440, 74.13092, 75.59817, 77.13343}
	h := &history{y: air().Values}
	fit := h.smoothed(r, 4, wideningHolt())
	for i := range points {
		near(t, "point at R's parameters", level+float64(i+1)*slope, points[i], 2e-4)
		d, err := fit.spreads(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "80 % normal at R's parameters", d[0].Median-1.2815516*d[0].SD, low[i], 5e-4)
		near(t, "point", f.Steps[i].Point, points[i], .03)
	}
}

// TestPublishedDamped: ets(sheep, "AAN", damped = TRUE, phi = .98) of R's forecast,
// as statsmodels' tests quote it, and the better minimum that statsmodels finds.
func TestPublishedDamped(t *testing.T) {
	// Its smoothing_trend is β* to statsmodels; R's β is the product.
	r := smoother{trend: true, phi: .98, alpha: .97402626, beta: .97402626 * .00010006, level: 252.59039965, slope: 6.90265918}
	y := sheep().Values
	sse, _, _ := r.run(y)
	near(t, "R's mean square", sse/31, 195.4397924865488, .001)
	fit := (&history{y: y}).smoothed(r, 4, wideningDamped())
	for i, want := range []float64{417.7982003, 421.3426083, 424.8161280, 428.2201775, 431.5561459} {
		d, err := fit.spreads(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "R's forecast", d[0].Median, want, 2e-3)
	}
	f := mustForecast(t, DampedHolt{Phi: .98}, sheep(), 1, 0)
	near(t, "alpha", parameter(t, f, "alpha"), .98, .005)
	near(t, "l0", parameter(t, f, "level"), 257.36, .005)
	near(t, "b0", parameter(t, f, "slope"), 6.64, .005)
	near(t, "sum of squares", f.ResidualSD*f.ResidualSD*27, 6036.56, 1)
	if f.ResidualSD*f.ResidualSD*27 > sse {
		t.Error("the minimum is above R's")
	}
}
