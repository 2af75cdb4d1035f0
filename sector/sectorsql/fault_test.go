package sectorsql

import (
	"database/sql/driver"
	"errors"
	"testing"
)

func TestFault(t *testing.T) {
	for text, want := range map[string]string{
		"code: 46, message: Received from 127.0.0.1:9000. DB::Exception: Unknown function IN. Stack trace:\n\n0. /lib/a\n1. /lib/b\n": "code: 46, message: Received from 127.0.0.1:9000. DB::Exception: Unknown function IN.",
		"no such column: a\nb (1)":                                "no such column: a b (1)",
		"failed to connect:\n\t127.0.0.1:1: connection refused\n": "failed to connect: 127.0.0.1:1: connection refused",
	} {
		cause := errors.New(text)
		if f := error(&fault{cause}); f.Error() != want || !errors.Is(f, cause) {
			t.Errorf("%q, want %q", f, want)
		}
	}
	if f := (&fault{driver.ErrBadConn}).Error(); f != "the connection is lost (driver: bad connection)" {
		t.Errorf("%q", f)
	}
}
