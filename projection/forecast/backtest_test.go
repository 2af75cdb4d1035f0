package forecast

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"
	"time"

	"smartcity/growth"
)

// sectors draws series of n years that drift, or wander if drift is 0.
func sectors(count, n int, drift float64, seed uint64) []growth.Series {
	r := rand.New(rand.NewPCG(seed, 4))
	out := make([]growth.Series, count)
	for i := range out {
		level := 1000.
		y := make([]float64, n)
		for j := range y {
			level += drift + 20*r.NormFloat64()
			y[j] = level
		}
		out[i] = growth.Series{Name: fmt.Sprintf("sector %d", i), Unit: "FTE", FirstYear: 2000, Values: y}
	}
	return out
}

// TestCompareByHand scores naive and drift on two splits written out.
func TestCompareByHand(t *testing.T) {
	splits := []Split{
		{Train: yearly(2015, 10, 12, 15, 19), Actual: []float64{22, 26}},
		{Train: yearly(2015, 50, 40, 45, 50), Actual: []float64{60, 60}},
	}
	l, err := Compare(t.Context(), splits, []Model{Drift{}}, .8)
	if err != nil {
		t.Fatal(err)
	}
	if l.Series != 2 || l.Splits != 2 || l.Origins != 1 || l.Horizon != 2 || l.First != 4 || l.Unit != "FTE" || len(l.Scores) != 2 {
		t.Fatalf("%+v", l)
	}
	// Drift: 22, 25 where 22, 26 came, and 50, 50 where 60, 60 came. Scales 3, 20/3.
	d, n := l.Scores[0], l.Scores[1]
	if d.Model != Model(Drift{}) || n.Model != Model(Naive{}) {
		t.Fatalf("order %v, %v", d.Model, n.Model)
	}
	near(t, "drift MAE", d.MAE, (.5+10)/2, 1e-12)
	near(t, "drift RMSE", d.RMSE, math.Sqrt((.5+100)/2), 1e-12)
	near(t, "drift MASE", d.MASE, (.5/3+1.5)/2, 1e-12)
	near(t, "drift sMAPE", d.SMAPE, (100./51+2000./110)/2, 1e-12)
	near(t, "naive MASE", n.MASE, (5./3+1.5)/2, 1e-12)
	near(t, "difference", d.Difference, -.75, 1e-12)
	near(t, "standard error", d.StdErr, .75, 1e-12) // of −1.5 and 0
	near(t, "naive's difference", n.Difference, 0, 0)
	if got := l.Naive(); got.MASE != n.MASE {
		t.Errorf("Naive() is %+v", got)
	}
}

// TestRoll: origins, histories and what followed.
func TestRoll(t *testing.T) {
	nan := math.NaN()
	s := yearly(2000, nan, 1, 2, 3, 4, 5, 6, nan, 8, 9, 10)
	trials, short, err := roll([]growth.Series{s}, Options{Horizon: 3})
	if err != nil || len(short) > 0 {
		t.Fatal(err, short)
	}
	// The sixth known year is 2006; 2007 is not known; 2010 has nothing after it.
	want := map[int]int{2006: 3, 2008: 2, 2009: 1}
	for _, x := range trials {
		if want[x.origin()] != len(x.Actual) {
			t.Errorf("from %d: %v", x.origin(), x.Actual)
		}
		delete(want, x.origin())
	}
	if len(want) > 0 {
		t.Errorf("no origins %v", want)
	}
	trials, _, _ = roll([]growth.Series{s}, Options{Horizon: 3, Origins: 2, FirstOrigin: 3})
	if len(trials) != 2 || trials[0].origin() != 2008 {
		t.Errorf("last two origins: %v", trials)
	}
	if _, _, err := roll(nil, Options{FirstOrigin: 1}); !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("histories of one year: %v", err)
	}
}

func TestSelectNaiveStands(t *testing.T) {
	wins := 0
	for seed := range uint64(6) {
		s, err := Select(t.Context(), sectors(6, 16, 0, seed), []Model{Drift{}, LogLinearTrend{}}, Options{Horizon: 3})
		if err != nil {
			t.Fatal(err)
		}
		if s.Verdict == ModelWins {
			wins++
		} else if s.Verdict != NaiveStands || s.Model != Model(Naive{}) || s.Best.Model == nil {
			t.Errorf("%+v", s)
		}
	}
	if wins > 2 {
		t.Errorf("naive lost %d of 6 random walks", wins)
	}
}

func TestSelectModelWins(t *testing.T) {
	series := sectors(8, 16, 60, 1)
	s, err := Select(t.Context(), series, nil, Options{Horizon: 3, Level: .8})
	if err != nil {
		t.Fatal(err)
	}
	if s.Verdict != ModelWins || s.Best.Model.String() != s.Model.String() || -s.Best.Difference <= s.Best.StdErr {
		t.Fatalf("%+v", s)
	}
	f, err := s.Forecast(series[0], .8)
	if err != nil || len(f.Steps) != 3 || f.Model != s.Model.String() {
		t.Errorf("%v, %v", f, err)
	}
	if _, err := s.Forecast(yearly(2010, 1, 2, 3), 0); !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("three years: %v", err)
	}
	// What the winner refuses is forecast with naive, and says so.
	won := *s
	won.Model = Theta{}
	gap := yearly(2005, 10, 12, 11, 14, math.NaN(), 15, 17, 16, 19, 20)
	f, err = won.Forecast(gap, .8)
	if err != nil || f.Model != "naive" || f.Steps[2].Point != 20 {
		t.Fatalf("%+v, %v", f, err)
	}
	if w, ok := errors.AsType[*NaiveInstead](f.Warnings[len(f.Warnings)-1]); !ok || w.Model != "Theta" || !errors.Is(w, growth.ErrNotKnown) {
		t.Errorf("%v", f.Warnings)
	}
	gap.Values[0] = -1
	if r, ok := errors.AsType[*Refusal](second(won.Forecast(gap, .8))); !ok || r.Reason != Negative {
		t.Errorf("a series that naive refuses too: %v", r)
	}
	// The pool in another order says the same.
	reversed := slices.Clone(series)
	slices.Reverse(reversed)
	other, err := Select(t.Context(), reversed, nil, Options{Horizon: 3, Level: .8})
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range s.Leaderboard.Scores {
		b := other.Leaderboard.Scores[i]
		if a.Model.String() != b.Model.String() || a.MASE != b.MASE || a.StdErr != b.StdErr || a.CRPS != b.CRPS {
			t.Errorf("%+v and %+v", a, b)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestSelectScenariosOnly(t *testing.T) {
	for _, c := range []struct {
		n, horizon int
	}{{7, 1}, {8, 9}, {12, 13}} {
		s, err := Select(t.Context(), sectors(3, c.n, 60, 1), nil, Options{Horizon: c.horizon})
		if err != nil {
			t.Fatal(err)
		}
		if s.Verdict != NoSelection || s.Model != nil || s.Leaderboard != nil || len(s.Warnings) != 3 {
			t.Errorf("%+v", s)
		}
		w, ok := errors.AsType[*ScenariosOnly](s.Warnings[0])
		if !ok || w.N != c.n || w.Horizon != c.horizon {
			t.Errorf("%v", s.Warnings)
		}
		if _, err := s.Forecast(air(), 0); err == nil {
			t.Error("no selection forecasts")
		}
	}
	// A short series says nothing, and stops nobody.
	s, err := Select(t.Context(), append(sectors(4, 16, 60, 1), yearly(2010, 1, 2, 3)), nil, Options{Horizon: 2})
	if err != nil || s.Verdict != ModelWins || s.Leaderboard.Series != 4 {
		t.Fatalf("%+v, %v", s, err)
	}
	if _, ok := errors.AsType[*ScenariosOnly](s.Warnings[0]); !ok {
		t.Errorf("%v", s.Warnings)
	}
	// Eight years, one series, six ahead: two origins of two years, no word on six.
	s, err = Select(t.Context(), sectors(1, 8, 60, 1), nil, Options{Horizon: 6})
	if err != nil || s.Verdict != NaiveStands || !math.IsNaN(s.Best.StdErr) {
		t.Fatalf("%+v, %v", s, err)
	}
	if w, ok := errors.AsType[*Untested](s.Warnings[0]); !ok || w.Tested != 2 {
		t.Errorf("%v", s.Warnings)
	}
	if _, err := Select(t.Context(), nil, nil, Options{Horizon: 1}); !errors.Is(err, growth.ErrTooFew) {
		t.Errorf("no series: %v", err)
	}
	if _, err := Select(t.Context(), sectors(1, 8, 60, 1), nil, Options{}); !errors.Is(err, ErrHorizon) {
		t.Errorf("no horizon: %v", err)
	}
}

// TestSelectConstant: where no history varies naive is as good as any, beside short
// series too; figures that naive refuses are an error.
func TestSelectConstant(t *testing.T) {
	constant := yearly(2010, 5, 5, 5, 5, 5, 5, 5, 5, 5)
	short := yearly(2010, 1, 2, 3)
	s, err := Select(t.Context(), []growth.Series{constant, short}, nil, Options{Horizon: 2})
	if err != nil || s.Verdict != NaiveStands || s.Model != Model(Naive{}) || s.Leaderboard != nil || len(s.Warnings) != 4 {
		t.Fatalf("%+v, %v", s, err)
	}
	f, err := s.Forecast(constant, 0)
	if err != nil || f.Steps[1].High != 5 {
		t.Errorf("%+v, %v", f, err)
	}
	if v := s.View(); v.Rows[0][0].Text != "naive stands" || v.Rows[0][3].Kind != growth.MissingEntry {
		t.Errorf("%+v", v)
	}
	for _, other := range []growth.Series{constant, short} {
		negative := yearly(2010, -1, 2, 3, 4, 5, 4, 5, 4, 5)
		_, err = Select(t.Context(), []growth.Series{other, negative}, nil, Options{Horizon: 2})
		if r, ok := errors.AsType[*Refusal](err); !ok || r.Reason != Negative || !errors.Is(err, ErrNothingToScore) {
			t.Errorf("negative figures: %v", err)
		}
	}
}

func TestCompareDegenerate(t *testing.T) {
	constant := Split{Train: yearly(2000, 5, 5, 5, 5), Actual: []float64{6}}
	_, err := Compare(t.Context(), []Split{constant}, nil, 0)
	if w, ok := errors.AsType[*NotScored](err); !ok || !errors.Is(err, ErrNothingToScore) || !errors.Is(w, growth.ErrConstant) {
		t.Errorf("constant history: %v", err)
	}
	if _, err := Compare(t.Context(), nil, nil, 0); !errors.Is(err, ErrNothingToScore) {
		t.Errorf("no splits: %v", err)
	}
	if _, err := Compare(t.Context(), nil, nil, 2); !errors.Is(err, growth.ErrLevel) {
		t.Errorf("level 2: %v", err)
	}
	// A zero in the history: the log-linear trend is scored as naive, and says so.
	zero := Split{Train: yearly(2000, 5, 0, 6, 7), Actual: []float64{8}}
	l, err := Compare(t.Context(), []Split{zero, constant}, []Model{LogLinearTrend{}}, 0)
	if err != nil || l.Scores[0].MASE != l.Scores[1].MASE || len(l.Warnings) != 1 {
		t.Fatalf("%+v, %v", l, err)
	}
	for _, s := range l.Scores {
		if s.Model == Model(LogLinearTrend{}) && s.Refused != 1 {
			t.Errorf("%+v", s)
		}
	}
	mixed := Split{Train: growth.Series{Unit: "DKK", Values: []float64{1, 2, 4, 3}}, Actual: []float64{4}}
	l, err = Compare(t.Context(), []Split{zero, mixed}, []Model{Drift{}}, 0)
	if err != nil || !math.IsNaN(l.Scores[0].MAE) || math.IsNaN(l.Scores[0].MASE) {
		t.Errorf("two units: %+v, %v", l, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Compare(ctx, []Split{zero}, nil, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestCompareAtAnyNumberOfCores: the same bits, and in any order of the series.
func TestCompareAtAnyNumberOfCores(t *testing.T) {
	series := sectors(3, 12, 10, 2)
	var boards [2]*Leaderboard
	for i := range boards {
		old := runtime.GOMAXPROCS(1 + 3*i)
		var err error
		boards[i], err = Backtest(t.Context(), series, nil, Options{Horizon: 2})
		runtime.GOMAXPROCS(old)
		if err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(boards[0], boards[1]) {
		t.Errorf("%+v and %+v", boards[0], boards[1])
	}
	series = append(sectors(7, 14, 3, 5), series...)
	series[0].FirstYear = 1980
	for i := range boards {
		var err error
		if boards[i], err = Backtest(t.Context(), series, nil, Options{Horizon: 3}); err != nil {
			t.Fatal(err)
		}
		slices.Reverse(series)
	}
	if !reflect.DeepEqual(boards[0], boards[1]) {
		t.Errorf("reversed: %+v and %+v", boards[0], boards[1])
	}
}

// TestEvaluateAfterMissingYears: two years not known at the end of the history are
// two more years ahead.
func TestEvaluateAfterMissingYears(t *testing.T) {
	s := yearly(2010, 10, 12, 14, 17, math.NaN(), math.NaN())
	e, err := Evaluate(Drift{}, Split{Train: s, Actual: []float64{25, math.NaN()}}, 0)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "error in 2016", e.MAE, 25-(17+3*7./3), 1e-12)
	v := e.View()
	if len(v.Rows) != 4 || e.N != 1 || e.Missing != 1 || v.Rows[2][5].Number != 25 || v.Rows[0][5].Kind != growth.MissingEntry {
		t.Errorf("%+v", v.Rows)
	}
}

// TestCompetitionInSeconds runs 645 series through all models. As on the yearly
// series of the M3 competition, drift, damped Holt, Theta and the average beat
// naive, the trends lose to it, and SES is what naive is.
func TestCompetitionInSeconds(t *testing.T) {
	begin := time.Now()
	l, err := Compare(t.Context(), competition(645), nil, .8)
	if err != nil {
		t.Fatal(err)
	}
	if l.Series != 645 || len(l.Warnings) > 0 {
		t.Errorf("%d series, %v", l.Series, l.Warnings)
	}
	for _, s := range l.Scores {
		if s.Refused > 0 || math.IsNaN(s.MASE+s.SMAPE+s.CRPS+s.Winkler+s.MAE+s.Coverage+s.StdErr) {
			t.Errorf("%+v", s)
		}
		var ok bool
		switch s.Model.(type) {
		case Drift, DampedHolt, Theta, Average:
			ok = s.Difference < -s.StdErr
		case LinearTrend, LogLinearTrend:
			ok = s.Difference > s.StdErr && s.MASE > 1.2*l.Naive().MASE
		case Naive, SES:
			ok = math.Abs(s.Difference) < .1
		case Holt: // on M3 about as naive
			ok = true
		}
		if !ok {
			t.Errorf("%s: MASE %v, naive %v, difference %v ± %v", s.Model, s.MASE, l.Naive().MASE, s.Difference, s.StdErr)
		}
	}
	t.Logf("%v", time.Since(begin))
}

func BenchmarkCompare(b *testing.B) {
	splits := competition(645)
	for b.Loop() {
		if _, err := Compare(b.Context(), splits, nil, .8); err != nil {
			b.Fatal(err)
		}
	}
}
