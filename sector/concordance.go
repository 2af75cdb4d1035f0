package sector

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"smartcity/growth"
)

// Link is one line of a [Concordance]: the part of an industry code that belongs
// to a domain.
type Link struct {
	Revision string `csv:"revision"` // classification and revision of Code, such as "NACE Rev. 2" or "DB07"; "" is NACE Rev. 2
	Code     string `csv:"code"`     // a section, or digits at any level: "J", "62", "62.01", "J62.01", "620100", "62.01.00"
	Domain   string `csv:"domain"`   // the Smart City domain, or any other grouping
	Weight   Figure `csv:"weight"`   // part of the code that belongs to Domain, 0–1; missing is 1, 0 says that none does
	From     int    `csv:"from"`     // first year the link is valid in; 0 is open
	To       int    `csv:"to"`       // last year the link is valid in; 0 is open
}

// weight is the part that a link says, 1 where it says none.
func (l *Link) weight() float64 {
	if l.Weight.Known() {
		return l.Weight.Float64()
	}
	return 1
}

func (l *Link) first() int { return cmp.Or(l.From, FirstYear) }
func (l *Link) last() int  { return cmp.Or(l.To, LastYear) }

func (l *Link) validIn(year int) bool { return l.first() <= year && year <= l.last() }

// Concordance maps industry codes to domains, by links. It is safe for
// concurrent use.
//
// Codes are compared by their digits, as prefixes: in NACE Rev. 2 a division
// has two, a group three and a class four, and DB07 adds two to the class. A
// link of 62 therefore holds for 62.01 and for 620100. The section, a letter
// from A to U, stands above its divisions. Of the codes that have a link in the
// company's year the longest wins, with all its links and nothing of the links
// of shorter codes: a link of weight 0 takes a class out of the division it
// belongs to. Code 999999, activity not stated in DB07, is in no section and no
// division: only a link of its own holds for it.
//
// Leading zeros are digits: 010110 belongs to 01. What could be a number that
// has lost one, a single digit or five digits without points, is refused, as is
// 620100.0. Five digits without points, the length of some national
// classifications, are accepted under any other revision than NACE Rev. 2 and
// DB07, of which in turn no sections are known.
//
// Source: NACE Rev. 2, Regulation (EC) No 1893/2006, annex I; DB07, Dansk
// Branchekode 2007, Statistics Denmark.
type Concordance struct {
	rev2  bool
	links map[string][]Link // by normal code, ordered by domain and first year
}

// weightsTolerance is how far rounding may take the weights of a code from one.
const weightsTolerance = 1e-12

// NewConcordance returns the concordance of the links of a revision, or of all
// links if revision is empty; they must then be of one revision. Space, points
// and case of a revision do not matter.
//
// It returns a [*LinkError] for the first link, in their order, that has no
// domain; a code that is none, or whose division NACE Rev. 2 does not have; a
// weight that is suppressed or not from 0 to 1; a year outside 1800–2200, or the
// last before the first; another revision than the first; or which, with the
// links before it, says the same code and domain twice for a year, or takes the
// weights of a code above 1 (by more than 1e-12) in a year.
func NewConcordance(links []Link, revision string) (*Concordance, error) {
	folded := foldRevision(revision)
	if revision == "" && len(links) > 0 {
		folded = foldRevision(links[0].Revision)
	}
	c := &Concordance{rev2: isRev2(folded), links: map[string][]Link{}}
	for i, l := range links {
		if foldRevision(l.Revision) != folded {
			if revision == "" {
				return nil, &LinkError{i, links[i], fmt.Sprintf("revision %q as in link 1, or a revision to choose by", links[0].Revision)}
			}
			continue
		}
		code, want := c.check(&l)
		if want == "" {
			want = conflict(c.links[code], &l)
		}
		if want != "" {
			return nil, &LinkError{i, links[i], want}
		}
		c.links[code] = append(c.links[code], l)
	}
	if len(c.links) == 0 {
		return nil, fmt.Errorf("sector: a concordance without links: of %d, none is of revision %q", len(links), revision)
	}
	for _, of := range c.links {
		slices.SortFunc(of, func(a, b Link) int {
			return cmp.Or(strings.Compare(a.Domain, b.Domain), cmp.Compare(a.first(), b.first()))
		})
	}
	return c, nil
}

// check settles a link and returns its normal code, or what was expected.
func (c *Concordance) check(l *Link) (code, want string) {
	l.Domain = strings.TrimSpace(l.Domain)
	if l.Domain == "" {
		return "", "a domain"
	}
	code, err := normalCode(l.Code, c.rev2)
	switch {
	case err != nil:
		return "", "a code of " + err.Error()
	case c.rev2 && !isSection(code) && sectionOf(code[:2]) == "":
		return "", fmt.Sprintf("a division of NACE Rev. 2, which has no %s", code[:2])
	case l.Weight.Status() == Suppressed || l.Weight.Known() && !fraction(l.Weight.Float64()):
		return "", "a weight from 0 to 1"
	}
	for _, year := range []int{l.From, l.To} {
		if year != 0 && (year < FirstYear || year > LastYear) {
			return "", fmt.Sprintf("years from %d to %d, or none", FirstYear, LastYear)
		}
	}
	if l.first() > l.last() {
		return "", "a first year that is not after the last"
	}
	return code, ""
}

// conflict says why a link cannot stand beside others of its code.
func conflict(others []Link, l *Link) string {
	years := []int{l.first()} // where the sum of weights can rise
	for i := range others {
		o := &others[i]
		if o.first() > l.last() || l.first() > o.last() {
			continue
		}
		if o.Domain == l.Domain {
			return fmt.Sprintf("code and domain once for %d", max(o.first(), l.first()))
		}
		years = append(years, max(o.first(), l.first()))
	}
	for _, year := range years {
		var sum growth.Sum
		sum.Add(l.weight())
		for i := range others {
			if others[i].validIn(year) {
				sum.Add(others[i].weight())
			}
		}
		if sum.Float64() > 1+weightsTolerance {
			return fmt.Sprintf("weights of the code that add up to at most 1: they are %v in %d", Value(sum.Float64()), year)
		}
	}
	return ""
}

// find returns the links of the longest code that has any in the year, and the
// code; without them, whether it has any in another year.
func (c *Concordance) find(code string, year int) (of []Link, match string, otherYear bool) {
	for _, key := range prefixes(code, c.rev2) {
		all := c.links[key]
		for i := range all {
			if all[i].validIn(year) {
				of = append(of, all[i])
			}
		}
		if len(of) > 0 {
			return of, key, false
		}
		otherYear = otherYear || len(all) > 0
	}
	return nil, "", otherYear
}

// prefixes are the codes a code belongs to, the longest first.
func prefixes(code string, rev2 bool) []string {
	if isSection(code) || rev2 && code == notStated {
		return []string{code}
	}
	var out []string
	for n := len(code); n >= 2; n-- {
		out = append(out, code[:n])
	}
	if section := sectionOf(code[:2]); rev2 && section != "" {
		out = append(out, section)
	}
	return out
}

// notStated is the code for an activity that is not stated ("uoplyst
// aktivitet") in Statistics Denmark's registers and tables by DB07. NACE Rev. 2
// has no such code: by its digits it would be in division 99, the
// extraterritorial bodies.
//
// Source: StatBank Denmark, the values of the industries of DB07, "999999
// Uoplyst aktivitet"; Statistics Denmark, TIMES documentation of the variable
// NACE_13, on the value 999999.
const notStated = "999999"

// LinkError reports a link that cannot be right.
type LinkError struct {
	Index int // in the links, from 0
	Link  Link
	Want  string // what was expected
}

func (e *LinkError) Error() string {
	years := ""
	if e.Link.From != 0 || e.Link.To != 0 {
		years = fmt.Sprintf(", %s–%s", yearText(e.Link.From), yearText(e.Link.To))
	}
	weight := ""
	if e.Link.Weight != (Figure{}) {
		weight = ", weight " + e.Link.Weight.String()
	}
	return fmt.Sprintf("sector: link %d of the concordance (code %q, domain %q%s%s): want %s", e.Index+1, e.Link.Code, e.Link.Domain, weight, years, e.Want)
}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprint(year)
}
