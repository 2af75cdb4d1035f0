package sectorplot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// NewBubblesPage draws the groups of a table as circles on a finished page: to the
// right by the growth of their jobs a year between two years, upwards by revenue
// per FTE or employee in the later year, and with an area by their jobs in it.
// Dashed lines are at the figures of all groups together, and a key of sizes
// stands where there is room for it.
//
// Names stand beside their circles, the largest first, and are left out where they
// would touch another circle or text; a note then says so. A group with no growth
// or revenue to be known is not drawn; a note names it, or says how many there
// are.
//
// Where text has no title or subtitle they are computed: the title names the
// groups above both dashed lines. text.Subject is the field that the subtitle
// names. It returns an error if the table is grouped by nothing or by more than
// one dimension beside the year, if it lacks one of the years or they do not
// rise, if a figure is too large to draw, if there is no room, and those of
// [growthplot.NewPage].
func NewBubblesPage(t *sector.Table, from, to int, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	b, err := readBubbles(t, from, to, pen)
	if err != nil {
		return nil, err
	}
	b.find()
	if text.Title == "" {
		text.Title = b.title()
	} else {
		title := strings.ToLower(text.Title)
		for i, x := range b.bubbles {
			b.bubbles[i].highlight = x.name != "" && strings.Contains(title, strings.ToLower(x.name))
		}
	}
	if text.Subtitle == "" {
		text.Subtitle = b.subtitle(text.Subject)
	}
	own := text.Note
	for _, note := range b.notes() {
		text.Note = strings.TrimSpace(own + " " + note)
		var page *growthplot.Page
		if page, err = b.page(text); err == nil {
			return page, nil
		}
	}
	return nil, err
}

// page lays the chart out below its text.
func (b *bubbles) page(text growthplot.Text) (*growthplot.Page, error) {
	lay := func(text growthplot.Text) error {
		area, err := b.pen.Area(text)
		if err != nil {
			return err
		}
		return b.place(area)
	}
	if err := lay(text); err != nil {
		return nil, err
	}
	if note := b.unnamed(); note != "" {
		with := text
		with.Note = strings.TrimSpace(text.Note + " " + note)
		if err := lay(with); err != nil {
			return nil, err
		}
		if b.unnamed() != "" { // they may have found room in the smaller one
			text = with
		}
	}
	return growthplot.NewPage(b.pen, text, b.alt(), b.draw)
}

// bubbles is the chart.
type bubbles struct {
	words
	pen      *growthplot.Pen
	from, to int
	bubbles  []bubble // the largest first
	absent   []absentGroup
	growth   growth.Rate // of all groups; NaN if not known
	revenue  float64     // per job of all groups; NaN if not known
	before   sector.Cell // jobs of all groups in the earlier year
	after    sector.Cell
	jobs     growthplot.NumberFormat
	named    []int // bubbles above both averages

	bubblesPlaced
}

// bubble is a group.
type bubble struct {
	name            string
	growth, revenue float64
	size            float64 // jobs in the later year
	highlight       bool

	at     vg.Point
	radius vg.Length
	labels []growthplot.Label // its name, nil if there is no room for it
}

// absentGroup is a group that is not drawn, with one of its figures that is not
// known.
type absentGroup struct {
	name   string
	figure sector.Figure
}

func readBubbles(t *sector.Table, from, to int, pen *growthplot.Pen) (*bubbles, error) {
	dimension, err := oneDimension(t)
	if err != nil {
		return nil, err
	}
	if from >= to {
		return nil, fmt.Errorf("sectorplot: growth from %d to %d", from, to)
	}
	rows := map[int]map[string]*sector.Row{from: {}, to: {}}
	for i := range t.Rows {
		if r := &t.Rows[i]; rows[r.Year] != nil {
			rows[r.Year][r.Key[dimension]] = r
		}
	}
	for _, year := range []int{from, to} {
		if len(rows[year]) == 0 || len(t.Years()) == 0 {
			return nil, fmt.Errorf("sectorplot: table has no rows for year %d", year)
		}
	}
	b := &bubbles{words: words{lang: pen.Style.Lang, dimension: t.By[dimension].Name(), measure: t.Measure}, pen: pen, from: from, to: to}
	before, _ := t.Total(from)
	after, _ := t.Total(to)
	b.before, b.after = before.Jobs, after.Jobs
	years := float64(to - from)
	b.growth = growthOf(before.Jobs.Sum, after.Jobs.Sum, years)
	b.revenue = after.RevenuePerJob.Float64()
	var most, mostJobs float64
	for _, r := range t.In(to) {
		name := r.Key[dimension]
		var first sector.Figure
		if old := rows[from][name]; old != nil {
			first = figureOf(old, sector.Jobs)
		}
		x := bubble{name: name, size: r.Jobs.Sum.Float64(), revenue: r.RevenuePerJob.Float64(), growth: float64(growthOf(first, r.Jobs.Sum, years))}
		if math.Abs(x.revenue) > 1e300 || x.size > 1e300 || x.growth > 1e15 {
			return nil, fmt.Errorf("sectorplot: %q with jobs of %v and revenue per job of %v", name, r.Jobs.Sum, r.RevenuePerJob)
		}
		if math.IsNaN(x.growth) || math.IsNaN(x.revenue) || !(x.size > 0) {
			out := absentGroup{name: name}
			for _, f := range []sector.Figure{first, figureOf(&r, sector.Jobs), figureOf(&r, sector.RevenuePerJob)} {
				if f.Status() == sector.Suppressed {
					out.figure = f
				}
			}
			b.absent = append(b.absent, out)
			continue
		}
		most, mostJobs = max(most, math.Abs(x.revenue)), max(mostJobs, x.size)
		b.bubbles = append(b.bubbles, x)
	}
	slices.SortFunc(b.bubbles, func(x, y bubble) int { return cmp.Or(cmp.Compare(y.size, x.size), strings.Compare(x.name, y.name)) })
	slices.SortFunc(b.absent, func(x, y absentGroup) int { return strings.Compare(x.name, y.name) })
	if len(b.bubbles) == 0 {
		return nil, fmt.Errorf("sectorplot: no group has jobs in %d and %d and revenue per job that are known", from, to)
	}
	b.numbers = growthplot.FormatOf(b.lang, t.Currency, most)
	b.jobs = growthplot.FormatOf(b.lang, "", mostJobs)
	return b, nil
}

// growthOf is the growth a year, NaN where it is not defined.
func growthOf(first, last sector.Figure, years float64) growth.Rate {
	rate, err := growth.CAGR(first.Float64(), last.Float64(), years)
	if err != nil {
		return growth.Rate(math.NaN())
	}
	return rate
}

func (b *bubbles) draw(c draw.Canvas) {
	th := &b.pen.Style.Theme
	r := b.plot
	labels := slices.Clone(b.texts)
	for i, s := range b.yTexts {
		y := b.y(b.yTicks.Values[i])
		b.pen.HRule(c, b.pen.Line(th.Grid, 0.75), r.Min.X, r.Max.X, y)
		labels = append(labels, growthplot.Label{
			Text: s, Type: th.Tick, Color: th.Muted, Align: growthplot.Right, At: vg.Point{X: r.Min.X - growthplot.TickGap, Y: y - b.pen.CapHeight(th.Tick)/2},
		})
	}
	axis := b.pen.Line(th.Text, 0.75)
	b.pen.HRule(c, axis, r.Min.X, r.Max.X, r.Min.Y)
	end := r.Min.X - 100 // of the label before
	for i, s := range b.xTexts {
		x := b.x(b.xTicks.Values[i])
		l := growthplot.Label{Text: s, Type: th.Tick, Color: th.Muted, Align: growthplot.Centre, At: vg.Point{X: x, Y: r.Min.Y - 14}}
		if box := b.pen.Box(l); box.Max.X <= c.Max.X && box.Min.X >= max(c.Min.X, end) {
			end = box.Max.X + 4
			b.pen.VRule(c, axis, x, r.Min.Y-4, r.Min.Y)
			labels = append(labels, l)
		}
	}
	dashed := b.pen.Line(th.GreyText, 0.75, 3, 2)
	if x := float64(b.growth); !math.IsNaN(x) {
		b.pen.VRule(c, dashed, b.x(100*x), r.Min.Y, r.Max.Y)
	}
	if !math.IsNaN(b.revenue) {
		b.pen.HRule(c, dashed, r.Min.X, r.Max.X, b.y(b.revenue))
	}
	b.key.draw(c, b.pen)
	for _, x := range b.bubbles {
		fill := th.InnerBand
		if x.highlight {
			fill = th.Blue
		}
		b.pen.Dot(c, fill, x.at, x.radius, 1.2)
		ring(c, b.pen.Line(th.Blue, 0.75), x.at, x.radius)
		labels = append(labels, x.labels...)
	}
	b.pen.Draw(c, labels...)
}

// ring draws a circle.
func ring(c draw.Canvas, line draw.LineStyle, at vg.Point, radius vg.Length) {
	var path vg.Path
	path.Move(vg.Point{X: at.X + radius, Y: at.Y})
	path.Arc(at, radius, 0, 2*math.Pi)
	path.Close()
	c.SetLineStyle(line)
	c.Stroke(path)
}
