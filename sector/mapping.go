package sector

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Mapping is what a [Concordance] made of companies. Mapped, Unmapped and Outside
// add up to the companies, figure by figure, save for the companies whose share
// is suppressed: their figures are suppressed in all three.
type Mapping struct {
	Companies []Company // parts in domains, in the order of the companies
	Rest      []Company // what belongs to no domain, with an empty Sector

	Whole   int // companies that are in domains with all of their share
	Partly  int // companies that are so with a part of it
	Without int // companies of which nothing is in a domain
	NoShare int // companies with a share of 0, left out

	Mapped   Amount // of Companies
	Unmapped Amount // of Rest
	Outside  Amount // what the companies' own shares leave of 1: not in the field at all

	Gaps []CodeGap // Unmapped by reason and code, in the order of Gap and code

	Warnings []error // *[MappingIncomplete], one for each reason in Gaps, in order
}

// Amount is the figures of several companies, or of parts of them, added up.
// The counts of a cell are of rows.
type Amount struct {
	Rows                           int
	Firms, FTE, Employees, Revenue Cell
}

// CodeGap is what is in no domain of one industry code, for one reason.
type CodeGap struct {
	Gap    Gap
	Code   string // its digits, or the letter of a section; the text as it stands if it is not a code
	Amount Amount
}

// Map divides companies between domains as [Concordance.Split] does, and says
// what is left. To have both in one table, aggregate Companies and Rest: the rest
// then stands in the group without a name, and the total is that of the
// companies times their shares.
//
// It returns an error for the first company that Split does not accept.
func (c *Concordance) Map(companies []Company, firms Counting) (*Mapping, error) {
	out := &Mapping{Companies: make([]Company, 0, len(companies))}
	var mapped, unmapped, outside amount
	gaps := map[CodeGap]*amount{}
	type codeYear struct {
		code string
		year int
	}
	places := map[codeYear]place{} // companies share few codes
	for i := range companies {
		company, err := companies[i].toDivide(firms)
		if err != nil {
			return nil, fmt.Errorf("company %d of %d: %w", i+1, len(companies), err)
		}
		if beyond, ok := company.outside(); ok {
			outside.add(&beyond)
		}
		if company.Share == Value(0) {
			out.NoShare++
			continue
		}
		key := codeYear{company.IndustryCode, company.Year}
		at, ok := places[key]
		if !ok {
			at = c.place(key.code, key.year)
			places[key] = at
		}
		from := len(out.Companies)
		out.Companies = at.parts(out.Companies, &company)
		parts := out.Companies[from:]
		for j := range parts {
			mapped.add(&parts[j])
		}
		if at.gap != NoGap {
			rest := company.part("", at.rest)
			out.Rest = append(out.Rest, rest)
			unmapped.add(&rest)
			key := CodeGap{Gap: at.gap, Code: at.code}
			if gaps[key] == nil {
				gaps[key] = &amount{}
			}
			gaps[key].add(&rest)
		}
		switch {
		case len(parts) == 0:
			out.Without++
		case at.gap == NoGap:
			out.Whole++
		default:
			out.Partly++
		}
	}
	out.Mapped, out.Unmapped, out.Outside = mapped.amount(), unmapped.amount(), outside.amount()
	for key, a := range gaps {
		key.Amount = a.amount()
		out.Gaps = append(out.Gaps, key)
	}
	slices.SortFunc(out.Gaps, func(a, b CodeGap) int {
		return cmp.Or(cmp.Compare(a.Gap, b.Gap), strings.Compare(a.Code, b.Code))
	})
	rows := map[Gap]int{}
	for i := range out.Gaps {
		rows[out.Gaps[i].Gap] += out.Gaps[i].Amount.Rows
	}
	for _, gap := range slices.Sorted(maps.Keys(rows)) {
		out.Warnings = append(out.Warnings, &MappingIncomplete{Gap: gap, Rows: rows[gap], Of: len(companies)})
	}
	return out, nil
}

// outside returns what a company's share leaves of 1, and false if it leaves
// nothing.
func (c Company) outside() (Company, bool) {
	weight := 1.
	switch {
	case c.Share == (Figure{}) || c.Share == Value(1):
		return Company{}, false
	case c.Share.Known():
		weight -= c.Share.Float64()
		c.Share = Figure{}
	}
	return c.part("", weight), true
}

// amount accumulates an Amount.
type amount struct {
	rows                           int
	firms, fte, employees, revenue column
}

func (a *amount) add(c *Company) {
	a.rows++
	a.firms.add(c.Firms)
	a.fte.add(c.FTE)
	a.employees.add(c.Employees)
	a.revenue.add(c.Revenue)
}

func (a *amount) amount() Amount {
	return Amount{a.rows, a.firms.cell(), a.fte.cell(), a.employees.cell(), a.revenue.cell()}
}

// MappingIncomplete warns that companies, or parts of them, are in no domain.
type MappingIncomplete struct {
	Gap      Gap
	Rows, Of int // rows of companies it holds for, of all
}

func (w *MappingIncomplete) Error() string {
	return fmt.Sprintf("%d of %d companies are not in a domain, or not wholly: %v", w.Rows, w.Of, w.Gap)
}
