package sectorsql

import (
	"database/sql/driver"
	"errors"
	"strings"
)

// fault is an error of an engine in one line. ClickHouse passes on what another node
// has said with the whole of its stack.
type fault struct{ err error }

func (f *fault) Error() string {
	if errors.Is(f.err, driver.ErrBadConn) {
		return "the connection is lost (" + driver.ErrBadConn.Error() + ")"
	}
	text, _, _ := strings.Cut(f.err.Error(), " Stack trace:")
	return strings.Join(strings.Fields(text), " ")
}

func (f *fault) Unwrap() error { return f.err }
