package dynamics

import (
	"fmt"
	"math"
	"math/big"

	"smartcity/growth"
)

// Reallocation names what a sector's productivity is held against when labour
// moves to it. It matters to each sector; the totals are the same, since the
// changes of the shares add up to zero, unless a sector comes or goes.
type Reallocation uint8

const (
	// AgainstZero: static Δθ·y₀, dynamic ΔθΔy, turnover θ₁y₁ or −θ₀y₀. A sector whose
	// share grows contributes to a higher productivity even if its own is the lowest
	// of all.
	//
	// Fabricant, Employment in Manufacturing, 1899–1939 (1942).
	AgainstZero Reallocation = iota

	// AgainstAggregate: static Δθ(y₀ − P₀), dynamic Δθ(Δy − ΔP), turnover θ₁(y₁ − P₁) or
	// −θ₀(y₀ − P₁). A sector whose share grows contributes to a higher productivity
	// if its own is above the aggregate's.
	//
	// De Avillez, Sectoral contributions to labour productivity growth in Canada,
	// International Productivity Monitor 24 (2012), where it is the CSLS formula.
	AgainstAggregate
)

// String returns "against_zero" or "against_aggregate".
func (r Reallocation) String() string {
	switch r {
	case AgainstZero:
		return "against_zero"
	case AgainstAggregate:
		return "against_aggregate"
	}
	return fmt.Sprintf("Reallocation(%d)", uint8(r))
}

// SectorOutput is the output and labour of a sector in two years. NaN is a
// figure that is not known.
type SectorOutput struct {
	Sector           string
	Output0, Labour0 float64 // in the first year
	Output1, Labour1 float64 // in the second year
}

// SectorParts are what one sector, or all, have in a change of labour
// productivity, in output per unit of labour.
type SectorParts struct {
	Within  float64 // Σθ₀Δy, the sectors' own productivity
	Static  float64 // labour moving to sectors of another level
	Dynamic float64 // labour moving to sectors of another growth

	// Turnover is the contribution of sectors with labour in one of the years only,
	// which have no Δy.
	Turnover float64
}

// SectorLine is a sector or the total.
type SectorLine struct {
	Sector         string
	Share0, Share1 float64 // θ, part of all labour in each year, as a fraction
	Before, After  float64 // y, output per unit of labour; NaN in a year without labour
	Change         float64 // of a sector the sum of its parts, in total After − Before
	SectorParts            // of which all are NaN in a sector that is not known
}

// SectorDecomposition is a change of labour productivity divided by sector.
type SectorDecomposition struct {
	Reallocation Reallocation
	Variable     string // what productivity is, such as "revenue per FTE"; "" if not stated
	Unit         string // of productivity and all parts; "" if not stated
	From, To     int    // the years, 0 if not stated

	Sectors []SectorLine // in the order of the input
	Total   SectorLine   // over the sectors that are known

	Warnings []error // *[SectorsNotKnown], and see [RevenuePerJobBySector]
}

// SectorsNotKnown warns that sectors are left out of both years, and of all
// totals, because a figure of theirs is not known.
type SectorsNotKnown struct {
	Sectors []string
}

func (w *SectorsNotKnown) Error() string {
	return fmt.Sprintf("sectors with a figure that is not known are left out: %q", w.Sectors)
}

// ProductivityBySector divides the change of labour productivity P = ΣY/ΣL = Σθy,
// with y = Y/L of a sector and θ its share of labour, into what sectors gain
// themselves (within) and what moving labour between them gains (static and
// dynamic). The parts add up to the change, along a line and over the sectors.
//
// Output may be value added, revenue or any other that adds up, and negative;
// labour may be FTE, employees or hours. The structural change of McMillan and
// Rodrik (2011), ΣΔθ·y₁, is Static + Dynamic against zero.
//
// A sector with a figure that is not known is left out of both years, with a
// [*SectorsNotKnown] warning. One without labour and output in a year is not there
// in it: its contribution is Turnover, or nothing if it is in neither year.
//
// It returns a [*FigureError] for labour below zero, for output without labour,
// for a figure that is infinite or, unless zero, outside 10⁻⁵⁰–10⁵⁰ in magnitude,
// and for a name that is there twice (Figure is then "row"). It returns an error
// that wraps [ErrNoWeight] if a year has no labour. It panics if there is no such
// Reallocation.
func ProductivityBySector(sectors []SectorOutput, against Reallocation) (*SectorDecomposition, error) {
	if against > AgainstAggregate {
		panic("dynamics: there is no " + against.String())
	}
	d := &SectorDecomposition{Reallocation: against}
	var all sums
	var y0, y1, l0, l1 growth.Sum
	each := make([]*sums, len(sectors)) // nil where not known
	row := map[string]int{}
	notKnown := SectorsNotKnown{}
	for i := range sectors {
		s := &sectors[i]
		if first, ok := row[s.Sector]; ok {
			return nil, &FigureError{fmt.Sprintf("sector %q", s.Sector), "row", float64(i + 1), fmt.Sprintf("one row a sector, as row %d", first)}
		}
		row[s.Sector] = i + 1
		if err := s.check(); err != nil {
			return nil, err
		}
		if math.IsNaN(s.Output0 + s.Labour0 + s.Output1 + s.Labour1) {
			notKnown.Sectors = append(notKnown.Sectors, s.Sector)
			continue
		}
		each[i] = new(sums)
		if s.Labour0 == 0 && s.Labour1 == 0 {
			continue
		}
		f := s.firm()
		each[i].add(&f)
		all.add(&f)
		y0.Add(s.Output0)
		y1.Add(s.Output1)
		l0.Add(s.Labour0)
		l1.Add(s.Labour1)
	}
	w0, w1 := exact(l0), exact(l1)
	if w0.Sign() == 0 || w1.Sign() == 0 {
		return nil, fmt.Errorf("dynamics: productivity by sector: %w", ErrNoWeight)
	}
	before, after := div(exact(y0), w0), div(exact(y1), w1)
	for i := range sectors {
		line := sectors[i].line()
		if each[i] != nil {
			m := each[i].over(w0, w1)
			line.Share0, line.Share1 = toFloat(add(m.c0, m.x)), toFloat(add(m.c1, m.e))
			var change *big.Rat
			line.SectorParts, change = against.parts(m, before, after)
			line.Change = toFloat(change)
		}
		d.Sectors = append(d.Sectors, line)
	}
	d.Total = SectorLine{Share0: 1, Share1: 1, Before: toFloat(before), After: toFloat(after), Change: toFloat(sub(after, before))}
	d.Total.SectorParts, _ = against.parts(all.over(w0, w1), before, after)
	if notKnown.Sectors != nil {
		d.Warnings = append(d.Warnings, &notKnown)
	}
	return d, nil
}

// check returns an error for figures that no sector can have.
func (s *SectorOutput) check() error {
	of := fmt.Sprintf("sector %q", s.Sector)
	for _, f := range [...]struct {
		name  string
		value float64
		least float64
		want  string
	}{
		{"Labour0", s.Labour0, 0, wantWeight}, {"Output0", s.Output0, -largest, wantFigure},
		{"Labour1", s.Labour1, 0, wantWeight}, {"Output1", s.Output1, -largest, wantFigure},
	} {
		if !usable(f.value, f.least) {
			return &FigureError{of, f.name, f.value, f.want}
		}
	}
	const none = "none, as there is no labour"
	if s.Labour0 == 0 && s.Output0 != 0 && !math.IsNaN(s.Output0) {
		return &FigureError{of, "Output0", s.Output0, none}
	}
	if s.Labour1 == 0 && s.Output1 != 0 && !math.IsNaN(s.Output1) {
		return &FigureError{of, "Output1", s.Output1, none}
	}
	return nil
}

// firm is the sector as a firm whose weight is its labour.
func (s *SectorOutput) firm() firm {
	f := firm{w0: s.Labour0, w1: s.Labour1}
	if s.Labour0 > 0 {
		f.p0 = quotient(s.Output0, s.Labour0)
	} else {
		f.w0 = math.NaN()
	}
	if s.Labour1 > 0 {
		f.p1 = quotient(s.Output1, s.Labour1)
	} else {
		f.w1 = math.NaN()
	}
	return f
}

// line is the sector with nothing but its own figures.
func (s *SectorOutput) line() SectorLine {
	nan := math.NaN()
	return SectorLine{
		Sector: s.Sector, Share0: nan, Share1: nan, Before: s.Output0 / s.Labour0, After: s.Output1 / s.Labour1,
		Change: nan, SectorParts: SectorParts{nan, nan, nan, nan},
	}
}

// parts of a set of sectors, all of them or one, and their sum.
func (r Reallocation) parts(m *moments, before, after *big.Rat) (SectorParts, *big.Rat) {
	shift := sub(m.c1, m.c0)
	within := sub(m.a01, m.a00)
	static := sub(m.a10, m.a00)
	dynamic := sub(sub(m.a11, m.a10), sub(m.a01, m.a00))
	turnover := sub(m.ep, m.xp)
	if r == AgainstAggregate {
		static = sub(static, mul(before, shift))
		dynamic = sub(dynamic, mul(sub(after, before), shift))
		turnover = sub(turnover, mul(after, sub(m.e, m.x)))
	}
	return SectorParts{toFloat(within), toFloat(static), toFloat(dynamic), toFloat(turnover)},
		add(add(within, static), add(dynamic, turnover))
}

// View returns a row for each sector and one for the total: columns level
// ("sector" or "total"), sector, share_before, share_after, before, after, change,
// within, static, dynamic, turnover. What is not known is missing.
func (d *SectorDecomposition) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "share_before", Unit: "fraction"}, {Name: "share_after", Unit: "fraction"},
	}}
	for _, name := range []string{"before", "after", "change", "within", "static", "dynamic", "turnover"} {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: name, Unit: d.Unit})
	}
	row := func(level string, l *SectorLine) {
		entries := []growth.Entry{growth.TextOf(level), growth.TextOf(l.Sector)}
		for _, x := range []float64{l.Share0, l.Share1, l.Before, l.After, l.Change, l.Within, l.Static, l.Dynamic, l.Turnover} {
			entries = append(entries, growth.NumberOf(x))
		}
		v.Rows = append(v.Rows, entries)
	}
	for i := range d.Sectors {
		row("sector", &d.Sectors[i])
	}
	row("total", &d.Total)
	return v
}
