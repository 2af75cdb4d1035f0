package sector

import (
	"fmt"
	"math"
	"strconv"
)

// Company is one row of company data: a company in a year unless Establishment
// or Firms says otherwise. Text that is not stated is empty, a year that is not
// stated is 0, and the zero Figure is missing.
type Company struct {
	ID            string // company number, such as a CVR number; text, leading zeros kept
	Establishment string // number of one of its workplaces, where rows are workplaces
	Name          string
	Sector        string
	IndustryCode  string // NACE or DB07 code; text, leading zeros kept
	Region        string
	Municipality  string
	Year          int    // the year the figures are of
	FTE           Figure // full-time equivalents
	Employees     Figure // headcount
	Revenue       Figure // in the file's currency, current prices
	Firms         Figure // companies the row stands for, where it stands for several
	Founded       int    // founding year
	Share         Figure // part of the company that belongs to the field, 0–1
}

// Jobs returns the job figure of the measure.
func (c *Company) Jobs(m Measure) Figure {
	if m == Employees {
		return c.Employees
	}
	return c.FTE
}

// Years outside of these are typing errors in company data.
const (
	FirstYear = 1800
	LastYear  = 2200
)

// most bounds a figure, so that no sum can overflow.
const most = 1e18

// Validate returns a [*FieldError] for the first field that no company can
// have: a year outside 1800–2200, jobs or firms below zero, firms that are not
// a whole number, a share outside 0–1, a figure of more than 10¹⁸, a founding
// year outside 1000–2200. Revenue may be negative. Firms need not be whole in a
// row that states a share, since the parts that [Concordance.Split] makes do.
func (c *Company) Validate() error {
	if c.Year < FirstYear || c.Year > LastYear {
		return &FieldError{"year", strconv.Itoa(c.Year), fmt.Sprintf("a year from %d to %d", FirstYear, LastYear)}
	}
	switch {
	case c.FTE.Known() && !notNegative(c.FTE.Float64()):
		return &FieldError{"fte", c.FTE.String(), "a number of zero or more"}
	case c.Employees.Known() && !notNegative(c.Employees.Float64()):
		return &FieldError{"employees", c.Employees.String(), "a number of zero or more"}
	case c.Revenue.Known() && !bounded(c.Revenue.Float64()):
		return &FieldError{"revenue", c.Revenue.String(), "an amount below 10^18"}
	case c.Firms.Known() && c.Share.Known() && !notNegative(c.Firms.Float64()):
		return &FieldError{"firms", c.Firms.String(), "a number of zero or more"}
	case c.Firms.Known() && !c.Share.Known() && !whole(c.Firms.Float64()):
		return &FieldError{"firms", c.Firms.String(), "a whole number of zero or more"}
	case c.Share.Known() && !fraction(c.Share.Float64()):
		return &FieldError{"share", c.Share.String(), "a share from 0 to 1"}
	}
	if c.Founded != 0 && (c.Founded < 1000 || c.Founded > LastYear) {
		return &FieldError{"founded", strconv.Itoa(c.Founded), fmt.Sprintf("a year from 1000 to %d", LastYear)}
	}
	return nil
}

func bounded(x float64) bool     { return math.Abs(x) <= most }
func notNegative(x float64) bool { return x >= 0 && bounded(x) }
func whole(x float64) bool       { return notNegative(x) && x == math.Trunc(x) }
func fraction(x float64) bool    { return x >= 0 && x <= 1 }

// FieldError reports a field of a company that cannot be right, by its name in
// company files.
type FieldError struct {
	Field string // "fte", "year", …
	Value string // as it stands in the company
	Want  string // what was expected
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("sector: %s is %s, want %s", e.Field, e.Value, e.Want)
}
