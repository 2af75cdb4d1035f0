package projectionplot

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// Lengths of the band chart in points.
const (
	historyWidth  vg.Length = 2.5
	scenarioWidth vg.Length = 1.5

	headroom  vg.Length = 10.3 // of the divider above the plot, for "Actual" and "Projection"
	crowded   vg.Length = 14   // the same above a line or rule
	endGap    vg.Length = 9    // from the plot to the labels at its right
	endHeight vg.Length = 23   // of a label of two lines
	endDrop   vg.Length = 5    // from the point to the middle of its label
	sideGap   vg.Length = 7    // of labels beside the divider
	nameDrop  vg.Length = 10.3 // from the baseline of a value to that of its name
	clear     vg.Length = 2    // between labels and lines

	leaderFrom = 4 // labels moved farther than this get a leader line
)

// layout is where everything goes in one rectangle.
type layout struct {
	view
	years      []int
	base, mark vg.Point // of the base year and the target
	targetFrom vg.Length
	history    [][]vg.Point // runs of known years
	low, high  []vg.Point
	divided    bool // there is history to divide the projection from
	leaders    [][]vg.Point
	labels     []growthplot.Label
}

func (b *Band) layout(c draw.Canvas, v view, x, y func(float64) vg.Length) *layout {
	p := b.Projection
	at := func(year int, value float64) vg.Point { return vg.Point{X: x(float64(year)), Y: y(value)} }
	l := &layout{
		view:    v,
		years:   b.pen.YearTicks(b.firstYear(), p.BaseYear, p.To, x(1)-x(0)),
		base:    at(p.BaseYear, p.Base),
		mark:    at(p.To, b.Target),
		divided: b.firstYear() < p.BaseYear,
	}
	l.targetFrom = l.base.X
	for i := range p.To - p.BaseYear + 1 {
		l.low = append(l.low, at(p.BaseYear+i, b.low.Level[i]))
		l.high = append(l.high, at(p.BaseYear+i, b.high.Level[i]))
	}
	var run []vg.Point
	for i, v := range b.History.Values {
		if !math.IsNaN(v) {
			run = append(run, at(b.History.FirstYear+i, v))
			continue
		}
		if run != nil {
			l.history, run = append(l.history, run), nil
		}
	}
	if run != nil {
		l.history = append(l.history, run)
	}
	l.labels = b.pen.GridLabels(c, l.ticks, b.numbers, y)
	l.place(b, c, y)
	return l
}

// polygon is the band: forth along the high scenario, back along the low one.
func (l *layout) polygon() []vg.Point {
	points := append([]vg.Point(nil), l.high...)
	for i := len(l.low) - 1; i >= 0; i-- {
		points = append(points, l.low[i])
	}
	return points
}

// place puts the labels where they touch nothing: first those that have one
// place only, then the base value, then the target.
func (l *layout) place(b *Band, c draw.Canvas, y func(float64) vg.Length) {
	o := l.obstacles(b, c)
	if l.divided {
		for _, h := range b.headings(l.base.X, c.Max.Y+l.headroom) {
			if box := b.pen.Box(h); inside(box, c) && o.Free(box, 1) {
				o.AddBox(box)
				l.labels = append(l.labels, h)
			}
		}
	}
	rules := &growthplot.Obstacles{}
	for _, v := range l.ticks.Values {
		rules.AddLine(0.75, vg.Point{X: c.Min.X, Y: y(v)}, vg.Point{X: c.Max.X, Y: y(v)})
	}
	if label, ok := b.baseLabel(l.base, c, o, rules); ok {
		box := b.pen.Box(label)
		o.AddLine(box.Max.Y-box.Min.Y, vg.Point{X: box.Min.X, Y: (box.Min.Y + box.Max.Y) / 2}, vg.Point{X: box.Max.X, Y: (box.Min.Y + box.Max.Y) / 2})
		l.labels = append(l.labels, label)
	}
	inColumn := false
	if b.Target != 0 {
		labels, from, ok := b.targetLabels(l.base.X, l.mark, c, o, rules)
		l.targetFrom = min(l.targetFrom, from)
		l.labels = append(l.labels, labels...)
		inColumn = !ok
	}
	labels, leaders := b.ends(c, l.mark.Y, inColumn, y)
	l.labels = append(l.labels, labels...)
	l.leaders = leaders
}

func (l *layout) obstacles(b *Band, c draw.Canvas) *growthplot.Obstacles {
	o := &growthplot.Obstacles{}
	for _, run := range l.history {
		o.AddLine(historyWidth, run...)
	}
	o.AddLine(scenarioWidth, l.high...)
	o.AddLine(scenarioWidth, l.low...)
	if !b.single() {
		o.AddArea(l.polygon()...)
	}
	if l.divided {
		o.AddLine(0.75, vg.Point{X: l.base.X, Y: c.Min.Y}, vg.Point{X: l.base.X, Y: c.Max.Y + headroom})
	}
	if b.Target != 0 {
		o.AddLine(1, vg.Point{X: l.base.X, Y: l.mark.Y}, l.mark)
	}
	for _, dot := range []vg.Point{l.base, l.mark, l.high[len(l.high)-1], l.low[len(l.low)-1]} {
		o.AddLine(9.2, dot, dot)
	}
	o.AddLine(0.75, c.Min, vg.Point{X: c.Max.X, Y: c.Min.Y})
	return o
}

// headings are "Actual" and "Projection" at both sides of the divider.
func (b *Band) headings(x, top vg.Length) []growthplot.Label {
	th := &b.pen.Style.Theme
	w := b.words()
	baseline := top - 8
	const gap = 6
	return []growthplot.Label{
		{Text: w.actual, Type: th.Note, Color: th.Muted, At: vg.Point{X: x - gap, Y: baseline}, Align: growthplot.Right},
		{Text: w.projected, Type: th.Note, Color: th.Muted, At: vg.Point{X: x + gap, Y: baseline}},
	}
}

// baseLabel is the value of the base year, beside its dot and away from grid
// rules if that is possible.
func (b *Band) baseLabel(dot vg.Point, c draw.Canvas, o, rules *growthplot.Obstacles) (growthplot.Label, bool) {
	th := &b.pen.Style.Theme
	line, _, _ := b.colours()
	half := b.pen.CapHeight(th.Value) / 2
	for _, halo := range []bool{false, true} {
		for _, drop := range []vg.Length{10.8, 14, 18, 23, 29, 36} {
			for _, place := range []struct {
				align growthplot.Align
				dx    vg.Length
				dy    vg.Length
			}{
				{growthplot.Left, sideGap, -drop}, {growthplot.Left, sideGap, drop},
				{growthplot.Right, -sideGap, drop}, {growthplot.Right, -sideGap, -drop},
			} {
				l := growthplot.Label{
					Text: growthplot.Figures(b.numbers.Format(b.Projection.Base)), Type: th.Value, Color: line,
					At: vg.Point{X: dot.X + place.dx, Y: dot.Y + place.dy - half}, Align: place.align, Halo: halo,
				}
				box := b.pen.Box(l)
				if inside(box, c) && o.Free(box, clear) && (halo || rules.Free(box, 1)) {
					return l, true
				}
			}
		}
	}
	return growthplot.Label{}, false
}

func inside(box vg.Rectangle, c draw.Canvas) bool {
	return box.Min.X >= c.Min.X && box.Max.X <= c.Max.X && box.Min.Y > c.Min.Y && box.Max.Y <= c.Max.Y+crowded
}

// targetLabels are the headline and the consequence of the target, along its
// line as far left as they touch nothing: right of the base year, else left of
// it, where the line then begins earlier; on both sides of the line, above it or
// below it; with the consequence in one line or two, or without it. ok is false
// if there is no such place.
func (b *Band) targetLabels(base vg.Length, mark vg.Point, c draw.Canvas, o, rules *growthplot.Obstacles) (labels []growthplot.Label, from vg.Length, ok bool) {
	for _, text := range b.targetTexts() {
		for _, side := range []struct{ from, to, line vg.Length }{
			{base + sideGap, c.Max.X, base},
			{c.Min.X + sideGap, base - sideGap, c.Min.X},
		} {
			for _, above := range []int{1, len(text), 0} {
				for x := side.from; x < side.to; x += 4 {
					labels := b.stack(text, above, vg.Point{X: x, Y: mark.Y}, rules)
					free := true
					for _, l := range labels {
						box := b.pen.Box(l)
						free = free && inside(box, c) && box.Max.Y <= c.Max.Y && box.Max.X <= side.to && o.Free(box, clear)
					}
					if free {
						return labels, side.line, true
					}
				}
			}
		}
	}
	return nil, base, false
}

// stack puts lines of text on a rule, so many of them above it.
func (b *Band) stack(text []string, above int, at vg.Point, rules *growthplot.Obstacles) []growthplot.Label {
	th := &b.pen.Style.Theme
	_, _, colour := b.colours()
	const leading = 11.5
	var labels []growthplot.Label
	for i, s := range text {
		l := growthplot.Label{Text: s, Type: th.Note, Color: th.Text, At: at}
		if i == 0 {
			l.Type, l.Color = th.Value, colour
		}
		if i < above {
			l.At.Y += 5.5 + leading*vg.Length(above-1-i)
		} else {
			l.At.Y -= 6 + b.pen.CapHeight(l.Type) + leading*vg.Length(i-above)
		}
		l.Halo = !rules.Free(b.pen.Box(l), 1)
		labels = append(labels, l)
	}
	return labels
}

// endLabel is a label of two lines at the right of the plot.
type endLabel struct {
	value, name string
	at          vg.Length // height of its point
	target      bool
}

func (b *Band) endLabels(y func(float64) vg.Length, target vg.Length, withTarget bool) []endLabel {
	w := b.words()
	label := func(s projection.Scenario, name string) endLabel {
		return endLabel{b.numbers.Format(b.end(s)), name, y(b.end(s)), false}
	}
	ends := []endLabel{label(b.high, w.high), label(b.low, w.low)}
	if b.single() {
		ends = []endLabel{label(b.low, w.only)}
	}
	if withTarget {
		ends = append(ends, endLabel{b.numbers.Format(b.Target), w.target, target, true})
	}
	return ends
}

// column is the width of the labels at the right of the plot.
func (b *Band) column() vg.Length {
	th := &b.pen.Style.Theme
	var widest vg.Length
	for _, e := range b.endLabels(func(float64) vg.Length { return 0 }, 0, b.Target != 0) {
		widest = max(widest, b.pen.Width(th.Value, growthplot.Figures(e.value)), b.pen.Width(th.Name, e.name))
	}
	return widest
}

// ends places the labels at the right, with leader lines where they had to move.
func (b *Band) ends(c draw.Canvas, target vg.Length, withTarget bool, y func(float64) vg.Length) (labels []growthplot.Label, leaders [][]vg.Point) {
	th := &b.pen.Style.Theme
	line, _, colour := b.colours()
	ends := b.endLabels(y, target, withTarget)
	var want, heights []vg.Length
	for _, e := range ends {
		want = append(want, e.at-endDrop)
		heights = append(heights, endHeight)
	}
	centres, _ := growthplot.SpreadLabels(want, heights, c.Min.Y-2, c.Max.Y+crowded)
	half := b.pen.CapHeight(th.Value) / 2
	for i, e := range ends {
		x := c.Max.X + endGap
		if moved := centres[i] - want[i]; math.Abs(float64(moved)) > leaderFrom {
			leaders = append(leaders, []vg.Point{{X: c.Max.X + 4.5, Y: e.at}, {X: x - 1.5, Y: e.at + moved}})
		}
		value := growthplot.Label{
			Text: growthplot.Figures(e.value), Type: th.Value, Color: line,
			At: vg.Point{X: x, Y: centres[i] + endDrop - half},
		}
		if e.target {
			value.Color = colour
		}
		name := growthplot.Label{Text: e.name, Type: th.Name, Color: th.Muted, At: vg.Point{X: x, Y: value.At.Y - nameDrop}}
		labels = append(labels, value, name)
	}
	return labels, leaders
}
