package sectorsql_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// question is by sector and year, of FTE and revenue; an answer to it has the
// columns sector, year, two statuses, companies, and a sum and a least value for
// each figure.
func question() sectorsql.Query {
	return sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "companies", Columns: sectorsql.Columns{Sector: "sector", Year: "year", FTE: "fte", Revenue: "revenue"},
		Options: sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}},
	}
}

func answer(sector string) []driver.Value {
	return []driver.Value{sector, int64(2018), int64(2), int64(2), int64(3), 7.5, 1.5, "1000.25", "1"}
}

// Whatever goes wrong, and wherever, there is one error and no table; the fake
// sees that nothing is left open.
func TestFaults(t *testing.T) {
	broken := errors.New("fake: connection reset by peer")
	changed := func(column int, v driver.Value) []driver.Value {
		row := answer("Water")
		row[column] = v
		return row
	}
	three := [][]driver.Value{answer("A"), answer("B"), answer("C")}
	for _, c := range []struct {
		name string
		f    *fake
		most int
		want string
		is   error
	}{
		{name: "a missing column", f: &fake{refuse: fmt.Errorf("column %q does not exist: %w", "fte", broken)}, want: `sectorsql: PostgreSQL: column "fte" does not exist`, is: broken},
		{name: "cut before the first row", f: &fake{rows: three, fail: broken}, want: "broke off after 0 rows", is: broken},
		{name: "cut between rows", f: &fake{rows: three, fail: broken, failAt: 2}, want: "broke off after 2 rows", is: broken},
		{name: "cut after the last row", f: &fake{rows: three, fail: broken, failAt: 3}, want: "broke off after 3 rows", is: broken},
		{name: "an end in the middle", f: &fake{rows: three, fail: io.ErrUnexpectedEOF, failAt: 1}, want: "broke off after 1 row:", is: io.ErrUnexpectedEOF},
		{name: "closing", f: &fake{rows: three, closing: broken}, want: "connection reset", is: broken},
		{name: "no rows", f: &fake{columns: make([]string, 9)}, want: "no company passes the filters", is: sql.ErrNoRows},
		{name: "another number of columns", f: &fake{rows: [][]driver.Value{answer("A")[:8]}}, want: "8 columns in the result of a statement of 9"},
		{name: "too many groups", f: &fake{rows: three}, most: 2, want: "more than 2 groups"},
		{name: "a sum that is none", f: &fake{rows: [][]driver.Value{changed(5, nil)}}, want: `companies, sector "Water", 2018: column "fte": a sum was expected, not NULL`},
		{name: "an infinite sum", f: &fake{rows: [][]driver.Value{changed(5, math.Inf(1))}}, want: "not +Inf"},
		{name: "a sum in words", f: &fake{rows: [][]driver.Value{changed(7, "1000 kr.")}}, want: `not "1000 kr."`},
		{name: "a sector of another type", f: &fake{rows: [][]driver.Value{changed(0, 7.5)}}, want: "a text was expected, not 7.5 (float64)"},
		{name: "a sector that is no UTF-8", f: &fake{rows: [][]driver.Value{changed(0, []byte("\xff"))}}, want: `the text "\xff" is not UTF-8`},
		{name: "no year", f: &fake{rows: [][]driver.Value{changed(1, nil)}}, want: "year is NULL, want a year from 1800 to 2200"},
		{name: "a day for a year", f: &fake{rows: [][]driver.Value{changed(1, time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC))}}, want: "year is 2018-01-01"},
		{name: "half a year", f: &fake{rows: [][]driver.Value{changed(1, "2018.5")}}, want: `year is "2018.5"`},
		{name: "a year of two digits", f: &fake{rows: [][]driver.Value{changed(1, int64(18))}}, want: "year is 18"},
		{name: "a status that is none", f: &fake{rows: [][]driver.Value{changed(2, "x")}}, want: `a whole number was expected, not "x"`},
		{name: "a group of nothing", f: &fake{rows: [][]driver.Value{changed(4, int64(0))}}, want: "a group of 0 rows"},
		{name: "negative FTE", f: &fake{rows: [][]driver.Value{answer("A"), {"Water", int64(2018), int64(3), int64(2), int64(1), -4., -3., 1., 1.}}}, want: `companies, sector "Water", 2018: column "fte", in 1 row: sector: fte is -3, want a number of zero or more`},
		{name: "revenue beyond all bounds", f: &fake{rows: [][]driver.Value{{"Water", int64(2018), int64(2), int64(3), int64(5), 1., 1., 1e19, "1e+19"}}}, want: `column "revenue", in 5 rows: sector: revenue is "1e+19", want an amount below 10^18`},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := question()
			q.MaxGroups = c.most
			table, err := sectorsql.Aggregate(t.Context(), c.f.db(t), q)
			if table != nil || err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "sectorsql: ") {
				t.Errorf("table %v, error %v, want one with %q", table, err, c.want)
			}
			if c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("%v does not wrap %v", err, c.is)
			}
		})
	}
}

// What no company can have is the FieldError that it is in package sector.
func TestRefusedFiguresAreFieldErrors(t *testing.T) {
	f := &fake{rows: [][]driver.Value{{"Water", int64(2018), int64(3), int64(2), int64(1), -4., -3., 1., 1.}}}
	_, err := sectorsql.Aggregate(t.Context(), f.db(t), question())
	got, ok := errors.AsType[*sector.FieldError](err)
	_, want := sector.Aggregate([]sector.Company{{Year: 2018, FTE: sector.Value(-3)}}, sector.Options{})
	inMemory, _ := errors.AsType[*sector.FieldError](want)
	if !ok || *got != *inMemory {
		t.Errorf("got %v, want %v", got, inMemory)
	}
	f = &fake{rows: [][]driver.Value{answer("A"), answer("B")}}
	q := question()
	q.MaxGroups = 1
	_, err = sectorsql.Aggregate(t.Context(), f.db(t), q)
	if e, ok := errors.AsType[*sectorsql.TooManyGroups](err); !ok || e.Most != 1 {
		t.Errorf("got %v, want too many groups", err)
	}
	if text := f.statements[0].(string); !strings.HasSuffix(text, "\nLIMIT 2") {
		t.Errorf("the engine is not asked for one group more than is allowed:\n%s", text)
	}
}

// Of as many groups as there can be, one more cannot be asked for.
func TestMaxGroupsOfAny(t *testing.T) {
	q := question()
	q.MaxGroups = math.MaxInt
	text, _, err := q.SQL()
	if want := fmt.Sprintf("LIMIT %d", math.MaxInt); err != nil || !strings.HasSuffix(text, want) {
		t.Errorf("%v\n%s\nwant %s", err, text, want)
	}
}

// A context that is done ends the call, in the engine and between rows, with
// its cause, and leaves no goroutine behind.
func TestContext(t *testing.T) {
	why := errors.New("the user has left")
	before := runtime.NumGoroutine()
	for _, f := range []*fake{{inAnswer: true}, {inRows: true, rows: [][]driver.Value{answer("A"), answer("B")}, failAt: 1}, {inRows: true}} {
		t.Run("", func(t *testing.T) {
			f.block = make(chan struct{})
			ctx, cancel := context.WithCancelCause(t.Context())
			go func() { <-f.block; cancel(why) }()
			table, err := sectorsql.Aggregate(ctx, f.db(t), question())
			if table != nil || !errors.Is(err, why) {
				t.Errorf("table %v, error %v", table, err)
			}
		})
		t.Run("timeout", func(t *testing.T) {
			f.block = make(chan struct{})
			ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
			defer cancel()
			table, err := sectorsql.Aggregate(ctx, f.db(t), question())
			if table != nil || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("table %v, error %v", table, err)
			}
		})
	}
	f := &fake{rows: [][]driver.Value{answer("A")}}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := sectorsql.Aggregate(ctx, f.db(t), question()); !errors.Is(err, context.Canceled) || len(f.statements) != 0 {
		t.Errorf("error %v, statements %v", err, f.statements)
	}
	for range 100 { // those of database/sql end a moment after it is closed
		if runtime.NumGoroutine() <= before+1 { // one of the db that is closed by Cleanup
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// late is a context whose deadline has passed, and whose timer has not.
type late struct{ context.Context }

func (late) Deadline() (time.Time, bool) { return time.Now(), true }

func TestDeadlineOfTheConnection(t *testing.T) {
	f := &fake{rows: [][]driver.Value{answer("A")}, fail: errors.New("fake: read tcp: i/o timeout")}
	table, err := sectorsql.Aggregate(late{t.Context()}, f.db(t), question())
	if table != nil || !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, f.fail) {
		t.Errorf("table %v, error %v", table, err)
	}
}

// Aggregate sends what SQL prints, with its values.
func TestAggregateSendsTheStatement(t *testing.T) {
	q := question()
	q.Where, q.Suppressed = []sectorsql.Filter{{Column: "country", OneOf: []any{"DK", "SE"}}}, []any{".."}
	f := &fake{rows: [][]driver.Value{answer("A")}}
	if _, err := sectorsql.Aggregate(t.Context(), f.db(t), q); err != nil {
		t.Fatal(err)
	}
	text, args, err := q.SQL()
	if err != nil || len(f.statements) != 1 || f.statements[0] != text || fmt.Sprint(f.bound) != fmt.Sprint(args) {
		t.Errorf("sent %v with %v, error %v", f.statements, f.bound, err)
	}
}
