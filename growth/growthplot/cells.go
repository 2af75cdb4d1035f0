package growthplot

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Cells are equal cells in rows and columns that fill a rectangle, with gaps
// between them.
type Cells struct {
	Area          vg.Rectangle
	Rows, Columns int
}

// CellGap is the distance between two cells.
const CellGap vg.Length = 1.5

// Size returns width and height of a cell.
func (t Cells) Size() (width, height vg.Length) {
	return (t.Area.Max.X-t.Area.Min.X+CellGap)/vg.Length(t.Columns) - CellGap,
		(t.Area.Max.Y-t.Area.Min.Y+CellGap)/vg.Length(t.Rows) - CellGap
}

// Cell returns the place of a cell, counted from above and from the left.
func (t Cells) Cell(row, column int) vg.Rectangle {
	w, h := t.Size()
	top, left := t.Area.Max.Y-vg.Length(row)*(h+CellGap), t.Area.Min.X+vg.Length(column)*(w+CellGap)
	return vg.Rectangle{Min: vg.Point{X: left, Y: top - h}, Max: vg.Point{X: left + w, Y: top}}
}

// Fill fills a rectangle, its sides moved onto the grid of pixels.
func (p *Pen) Fill(c draw.Canvas, fill color.Color, r vg.Rectangle) {
	x0, x1, y0, y1 := p.Snap(r.Min.X, 0), p.Snap(r.Max.X, 0), p.Snap(r.Min.Y, 0), p.Snap(r.Max.Y, 0)
	c.FillPolygon(fill, []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}})
}

// Within returns the label of a filled rectangle: in its middle, in the colour
// that stands out from the fill.
func (p *Pen) Within(r vg.Rectangle, fill color.RGBA, t Type, text string) Label {
	x := (p.Snap(r.Min.X, 0) + p.Snap(r.Max.X, 0)) / 2
	return Label{
		Text: text, Type: t, Color: p.Style.Theme.On(fill), Align: Centre,
		At: vg.Point{X: x, Y: (r.Min.Y+r.Max.Y)/2 - p.CapHeight(t)/2},
	}
}
