package sectorsql_test

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorsql"
	"smartcity/sector/structure"
)

// method is a method on single companies, or the cube, under a name.
type method struct {
	name string
	ask  func(t testing.TB, f *fake, q sectorsql.Query) error
	row  []driver.Value // a row that it takes
}

func methods() []method {
	flows := func(opt dynamics.JobFlowOptions) func(t testing.TB, f *fake, q sectorsql.Query) error {
		return func(t testing.TB, f *fake, q sectorsql.Query) error {
			_, err := sectorsql.JobFlows(t.Context(), f.db(t), q, opt)
			return err
		}
	}
	growth := func(rule dynamics.HighGrowthRule) func(t testing.TB, f *fake, q sectorsql.Query) error {
		return func(t testing.TB, f *fake, q sectorsql.Query) error {
			q.Columns.Founded = "founded"
			_, err := sectorsql.HighGrowth(t.Context(), f.db(t), q, rule, dynamics.HighGrowthOptions{By: dynamics.ByRegion, Starts: []int{2015}})
			return err
		}
	}
	return []method{
		{"size classes", func(t testing.TB, f *fake, q sectorsql.Query) error {
			_, err := sectorsql.SizeClasses(t.Context(), f.db(t), q, 2018, nil)
			return err
		}, []driver.Value{int64(0), "", int64(2), int64(1), int64(0), int64(2), 30., nil, int64(2), 100., nil}},
		{"HHI of jobs by sector", func(t testing.TB, f *fake, q sectorsql.Query) error {
			_, err := sectorsql.HHI(t.Context(), f.db(t), q, 2018, sector.Jobs)
			return err
		}, []driver.Value{int64(0), "Water", int64(2), int64(2), 4., nil, 10., 1., 3.}},
		{"the 3 largest companies of each sector", func(t testing.TB, f *fake, q sectorsql.Query) error {
			q.Columns.Name = "name"
			_, err := sectorsql.TopCompanies(t.Context(), f.db(t), q, 2018, &structure.TopOptions{K: 3, BySectors: true})
			return err
		}, []driver.Value{int64(0), "Water", int64(2), int64(2), 4., nil, int64(0), "", "", "", ""}},
		{"job flows by sector", flows(dynamics.JobFlowOptions{By: dynamics.BySector, Pairs: [][2]int{{2017, 2018}}}),
			[]driver.Value{int64(0), int64(0), int64(2), "a", int64(4), "", int64(4), int64(4), int64(0), int64(0), int64(1), "Water", "Water", 3., 5., 2.}},
		{"job flows by mean size, of two pairs of years", flows(dynamics.JobFlowOptions{By: dynamics.ByMeanSize, Pairs: [][2]int{{2016, 2017}, {2016, 2018}}}),
			[]driver.Value{int64(0), int64(0), int64(2), "a", int64(4), "", int64(4), int64(4), int64(0), int64(0), int64(1), int64(1), int64(1), int64(1), 3., 5., 2.}},
		{"high growth in revenue by region", growth(dynamics.OECDEurostat2007(sector.Revenue)),
			[]driver.Value{int64(2015), int64(0), int64(2), "a", int64(4), "", int64(4), int64(4), "East", int64(1), int64(1), int64(2), int64(2), int64(1), int64(1), nil, nil, int64(2015), int64(0), 30., 50.}},
		{"high growth in jobs", growth(dynamics.StatisticsDenmark()),
			[]driver.Value{int64(2015), int64(0), int64(2), "a", int64(4), "", int64(4), int64(4), "East", int64(1), int64(1), int64(1), int64(0), 10., 17.28, int64(2015), int64(0), 30., 50.}},
		{"a cube of distinct companies", func(t testing.TB, f *fake, q sectorsql.Query) error {
			q.Options = sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}, Firms: sector.CountIDs}
			q.Columns.Revenue = ""
			_, err := sectorsql.Cube(t.Context(), f.db(t), q)
			return err
		}, []driver.Value{int64(0), "Water", int64(2018), int64(2), int64(2), int64(1), 3., nil, int64(0), int64(0)}},
	}
}

func register() sectorsql.Query {
	return sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "register.companies",
		Columns: sectorsql.Columns{ID: "cvr", Sector: "sector", Region: "region", Year: "year", FTE: "fte", Revenue: "revenue"},
		Where:   []sectorsql.Filter{{Column: "country", OneOf: []any{"DK"}}}, Suppressed: []any{-9},
	}
}

// The statements of the methods stand in testdata, as those of tables do.
func TestMethodsGolden(t *testing.T) {
	for _, d := range dialects {
		var b strings.Builder
		for _, m := range methods() {
			q := register()
			q.Dialect = d
			f := &fake{refuse: errors.New("not now")}
			if err := m.ask(t, f, q); err == nil || len(f.statements) != 1 {
				t.Fatalf("%s: %v, %d statements", m.name, err, len(f.statements))
			}
			fmt.Fprintf(&b, "-- %s\n%s;\n-- values: %#v\n\n", m.name, f.statements[0], f.bound)
		}
		path := filepath.Join("testdata", "methods_"+strings.ToLower(d.String())+".sql")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: the statements are not those of %s; UPDATE=1 writes them anew", d, path)
		}
	}
}

// Whatever a method is answered, there is one error and nothing left open.
func TestMethodFaults(t *testing.T) {
	broken := errors.New("fake: connection reset by peer")
	for _, m := range methods() {
		t.Run(m.name, func(t *testing.T) {
			for name, c := range map[string]struct {
				f    *fake
				want string
			}{
				"refused":  {&fake{refuse: broken}, "connection reset"},
				"cut":      {&fake{rows: [][]driver.Value{m.row}, fail: broken, failAt: 1}, "broke off after 1 row"},
				"columns":  {&fake{rows: [][]driver.Value{m.row[1:]}}, "columns in the result of a statement of"},
				"part":     {&fake{rows: [][]driver.Value{with(m.row, 0, "x")}}, `a whole number was expected, not "x"`},
				"negative": {&fake{rows: [][]driver.Value{with(m.row, 2, int64(-1))}}, "-1"},
				"too many": {&fake{rows: [][]driver.Value{m.row, m.row, m.row}}, "more than 2 groups"},
			} {
				q := register()
				q.MaxGroups = 2
				err := m.ask(t, c.f, q)
				if err == nil || !strings.HasPrefix(err.Error(), "sectorsql: ") || !strings.Contains(err.Error(), c.want) {
					t.Errorf("%s: %v, want %q", name, err, c.want)
				}
				if c.f.refuse != nil && !errors.Is(err, broken) {
					t.Errorf("%s: %v does not wrap its cause", name, err)
				}
			}
		})
	}
}

func with(row []driver.Value, i int, v driver.Value) []driver.Value {
	out := append([]driver.Value{}, row...)
	out[i] = v
	return out
}

// What a method cannot answer is refused before the engine is asked.
func TestMethodsRefuse(t *testing.T) {
	for name, change := range map[string]func(q *sectorsql.Query){
		"no dialect":    func(q *sectorsql.Query) { q.Dialect = sectorsql.Dialect{} },
		"no figures":    func(q *sectorsql.Query) { q.Columns.FTE, q.Columns.Revenue = "", "" },
		"dimensions":    func(q *sectorsql.Query) { q.Options.By = []sector.Dimension{sector.BySector()} },
		"firms":         func(q *sectorsql.Query) { q.Columns.Firms, q.Options.Firms = "firms", sector.CountColumn },
		"concordance":   func(q *sectorsql.Query) { q.Concordance, q.Columns.IndustryCode = concordance(t), "nace" },
		"currency":      func(q *sectorsql.Query) { q.Columns.Currency = "currency" },
		"a bad name":    func(q *sectorsql.Query) { q.Columns.Year = "a\x00b" },
		"a bad filter":  func(q *sectorsql.Query) { q.Where = []sectorsql.Filter{{Column: "x"}} },
		"contributions": func(q *sectorsql.Query) { q.Options.Contributions = true },
	} {
		for _, m := range methods() {
			if m.name == "a cube of distinct companies" {
				continue // a table, of which that is tested
			}
			q, f := register(), &fake{}
			change(&q)
			if err := m.ask(t, f, q); err == nil || len(f.statements) != 0 || !strings.HasPrefix(err.Error(), "sectorsql: ") {
				t.Errorf("%s, %s: %v, asked %d times", m.name, name, err, len(f.statements))
			}
		}
	}
	f, q := &fake{}, register()
	_, err := sectorsql.SizeClasses(t.Context(), f.db(t), q, 2018, &structure.SizeOptions{Measure: sector.Employees})
	if err == nil {
		t.Error("options of another measure")
	}
	_, err = sectorsql.SizeClasses(t.Context(), f.db(t), q, 1700, nil)
	if !errors.Is(err, structure.ErrEmpty) {
		t.Errorf("nobody can be there: %v", err)
	}
	_, err = sectorsql.JobFlows(t.Context(), f.db(t), q, dynamics.JobFlowOptions{})
	if !errors.Is(err, dynamics.ErrTooFewYears) {
		t.Errorf("no pair of years: %v", err)
	}
	_, err = sectorsql.HighGrowth(t.Context(), f.db(t), q, dynamics.HighGrowthRule{}, dynamics.HighGrowthOptions{Starts: []int{2015}})
	if _, ok := errors.AsType[*dynamics.RuleError](err); !ok {
		t.Errorf("a rule without a name: %v", err)
	}
	if len(f.statements) != 0 {
		t.Error("the engine was asked")
	}
}

// Of several faults of companies the first in their order is told, whatever row
// comes first.
func TestPanelFaults(t *testing.T) {
	row := func(fault int64) []driver.Value {
		return []driver.Value{int64(0), fault, int64(3), "a", int64(7), "-1", int64(4), int64(4), int64(0), int64(0), int64(1), 3., 5., 2.}
	}
	ask := func(faults ...int64) error {
		f := &fake{}
		for _, n := range faults {
			f.rows = append(f.rows, row(n))
		}
		_, err := sectorsql.JobFlows(t.Context(), f.db(t), register(), dynamics.JobFlowOptions{Pairs: [][2]int{{2017, 2018}}})
		return err
	}
	if err := ask(100, 4, 1); !errors.Is(err, dynamics.ErrNoID) || !strings.Contains(err.Error(), "7 rows") {
		t.Error(err)
	}
	if f, ok := errors.AsType[*sector.FieldError](ask(0, 4, 100)); !ok || f.Field != "fte" || f.Value != "-1" {
		t.Error(f)
	}
	if f, ok := errors.AsType[*sectorsql.RepeatedError](ask(0, 100)); !ok || *f != (sectorsql.RepeatedError{ID: "a", Companies: 3}) {
		t.Error(f)
	}
	if err := ask(50); err == nil {
		t.Error("a fault that is none")
	}
}
