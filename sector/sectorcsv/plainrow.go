package sectorcsv

import (
	"bytes"
	"strings"
)

// What follows is for the fast lane: a row of which one of these is false is for
// the reading lane, which has something to say of it, or may have.

// plainCode reports whether a code, or another text that is not grouped by, is
// neither to be mended nor a word for totals. It is not empty.
func (d *decoder) plainCode(code []byte) bool {
	last := len(code) - 1
	switch {
	case code[0] == '\'' || code[0] == '=' || code[last] == ' ':
		return false
	case code[last] == '0' && last > 0 && (code[last-1] == '.' || code[last-1] == ','):
		return false
	case bytes.IndexByte(code, '+') >= 0 || bytes.Contains(code, []byte("  ")):
		return false
	}
	return !d.totalWords.begin[code[0]] || !d.isTotal(string(code))
}

// plainOther reports whether a cell of a column that is not used is neither a
// word for totals nor decimals that were cut off.
func (d *decoder) plainOther(at int, cell []byte) bool {
	switch {
	case len(cell) == 0:
		return true
	case cell[0] <= ' ', cell[0] == 0xc2, cell[0] >= 0xe1 && cell[0] <= 0xe3: // may be white space
		return false
	case d.plan.headers[at] == "" && isDigits(string(cell)):
		return false
	}
	return !d.totalWords.begin[cell[0]] || !d.isTotal(strings.TrimSpace(string(cell)))
}
