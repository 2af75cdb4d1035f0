package sectorsql

import (
	"context"
	"database/sql"
	"errors"
)

// Statement returns the statement that a call of this package would send, formatted to
// be read, and the values that are bound in it; nothing is sent. The call is made with
// the Querier that it is given:
//
//	text, args, err := sectorsql.Statement(func(db sectorsql.Querier) error {
//		_, err := sectorsql.HHI(ctx, db, query, 2018, sector.Jobs)
//		return err
//	})
//
// Where the call has an error before it has a statement, that is returned. For
// [Aggregate] there is [Query.SQL].
func Statement(call func(db Querier) error) (text string, args []any, err error) {
	var r recorder
	if err := call(&r); !r.asked {
		if err == nil {
			err = errors.New("sectorsql: nothing was asked")
		}
		return "", nil, err
	}
	return r.text, r.args, nil
}

// recorder keeps the first statement and answers none.
type recorder struct {
	asked bool
	text  string
	args  []any
}

func (r *recorder) QueryContext(_ context.Context, text string, args ...any) (*sql.Rows, error) {
	if !r.asked {
		r.asked, r.text, r.args = true, text, args
	}
	return nil, errors.New("the statement is only to be read")
}
