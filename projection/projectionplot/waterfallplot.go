package projectionplot

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// Lengths of the chart in points.
const (
	stepPart    vg.Length = 0.72 // of the pitch, a bar's width
	stepGap     vg.Length = 4.5  // from a bar to its value
	stepBetween vg.Length = 4    // between two labels
	stepAbove   vg.Length = 16   // above the plot, for the value of the highest bar
	stepDrop    vg.Length = 5.5  // from the plot to the names
	stepLeading vg.Length = 10.6
)

// name is the type of names, smaller in a narrow figure.
func (w *waterfall) name() growthplot.Type {
	t := w.pen.Style.Theme.Category
	if w.pen.Style.Width < 450 {
		t.Size = max(t.Size-1, growthplot.MinSize)
	}
	return t
}

// value is the type of figures.
func (w *waterfall) value() growthplot.Type {
	t := w.name()
	t.Bold = true
	return t
}

// lines is how many lines a name may take.
func (w *waterfall) lines() int {
	if w.pen.Style.Height < 300 {
		return 2
	}
	return 3
}

// pitch is the least distance from bar to bar with the steps shown.
func (w *waterfall) pitch(area vg.Rectangle) vg.Length {
	var axis vg.Length // of whatever ticks there are in the end
	for most := range 6 {
		axis = max(axis, w.axis(w.round(24*vg.Length(most+1))))
	}
	return (area.Max.X - area.Min.X - axis) / vg.Length(len(w.steps)+2)
}

// axis is the room that labels take at the left.
func (w *waterfall) axis(ticks growthplot.Ticks) (room vg.Length) {
	for _, s := range ticks.Labels(w.numbers) {
		room = max(room, w.pen.Width(w.pen.Style.Theme.Tick, s)+growthplot.TickGap)
	}
	return room
}

// round are the ticks of a plot of a height.
func (w *waterfall) round(height vg.Length) growthplot.Ticks {
	low, high := w.span()
	return growthplot.RoundTicks(low*1.02, high*1.08, min(max(int(height/24)+1, 2), 7))
}

// span is from the lowest level to the highest, with zero.
func (w *waterfall) span() (low, high float64) {
	for _, s := range append(w.steps, step{from: w.from, to: w.to}) {
		low, high = min(low, s.from, s.to), max(high, s.from, s.to)
	}
	return low, high
}

// panel is the room that labels leave of an area.
func (w *waterfall) panel(area vg.Rectangle) vg.Rectangle {
	r := area
	r.Max.Y -= stepAbove
	w.below = w.names(w.pitch(area))
	most := 1
	for _, lines := range w.below {
		most = max(most, len(lines))
	}
	r.Min.Y += stepDrop + w.pen.CapHeight(w.name()) + vg.Length(most-1)*stepLeading + 2
	w.ticks = w.round(r.Max.Y - r.Min.Y)
	r.Min.X += w.axis(w.ticks)
	return r
}

// DataRange implements plot.DataRanger.
func (w *waterfall) DataRange() (xmin, xmax, ymin, ymax float64) {
	low, high := w.span()
	if len(w.ticks.Values) > 0 {
		low, high = min(low, slices.Min(w.ticks.Values)), max(high, slices.Max(w.ticks.Values))
	}
	return 0, float64(len(w.steps) + 2), low, high
}

// Plot implements plot.Plotter.
func (w *waterfall) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &w.pen.Style.Theme
	x, y := plt.Transforms(&c)
	w.pen.Grid(c, w.ticks, y)
	pitch := x(1) - x(0)
	half := pitch * stepPart / 2
	rules := rulesOf(c, w.ticks, y)
	labels := w.pen.GridLabels(c, w.ticks, w.numbers, y)
	bars := slices.Concat([]step{{to: w.from}}, w.steps, []step{{to: w.to}})
	for i, s := range bars {
		total := i == 0 || i == len(bars)-1
		centre := x(float64(i) + 0.5)
		bottom, top := w.pen.Snap(y(min(s.from, s.to)), 0), w.pen.Snap(y(max(s.from, s.to)), 0)
		if top-bottom < 0.5 { // seen though it is next to nothing
			bottom, top = bottom-0.25, top+0.25
		}
		col, ink := color.Color(th.MidBlue), color.Color(th.Text)
		switch {
		case total:
			col, ink = th.Blue, th.Blue
		case s.change < 0:
			col, ink = th.Vermilion, th.Vermilion
		}
		c.FillPolygon(col, []vg.Point{{X: centre - half, Y: bottom}, {X: centre + half, Y: bottom}, {X: centre + half, Y: top}, {X: centre - half, Y: top}})
		if i < len(bars)-1 {
			w.pen.HRule(c, w.pen.Line(th.Text, 0.75), centre+half, centre+pitch-half, y(s.to))
		}
		text := w.numbers.Signed(s.change)
		if total {
			text = w.numbers.Format(s.to)
		}
		value := growthplot.Label{
			Text: growthplot.Figures(text), Type: w.value(), Color: ink,
			At: vg.Point{X: centre, Y: top + stepGap}, Align: growthplot.Centre,
		}
		if below := bottom - stepGap - w.pen.CapHeight(value.Type); s.change < 0 && below > c.Min.Y+4 {
			value.At.Y = below
		}
		value.Halo = !rules.Free(w.pen.Box(value), 1)
		labels = append(labels, value)
		for k, name := range w.below[i] {
			name.At = vg.Point{X: centre, Y: c.Min.Y - stepDrop - w.pen.CapHeight(name.Type) - vg.Length(k)*stepLeading}
			labels = append(labels, name)
		}
	}
	w.pen.HRule(c, w.pen.Line(th.Text, 0.75), c.Min.X, c.Max.X, y(0))
	w.pen.Draw(c, labels...)
}

// names are the names below all bars, in the lines they take. Those that would look
// alike when shortened are shortened in the middle of their last line.
func (w *waterfall) names(pitch vg.Length) [][]growthplot.Label {
	th := &w.pen.Style.Theme
	width := pitch - stepBetween
	year := func(y int) []growthplot.Label {
		return []growthplot.Label{{Text: growthplot.Figures(strconv.Itoa(y)), Type: w.value(), Color: th.Text, Align: growthplot.Centre}}
	}
	broken := make([][]string, len(w.steps))
	whole := make([]string, len(w.steps))
	same := map[string]int{}
	for i, s := range w.steps {
		var fits bool
		if broken[i], fits = w.pen.Wrap(w.name(), w.display(s.name), width, w.lines()); !fits {
			whole[i] = w.display(s.name)
			same[strings.Join(broken[i], "\n")]++
		}
	}
	out := [][]growthplot.Label{year(w.Total.BaseYear)}
	for i, lines := range broken {
		if whole[i] != "" && same[strings.Join(lines, "\n")] > 1 {
			rest := whole[i]
			for _, line := range lines[:len(lines)-1] {
				rest = strings.TrimSpace(strings.TrimPrefix(rest, line))
			}
			lines = append(slices.Clone(lines[:len(lines)-1]), w.pen.ShortenMiddle(w.name(), rest, width))
		}
		var labels []growthplot.Label
		for _, line := range lines {
			labels = append(labels, growthplot.Label{Text: line, Type: w.name(), Color: th.Text, Align: growthplot.Centre})
		}
		labels[len(labels)-1].Whole = whole[i]
		out = append(out, labels)
	}
	return append(out, year(w.Total.To))
}
