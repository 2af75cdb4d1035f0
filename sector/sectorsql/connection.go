package sectorsql

import (
	"context"
	"database/sql"
	"database/sql/driver"
)

// connection returns what a statement is sent through, and what to do after it.
//
// After a statement that ClickHouse 18.16 cannot parse, a part of what the driver
// had sent with it is still to be read; the server takes it for the next one, and
// from then on every answer is that to a statement before. So a connection of a
// pool that has seen an error is closed. A *sql.Conn or *sql.Tx is the caller's.
func (d Dialect) connection(ctx context.Context, db Querier) (Querier, func(error), error) {
	pool, ok := db.(interface { // *sql.DB, or what embeds one
		Conn(ctx context.Context) (*sql.Conn, error)
	})
	if !ok || !d.closes {
		return db, func(error) {}, nil
	}
	conn, err := pool.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	return conn, func(err error) {
		if err != nil {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn })
		}
		_ = conn.Close() // of a connection that is closed, an error
	}, nil
}
