package sectorplot

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// NewTwoYearsPage draws a column of a table's groups in two years as a finished page:
// two bars a group, a narrow grey one for the earlier year and below it one for the
// later, by which they are sorted. The bars of the first group carry the years. A
// figure that is not known has its status in words in place of a bar, and so has that
// of a year in which a group has no company. Where more groups come than fit, the
// rest becomes "Other", made of those that are known in both years; of a column that
// does not add up the largest are shown, and a note says how many are not.
//
// Where text has no title or subtitle they are computed: the title names the group
// that has grown most and the one that has grown least or fallen, and their bars are
// highlighted, as are those that a given title names.
//
// It returns an error unless from is before to, if a figure is too large to draw, and
// those of [NewJobsPage].
func NewTwoYearsPage(t *sector.Table, column sector.Column, from, to int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	if from >= to {
		return nil, fmt.Errorf("sectorplot: bars of %d and %d: want the earlier year first", from, to)
	}
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	d := &twoYears{pen: pen, years: [2]int{from, to}}
	if err := d.read(t, column); err != nil {
		return nil, err
	}
	title := d.title() // which highlights what it names
	if text.Title == "" {
		text.Title = title
	} else {
		lower := strings.ToLower(text.Title)
		for i, p := range d.pairs {
			d.pairs[i].Highlight = p.Name != "" && strings.Contains(lower, strings.ToLower(p.Name))
		}
	}
	if text.Subtitle == "" {
		text.Subtitle = d.subtitle()
	}
	// A note takes room from the bars, so that one group more may not fit: count
	// again with it until both agree.
	own := text.Note
	added := ""
	for d.shown = d.pairs; ; {
		text.Note = strings.TrimSpace(own + " " + added)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		if n := fitPairs(area); n < len(d.shown) {
			added = d.cut(n)
			continue
		}
		panel := d.panel(area)
		return growthplot.NewPage(pen, text, d.key(), func(c draw.Canvas) { pen.Panel(c, panel, d) })
	}
}

// twoYears is the chart.
type twoYears struct {
	figures // of the later year, with words
	pen     *growthplot.Pen
	years   [2]int
	totals  [2]sector.Row
	pairs   []pair // sorted, before any are cut
	shown   []pair
}

// pair is a group in the two years.
type pair struct {
	Bar // its figure is that of the later year
	was sector.Figure
}

// in is the figure of the first or the second year.
func (p pair) in(year int) sector.Figure { return [2]sector.Figure{p.was, p.Figure}[year] }

// change is the later figure less the earlier, NaN where one is not known.
func (p pair) change() float64 { return p.Figure.Float64() - p.was.Float64() }

// read takes a column of two years from a table that has one dimension beside them.
func (d *twoYears) read(t *sector.Table, column sector.Column) error {
	was, err := read(t, d.years[0], column)
	if err != nil {
		return err
	}
	is, err := read(t, d.years[1], column)
	if err != nil {
		return err
	}
	d.figures, d.totals = *is, [2]sector.Row{was.total, is.total}
	d.lang = d.pen.Style.Lang
	for _, b := range is.bars {
		d.pairs = append(d.pairs, pair{Bar: b})
	}
	for _, b := range was.bars {
		i := slices.IndexFunc(d.pairs, func(p pair) bool { return p.Name == b.Name })
		if i < 0 {
			i = len(d.pairs)
			d.pairs = append(d.pairs, pair{Bar: Bar{Name: b.Name, Rest: b.Rest}})
		}
		d.pairs[i].was = b.Figure
	}
	largest := 0.0
	for _, p := range d.pairs {
		for year := range d.years {
			if v := p.in(year); v.Known() {
				largest = max(largest, math.Abs(v.Float64()))
			}
		}
	}
	if largest > 1e300 {
		return errors.New("sectorplot: bars too long to draw")
	}
	slices.SortStableFunc(d.pairs, func(a, b pair) int { return compare(a.Bar, b.Bar) })
	d.numbers = growthplot.FormatOf(d.lang, d.currency(), largest)
	if column == sector.Firms && d.numbers.Magnitude == locale.Units {
		d.numbers.Decimals = 0
	}
	return nil
}

// additive reports whether groups add up to a total.
func (d *twoYears) additive() bool {
	return d.column.Additive() && (d.column != sector.Firms || !d.table.FirmsOverlap)
}

// cut keeps so many groups, and returns a note on the others. Of a column that adds
// up the rest becomes one pair, of the groups that are known in both years, so that a
// figure that is not known passes neither for a loss nor for a gain.
func (d *twoYears) cut(n int) (note string) {
	if !d.additive() {
		d.shown = d.pairs[:n]
		rest := d.pairs[n:]
		return d.notShown(len(rest), slices.ContainsFunc(rest, func(p pair) bool { return !p.Figure.Known() }))
	}
	rest := d.pairs[n-1:]
	var sums [2]growth.Sum
	known, groups := 0, 0
	for _, p := range rest {
		if !p.Rest {
			groups++
		}
		if p.was.Known() && p.Figure.Known() {
			known++
			sums[0].Add(p.was.Float64())
			sums[1].Add(p.Figure.Float64())
		}
	}
	other := pair{Bar: Bar{Name: d.other(groups), Rest: true}}
	if known > 0 {
		other.was, other.Figure = sector.Value(sums[0].Float64()), sector.Value(sums[1].Float64())
	}
	d.shown = append(slices.Clone(d.pairs[:n-1]), other)
	if unknown := len(rest) - known; unknown > 0 {
		return d.otherUnknownInBoth(unknown)
	}
	return ""
}
