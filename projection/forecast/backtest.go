package forecast

import (
	"context"
	"fmt"
	"math"

	"smartcity/growth"
)

// Options are options of [Backtest] and [Select]. Horizon has to be given.
type Options struct {
	Horizon int     // years ahead
	Level   float64 // of the intervals; 0: 0.95
	// FirstOrigin is how many years the shortest history has; 0: 6, which every
	// model of [Models] can be fitted to.
	FirstOrigin int
	// Origins is from how many of the last years is forecast; 0: all there are.
	Origins int
}

// Backtest forecasts the past: from each year of each series that leaves enough
// years before it (rolling origin), models are fitted to what was known then and
// forecast the years up to the horizon, or as many as are known since. Without
// models it takes those of [Models]; [Naive] is added if it is not among them.
//
// A series with fewer than [EnoughYears] known years, or fewer than the horizon,
// is left out with a *[ScenariosOnly], one with no year after the first origin with
// a *[NotScored]. Errors are those of [Compare] and [ErrHorizon], and one that
// joins [ErrNothingToScore] and the reasons if no series is left; it wraps
// [growth.ErrTooFew] if FirstOrigin is 1 or an option negative.
//
// Source: Tashman, "Out-of-sample tests of forecasting accuracy", International
// Journal of Forecasting 16 (2000).
func Backtest(ctx context.Context, series []growth.Series, models []Model, options Options) (*Leaderboard, error) {
	board, err := backtest(ctx, series, models, options)
	if err == nil && len(board.Scores) == 0 {
		err = board.nothing()
	}
	if err != nil {
		return nil, err
	}
	return board, nil
}

// backtest is [Backtest], but a board without scores is no error.
func backtest(ctx context.Context, series []growth.Series, models []Model, options Options) (*Leaderboard, error) {
	if options.Horizon < 1 || options.Horizon > MaxHorizon {
		return nil, fmt.Errorf("forecast: backtest %d years ahead: %w", options.Horizon, ErrHorizon)
	}
	trials, short, err := roll(series, options)
	if err != nil {
		return nil, err
	}
	board, err := compare(ctx, trials, models, options.Level)
	if err != nil {
		return nil, err
	}
	board.Warnings = append(short, board.Warnings...)
	if len(board.Scores) > 0 && board.Horizon < options.Horizon {
		board.Warnings = append(board.Warnings, &Untested{Horizon: options.Horizon, Tested: board.Horizon})
	}
	return board, nil
}

// roll makes the trials of all series, and says which series are too short.
func roll(series []growth.Series, options Options) (trials []trial, short []error, err error) {
	first := options.FirstOrigin
	if first == 0 {
		first = 6
	}
	if first < 2 || options.Origins < 0 {
		return nil, nil, fmt.Errorf("forecast: backtest from %d years, %d origins: %w", first, options.Origins, growth.ErrTooFew)
	}
	for i, s := range series {
		known := 0
		from := 0 // years after which the first history ends
		last := 0
		for j, v := range s.Values {
			if !math.IsNaN(v) {
				known++
				last = j + 1
				if known == first {
					from = j + 1
				}
			}
		}
		if w := scenariosOnly(s.Name, known, options.Horizon); w != nil {
			short = append(short, w)
			continue
		}
		if from == 0 || from >= last {
			short = append(short, &NotScored{Name: s.Name, Origin: s.FirstYear + last - 1, Err: growth.ErrTooFew})
			continue
		}
		if options.Origins > 0 {
			from = max(from, last-options.Origins)
		}
		for n := from; n < last; n++ {
			if math.IsNaN(s.Values[n-1]) {
				continue // nobody forecasts from a year that is not known
			}
			train := s
			train.Values = s.Values[:n]
			trials = append(trials, trial{
				Split:  Split{Train: train, Actual: s.Values[n:min(n+options.Horizon, last)]},
				series: i,
			})
		}
	}
	return trials, short, nil
}
