package growthplot

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Align says which point of a line of text is put in place.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// A Label is a line of text in its place.
type Label struct {
	Text  string
	Whole string // what Text was shortened from, shown by SVG viewers; empty if it was not
	Type  Type
	Color color.Color
	At    vg.Point // a point of the baseline, at the left, centre or right
	Align Align
	Halo  bool // fill the background first, for text on a grid rule; never over data
}

// descent is how far text reaches below its baseline, in parts of its size.
const descent = 0.21

// Box returns the room a label takes: its width, from its descenders to the
// height of capitals.
func (p *Pen) Box(l Label) vg.Rectangle {
	w := p.Width(l.Type, l.Text)
	x := l.At.X
	switch l.Align {
	case Centre:
		x -= w / 2
	case Right:
		x -= w
	}
	return vg.Rectangle{
		Min: vg.Point{X: x, Y: l.At.Y - descent*l.Type.Size},
		Max: vg.Point{X: x + w, Y: l.At.Y + p.CapHeight(l.Type)},
	}
}

// Draw draws labels, first all halos and then all text.
func (p *Pen) Draw(c draw.Canvas, labels ...Label) {
	for _, l := range labels {
		if l.Halo {
			box := p.Box(l)
			box.Min.X -= 2
			box.Max.X += 2
			box.Min.Y -= 0.5
			box.Max.Y += 1
			c.SetColor(p.Style.Theme.Background)
			c.Fill(box.Path())
		}
	}
	for _, l := range labels {
		s := clean(l.Text)
		if s == "" {
			continue
		}
		if whole := clean(l.Whole); whole != "" && whole != s {
			setWhole(c, whole)
		}
		c.SetColor(l.Color)
		f, at := p.face(l.Type), vg.Point{X: p.Box(l).Min.X, Y: l.At.Y}
		for run := range runs(s) {
			c.FillString(f, at, run)
			at.X += f.Width(run)
		}
	}
}
