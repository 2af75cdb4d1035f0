package sectorcsv

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// SumOfOthers warns of a row whose figures are the sums of all others of its
// year, or of its sector or region in that year: it may be a total, and then
// everything is counted twice. All figures that the row has must be such sums,
// to within 10⁻⁹ of them, since sums of decimals are rounded: two or more among
// three rows, or one among six. Rows that Options.Doubles leaves out are not
// among them.
type SumOfOthers struct {
	Line           int
	Year           int
	Sector, Region string // "" for all
}

func (w *SumOfOthers) Error() string {
	group := ""
	for _, s := range []string{w.Sector, w.Region} {
		if s != "" {
			group = " of " + quote(s)
		}
	}
	return fmt.Sprintf("line %d is the sum of all other rows%s in %d; if it is a total, everything is counted twice", w.Line, group, w.Year)
}

// sumKey is a group in which a row could be the sum of the others.
type sumKey struct {
	sector, region string
	year           int
	by             byte // 'y' all of the year, 's' of the sector, 'r' of the region
}

// sum is what is known of such a group, and its largest row.
type sum struct {
	rows    int
	total   [4]growth.Sum
	largest [4]sector.Figure
	line    int
}

// sum takes a company that stands in a line.
func (k *collector) sum(c *sector.Company, line int) {
	k.addSum(sumKey{year: c.Year, by: 'y'}, c, line)
	if c.Sector != "" {
		k.addSum(sumKey{sector: c.Sector, year: c.Year, by: 's'}, c, line)
	}
	if c.Region != "" {
		k.addSum(sumKey{region: c.Region, year: c.Year, by: 'r'}, c, line)
	}
}

func (k *collector) addSum(key sumKey, c *sector.Company, line int) {
	s, ok := k.sums[key]
	if !ok {
		s = &sum{}
		k.sums[key] = s
	}
	s.rows++
	row := figuresOf(c)
	for i, x := range row {
		if x.Known() {
			s.total[i].Add(x.Float64())
		}
	}
	if s.line == 0 || larger(&row, &s.largest) {
		s.largest, s.line = row, line
	}
}

// figuresOf are the figures that are added up, in the order of sector.Company.
func figuresOf(c *sector.Company) [4]sector.Figure {
	return [4]sector.Figure{c.FTE, c.Employees, c.Revenue, c.Firms}
}

// larger reports whether a row is larger than another by the first figure in
// which they differ; one that is known is larger than one that is not.
func larger(a, b *[4]sector.Figure) bool {
	for i, x := range a {
		y := b[i]
		switch {
		case x.Known() != y.Known():
			return x.Known()
		case x.Known() && x != y:
			return x.Float64() > y.Float64()
		}
	}
	return false
}

// sumsOfOthers finds rows that are the sum of all others in their group.
func (k *collector) sumsOfOthers() []error {
	lines := map[int]*SumOfOthers{}
	for key, s := range k.sums {
		if !s.isSumOfOthers() {
			continue
		}
		// One line may be the largest of its year, its region and its sector.
		if old := lines[s.line]; old == nil || key.by == 's' || key.by == 'r' && old.Sector == "" {
			lines[s.line] = &SumOfOthers{Line: s.line, Year: key.year, Sector: key.sector, Region: key.region}
		}
	}
	var out []error
	for _, line := range slices.Sorted(maps.Keys(lines)) {
		out = append(out, lines[line])
	}
	return out
}

// isSumOfOthers reports whether the largest row is the sum of the others.
func (s *sum) isSumOfOthers() bool {
	figures := 0
	for i, figure := range s.largest {
		if !figure.Known() {
			continue
		}
		x := figure.Float64()
		if x <= 0 || math.Abs(s.total[i].Float64()-2*x) > 1e-9*x {
			return false
		}
		figures++
	}
	return s.rows >= 3 && figures >= 2 || s.rows >= 6 && figures == 1
}
