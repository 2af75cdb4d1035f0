package growthplot

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Lengths of index lines in points.
const (
	indexAbove   vg.Length = 8    // room above the plot
	indexGap     vg.Length = 15   // from the last year to the labels
	indexColumn  vg.Length = 0.3  // of the figure, the widest that labels may be
	indexLeading vg.Length = 10.6 // between two lines of a label
	indexRow     vg.Length = 12   // of a label of one line
	indexFar     vg.Length = 26   // the farthest that a label may be from its point
	indexLeader  vg.Length = 1.2  // labels moved farther get a leader line
)

// indexEnd is the label at the end of a line.
type indexEnd struct {
	line   *indexLine
	lines  []string
	whole  string // if lines are shortened
	typ    Type
	centre vg.Length
}

// arrange settles the ticks, and which lines have their names at their ends: no more
// than most. It returns the plot's rectangle.
func (d *index) arrange(area vg.Rectangle, most int) vg.Rectangle {
	r := area
	r.Min.Y += YearRow
	r.Max.Y -= indexAbove
	d.ticks = d.round(r.Max.Y - r.Min.Y)
	y := func(v float64) vg.Length {
		_, _, low, high := d.DataRange()
		return r.Min.Y + (r.Max.Y-r.Min.Y)*vg.Length((v-low)/(high-low))
	}
	d.ends = d.labels(2)
	if most < len(d.lines) || !d.spread(d.ends, r, y) {
		d.ends = d.labels(1)
		if most < len(d.lines) || !d.spread(d.ends, r, y) {
			d.ends = d.outermost(d.ends, most, func(ends []indexEnd) bool { return d.spread(ends, r, y) })
		}
	}
	var axis, column vg.Length
	for _, s := range d.ticks.Labels(d.numbers) {
		axis = max(axis, d.pen.Width(d.pen.Style.Theme.Tick, s))
	}
	for _, e := range d.ends {
		for _, s := range e.lines {
			column = max(column, d.pen.Width(e.typ, s))
		}
	}
	r.Min.X += axis + TickGap
	r.Max.X -= indexGap + column + 1
	return r
}

// round are ticks of which the first and the last hold all index numbers between
// them.
func (d *index) round(height vg.Length) (t Ticks) {
	low, high := d.low, d.high
	if low == high {
		low, high = 90, 110
	}
	for most := 6; most >= 2; most-- {
		t = RoundTicks(low, high, most)
		n := len(t.Values)
		if n < 2 {
			continue
		}
		step := t.Values[1] - t.Values[0]
		from, to := t.Values[0], t.Values[n-1]
		if low < from-step*1e-9 {
			from -= step
			n++
		}
		if high > to+step*1e-9 {
			to += step
			n++
		}
		t = RoundTicks(from, to, n)
		if vg.Length(len(t.Values)-1)*16 <= height {
			break
		}
	}
	return t
}

// DataRange implements plot.DataRanger.
func (d *index) DataRange() (xmin, xmax, ymin, ymax float64) {
	low, high := d.low, d.high
	if len(d.ticks.Values) > 0 {
		low, high = min(low, slices.Min(d.ticks.Values)), max(high, slices.Max(d.ticks.Values))
	}
	return float64(d.first), float64(d.last), low, high
}

// outermost chooses labels: those of the highlighted lines, and then the others from
// both ends of the order inwards, each that leaves all of them near their lines.
func (d *index) outermost(all []indexEnd, most int, near func([]indexEnd) bool) (chosen []indexEnd) {
	var first, rest []indexEnd
	for _, e := range all {
		if e.line.colour != nil {
			first = append(first, e)
		} else {
			rest = append(rest, e)
		}
	}
	for len(rest) > 1 {
		first = append(first, rest[0], rest[len(rest)-1])
		rest = rest[1 : len(rest)-1]
	}
	for _, e := range append(first, rest...) {
		if with := append(slices.Clone(chosen), e); len(with) <= most && (near(with) || len(with) == 1) {
			chosen = with
		}
	}
	near(chosen) // which places them
	return chosen
}

// labels are those of all lines, each in at most so many lines of text. Names that
// would look alike when shortened are shortened in the middle.
func (d *index) labels(lines int) []indexEnd {
	width := indexColumn * d.pen.Style.Width
	same := map[string]int{}
	ends := make([]indexEnd, len(d.lines))
	for i, l := range d.lines {
		e := indexEnd{line: l, typ: d.pen.Style.Theme.Category}
		e.typ.Bold = l.colour != nil
		value := "\u00a0" + Figures(d.value(l))
		name := d.display(l.Name)
		var whole bool
		if e.lines, whole = d.pen.Wrap(e.typ, name+value, width, lines); !whole {
			e.whole = name
			e.lines, _ = d.pen.Wrap(e.typ, name, width-d.pen.Width(e.typ, value), lines)
			same[e.lines[len(e.lines)-1]]++
			e.lines[len(e.lines)-1] += value
		}
		ends[i] = e
	}
	for i := range ends {
		e := &ends[i]
		value := "\u00a0" + Figures(d.value(e.line))
		if last := e.lines[len(e.lines)-1]; e.whole != "" && same[last[:len(last)-len(value)]] > 1 {
			e.lines = []string{d.pen.ShortenMiddle(e.typ, e.whole, width-d.pen.Width(e.typ, value)) + value}
		}
	}
	return ends
}

// spread places labels, and reports whether all of them come to stand near the ends
// of their lines.
func (d *index) spread(ends []indexEnd, r vg.Rectangle, y func(float64) vg.Length) bool {
	var want, heights []vg.Length
	for _, e := range ends {
		want = append(want, y(e.line.end()))
		heights = append(heights, indexRow+vg.Length(len(e.lines)-1)*indexLeading)
	}
	// From below, where labels that want the same place keep the order of the lines.
	slices.Reverse(want)
	slices.Reverse(heights)
	centres, ok := SpreadLabels(want, heights, r.Min.Y-4, r.Max.Y+indexAbove)
	for i := range ends {
		k := len(ends) - 1 - i
		ends[i].centre = centres[k]
		ok = ok && math.Abs(float64(centres[k]-want[k])) <= float64(indexFar)
	}
	return ok
}

// Plot implements plot.Plotter.
func (d *index) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &d.pen.Style.Theme
	x, y := plt.Transforms(&c)
	for _, v := range d.ticks.Values {
		d.pen.HRule(c, d.pen.Line(th.Grid, ruleWidth), c.Min.X, c.Max.X, y(v))
	}
	d.pen.HRule(c, d.pen.Line(th.Text, ruleWidth), c.Min.X, c.Max.X, y(100))
	labels := d.pen.Years(c, d.pen.YearTicks(d.first, d.base, d.last, x(1)-x(0)), x)
	labels = append(labels, d.pen.GridLabels(c, d.ticks, d.numbers, y)...)
	if !slices.Contains(d.ticks.Values, 100) {
		labels = append(labels, d.hundred(c, labels, y)...)
	}
	// Grey lines first, and the one that ends highest uppermost.
	for _, highlighted := range []bool{false, true} {
		for _, l := range slices.Backward(d.lines) {
			if (l.colour != nil) == highlighted {
				d.line(c, l, x, y)
			}
		}
	}
	for _, e := range d.ends {
		labels = append(labels, d.label(c, e, y(e.line.end()))...)
	}
	d.pen.Draw(c, labels...)
}

// hundred is the label of the base line where it is no round value, if there is
// room for it.
func (d *index) hundred(c draw.Canvas, others []Label, y func(float64) vg.Length) []Label {
	label := d.pen.GridLabels(c, Ticks{Values: []float64{100}}, d.numbers, y)
	for _, l := range others {
		if overlaps(grow(d.pen.Box(label[0]), 2), d.pen.Box(l)) {
			return nil
		}
	}
	return label
}

// line draws a line in pieces of known years, with a dot at its end.
func (d *index) line(c draw.Canvas, l *indexLine, x, y func(float64) vg.Length) {
	th := &d.pen.Style.Theme
	col, width, dot := l.colour, vg.Length(2.75), vg.Length(3.2)
	if col == nil {
		col, width, dot = th.GreyMark, 1.5, 2
	}
	var runs [][]vg.Point
	known := false
	for i, v := range l.Values {
		if !math.IsNaN(v) {
			if !known {
				runs = append(runs, nil)
			}
			runs[len(runs)-1] = append(runs[len(runs)-1], vg.Point{X: x(float64(l.FirstYear + i)), Y: y(v)})
		}
		known = !math.IsNaN(v)
	}
	if l.colour != nil {
		for _, run := range runs {
			c.StrokeLines(d.pen.Line(th.Background, width+1.25), run)
		}
	}
	for _, run := range runs {
		if len(run) == 1 {
			d.pen.Dot(c, col, run[0], max(width*0.75, 1.75), 0)
			continue
		}
		c.StrokeLines(d.pen.Line(col, width), run)
	}
	end := vg.Point{X: x(float64(l.LastYear())), Y: y(l.end())}
	d.pen.Dot(c, col, end, dot, 0)
	if l.LastYear() < d.last && slices.ContainsFunc(d.ends, func(e indexEnd) bool { return e.line == l }) {
		d.pen.HRule(c, d.pen.Line(col, ruleWidth, 1.5, 2.25), end.X+dot+1.5, c.Max.X, end.Y)
	}
}

// label draws the leader line of a label that had to move, and returns its lines.
func (d *index) label(c draw.Canvas, e indexEnd, at vg.Length) (labels []Label) {
	th := &d.pen.Style.Theme
	left := c.Max.X + indexGap
	if math.Abs(float64(e.centre-at)) > float64(indexLeader) {
		c.StrokeLine2(d.pen.Line(th.GreyMark, ruleWidth), c.Max.X+4, at, left-2.5, e.centre)
	}
	col := e.line.colour
	if col == nil {
		col = th.GreyText
	}
	top := e.centre + vg.Length(len(e.lines)-1)*indexLeading/2 - d.pen.CapHeight(e.typ)/2
	for i, s := range e.lines {
		labels = append(labels, Label{Text: s, Type: e.typ, Color: col, At: vg.Point{X: left, Y: top - vg.Length(i)*indexLeading}})
	}
	labels[len(labels)-1].Whole = e.whole
	return labels
}
