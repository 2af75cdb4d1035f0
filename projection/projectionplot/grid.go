package projectionplot

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// NewGridPage draws the jobs of a target year for every combination of the values
// of two assumptions as a finished page: a table of cells, those that reach the
// target in blue. A target of 0 stands for the jobs under the assumptions of the
// scenario. Numbers are made smaller, and written in thousands, where columns are
// narrow.
//
// Where text has no title or subtitle they are computed; text.Subject is the place
// or field that a computed subtitle names after the measure. It returns an error if
// the grid is not one of as many levels as its rows and columns have values, if a
// level or the target is not finite, and if there is no room for it; and those of
// [growthplot.NewPage].
func NewGridPage(g *projection.SensitivityGrid, target float64, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	c := &grid{SensitivityGrid: g, pen: pen, target: target, from: target}
	if target == 0 {
		c.from = g.Level
	}
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("projectionplot: %w", err)
	}
	if text.Title == "" {
		text.Title = c.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = c.subtitle(text.Subject)
	}
	area, err := pen.Area(text)
	if err != nil {
		return nil, err
	}
	if err := c.fit(area); err != nil {
		return nil, err
	}
	return growthplot.NewPage(pen, text, c.key(), func(canvas draw.Canvas) { c.draw(canvas) })
}

// grid is the chart.
type grid struct {
	*projection.SensitivityGrid
	pen          *growthplot.Pen
	target, from float64 // as given; what cells are held against
	numbers      growthplot.NumberFormat

	cells     growthplot.Cells
	value     growthplot.Type
	bare      bool // per cents are named once, not at each value
	thousands bool
}

// check refuses what cannot be drawn, and finds how numbers are written.
func (g *grid) check() error {
	if len(g.Levels) == 0 || len(g.Levels) != len(g.Rows.Values) {
		return errors.New("grid without a line for each value of its rows")
	}
	largest := math.Abs(g.from)
	for _, line := range g.Levels {
		if len(line) == 0 || len(line) != len(g.Columns.Values) {
			return errors.New("grid without a level for each value of its columns")
		}
		for _, x := range append(slices.Clone(line), g.from) {
			if !(math.Abs(x) <= 1e300) {
				return fmt.Errorf("grid with a level or target of %v", x)
			}
			largest = max(largest, math.Abs(x))
		}
	}
	g.numbers = readable(growthplot.FormatOf(g.pen.Style.Lang, "", largest), 0, g.target)
	return nil
}

// Lengths of a grid in points.
const (
	gridHeads  vg.Length = 28 // above the cells: the assumption of the columns and their values
	headGap    vg.Length = 8  // between the values of the rows and the cells
	mostHigh   vg.Length = 56
	leastCellH vg.Length = 11
)

// fit settles the size of cells, and of what is written in them: in smaller type, with
// per cents named once, and in thousands, as far as it takes.
func (g *grid) fit(area vg.Rectangle) error {
	g.value = g.pen.Style.Theme.Category
	for !g.fits(area) {
		switch {
		case g.value.Size > growthplot.MinSize:
			g.value.Size = growthplot.MinSize
		case !g.bare:
			g.bare = true
		case !g.thousands:
			g.thousands = true
		default:
			return errors.New("projectionplot: no room for the cells of the grid; give it fewer values or make the figure larger")
		}
	}
	return nil
}

// fits places the cells, and reports whether they hold what is written in them.
func (g *grid) fits(area vg.Rectangle) bool {
	th := &g.pen.Style.Theme
	var column vg.Length
	for _, s := range g.heads(g.Rows) {
		column = max(column, g.pen.Width(g.head(), s))
	}
	names, _ := g.rowNames()
	for _, line := range names {
		column = max(column, g.pen.Width(th.Note, line))
	}
	r := area
	r.Min.X += column + headGap
	r.Max.Y -= gridHeads
	r.Min.Y = max(r.Min.Y+3, r.Max.Y-vg.Length(len(g.Levels))*mostHigh+growthplot.CellGap)
	g.cells = growthplot.Cells{Area: r, Rows: len(g.Levels), Columns: len(g.Levels[0])}
	width, height := g.cells.Size()
	widest := g.pen.Width(g.bold(g.value), g.widest())
	for _, s := range g.heads(g.Columns) {
		widest = max(widest, g.pen.Width(g.head(), s))
	}
	return widest <= width-4 && height+growthplot.CellGap >= leastCellH
}

// rowNames is the assumption of the rows, in the lines it takes.
func (g *grid) rowNames() (lines []string, whole bool) {
	return g.pen.Wrap(g.pen.Style.Theme.Note, g.rowName(), 0.3*g.pen.Style.Width, 2)
}

func (g *grid) bold(t growthplot.Type) growthplot.Type {
	t.Bold = true
	return t
}

// head is the type of the values of rows and columns.
func (g *grid) head() growthplot.Type {
	t := g.bold(g.pen.Style.Theme.Tick)
	if g.value.Size == growthplot.MinSize {
		t.Size = growthplot.MinSize
	}
	return t
}

// widest is the longest number in the cells.
func (g *grid) widest() (text string) {
	for _, line := range g.Levels {
		for _, x := range line {
			if s := g.cell(x); g.pen.Width(g.value, s) > g.pen.Width(g.value, text) {
				text = s
			}
		}
	}
	return text
}

// reached reports whether a cell has at least the jobs it is held against.
func (g *grid) reached(level float64) bool { return level >= g.from*(1-1e-12) }

func (g *grid) draw(c draw.Canvas) {
	th := &g.pen.Style.Theme
	var labels []growthplot.Label
	for i, line := range g.Levels {
		for k, level := range line {
			r := g.cells.Cell(i, k)
			if k == 0 {
				labels = append(labels, growthplot.Label{
					Text: g.heads(g.Rows)[i], Type: g.head(), Color: th.Text, Align: growthplot.Right,
					At: vg.Point{X: r.Min.X - headGap, Y: (r.Min.Y+r.Max.Y)/2 - g.pen.CapHeight(g.head())/2},
				})
			}
			fill, t := th.NegativeBand, g.value
			if g.reached(level) {
				fill, t = th.InnerBand, g.bold(t)
			}
			g.pen.Fill(c, fill, r)
			value := g.pen.Within(r, fill, t, growthplot.Figures(g.cell(level)))
			labels = append(labels, value)
			if i == 0 {
				labels = append(labels, growthplot.Label{
					Text: g.heads(g.Columns)[k], Type: g.head(), Color: th.Text, Align: growthplot.Centre, At: vg.Point{X: value.At.X, Y: r.Max.Y + 5},
				})
			}
		}
	}
	area := g.cells.Area
	labels = append(labels, shortened(g.pen, growthplot.Label{
		Text: g.columnName(), Type: th.Note, Color: th.Muted, At: vg.Point{X: area.Min.X, Y: area.Max.Y + 18},
	}, area.Max.X-area.Min.X))
	names, whole := g.rowNames()
	for i, line := range names {
		l := growthplot.Label{Text: line, Type: th.Note, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: area.Min.X - headGap, Y: area.Max.Y + 5 + 10.5*vg.Length(len(names)-1-i)}}
		if !whole && i == len(names)-1 {
			l.Whole = g.rowName()
		}
		labels = append(labels, l)
	}
	g.pen.Draw(c, labels...)
}
