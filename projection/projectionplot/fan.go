package projectionplot

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// NewFanPage draws the simulated jobs of a sector, or of the total where sector is
// "", as a finished page: the history as a line, the central intervals of the
// simulated paths as bands, their median, and the target that the simulation holds
// the sector against, with the probability of reaching it. Of several targets it
// takes the first, of the quantiles the median, the outermost pair p and 1−p that is
// no extreme, and the pair nearest to 25 and 75 %. History may be empty.
//
// Where text has no title or subtitle they are computed. The probability is the
// simulation's own, of the target being reached in the target year or before.
// text.Subject is the place or field that a computed subtitle names after the
// measure, such as "Denmark"; a sentence that says what the bands are comes before
// text.Note.
//
// It returns an error if there is no such sector, the quantiles lack the median or a
// pair around it, a figure is infinite, or the history gives another figure for the
// base year than the simulation; and those of [growthplot.NewPage].
func NewFanPage(s *projection.Simulated, sector string, history growth.Series, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	of := s.Total
	if sector != "" {
		var ok bool
		if of, ok = s.Sector(sector); !ok {
			return nil, fmt.Errorf("projectionplot: %q is not simulated", sector)
		}
	}
	var target *projection.TargetOutlook
	if i := slices.IndexFunc(s.Targets, func(t *projection.TargetOutlook) bool { return t.Sector == sector }); i >= 0 {
		target = s.Targets[i]
	}
	f, err := newFan(s, of, target, history, style)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = f.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = f.subtitle(text.Subject)
	}
	text.Note = sentence(f.bands(), text.Note)
	area, err := f.pen.Area(text)
	if err != nil {
		return nil, err
	}
	panel := f.panel(area)
	return growthplot.NewPage(f.pen, text, f.key(), func(c draw.Canvas) { f.pen.Panel(c, panel, f) })
}

// fan is the chart of simulated jobs.
type fan struct {
	*projection.Fan
	to      int
	paths   int
	target  *projection.TargetOutlook // nil if there is none
	history growth.Series
	spread  spread

	pen      *growthplot.Pen
	numbers  growthplot.NumberFormat
	min, max float64
	ticks    growthplot.Ticks
	headroom vg.Length
}

// spread is the quantiles that are drawn, by their places among the probabilities.
type spread struct {
	median       int
	outer, inner [2]int // inner is the same as outer if there is no other pair
}

func newFan(s *projection.Simulated, of *projection.Fan, target *projection.TargetOutlook, history growth.Series, style growthplot.Style) (*fan, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	f := &fan{Fan: of, to: s.To, paths: s.Simulation.Paths, target: target, history: trim(history, s.To), pen: pen}
	if f.spread, err = spreadOf(of.Probabilities); err != nil {
		return nil, fmt.Errorf("projectionplot: simulation of %q: %w", of.Name, err)
	}
	if known := f.history.At(of.BaseYear); math.Abs(known-of.Base) > 1e-9*math.Abs(of.Base) {
		return nil, fmt.Errorf("projectionplot: %q is %v in %d by its history and %v by its simulation", of.Name, known, of.BaseYear, of.Base)
	}
	values := slices.Concat(of.Quantiles[f.spread.outer[0]], of.Quantiles[f.spread.outer[1]], f.history.Values)
	if f.target != nil {
		values = append(values, f.target.Jobs)
	}
	for _, v := range values {
		if math.Abs(v) > 1e300 {
			return nil, fmt.Errorf("projectionplot: %q: a value is too large to draw", of.Name)
		}
		if !math.IsNaN(v) {
			f.min, f.max = min(f.min, v), max(f.max, v)
		}
	}
	f.numbers = growthplot.FormatOf(pen.Style.Lang, "", f.max)
	return f, nil
}

// spreadOf finds the pairs of quantiles among probabilities that rise.
func spreadOf(probabilities []float64) (spread, error) {
	s := spread{median: -1, outer: [2]int{-1, -1}}
	best := math.Inf(1)
	for i, p := range probabilities {
		if p == 0.5 {
			s.median = i
		}
		k := slices.IndexFunc(probabilities, func(q float64) bool { return math.Abs(p+q-1) < 1e-9 })
		if p == 0 || p >= 0.5 || k < 0 {
			continue
		}
		if s.outer[0] < 0 {
			s.outer, s.inner = [2]int{i, k}, [2]int{i, k}
			continue
		}
		if d := math.Abs(p - 0.25); d < best {
			best, s.inner = d, [2]int{i, k}
		}
	}
	if s.median < 0 || s.outer[0] < 0 {
		return s, fmt.Errorf("quantiles at %v are not the median with a pair around it", probabilities)
	}
	return s, nil
}

// at are the quantiles of one place in all years.
func (f *fan) at(place int) []float64 { return f.Quantiles[place] }

// end is a quantile in the last year.
func (f *fan) end(place int) float64 { return f.at(place)[f.to-f.BaseYear] }

// certain reports whether nothing is left to chance.
func (f *fan) certain() bool { return f.end(f.spread.outer[0]) == f.end(f.spread.outer[1]) }

// falls reports whether jobs are likelier to fall than not.
func (f *fan) falls() bool { return f.end(f.spread.median) < f.Base }

func (f *fan) firstYear() int {
	if f.history.Len() > 0 {
		return min(f.history.FirstYear, f.BaseYear)
	}
	return f.BaseYear
}

func (f *fan) danish() bool { return f.pen.Style.Lang == locale.Danish }

// DataRange implements plot.DataRanger.
func (f *fan) DataRange() (xmin, xmax, ymin, ymax float64) {
	first, last := float64(f.firstYear()), float64(f.to)
	return first - min(0.3, 0.05*(last-first)), last,
		min(f.min, slices.Min(f.ticks.Values)), max(f.max, slices.Max(f.ticks.Values))
}

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
		placed, leaders, ok := p.ends(slices.Concat(quantiles, ends))
		if !ok && n > 1 {
			continue
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
