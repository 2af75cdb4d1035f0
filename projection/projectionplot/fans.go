package projectionplot

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
)

// NewFansPage draws the simulated jobs of all sectors as a finished page, a panel for
// each, the one with the most jobs first. All panels have the same axes, and jobs as an
// index number, 100 in the base year, so that small sectors can be compared with
// large ones; the jobs themselves stand below the name of each. Bands are those of
// [NewFanPage]; behind them lie the histories and medians of the other sectors in grey.
// A sector whose median falls is drawn in another colour. Histories belong to the
// sectors of their names, and may be missing. Where more sectors come than there is
// room for, the largest are shown and a note says how many are not.
//
// Where text has no title or subtitle they are computed: the title names the sector
// that grows most and the one that grows least at the median, or says that all go
// alike, as where the same is assumed of all and medians differ by chance. Errors are those of
// [NewFanPage], and one if there are no sectors.
func NewFansPage(s *projection.Simulated, histories []growth.Series, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	m := &multiples{pen: pen}
	for _, f := range s.Sectors {
		var history growth.Series
		if i := slices.IndexFunc(histories, func(h growth.Series) bool { return h.Name == f.Name }); i >= 0 {
			history = histories[i]
		}
		one, err := newFan(s, f, nil, history, style)
		if err != nil {
			return nil, err
		}
		m.fans = append(m.fans, one)
	}
	if len(m.fans) == 0 {
		return nil, fmt.Errorf("projectionplot: simulation without sectors")
	}
	slices.SortStableFunc(m.fans, func(a, b *fan) int { return cmp.Compare(b.end(b.spread.median), a.end(a.spread.median)) })
	if text.Title == "" {
		text.Title = m.title()
	}
	if text.Subtitle == "" {
		text.Subtitle = m.subtitle(text.Subject)
	}
	m.figure()
	// What is not shown must not stretch the axes, and a note on it takes room of its
	// own: see for each number whether it fits.
	own := text.Note
	for n := len(m.fans); ; n-- {
		m.shown = m.fans[:n]
		m.scale()
		text.Note = sentence(m.note(len(m.fans)-n), own)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		if m.arrange(area, n) == n {
			return growthplot.NewPage(pen, text, m.key(), func(c draw.Canvas) { m.draw(c, area) })
		}
	}
}

// multiples are panels with the same axes.
type multiples struct {
	pen           *growthplot.Pen
	fans, shown   []*fan
	columns, rows int
	ticks         growthplot.Ticks
	first         float64                 // year
	low, high     float64                 // index
	axis, end     vg.Length               // room for labels left of the panels, and right of each
	numbers       growthplot.NumberFormat // of the index
	jobs          growthplot.NumberFormat
}

// Lengths of panels in points.
const (
	panelGapX  vg.Length = 14
	panelGapY  vg.Length = 9
	panelHead  vg.Length = 27 // name and jobs above the plot
	valueGap   vg.Length = 5
	leastWide  vg.Length = 64 // of the plot itself
	leastHigh  vg.Length = 34
	panelShape           = 1.5 // width to height that a plot is to have
)

// arrange settles columns and rows for n panels, and returns how many there is room
// for.
func (m *multiples) arrange(area vg.Rectangle, n int) int {
	width, height := area.Max.X-area.Min.X-m.axis, area.Max.Y-area.Min.Y-growthplot.YearRow
	wide := func(columns int) vg.Length { return (width+panelGapX)/vg.Length(columns) - panelGapX - m.end }
	high := func(rows int) vg.Length { return (height+panelGapY)/vg.Length(rows) - panelGapY - panelHead }
	best := math.Inf(1)
	most := 0
	m.columns, m.rows = 1, 1
	for columns := 1; columns <= n && (columns == 1 || wide(columns) >= leastWide); columns++ {
		rows := (n + columns - 1) / columns
		for rows > 1 && high(rows) < leastHigh {
			rows--
		}
		fit := min(n, columns*rows)
		badness := math.Abs(math.Log(float64(max(wide(columns), 1)/max(high(rows), 1)) / panelShape))
		badness += 0.3 * float64(columns*rows-fit) / float64(fit) // empty places
		if fit > most || fit == most && badness < best {
			most, best, m.columns, m.rows = fit, badness, columns, rows
		}
	}
	return most
}

func (m *multiples) tick() growthplot.Type {
	t := m.pen.Style.Theme.Tick
	t.Size = max(t.Size-0.5, growthplot.MinSize)
	return t
}

// index is a figure of a sector against its base.
func (f *fan) index(v float64) float64 { return 100 * v / f.Base }

// value is the type of the index numbers at the end.
func (m *multiples) value() growthplot.Type {
	t := m.pen.Style.Theme.Category
	t.Size = max(t.Size-0.5, growthplot.MinSize)
	return t
}

// figure finds how jobs are written, in the base year and in the last.
func (m *multiples) figure() {
	largest, base := 0.0, math.Inf(1)
	for _, f := range m.fans {
		base, largest = min(base, f.Base), max(largest, f.Base, f.end(f.spread.outer[1]))
	}
	m.jobs = readable(growthplot.FormatOf(m.pen.Style.Lang, "", largest), base, 0)
}

// scale finds the axes of the sectors that are shown, and the room that their labels
// take.
func (m *multiples) scale() {
	m.first, m.low, m.high, m.axis = math.Inf(1), 0, 0, 0
	for _, f := range m.shown {
		m.first = min(m.first, float64(f.firstYear()))
		for _, v := range slices.Concat(f.at(f.spread.outer[0]), f.at(f.spread.outer[1]), f.history.Values) {
			if !math.IsNaN(v) {
				m.low, m.high = min(m.low, f.index(v)), max(m.high, f.index(v))
			}
		}
	}
	m.ticks = growthplot.RoundTicks(m.low*1.02, m.high*1.02, 4)
	m.numbers = growthplot.NumberFormat{Lang: m.pen.Style.Lang}
	for _, label := range m.ticks.Labels(m.numbers) {
		m.axis = max(m.axis, m.pen.Width(m.tick(), label)+growthplot.TickGap)
	}
	bold := m.value()
	bold.Bold = true
	m.end = valueGap + m.pen.Width(bold, growthplot.Figures(m.numbers.Format(m.high))) + 1
}

func (m *multiples) draw(c draw.Canvas, area vg.Rectangle) {
	left := area.Min.X + m.axis
	width := (area.Max.X - left + panelGapX) / vg.Length(m.columns)
	bottom := area.Min.Y + growthplot.YearRow
	height := (area.Max.Y - bottom + panelGapY) / vg.Length(m.rows)
	for i := range m.shown {
		column, row := i%m.columns, i/m.columns
		x, top := left+vg.Length(column)*width, area.Max.Y-vg.Length(row)*height
		r := vg.Rectangle{
			Min: vg.Point{X: x, Y: top - height + panelGapY},
			Max: vg.Point{X: x + width - panelGapX - m.end, Y: top - panelHead},
		}
		last := row == m.rows-1 || i+m.columns >= len(m.shown) // nothing below
		m.pen.Panel(c, r, &onePanel{m, i, column == 0, last})
	}
}

func (m *multiples) name(f *fan) string { return m.pen.Style.Lang.GroupName(f.Name) }
