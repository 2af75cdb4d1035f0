package sectorplot

import (
	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
)

// names breaks and shortens the names of the bars.
func (b *Bars) names(pitch vg.Length) []name {
	lines := 1
	if pitch >= twoPitch {
		lines = 2
	}
	texts, types := make([]string, len(b.Bars)), make([]growthplot.Type, len(b.Bars))
	for i, bar := range b.Bars {
		texts[i], types[i] = b.pen.Style.Lang.GroupName(bar.Name), b.typ(bar, pitch)
	}
	return wrapNames(b.pen, texts, types, nameColumn*b.pen.Style.Width, lines)
}

// room is how far the values of negative bars reach beyond the longest of them,
// if one unit is so long.
func (b *Bars) room(unit vg.Length) vg.Length { return overhang(b.ends(), unit) }

func (b *Bars) ends() []end {
	ends := make([]end, len(b.Bars))
	for i, bar := range b.Bars {
		l := b.value(bar, maxPitch)
		ends[i].text = valueGap + b.pen.Width(l.Type, l.Text)
		if bar.Figure.Known() {
			ends[i].value = bar.Figure.Float64()
		}
	}
	return ends
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
		column = max(column, name.width(b.pen))
	}
	r.Min.X += column + nameGap

	unit := longestUnit(b.ends(), r.Max.X-r.Min.X)
	lowest, highest, _, _ := b.DataRange()
	r.Min.X += b.room(unit)
	if unit >= 0 {
		r.Max.X = r.Min.X + vg.Length(highest-lowest)*unit
	}
	return r
}

// fit is how many bars an area has room for.
func fit(area vg.Rectangle) int { return max(2, int((area.Max.Y-area.Min.Y-5.4)/minPitch)) }
