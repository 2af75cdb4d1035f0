package sectorsql

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"smartcity/sector"
)

// ReadConcordance reads the links of industry codes to domains from a table, in
// one statement, and makes a concordance of those of a revision, or of all if
// revision is empty. The columns are revision, code, domain, weight, from and to,
// as [sector.Link] has them, whatever their case; code and domain are required.
// NULL in the others is no statement: a weight of 1, an open year, NACE Rev. 2.
//
// Errors are those of [Aggregate], for more than a million links too, or the
// [*sector.LinkError] of [sector.NewConcordance].
func ReadConcordance(ctx context.Context, db Querier, d Dialect, table, revision string) (*sector.Concordance, error) {
	q := &Query{Dialect: d, Table: table}
	if table == "" || d == (Dialect{}) {
		return nil, fmt.Errorf("sectorsql: a concordance needs a dialect and a table")
	}
	r := &renderer{q: q}
	text, args, err := r.finish(r.limited("SELECT *\n" + r.from()))
	if err != nil {
		return nil, err
	}
	var links []sector.Link
	err = run(ctx, db, q, text, args, func(columns []string, values []any) error {
		l, err := linkOf(columns, values)
		if err != nil {
			return fmt.Errorf("sectorsql: %s, link %d: %w", table, len(links)+1, err)
		}
		links = append(links, l)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(links) == 0 {
		return nil, fmt.Errorf("sectorsql: %s has no links: %w", table, sql.ErrNoRows)
	}
	return sector.NewConcordance(links, revision)
}

// linkOf makes a link of a row.
func linkOf(columns []string, values []any) (l sector.Link, err error) {
	code, name := false, false
	for i, v := range values {
		column := strings.ToLower(columns[i])
		switch column {
		case "code":
			l.Code, err = textOf(v)
			code = true
		case "domain":
			l.Domain, err = textOf(v)
			name = true
		case "revision":
			l.Revision, err = textOf(v)
		case "weight":
			if v != nil {
				var x float64
				x, err = floatOf(v)
				l.Weight = sector.Value(x)
			}
		case "from":
			if v != nil {
				l.From, err = yearOf(v)
			}
		case "to":
			if v != nil {
				l.To, err = yearOf(v)
			}
		}
		if err != nil {
			return l, fmt.Errorf("column %q: %w", columns[i], err)
		}
	}
	if !code || !name {
		return l, fmt.Errorf("the table has the columns %s, and needs code and domain", strings.Join(columns, ", "))
	}
	return l, nil
}
