package sectorsql

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"smartcity/sector"
	"smartcity/sector/structure"
)

// Concentrations is what [HHI] returns.
type Concentrations struct {
	Year  int
	Of    sector.Column
	Unit  string              // of the figures
	Lines []ConcentrationLine // by sector, what is not stated last; none without a column of sectors
	Total ConcentrationLine
}

// ConcentrationLine says how concentrated a sector is in companies, or all
// sectors together.
type ConcentrationLine struct {
	Sector    string
	Companies int
	Figures   sector.Cell // sum, and companies by what is known of them

	// Concentration is that of the known figures. Its indices are NaN where they
	// are not defined, and Err says why: it wraps [structure.ErrEmpty],
	// [structure.ErrNegative] or [structure.ErrZeroTotal].
	structure.Concentration
	Err error
}

// HHI asks an engine for the Herfindahl–Hirschman index of a year's companies, by
// sector and in all, of sector.Jobs or sector.Revenue. A line is what
// [structure.HHI] makes of the same figures: counts are the same, HHI and
// equivalent number to the precision in which the engine adds up figures and
// their squares. The normalised form has the absolute precision of HHI, while the
// method in memory keeps more digits of one near zero.
//
// Companies, errors and the query are those of [SizeClasses]. A row crosses the
// wire for each sector and what is known of its figures. It panics for another
// column.
func HHI(ctx context.Context, db Querier, q Query, year int, of sector.Column) (*Concentrations, error) {
	s, err := newHHI(&q, year, of)
	if err != nil {
		return nil, err
	}
	sectors := map[string]*hhiSums{}
	err = s.ask(ctx, db, func(name string, n int, in *reader) error {
		part, err := s.part(s.fields[0], n, in)
		if err != nil {
			return err
		}
		g := sectors[name]
		if g == nil {
			g = &hhiSums{}
			sectors[name] = g
		}
		status := int(part.Status)
		squares, smallest, largest := in.float(status), in.float(status), in.float(status)
		g.add(part, n, squares, smallest, largest)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(sectors) == 0 {
		return nil, fmt.Errorf("sectorsql: companies in %d: %w", year, structure.ErrEmpty)
	}
	out := &Concentrations{Year: year, Of: of, Unit: cmp.Or(q.Options.Currency, "DKK")}
	if of == sector.Jobs {
		out.Unit = q.Options.Measure.Unit()
	}
	var all hhiSums
	for _, name := range slices.SortedFunc(maps.Keys(sectors), lastUnstated) {
		g := sectors[name]
		all.merge(g)
		if q.Columns.Sector == "" {
			continue
		}
		line, err := g.line(name)
		if err != nil {
			return nil, err
		}
		out.Lines = append(out.Lines, line)
	}
	out.Total, err = all.line("")
	if err != nil {
		return nil, err
	}
	return out, nil
}

// newHHI renders the statement of HHI.
func newHHI(q *Query, year int, of sector.Column) (*crossSection, error) {
	field := q.figureOf(of)
	return newCrossSection(q, year, q.Columns.Sector != "", [][2]string{field}, func(r *renderer, name func(string) string) []item {
		x, d := name(field[0]+"_figure"), q.Dialect.double
		items := append([]item{{alias: field[0] + "_is", expression: name(field[0] + "_status"), key: true}}, r.sums(field[0], name)...)
		return append(items,
			item{alias: "squares", expression: apply(d, "SUM("+x+" * "+x+")")},
			item{alias: "smallest", expression: apply(d, "MIN("+x+")")},
			item{alias: "largest", expression: apply(d, "MAX("+x+")")})
	})
}

// figureOf is the field of a column of a table, and the column of the query.
func (q *Query) figureOf(of sector.Column) [2]string {
	switch of {
	case sector.Jobs:
		return [2]string{q.Options.Measure.String(), q.jobs()}
	case sector.Revenue:
		return [2]string{"revenue", q.Columns.Revenue}
	}
	panic(fmt.Sprintf("sectorsql: companies by column %d", of))
}

// lastUnstated orders names by code point, what is not stated last.
func lastUnstated(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	return strings.Compare(a, b)
}

// hhiSums are those of a sector.
type hhiSums struct {
	figures, squares  cells
	smallest, largest float64
}

func (h *hhiSums) add(p sector.Part, n int, squares, smallest, largest float64) {
	h.merge(&hhiSums{figures: of(p, n), squares: of(part(int(p.Status), squares), n), smallest: smallest, largest: largest})
}

func of(p sector.Part, n int) (c cells) {
	c.add(p, n)
	return c
}

func (h *hhiSums) merge(g *hhiSums) {
	if g.figures.counts[sector.Known] > 0 {
		if h.figures.counts[sector.Known] == 0 {
			h.smallest, h.largest = g.smallest, g.largest
		}
		h.smallest, h.largest = min(h.smallest, g.smallest), max(h.largest, g.largest)
	}
	h.figures.merge(&g.figures)
	h.squares.merge(&g.squares)
}

func (h *hhiSums) line(name string) (ConcentrationLine, error) {
	l := ConcentrationLine{Sector: name, Figures: h.figures.cell()}
	l.Companies = l.Figures.Known + l.Figures.Missing + l.Figures.Suppressed
	c, err := structure.FigureSums{
		N: l.Figures.Known, LeftOut: l.Companies - l.Figures.Known,
		Sum: h.figures.sum.Float64(), Squares: h.squares.sum.Float64(), Least: h.smallest, Largest: h.largest,
	}.HHI()
	switch {
	case errors.Is(err, structure.ErrEmpty), errors.Is(err, structure.ErrZeroTotal), errors.Is(err, structure.ErrNegative):
		c = structure.Concentration{HHI: math.NaN(), Normalised: math.NaN(), Equivalent: math.NaN(), Coverage: structure.Coverage{N: l.Figures.Known, LeftOut: l.Companies - l.Figures.Known}}
		l.Err = err
	case err != nil:
		return l, err
	}
	l.Concentration = c
	return l, nil
}
