package sectorplot

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// A Bar is one bar of [Bars].
type Bar struct {
	Name      string // empty is written "Not stated"
	Figure    sector.Figure
	Rest      bool // it stands for what has no bar of its own, and comes last
	Highlight bool
}

// Bars is a chart of horizontal bars, each with its value, so that it needs no
// axis. The largest is above. Bars of zero start and end at the axis; those of
// negative values lie left of it. A figure that is not known has its status in
// words in place of a bar. Names are written at the left, broken over two lines
// where they must and then shortened.
type Bars struct {
	Bars      []Bar         // in the order drawn, from above
	Reference sector.Figure // a dashed line, such as an average; none if it is not known
	Numbers   growthplot.NumberFormat

	pen *growthplot.Pen
}

// NewBars sorts bars by falling value, equal ones by name: figures that are not
// known come after all others, suppressed before missing, and the rest comes
// last. It returns an error if there are none or if a value is infinite.
func NewBars(bars []Bar, reference sector.Figure, numbers growthplot.NumberFormat, style growthplot.Style) (*Bars, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	if len(bars) == 0 {
		return nil, errors.New("sectorplot: no bars")
	}
	for _, b := range bars {
		if math.Abs(b.Figure.Float64()) > 1e300 {
			return nil, fmt.Errorf("sectorplot: bar %q of %v is too long to draw", b.Name, b.Figure)
		}
	}
	b := &Bars{Bars: slices.Clone(bars), Reference: reference, Numbers: numbers, pen: pen}
	slices.SortStableFunc(b.Bars, compare)
	return b, nil
}

// compare orders bars from above.
func compare(a, b Bar) int {
	if a.Rest != b.Rest {
		if a.Rest {
			return 1
		}
		return -1
	}
	// The statuses are ordered missing, suppressed, known.
	if c := cmp.Compare(b.Figure.Status(), a.Figure.Status()); c != 0 {
		return c
	}
	if a.Figure.Known() {
		if c := cmp.Compare(b.Figure.Float64(), a.Figure.Float64()); c != 0 {
			return c
		}
	}
	return strings.Compare(a.Name, b.Name)
}

// Lengths of the chart in points.
const (
	maxPitch   vg.Length = 48 // from one bar to the next
	minPitch   vg.Length = 8
	twoPitch   vg.Length = 21 // the least for names in two lines
	barPart    vg.Length = 0.68
	nameGap    vg.Length = 8
	valueGap   vg.Length = 6
	nameColumn vg.Length = 0.3 // of the figure, at most
	twoLeading vg.Length = 10.6
)

// DataRange implements plot.DataRanger: x from the lowest value to the highest,
// with zero; y one unit a bar, upwards from the last.
func (b *Bars) DataRange() (xmin, xmax, ymin, ymax float64) {
	for _, bar := range b.Bars {
		if bar.Figure.Known() {
			xmin, xmax = min(xmin, bar.Figure.Float64()), max(xmax, bar.Figure.Float64())
		}
	}
	if xmin == xmax {
		xmax = 1
	}
	return xmin, xmax, 0, float64(len(b.Bars))
}

// Plot implements plot.Plotter.
func (b *Bars) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &b.pen.Style.Theme
	x, y := plt.Transforms(&c)
	pitch := y(1) - y(0)
	zero, half := x(0), pitch*barPart/2
	names := b.names(pitch)
	right := c.Min.X - b.room(x(1)-zero) - nameGap
	reference := x(b.Reference.Float64()) // not drawn where it is not known
	from := c.Max.Y
	var labels []growthplot.Label
	for i, bar := range b.Bars {
		middle := y(float64(len(b.Bars)-i) - 0.5)
		end := zero
		if bar.Figure.Known() {
			end = x(bar.Figure.Float64())
		}
		value := b.value(bar, pitch)
		value.At = vg.Point{X: end + valueGap, Y: middle - b.pen.CapHeight(value.Type)/2}
		if end < zero {
			value.At.X, value.Align = end-valueGap, growthplot.Right
		}
		// The reference line passes behind bars and values, and leaves rows out
		// where it would show as specks between lines of text.
		if box := b.pen.Box(value); min(zero, end, box.Min.X)-3 < reference && reference < max(zero, end, box.Max.X)+3 {
			hidden := half
			if box.Min.X-3 < reference && reference < box.Max.X+3 {
				hidden = max(half, middle-box.Min.Y+1.5)
				if pitch-2*hidden < 4 {
					hidden = max(hidden, pitch/2)
				}
			}
			b.drawReference(c, reference, from, middle+hidden)
			from = middle - hidden
		}
		if end != zero {
			b.bar(c, bar, zero, end, middle, half)
		}
		labels = append(labels, value)
		labels = append(labels, names[i].labels(b.pen, growthplot.Right, right, middle)...)
	}
	b.drawReference(c, reference, from, c.Min.Y)
	b.pen.VRule(c, b.pen.Line(th.Text, 0.75), zero, c.Min.Y, c.Max.Y)
	b.pen.Draw(c, labels...)
}

// drawReference draws a piece of the reference line.
func (b *Bars) drawReference(c draw.Canvas, x, from, to vg.Length) {
	if b.Reference.Known() && from > to {
		b.pen.VRule(c, b.pen.Line(b.pen.Style.Theme.GreyText, 0.75, 3, 2), x, from, to)
	}
}

// bar draws a bar, at least 0.5 pt long.
func (b *Bars) bar(c draw.Canvas, bar Bar, zero, end, middle, half vg.Length) {
	th := &b.pen.Style.Theme
	col := th.GreyMark
	switch {
	case end < zero:
		col = th.Vermilion
		end = min(end, zero-0.5)
	case bar.Highlight:
		col = th.Blue
	}
	if end >= zero {
		end = max(end, zero+0.5)
	}
	low, high := b.pen.Snap(middle-half, 0), b.pen.Snap(middle+half, 0)
	c.FillPolygon(col, []vg.Point{{X: zero, Y: low}, {X: end, Y: low}, {X: end, Y: high}, {X: zero, Y: high}})
}

// typ is the type of names and values at a pitch.
func (b *Bars) typ(bar Bar, pitch vg.Length) growthplot.Type {
	t := b.pen.Style.Theme.Category
	t.Size = max(min(t.Size, (pitch-1)/0.9), growthplot.MinSize)
	t.Bold = bar.Highlight
	return t
}

// value is the label of the value or, where it is not known, of its status.
func (b *Bars) value(bar Bar, pitch vg.Length) growthplot.Label {
	th := &b.pen.Style.Theme
	l := growthplot.Label{Type: b.typ(bar, pitch), Color: th.Text}
	if bar.Figure.Known() {
		l.Text = growthplot.Figures(b.Numbers.Format(bar.Figure.Float64()))
		return l
	}
	l.Text, l.Color, l.Type.Bold = b.status(bar.Figure), th.Muted, false
	return l
}

// status says why a figure is not known.
func (b *Bars) status(f sector.Figure) string { return status(f, b.pen.Style.Lang) }

// number is the value of a bar in running text.
func (b *Bars) number(f sector.Figure) string {
	if !f.Known() {
		return b.status(f)
	}
	return b.Numbers.Format(f.Float64())
}
