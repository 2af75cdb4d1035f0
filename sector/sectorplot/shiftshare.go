package sectorplot

import (
	"cmp"
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/structure"
)

// NewShiftSharePage draws a shift-share analysis as a finished page: for each
// sector a bar of the parts of its change, those that add to it to the right of
// zero and those that take from it to the left, with a mark at the change itself
// and its value at the right. Of Arcelus' parts each effect is drawn as a whole,
// its homothetic part with the remainder. What cannot be divided is a part of its
// own. A sector that is not known has its status in words.
//
// Sectors are sorted by their change. Where more come than fit, those of the
// largest changes are kept, up or down, and the others become "Other".
//
// Where text has no title or subtitle they are computed; text.Subject is the place
// they name. It returns an error if there are no sectors or a figure is infinite,
// and those of [growthplot.NewPage].
func NewShiftSharePage(r structure.ShiftShareResult, text growthplot.Text, style growthplot.Style) (*growthplot.Page, error) {
	pen, err := growthplot.NewPen(style)
	if err != nil {
		return nil, err
	}
	d, err := newShiftShare(r, pen)
	if err != nil {
		return nil, err
	}
	if text.Title == "" {
		text.Title = d.title(text.Subject)
	}
	if text.Subtitle == "" {
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		// In small figures the bars need the room of the parts of all sectors.
		text.Subtitle = d.subtitle() + d.totals()
		if _, whole := pen.Wrap(pen.Style.Theme.Subtitle, text.Subtitle, area.Max.X-area.Min.X, 2); !whole {
			text.Subtitle = d.subtitle()
		}
	}
	own := text.Note
	all := d.lines
	for n := len(all); ; {
		var added string
		d.lines, added = d.cut(all, n)
		text.Note = strings.TrimSpace(own + " " + d.note() + added)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		d.key = pen.NewKey(area.Max.X-area.Min.X, d.keyEntries()...)
		room := area.Max.Y - area.Min.Y - d.key.Height() - shiftHead - growthplot.YearRow
		if fits := int(room / shiftLeast); n > fits && n > 2 {
			n = max(fits, 2)
			continue
		}
		if room < shiftLeast*vg.Length(len(d.lines)) {
			return nil, errors.New("sectorplot: no room for the bars; make the figure larger")
		}
		panel := d.panel(area)
		return growthplot.NewPage(pen, text, d.alt(), func(c draw.Canvas) {
			d.key.Draw(c, vg.Point{X: c.Min.X, Y: c.Max.Y})
			pen.Panel(c, panel, d)
		})
	}
}

// shiftShare is the chart.
type shiftShare struct {
	words
	structure.ShiftShareResult
	pen    *growthplot.Pen
	parts  []shiftPart
	lines  []shiftLine // shown
	key    *growthplot.Key
	ticks  growthplot.Ticks
	column vg.Length // width of the changes at the right
}

// shiftPart is an effect: what it is called, and its colour.
type shiftPart struct {
	name    string
	colour  color.RGBA
	outline bool // it is drawn hollow
}

// shiftLine is a sector, its parts in the order of the chart's; NaN where one is
// not defined.
type shiftLine struct {
	name   string
	status sector.Status
	change float64
	parts  []float64
}

// Lengths of the chart in points.
const (
	shiftHead  vg.Length = 13 // above the bars, for the word above the changes
	shiftLeast vg.Length = 10 // from one bar to the next
	shiftMost  vg.Length = 64
	shiftThick vg.Length = 0.56 // of a bar
	shiftGap   vg.Length = 12   // before the column of changes
	shiftValue vg.Length = 9.8  // the least height of a bar with values in it
)

func newShiftShare(r structure.ShiftShareResult, pen *growthplot.Pen) (*shiftShare, error) {
	if len(r.Sectors) == 0 || len(r.Years) < 2 {
		return nil, errors.New("sectorplot: shift-share without sectors or years")
	}
	d := &shiftShare{words: words{lang: pen.Style.Lang, dimension: "sector"}, ShiftShareResult: r, pen: pen}
	d.parts = d.effects()
	undivided := false
	most := 0.0
	for _, l := range append(slices.Clone(r.Sectors), r.Total) {
		line := d.line(l)
		for _, x := range append(slices.Clone(line.parts), line.change) {
			if math.Abs(x) > 1e300 {
				return nil, fmt.Errorf("sectorplot: shift-share of %q with a part of %v", l.Sector, x)
			}
			if math.Abs(x) > most {
				most = math.Abs(x)
			}
		}
		undivided = undivided || line.parts[len(line.parts)-1] != 0 && line.status == sector.Known
		d.lines = append(d.lines, line)
	}
	d.lines = d.lines[:len(r.Sectors)]
	if !undivided {
		d.parts = d.parts[:len(d.parts)-1]
		for i := range d.lines {
			d.lines[i].parts = d.lines[i].parts[:len(d.parts)]
		}
	}
	currency := ""
	if locale.IsCurrency(r.Unit) {
		currency = r.Unit
	}
	d.numbers = growthplot.FormatOf(d.lang, currency, most)
	return d, nil
}

// line takes the parts of a line; the last is what cannot be divided.
func (d *shiftShare) line(l structure.ShiftShareLine) shiftLine {
	out := shiftLine{name: l.Sector, status: l.Status, change: l.Change}
	if math.IsNaN(l.Change) && l.Status == sector.Known {
		out.status = sector.Missing
	}
	a := l.Arcelus
	switch d.Method {
	case structure.EstebanMarquillas:
		out.parts = []float64{l.NationalShare, l.IndustryMix, l.Competitive, l.Allocation, l.Undivided}
	case structure.Arcelus:
		out.parts = []float64{
			a.NationalHomothetic + a.NationalRemainder, a.IndustryHomothetic + a.IndustryRemainder,
			a.RegionalHomothetic + a.RegionalRemainder, a.RegionalIndustryHomothetic + a.RegionalIndustryRemainder, l.Undivided,
		}
	default:
		out.parts = []float64{l.NationalShare, l.IndustryMix, l.RegionalShift, l.Undivided}
	}
	return out
}

// cut keeps the lines of so many largest changes, sorted; the last holds the sums
// of all others, and the text says whether some of them are not known.
func (d *shiftShare) cut(all []shiftLine, n int) ([]shiftLine, string) {
	lines := slices.Clone(all)
	sort := func(by func(l shiftLine) float64) {
		slices.SortStableFunc(lines, func(a, b shiftLine) int {
			// The statuses are ordered missing, suppressed, known.
			if c := cmp.Compare(b.status, a.status); c != 0 || a.status != sector.Known {
				return cmp.Or(c, strings.Compare(a.name, b.name))
			}
			return cmp.Or(cmp.Compare(by(b), by(a)), strings.Compare(a.name, b.name))
		})
	}
	change := func(l shiftLine) float64 { return l.change }
	if n >= len(lines) {
		sort(change)
		return lines, ""
	}
	sort(func(l shiftLine) float64 { return math.Abs(l.change) })
	rest := lines[n-1:]
	other := shiftLine{name: d.other(len(rest)), parts: make([]float64, len(d.parts))}
	var sum growth.Sum
	sums := make([]growth.Sum, len(d.parts))
	unknown := 0
	for _, l := range rest {
		if l.status != sector.Known {
			unknown++
			other.status = max(other.status, l.status)
			continue
		}
		other.status = sector.Known
		sum.Add(l.change)
		for i, x := range l.parts {
			if !math.IsNaN(x) {
				sums[i].Add(x)
			}
		}
	}
	other.change = sum.Float64()
	for i := range sums {
		other.parts[i] = sums[i].Float64()
	}
	lines = lines[:n-1]
	sort(change)
	note := ""
	if unknown > 0 {
		note = " " + d.otherUnknown(unknown)
	}
	return append(lines, other), note
}
