package projectionplot

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// NewTornadoPage draws the sensitivity of a target year's jobs as a finished page: a
// bar for each assumption, from the fewest to the most jobs that its values lead to,
// on both sides of the jobs under the assumptions of the scenario, with the value
// that leads to each end. What more bars than fit would show is small: they are left
// out, and a note says how many.
//
// Where text has no title or subtitle they are computed; text.Subject is the place
// or field that a computed subtitle names after the measure. It returns an error if
// there are no bars or a figure is not finite, and those of [growthplot.NewPage].
func NewTornadoPage(t *projection.Tornado, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	d := &tornado{Tornado: t, pen: pen, bars: t.Bars}
	if len(t.Bars) == 0 {
		return nil, errors.New("projectionplot: tornado without bars")
	}
	d.min, d.max = t.Level, t.Level
	base := math.Inf(1)
	for _, b := range t.Bars {
		if len(b.Values) != len(b.Levels) || !slices.Contains(b.Levels, b.Low) || !slices.Contains(b.Levels, b.High) {
			return nil, fmt.Errorf("projectionplot: tornado from %v to %v: %v has no such values", b.Low, b.High, b.Assumption)
		}
		d.min, d.max = min(d.min, b.Low), max(d.max, b.High)
		if b.Assumption == projection.BaseJobs {
			for _, v := range b.Values {
				base = min(base, v.At(t.Year))
			}
		}
	}
	if !(math.Abs(d.min) <= 1e300 && math.Abs(d.max) <= 1e300) {
		return nil, fmt.Errorf("projectionplot: tornado from %v to %v", d.min, d.max)
	}
	d.numbers = readable(growthplot.FormatOf(pen.Style.Lang, "", d.max), min(base, d.min), 0)
	if text.Title == "" {
		text.Title = d.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = d.subtitle(text.Subject)
	}
	own := text.Note
	for {
		text.Note = sentence(d.hidden(), own)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		if n := max(1, int((area.Max.Y-area.Min.Y-tornadoHead-tornadoFoot)/leastPitch)); n < len(d.bars) {
			d.bars = d.bars[:n]
			continue
		}
		panel := d.panel(area)
		return growthplot.NewPage(pen, text, d.key(), func(c draw.Canvas) { pen.Panel(c, panel, d) })
	}
}

// tornado is the chart.
type tornado struct {
	*projection.Tornado
	pen      *growthplot.Pen
	bars     []projection.Bar // shown
	numbers  growthplot.NumberFormat
	min, max float64
}

// Lengths of the chart in points.
const (
	tornadoHead vg.Length = 17 // above the bars, for the jobs of the scenario
	tornadoFoot vg.Length = 3
	leastPitch  vg.Length = 12
	mostPitch   vg.Length = 54
	twoLines    vg.Length = 24 // the least pitch for a value below the jobs, and for names in two lines
	tornadoGap  vg.Length = 6  // from a bar to its labels
	thickness   vg.Length = 0.6
)

// DataRange implements plot.DataRanger.
func (d *tornado) DataRange() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax = d.min, d.max
	if xmin == xmax {
		xmax = xmin + max(1, math.Abs(xmin))
	}
	return xmin, xmax, 0, float64(len(d.bars))
}

// panel is the room that names and values leave of an area.
func (d *tornado) panel(area vg.Rectangle) vg.Rectangle {
	r := area
	r.Max.Y -= tornadoHead
	r.Min.Y += tornadoFoot
	n := vg.Length(len(d.bars))
	pitch := min((r.Max.Y-r.Min.Y)/n, mostPitch)
	r.Min.Y = r.Max.Y - n*pitch
	var names, low, high vg.Length
	for _, b := range d.bars {
		for _, line := range d.names(b, pitch) {
			names = max(names, d.pen.Width(line.Type, line.Text))
		}
		for _, line := range d.values(b, false, pitch) {
			low = max(low, d.pen.Width(line.Type, line.Text))
		}
		for _, line := range d.values(b, true, pitch) {
			high = max(high, d.pen.Width(line.Type, line.Text))
		}
	}
	// The jobs of the scenario are centred above their line.
	half := d.pen.Width(d.pen.Style.Theme.Note, d.scenario())/2 + 1
	r.Min.X += names + 10 + low + tornadoGap
	r.Max.X -= max(high+tornadoGap, 0)
	xmin, xmax, _, _ := d.DataRange()
	at := r.Min.X + (r.Max.X-r.Min.X)*vg.Length((d.Level-xmin)/(xmax-xmin))
	if over := at + half - area.Max.X; over > 0 {
		r.Max.X -= over
	}
	return r
}

// Plot implements plot.Plotter.
func (d *tornado) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &d.pen.Style.Theme
	x, y := plt.Transforms(&c)
	pitch := y(1) - y(0)
	middle := x(d.Level)
	var lowest vg.Length // width of the labels at the left
	for _, b := range d.bars {
		for _, line := range d.values(b, false, pitch) {
			lowest = max(lowest, d.pen.Width(line.Type, line.Text))
		}
	}
	var labels []growthplot.Label
	for i, b := range d.bars {
		centre := y(float64(len(d.bars)-i) - 0.5)
		low, high := d.pen.Snap(centre-pitch*thickness/2, 0), d.pen.Snap(centre+pitch*thickness/2, 0)
		box := func(from, to float64, rising bool) {
			if from == to {
				return
			}
			col := th.Vermilion
			if rising {
				col = th.Blue
			}
			a, b := x(from), x(to)
			c.FillPolygon(col, []vg.Point{{X: a, Y: low}, {X: b, Y: low}, {X: b, Y: high}, {X: a, Y: high}})
		}
		box(min(b.Low, d.Level), min(b.High, d.Level), false)
		box(max(b.Low, d.Level), max(b.High, d.Level), true)
		left, right := min(x(b.Low), middle)-tornadoGap, max(x(b.High), middle)+tornadoGap
		labels = append(labels, place(d.pen, d.values(b, false, pitch), growthplot.Right, vg.Point{X: left, Y: centre})...)
		labels = append(labels, place(d.pen, d.values(b, true, pitch), growthplot.Left, vg.Point{X: right, Y: centre})...)
		labels = append(labels, place(d.pen, d.names(b, pitch), growthplot.Right, vg.Point{X: c.Min.X - tornadoGap - lowest - 10, Y: centre})...)
	}
	d.pen.VRule(c, d.pen.Line(th.Text, 0.75), middle, c.Min.Y, c.Max.Y+2)
	labels = append(labels, growthplot.Label{Text: d.scenario(), Type: th.Note, Color: th.Text, At: vg.Point{X: middle, Y: c.Max.Y + 6}, Align: growthplot.Centre})
	d.pen.Draw(c, labels...)
}

// place centres lines of text on a point.
func place(pen *growthplot.Pen, lines []growthplot.Label, align growthplot.Align, at vg.Point) []growthplot.Label {
	const leading = 10.6
	for i := range lines {
		lines[i].Align = align
		lines[i].At = vg.Point{X: at.X, Y: at.Y + leading*(vg.Length(len(lines)-1)/2-vg.Length(i)) - pen.CapHeight(lines[i].Type)/2}
	}
	return lines
}

// names is what a bar varies, in the lines it takes.
func (d *tornado) names(b projection.Bar, pitch vg.Length) []growthplot.Label {
	th := &d.pen.Style.Theme
	n := 1
	if pitch >= twoLines {
		n = 2
	}
	whole := d.name(b.Variation)
	width := max(0.26*d.pen.Style.Width, min(104, 0.35*d.pen.Style.Width)) // enough for a long word in a small figure
	lines, fits := d.pen.Wrap(th.Category, whole, width, n)
	var labels []growthplot.Label
	for _, line := range lines {
		labels = append(labels, growthplot.Label{Text: line, Type: th.Category, Color: th.Text})
	}
	if !fits {
		labels[len(labels)-1].Whole = whole
	}
	return labels
}

// values are the jobs at an end of a bar and, below, the value that leads there;
// none where the bar does not go to that side.
func (d *tornado) values(b projection.Bar, high bool, pitch vg.Length) []growthplot.Label {
	th := &d.pen.Style.Theme
	level := b.Low
	if high {
		level = b.High
	}
	if high && level <= d.Level || !high && level >= d.Level {
		return nil
	}
	bold := th.Category
	bold.Bold = true
	labels := []growthplot.Label{{Text: growthplot.Figures(d.numbers.Format(level)), Type: bold, Color: th.Text}}
	if value := d.value(b, level); value != "" && pitch >= twoLines {
		labels = append(labels, growthplot.Label{Text: value, Type: th.Source, Color: th.Muted})
	}
	return labels
}
