package sectorplot

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// panel is the room for the bars, and whether there is enough of it.
func (d *jobFlows) panel(area vg.Rectangle, key vg.Length) (vg.Rectangle, bool) {
	th := &d.pen.Style.Theme
	r := area
	r.Max.Y -= key + 3
	r.Min.Y += flowRow
	height := r.Max.Y - r.Min.Y - 2*flowRoom
	if height < flowLeast {
		return r, false
	}
	d.margin = float64(flowRoom/height) * (d.high - d.low)
	d.ticks = growthplot.RoundTicks(d.low, d.high, max(3, min(7, int(height/20))))
	var column vg.Length
	for _, s := range d.ticks.Labels(d.numbers) {
		column = max(column, d.pen.Width(th.Tick, s))
	}
	r.Min.X += column + growthplot.TickGap
	if last := d.slots[len(d.slots)-1]; !math.IsNaN(last.net) {
		r.Max.X -= flowGap + max(d.pen.Width(th.Value, growthplot.Figures(d.numbers.Signed(last.net))), d.pen.Width(th.Name, d.netWord()))
	} else {
		r.Max.X -= 4
	}
	n := vg.Length(len(d.slots))
	if r.Max.X-r.Min.X < 1.5*n {
		return r, false
	}
	r.Max.X = min(r.Max.X, r.Min.X+n*flowMost)
	return r, true
}

// DataRange implements plot.DataRanger: a unit for each pair of years.
func (d *jobFlows) DataRange() (xmin, xmax, ymin, ymax float64) {
	return 0, float64(len(d.slots)), d.low - d.margin, d.high + d.margin
}

// Plot implements plot.Plotter.
func (d *jobFlows) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &d.pen.Style.Theme
	x, y := plt.Transforms(&c)
	pitch := x(1) - x(0)
	d.pen.Grid(c, d.ticks, y)
	half := pitch * flowThick / 2
	for i, s := range d.slots {
		middle := x(float64(i) + 0.5)
		box := func(colour color.Color, from, to float64) {
			if from != to && !math.IsNaN(to) {
				d.pen.Fill(c, colour, vg.Rectangle{
					Min: vg.Point{X: middle - half, Y: min(y(from), y(to))},
					Max: vg.Point{X: max(middle+half, middle-half+0.75), Y: max(y(from), y(to), min(y(from), y(to))+0.5)},
				})
			}
		}
		if !s.empty {
			box(th.MidBlue, 0, s.created)
			box(th.Vermilion, 0, -s.destroyed)
		}
	}
	zero := d.pen.Line(th.Text, 0.75)
	d.pen.HRule(c, zero, c.Min.X, c.Max.X, y(0))

	line := d.net(x, y)
	o := &growthplot.Obstacles{}
	for _, run := range line {
		if len(run) > 1 {
			c.StrokeLines(d.pen.Line(th.Background, 4.5), run)
			c.StrokeLines(d.pen.Line(th.Ink, 2.5), run)
		}
		o.AddLine(4.5, run...)
		for _, p := range run {
			o.AddLine(6.6, p, p)
			if pitch > 14 || len(run) == 1 {
				d.pen.Dot(c, th.Ink, p, 2.6, 1)
			}
		}
	}
	labels := d.pen.GridLabels(c, d.ticks, d.numbers, y)
	labels = append(labels, d.years(c, x, pitch)...)
	labels = append(labels, d.values(o, x, y, pitch)...)
	labels = append(labels, d.netLabel(c, y)...)
	d.pen.Draw(c, labels...)
}

// net are the runs of the line that are known.
func (d *jobFlows) net(x, y func(float64) vg.Length) (runs [][]vg.Point) {
	broken := true
	for i, s := range d.slots {
		if s.empty || math.IsNaN(s.net) {
			broken = true
			continue
		}
		if broken {
			runs = append(runs, nil)
		}
		broken = false
		runs[len(runs)-1] = append(runs[len(runs)-1], vg.Point{X: x(float64(i) + 0.5), Y: y(s.net)})
	}
	return runs
}

// values are those of the bars, above and below them, if all of them are narrower
// than the bars are apart; one that the line crosses is moved farther out, or left
// out.
func (d *jobFlows) values(o *growthplot.Obstacles, x, y func(float64) vg.Length, pitch vg.Length) (labels []growthplot.Label) {
	th := &d.pen.Style.Theme
	capHeight := d.pen.CapHeight(th.Category)
	for i, s := range d.slots {
		if s.empty {
			continue
		}
		at := x(float64(i) + 0.5)
		up := growthplot.Label{Text: growthplot.Figures(d.numbers.Signed(s.created)), Type: th.Category, Color: th.Text, Align: growthplot.Centre, Halo: true}
		down := up
		down.Text, down.Color = growthplot.Figures(d.numbers.Signed(-s.destroyed)), th.Vermilion
		if math.IsNaN(s.created) {
			up.Text, up.Color = d.numbers.Format(s.created), th.Muted
		}
		if math.IsNaN(s.destroyed) {
			down.Text, down.Color = d.numbers.Format(s.destroyed), th.Muted
		}
		if d.pen.Width(up.Type, up.Text) > pitch-4 || d.pen.Width(down.Type, down.Text) > pitch-4 {
			return nil
		}
		top, bottom := y(0), y(0)
		if s.created > 0 {
			top = y(s.created)
		}
		if s.destroyed > 0 {
			bottom = y(-s.destroyed)
		}
		for _, l := range []struct {
			growthplot.Label
			from, step vg.Length
		}{{up, top + 4, 1}, {down, bottom - 4 - capHeight, -1}} {
			for k := range 6 {
				l.At = vg.Point{X: at, Y: l.from + l.step*vg.Length(k)}
				box := d.pen.Box(l.Label)
				if o.Free(box, 1.5) && box.Max.Y < y(d.high)+flowRoom && box.Min.Y > y(d.low)-flowRoom {
					labels = append(labels, l.Label)
					break
				}
			}
		}
	}
	return labels
}

// years are the labels below the bars.
func (d *jobFlows) years(c draw.Canvas, x func(float64) vg.Length, pitch vg.Length) (labels []growthplot.Label) {
	th := &d.pen.Style.Theme
	first, last := d.slots[0].to, d.slots[len(d.slots)-1].to
	var shown []int // slots
	if d.byYear {
		for _, year := range d.pen.YearTicks(first, last, last, pitch) {
			shown = append(shown, year-first)
		}
	} else {
		step := int(math.Ceil(float64((d.pen.Width(th.Tick, d.slotName(d.slots[0])) + 6) / pitch)))
		for i := len(d.slots) - 1; i >= 0; i -= step {
			shown = append(shown, i)
		}
	}
	for _, i := range shown {
		l := growthplot.Label{
			Text: growthplot.Figures(d.slotName(d.slots[i])), Type: th.Tick, Color: th.Muted, Align: growthplot.Centre,
			At: vg.Point{X: x(float64(i) + 0.5), Y: c.Min.Y - flowRow + 3},
		}
		if w := d.pen.Width(l.Type, l.Text) / 2; l.At.X-w < 18 {
			l.At.X = 18 + w // the first of very narrow bars
		}
		labels = append(labels, l)
	}
	slices.Reverse(labels)
	return labels
}

func (d *jobFlows) slotName(s flowSlot) string {
	if d.byYear {
		return strconv.Itoa(s.to)
	}
	return fmt.Sprintf("%d–%d", s.from, s.to)
}

// netLabel is the net change of the last pair, at the right of the line.
func (d *jobFlows) netLabel(c draw.Canvas, y func(float64) vg.Length) []growthplot.Label {
	th := &d.pen.Style.Theme
	last := d.slots[len(d.slots)-1]
	if math.IsNaN(last.net) {
		return nil
	}
	at := vg.Point{X: c.Max.X + flowGap, Y: y(last.net) - d.pen.CapHeight(th.Value)/2}
	return []growthplot.Label{
		{Text: growthplot.Figures(d.numbers.Signed(last.net)), Type: th.Value, Color: th.Ink, At: at},
		{Text: d.netWord(), Type: th.Name, Color: th.Muted, At: vg.Point{X: at.X, Y: at.Y - 10.3}},
	}
}
