package disclosure

import (
	"fmt"
	"strings"
)

// UnlikeTables signifies that tables given together, or a table and its totals,
// were not made of the same companies: a figure differs from the sum of its
// parts.
type UnlikeTables struct {
	Cell   string // such as "sector Energy, year 2018"
	Column string
	Figure float64
	Parts  float64 // their sum
}

func (e *UnlikeTables) Error() string {
	return fmt.Sprintf("disclosure: %s of %s is %v, its parts add up to %v: tables protected together must be made of the same companies", e.Column, e.Cell, e.Figure, e.Parts)
}

// NoContributions signifies that a table does not say what single companies add
// to its rows, and that it would have to: for rules on the largest companies, and
// where rows of the file cannot be told from companies. Make it with
// [sector.Options].Contributions.
type NoContributions struct {
	Table int    // which of the tables, from 0
	Why   string // "the 10% rule", "companies stand in several rows", …
}

func (e *NoContributions) Error() string {
	return fmt.Sprintf("disclosure: table %d has no contributions, which %s asks for: make it with sector.Options.Contributions", e.Table, e.Why)
}

// NamedCompanies signifies that the rows of a table are named after single
// companies. Hiding their figures would leave their names.
type NamedCompanies struct {
	Table int
	By    []string // the dimensions of the table
}

func (e *NamedCompanies) Error() string {
	return fmt.Sprintf("disclosure: table %d, by %s, has rows named after single companies", e.Table, strings.Join(e.By, ", "))
}

// NegativeFigures signifies that a figure is below zero: of a company, or in a row
// of a table without contributions. All that keeps a sum uncertain rests on no
// part of it being negative, which readers take for granted. Leave such a figure
// out of the table, as missing or suppressed.
type NegativeFigures struct {
	Table  int
	Key    []string // of the row
	Column string
}

func (e *NegativeFigures) Error() string {
	return fmt.Sprintf("disclosure: %s of %q in table %d has figures below zero: leave them out, as missing or suppressed", e.Column, e.Key, e.Table)
}
