package sectorplot

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// place settles where everything goes, and reports whether there is room.
func (d *sizeClasses) place(area vg.Rectangle) bool {
	th := &d.pen.Style.Theme
	r := area
	r.Max.Y -= sizeHead
	r.Min.Y += sizeFoot
	pitch := min((r.Max.Y-r.Min.Y)/vg.Length(len(d.rows)), max(sizeMost, d.pen.Style.Height/8))
	r.Min.Y = r.Max.Y - pitch*vg.Length(len(d.rows))
	d.typ = th.Category
	d.typ.Size = max(min(d.typ.Size, (pitch-1)/0.9), growthplot.MinSize)
	lines := 1
	if pitch >= twoPitch {
		lines = 2
	}
	texts, types := make([]string, len(d.rows)), make([]growthplot.Type, len(d.rows))
	for i, row := range d.rows {
		texts[i], types[i] = d.className(row.SizeClass), d.typ
	}
	d.names = wrapNames(d.pen, texts, types, nameColumn*d.pen.Style.Width, lines)
	if slices.ContainsFunc(d.names, func(n name) bool { return n.whole != "" }) {
		for i, row := range d.rows {
			texts[i] = d.limits(row.SizeClass) // without "Micro" and so on
		}
		d.names = wrapNames(d.pen, texts, types, nameColumn*d.pen.Style.Width, lines)
	}
	var column vg.Length
	for _, n := range d.names {
		column = max(column, n.width(d.pen))
	}
	r.Min.X += column + nameGap
	d.area = r
	d.half = (r.Max.X - r.Min.X - sizeGap) / 2
	for _, short := range []bool{false, true} {
		d.short = short
		d.sides = d.values()
		d.unit = d.length()
		if d.unit*vg.Length(d.longest()) >= sizeBar || d.longest() == 0 && d.unit >= 0 {
			break
		}
	}
	for side, text := range []string{d.pick("Companies", "Virksomheder"), d.jobs()} {
		head := growthplot.Label{Type: growthplot.Type{Size: th.Note.Size, Bold: true}, Color: th.Text, At: vg.Point{X: d.left(side), Y: r.Max.Y + 5}}
		if side == 1 && d.pen.Width(head.Type, text) > d.half {
			text = d.pick("Jobs", "Job")
		}
		head.Text, head.Whole = d.pen.Shorten(head.Type, text, d.half), text
		d.heads[side] = head
	}
	return d.unit > 0
}

// left is where the bars of a side begin.
func (d *sizeClasses) left(side int) vg.Length {
	return d.area.Min.X + vg.Length(side)*(d.half+sizeGap)
}

// values are the bars of both sides.
func (d *sizeClasses) values() (sides [2][]sizeValue) {
	text := func(number string, part float64) string {
		switch {
		case math.IsNaN(part):
			return number
		case d.short:
			return d.percent(part)
		}
		return number + " (" + d.percent(part) + ")"
	}
	for _, r := range d.rows {
		sides[0] = append(sides[0], sizeValue{r.companyPart, text(d.lang.Number(float64(r.companies), 0), r.companyPart), false})
		if r.jobs.Known() {
			sides[1] = append(sides[1], sizeValue{r.jobPart, text(d.numbers.Format(r.jobs.Float64()), r.jobPart), false})
		} else {
			sides[1] = append(sides[1], sizeValue{math.NaN(), status(r.jobs, d.lang), true})
		}
	}
	return sides
}

// percent writes a part of a whole.
func (d *sizeClasses) percent(part float64) string {
	if part > 0 && part < 0.005 {
		return "<" + d.lang.Percent(0.01, 0)
	}
	return d.lang.Percent(part, 0)
}

func (d *sizeClasses) longest() (part float64) {
	for _, side := range d.sides {
		for _, v := range side {
			if v.part > part {
				part = v.part
			}
		}
	}
	return part
}

// length is that of a bar of all: as long as it can be with each value beside its
// bar, and negative if a value has no room even without one.
func (d *sizeClasses) length() vg.Length {
	unit := d.half
	bold := d.typ
	bold.Bold = true
	for _, side := range d.sides {
		for _, v := range side {
			free := d.half - valueGap - d.pen.Width(bold, growthplot.Figures(v.text))
			switch {
			case free < 0:
				return -1
			case v.part > 0:
				unit = min(unit, free/vg.Length(v.part))
			}
		}
	}
	return unit
}

func (d *sizeClasses) draw(c draw.Canvas) {
	th := &d.pen.Style.Theme
	labels := d.heads[:]
	pitch := (d.area.Max.Y - d.area.Min.Y) / vg.Length(len(d.rows))
	for i := range d.rows {
		middle := d.area.Max.Y - pitch*(vg.Length(i)+0.5)
		labels = append(labels, d.names[i].labels(d.pen, growthplot.Right, d.area.Min.X-nameGap, middle)...)
		for side, values := range d.sides {
			v, left := values[i], d.left(side)
			t, fill := d.typ, th.GreyMark
			if d.most[side] == i {
				t.Bold, fill = true, th.Blue
			}
			end := left
			if v.part > 0 {
				end = max(left+d.unit*vg.Length(v.part), left+0.5)
				d.pen.Fill(c, fill, vg.Rectangle{
					Min: vg.Point{X: left, Y: middle - pitch*barPart/2}, Max: vg.Point{X: max(end, left+0.75), Y: middle + pitch*barPart/2},
				})
			}
			l := growthplot.Label{Text: growthplot.Figures(v.text), Type: t, Color: th.Text, At: vg.Point{X: end + valueGap, Y: middle - d.pen.CapHeight(t)/2}}
			if v.grey {
				l.Color = th.Muted
			}
			labels = append(labels, l)
		}
	}
	for side := range d.sides {
		d.pen.VRule(c, d.pen.Line(th.Text, 0.75), d.left(side), d.area.Min.Y, d.area.Max.Y)
	}
	d.pen.Draw(c, labels...)
}
