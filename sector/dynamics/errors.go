package dynamics

import (
	"errors"
	"fmt"

	"smartcity/sector"
)

var (
	// ErrNoID signifies that a row has no company number, so that it cannot be
	// followed from year to year.
	ErrNoID = errors.New("no company ID: it cannot be followed over years")

	// ErrNotOneFirm signifies that a row is a workplace, or stands for several
	// firms or none, where single companies are followed.
	ErrNotOneFirm = errors.New("not one company: single companies are followed, not workplaces or several firms in one row")

	// ErrTooFewYears signifies that a panel has fewer years than there must be
	// between the beginning and the end of what is measured.
	ErrTooFewYears = errors.New("too few years")
)

// YearError says that a year asked for has no rows in a panel.
type YearError struct {
	Year  int
	Years []int // that the panel has
}

func (e *YearError) Error() string {
	return fmt.Sprintf("dynamics: the panel has nobody in %d: its years are %v", e.Year, e.Years)
}

// RowError points at a row that cannot be in a panel.
type RowError struct {
	Row  int // counted from 1 in the order the rows were added
	ID   string
	Year int
	Err  error // ErrNoID, ErrNotOneFirm or a *sector.FieldError
}

func (e *RowError) Error() string {
	return fmt.Sprintf("dynamics: row %d, company %q in %d: %v", e.Row, e.ID, e.Year, e.Err)
}

// Unwrap returns Err.
func (e *RowError) Unwrap() error { return e.Err }

// RepeatedError names a company that has two rows in one year.
type RepeatedError struct {
	ID   string
	Year int
	Rows [2]int // the first two of them, counted from 1 in the order they were added
}

func (e *RepeatedError) Error() string {
	return fmt.Sprintf("dynamics: company %q is there twice in %d, in rows %d and %d: correct the file, or say with PanelOptions.Repeated which is meant",
		e.ID, e.Year, e.Rows[0], e.Rows[1])
}

// RowsLeftOut warns that rows are not in the panel because they cannot be
// followed from year to year.
type RowsLeftOut struct {
	NoID       int // rows without a company ID
	NotOneFirm int // workplaces, and rows that stand for another number of firms than one
}

func (w *RowsLeftOut) Error() string {
	return fmt.Sprintf("left out of the panel: %d rows without an ID, %d that are not one company", w.NoID, w.NotOneFirm)
}

// RowsJoined warns that company-years were there more than once, and were made
// one as PanelOptions.Repeated asks.
type RowsJoined struct {
	How          Repeated
	CompanyYears int // that were there more than once
	Rows         int // their rows
}

func (w *RowsJoined) Error() string {
	return fmt.Sprintf("%d rows of %d company-years that were there more than once became one each: %s", w.Rows, w.CompanyYears, w.How)
}

// FoundedDiffers warns of companies whose rows state different founding years.
// The earliest is taken.
type FoundedDiffers struct{ Companies int }

func (w *FoundedDiffers) Error() string {
	return fmt.Sprintf("%d companies state several founding years; the earliest is taken", w.Companies)
}

// YearsApart warns that two years are further apart than one, so that the flows
// between them are not those of a year: who came and went in between is not seen,
// and who is new in the second may have come in any year since the first.
type YearsApart struct{ From, To int }

func (w *YearsApart) Error() string {
	return fmt.Sprintf("%d–%d is a step of %d years: what happens in it is not annual", w.From, w.To, w.To-w.From)
}

// FewFirms warns that rows of a result have figures that rest on one company or
// two, so that who knows one of them can tell the figures of another.
type FewFirms struct{ Rows int }

func (w *FewFirms) Error() string {
	return fmt.Sprintf("%d rows have figures that rest on fewer than three companies, and are not fit for publication", w.Rows)
}

// FoundedBefore warns that companies counted as births state a founding year
// before the previous year of the panel. They may have been re-registered, have
// come from outside the field, or have been in a gap when the panel began.
type FoundedBefore struct{ Births int }

func (w *FoundedBefore) Error() string {
	return fmt.Sprintf("%d births are of companies founded earlier: new to the data, not new", w.Births)
}

// MeasureDiffers warns that a rule that is meant in one measure of jobs was
// applied to a panel of another.
type MeasureDiffers struct {
	Rule        string
	Meant, Used sector.Measure
}

func (w *MeasureDiffers) Error() string {
	return fmt.Sprintf("the rule %s is meant in %s and was applied to %s", w.Rule, w.Meant.Unit(), w.Used.Unit())
}

// BirthsNotKnown warns that eligible companies may have been born in the start
// year, and ought then to be excluded: the panel begins there, or skips the year
// before, and they state no founding year.
type BirthsNotKnown struct{ Companies int }

func (w *BirthsNotKnown) Error() string {
	return fmt.Sprintf("%d companies may have been born in the start year: the panel begins there, or skips the year before, and they state no founding year", w.Companies)
}

// AgesNotKnown warns that high-growth companies may or may not be gazelles: they
// were there when the panel began, or when it went on after years that it skips,
// and state no founding year.
type AgesNotKnown struct{ Companies int }

func (w *AgesNotKnown) Error() string {
	return fmt.Sprintf("%d high-growth companies are of an age that is not known and are not counted as gazelles", w.Companies)
}
