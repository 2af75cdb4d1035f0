package locale

import (
	"fmt"
	"strings"
)

// Language says whose habits numbers follow. The zero value is English.
type Language uint8

// The languages a page can be written in.
const (
	English Language = iota
	Danish
)

// Tag returns the BCP 47 language tag, "en" or "da".
func (l Language) Tag() string {
	if l == Danish {
		return "da"
	}
	return "en"
}

// String returns the English name of the language.
func (l Language) String() string {
	if l == Danish {
		return "Danish"
	}
	return "English"
}

// Notation returns the decimal mark and thousands separator of the language.
func (l Language) Notation() Notation {
	if l == Danish {
		return Notation{Decimal: ',', Group: '.'}
	}
	return Notation{Decimal: '.', Group: ','}
}

// MarshalText returns the tag, so that a Language can stand in JSON and be
// given to [flag.TextVar].
func (l Language) MarshalText() ([]byte, error) { return []byte(l.Tag()), nil }

// UnmarshalText accepts "en" and "da".
func (l *Language) UnmarshalText(text []byte) error {
	switch string(text) {
	case "en":
		*l = English
	case "da":
		*l = Danish
	default:
		return fmt.Errorf("language %q is not known: use en or da", text)
	}
	return nil
}

// Pick returns the text of the language, for pages and charts written in both.
func (l Language) Pick(english, danish string) string {
	if l == Danish {
		return danish
	}
	return english
}

// GroupName is the name of a sector, a region or another group of companies as
// pages and charts write it: as it is, and "Not stated" or "Uoplyst" for those
// companies of which it is blank.
func (l Language) GroupName(name string) string {
	if strings.TrimSpace(name) == "" {
		return l.Pick("Not stated", "Uoplyst")
	}
	return name
}
