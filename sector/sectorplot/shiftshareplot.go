package sectorplot

import (
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// DataRange implements plot.DataRanger.
func (d *shiftShare) DataRange() (xmin, xmax, ymin, ymax float64) {
	for _, l := range d.lines {
		if l.status != sector.Known {
			continue
		}
		var up, down float64
		for _, x := range l.parts {
			if x > 0 {
				up += x
			} else if x < 0 {
				down += x
			}
		}
		xmin, xmax = min(xmin, down, l.change), max(xmax, up, l.change)
	}
	if xmin == xmax {
		xmax = 1
	}
	return xmin, xmax, 0, float64(len(d.lines))
}

// typ is the type of names and changes at a pitch.
func (d *shiftShare) typ(pitch vg.Length) growthplot.Type {
	t := d.pen.Style.Theme.Category
	t.Size = max(min(t.Size, (pitch-1)/0.9), growthplot.MinSize)
	return t
}

func (d *shiftShare) names(pitch vg.Length) []name {
	lines := 1
	if pitch >= twoPitch {
		lines = 2
	}
	texts, types := make([]string, len(d.lines)), make([]growthplot.Type, len(d.lines))
	for i, l := range d.lines {
		texts[i], types[i] = d.lang.GroupName(l.name), d.typ(pitch)
	}
	return wrapNames(d.pen, texts, types, nameColumn*d.pen.Style.Width, lines)
}

// changeLabel is the change of a line, at the right.
func (d *shiftShare) changeLabel(l shiftLine, pitch vg.Length) growthplot.Label {
	t := d.typ(pitch)
	t.Bold = true
	text := ""
	if l.status == sector.Known {
		text = growthplot.Figures(d.signed(l.change))
	}
	return growthplot.Label{Text: text, Type: t, Color: d.pen.Style.Theme.Text, Align: growthplot.Right}
}

// signed is a change as it stands in the chart, without the unit that the
// subtitle names.
func (d *shiftShare) signed(x float64) string {
	s := d.numbers.Number(x)
	if x > 0 && !strings.HasPrefix(s, "<") {
		return "+" + s
	}
	return s
}

// panel is the room that names, changes and the key leave of an area.
func (d *shiftShare) panel(area vg.Rectangle) vg.Rectangle {
	r := area
	r.Max.Y -= d.key.Height() + shiftHead
	r.Min.Y += growthplot.YearRow
	n := vg.Length(len(d.lines))
	pitch := min((r.Max.Y-r.Min.Y)/n, shiftMost)
	r.Min.Y = r.Max.Y - n*pitch
	var names vg.Length
	for _, name := range d.names(pitch) {
		names = max(names, name.width(d.pen))
	}
	d.column = d.pen.Width(d.headType(), d.totalWord())
	for _, l := range d.lines {
		label := d.changeLabel(l, pitch)
		d.column = max(d.column, d.pen.Width(label.Type, label.Text))
	}
	r.Min.X += names + 10
	r.Max.X -= d.column + shiftGap
	xmin, xmax, _, _ := d.DataRange()
	for most := 7; most >= 2; most-- {
		d.ticks = growthplot.RoundTicks(xmin, xmax, most)
		if d.ticksFit(r, xmin, xmax) {
			break
		}
	}
	return r
}

// ticksFit reports whether the labels of the ticks are apart.
func (d *shiftShare) ticksFit(r vg.Rectangle, xmin, xmax float64) bool {
	end := vg.Length(math.Inf(-1))
	for i, s := range d.tickTexts() {
		half := d.pen.Width(d.pen.Style.Theme.Tick, s) / 2
		x := r.Min.X + (r.Max.X-r.Min.X)*vg.Length((d.ticks.Values[i]-xmin)/(xmax-xmin))
		if x-half < end {
			return false
		}
		end = x + half + 8
	}
	return true
}

func (d *shiftShare) tickTexts() []string {
	texts := d.ticks.Numbers(d.numbers)
	for i, v := range d.ticks.Values {
		if v > 0 {
			texts[i] = "+" + texts[i]
		}
	}
	return texts
}

func (d *shiftShare) headType() growthplot.Type {
	t := d.pen.Style.Theme.Note
	t.Bold = true
	return t
}

// Plot implements plot.Plotter.
func (d *shiftShare) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &d.pen.Style.Theme
	x, y := plt.Transforms(&c)
	pitch := y(1) - y(0)
	right := c.Max.X + shiftGap + d.column
	labels := []growthplot.Label{{
		Text: d.totalWord(), Type: d.headType(), Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: right, Y: c.Max.Y + 4},
	}}
	end := vg.Length(0) // of the label before
	for i, s := range d.tickTexts() {
		at := x(d.ticks.Values[i])
		d.pen.VRule(c, d.pen.Line(th.Grid, 0.75), at, c.Min.Y, c.Max.Y)
		l := growthplot.Label{Text: s, Type: th.Tick, Color: th.Muted, Align: growthplot.Centre, At: vg.Point{X: at, Y: c.Min.Y - 14}}
		if box := d.pen.Box(l); box.Min.X > end && box.Max.X <= right {
			labels = append(labels, l)
			end = box.Max.X + 4
		}
	}
	names := d.names(pitch)
	for i, l := range d.lines {
		middle := y(float64(len(d.lines)-i) - 0.5)
		labels = append(labels, names[i].labels(d.pen, growthplot.Right, c.Min.X-10, middle)...)
		if l.status != sector.Known {
			text := status(sector.Figure{}, d.lang)
			if l.status == sector.Suppressed {
				text = status(sector.Hidden(), d.lang)
			}
			word := growthplot.Label{Text: text, Type: d.typ(pitch), Color: th.Muted, Halo: true}
			word.At = vg.Point{X: x(0) + 6, Y: middle - d.pen.CapHeight(word.Type)/2}
			if d.pen.Box(word).Max.X > c.Max.X {
				word.At.X, word.Align = x(0)-6, growthplot.Right
			}
			labels = append(labels, word)
			continue
		}
		labels = append(labels, d.bar(c, l, x, middle, pitch)...)
		change := d.changeLabel(l, pitch)
		change.At = vg.Point{X: right, Y: middle - d.pen.CapHeight(change.Type)/2}
		labels = append(labels, change)
	}
	// Halos of words go before the axis.
	d.pen.Draw(c, labels...)
	d.pen.VRule(c, d.pen.Line(th.Text, 0.75), x(0), c.Min.Y, c.Max.Y)
	overhang := min(4, pitch*(1-shiftThick)/2-0.75)
	for i, l := range d.lines {
		if l.status == sector.Known {
			middle := y(float64(len(d.lines)-i) - 0.5)
			half := pitch*shiftThick/2 + overhang
			d.pen.VRule(c, d.pen.Line(th.Ink, 2.25), x(l.change), middle-half, middle+half)
		}
	}
}

// bar draws the parts of a line from zero outwards, and returns the values that
// have room in them.
func (d *shiftShare) bar(c draw.Canvas, l shiftLine, x func(float64) vg.Length, middle, pitch vg.Length) (labels []growthplot.Label) {
	half := pitch * shiftThick / 2
	t := growthplot.Type{Size: 8.5}
	var up, down float64
	for i, part := range l.parts {
		if part == 0 || math.IsNaN(part) {
			continue
		}
		from := &up
		if part < 0 {
			from = &down
		}
		a, b := x(*from), x(*from+part)
		*from += part
		r := vg.Rectangle{Min: vg.Point{X: min(a, b), Y: middle - half}, Max: vg.Point{X: max(a, b), Y: middle + half}}
		r.Max.X = max(r.Max.X, r.Min.X+0.5)
		of := d.parts[i]
		if of.outline {
			d.pen.Outline(c, of.colour, r)
		} else {
			d.pen.Fill(c, of.colour, r)
		}
		// A gap parts it from the next one outwards.
		d.pen.VRule(c, d.pen.Line(d.pen.Style.Theme.Background, 0.75), b, r.Min.Y, r.Max.Y)
		if 2*half < shiftValue {
			continue
		}
		// The mark of the change may cut it: the value goes into the larger piece.
		lo, hi := r.Min.X, r.Max.X
		if at := x(l.change); lo < at+2.5 && at-2.5 < hi {
			if at-2.5-lo > hi-at-2.5 {
				hi = at - 2.5
			} else {
				lo = at + 2.5
			}
		}
		text := growthplot.Figures(d.signed(part))
		if d.pen.Width(t, text)+5 > hi-lo {
			continue
		}
		fill := of.colour
		if of.outline {
			fill = d.pen.Style.Theme.Background
		}
		label := d.pen.Within(r, fill, t, text)
		label.At.X = (lo + hi) / 2
		labels = append(labels, label)
	}
	return labels
}
