package projectionplot

import (
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// Band is a chart of a projection: the history as a line, the space between the
// low and the high scenario as a band, their values at the end, and a target. It
// draws its axes and labels itself, these outside of the plot's rectangle.
//
// A band in which all scenarios fall has the colour of a decline. Where low and
// high are the same there is one line.
type Band struct {
	Projection *projection.Projection
	History    growth.Series // from its first known year; years that are not known are gaps
	Target     float64       // 0 for none

	pen       *growthplot.Pen
	low, high projection.Scenario
	numbers   growthplot.NumberFormat
	min, max  float64 // of what is drawn, in jobs
}

// NewBand returns the chart of a projection. History may be empty, and years of
// it that are not known are NaN; a target of 0 is none. It returns an error if
// the projection has no low or high scenario with a level for each of its years,
// if a level, a value or the target is infinite or the target NaN, or if the
// history gives another figure for the base year than the projection.
func NewBand(p *projection.Projection, history growth.Series, target float64, style growthplot.Style) (*Band, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	b := &Band{Projection: p, History: trim(history, p.To), Target: target, pen: pen}
	for _, s := range []struct {
		name string
		to   *projection.Scenario
	}{{"low", &b.low}, {"high", &b.high}} {
		scenario, ok := p.Scenario(s.name)
		if !ok || len(scenario.Level) != p.To-p.BaseYear+1 || len(scenario.Level) < 2 {
			return nil, fmt.Errorf("projectionplot: %q has no scenario %q with a level for each year from %d to %d", p.Name, s.name, p.BaseYear, p.To)
		}
		*s.to = scenario
	}
	if known := b.History.At(p.BaseYear); math.Abs(known-p.Base) > 1e-9*math.Abs(p.Base) {
		return nil, fmt.Errorf("projectionplot: %q is %v in %d by its history and %v by its projection", p.Name, known, p.BaseYear, p.Base)
	}
	if err := b.span(); err != nil {
		return nil, fmt.Errorf("projectionplot: %q: %w", p.Name, err)
	}
	b.numbers = b.format()
	return b, nil
}

// format is how the numbers of the chart are written: with two digits of the
// base at least, and with so many decimals that a level that misses the target
// is not printed as the target.
func (b *Band) format() growthplot.NumberFormat {
	f := growthplot.FormatOf(b.pen.Style.Lang, "", max(b.max, -b.min))
	base := b.Projection.Base
	f = readable(f, base, b.Target)
	if base /= math.Pow10(3 * int(f.Magnitude)); base > 0 && base < 10 {
		f.Decimals = min(max(f.Decimals, 1-int(math.Floor(math.Log10(base)))), 12)
	}
	for _, s := range []projection.Scenario{b.low, b.high} {
		for range 3 {
			if b.Target == 0 || b.outcome(s).reached || f.Format(b.end(s)) != f.Format(b.Target) {
				break
			}
			f.Decimals++
		}
	}
	return f
}

// trim removes years that are not known from both ends, and those after the
// last year of the projection.
func trim(s growth.Series, last int) growth.Series {
	s.Values = s.Values[:min(len(s.Values), max(0, last-s.FirstYear+1))]
	for len(s.Values) > 0 && math.IsNaN(s.Values[0]) {
		s.Values, s.FirstYear = s.Values[1:], s.FirstYear+1
	}
	for len(s.Values) > 0 && math.IsNaN(s.Values[len(s.Values)-1]) {
		s.Values = s.Values[:len(s.Values)-1]
	}
	return s
}

// span finds the lowest and highest value drawn; zero is always there.
func (b *Band) span() error {
	values := append([]float64{b.Target, b.Projection.Base}, b.low.Level...)
	values = append(values, b.high.Level...)
	if slices.ContainsFunc(values, math.IsNaN) {
		return fmt.Errorf("a level or the target: %w", growth.ErrNotKnown)
	}
	for _, v := range append(values, b.History.Values...) {
		if math.Abs(v) > 1e300 {
			return errors.New("a value is too large to draw")
		}
		if !math.IsNaN(v) {
			b.min, b.max = min(b.min, v), max(b.max, v)
		}
	}
	if b.max-b.min < 1e-250 {
		return errors.New("all values are zero")
	}
	return nil
}

// single reports whether low and high are the same.
func (b *Band) single() bool { return b.low.Rate == b.high.Rate }

// falls reports whether the jobs fall in both scenarios.
func (b *Band) falls() bool {
	return b.end(b.high) < b.Projection.Base && b.end(b.low) < b.Projection.Base
}

// end is the level of a scenario in the target year.
func (b *Band) end(s projection.Scenario) float64 { return s.LevelIn(b.Projection.To) }

// firstYear is the beginning of the axis of years.
func (b *Band) firstYear() int {
	if b.History.Len() > 0 {
		return min(b.History.FirstYear, b.Projection.BaseYear)
	}
	return b.Projection.BaseYear
}

// view is what depends on the height of the plot.
type view struct {
	ticks    growthplot.Ticks
	headroom vg.Length
}

// view takes a round value just beyond the others among the ticks, so that
// nothing hangs above the uppermost rule.
func (b *Band) view(height vg.Length) view {
	const (
		apart  = 24 // points between grid rules, at least
		beyond = 1.02
		near   = 0.97
	)
	v := view{headroom: headroom}
	v.ticks = growthplot.RoundTicks(b.min*beyond, b.max*beyond, min(max(int(height/apart)+1, 2), 7))
	top := max(b.max, slices.Max(v.ticks.Values))
	below := append([]float64{b.Target, slices.Max(v.ticks.Values)}, b.high.Level[:(len(b.high.Level)+2)/3]...)
	for _, value := range append(below, b.History.Values...) {
		if value > near*top {
			v.headroom = crowded
		}
	}
	return v
}

// DataRange implements plot.DataRanger: the years with a little room before the
// first, and all values with zero and with the rules of a standard figure.
func (b *Band) DataRange() (xmin, xmax, ymin, ymax float64) { return b.dataRange(b.view(240)) }

func (b *Band) dataRange(v view) (xmin, xmax, ymin, ymax float64) {
	first, last := float64(b.firstYear()), float64(b.Projection.To)
	return first - min(0.3, 0.05*(last-first)), last,
		min(b.min, slices.Min(v.ticks.Values)), max(b.max, slices.Max(v.ticks.Values))
}

func (b *Band) colours() (line, band, target color.Color) {
	th := &b.pen.Style.Theme
	if b.falls() {
		return th.Vermilion, th.NegativeBand, th.Text
	}
	return th.Blue, th.OuterBand, th.Vermilion
}

// Plot implements plot.Plotter.
func (b *Band) Plot(c draw.Canvas, plt *plot.Plot) { b.plot(c, plt, b.view(c.Max.Y-c.Min.Y)) }

func (b *Band) plot(c draw.Canvas, plt *plot.Plot, v view) {
	th := &b.pen.Style.Theme
	x, y := plt.Transforms(&c)
	l := b.layout(c, v, x, y)
	line, band, target := b.colours()

	if !b.single() {
		c.FillPolygon(band, l.polygon())
	}
	b.pen.Grid(c, l.ticks, y)
	if l.divided {
		rule := b.pen.Line(th.GreyMark, 0.75, 1.5, 2.25)
		b.pen.VRule(c, rule, l.base.X, c.Min.Y, c.Max.Y+l.headroom)
	}
	years := b.pen.Years(c, l.years, x)

	if b.Target != 0 {
		b.pen.HRule(c, b.pen.Line(target, 1, 1.5, 2.5), l.targetFrom, l.mark.X, l.mark.Y)
	}
	for _, run := range l.history {
		if len(run) == 1 {
			b.pen.Dot(c, line, run[0], 1.75, 0)
			continue
		}
		c.StrokeLines(b.pen.Line(line, historyWidth), run)
	}
	dashed := b.pen.Line(line, scenarioWidth, 5, 2.5)
	c.StrokeLines(dashed, l.high)
	if !b.single() {
		c.StrokeLines(dashed, l.low)
		b.pen.Dot(c, line, l.low[len(l.low)-1], 2.6, 0)
	}
	b.pen.Dot(c, line, l.high[len(l.high)-1], 2.6, 0)
	b.pen.Dot(c, line, l.base, 3.2, 1.4)
	if b.Target != 0 {
		b.pen.Diamond(c, target, l.mark, 4, 1.4)
	}
	for _, leader := range l.leaders {
		c.StrokeLines(b.pen.Line(th.GreyMark, 0.75), leader)
	}
	b.pen.Draw(c, years...)
	b.pen.Draw(c, l.labels...)
}
