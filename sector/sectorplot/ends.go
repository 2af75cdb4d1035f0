package sectorplot

import "gonum.org/v1/plot/vg"

// end is where a bar ends, and how wide the text beyond it is, with its gap. Where a
// figure is zero or not known the text stands right of the axis.
type end struct {
	value float64 // 0 if it is not known
	text  vg.Length
}

// longestUnit is the length of one unit at which each pair of ends left and right of
// the axis lies inside a width with its text; −1 if no bar has a length.
func longestUnit(ends []end, width vg.Length) vg.Length {
	unit := vg.Length(-1)
	for _, right := range append([]end{{}}, ends...) {
		for _, left := range append([]end{{}}, ends...) {
			var span float64
			free := width
			if left.value < 0 {
				span -= left.value
				free -= left.text
			}
			if right.value >= 0 {
				span += right.value
				free -= right.text
			}
			if span > 0 && (unit < 0 || free/vg.Length(span) < unit) {
				unit = free / vg.Length(span)
			}
		}
	}
	return unit
}

// overhang is how far the texts of negative bars reach beyond the longest of them,
// if one unit is so long.
func overhang(ends []end, unit vg.Length) vg.Length {
	lowest := 0.0
	for _, e := range ends {
		lowest = min(lowest, e.value)
	}
	var room vg.Length
	for _, e := range ends {
		if e.value < 0 {
			room = max(room, e.text-vg.Length(e.value-lowest)*unit)
		}
	}
	return room
}
