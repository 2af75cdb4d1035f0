package growth

import (
	"regexp"
	"testing"
)

// TestViews: rows are as long as the columns, whose names are as View says.
func TestViews(t *testing.T) {
	s := Series{"Energy", "FTE", 2014, []float64{5, 7, nan, 9, 14}}
	prices := Series{"CPI", "", 2014, []float64{100, 101, nan, 104, 105}}
	linear, err1 := LinearTrend(s)
	logLinear, err2 := LogLinearTrend(s)
	summary, err3 := Summarize(s.Values)
	money := s
	money.Unit = "DKK"
	deflation, err4 := Deflate(money, prices, 2014)
	total, err5 := DeflateTotal([]Series{money}, []Series{prices}, 2014, Chained)
	accounting, err6 := LMDI([]Identity{JobsIdentity(of("", "", 1, 2), of("Energy", "FTE", 5, 14))}, 2014, 2018)
	contributions, err7 := GrowthContributions([]Series{s}, Series{}, 2014, 2018)
	for _, err := range []error{err1, err2, err3, err4, err5, err6, err7} {
		if err != nil {
			t.Fatal(err)
		}
	}
	name := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	for _, c := range []struct {
		what string
		view View
		rows int
		row  []any // the last row: text, number or nil for missing
	}{
		{"line", linear.Line.View(), 1, nil},
		{"linear", linear.View(), 1, nil},
		{"log-linear", logLinear.View(), 1, nil},
		{"summary", summary.View(), 1, []any{4., 1., 8.75, summary.StdDev, 5., 6.5, 8., 10.25, 14.}},
		{"deflation", deflation.View(), 5, []any{2018., 14., 105., rescale(14, 100, 105)}},
		{"total", total.View(), 5, []any{2018., 14., nil, nil, nil}},
		{"accounting", accounting.View(), 2, []any{"Energy", "fte_per_company", 5., 14., accounting.Total.Effects[1], 20 * accounting.Total.Effects[1]}},
		{"contributions", contributions.View(), 1, []any{"part", "Energy", 5., 14., 9., 180.}},
	} {
		if len(c.view.Rows) != c.rows {
			t.Errorf("%s: %d rows", c.what, len(c.view.Rows))
		}
		for _, column := range c.view.Columns {
			if !name.MatchString(column.Name) {
				t.Errorf("%s: column %q", c.what, column.Name)
			}
		}
		for _, row := range c.view.Rows {
			if len(row) != len(c.view.Columns) {
				t.Errorf("%s: a row of %d below %d columns", c.what, len(row), len(c.view.Columns))
			}
		}
		for i, want := range c.row {
			got := c.view.Rows[c.rows-1][i]
			var entry Entry
			switch want := want.(type) {
			case string:
				entry = TextOf(want)
			case float64:
				entry = NumberOf(want)
			}
			if got != entry && !(entry.Kind == NumberEntry && near(got.Number, entry.Number, 1e-14)) {
				t.Errorf("%s: column %s is %v, want %v", c.what, c.view.Columns[i].Name, got, want)
			}
		}
	}
	growth, _ := logLinear.Growth(0)
	v := logLinear.View()
	for i, column := range v.Columns {
		if column.Name == "growth_low" && v.Rows[0][i].Number != growth.Low || column.Name == "model" && v.Rows[0][i].Text != "log_linear" {
			t.Errorf("%s = %v", column.Name, v.Rows[0][i])
		}
		if column.Name == "growth" && linear.View().Rows[0][i].Kind != MissingEntry {
			t.Error("a linear trend has a rate of growth")
		}
	}
}
