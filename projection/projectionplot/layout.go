package projectionplot

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// Lengths of the band chart in points.
const (
	historyWidth  vg.Length = 2.5
	scenarioWidth vg.Length = 1.5
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
	l.history = runsOf(b.History, at)
	l.labels = b.pen.GridLabels(c, l.ticks, b.numbers, y)
	l.place(b, c, y)
	return l
}

// runsOf are the runs of known years of a history.
func runsOf(history growth.Series, at func(year int, value float64) vg.Point) (runs [][]vg.Point) {
	var run []vg.Point
	for i, v := range history.Values {
		if !math.IsNaN(v) {
			run = append(run, at(history.FirstYear+i, v))
			continue
		}
		if run != nil {
			runs, run = append(runs, run), nil
		}
	}
	if run != nil {
		runs = append(runs, run)
	}
	return runs
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
	w := b.words()
	line, _, target := b.colours()
	p := &placer{b.pen, c, l.obstacles(b, c), rulesOf(c, l.ticks, y)}
	if l.divided {
		l.labels = append(l.labels, p.headings(w.actual, w.projected, l.base.X, c.Max.Y+l.headroom)...)
	}
	l.labels = append(l.labels, p.base(l.base, b.numbers.Format(b.Projection.Base), line)...)
	inColumn := false
	if b.Target != 0 {
		labels, from, ok := p.target(b.targetTexts(), target, l.base.X, l.mark)
		l.targetFrom = min(l.targetFrom, from)
		l.labels = append(l.labels, labels...)
		inColumn = !ok
	}
	labels, leaders, _ := p.ends(b.endLabels(y, l.mark.Y, inColumn))
	l.labels = append(l.labels, labels...)
	l.leaders = leaders
}

// rulesOf are the rules of a grid.
func rulesOf(c draw.Canvas, ticks growthplot.Ticks, y func(float64) vg.Length) *growthplot.Obstacles {
	rules := &growthplot.Obstacles{}
	for _, v := range ticks.Values {
		rules.AddLine(0.75, vg.Point{X: c.Min.X, Y: y(v)}, vg.Point{X: c.Max.X, Y: y(v)})
	}
	return rules
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

func (b *Band) endLabels(y func(float64) vg.Length, target vg.Length, withTarget bool) []endLabel {
	w := b.words()
	line, _, mark := b.colours()
	label := func(s projection.Scenario, name string) endLabel {
		return endLabel{b.numbers.Format(b.end(s)), name, y(b.end(s)), line}
	}
	ends := []endLabel{label(b.high, w.high), label(b.low, w.low)}
	if b.single() {
		ends = []endLabel{label(b.low, w.only)}
	}
	if withTarget {
		ends = append(ends, endLabel{b.numbers.Format(b.Target), w.target, target, mark})
	}
	return ends
}

// column is the width of the labels at the right of the plot.
func (b *Band) column() vg.Length {
	return columnOf(b.pen, b.endLabels(func(float64) vg.Length { return 0 }, 0, b.Target != 0))
}
