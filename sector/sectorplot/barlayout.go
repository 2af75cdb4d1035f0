package sectorplot

import (
	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// name is the name of a bar in the lines it takes.
type name struct {
	lines []string
	whole string // the name, if lines are shortened
	typ   growthplot.Type
}

// display is the name of a bar as it is written.
func display(bar Bar, l locale.Language) string {
	switch {
	case bar.Name != "":
		return bar.Name
	case l == locale.Danish:
		return "Uoplyst"
	}
	return "Not stated"
}

// names breaks and shortens the names. Names that would look alike when
// shortened are shortened in the middle.
func (b *Bars) names(pitch vg.Length) []name {
	width := nameColumn * b.pen.Style.Width
	lines := 1
	if pitch >= twoPitch {
		lines = 2
	}
	names := make([]name, len(b.Bars))
	same := map[string]int{}
	for i, bar := range b.Bars {
		n := name{typ: b.typ(bar, pitch)}
		s := display(bar, b.pen.Style.Lang)
		var whole bool
		n.lines, whole = b.pen.Wrap(n.typ, s, width, lines)
		if !whole {
			n.whole = s
			same[n.last()]++
		}
		names[i] = n
	}
	for i := range names {
		if n := &names[i]; n.whole != "" && same[n.last()] > 1 {
			n.lines = []string{b.pen.ShortenMiddle(n.typ, n.whole, width)}
		}
	}
	return names
}

func (n name) last() string { return n.lines[len(n.lines)-1] }

// place centres the lines of a name on its bar, right-aligned.
func (b *Bars) place(n name, right, middle vg.Length) []growthplot.Label {
	top := middle + vg.Length(len(n.lines)-1)*twoLeading/2 - b.pen.CapHeight(n.typ)/2
	labels := make([]growthplot.Label, len(n.lines))
	for i, line := range n.lines {
		labels[i] = growthplot.Label{
			Text: line, Type: n.typ, Color: b.pen.Style.Theme.Text, Align: growthplot.Right,
			At: vg.Point{X: right, Y: top - vg.Length(i)*twoLeading},
		}
	}
	labels[len(labels)-1].Whole = n.whole
	return labels
}

// room is how far the values of negative bars reach beyond the longest of them,
// if one unit is so long.
func (b *Bars) room(unit vg.Length) vg.Length {
	lowest, _, _, _ := b.DataRange()
	var room vg.Length
	for _, bar := range b.Bars {
		if v := bar.Figure.Float64(); v < 0 {
			room = max(room, b.textWidth(bar)-vg.Length(v-lowest)*unit)
		}
	}
	return room
}

// textWidth is the width of a value with the gap before it.
func (b *Bars) textWidth(bar Bar) vg.Length {
	l := b.value(bar, maxPitch)
	return valueGap + b.pen.Width(l.Type, l.Text)
}

// panel is where the bars go in an area: what the names and values leave.
func (b *Bars) panel(area vg.Rectangle) vg.Rectangle {
	const below, above = 4, 1.4
	r := area
	r.Min.Y += below
	r.Max.Y -= above
	n := vg.Length(len(b.Bars))
	pitch := min((r.Max.Y-r.Min.Y)/n, maxPitch)
	r.Min.Y = r.Max.Y - n*pitch
	var column vg.Length
	for _, name := range b.names(pitch) {
		for _, line := range name.lines {
			column = max(column, b.pen.Width(name.typ, line))
		}
	}
	r.Min.X += column + nameGap

	// The unit is as long as it can be with each pair of values left and right
	// of the axis inside the rectangle.
	width := r.Max.X - r.Min.X
	unit := vg.Length(-1)
	for _, right := range append([]Bar{{}}, b.Bars...) {
		for _, left := range append([]Bar{{}}, b.Bars...) {
			var span float64
			free := width
			if v := left.Figure.Float64(); v < 0 {
				span -= v
				free -= b.textWidth(left)
			}
			if v := right.Figure.Float64(); v > 0 {
				span += v
				free -= b.textWidth(right)
			}
			if span > 0 && (unit < 0 || free/vg.Length(span) < unit) {
				unit = free / vg.Length(span)
			}
		}
	}
	lowest, highest, _, _ := b.DataRange()
	r.Min.X += b.room(unit)
	if unit >= 0 {
		r.Max.X = r.Min.X + vg.Length(highest-lowest)*unit
	}
	return r
}

// fit is how many bars an area has room for.
func fit(area vg.Rectangle) int { return max(2, int((area.Max.Y-area.Min.Y-5.4)/minPitch)) }
