package sectorsql_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"sync"
	"testing"
)

// fake is a driver in the process: it answers every statement with the same
// rows, or fails where it is told to. What a statement means is tested on the
// engines themselves, in examples/warehouse.
type fake struct {
	rows    [][]driver.Value
	columns []string // default: as many without a name

	refuse   error         // of the statement
	failAt   int           // rows before fail
	fail     error         // of the next row
	closing  error         // of closing the rows
	block    chan struct{} // closed when a row after failAt is waited for
	inRows   bool          // wait there until the context is done
	inAnswer bool          // wait before the answer until the context is done

	mu          sync.Mutex
	conns, open int
	statements  []any
	bound       []any // with the last of them
}

// db returns a database of the fake, and checks at the end of the test that
// nothing of it is left open.
func (f *fake) db(t testing.TB) *sql.DB {
	db := sql.OpenDB(f)
	t.Cleanup(func() {
		if n := db.Stats().InUse; n != 0 {
			t.Errorf("%d connections are still in use", n)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.open != 0 || f.conns != 0 {
			t.Errorf("%d results and %d connections are left open", f.open, f.conns)
		}
	})
	return db
}

func (f *fake) count(conns, open int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.conns += conns
	f.open += open
}

func (f *fake) Connect(context.Context) (driver.Conn, error) {
	f.count(1, 0)
	return &fakeConn{f}, nil
}

func (f *fake) Driver() driver.Driver { return nil }

type fakeConn struct{ f *fake }

func (c *fakeConn) Prepare(string) (driver.Stmt, error) { return nil, errors.New("not prepared") }
func (c *fakeConn) Begin() (driver.Tx, error)           { return nil, errors.New("no transactions") }
func (c *fakeConn) Close() error {
	c.f.count(-1, 0)
	return nil
}

func (c *fakeConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	f := c.f
	f.mu.Lock()
	f.statements, f.bound = append(f.statements, query), nil
	for _, a := range args {
		f.bound = append(f.bound, a.Value)
	}
	f.mu.Unlock()
	if f.inAnswer {
		close(f.block)
		<-ctx.Done()
		return nil, errors.New("fake: interrupted")
	}
	if f.refuse != nil {
		return nil, f.refuse
	}
	f.count(0, 1)
	return &fakeRows{f: f, ctx: ctx}, nil
}

type fakeRows struct {
	f   *fake
	ctx context.Context
	n   int
}

func (r *fakeRows) Columns() []string {
	if r.f.columns != nil || len(r.f.rows) == 0 {
		return r.f.columns
	}
	return make([]string, len(r.f.rows[0]))
}

func (r *fakeRows) Close() error {
	r.f.count(0, -1)
	return r.f.closing
}

func (r *fakeRows) Next(to []driver.Value) error {
	switch {
	case r.f.inRows && r.n == r.f.failAt:
		close(r.f.block)
		<-r.ctx.Done()
		return errors.New("fake: interrupted")
	case r.f.fail != nil && r.n == r.f.failAt:
		return r.f.fail
	case r.n == len(r.f.rows):
		return io.EOF
	}
	copy(to, r.f.rows[r.n])
	r.n++
	return nil
}
