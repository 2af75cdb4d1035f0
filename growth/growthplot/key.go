package growthplot

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A KeyMark is the shape of a mark in a key.
type KeyMark uint8

// The marks of a key.
const (
	KeySquare  KeyMark = iota // a fill
	KeyOutline                // a fill of the background with an outline
	KeyLine                   // a line of 2.5 pt
	KeyTick                   // an upright bar
)

// A KeyEntry is a mark of a chart and what it stands for.
type KeyEntry struct {
	Text  string
	Color color.Color
	Mark  KeyMark
}

// A Key says what the marks of a chart stand for, in rows above it. Labels beside
// the marks are better where there is room for them; a key is for the parts of
// stacked and of grouped bars, and for cells.
type Key struct {
	pen  *Pen
	rows [][]KeyEntry
}

// Lengths of a key in points.
const (
	keySquare  vg.Length = 9
	keyGap     vg.Length = 4.5 // from a mark to its text
	keyApart   vg.Length = 15  // from one entry to the next
	keyLeading vg.Length = 14
)

// NewKey breaks entries into rows no wider than width. A text that is wider is
// shortened.
func (p *Pen) NewKey(width vg.Length, entries ...KeyEntry) *Key {
	k := &Key{pen: p}
	x := width + 1
	for _, e := range entries {
		w := k.width(e)
		if x+keyApart+w > width {
			k.rows, x = append(k.rows, nil), -keyApart
		}
		x += keyApart + w
		k.rows[len(k.rows)-1] = append(k.rows[len(k.rows)-1], e)
	}
	for _, row := range k.rows {
		for i := range row {
			row[i].Text = p.Shorten(p.Style.Theme.Note, row[i].Text, width-keySquare-keyGap)
		}
	}
	return k
}

// width is that of an entry.
func (k *Key) width(e KeyEntry) vg.Length {
	return keySquare + keyGap + k.pen.Width(k.pen.Style.Theme.Note, e.Text)
}

// Height returns the room that the key takes above a chart, with the gap below
// it; 0 without entries.
func (k *Key) Height() vg.Length {
	if len(k.rows) == 0 {
		return 0
	}
	return vg.Length(len(k.rows))*keyLeading + 4
}

// Draw draws the key with its left upper corner in a point.
func (k *Key) Draw(c draw.Canvas, at vg.Point) {
	th := &k.pen.Style.Theme
	half := k.pen.CapHeight(th.Note) / 2
	var labels []Label
	for i, row := range k.rows {
		middle, x := at.Y-keySquare/2-vg.Length(i)*keyLeading, at.X
		for _, e := range row {
			r := vg.Rectangle{Min: vg.Point{X: x, Y: middle - keySquare/2}, Max: vg.Point{X: x + keySquare, Y: middle + keySquare/2}}
			switch e.Mark {
			case KeySquare:
				k.pen.Fill(c, e.Color, r)
			case KeyOutline:
				k.pen.Outline(c, e.Color, r)
			case KeyLine:
				c.StrokeLine2(k.pen.Line(e.Color, 2.5), r.Min.X, middle, r.Max.X, middle)
			case KeyTick:
				k.pen.VRule(c, k.pen.Line(e.Color, 2.25), x+keySquare/2, r.Min.Y-0.5, r.Max.Y+0.5)
			}
			labels = append(labels, Label{Text: e.Text, Type: th.Note, Color: th.Text, At: vg.Point{X: r.Max.X + keyGap, Y: middle - half}})
			x += k.width(e) + keyApart
		}
	}
	k.pen.Draw(c, labels...)
}

// Outline draws the inner edge of a rectangle, on the grid of pixels.
func (p *Pen) Outline(c draw.Canvas, line color.Color, r vg.Rectangle) {
	p.Fill(c, line, r)
	r.Min.X, r.Max.X, r.Min.Y, r.Max.Y = p.Snap(r.Min.X, 0)+0.75, p.Snap(r.Max.X, 0)-0.75, p.Snap(r.Min.Y, 0)+0.75, p.Snap(r.Max.Y, 0)-0.75
	if r.Min.X < r.Max.X && r.Min.Y < r.Max.Y {
		p.Fill(c, p.Style.Theme.Background, r)
	}
}
