package structure

import (
	"cmp"
	"fmt"
	"strings"

	"smartcity/sector"
)

// RepeatedError reports a company that has two rows in a year, of which nobody
// knows which to take.
type RepeatedError struct {
	ID, Establishment string
	Year              int
	Rows              [2]int // the first two, from 0
}

func (e *RepeatedError) Error() string {
	what := "company " + e.ID
	if e.Establishment != "" {
		what += ", workplace " + e.Establishment
	}
	return fmt.Sprintf("structure: %s has two rows in %d, numbers %d and %d", what, e.Year, e.Rows[0]+1, e.Rows[1]+1)
}

// FewFirms warns that figures stand for fewer than three companies, and so
// for single ones: they must be protected before they are published.
type FewFirms struct {
	Groups []string
}

func (w FewFirms) Error() string {
	return "fewer than three companies in: " + list(w.Groups)
}

// few is the number of companies below which a figure tells of single ones.
const few = 3

// crossSection returns the companies of a year, which must be single ones: one
// row each, no row for several. Workplaces are refused unless asked for.
func crossSection(companies []sector.Company, year int, workplaces bool) ([]*sector.Company, error) {
	var out []*sector.Company
	var last *sector.Company   // with an ID
	var seen map[[2]string]int // nil as long as they come in order, so that none is there twice
	for i := range companies {
		c := &companies[i]
		if c.Year != year {
			continue
		}
		if err := single(c, workplaces); err != nil {
			return nil, fmt.Errorf("structure: company %d of %d: %w", i+1, len(companies), err)
		}
		out = append(out, c)
		if c.ID == "" {
			continue
		}
		if seen == nil && last != nil && cmp.Or(strings.Compare(last.ID, c.ID), strings.Compare(last.Establishment, c.Establishment)) >= 0 {
			seen = map[[2]string]int{}
			for j := range i {
				if d := &companies[j]; d.Year == year && d.ID != "" {
					seen[[2]string{d.ID, d.Establishment}] = j
				}
			}
		}
		if seen != nil {
			key := [2]string{c.ID, c.Establishment}
			if first, again := seen[key]; again {
				return nil, &RepeatedError{c.ID, c.Establishment, year, [2]int{first, i}}
			}
			seen[key] = i
		}
		last = c
	}
	if out == nil {
		return nil, fmt.Errorf("structure: companies in %d: %w", year, ErrEmpty)
	}
	return out, nil
}

// single returns a [*sector.FieldError] for a row that is not one company, or
// not one that can be.
func single(c *sector.Company, workplaces bool) error {
	if err := c.Validate(); err != nil {
		return err
	}
	switch {
	case c.Establishment != "" && !workplaces:
		return &sector.FieldError{Field: "establishment", Value: c.Establishment, Want: "a row for the whole company"}
	case c.Firms != sector.Figure{} && c.Firms != sector.Value(1):
		return &sector.FieldError{Field: "firms", Value: c.Firms.String(), Want: "a row for a single company"}
	}
	return nil
}

// count counts figures of companies by what is known of them, and adds up what
// is.
type count struct {
	known, missing, suppressed int
	negative                   int // of those known
	sum                        strictSum
}

func (n *count) add(f sector.Figure) {
	switch f.Status() {
	case sector.Known:
		n.known++
		n.sum.add(f)
		if f.Float64() < 0 {
			n.negative++
		}
	case sector.Suppressed:
		n.suppressed++
	default:
		n.missing++
	}
}

// addPart adds n companies of which nobody's figure, or everybody's, is negative.
func (n *count) addPart(p sector.Part, companies int) {
	switch p.Status {
	case sector.Known:
		n.known += companies
		n.sum.n += companies
		n.sum.sum.Merge(p.Sum)
		if p.Sum.Float64() < 0 {
			n.negative += companies
		}
	case sector.Suppressed:
		n.suppressed += companies
	default:
		n.missing += companies
	}
}

// cell returns the counts with the sum of what is known, which is not known where
// nothing is.
func (n *count) cell() sector.Cell {
	c := sector.Cell{Sum: n.sum.figure(), Known: n.known, Missing: n.missing, Suppressed: n.suppressed}
	c.Sum = figureOf(c)
	return c
}

// whole is the sum that shares are of, which is none if a figure is negative:
// parts of less than all the others would be above 1, or below 0.
func (n *count) whole() sector.Figure {
	if n.negative > 0 {
		return sector.Figure{}
	}
	return n.cell().Sum
}

// negatives warns that there are no shares because figures are negative.
func (n *count) negatives() []error {
	if n.negative == 0 {
		return nil
	}
	return []error{NegativeFigures{n.negative}}
}

// partly warns of figures that are not known.
func (n *count) partly(of string) []error {
	if n.missing+n.suppressed == 0 {
		return nil
	}
	return []error{PartlyKnown{of, n.missing, n.suppressed}}
}

// compareText orders companies that are equal in everything else.
func compareText(a, b *sector.Company) int {
	for _, pair := range [][2]string{
		{a.ID, b.ID}, {a.Name, b.Name}, {a.Sector, b.Sector}, {a.Region, b.Region}, {a.Municipality, b.Municipality}, {a.IndustryCode, b.IndustryCode},
	} {
		if order := strings.Compare(pair[0], pair[1]); order != 0 {
			return order
		}
	}
	return 0
}
