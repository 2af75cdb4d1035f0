package sectorplot

import (
	"math"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// name is the name of a group in the lines it takes.
type name struct {
	lines []string
	whole string // the name, if lines are shortened
	typ   growthplot.Type
}

// status says why a figure is not known.
func status(f sector.Figure, l locale.Language) string {
	if f.Status() == sector.Suppressed {
		return l.Pick("suppressed", "diskretioneret")
	}
	return l.Number(math.NaN(), 0)
}

// wrapNames breaks names over at most so many lines, each in its type, and
// shortens those that do not fit. Names that would look alike when shortened are
// shortened in the middle.
func wrapNames(pen *growthplot.Pen, texts []string, types []growthplot.Type, width vg.Length, lines int) []name {
	names := make([]name, len(texts))
	same := map[string]int{}
	for i, s := range texts {
		n := name{typ: types[i]}
		var whole bool
		n.lines, whole = pen.Wrap(n.typ, s, width, lines)
		if !whole {
			n.whole = s
			same[n.last()]++
		}
		names[i] = n
	}
	for i := range names {
		if n := &names[i]; n.whole != "" && same[n.last()] > 1 {
			n.lines = []string{pen.ShortenMiddle(n.typ, n.whole, width)}
		}
	}
	return names
}

func (n name) last() string { return n.lines[len(n.lines)-1] }

// width is that of the widest line.
func (n name) width(pen *growthplot.Pen) (w vg.Length) {
	for _, line := range n.lines {
		w = max(w, pen.Width(n.typ, line))
	}
	return w
}

// labels centres the lines of a name on a height.
func (n name) labels(pen *growthplot.Pen, align growthplot.Align, x, middle vg.Length) []growthplot.Label {
	top := middle + vg.Length(len(n.lines)-1)*twoLeading/2 - pen.CapHeight(n.typ)/2
	labels := make([]growthplot.Label, len(n.lines))
	for i, line := range n.lines {
		labels[i] = growthplot.Label{
			Text: line, Type: n.typ, Color: pen.Style.Theme.Text, Align: align,
			At: vg.Point{X: x, Y: top - vg.Length(i)*twoLeading},
		}
	}
	labels[len(labels)-1].Whole = n.whole
	return labels
}
