package sectorplot

import (
	"image/color"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// Lengths of the chart in points, those of bars as parts of the pitch from one pair
// to the next.
const (
	leastPairPitch vg.Length = 23
	mostPairPitch  vg.Length = 56

	wasPart vg.Length = 0.24
	isPart  vg.Length = 0.40
	gapPart vg.Length = 0.05

	clearance vg.Length = 0.8 // between a value and the bar below it
)

// fitPairs is how many pairs an area has room for.
func fitPairs(area vg.Rectangle) int {
	return max(2, int((area.Max.Y-area.Min.Y-5.4)/leastPairPitch))
}

// panel is where the bars go in an area: what the names and values leave.
func (d *twoYears) panel(area vg.Rectangle) vg.Rectangle {
	const below, above = 4, 1.4
	r := area
	r.Min.Y += below
	r.Max.Y -= above
	n := vg.Length(len(d.shown))
	pitch := min((r.Max.Y-r.Min.Y)/n, mostPairPitch)
	r.Min.Y = r.Max.Y - n*pitch
	var column vg.Length
	for _, name := range d.names() {
		column = max(column, name.width(d.pen))
	}
	r.Min.X += column + nameGap
	ends := d.ends()
	unit := longestUnit(ends, r.Max.X-r.Min.X)
	lowest, highest, _, _ := d.DataRange()
	r.Min.X += overhang(ends, unit)
	if unit >= 0 {
		r.Max.X = r.Min.X + vg.Length(highest-lowest)*unit
	}
	return r
}

// ends are those of all bars.
func (d *twoYears) ends() (ends []end) {
	for i, p := range d.shown {
		for year := range d.years {
			l := d.value(i, year)
			e := end{text: valueGap + d.pen.Width(l.Type, l.Text)}
			if f := p.in(year); f.Known() {
				e.value = f.Float64()
			}
			ends = append(ends, e)
		}
	}
	return ends
}

// names are those of the groups, in the lines they take.
func (d *twoYears) names() []name {
	texts, types := make([]string, len(d.shown)), make([]growthplot.Type, len(d.shown))
	for i, p := range d.shown {
		texts[i], types[i] = d.lang.GroupName(p.Name), d.pen.Style.Theme.Category
		types[i].Bold = p.Highlight
	}
	return wrapNames(d.pen, texts, types, nameColumn*d.pen.Style.Width, 2)
}

// value is the label of a figure, or of its status; the first group's with the year.
func (d *twoYears) value(i, year int) growthplot.Label {
	th := &d.pen.Style.Theme
	p := d.shown[i]
	l := growthplot.Label{Text: d.number(p.in(year)), Type: th.Category, Color: th.Text}
	l.Type.Bold = p.Highlight
	if year == 0 {
		l.Type.Size = max(l.Type.Size-1, growthplot.MinSize)
		l.Type.Bold, l.Color = false, th.Muted
	}
	if !p.in(year).Known() {
		l.Color, l.Type.Bold = th.Muted, false
	}
	if i == 0 {
		l.Text = strconv.Itoa(d.years[year]) + ":\u00a0" + l.Text
	}
	l.Text = growthplot.Figures(l.Text)
	return l
}

// number is a figure, or its status in words.
func (d *twoYears) number(f sector.Figure) string {
	if !f.Known() {
		return status(f, d.lang)
	}
	return d.numbers.Format(f.Float64())
}

// DataRange implements plot.DataRanger: x from the lowest value to the highest, with
// zero; y one unit a group, upwards from the last.
func (d *twoYears) DataRange() (xmin, xmax, ymin, ymax float64) {
	for _, p := range d.shown {
		for year := range d.years {
			if f := p.in(year); f.Known() {
				xmin, xmax = min(xmin, f.Float64()), max(xmax, f.Float64())
			}
		}
	}
	if xmin == xmax {
		xmax = 1
	}
	return xmin, xmax, 0, float64(len(d.shown))
}

// Plot implements plot.Plotter.
func (d *twoYears) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &d.pen.Style.Theme
	x, y := plt.Transforms(&c)
	pitch := y(1) - y(0)
	zero := x(0)
	right := c.Min.X - overhang(d.ends(), x(1)-zero) - nameGap
	names := d.names()
	var labels []growthplot.Label
	for i, p := range d.shown {
		middle := y(float64(len(d.shown)-i) - 0.5)
		top := middle + (wasPart+gapPart+isPart)*pitch/2
		below := d.pen.Snap(top-(wasPart+gapPart)*pitch, 0) // the upper edge of the later bar
		for year, part := range []vg.Length{wasPart, isPart} {
			low, high := d.pen.Snap(top-part*pitch, 0), d.pen.Snap(top, 0)
			top -= (part + gapPart) * pitch
			end := zero
			if f := p.in(year); f.Known() {
				end = x(f.Float64())
			}
			value := d.value(i, year)
			value.At = vg.Point{X: end + valueGap, Y: (low+high)/2 - d.pen.CapHeight(value.Type)/2}
			if end < zero {
				value.At.X, value.Align = end-valueGap, growthplot.Right
			}
			if box := d.pen.Box(value); year == 0 && box.Min.Y < below+clearance {
				value.At.Y += below + clearance - box.Min.Y // the later bar may pass under it
			}
			labels = append(labels, value)
			if end == zero {
				continue
			}
			col := color.Color(th.GreyMark)
			if year == 1 {
				switch {
				case end < zero:
					col = th.Vermilion
				case p.Highlight:
					col = th.Blue
				default:
					col = th.MidBlue
				}
			}
			if end < zero {
				end = min(end, zero-0.5)
			} else {
				end = max(end, zero+0.5)
			}
			c.FillPolygon(col, []vg.Point{{X: zero, Y: low}, {X: end, Y: low}, {X: end, Y: high}, {X: zero, Y: high}})
		}
		labels = append(labels, names[i].labels(d.pen, growthplot.Right, right, middle)...)
	}
	d.pen.VRule(c, d.pen.Line(th.Text, 0.75), zero, c.Min.Y, c.Max.Y)
	d.pen.Draw(c, labels...)
}
