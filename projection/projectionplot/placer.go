package projectionplot

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// Lengths of labels in points.
const (
	headroom  vg.Length = 10.3 // of the divider above the plot, for "Actual" and "Projection"
	crowded   vg.Length = 14   // the same above a line or rule
	endGap    vg.Length = 9    // from the plot to the labels at its right
	endHeight vg.Length = 23   // of a label of two lines
	endDrop   vg.Length = 5    // from the point to the middle of its label
	sideGap   vg.Length = 7    // of labels beside the divider
	nameDrop  vg.Length = 10.3 // from the baseline of a value to that of its name
	clear     vg.Length = 2    // between labels and lines

	leaderFrom = 4 // labels moved farther than this get a leader line
)

// placer puts labels where they touch nothing that is drawn.
type placer struct {
	pen   *growthplot.Pen
	c     draw.Canvas
	data  *growthplot.Obstacles // what no label may touch
	rules *growthplot.Obstacles // of the grid, which a halo hides
}

// headings are "Actual" and "Projection" at both sides of the divider at x, which
// reaches up to top, where there is room for them.
func (p *placer) headings(actual, projected string, x, top vg.Length) (labels []growthplot.Label) {
	th := &p.pen.Style.Theme
	baseline := top - 8
	const gap = 6
	for _, l := range []growthplot.Label{
		{Text: actual, Type: th.Note, Color: th.Muted, At: vg.Point{X: x - gap, Y: baseline}, Align: growthplot.Right},
		{Text: projected, Type: th.Note, Color: th.Muted, At: vg.Point{X: x + gap, Y: baseline}},
	} {
		if box := p.pen.Box(l); p.inside(box) && p.data.Free(box, 1) {
			p.data.AddBox(box)
			labels = append(labels, l)
		}
	}
	return labels
}

// base is the value of the base year, beside its dot and away from grid rules if
// that is possible; nil if there is no place for it.
func (p *placer) base(dot vg.Point, text string, colour color.Color) []growthplot.Label {
	th := &p.pen.Style.Theme
	half := p.pen.CapHeight(th.Value) / 2
	for _, halo := range []bool{false, true} {
		for _, drop := range []vg.Length{10.8, 14, 18, 23, 29, 36} {
			for _, place := range []struct {
				align growthplot.Align
				dx    vg.Length
				dy    vg.Length
			}{
				{growthplot.Left, sideGap, -drop}, {growthplot.Left, sideGap, drop},
				{growthplot.Right, -sideGap, drop}, {growthplot.Right, -sideGap, -drop},
			} {
				l := growthplot.Label{
					Text: growthplot.Figures(text), Type: th.Value, Color: colour,
					At: vg.Point{X: dot.X + place.dx, Y: dot.Y + place.dy - half}, Align: place.align, Halo: halo,
				}
				box := p.pen.Box(l)
				if p.inside(box) && p.data.Free(box, clear) && (halo || p.rules.Free(box, 1)) {
					p.data.AddLine(box.Max.Y-box.Min.Y, vg.Point{X: box.Min.X, Y: (box.Min.Y + box.Max.Y) / 2}, vg.Point{X: box.Max.X, Y: (box.Min.Y + box.Max.Y) / 2})
					return []growthplot.Label{l}
				}
			}
		}
	}
	return nil
}

func (p *placer) inside(box vg.Rectangle) bool {
	return box.Min.X >= p.c.Min.X && box.Max.X <= p.c.Max.X && box.Min.Y > p.c.Min.Y && box.Max.Y <= p.c.Max.Y+crowded
}

// target are the headline and the consequence of a target, along its line as far
// left as they touch nothing: right of the base year, else left of it, where the
// line then begins earlier; on both sides of the line, above it or below it. Texts
// are tried in their order. ok is false if there is no such place.
func (p *placer) target(texts [][]string, colour color.Color, base vg.Length, mark vg.Point) (labels []growthplot.Label, from vg.Length, ok bool) {
	for _, text := range texts {
		for _, side := range []struct{ from, to, line vg.Length }{
			{base + sideGap, p.c.Max.X, base},
			{p.c.Min.X + sideGap, base - sideGap, p.c.Min.X},
		} {
			for _, above := range []int{1, len(text), 0} {
				for x := side.from; x < side.to; x += 4 {
					labels := p.stack(text, colour, above, vg.Point{X: x, Y: mark.Y})
					free := true
					for _, l := range labels {
						box := p.pen.Box(l)
						free = free && p.inside(box) && box.Max.Y <= p.c.Max.Y && box.Max.X <= side.to && p.data.Free(box, clear)
					}
					if free {
						return labels, side.line, true
					}
				}
			}
		}
	}
	return nil, base, false
}

// stack puts lines of text on a rule, so many of them above it.
func (p *placer) stack(text []string, colour color.Color, above int, at vg.Point) []growthplot.Label {
	th := &p.pen.Style.Theme
	const leading = 11.5
	var labels []growthplot.Label
	for i, s := range text {
		l := growthplot.Label{Text: s, Type: th.Note, Color: th.Text, At: at}
		if i == 0 {
			l.Type, l.Color = th.Value, colour
		}
		if i < above {
			l.At.Y += 5.5 + leading*vg.Length(above-1-i)
		} else {
			l.At.Y -= 6 + p.pen.CapHeight(l.Type) + leading*vg.Length(i-above)
		}
		l.Halo = !p.rules.Free(p.pen.Box(l), 1)
		labels = append(labels, l)
	}
	return labels
}

// endLabel is a label of two lines at the right of the plot.
type endLabel struct {
	value, name string
	at          vg.Length // height of its point
	colour      color.Color
}

// columnOf is the width of labels at the right of the plot.
func columnOf(pen *growthplot.Pen, ends []endLabel) vg.Length {
	th := &pen.Style.Theme
	var widest vg.Length
	for _, e := range ends {
		widest = max(widest, pen.Width(th.Value, growthplot.Figures(e.value)), pen.Width(th.Name, e.name))
	}
	return widest
}

// ends places the labels at the right, with leader lines where they had to move,
// and says how far one had to at most: without end if they are too many.
func (p *placer) ends(ends []endLabel) (labels []growthplot.Label, leaders [][]vg.Point, farthest vg.Length) {
	th := &p.pen.Style.Theme
	var want, heights []vg.Length
	for _, e := range ends {
		want = append(want, e.at-endDrop)
		heights = append(heights, endHeight)
	}
	centres, fits := growthplot.SpreadLabels(want, heights, p.c.Min.Y-2, p.c.Max.Y+crowded)
	half := p.pen.CapHeight(th.Value) / 2
	for i, e := range ends {
		x := p.c.Max.X + endGap
		moved := centres[i] - want[i]
		farthest = max(farthest, moved, -moved)
		if math.Abs(float64(moved)) > leaderFrom {
			leaders = append(leaders, []vg.Point{{X: p.c.Max.X + 4.5, Y: e.at}, {X: x - 1.5, Y: e.at + moved}})
		}
		value := growthplot.Label{
			Text: growthplot.Figures(e.value), Type: th.Value, Color: e.colour,
			At: vg.Point{X: x, Y: centres[i] + endDrop - half},
		}
		name := growthplot.Label{Text: e.name, Type: th.Name, Color: th.Muted, At: vg.Point{X: x, Y: value.At.Y - nameDrop}}
		labels = append(labels, value, name)
	}
	if !fits {
		farthest = vg.Length(math.Inf(1))
	}
	return labels, leaders, farthest
}
