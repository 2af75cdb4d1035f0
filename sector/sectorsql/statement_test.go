package sectorsql_test

import (
	"errors"
	"reflect"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// TestStatement: what is printed is what [sectorsql.Query.SQL] has, and an error comes
// before it.
func TestStatement(t *testing.T) {
	q := sectorsql.Query{
		Dialect: sectorsql.PostgreSQL(), Table: "companies", Columns: sectorsql.Columns{Sector: "sector", FTE: "fte"}, Missing: []any{-1},
		Year: 2018, Options: sector.Options{By: []sector.Dimension{sector.BySector()}},
	}
	wantText, wantArgs, err := q.SQL()
	if err != nil {
		t.Fatal(err)
	}
	ask := func(q sectorsql.Query) (string, []any, error) {
		return sectorsql.Statement(func(db sectorsql.Querier) error {
			_, err := sectorsql.Aggregate(t.Context(), db, q)
			return err
		})
	}
	if text, args, err := ask(q); err != nil || text != wantText || !reflect.DeepEqual(args, wantArgs) {
		t.Errorf("%s\n%v, %v, want %s\n%v", text, args, err, wantText, wantArgs)
	}
	if text, _, err := ask(sectorsql.Query{}); err == nil || text != "" {
		t.Errorf("an empty query: %q, %v", text, err)
	}
	own := errors.New("not today")
	if _, _, err := sectorsql.Statement(func(sectorsql.Querier) error { return own }); !errors.Is(err, own) {
		t.Errorf("a call with an error of its own: %v", err)
	}
	if _, _, err := sectorsql.Statement(func(sectorsql.Querier) error { return nil }); err == nil {
		t.Error("a call that asks nothing has a statement")
	}
}
