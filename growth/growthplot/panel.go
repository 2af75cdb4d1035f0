package growthplot

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A RangePlotter is a plotter that knows the range of its axes.
type RangePlotter interface {
	plot.Plotter
	plot.DataRanger
}

// Panel draws a plotter into exactly the rectangle, with axes over exactly its
// data range. The plotter draws axes, ticks and labels itself, the last ones
// outside the rectangle.
func (p *Pen) Panel(c draw.Canvas, r vg.Rectangle, chart RangePlotter) {
	plt := plot.New()
	plt.HideAxes()
	plt.X.Padding, plt.Y.Padding = 0, 0
	plt.BackgroundColor = nil
	plt.Add(chart)
	plt.X.Min, plt.X.Max, plt.Y.Min, plt.Y.Max = chart.DataRange()
	plt.Draw(draw.Canvas{Canvas: c.Canvas, Rectangle: r})
}

// The geometry of axes in points.
const (
	// YearRow is the height of the row of years below a plot.
	YearRow vg.Length = 20
	// TickGap is the distance between the labels of the y axis and the plot.
	TickGap vg.Length = 7

	ruleWidth  vg.Length = 0.75
	tickLength vg.Length = 4
	yearDrop   vg.Length = 14
)

// Grid draws a horizontal rule for each tick, the zero line darker.
func (p *Pen) Grid(c draw.Canvas, ticks Ticks, y func(float64) vg.Length) {
	for _, v := range ticks.Values {
		line := p.Line(p.Style.Theme.Grid, ruleWidth)
		if v == 0 {
			line.Color = p.Style.Theme.Text
		}
		p.HRule(c, line, c.Min.X, c.Max.X, y(v))
	}
}

// GridLabels returns the labels of the ticks, right-aligned at the left of the
// plot.
func (p *Pen) GridLabels(c draw.Canvas, ticks Ticks, f NumberFormat, y func(float64) vg.Length) []Label {
	t := p.Style.Theme.Tick
	var labels []Label
	for i, s := range ticks.Labels(f) {
		at := vg.Point{X: c.Min.X - TickGap, Y: y(ticks.Values[i]) - p.CapHeight(t)/2}
		labels = append(labels, Label{Text: s, Type: t, Color: p.Style.Theme.Muted, At: at, Align: Right})
	}
	return labels
}

// Years draws the ticks of years at the bottom of the plot, where a rule of the
// grid lies, and returns their labels.
func (p *Pen) Years(c draw.Canvas, years []int, x func(float64) vg.Length) []Label {
	th := &p.Style.Theme
	axis := p.Line(th.Text, ruleWidth)
	var labels []Label
	for _, year := range years {
		at := x(float64(year))
		p.VRule(c, axis, at, c.Min.Y-tickLength, c.Min.Y)
		labels = append(labels, Label{
			Text: Figures(strconv.Itoa(year)), Type: th.Tick, Color: th.Muted,
			At: vg.Point{X: at, Y: c.Min.Y - yearDrop}, Align: Centre,
		})
	}
	return labels
}
