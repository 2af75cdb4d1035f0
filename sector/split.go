package sector

import (
	"strings"

	"smartcity/growth"
)

// Gap says why a company, or a part of it, is in no domain.
type Gap uint8

const (
	NoGap         Gap = iota // all of the company is in domains
	NoCode                   // the company has no industry code
	NotACode                 // its industry code cannot be one
	NotInLinks               // no link of the concordance has the code, or one it belongs to
	NotInYear                // links have it, but none that is valid in the company's year
	RestOfWeights            // the weights of the code add up to less than 1
)

// String returns the reason in words, and "" for NoGap.
func (g Gap) String() string {
	return [...]string{"", "no industry code", "not an industry code", "not in the concordance", "not in the concordance for the year", "rest of the weights"}[g]
}

// Division is a company divided between domains.
type Division struct {
	Code  string    // the code of the links that were taken: digits, or the letter of a section; "" if there are none
	Parts []Company // one for each domain with a weight above 0, in the order of the domains' names
	Gap   Gap       // why there is a rest; NoGap if there is none
	Rest  Company   // what belongs to no domain, with an empty Sector, unless Gap is NoGap
}

// Split divides a company between the domains of its IndustryCode in its Year.
//
// A part is the company with the domain as its Sector and its FTE, Employees,
// Revenue and Firms times the link's weight times the company's Share. The rest
// has, in the same way, what the weights leave of 1, or all where no link fits.
// Parts and rest so add up to the company times its share. Share is 1 in all of
// them, since their figures need no more scaling; one that is missing is taken
// as 1. Of a share of 0 there are neither parts nor a rest: the company is not in
// the field.
//
// A figure that is missing or suppressed stays so. A suppressed share makes
// suppressed what is known, so that nobody can work the share out.
//
// Firms are first counted as told, as by [Options].Firms: with CountRows the row
// is one company, with CountColumn and CountIDs it stands for Company.Firms, which
// may not be known. A company divided in halves thus is half a firm in each of two
// domains, and a [Builder] takes it with CountColumn, which adds up the weighted
// firms, or with CountIDs, which counts distinct companies and has the weighted
// ones as [Row].FirmsWeighted; it refuses halves with CountRows and by size
// class.
//
// It returns a [*FieldError] if [Company.Validate] does, or [Builder.Add] would
// with the same way of counting.
func (c *Concordance) Split(company Company, firms Counting) (Division, error) {
	company, err := company.toDivide(firms)
	if err != nil || company.Share == Value(0) {
		return Division{}, err
	}
	at := c.place(company.IndustryCode, company.Year)
	out := Division{Code: at.match, Parts: at.parts(nil, &company), Gap: at.gap}
	if at.gap != NoGap {
		out.Rest = company.part("", at.rest)
	}
	return out, nil
}

// toDivide returns the company with its firms settled.
func (c Company) toDivide(firms Counting) (Company, error) {
	if err := c.Validate(); err != nil {
		return Company{}, err
	}
	if firms == CountRows {
		if err := c.single(); err != nil {
			return Company{}, err
		}
		c.Firms = Value(1)
	}
	return c, nil
}

// place is where a code belongs in a year.
type place struct {
	code  string // without points and space, or as it stands if it is not a code
	match string // the code of the links
	links []Link // in the order of their domains
	gap   Gap
	rest  float64 // what the weights leave of 1; 0 if there is no gap
}

func (c *Concordance) place(text string, year int) place {
	out := place{code: strings.TrimSpace(text), gap: NoCode, rest: 1}
	if out.code == "" {
		return out
	}
	code, err := normalCode(text, c.rev2)
	if err != nil {
		out.gap = NotACode
		return out
	}
	of, match, otherYear := c.find(code, year)
	out.code, out.match, out.links = code, match, of
	switch {
	case len(of) > 0:
		var sum growth.Sum
		for i := range of {
			sum.Add(of[i].weight())
		}
		out.gap, out.rest = RestOfWeights, 1-sum.Float64()
		if out.rest <= weightsTolerance {
			out.gap, out.rest = NoGap, 0
		}
	case otherYear:
		out.gap = NotInYear
	default:
		out.gap = NotInLinks
	}
	return out
}

// parts appends the parts of a company that belong to domains.
func (at *place) parts(to []Company, company *Company) []Company {
	for i := range at.links {
		if weight := at.links[i].weight(); weight > 0 {
			to = append(to, company.part(at.links[i].Domain, weight))
		}
	}
	return to
}

// part returns a part of what a company's share says, in a domain.
func (c Company) part(domain string, weight float64) Company {
	c.Sector = domain
	for _, f := range []*Figure{&c.FTE, &c.Employees, &c.Revenue, &c.Firms} {
		*f = f.times(c.Share, weight)
	}
	if c.Share.Status() != Suppressed {
		c.Share = Value(1)
	}
	return c
}

// times returns the part of a figure that a share, 1 if missing, and a weight
// say.
func (f Figure) times(share Figure, weight float64) Figure {
	switch {
	case !f.Known():
		return f
	case share.Status() == Suppressed:
		return Hidden()
	case share.Known():
		weight *= share.Float64()
	}
	return Value(f.Float64() * weight)
}

// single returns an error if a row does not stand for one company.
func (c *Company) single() error {
	switch {
	case c.Establishment != "":
		return &FieldError{"establishment", c.Establishment, "one company a row: set Options.Firms to CountIDs"}
	case c.Firms != Figure{} && c.Firms != Value(1):
		return &FieldError{"firms", c.Firms.String(), "one company a row: set Options.Firms to CountColumn"}
	}
	return nil
}
