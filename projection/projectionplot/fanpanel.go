package projectionplot

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// onePanel is a sector among others.
type onePanel struct {
	*multiples
	i           int
	left, years bool // it has labels of the axes
}

// DataRange implements plot.DataRanger.
func (p *onePanel) DataRange() (xmin, xmax, ymin, ymax float64) {
	return p.first, float64(p.shown[p.i].to), min(p.low, slices.Min(p.ticks.Values)), max(p.high, slices.Max(p.ticks.Values))
}

// Plot implements plot.Plotter.
func (p *onePanel) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &p.pen.Style.Theme
	f := p.shown[p.i]
	x, y := plt.Transforms(&c)
	path := func(f *fan, place int) (points []vg.Point) {
		for i, v := range f.at(place) {
			points = append(points, vg.Point{X: x(float64(f.BaseYear + i)), Y: y(f.index(v))})
		}
		return points
	}
	line, outer, inner, _ := f.colours()
	past := func(f *fan) [][]vg.Point {
		return runsOf(f.history, func(year int, v float64) vg.Point { return vg.Point{X: x(float64(year)), Y: y(f.index(v))} })
	}
	for i, other := range p.shown {
		if i != p.i {
			c.StrokeLines(p.pen.Line(th.GreyMark, 0.75), append(past(other), path(other, other.spread.median))...)
		}
	}
	for _, b := range []struct {
		pair   [2]int
		colour color.Color
	}{{f.spread.outer, outer}, {f.spread.inner, inner}} {
		if f.certain() || b.colour == outer && b.pair != f.spread.outer {
			continue
		}
		low := path(f, b.pair[0])
		slices.Reverse(low)
		c.FillPolygon(b.colour, append(path(f, b.pair[1]), low...))
	}
	p.pen.Grid(c, p.ticks, y)
	for _, run := range past(f) {
		if len(run) == 1 {
			p.pen.Dot(c, line, run[0], 1.6, 0)
			continue
		}
		c.StrokeLines(p.pen.Line(line, 2.25), run)
	}
	median := path(f, f.spread.median)
	c.StrokeLines(p.pen.Line(line, 1.75), median)
	p.pen.Dot(c, line, median[0], 2.6, 0)

	var labels []growthplot.Label
	wide := c.Max.X - c.Min.X + p.end
	name, head := p.name(f), th.Category
	head.Bold = true
	labels = append(labels,
		shortened(p.pen, growthplot.Label{Text: name, Type: head, Color: th.Ink, At: vg.Point{X: c.Min.X, Y: c.Max.Y + panelHead - p.pen.CapHeight(head)}}, wide),
		p.figures(f, vg.Point{X: c.Min.X, Y: c.Max.Y + panelHead - p.pen.CapHeight(head) - 10.5}, wide))
	ticks := p.pen.Years(c, p.fitting(slices.Compact([]int{int(p.first), f.BaseYear, f.to}), x), x)
	if p.years {
		for i := range ticks {
			ticks[i].Type = p.tick()
		}
		labels = append(labels, ticks...)
	}
	if p.left {
		grid := p.pen.GridLabels(c, p.ticks, p.numbers, y)
		for i := range grid {
			grid[i].Type = p.tick()
		}
		labels = append(labels, grid...)
	}
	labels = append(labels, p.ends(c, f, y, line)...)
	p.pen.Draw(c, labels...)
}

// fitting drops the base year, and then the first, where their labels would touch.
func (p *onePanel) fitting(years []int, x func(float64) vg.Length) []int {
	room := p.pen.Width(p.tick(), "2000") + 4
	for len(years) > 1 {
		tight := false
		for i := range years[1:] {
			tight = tight || x(float64(years[i+1]))-x(float64(years[i])) < room
		}
		if !tight {
			break
		}
		at := 1
		if len(years) == 2 {
			at = 0
		}
		years = slices.Delete(slices.Clone(years), at, at+1)
	}
	return years
}

// ends are the index numbers of the band and of the median at the right.
func (p *onePanel) ends(c draw.Canvas, f *fan, y func(float64) vg.Length, line color.Color) (labels []growthplot.Label) {
	th := &p.pen.Style.Theme
	places := []int{f.spread.outer[1], f.spread.median, f.spread.outer[0]}
	if f.certain() {
		places = places[1:2]
	}
	t := p.value()
	var want, heights []vg.Length
	for _, i := range places {
		want = append(want, y(f.index(f.end(i))))
		heights = append(heights, t.Size+1.5)
	}
	centres, ok := growthplot.SpreadLabels(want, heights, c.Min.Y-3, c.Max.Y+9)
	for k, i := range places {
		if !ok && i != f.spread.median {
			continue
		}
		l := growthplot.Label{Type: t, Color: th.Muted, Text: growthplot.Figures(p.numbers.Format(f.index(f.end(i))))}
		if i == f.spread.median {
			l.Color, l.Type.Bold = line, true
		}
		l.At = vg.Point{X: c.Max.X + valueGap, Y: centres[k] - p.pen.CapHeight(l.Type)/2}
		labels = append(labels, l)
	}
	return labels
}

// figures are the jobs of a sector in the base year and at the end: with the outer
// band if there is room.
func (p *onePanel) figures(f *fan, at vg.Point, wide vg.Length) growthplot.Label {
	th := &p.pen.Style.Theme
	l := growthplot.Label{Type: th.Source, Color: th.Muted, At: at}
	n := p.jobs.Format
	short := fmt.Sprintf("%s → %s", n(f.Base), n(f.end(f.spread.median)))
	l.Text = short
	if !f.certain() {
		l.Text = fmt.Sprintf("%s (%s–%s)", short, n(f.end(f.spread.outer[0])), n(f.end(f.spread.outer[1])))
	}
	if p.pen.Width(l.Type, l.Text) > wide {
		l.Text = short
	}
	return l
}

// shortened fits a label into a width.
func shortened(pen *growthplot.Pen, l growthplot.Label, wide vg.Length) growthplot.Label {
	whole := l.Text
	if l.Text = pen.Shorten(l.Type, whole, wide); l.Text != whole {
		l.Whole = whole
	}
	return l
}
