package structure

import (
	"fmt"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// SizeState is where a company is in a year: in a size class, in the file with
// a size that is not known, or not there.
type SizeState uint8

const (
	// InClass signifies that a company is in a size class.
	InClass SizeState = iota
	// SizeUnknown signifies that a company is there and its size is not known.
	SizeUnknown
	// NotBorn signifies that a company has no row in the first year, nor before:
	// one that comes is a birth.
	NotBorn
	// Dead signifies that a company has no row in the second year, nor later.
	Dead
	// Absent signifies that a company has no row in a year but one before the
	// first year, or one after the second: a gap is neither birth nor death.
	Absent
)

// String returns "class", "not known", "birth", "death" or "absent".
func (s SizeState) String() string {
	return [...]string{"class", "not known", "birth", "death", "absent"}[s]
}

// SizePlace is a place that companies come from or go to.
type SizePlace struct {
	State SizeState
	Class SizeClass // of InClass
}

// String returns the name of the class, or the state.
func (p SizePlace) String() string {
	if p.State == InClass {
		return p.Class.Name
	}
	return p.State.String()
}

// SizeMatrix is what [SizeTransitions] returns: how companies have moved
// between size classes from one year to another.
type SizeMatrix struct {
	From, To int
	Measure  sector.Measure

	Sources      []SizePlace  // the classes in order, not known, birth, absent
	Destinations []SizePlace  // the classes in order, not known, death, absent
	Moves        [][]SizeMove // one row a source, one column a destination

	// Of companies with a class in both years: how many are in the same one, in a
	// higher one, in a lower one.
	Same, Up, Down int
	// Births are companies of the To year that have no row in the From year or
	// before, Deaths those of the From year with none in the To year or later.
	Births, Deaths int
	// Without are companies without an ID in the From and the To year. Nobody can
	// follow them and they are in none of the other numbers.
	Without [2]int

	Warnings []error // typed: Unfollowed, FewFirms
}

// SizeMove is the companies that have gone from a source to a destination.
type SizeMove struct {
	Companies int
	// Share is Companies as a fraction of all from that source; missing if there
	// are none.
	Share sector.Figure
	// JobsFrom and JobsTo are what these companies have in the two years, in the
	// measure of size; a year they are not in has nothing.
	JobsFrom, JobsTo sector.Cell
}

// Unfollowed warns that companies without an ID cannot be followed from one
// year to another.
type Unfollowed struct {
	From, To int // companies in the two years
}

func (w Unfollowed) Error() string {
	return fmt.Sprintf("companies without an ID, which cannot be followed: %d in the first year, %d in the second", w.From, w.To)
}

// SizeTransitions returns the matrix of companies by size class in one year and
// in another, with births, deaths and sizes that are not known. Options may be
// nil. The slice may hold other years as well: a company that is absent in one of
// the two years and has been there before, or comes back later, is neither born
// nor dead. What lies before and after the years of the slice is not known, so the
// first year of data tells births less well than the later ones.
//
// What a company is born and dead by are its rows: one with a row and zero jobs is
// there, in the lowest class. Package dynamics takes such a company for not active
// unless told otherwise (dynamics.ActiveWithRow), so that its births and deaths are
// others.
//
// Companies are followed by ID. Re-registration under a new ID looks like a
// death and a birth. Errors are those of [SizeClasses], in both years, and
// [growth.ErrOrder] unless the first year comes before the second.
func SizeTransitions(companies []sector.Company, from, to int, options *SizeOptions) (SizeMatrix, error) {
	scale, err := options.scale()
	if err != nil {
		return SizeMatrix{}, err
	}
	if from >= to {
		return SizeMatrix{}, fmt.Errorf("structure: size transitions from %d to %d: %w", from, to, growth.ErrOrder)
	}
	before, err := crossSection(companies, from, false)
	if err != nil {
		return SizeMatrix{}, err
	}
	after, err := crossSection(companies, to, false)
	if err != nil {
		return SizeMatrix{}, err
	}
	m := newSizeMatrix(scale, from, to)
	earlier, later := map[string]bool{}, map[string]bool{}
	for i := range companies {
		switch c := &companies[i]; {
		case c.Year < from:
			earlier[c.ID] = true
		case c.Year > to:
			later[c.ID] = true
		}
	}
	arrivals := make(map[string]*sector.Company, len(after))
	for _, c := range after {
		arrivals[c.ID] = c
	}
	jobs := newMoveCounts(m)
	classes := len(scale.classes) // with not known
	for _, c := range before {
		if c.ID == "" {
			m.Without[0]++
			continue
		}
		there := arrivals[c.ID]
		delete(arrivals, c.ID)
		i, j := scale.of(c), classes // death
		switch {
		case there != nil:
			j = scale.of(there)
		case later[c.ID]:
			j = classes + 1
		}
		jobs[i][j].add(scale.measure, c, there)
	}
	for _, c := range after {
		if c.ID == "" {
			m.Without[1]++
			continue
		}
		if arrivals[c.ID] == nil {
			continue
		}
		i := classes // birth
		if earlier[c.ID] {
			i = classes + 1
		}
		jobs[i][scale.of(c)].add(scale.measure, nil, c)
	}
	m.fill(jobs)
	return m, nil
}

// moveCount counts the companies of a move.
type moveCount struct {
	companies int
	jobs      [2]count
}

func newMoveCounts(m SizeMatrix) [][]moveCount {
	out := make([][]moveCount, len(m.Sources))
	for i := range out {
		out[i] = make([]moveCount, len(m.Destinations))
	}
	return out
}

func (n *moveCount) add(measure sector.Measure, before, after *sector.Company) {
	n.companies++
	for k, c := range []*sector.Company{before, after} {
		if c != nil {
			n.jobs[k].add(c.Jobs(measure))
		}
	}
}

func newSizeMatrix(scale sizeScale, from, to int) SizeMatrix {
	m := SizeMatrix{From: from, To: to, Measure: scale.measure}
	for _, c := range scale.classes[:len(scale.classes)-1] {
		m.Sources = append(m.Sources, SizePlace{Class: c})
	}
	m.Sources = append(m.Sources, SizePlace{State: SizeUnknown})
	m.Destinations = append(slices.Clone(m.Sources), SizePlace{State: Dead}, SizePlace{State: Absent})
	m.Sources = append(m.Sources, SizePlace{State: NotBorn}, SizePlace{State: Absent})
	return m
}

// fill turns the counts into moves.
func (m *SizeMatrix) fill(counts [][]moveCount) {
	var small FewFirms
	classes := len(m.Sources) - 3
	for i, row := range counts {
		all := 0
		for _, n := range row {
			all += n.companies
		}
		moves := make([]SizeMove, len(row))
		for j := range row {
			n := &row[j]
			moves[j] = SizeMove{Companies: n.companies, JobsFrom: n.jobs[0].cell(), JobsTo: n.jobs[1].cell()}
			moves[j].Share = ratio(sector.Value(float64(n.companies)), sector.Value(float64(all)))
			for k, cell := range []*sector.Cell{&moves[j].JobsFrom, &moves[j].JobsTo} {
				if n.jobs[k] == (count{}) { // nobody is there
					cell.Sum = sector.Value(0)
				}
			}
			switch {
			case i < classes && j < classes && i == j:
				m.Same += n.companies
			case i < classes && j < classes && i < j:
				m.Up += n.companies
			case i < classes && j < classes:
				m.Down += n.companies
			}
			if m.Sources[i].State == NotBorn {
				m.Births += n.companies
			}
			if m.Destinations[j].State == Dead {
				m.Deaths += n.companies
			}
			if 0 < n.companies && n.companies < few {
				small.Groups = append(small.Groups, m.Sources[i].String()+" → "+m.Destinations[j].String())
			}
		}
		m.Moves = append(m.Moves, moves)
	}
	if m.Without != [2]int{} {
		m.Warnings = append(m.Warnings, Unfollowed{m.Without[0], m.Without[1]})
	}
	if small.Groups != nil {
		m.Warnings = append(m.Warnings, small)
	}
}

// View returns a row a source and destination, in the order of both: columns
// from_year, to_year, from, to, companies, share, and the measure's name with
// _from and _to.
func (m SizeMatrix) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "from_year", Unit: "year"}, {Name: "to_year", Unit: "year"}, {Name: "from"}, {Name: "to"},
		{Name: "companies", Unit: "companies"}, {Name: "share", Unit: "fraction"},
		{Name: m.Measure.String() + "_from", Unit: m.Measure.Unit()}, {Name: m.Measure.String() + "_to", Unit: m.Measure.Unit()},
	}}
	for i, row := range m.Moves {
		for j, move := range row {
			v.Rows = append(v.Rows, []growth.Entry{
				growth.NumberOf(float64(m.From)), growth.NumberOf(float64(m.To)),
				growth.TextOf(m.Sources[i].String()), growth.TextOf(m.Destinations[j].String()),
				growth.NumberOf(float64(move.Companies)), move.Share.Entry(), move.JobsFrom.Sum.Entry(), move.JobsTo.Sum.Entry(),
			})
		}
	}
	return v
}
