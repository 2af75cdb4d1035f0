package forecast

import (
	"context"
	"errors"
	"fmt"

	"smartcity/growth"
)

// Verdict is what a backtest says of the models.
type Verdict uint8

const (
	// NoSelection: the histories are too short for the horizon. Scenarios only.
	NoSelection Verdict = iota
	// NaiveStands: no model beat naive by more than one standard error of the
	// difference, so naive is taken.
	NaiveStands
	// ModelWins: the model beat naive by more than one standard error.
	ModelWins
)

// String returns the verdict in words.
func (v Verdict) String() string {
	switch v {
	case NoSelection:
		return "scenarios only"
	case NaiveStands:
		return "naive stands"
	case ModelWins:
		return "model wins"
	}
	return fmt.Sprintf("Verdict(%d)", uint8(v))
}

// Selection is the method that a backtest speaks for, or the reason there is
// none. [Select] makes it.
type Selection struct {
	Verdict Verdict
	// Model is what to forecast with: the winner, [Naive] where it stands, nil
	// of NoSelection.
	Model Model
	// Best is the score of the winner or, where naive stands, of the model other
	// than naive with the smallest MASE. Zero where nothing could be scored.
	Best        Score
	Horizon     int
	Leaderboard *Leaderboard // nil where nothing could be scored
	// Warnings are those of the leaderboard. Where there is none they are the
	// reasons: of NoSelection a *[ScenariosOnly] for each series, of NaiveStands a
	// *[NotScored] for each history that does not vary.
	Warnings []error
}

// Select backtests the models on all series given together ([Backtest]) and
// picks the one with the smallest MASE among those that beat [Naive] by more than
// one standard error of the difference (see [Score]); if none does, naive, and
// Verdict says so. A standard error that is not defined, with too few origins of
// too few series, is not exceeded. Where nothing can be scored because no history
// varies, naive stands.
//
// Series with fewer than [EnoughYears] known years, or fewer than the horizon, say
// nothing; if there are no others, the verdict is NoSelection, and it is no error.
// Errors are otherwise those of Backtest.
//
// One standard error is little where many models are tried, and one model wins
// one time in six by chance: Best and Leaderboard say by how much.
func Select(ctx context.Context, series []growth.Series, models []Model, options Options) (*Selection, error) {
	if len(series) == 0 {
		return nil, fmt.Errorf("forecast: no series to select for: %w", growth.ErrTooFew)
	}
	board, err := backtest(ctx, series, models, options)
	if err != nil {
		return nil, err
	}
	s := &Selection{Horizon: options.Horizon, Warnings: board.Warnings}
	if len(board.Scores) == 0 {
		short, constant := 0, 0
		for _, w := range board.Warnings {
			if _, ok := w.(*ScenariosOnly); ok {
				short++
			} else if errors.Is(w, growth.ErrConstant) {
				constant++
			}
		}
		switch {
		case short == len(series):
			return s, nil
		case short+constant == len(board.Warnings):
			s.Verdict, s.Model = NaiveStands, Naive{}
			return s, nil
		}
		return nil, board.nothing()
	}
	s.Verdict, s.Model, s.Leaderboard = NaiveStands, Naive{}, board
	for _, score := range board.Scores {
		if score.Model == Model(Naive{}) {
			continue
		}
		if s.Best.Model == nil {
			s.Best = score
		}
		if -score.Difference > score.StdErr { // false if that is NaN
			s.Verdict, s.Model, s.Best = ModelWins, score.Model, score
			break
		}
	}
	return s, nil
}

// Forecast forecasts a series with the model selected, as far as the horizon. A
// series that the model refuses is forecast with [Naive], as it was scored, with a
// *[NaiveInstead] as warning. It returns a *[ScenariosOnly] if there is no selection
// or the series itself is too short, and otherwise the errors of fitting and
// forecasting.
func (s *Selection) Forecast(series growth.Series, level float64) (*Forecast, error) {
	n := known(series.Values)
	if w := scenariosOnly(series.Name, n, s.Horizon); w != nil || s.Model == nil {
		if w == nil {
			w = &ScenariosOnly{Name: series.Name, N: n, Horizon: s.Horizon}
		}
		return nil, w
	}
	f, err := fitAndForecast(s.Model, series, s.Horizon, level)
	if r, ok := errors.AsType[*Refusal](err); ok && s.Model != Model(Naive{}) {
		if f, err = fitAndForecast(Naive{}, series, s.Horizon, level); err == nil {
			f.Warnings = append(f.Warnings, &NaiveInstead{Model: s.Model.String(), Err: r})
		}
	}
	return f, err
}

func fitAndForecast(m Model, s growth.Series, horizon int, level float64) (*Forecast, error) {
	fit, err := m.Fit(s)
	if err != nil {
		return nil, err
	}
	return fit.Forecast(horizon, level)
}

// View returns one row: verdict, model, best, mase, naive_mase, difference,
// standard_error, horizon, series, splits.
func (s *Selection) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "verdict"}, {Name: "model"}, {Name: "best"}, {Name: "mase"}, {Name: "naive_mase"}, {Name: "difference"},
		{Name: "standard_error"}, {Name: "horizon", Unit: "years"}, {Name: "series", Unit: "series"}, {Name: "splits", Unit: "splits"},
	}}
	row := []growth.Entry{growth.TextOf(s.Verdict.String()), {}, {}, {}, {}, {}, {}, growth.NumberOf(float64(s.Horizon)), {}, {}}
	if s.Model != nil {
		row[1] = growth.TextOf(s.Model.String())
	}
	if s.Leaderboard != nil {
		row[4] = growth.NumberOf(s.Leaderboard.Naive().MASE)
		row[8], row[9] = growth.NumberOf(float64(s.Leaderboard.Series)), growth.NumberOf(float64(s.Leaderboard.Splits))
	}
	if s.Best.Model != nil {
		row[2], row[3] = growth.TextOf(s.Best.Model.String()), growth.NumberOf(s.Best.MASE)
		row[5], row[6] = growth.NumberOf(s.Best.Difference), growth.NumberOf(s.Best.StdErr)
	}
	v.Rows = [][]growth.Entry{row}
	return v
}
