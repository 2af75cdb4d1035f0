package sectorplot

import (
	"errors"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// fit settles how many rows and columns there are, and the size of what is
// written in them.
func (h *heatMap) fit(area vg.Rectangle) error {
	for rows, columns := h.most[0], h.most[1]; ; {
		h.heatGrid = h.all.cut(rows, columns, h.additive(), h.other, h.across.other)
		high, wide := h.room(area)
		switch {
		case rows <= high && columns <= wide:
			return nil
		case columns > wide && columns > 2:
			columns = max(wide, 2)
		case rows > high && rows > 2:
			rows = max(high, 2)
		default:
			return errors.New("sectorplot: no room for the cells of the heat map; make the figure larger")
		}
	}
}

// room places the cells, and returns how many rows and columns there is room for.
func (h *heatMap) room(area vg.Rectangle) (rows, columns int) {
	th := &h.pen.Style.Theme
	h.keyHeight = 0
	if len(h.limits) > 0 {
		h.keyHeight = heatKey
	}
	r := area
	r.Max.Y -= h.keyHeight
	for _, size := range []vg.Length{th.Category.Size, growthplot.MinSize} {
		h.value = th.Category
		h.value.Size = size
		cells := r
		pitch := (r.Max.Y - r.Min.Y - 2*heatLeading) / vg.Length(len(h.rows))
		lines := 1
		if pitch >= twoPitch {
			lines = 2
		}
		texts := make([]string, len(h.rows))
		types := make([]growthplot.Type, len(h.rows))
		for i, g := range h.rows {
			texts[i], types[i] = h.lang.GroupName(g.name), h.value
		}
		h.rowNames = wrapNames(h.pen, texts, types, nameColumn*h.pen.Style.Width, lines)
		var column vg.Length
		for _, n := range h.rowNames {
			column = max(column, n.width(h.pen))
		}
		cells.Min.X += column + heatNameGap
		h.cells = growthplot.Cells{Area: cells, Rows: len(h.rows), Columns: len(h.columns)}
		w, _ := h.cells.Size()
		heads, least := 0, heatNarrow
		h.heads = h.headNames(w)
		for _, n := range h.heads {
			heads = max(heads, len(n.lines))
			if n.whole != "" {
				least = heatHead
			}
		}
		cells.Max.Y -= vg.Length(heads)*heatLeading + heatHeadGap - 2
		cells.Min.Y = max(cells.Min.Y+2, cells.Max.Y-vg.Length(len(h.rows))*heatMost)
		h.cells.Area = cells
		least = max(least, h.widest()+2*heatInset) + growthplot.CellGap
		rows, columns = int((cells.Max.Y-cells.Min.Y+growthplot.CellGap)/heatLeast), int((cells.Max.X-cells.Min.X+growthplot.CellGap)/least)
		h.signs = h.widestWord() > w-2*heatInset-2
		if rows >= len(h.rows) && columns >= len(h.columns) && !h.signs {
			break
		}
	}
	return rows, columns
}

// headNames are the names of the columns.
func (h *heatMap) headNames(width vg.Length) []name {
	texts, types := make([]string, len(h.columns)), make([]growthplot.Type, len(h.columns))
	for i, g := range h.columns {
		texts[i] = h.lang.GroupName(g.name)
		types[i] = growthplot.Type{Size: min(h.value.Size, h.pen.Style.Theme.Tick.Size), Bold: true}
	}
	return wrapNames(h.pen, texts, types, width, 3)
}

// widest is the width of the longest number.
func (h *heatMap) widest() (w vg.Length) {
	for _, row := range h.figures {
		for _, c := range row {
			if c.figure.Known() {
				t := h.value
				t.Bold = !c.merged && h.bold(c.figure.Float64())
				w = max(w, h.pen.Width(t, h.number(c.figure.Float64())))
			}
		}
	}
	return w
}

// widestWord is the width of the longest word that stands for a number.
func (h *heatMap) widestWord() (w vg.Length) {
	for _, row := range h.figures {
		for _, c := range row {
			if !c.figure.Known() && !c.none {
				w = max(w, h.pen.Width(h.value, status(c.figure, h.lang)))
			}
		}
	}
	return w
}

func (h *heatMap) draw(c draw.Canvas) {
	th := &h.pen.Style.Theme
	h.drawKey(c)
	var labels []growthplot.Label
	for i, row := range h.figures {
		for k, cell := range row {
			r := h.cells.Cell(i, k)
			if k == 0 {
				labels = append(labels, h.rowNames[i].labels(h.pen, growthplot.Right, r.Min.X-heatNameGap, (r.Min.Y+r.Max.Y)/2)...)
			}
			if i == 0 {
				n := h.heads[k]
				middle := r.Max.Y + heatHeadGap + h.pen.CapHeight(n.typ)/2 + vg.Length(len(n.lines)-1)*twoLeading/2
				labels = append(labels, n.labels(h.pen, growthplot.Centre, (r.Min.X+r.Max.X)/2, middle)...)
			}
			if cell.figure.Known() {
				x := cell.figure.Float64()
				fill, t := th.Background, h.value
				if !cell.merged {
					fill, t.Bold = h.fill(x), h.bold(x)
					h.pen.Fill(c, fill, r)
				}
				labels = append(labels, h.pen.Within(r, fill, t, growthplot.Figures(h.number(x))))
				continue
			}
			l := h.pen.Within(r, th.Background, h.value, h.word(cell))
			l.Color = th.Muted
			if cell.figure.Status() == sector.Suppressed {
				h.pen.Outline(c, th.GreyMark, r)
				l.At.Y += max(0, min(0.9, (14-(r.Max.Y-r.Min.Y))/2)) // descenders clear the outline
			}
			labels = append(labels, l)
		}
	}
	h.pen.Draw(c, labels...)
}

// drawKey draws the classes with their limits above the cells.
func (h *heatMap) drawKey(c draw.Canvas) {
	if h.keyHeight == 0 {
		return
	}
	th := &h.pen.Style.Theme
	n := len(h.limits) + 1
	left, top := h.cells.Area.Min.X, c.Max.Y
	var labels []growthplot.Label
	limits := h.limitTexts()
	step := heatStep
	for _, s := range limits {
		step = max(step, h.pen.Width(th.Source, s)+6)
	}
	if room := (c.Max.X - left) / vg.Length(n); step > room {
		return // figures of such different size have no use for classes
	}
	for i := range n {
		x := left + vg.Length(i)*step
		h.pen.Fill(c, h.colour(i), vg.Rectangle{Min: vg.Point{X: x, Y: top - 8}, Max: vg.Point{X: x + step - growthplot.CellGap, Y: top}})
		if i > 0 {
			labels = append(labels, growthplot.Label{
				Text: growthplot.Figures(limits[i-1]), Type: th.Source, Color: th.Muted, Align: growthplot.Centre,
				At: vg.Point{X: x - growthplot.CellGap/2, Y: top - 18},
			})
		}
	}
	h.pen.Draw(c, labels...)
}
