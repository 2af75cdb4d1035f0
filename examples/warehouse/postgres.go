package main

import (
	"cmp"
	"context"
	"iter"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib" // driver pgx

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

func postgreSQL() engine {
	return engine{
		dialect: sectorsql.PostgreSQL(), driver: "pgx", prefixes: []string{"postgres://", "postgresql://"},
		text: "text", number: "integer", figure: "double precision", quote: `"`, escape: `"`, insert: copyRows,
	}
}

// copyRows is COPY, PostgreSQL's way for many rows.
func copyRows(ctx context.Context, db *database, table string, companies iter.Seq2[sector.Company, error]) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	columns := columns()
	next, stop := iter.Pull2(companies)
	defer stop()
	var broken error // of the companies, of which PostgreSQL keeps the text alone
	err = conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, names(columns), pgx.CopyFromFunc(func() ([]any, error) {
			c, err, more := next()
			if !more || err != nil {
				broken = err
				return nil, err
			}
			return row(columns, &c), nil
		}))
		return err
	})
	return cmp.Or(broken, err)
}
