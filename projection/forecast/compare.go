package forecast

import (
	"cmp"
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"smartcity/growth"
)

// Compare scores models on splits that are given, such as those of a
// competition, each of which counts as a series of its own. Without models it
// takes those of [Models]; [Naive] is added if it is not among them. A level of 0
// stands for 0.95.
//
// A split that a model refuses is scored with naive in its place. It returns an
// error that wraps [ErrNothingToScore] if no split is left, [growth.ErrLevel], that
// of ctx if it ends, and the first error of a model that is not a *[Refusal].
func Compare(ctx context.Context, splits []Split, models []Model, level float64) (*Leaderboard, error) {
	trials := make([]trial, len(splits))
	for i, s := range splits {
		trials[i] = trial{Split: s, series: i}
	}
	board, err := compare(ctx, trials, models, level)
	if err == nil && len(board.Scores) == 0 {
		err = board.nothing()
	}
	if err != nil {
		return nil, err
	}
	return board, nil
}

// trial is a split of one of several series.
type trial struct {
	Split
	series int
}

// origin is the last year of the history.
func (t trial) origin() int { return t.Train.LastYear() }

// outcome is how the models did in a trial.
type outcome struct {
	errors  []*Evaluation // by model; nil where naive stands in
	skipped error         // why the trial is not scored
	failed  error
}

// compare is [Compare], but a board without scores is no error.
func compare(ctx context.Context, trials []trial, models []Model, level float64) (*Leaderboard, error) {
	level, err := levelOf(level)
	if err != nil {
		return nil, err
	}
	if len(models) == 0 {
		models = Models()
	}
	isNaive := func(m Model) bool { return m == Model(Naive{}) }
	if !slices.ContainsFunc(models, isNaive) {
		models = append([]Model{Naive{}}, models...)
	}
	naive := slices.IndexFunc(models, isNaive)

	outcomes := make([]outcome, len(trials))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(trials)) {
		wg.Go(func() {
			scores := newScorer(level)
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(trials) {
					return
				}
				outcomes[i] = trials[i].run(models, naive, level, scores)
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	board := &Leaderboard{Level: level}
	var scored []trial
	var kept []outcome
	for i, o := range outcomes {
		switch {
		case o.failed != nil:
			return nil, o.failed
		case o.skipped != nil:
			board.Warnings = append(board.Warnings, &NotScored{trials[i].Train.Name, trials[i].origin(), o.skipped})
			continue
		}
		scored, kept = append(scored, trials[i]), append(kept, o)
		board.Horizon = max(board.Horizon, len(trials[i].Actual))
	}
	if len(scored) > 0 {
		board.tally(scored, kept, models, naive)
	}
	return board, nil
}

// fits are the smoothing models fitted to one history, so that an [Average] needs
// not search for them again.
type fits struct {
	models []Model
	fitted []Fitted
	errs   []error
}

func (f *fits) fit(m Model, s growth.Series) (Fitted, error) {
	switch m := m.(type) {
	case Average:
		return m.fit(s, f.fit)
	case SES, Holt, DampedHolt, Theta:
		i := slices.Index(f.models, Model(m))
		if i < 0 {
			i = len(f.models)
			fitted, err := m.Fit(s)
			f.models, f.fitted, f.errs = append(f.models, m), append(f.fitted, fitted), append(f.errs, err)
		}
		return f.fitted[i], f.errs[i]
	}
	return m.Fit(s)
}

// run evaluates all models in a trial.
func (t trial) run(models []Model, naive int, level float64, scores *scorer) outcome {
	o := outcome{errors: make([]*Evaluation, len(models))}
	var known fits
	for i := range models {
		// Naive first: without it there is nothing to compare with.
		k := i
		if i == 0 {
			k = naive
		} else if i <= naive {
			k = i - 1
		}
		e, _, err := evaluate(models[k], known.fit, t.Split, level, scores)
		refusal, _ := errors.AsType[*Refusal](err)
		switch {
		case err == nil && k == naive && !(e.Scale > 0):
			o.skipped = growth.ErrConstant
			return o
		case err == nil:
			o.errors[k] = e
		case k == naive:
			o.skipped = err
			return o
		case refusal == nil:
			o.failed = err
			return o
		}
	}
	return o
}

// tally fills the board.
func (l *Leaderboard) tally(trials []trial, outcomes []outcome, models []Model, naive int) {
	l.Splits = len(trials)
	l.Unit = trials[0].Train.Unit
	l.First = math.MaxInt
	sameUnit := true
	series, origins := map[int]int{}, map[int]int{}
	for _, t := range trials {
		if _, ok := series[t.series]; !ok {
			series[t.series] = len(series)
		}
		if _, ok := origins[t.origin()]; !ok {
			origins[t.origin()] = len(origins)
		}
		sameUnit = sameUnit && t.Train.Unit == l.Unit
		l.First = min(l.First, known(t.Train.Values))
	}
	if !sameUnit {
		l.Unit = ""
	}
	l.Series, l.Origins = len(series), len(origins)
	splits := make([]float64, l.Series)
	for _, t := range trials {
		splits[series[t.series]]++
	}

	rmse := make([]float64, 0, len(outcomes))
	for _, o := range outcomes {
		rmse = append(rmse, o.errors[naive].RMSE)
	}
	unit := scaleOf(rmse) // of squares, which figures of any size then have
	for k, m := range models {
		score := Score{Model: m}
		var mae, squares, smape, mase, coverage, winkler, pinball, crps, difference growth.Sum
		between, years, perYear := make([]growth.Sum, l.Series), make([]growth.Sum, l.Origins), make([]growth.Sum, l.Origins)
		for i, t := range trials {
			e := outcomes[i].errors[k]
			base := outcomes[i].errors[naive]
			if e == nil {
				score.Refused++
				e = base
			}
			at := series[t.series]
			w := 1 / (splits[at] * float64(l.Series))
			mae.Add(w * e.MAE)
			squares.Add(w * (e.RMSE / unit) * (e.RMSE / unit))
			smape.Add(w * e.SMAPE)
			mase.Add(w * e.MASE)
			coverage.Add(w * e.Coverage)
			winkler.Add(w * e.Winkler / e.Scale)
			pinball.Add(w * e.Pinball / e.Scale)
			crps.Add(w * e.CRPS / e.Scale)
			d := e.MASE - base.MASE
			difference.Add(w * d)
			between[at].Add(d / splits[at])
			// In the sum over years each split weighs as it does in the mean.
			share := w * float64(l.Splits)
			years[origins[t.origin()]].Add(share * d)
			perYear[origins[t.origin()]].Add(share)
		}
		score.MAE, score.RMSE = math.NaN(), math.NaN()
		if sameUnit {
			score.MAE, score.RMSE = mae.Float64(), unit*math.Sqrt(squares.Float64())
		}
		score.SMAPE, score.MASE, score.Coverage = smape.Float64(), mase.Float64(), coverage.Float64()
		score.Winkler, score.Pinball, score.CRPS = winkler.Float64(), pinball.Float64(), crps.Float64()
		score.Difference = difference.Float64()
		score.StdErr = l.standardError(score.Difference, between, years, perYear)
		l.Scores = append(l.Scores, score)
	}
	slices.SortStableFunc(l.Scores, func(a, b Score) int { return cmp.Compare(a.MASE, b.MASE) })
}

// standardError is that of a mean difference, as [Score] defines it.
func (l *Leaderboard) standardError(mean float64, between, years, perYear []growth.Sum) float64 {
	largest := math.NaN()
	if s := float64(l.Series); s >= 2 {
		var squares growth.Sum
		for _, d := range between {
			e := d.Float64() - mean
			squares.Add(e * e)
		}
		largest = math.Sqrt(squares.Float64() / (s - 1) / s)
	}
	if t, h := float64(l.Origins), float64(l.Horizon); t/h >= 2 {
		var squares growth.Sum
		for i, g := range years {
			e := g.Float64() - perYear[i].Float64()*mean
			squares.Add(e * e)
		}
		within := math.Sqrt(h*t/(t-1)*squares.Float64()) / float64(l.Splits)
		if !(largest > within) {
			largest = within
		}
	}
	return largest
}
