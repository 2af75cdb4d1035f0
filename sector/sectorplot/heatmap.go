package sectorplot

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// NewHeatMapPage draws a column of a table of two dimensions in a year (0 for a
// table that is not by year) as a finished page: the groups of the first
// dimension as rows, those of the second as columns, the figure of each pair in
// a cell that is the darker the larger it is, with a key of the class limits.
//
// The largest groups come first, by the jobs of their known cells where the column
// is a ratio. A suppressed cell is outlined and says so, a missing one has its
// status in words, and a pair without a company a dash; in narrow cells signs
// stand for the words, and a note explains them. Where more groups come than
// fit, the rest of a column that adds up becomes "Other"; of ratios the largest
// groups are shown and a note says how many are not.
//
// Where text has no title or subtitle they are computed: the title names the
// largest cell. text.Subject is what a computed subtitle is about. It returns an
// error if the table does not have two dimensions beside the year, if it has no
// rows for the year, if a figure is infinite, and those of
// [growthplot.NewPage].
func NewHeatMapPage(t *sector.Table, column sector.Column, year int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	h, err := readHeat(t, column, year, pen)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = h.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = h.subtitle(text.Subject)
	}
	// A note takes room from the cells, and what does not fit in them needs a
	// note: go on until both agree.
	own := text.Note
	const rounds = 10 // more than it ever takes
	for round := 1; ; round++ {
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		if err := h.fit(area); err != nil {
			return nil, err
		}
		note := strings.TrimSpace(own + " " + h.note())
		if note == text.Note || round == rounds {
			return growthplot.NewPage(pen, text, h.alt(), h.draw)
		}
		text.Note = note
		h.most = [2]int{len(h.rows), len(h.columns)}
	}
}

// heatMap is the chart.
type heatMap struct {
	words          // of the rows
	across   words // of the columns
	pen      *growthplot.Pen
	table    *sector.Table
	column   sector.Column
	year     int
	total    sector.Row
	limits   []float64 // of the classes, rising
	negative bool      // the lowest class is below zero
	all      *heatGrid

	// As fitted. What has been left out stays so.
	*heatGrid
	most      [2]int // rows and columns
	cells     growthplot.Cells
	value     growthplot.Type
	rowNames  []name
	heads     []name
	signs     bool // in place of words
	keyHeight vg.Length
}

// Lengths of the heat map in points.
const (
	heatNameGap vg.Length = 8
	heatHeadGap vg.Length = 5    // from the heads of columns to the cells
	heatLeast   vg.Length = 11.8 // height of a cell with its gap
	heatMost    vg.Length = 40
	heatNarrow  vg.Length = 31 // the least width of a cell
	heatHead    vg.Length = 46 // the same below a name that is shortened
	heatLeading vg.Length = 10.4
	heatStep    vg.Length = 38 // width of a class in the key
	heatKey     vg.Length = 27 // height of the key
	heatInset   vg.Length = 2  // between a value and the sides of its cell
)

func readHeat(t *sector.Table, column sector.Column, year int, pen *growthplot.Pen) (*heatMap, error) {
	var dimensions []int
	for i, d := range t.By {
		if d.Name() != sector.ByYear().Name() {
			dimensions = append(dimensions, i)
		}
	}
	if len(dimensions) != 2 {
		return nil, fmt.Errorf("sectorplot: table by %d dimensions beside the year: want two", len(dimensions))
	}
	rows := t.In(year)
	total, ok := t.Total(year)
	if len(rows) == 0 || !ok {
		return nil, fmt.Errorf("sectorplot: table has no rows for year %d", year)
	}
	w := words{lang: pen.Style.Lang, measure: t.Measure}
	h := &heatMap{words: w, across: w, pen: pen, table: t, column: column, year: year, total: total}
	h.dimension, h.across.dimension = t.By[dimensions[0]].Name(), t.By[dimensions[1]].Name()
	var known []float64
	for i := range rows {
		f := rows[i].Figure(column)
		if !f.Known() {
			continue
		}
		if math.Abs(f.Float64()) > 1e300 {
			return nil, fmt.Errorf("sectorplot: heat map with a figure of %v", f)
		}
		known = append(known, f.Float64())
	}
	h.numbers = growthplot.FormatOf(h.lang, h.currency(), largest(known))
	for i, x := range known {
		known[i] = h.rounded(x) // a cell is in the class of the number in it
	}
	h.limits, h.negative = classLimits(known, locale.Shift(1, -h.places()))
	h.all = newHeatGrid(rows, dimensions[0], dimensions[1], column)
	h.most = [2]int{len(h.all.rows), len(h.all.columns)}
	return h, nil
}

// additive reports whether cells add up; distinct companies do not.
func (h *heatMap) additive() bool {
	return h.column.Additive() && !(h.column == sector.Firms && h.table.FirmsOverlap)
}

func largest(xs []float64) (most float64) {
	for _, x := range xs {
		most = max(most, math.Abs(x))
	}
	return most
}
