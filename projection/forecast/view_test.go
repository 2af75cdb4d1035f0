package forecast

import (
	"errors"
	"strings"
	"testing"

	"smartcity/growth"
)

// TestViews: a row as long as the columns, names in lower case, no NaN.
func TestViews(t *testing.T) {
	split := Split{Train: air(), Actual: []float64{74, 77}}
	e, err := Evaluate(Theta{}, split, 0)
	if err != nil {
		t.Fatal(err)
	}
	board, err := Compare(t.Context(), []Split{split}, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	selected, err := Select(t.Context(), []growth.Series{air()}, []Model{Drift{}}, Options{Horizon: 3})
	if err != nil {
		t.Fatal(err)
	}
	none, err := Select(t.Context(), []growth.Series{air()}, nil, Options{Horizon: 30})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		view growth.View
		rows int
	}{
		"forecast": {e.Forecast.View(), 2}, "evaluation": {e.View(), 2}, "accuracy": {e.Accuracy.View(), 1},
		"leaderboard": {board.View(), len(board.Scores)}, "selection": {selected.View(), 1}, "no selection": {none.View(), 1},
	} {
		if len(c.view.Rows) != c.rows {
			t.Errorf("%s: %d rows", name, len(c.view.Rows))
		}
		for _, row := range c.view.Rows {
			if len(row) != len(c.view.Columns) {
				t.Errorf("%s: %d entries, %d columns", name, len(row), len(c.view.Columns))
			}
			for _, x := range row {
				if x.Number != x.Number {
					t.Errorf("%s: NaN in %v", name, row)
				}
			}
		}
		for _, column := range c.view.Columns {
			if column.Name != strings.ToLower(column.Name) || strings.Contains(column.Name, " ") {
				t.Errorf("%s: column %q", name, column.Name)
			}
		}
	}
}

// TestTexts: every reason, verdict and warning has words of its own.
func TestTexts(t *testing.T) {
	seen := map[string]bool{}
	for r := TooFewYears; r <= BadParameter; r++ {
		seen[r.String()] = true
	}
	for v := NoSelection; v <= ModelWins; v++ {
		seen[v.String()] = true
	}
	if len(seen) != 12 || strings.Contains(strings.Join(keys(seen), " "), "(") {
		t.Errorf("%v", seen)
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{&ScenariosOnly{Name: "A", N: 7, Horizon: 3}, `"A": 7 years are known, fewer than 8`},
		{&ScenariosOnly{Name: "A", N: 9, Horizon: 12}, `12 years ahead from 9`},
		{&MissingYears{Name: "A", Years: []int{2011}}, `[2011]`},
		{&Floored{Years: []int{2020, 2021}}, `interval reaches below zero, cut there in [2020 2021]`},
		{&Floored{Years: []int{2020, 2021}, Points: []int{2021}}, `put to zero in [2021]`},
		{&NoSpread{Model: "SES"}, `SES goes through`},
		{&Linearised{Model: "Bass curve", Covers: .78}, `78 %`},
		{&MemberRefused{Model: "SES", Err: errors.New("why")}, `without SES: why`},
		{&NaiveInstead{Model: "SES", Err: errors.New("why")}, `naive instead of SES: why`},
		{&NotScored{Name: "A", Origin: 2018, Err: errors.New("why")}, `from 2018 is not scored: why`},
		{&Untested{Horizon: 7, Tested: 4}, `7 years ahead, of which only 4`},
		{&Refusal{Model: "SES", Name: "A", Reason: Negative, Year: 2011, Value: -2}, `-2 in 2011`},
		{&Refusal{Model: "SES", Name: "A", Reason: BadParameter, Parameter: "alpha", Value: 2}, `alpha = 2`},
	} {
		if !strings.Contains(c.err.Error(), c.want) || !strings.HasPrefix(c.err.Error(), "forecast: ") {
			t.Errorf("%q lacks %q", c.err, c.want)
		}
	}
}

func keys(m map[string]bool) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	return out
}
