package sectorplot

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// nameApart is the least distance between two names.
const nameApart vg.Length = 2.5

// nameBubbles puts names beside their circles: those of highlighted ones first,
// then of the largest. Each goes where it is in doubt least, of eight places, and
// is moved again as others come; names that touch something everywhere are left
// out.
func (b *bubbles) nameBubbles(lines *growthplot.Obstacles) {
	var order []int
	for _, highlighted := range []bool{true, false} {
		for i := range b.bubbles {
			if b.bubbles[i].highlight == highlighted {
				order = append(order, i)
			}
		}
	}
	places := make([][]bubbleName, len(b.bubbles))
	for _, i := range order {
		places[i] = b.places(i, lines)
	}
	at := make([]int, len(b.bubbles)) // the place taken, or -1
	for i := range at {
		at[i] = -1
	}
	// best is the place of a name that is in doubt least beside the names that
	// have theirs, -1 if there is none.
	best := func(i int) int {
		best, lowest := -1, math.Inf(1)
		for k, p := range places[i] {
			cost := p.cost
			for j := range places {
				if j == i || at[j] < 0 {
					continue
				}
				switch other := places[j][at[j]].box; {
				case nearer(p.box, other, nameApart):
					cost = math.Inf(1)
				case nearer(p.box, other, 6):
					cost += 4
				}
			}
			if cost < lowest {
				best, lowest = k, cost
			}
		}
		return best
	}
	const rounds = 8
	for range rounds {
		moved := false
		for _, i := range order {
			k := best(i)
			moved = moved || k != at[i]
			at[i] = k
		}
		if !moved {
			break
		}
	}
	// A name without a place may get that of others, if these have a second one.
	for _, i := range order {
		for k := 0; k < len(places[i]) && at[i] < 0; k++ {
			before := slices.Clone(at)
			var inTheWay []int
			for j := range places {
				if j != i && at[j] >= 0 && nearer(places[i][k].box, places[j][at[j]].box, nameApart) {
					inTheWay = append(inTheWay, j)
					at[j] = -1
				}
			}
			at[i] = k
			for _, j := range inTheWay {
				if at[j] = best(j); at[j] < 0 {
					copy(at, before)
					break
				}
			}
		}
	}
	for i, k := range at {
		if k >= 0 {
			b.bubbles[i].labels = places[i][k].labels
		}
	}
}

// bubbleName is a place for a name.
type bubbleName struct {
	labels []growthplot.Label
	box    vg.Rectangle
	cost   float64
}

// places are those of a name in which it touches no circle and nothing else that
// is already there.
func (b *bubbles) places(i int, lines *growthplot.Obstacles) (out []bubbleName) {
	x := &b.bubbles[i]
	t := b.pen.Style.Theme.Category
	t.Bold = x.highlight
	widest := max(bubbleColumn*b.pen.Style.Width, 70)
	n := wrapNames(b.pen, []string{b.lang.GroupName(x.name)}, []growthplot.Type{t}, widest, 2)[0]
	shapes := []name{n}
	// A name of one line may fit in two where it does not in one.
	if len(n.lines) == 1 && n.whole == "" {
		if two, whole := b.pen.Wrap(t, n.lines[0], b.pen.Width(t, n.lines[0])*0.75, 2); whole && len(two) == 2 {
			shapes = append(shapes, name{lines: two, typ: t})
		}
	}
	for k, n := range shapes {
		for _, p := range b.around(x, n) {
			p.cost += 2.5 * float64(k)
			if b.allowed(&p, i, lines) {
				out = append(out, p)
			}
		}
	}
	return out
}

// around are the places of a name: beside the circle, above and below, at its
// four corners, and above and below with an end at that of the circle.
func (b *bubbles) around(x *bubble, n name) (out []bubbleName) {
	colour := b.pen.Style.Theme.Text
	if x.highlight {
		colour = b.pen.Style.Theme.Blue
	}
	height := b.pen.CapHeight(n.typ) + vg.Length(len(n.lines)-1)*twoLeading
	off, slant := x.radius+bubbleGap, x.radius*0.72+bubbleGap
	up, down := off+height/2+1.2, -off-height/2-0.5
	for rank, p := range []struct {
		align  growthplot.Align
		dx, dy vg.Length // of the side, or the middle, of the name
	}{
		{growthplot.Left, off, 0}, {growthplot.Centre, 0, up}, {growthplot.Right, -off, 0}, {growthplot.Centre, 0, down},
		{growthplot.Left, slant, slant + height/4}, {growthplot.Left, slant, -slant - height/4}, {growthplot.Right, -slant, slant + height/4}, {growthplot.Right, -slant, -slant - height/4},
		{growthplot.Left, -x.radius, up}, {growthplot.Left, -x.radius, down}, {growthplot.Right, x.radius, up}, {growthplot.Right, x.radius, down},
	} {
		name := bubbleName{labels: n.labels(b.pen, p.align, x.at.X+p.dx, x.at.Y+p.dy), cost: float64(rank)}
		for k := range name.labels {
			l := &name.labels[k]
			l.Color, l.Halo = colour, true
			box := b.pen.Box(*l)
			if k == 0 {
				name.box = box
				continue
			}
			name.box.Min = vg.Point{X: min(name.box.Min.X, box.Min.X), Y: min(name.box.Min.Y, box.Min.Y)}
			name.box.Max = vg.Point{X: max(name.box.Max.X, box.Max.X), Y: max(name.box.Max.Y, box.Max.Y)}
		}
		out = append(out, name)
	}
	return out
}

// allowed reports whether a name can be in its place, and adds what speaks
// against it to its cost.
func (b *bubbles) allowed(name *bubbleName, i int, lines *growthplot.Obstacles) bool {
	box, r := name.box, b.plot
	if box.Min.X < r.Min.X+1 || box.Max.X > r.Max.X || box.Min.Y < r.Min.Y+1.5 || box.Max.Y > r.Max.Y+2 {
		return false
	}
	for _, l := range b.texts {
		if nearer(box, b.pen.Box(l), 3) {
			return false
		}
	}
	if b.key.radius != nil && nearer(box, b.key.box, 2) {
		return false
	}
	for j := range b.bubbles {
		d := nearest(box, &b.bubbles[j])
		switch {
		case d < bubbleClear+0.4:
			return false
		case j != i && d < bubbleNear:
			name.cost += 3 * float64(bubbleNear-d)
		}
	}
	if !lines.Free(box, 1) {
		name.cost += 6
	}
	return true
}

// sizeKey is the key of sizes: nested circles.
type sizeKey struct {
	box    vg.Rectangle
	radius []vg.Length // from the largest; nil if there is no room for the key
	texts  []string
	title  string
}

// placeKey finds a corner of the plot, or a place along its upper and lower
// sides, that no circle, line or text is in.
func (b *bubbles) placeKey(lines *growthplot.Obstacles, largest vg.Length) sizeKey {
	most := b.bubbles[0].size
	first := roundLimit(most)
	if first > most {
		first = growthplot.RoundTicks(0, most, 5).Values[len(growthplot.RoundTicks(0, most, 5).Values)-1]
	}
	k := sizeKey{title: b.sizeName()}
	th := &b.pen.Style.Theme
	var column vg.Length
	for _, part := range []float64{1, 0.4, 0.1} {
		radius := largest * vg.Length(math.Sqrt(first*part/most))
		if n := len(k.radius); radius < 2.5 || n > 0 && 2*(k.radius[n-1]-radius) < 9 {
			continue
		}
		k.radius = append(k.radius, radius)
		k.texts = append(k.texts, growthplot.Figures(b.jobs.Format(first*part)))
		column = max(column, b.pen.Width(th.Source, k.texts[len(k.texts)-1]))
	}
	if k.radius == nil {
		return k
	}
	width := max(column+12+2*k.radius[0], b.pen.Width(th.Source, k.title)) + 8
	height := 2*k.radius[0] + 24
	r := b.plot
	if width > r.Max.X-r.Min.X || height > r.Max.Y-r.Min.Y {
		return sizeKey{}
	}
	right, top := r.Max.X-width, r.Max.Y-height
	var corners []vg.Point
	for _, y := range []vg.Length{r.Min.Y + 3, top} {
		corners = append(corners, vg.Point{X: right, Y: y}, vg.Point{X: r.Min.X + 3, Y: y})
	}
	for x := right - 12; x > r.Min.X+3; x -= 12 {
		corners = append(corners, vg.Point{X: x, Y: r.Min.Y + 3}, vg.Point{X: x, Y: top})
	}
	for _, at := range corners {
		k.box = vg.Rectangle{Min: at, Max: vg.Point{X: at.X + width, Y: at.Y + height}}
		free := b.free(k.box, 3) && lines.Free(k.box, 1)
		for _, l := range b.texts {
			free = free && !nearer(k.box, b.pen.Box(l), 2)
		}
		if free {
			return k
		}
	}
	return sizeKey{}
}

func (k *sizeKey) draw(c draw.Canvas, pen *growthplot.Pen) {
	if k.radius == nil {
		return
	}
	th := &pen.Style.Theme
	pen.Fill(c, th.Background, k.box)
	middle := vg.Point{X: k.box.Max.X - 4 - k.radius[0], Y: k.box.Min.Y + 4}
	end := middle.X - k.radius[0] - 4
	labels := []growthplot.Label{{Text: k.title, Type: th.Source, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: k.box.Max.X - 4, Y: k.box.Max.Y - 9}}}
	line := pen.Line(th.GreyText, 0.75)
	for i, radius := range k.radius {
		at := vg.Point{X: middle.X, Y: middle.Y + radius}
		ring(c, line, at, radius)
		top := at.Y + radius
		pen.HRule(c, line, end, at.X, top)
		labels = append(labels, growthplot.Label{Text: k.texts[i], Type: th.Source, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: end - 4, Y: top - pen.CapHeight(th.Source)/2}})
	}
	pen.Draw(c, labels...)
}
