package sectorplot

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// NewJobsPage draws the jobs of a table's groups in a year (0 for a table that
// is not by year) as bars, as a finished page.
//
// Where text has no title or subtitle they are computed. The title names the
// groups that together have a simple part of all jobs, such as one in four, if
// all figures are known and that is true within a twentieth; else the largest
// group. text.Subject is the field that such a title names: "… in Smart City".
// Where more groups come than fit, the rest becomes "Other".
//
// It returns an error if the table is grouped by nothing or by more than one
// dimension beside the year, if it has no rows for the year, and those of
// [growthplot.NewPage].
func NewJobsPage(t *sector.Table, year int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	return newPage(t, year, sector.Jobs, text, style)
}

// NewRevenuePerJobPage draws the revenue per FTE or employee of a table's groups
// as [NewJobsPage] draws the jobs, with that of all groups as a dashed line. It
// is made of the companies that have both figures. Where more groups come than
// fit, the largest are shown and a note says how many are not.
func NewRevenuePerJobPage(t *sector.Table, year int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	return newPage(t, year, sector.RevenuePerJob, text, style)
}

func newPage(t *sector.Table, year int, column sector.Column, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	f, err := read(t, year, column)
	if err != nil {
		return nil, err
	}
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	f.lang = pen.Style.Lang
	slices.SortStableFunc(f.bars, compare)
	f.numbers = growthplot.FormatOf(f.lang, f.currency(), f.largest())
	f.find(text.Subject)
	if text.Title == "" {
		text.Title = f.title
	} else {
		f.highlight(text.Title)
	}
	if text.Subtitle == "" {
		text.Subtitle = f.subtitle()
	}

	// A note takes room from the bars, so that one more may not fit: count
	// again with it until both agree.
	note := text.Note
	shown, added := f.bars, ""
	for {
		text.Note = strings.TrimSpace(note + " " + added)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		if len(shown) <= fit(area) {
			return f.page(pen, text, shown)
		}
		shown, added = f.cut(fit(area))
	}
}

func (f *figures) page(pen *growthplot.Pen, text growthplot.Text, shown []Bar) (*growthplot.Page, error) {
	bars, err := NewBars(shown, f.reference(), f.numbers, pen.Style)
	if err != nil {
		return nil, err
	}
	area, err := pen.Area(text)
	if err != nil {
		return nil, err
	}
	var key []string
	for _, b := range bars.Bars {
		key = append(key, f.lang.GroupName(b.Name)+": "+bars.number(b.Figure))
	}
	panel := bars.panel(area)
	return growthplot.NewPage(pen, text, strings.Join(key, "; "), func(c draw.Canvas) { pen.Panel(c, panel, bars) })
}

// cut keeps so many bars: of a column that adds up the rest becomes one bar.
func (f *figures) cut(n int) (shown []Bar, note string) {
	if !f.column.Additive() {
		shown, rest := f.bars[:n], f.bars[n:]
		unknown := slices.ContainsFunc(rest, func(b Bar) bool { return !b.Figure.Known() })
		return shown, f.notShown(len(rest), unknown)
	}
	rest := f.bars[n-1:]
	var sum growth.Sum
	known, groups, unknown := 0, 0, 0
	for _, b := range rest {
		if !b.Rest {
			groups++
		}
		if b.Figure.Known() {
			sum.Add(b.Figure.Float64())
			known++
		} else {
			unknown++
		}
	}
	other := Bar{Name: f.other(groups), Rest: true}
	if known > 0 {
		other.Figure = sector.Value(sum.Float64())
	}
	if unknown > 0 {
		note = f.otherUnknown(unknown)
	}
	return append(slices.Clone(f.bars[:n-1]), other), note
}

// figures are a column of a table, one figure a group, with what is to be said
// about them.
type figures struct {
	words
	table  *sector.Table
	column sector.Column
	year   int
	bars   []Bar // sorted, before any are cut
	total  sector.Row
	title  string
}

// read takes a column from a table that has one dimension beside the year.
func read(t *sector.Table, year int, column sector.Column) (*figures, error) {
	dimension, err := oneDimension(t)
	if err != nil {
		return nil, err
	}
	rows := t.In(year)
	total, ok := t.Total(year)
	if len(rows) == 0 || !ok {
		return nil, fmt.Errorf("sectorplot: table has no rows for year %d", year)
	}
	f := &figures{table: t, column: column, year: year, total: total}
	f.dimension, f.measure = t.By[dimension].Name(), t.Measure
	for _, r := range rows {
		name := r.Key[dimension]
		f.bars = append(f.bars, Bar{Name: name, Figure: figure(r, column), Rest: isRest(name)})
	}
	return f, nil
}

// oneDimension is the place in keys of the one dimension beside the year.
func oneDimension(t *sector.Table) (int, error) {
	dimension := -1
	for i, d := range t.By {
		switch {
		case d.Name() == sector.ByYear().Name():
		case dimension >= 0:
			return 0, fmt.Errorf("sectorplot: table by %s and %s: want one of them", t.By[dimension].Name(), d.Name())
		default:
			dimension = i
		}
	}
	if dimension < 0 {
		return 0, fmt.Errorf("sectorplot: table without a dimension beside the year")
	}
	return dimension, nil
}

// figure is the figure of a group. The sum of a table is missing where nothing
// is known; the chart says where that is because somebody may not tell.
func figure(r sector.Row, column sector.Column) sector.Figure {
	f := r.Figure(column)
	if f.Known() {
		return f
	}
	var hidden int
	switch column {
	case sector.Firms, sector.FirmsWeighted:
		hidden = r.Firms.Suppressed + r.FirmsWeighted.Suppressed
	case sector.Revenue:
		hidden = r.Revenue.Suppressed
	case sector.RevenuePerJob:
		hidden = r.Jobs.Suppressed + r.Revenue.Suppressed
	case sector.JobsPerFirm:
		hidden = r.Jobs.Suppressed + r.Firms.Suppressed
	default:
		hidden = r.Jobs.Suppressed
	}
	if hidden == 0 {
		return f
	}
	return sector.Hidden()
}

// isRest reports whether a group is by its name what others leave.
func isRest(name string) bool {
	return slices.Contains([]string{"other", "others", "øvrige", "andet", "andre"}, strings.ToLower(strings.TrimSpace(name)))
}

func (f *figures) currency() string {
	if f.column == sector.Jobs {
		return ""
	}
	return f.table.Currency
}

func (f *figures) reference() sector.Figure {
	if f.column.Additive() {
		return sector.Figure{}
	}
	return f.total.Figure(f.column)
}

func (f *figures) largest() float64 {
	largest := 0.0
	for _, b := range f.bars {
		if b.Figure.Known() {
			largest = max(largest, b.Figure.Float64(), -b.Figure.Float64())
		}
	}
	return largest
}

// highlight marks the bars that a title names.
func (f *figures) highlight(title string) {
	title = strings.ToLower(title)
	for i, b := range f.bars {
		f.bars[i].Highlight = b.Name != "" && strings.Contains(title, strings.ToLower(b.Name))
	}
}
