package structure

import (
	"fmt"
	"strings"
)

// DimensionError reports a table that is not by sector, year or region where
// it has to be.
type DimensionError struct {
	Table     string // "table" or "reference", the parameter
	Dimension string // "sector", "year" or "region"
}

func (e *DimensionError) Error() string {
	return fmt.Sprintf("structure: the %s is not by %s", e.Table, e.Dimension)
}

// GroupError reports a year or region that a table does not have.
type GroupError struct {
	Table     string   // "table" or "reference", the parameter
	Dimension string   // "year" or "region"
	Value     string   // what was asked for
	Have      []string // what there is
}

func (e *GroupError) Error() string {
	return fmt.Sprintf("structure: the %s has no %s %q, it has %s", e.Table, e.Dimension, e.Value, list(e.Have))
}

// UnitError reports that a table and its reference count different things: FTE
// and employees, or two currencies, or firms that overlap.
type UnitError struct {
	Table, Reference string // units
}

func (e *UnitError) Error() string {
	return fmt.Sprintf("structure: the table is in %s, the reference in %s", e.Table, e.Reference)
}

// NotInReference warns that the reference says nothing of sectors of the table,
// which are left out, or of regions.
type NotInReference struct {
	Dimension string // "sector" or "region"
	Groups    []string
}

func (w NotInReference) Error() string {
	return fmt.Sprintf("%s not in the reference: %s", w.Dimension, list(w.Groups))
}

// OnlyInReference warns that the table has no companies in sectors of the
// reference, which count as zero there. If the table was never meant to have
// them, leave them out of the reference.
type OnlyInReference struct {
	Sectors []string
}

func (w OnlyInReference) Error() string {
	return fmt.Sprintf("sectors only in the reference, zero in the table: %s", list(w.Sectors))
}

// PartlyKnown warns that sums are of what is known: the figures of so many
// companies behind them are not.
type PartlyKnown struct {
	Of                  string // "table" or "reference", the parameter, or a figure of companies: "fte", "employees", "revenue"
	Missing, Suppressed int    // companies, or rows of the file
}

func (w PartlyKnown) Error() string {
	return fmt.Sprintf("%s: figures that are not in its sums: %d missing, %d suppressed", w.Of, w.Missing, w.Suppressed)
}

// About is a warning about one of the sectors, regions or years of a result,
// which errors.AsType looks into.
type About struct {
	Dimension string // "sector", "region" or "year"
	Group     string
	Warning   error
}

func (w About) Error() string {
	return fmt.Sprintf("%s %s: %v", w.Dimension, named(w.Group), w.Warning)
}

// Unwrap returns the warning.
func (w About) Unwrap() error { return w.Warning }

// about returns warnings as warnings about a group.
func about(dimension, group string, warnings ...error) []error {
	var out []error
	for _, w := range warnings {
		out = append(out, About{dimension, group, w})
	}
	return out
}

// named is the name of a group in a message.
func named(group string) string {
	if group == "" {
		return "(not stated)"
	}
	return group
}

// list writes names, or a dash for none.
func list(names []string) string {
	if len(names) == 0 {
		return "–"
	}
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = named(name)
	}
	return strings.Join(out, ", ")
}
