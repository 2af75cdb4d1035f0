package sectorsql

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Querier is what a statement is sent through: a *sql.DB, *sql.Conn or *sql.Tx.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// TooManyGroups reports that the engine has more groups than Query.MaxGroups.
type TooManyGroups struct {
	Most int
}

func (e *TooManyGroups) Error() string {
	return fmt.Sprintf("sectorsql: more than %d groups: group by less, filter, or raise MaxGroups", e.Most)
}

// run sends a statement and hands over its rows; the values are good until the
// next one. It returns the first error, whoever has it, and leaves nothing open.
func run(ctx context.Context, db Querier, q *Query, text string, args []any, each func(columns []string, values []any) error) (err error) {
	defer func() {
		if cause := ended(ctx); err != nil && cause != nil && !errors.Is(err, cause) { // drivers word it in their own ways
			err = fmt.Errorf("%w: %w", err, cause)
		}
	}()
	db, release, err := q.Dialect.connection(ctx, db)
	if err != nil {
		return fmt.Errorf("sectorsql: %s: %w", q.Dialect, &fault{err})
	}
	defer func() { release(err) }()
	rows, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return fmt.Errorf("sectorsql: %s: %w", q.Dialect, &fault{err})
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return fmt.Errorf("sectorsql: %s: %w", q.Dialect, &fault{err})
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	n := 0
	for rows.Next() {
		if n++; n > q.maxGroups() {
			return &TooManyGroups{q.maxGroups()}
		}
		if err := rows.Scan(into...); err != nil {
			return fmt.Errorf("sectorsql: %s: row %d of the result: %w", q.Dialect, n, &fault{err})
		}
		if err := each(columns, values); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("sectorsql: %s: the result broke off after %s: %w", q.Dialect, rowsOf(n), &fault{err})
	}
	if err := rows.Close(); err != nil {
		return fmt.Errorf("sectorsql: %s: %w", q.Dialect, &fault{err})
	}
	return nil
}

// ended returns why a context is done. A driver that gives its deadline to the
// connection can see it pass a moment before the context does.
func ended(ctx context.Context) error {
	if deadline, ok := ctx.Deadline(); ok && ctx.Err() == nil && !time.Now().Before(deadline) {
		return context.DeadlineExceeded
	}
	return context.Cause(ctx)
}
