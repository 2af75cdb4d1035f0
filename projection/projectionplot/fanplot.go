package projectionplot

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// farLabel is how far the labels of a narrow fan may be from its ends.
const farLabel vg.Length = 16

func (f *fan) colours() (line, outer, inner, target color.Color) {
	th := &f.pen.Style.Theme
	if f.falls() {
		return th.Vermilion, th.NegativeBand, th.NegativeBand, th.Text
	}
	return th.Blue, th.OuterBand, th.InnerBand, th.Vermilion
}

// panel is the room that the labels around the plot leave of an area. It settles
// the ticks and the headroom, which depend on its height.
func (f *fan) panel(area vg.Rectangle) vg.Rectangle {
	const above, apart, beyond, near = 12, 24, 1.02, 0.97
	r := area
	r.Min.Y += growthplot.YearRow
	height := r.Max.Y - r.Min.Y - above - headroom
	f.ticks = growthplot.RoundTicks(f.min*beyond, f.max*beyond, min(max(int(height/apart)+1, 2), 7))
	f.headroom = headroom
	top := max(f.max, slices.Max(f.ticks.Values))
	high := f.at(f.spread.outer[1])
	low := append([]float64{slices.Max(f.ticks.Values)}, high[:(len(high)+2)/3]...)
	if f.target != nil {
		low = append(low, f.target.Jobs)
	}
	for _, v := range append(low, f.history.Values...) {
		if v > near*top {
			f.headroom = crowded
		}
	}
	r.Max.Y -= above + f.headroom
	r.Max.X -= endGap + columnOf(f.pen, append(f.endLabels(5, func(float64) vg.Length { return 0 }), f.targetEnd(0)...)) + 1
	var widest vg.Length
	for _, s := range f.ticks.Labels(f.numbers) {
		widest = max(widest, f.pen.Width(f.pen.Style.Theme.Tick, s))
	}
	r.Min.X += widest + growthplot.TickGap
	return r
}

// Plot implements plot.Plotter.
func (f *fan) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &f.pen.Style.Theme
	x, y := plt.Transforms(&c)
	at := func(year int, value float64) vg.Point { return vg.Point{X: x(float64(year)), Y: y(value)} }
	line, outer, inner, mark := f.colours()
	path := func(place int) (points []vg.Point) {
		for i, v := range f.at(place) {
			points = append(points, at(f.BaseYear+i, v))
		}
		return points
	}
	between := func(pair [2]int) []vg.Point {
		low := path(pair[0])
		slices.Reverse(low)
		return append(path(pair[1]), low...)
	}
	median, area := path(f.spread.median), between(f.spread.outer)
	base := median[0]
	end := median[len(median)-1]
	if !f.certain() {
		c.FillPolygon(outer, area)
		if f.spread.inner != f.spread.outer && inner != outer {
			c.FillPolygon(inner, between(f.spread.inner))
		}
	}
	f.pen.Grid(c, f.ticks, y)
	divided := f.firstYear() < f.BaseYear
	if divided {
		f.pen.VRule(c, f.pen.Line(th.GreyMark, 0.75, 1.5, 2.25), base.X, c.Min.Y, c.Max.Y+f.headroom)
	}
	labels := f.pen.Years(c, f.pen.YearTicks(f.firstYear(), f.BaseYear, f.to, x(1)-x(0)), x)
	labels = append(labels, f.pen.GridLabels(c, f.ticks, f.numbers, y)...)

	p := &placer{f.pen, c, &growthplot.Obstacles{}, rulesOf(c, f.ticks, y)}
	history := runsOf(f.history, at)
	for _, run := range history {
		p.data.AddLine(historyWidth, run...)
	}
	p.data.AddLine(2, median...)
	if !f.certain() {
		p.data.AddArea(area...)
	}
	p.data.AddLine(9.2, base, base)
	p.data.AddLine(9.2, end, end)
	p.data.AddLine(0.75, c.Min, vg.Point{X: c.Max.X, Y: c.Min.Y})
	if divided {
		p.data.AddLine(0.75, vg.Point{X: base.X, Y: c.Min.Y}, vg.Point{X: base.X, Y: c.Max.Y + headroom})
		actual, simulated := f.headings()
		labels = append(labels, p.headings(actual, simulated, base.X, c.Max.Y+f.headroom)...)
	}
	var goal vg.Point
	ends := []endLabel(nil)
	from := base.X
	if f.target != nil {
		goal = at(f.to, f.target.Jobs)
		p.data.AddLine(1, vg.Point{X: base.X, Y: goal.Y}, goal)
	}
	labels = append(labels, p.base(base, f.numbers.Format(f.Base), line)...)
	if f.target != nil {
		texts, start, ok := p.target(f.targetTexts(), mark, base.X, goal)
		labels = append(labels, texts...)
		from = min(from, start)
		if !ok {
			ends = f.targetEnd(goal.Y)
		}
		f.pen.HRule(c, f.pen.Line(mark, 1.25, 1.5, 2.5), from, goal.X, goal.Y)
	}
	for _, run := range history {
		if len(run) == 1 {
			f.pen.Dot(c, line, run[0], 1.75, 0)
			continue
		}
		c.StrokeLines(f.pen.Line(line, historyWidth), run)
	}
	c.StrokeLines(f.pen.Line(line, 2), median)
	f.pen.Dot(c, line, base, 3.2, 1.4)
	f.pen.Dot(c, line, end, 2.6, 0)
	for _, n := range []int{5, 3, 1} {
		quantiles := f.endLabels(n, y)
		placed, leaders, farthest := p.ends(slices.Concat(quantiles, ends))
		if n == 5 && farthest > farLabel || n == 3 && math.IsInf(float64(farthest), 1) {
			continue // those of the inner band can go, then those of the outer
		}
		for _, l := range leaders {
			c.StrokeLines(f.pen.Line(th.GreyMark, 0.75), l)
		}
		if len(leaders) == 0 {
			for _, q := range quantiles {
				if q.at != end.Y {
					f.pen.HRule(c, f.pen.Line(th.Muted, 0.75), c.Max.X, c.Max.X+4.5, q.at)
				}
			}
		}
		labels = append(labels, placed...)
		break
	}
	if f.target != nil {
		f.pen.Diamond(c, mark, goal, 4, 1.4)
	}
	f.pen.Draw(c, labels...)
}

// endLabels are those of five, three or one of the quantiles, from the highest.
func (f *fan) endLabels(n int, y func(float64) vg.Length) (labels []endLabel) {
	line, _, _, _ := f.colours()
	places := []int{f.spread.outer[1], f.spread.inner[1], f.spread.median, f.spread.inner[0], f.spread.outer[0]}
	switch {
	case n == 1 || f.certain():
		places = places[2:3]
	case n == 3 || f.spread.inner == f.spread.outer || f.falls():
		places = []int{places[0], places[2], places[4]}
	}
	for _, i := range places {
		l := endLabel{f.numbers.Format(f.end(i)), f.percentile(f.Probabilities[i]), y(f.end(i)), f.pen.Style.Theme.Text}
		if i == f.spread.median {
			l.colour = line
		}
		labels = append(labels, l)
	}
	return labels
}

// targetEnd is the label of a target that has no place inside the plot.
func (f *fan) targetEnd(at vg.Length) []endLabel {
	if f.target == nil {
		return nil
	}
	_, _, _, mark := f.colours()
	return []endLabel{{f.numbers.Format(f.target.Jobs), f.pen.Style.Lang.Pick("Target", "Mål"), at, mark}}
}
