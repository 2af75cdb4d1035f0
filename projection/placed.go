package projection

import (
	"fmt"
	"strings"
)

// placed is an error of this package with the place where it arose, and the
// package's name once in front of both.
type placed struct {
	where string
	err   error
}

// in puts an error in its place.
func in(err error, where string, args ...any) error { return &placed{fmt.Sprintf(where, args...), err} }

func (e *placed) Error() string {
	return "projection: " + e.where + ": " + strings.TrimPrefix(e.err.Error(), "projection: ")
}

func (e *placed) Unwrap() error { return e.err }
