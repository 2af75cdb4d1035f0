package forecast

import (
	"math"
	"testing"
)

// TestLeaderboardAgainstDefinitions computes every score of a backtest again, from
// the forecasts and the definitions alone.
func TestLeaderboardAgainstDefinitions(t *testing.T) {
	const horizon, level, first = 3, .8, 6
	series := append(sectors(3, 10, 15, 3), sectors(2, 12, 0, 4)...)
	series[2].FirstYear = 1997
	board, err := Backtest(t.Context(), series, nil, Options{Horizon: horizon, Level: level})
	if err != nil {
		t.Fatal(err)
	}
	// scores of one split: MAE, mean square, sMAPE, MASE, coverage, Winkler,
	// pinball, CRPS
	score := func(m Model, y []float64, n int) (s [8]float64) {
		fit, err := m.Fit(yearly(1, y[:n]...))
		if err != nil {
			t.Fatal(err)
		}
		actual := y[n:min(n+horizon, len(y))]
		f, err := fit.Forecast(len(actual), level)
		if err != nil {
			t.Fatal(err)
		}
		scale := 0.
		for i := 1; i < n; i++ {
			scale += math.Abs(y[i]-y[i-1]) / float64(n-1)
		}
		for h, v := range actual {
			step := f.Steps[h]
			e := math.Abs(v - step.Point)
			loss := func(p float64) float64 {
				q, err := step.Quantile(p)
				if err != nil {
					t.Fatal(err)
				}
				if v < q {
					return (1 - p) * (q - v)
				}
				return p * (v - q)
			}
			all := [8]float64{e, e * e, 200 * e / (v + step.Point), e / scale, 1, step.High - step.Low}
			if v < step.Low || v > step.High {
				all[4] = 0
				all[5] += 10 * max(step.Low-v, v-step.High)
			}
			for i := 1; i <= 9; i++ {
				all[6] += loss(float64(i)/10) / 9
			}
			for i := range 100 {
				all[7] += 2 * loss((float64(i)+.5)/100) / 100
			}
			for i := 5; i < 8; i++ {
				all[i] /= scale
			}
			for i, x := range all {
				s[i] += x / float64(len(actual))
			}
		}
		return s
	}
	for _, got := range board.Scores {
		var want [8]float64
		var mean, between float64
		var differences []float64                            // of series
		sums, counts := map[int]float64{}, map[int]float64{} // of years, weighted
		splits := 0.
		for _, s := range series {
			splits += float64(s.Len() - first)
		}
		for _, s := range series {
			origins := s.Len() - first
			weight := 1 / float64(origins*len(series))
			own := 0.
			for n := first; n < s.Len(); n++ {
				x, naive := score(got.Model, s.Values, n), score(Naive{}, s.Values, n)
				for i := range want {
					want[i] += weight * x[i]
				}
				d := x[3] - naive[3]
				own += d / float64(origins)
				year := s.FirstYear + n - 1
				sums[year] += weight * splits * d
				counts[year] += weight * splits
			}
			mean += own / float64(len(series))
			differences = append(differences, own)
		}
		for _, d := range differences {
			between += (d - mean) * (d - mean)
		}
		count := float64(len(series))
		between = math.Sqrt(between / (count - 1) / count)
		within, years := 0., float64(len(sums))
		for year, g := range sums {
			within += math.Pow(g-counts[year]*mean, 2)
		}
		within = math.Sqrt(horizon*years/(years-1)*within) / splits
		for i, x := range []float64{got.MAE, got.RMSE * got.RMSE, got.SMAPE, got.MASE, got.Coverage, got.Winkler, got.Pinball, got.CRPS} {
			near(t, got.Model.String(), x, want[i], 1e-9*(1+want[i]))
		}
		near(t, "difference", got.Difference, mean, 1e-12)
		near(t, "standard error", got.StdErr, max(between, within), 1e-12)
	}
}
