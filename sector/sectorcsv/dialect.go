package sectorcsv

import (
	"fmt"
	"strings"

	"smartcity/growth/locale"
)

// Dialect is how a file is written. In [Options] a zero field is recognised
// from the first megabyte; in a [Report] all are filled in.
type Dialect struct {
	Encoding Encoding
	Comma    rune            // ',', ';', '\t' or '|'
	Notation locale.Notation // of numbers

	// HeaderLine is the physical line of the header, counted from 1. Lines above
	// it are a title and are skipped.
	HeaderLine int

	// Comment begins lines that are skipped. Zero recognises '#' where a line
	// above the header begins with it; NoComment turns that off.
	Comment rune
}

// NoComment as Dialect.Comment says that no line is a comment.
const NoComment rune = -1

// Encoding is how the characters of a file are written.
type Encoding uint8

// The encodings that are read. A byte order mark is stepped over in any of
// them. Windows-1252 stands for Latin-1, too.
const (
	EncodingUnknown Encoding = iota
	UTF8
	UTF16LE
	UTF16BE
	Windows1252
)

// String returns the name of the encoding.
func (e Encoding) String() string {
	return [...]string{"unknown", "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252"}[e]
}

// MarshalText returns the name, so that an Encoding can stand in JSON.
func (e Encoding) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// validate returns an error for a dialect that no file has.
func (d *Dialect) validate() error {
	switch {
	case d.Comma != 0 && d.Comma != ',' && d.Comma != ';' && d.Comma != '\t' && d.Comma != '|':
		return fmt.Errorf("separator %q is not known: use a comma, a semicolon, a tab or a vertical bar", d.Comma)
	case d.Notation != (locale.Notation{}) && (!strings.ContainsRune(".,", d.Notation.Decimal) || d.Notation.Decimal == d.Notation.Group || !strings.ContainsRune("\x00., '", d.Notation.Group)):
		return fmt.Errorf("notation with decimal mark %q and thousands separator %q is not one", d.Notation.Decimal, d.Notation.Group)
	case d.HeaderLine < 0:
		return fmt.Errorf("header line %d is not a line", d.HeaderLine)
	case d.Encoding > Windows1252:
		return fmt.Errorf("encoding %d is not known", d.Encoding)
	case d.Comment > 0 && (d.Comment == d.Comma || d.Comment == '"' || d.Comment == '\r' || d.Comment == '\n'):
		return fmt.Errorf("comment character %q cannot be one", d.Comment)
	}
	return nil
}
