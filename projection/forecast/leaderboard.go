package forecast

import (
	"errors"
	"fmt"

	"smartcity/growth"
)

// Leaderboard ranks models by how they did on the same splits. [Backtest] and
// [Compare] make it.
type Leaderboard struct {
	Series  int     // series that were scored
	Splits  int     // histories with what followed, of all series
	Origins int     // different years from which was forecast
	First   int     // known years of the shortest history forecast from
	Horizon int     // years ahead, at most
	Level   float64 // of the intervals
	Unit    string  // of all series, if they have the same

	Scores []Score // by MASE, the smallest first; in the order given where equal

	// Warnings are *[ScenariosOnly] of series that are too short to be scored,
	// *[NotScored] of splits that are left out for all models, and *[Untested].
	Warnings []error
}

// Score is how one model did: means over the splits of a series, then over
// series, so that each series counts the same.
type Score struct {
	Model Model
	// Refused is on how many splits the model refused. Naive was scored in its
	// place there, so that all models are compared on the same splits.
	Refused int

	// MAE and RMSE are in the unit of the series; NaN if units differ. RMSE is
	// the root of the mean square.
	MAE, RMSE float64
	SMAPE     float64 // per cent, see [Accuracy]
	MASE      float64
	Coverage  float64 // fraction of figures within the interval

	// Winkler, Pinball (of the deciles) and CRPS are divided by the Scale of each
	// split, as MASE is.
	Winkler, Pinball, CRPS float64

	// Difference is MASE less that of naive, and StdErr its standard error: the
	// larger of two that are defined. Between S ≥ 2 series with the differences
	// d_i it is s(d)/√S. Between origins it is that of the mean over T different
	// years, with the sum g_y of the differences of the n_y splits of a year, each
	// weighing as it does in the mean d̄, and N splits in all,
	//
	//	√(H·T/(T−1)·Σ(g_y − n_y·d̄)²)/N
	//
	// for horizons of H years overlap, so that T origins are taken for T/H
	// independent ones; it is defined if T/H ≥ 2. NaN if neither is.
	Difference, StdErr float64
}

// NotScored warns that a split is left out for all models: its history does not
// vary, so that errors cannot be scaled, or naive refuses it, or no actual figure
// is known.
type NotScored struct {
	Name   string
	Origin int // last year of the history
	Err    error
}

func (w *NotScored) Error() string {
	return fmt.Sprintf("forecast: %q from %d is not scored: %v", w.Name, w.Origin, w.Err)
}

// Unwrap returns the reason.
func (w *NotScored) Unwrap() error { return w.Err }

// Untested warns that no history leaves as many years as the horizon, so that the
// years beyond Tested have not been compared with anything.
type Untested struct{ Horizon, Tested int }

func (w *Untested) Error() string {
	return fmt.Sprintf("forecast: %d years ahead, of which only %d could be tested", w.Horizon, w.Tested)
}

// ErrNothingToScore signifies that no history can be compared with what followed.
var ErrNothingToScore = errors.New("no history to compare with what followed")

// nothing is the error of a board without scores.
func (l *Leaderboard) nothing() error {
	return errors.Join(append([]error{ErrNothingToScore}, l.Warnings...)...)
}

// Naive returns the score of [Naive], against which all others are measured.
func (l *Leaderboard) Naive() Score {
	for _, s := range l.Scores {
		if s.Model == Model(Naive{}) {
			return s
		}
	}
	return Score{} // cannot be: compare always scores it
}

// View returns a row for each model: model, refused, mae, rmse, smape, mase,
// coverage, winkler, pinball, crps, difference, standard_error.
func (l *Leaderboard) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "model"}, {Name: "refused", Unit: "splits"}, {Name: "mae", Unit: l.Unit}, {Name: "rmse", Unit: l.Unit},
		{Name: "smape", Unit: "per cent"}, {Name: "mase"}, {Name: "coverage", Unit: "fraction"}, {Name: "winkler"},
		{Name: "pinball"}, {Name: "crps"}, {Name: "difference"}, {Name: "standard_error"},
	}}
	for _, s := range l.Scores {
		row := []growth.Entry{growth.TextOf(s.Model.String())}
		for _, x := range []float64{
			float64(s.Refused), s.MAE, s.RMSE, s.SMAPE, s.MASE, s.Coverage, s.Winkler, s.Pinball, s.CRPS, s.Difference, s.StdErr,
		} {
			row = append(row, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
