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

	cells         vg.Rectangle
	width, height vg.Length // of a cell with its gap
	value         growthplot.Type
	bare          bool // per cents are named once, not at each value
	thousands     bool
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
	cellGap    vg.Length = 1.5
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
	rows, columns := vg.Length(len(g.Levels)), vg.Length(len(g.Levels[0]))
	r := area
	r.Min.X += column + headGap
	r.Max.Y -= gridHeads
	r.Min.Y += 3
	g.width, g.height = (r.Max.X-r.Min.X+cellGap)/columns, min((r.Max.Y-r.Min.Y+cellGap)/rows, mostHigh)
	r.Min.Y = r.Max.Y - rows*g.height + cellGap
	g.cells = r
	widest := g.pen.Width(g.bold(g.value), g.widest())
	for _, s := range g.heads(g.Columns) {
		widest = max(widest, g.pen.Width(g.head(), s))
	}
	return widest <= g.width-cellGap-4 && g.height >= leastCellH
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
	half := g.pen.CapHeight(g.value) / 2
	for i, line := range g.Levels {
		top := g.cells.Max.Y - vg.Length(i)*g.height
		middle := top - (g.height-cellGap)/2
		labels = append(labels, growthplot.Label{
			Text: g.heads(g.Rows)[i], Type: g.head(), Color: th.Text, Align: growthplot.Right,
			At: vg.Point{X: g.cells.Min.X - headGap, Y: middle - g.pen.CapHeight(g.head())/2},
		})
		for k, level := range line {
			left := g.cells.Min.X + vg.Length(k)*g.width
			fill, t := th.NegativeBand, g.value
			if g.reached(level) {
				fill, t = th.InnerBand, g.bold(t)
			}
			x0, x1 := g.pen.Snap(left, 0), g.pen.Snap(left+g.width-cellGap, 0)
			y0, y1 := g.pen.Snap(top-g.height+cellGap, 0), g.pen.Snap(top, 0)
			c.FillPolygon(fill, []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}})
			labels = append(labels, growthplot.Label{
				Text: growthplot.Figures(g.cell(level)), Type: t, Color: th.Ink, Align: growthplot.Centre, At: vg.Point{X: (x0 + x1) / 2, Y: middle - half},
			})
			if i == 0 {
				labels = append(labels, growthplot.Label{
					Text: g.heads(g.Columns)[k], Type: g.head(), Color: th.Text, Align: growthplot.Centre, At: vg.Point{X: (x0 + x1) / 2, Y: g.cells.Max.Y + 5},
				})
			}
		}
	}
	labels = append(labels, shortened(g.pen, growthplot.Label{
		Text: g.columnName(), Type: th.Note, Color: th.Muted, At: vg.Point{X: g.cells.Min.X, Y: g.cells.Max.Y + 18},
	}, g.cells.Max.X-g.cells.Min.X))
	names, whole := g.rowNames()
	for i, line := range names {
		l := growthplot.Label{Text: line, Type: th.Note, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: g.cells.Min.X - headGap, Y: g.cells.Max.Y + 5 + 10.5*vg.Length(len(names)-1-i)}}
		if !whole && i == len(names)-1 {
			l.Whole = g.rowName()
		}
		labels = append(labels, l)
	}
	g.pen.Draw(c, labels...)
}
