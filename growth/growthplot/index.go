package growthplot

import (
	"cmp"
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
)

// NewIndexPage draws series as index numbers, 100 in a base year before the last, as
// a finished page: a line for each, with its name and its index number in the last
// year at its end. The series that the title names are highlighted and the others
// grey; years that are not known are gaps, and a line that ends earlier says when.
// Where more names come than there is room for, those of the highlighted lines and
// of the outermost ones are written, and a note says how many are not.
//
// Where text has no title or subtitle they are computed: the title names the series
// that has grown most and the one that has grown least or fallen. text.Subject is
// the place or field that a computed subtitle names after the measure. A series
// whose figure for the base year is not known, zero or negative has no index, nor
// has one that is known in no other year; they are left out, and a note names them.
//
// It returns an error if that leaves none, if none is known after the base year,
// those of [growth.Series.Index], and those of [NewPage].
func NewIndexPage(series []growth.Series, baseYear int, text Text, style Style) (*Page, error) {
	pen, err := NewPen(style)
	if err != nil {
		return nil, err
	}
	d := &index{pen: pen, base: baseYear}
	if err := d.read(series); err != nil {
		return nil, err
	}
	title := d.title() // which highlights what it names
	if text.Title == "" {
		text.Title = title
	} else {
		d.highlight(func(l *indexLine) bool {
			return l.Name != "" && strings.Contains(strings.ToLower(text.Title), strings.ToLower(l.Name))
		})
	}
	if text.Subtitle == "" {
		text.Subtitle = d.subtitle(text.Subject)
	}
	// The note takes room from the plot, so that another name may not fit: place
	// again until it says what is so.
	own := text.Note
	for most := len(d.lines); ; {
		text.Note = d.note(len(d.lines)-most, own)
		area, err := pen.Area(text)
		if err != nil {
			return nil, err
		}
		panel := d.arrange(area, most)
		if named := len(d.ends); named < most {
			most = named
			continue
		}
		return NewPage(pen, text, d.key(), func(c draw.Canvas) { pen.Panel(c, panel, d) })
	}
}

// index is the chart of index numbers.
type index struct {
	pen     *Pen
	base    int // year
	lines   []*indexLine
	left    []string // names of series that have no index
	numbers NumberFormat

	first, last int     // years
	low, high   float64 // of all index numbers, with 100
	ticks       Ticks
	ends        []indexEnd
}

// indexLine is a series of index numbers without unknown years at its ends.
type indexLine struct {
	growth.Series
	unit   string      // before it became an index
	colour color.Color // nil for grey
}

func (l *indexLine) end() float64 { return l.At(l.LastYear()) }

// read makes index numbers, those that end highest first.
func (d *index) read(series []growth.Series) error {
	d.low, d.high = 100, 100
	d.first, d.last = d.base, d.base
	for _, s := range series {
		if base := s.At(d.base); math.IsNaN(base) || base <= 0 {
			d.left = append(d.left, d.display(s.Name))
			continue
		}
		x, err := s.Index(d.base)
		if err != nil {
			return fmt.Errorf("growthplot: %w", err)
		}
		for math.IsNaN(x.Values[0]) {
			x.Values, x.FirstYear = x.Values[1:], x.FirstYear+1
		}
		for math.IsNaN(x.Values[len(x.Values)-1]) {
			x.Values = x.Values[:len(x.Values)-1]
		}
		if x.Len() == 1 {
			d.left = append(d.left, d.display(s.Name))
			continue
		}
		d.first, d.last = min(d.first, x.FirstYear), max(d.last, x.LastYear())
		for _, v := range x.Values {
			if math.Abs(v) > 1e300 {
				return fmt.Errorf("growthplot: series %q: an index number is too large to draw", s.Name)
			}
			if !math.IsNaN(v) {
				d.low, d.high = min(d.low, v), max(d.high, v)
			}
		}
		d.lines = append(d.lines, &indexLine{Series: x, unit: s.Unit})
	}
	switch {
	case len(d.lines) == 0:
		return fmt.Errorf("growthplot: no series has figures for %d and another year: %w", d.base, growth.ErrNotKnown)
	case d.last == d.base:
		return errors.New("growthplot: index lines to a base year after which no figure is known")
	}
	slices.SortStableFunc(d.lines, func(a, b *indexLine) int { return cmp.Compare(b.end(), a.end()) })
	d.numbers = d.format()
	return nil
}

// format writes index numbers in whole figures, or with as many decimals as it takes
// to tell lines apart that lie close together.
func (d *index) format() NumberFormat {
	f := FormatOf(d.pen.Style.Lang, "", max(d.high, -d.low))
	if f.Magnitude == 0 {
		f.Decimals = 0
		if span := d.high - d.low; span > 0 {
			f.Decimals = min(max(0, 1-int(math.Floor(math.Log10(span)))), 6)
		}
	}
	return f
}

// highlight colours the lines that are to be seen first. Where there is none of
// them, the computed ones stay.
func (d *index) highlight(named func(*indexLine) bool) {
	if !slices.ContainsFunc(d.lines, named) {
		return
	}
	th := &d.pen.Style.Theme
	colours := []color.Color{th.Blue, th.Vermilion}
	for _, l := range d.lines {
		l.colour = nil
		if named(l) {
			l.colour = th.Ink
			if len(colours) > 0 {
				l.colour, colours = colours[0], colours[1:]
			}
		}
	}
	// One line that falls has the colour of a decline.
	if i := slices.IndexFunc(d.lines, func(l *indexLine) bool { return l.colour != nil }); len(colours) == 1 && d.lines[i].end() < 100 {
		d.lines[i].colour = th.Vermilion
	}
}
