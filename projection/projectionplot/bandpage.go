package projectionplot

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// NewBandPage draws a projection with its history and a target as a finished
// page. History may be empty; a target of 0 is none.
//
// Where text has no title or subtitle they are computed. The title says by which
// year the target is reached: in the first year whose figure is at least the
// target, at the lower rate, only at the higher, or at neither by the last year.
// text.Subject is the place or field that a computed subtitle names after the
// measure, such as "Denmark". Errors are those of [NewBand] and
// [growthplot.NewPage].
func NewBandPage(p *projection.Projection, history growth.Series, target float64, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	b, err := NewBand(p, history, target, style)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = b.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = b.subtitle(text.Subject)
	}
	area, err := b.pen.Area(text)
	if err != nil {
		return nil, err
	}
	panel, chart := b.panel(area)
	return growthplot.NewPage(b.pen, text, b.key(), func(c draw.Canvas) { b.pen.Panel(c, panel, chart) })
}

// panel is the room that the labels around the plot leave of an area, and the
// chart as it is seen there.
func (b *Band) panel(area vg.Rectangle) (vg.Rectangle, seen) {
	const above = 12 // from the area to the top of the divider
	r := area
	r.Min.Y += growthplot.YearRow
	v := b.view(r.Max.Y - r.Min.Y - above - headroom)
	r.Max.Y -= above + v.headroom
	r.Max.X -= endGap + b.column() + 1
	var widest vg.Length
	for _, s := range v.ticks.Labels(b.numbers) {
		widest = max(widest, b.pen.Width(b.pen.Style.Theme.Tick, s))
	}
	r.Min.X += widest + growthplot.TickGap
	return r, seen{b, v}
}

// seen is the band in a view.
type seen struct {
	*Band
	view view
}

// DataRange implements plot.DataRanger.
func (s seen) DataRange() (xmin, xmax, ymin, ymax float64) { return s.dataRange(s.view) }

// Plot implements plot.Plotter.
func (s seen) Plot(c draw.Canvas, plt *plot.Plot) { s.plot(c, plt, s.view) }
