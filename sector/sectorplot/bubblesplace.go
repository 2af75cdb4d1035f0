package sectorplot

import (
	"errors"
	"math"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// bubblesPlaced is where everything of a chart of bubbles goes.
type bubblesPlaced struct {
	plot           vg.Rectangle
	xmin, xmax     float64 // in per cent
	ymin, ymax     float64
	xTicks, yTicks growthplot.Ticks
	xTexts, yTexts []string
	texts          []growthplot.Label // names of the axes and of the averages
	key            sizeKey
}

// Lengths of the chart in points.
const (
	bubbleHead   vg.Length = 17 // above the plot, for the name of the y axis
	bubbleFoot   vg.Length = 31 // below it, for ticks and the name of the x axis
	bubbleLeast  vg.Length = 8  // radius of the largest
	bubbleMost   vg.Length = 40
	bubbleInset  vg.Length = 3 // from a circle to the sides of the plot
	bubbleRoom   vg.Length = 50
	bubbleGap    vg.Length = 4    // from a circle to its name
	bubbleClear  vg.Length = 2    // from a name to a circle
	bubbleNear   vg.Length = 8    // a name this near to another circle is in doubt
	bubbleColumn vg.Length = 0.28 // width of a name, of the figure
	bubbleLine   vg.Length = 11   // height of one
)

func (b *bubbles) x(percent float64) vg.Length {
	return b.plot.Min.X + (b.plot.Max.X-b.plot.Min.X)*vg.Length((percent-b.xmin)/(b.xmax-b.xmin))
}

func (b *bubbles) y(revenue float64) vg.Length {
	return b.plot.Min.Y + (b.plot.Max.Y-b.plot.Min.Y)*vg.Length((revenue-b.ymin)/(b.ymax-b.ymin))
}

// place lays the chart out in an area.
func (b *bubbles) place(area vg.Rectangle) error {
	th := &b.pen.Style.Theme
	b.bubblesPlaced = bubblesPlaced{}
	r := area
	r.Max.Y -= bubbleHead
	r.Min.Y += bubbleFoot
	height := r.Max.Y - r.Min.Y
	if height < bubbleRoom-10 {
		return errors.New("sectorplot: no room for the circles; make the figure larger")
	}
	largest := min(max(height/10, bubbleLeast), bubbleMost)
	inset := largest + bubbleInset

	xs, ys := []float64{}, []float64{}
	for _, x := range b.bubbles {
		xs, ys = append(xs, 100*x.growth), append(ys, x.revenue)
	}
	if g := 100 * float64(b.growth); !math.IsNaN(g) {
		xs = append(xs, g)
	}
	if !math.IsNaN(b.revenue) {
		ys = append(ys, b.revenue)
	}
	above := inset
	if height > 6*bubbleLine {
		above += bubbleLine // for names below and above
	}
	b.ymin, b.ymax = padded(ys, above, height)
	b.yTicks = within(growthplot.RoundTicks(b.ymin, b.ymax, max(2, min(6, int(height/28)))), ys)
	b.yTexts = b.yTicks.Numbers(b.numbers)
	var column vg.Length
	for _, s := range b.yTexts {
		column = max(column, b.pen.Width(th.Tick, s))
	}
	r.Min.X += column + growthplot.TickGap
	width := r.Max.X - r.Min.X
	if width < bubbleRoom+2*inset {
		return errors.New("sectorplot: no room for the circles; make the figure larger")
	}
	b.xmin, b.xmax = padded(xs, inset, width)
	for most := 8; most >= 2; most-- {
		b.xTicks = growthplot.RoundTicks(b.xmin, b.xmax, most)
		b.xTexts = nil
		var widest vg.Length
		for _, v := range b.xTicks.Values {
			s := growthplot.Figures(b.lang.Percent(locale.Shift(v, -2), b.xTicks.Decimals))
			b.xTexts = append(b.xTexts, s)
			widest = max(widest, b.pen.Width(th.Tick, s))
		}
		if (widest+10)*vg.Length(len(b.xTexts)) <= width {
			break
		}
	}
	b.plot = r
	for i := range b.bubbles {
		x := &b.bubbles[i]
		x.at = vg.Point{X: b.x(100 * x.growth), Y: b.y(x.revenue)}
		x.radius = max(largest*vg.Length(math.Sqrt(x.size/b.bubbles[0].size)), 1.5)
		x.labels = nil
	}
	yName, xName := b.axisNames()
	b.texts = append(b.texts, b.within(growthplot.Label{Text: yName, Type: th.Note, Color: th.Muted, At: vg.Point{X: area.Min.X, Y: r.Max.Y + 9}}, area))
	b.texts = append(b.texts, b.within(growthplot.Label{Text: xName, Type: th.Note, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: area.Max.X, Y: r.Min.Y - 27}}, area))

	o := &growthplot.Obstacles{}
	if x := float64(b.growth); !math.IsNaN(x) {
		o.AddLine(0.75, vg.Point{X: b.x(100 * x), Y: r.Min.Y}, vg.Point{X: b.x(100 * x), Y: r.Max.Y})
	}
	if !math.IsNaN(b.revenue) {
		o.AddLine(0.75, vg.Point{X: r.Min.X, Y: b.y(b.revenue)}, vg.Point{X: r.Max.X, Y: b.y(b.revenue)})
	}
	b.key = b.placeKey(o, largest)
	b.nameBubbles(o)
	b.nameAverages()
	return nil
}

// within shortens a label to the width of an area.
func (b *bubbles) within(l growthplot.Label, area vg.Rectangle) growthplot.Label {
	l.Whole = l.Text
	l.Text = b.pen.Shorten(l.Type, l.Text, area.Max.X-area.Min.X)
	return l
}

// padded is the range of values with so much room at both ends of a length.
func padded(values []float64, room, length vg.Length) (low, high float64) {
	low, high = values[0], values[0]
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	if high-low <= 1e-9*math.Abs(high) {
		half := max(math.Abs(high)/10, 1e-3)
		low, high = low-half, high+half
	}
	pad := (high - low) * float64(room/(length-2*room))
	return low - pad, high + pad
}

// within leaves out ticks below zero if no value is.
func within(t growthplot.Ticks, values []float64) growthplot.Ticks {
	for _, v := range values {
		if v < 0 {
			return t
		}
	}
	for len(t.Values) > 1 && t.Values[0] < 0 {
		t.Values = t.Values[1:]
	}
	return t
}

// nearest is the distance from a rectangle to a circle, negative where they
// overlap.
func nearest(r vg.Rectangle, x *bubble) vg.Length {
	dx := max(r.Min.X-x.at.X, 0, x.at.X-r.Max.X)
	dy := max(r.Min.Y-x.at.Y, 0, x.at.Y-r.Max.Y)
	return vg.Length(math.Hypot(float64(dx), float64(dy))) - x.radius
}

// free reports whether a rectangle keeps its distance from all circles.
func (b *bubbles) free(r vg.Rectangle, distance vg.Length) bool {
	for i := range b.bubbles {
		if nearest(r, &b.bubbles[i]) < distance {
			return false
		}
	}
	return true
}

// nameAverages puts the name of the dashed lines to their ends, where it touches
// no circle.
func (b *bubbles) nameAverages() {
	th := &b.pen.Style.Theme
	capHeight := b.pen.CapHeight(th.Note)
	try := func(labels ...growthplot.Label) {
		for _, l := range labels {
			l.Text, l.Type, l.Color, l.Halo = b.all(), th.Note, th.Muted, true
			box := b.pen.Box(l)
			inside := box.Min.X >= b.plot.Min.X && box.Max.X <= b.plot.Max.X && box.Min.Y > b.plot.Min.Y+1 && box.Max.Y <= b.plot.Max.Y
			taken := b.texts
			for _, x := range b.bubbles {
				taken = append(taken[:len(taken):len(taken)], x.labels...)
			}
			for _, other := range taken {
				inside = inside && !nearer(box, b.pen.Box(other), 3)
			}
			if b.key.radius != nil {
				inside = inside && !nearer(box, b.key.box, 2)
			}
			if inside && b.free(box, 3.5) {
				b.texts = append(b.texts, l)
				return
			}
		}
	}
	if x := float64(b.growth); !math.IsNaN(x) {
		at := b.x(100 * x)
		var labels []growthplot.Label
		for _, y := range []vg.Length{b.plot.Max.Y - capHeight - 3, b.plot.Min.Y + 5} {
			labels = append(labels, growthplot.Label{At: vg.Point{X: at + 4, Y: y}}, growthplot.Label{At: vg.Point{X: at - 4, Y: y}, Align: growthplot.Right})
		}
		try(labels...)
	}
	if !math.IsNaN(b.revenue) {
		at := b.y(b.revenue)
		var labels []growthplot.Label
		for _, y := range []vg.Length{at + 4, at - 4 - capHeight} {
			labels = append(labels, growthplot.Label{At: vg.Point{X: b.plot.Min.X + 3, Y: y}}, growthplot.Label{At: vg.Point{X: b.plot.Max.X - 3, Y: y}, Align: growthplot.Right})
		}
		try(labels...)
	}
}

// nearer reports whether two rectangles are nearer than a distance.
func nearer(a, b vg.Rectangle, distance vg.Length) bool {
	return a.Min.X-distance < b.Max.X && b.Min.X-distance < a.Max.X && a.Min.Y-distance < b.Max.Y && b.Min.Y-distance < a.Max.Y
}
