package growthplot

import (
	"errors"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/locale"
)

// A Page is a finished figure: a chart with its title, subtitle and source. It
// does not change, gives the same bytes every time, and can be written by
// several goroutines at once.
type Page struct {
	pen   *Pen
	text  Text
	alt   string
	frame frame
	chart func(draw.Canvas)
}

// The geometry of the page in points; what is not here follows from the type.
const (
	marginLeft, marginRight vg.Length = 18, 18
	marginTop, marginBottom vg.Length = 16, 12

	titleLeading    vg.Length = 19 // at full size
	subtitleDrop    vg.Length = 16.5
	subtitleLeading vg.Length = 13
	headGap         vg.Length = 10
	sourceBaseline  vg.Length = 14
	sourceLeading   vg.Length = 10.5
	sourceGap       vg.Length = 12.5
	leastChart      vg.Length = 40
)

// frame is what stands around a chart, and the room it leaves.
type frame struct {
	labels []Label
	area   vg.Rectangle
}

// NewPage puts text around a chart. The function draws the chart into the
// rectangle of the canvas, which is p.Area(text); it must draw the same every
// time it is called. The alternative text of the page is title and subtitle
// followed by key, the key numbers as a sentence. NewPage returns an error if
// there is no title or if the text leaves no room.
func NewPage(p *Pen, text Text, key string, chart func(draw.Canvas)) (*Page, error) {
	text.Title, text.Subtitle = clean(text.Title), clean(text.Subtitle)
	if text.Title == "" {
		return nil, errors.New("growthplot: page without a title")
	}
	f, err := p.frame(text)
	if err != nil {
		return nil, err
	}
	return &Page{
		pen:   p,
		text:  text,
		alt:   sentences(text.Title, text.Subtitle, clean(key), p.source(text)),
		frame: f,
		chart: chart,
	}, nil
}

// Area returns the room that text leaves for a chart on the page. It returns an
// error if that is too little to draw anything.
func (p *Pen) Area(text Text) (vg.Rectangle, error) {
	f, err := p.frame(text)
	return f.area, err
}

// Alt returns what the figure says, in its language: title, subtitle, the key
// numbers and the source.
func (g *Page) Alt() string { return g.alt }

// Title returns the title of the figure.
func (g *Page) Title() string { return g.text.Title }

// Lang returns the language of the figure.
func (g *Page) Lang() locale.Language { return g.pen.Style.Lang }

// Size returns width and height of the figure in points.
func (g *Page) Size() (width, height vg.Length) { return g.pen.Style.Width, g.pen.Style.Height }

func (g *Page) draw(canvas vg.Canvas) {
	c := draw.NewCanvas(canvas, g.pen.Style.Width, g.pen.Style.Height)
	c.SetColor(g.pen.Style.Theme.Background)
	c.Fill(c.Rectangle.Path())
	g.pen.Draw(c, g.frame.labels...)
	g.chart(draw.Canvas{Canvas: canvas, Rectangle: g.frame.area})
}

// frame lays title, subtitle and source out.
func (p *Pen) frame(text Text) (frame, error) {
	th := &p.Style.Theme
	width := p.Style.Width - marginLeft - marginRight
	var f frame
	put := func(lines []string, whole string, t Type, y, leading vg.Length, l Label) vg.Length {
		for i, line := range lines {
			l.Text, l.Type, l.At = line, t, vg.Point{X: marginLeft, Y: y - vg.Length(i)*leading}
			if i == len(lines)-1 {
				l.Whole = whole
			}
			f.labels = append(f.labels, l)
		}
		return y - vg.Length(len(lines)-1)*leading
	}
	wholeIf := func(s string, ok bool) string {
		if ok {
			return ""
		}
		return s
	}

	title, t, ok := p.title(text.Title, width)
	y := p.Style.Height - marginTop - p.CapHeight(t)
	y = put(title, wholeIf(text.Title, ok), t, y, titleLeading*t.Size/th.Title.Size, Label{Color: th.Ink})
	if s := clean(text.Subtitle); s != "" {
		lines, ok := p.Wrap(th.Subtitle, s, width, 3)
		y = put(lines, wholeIf(s, ok), th.Subtitle, y-subtitleDrop, subtitleLeading, Label{Color: th.Muted})
	}
	f.area = vg.Rectangle{
		Min: vg.Point{X: marginLeft, Y: marginBottom},
		Max: vg.Point{X: p.Style.Width - marginRight, Y: y - headGap},
	}
	if s := p.source(text); s != "" {
		lines, ok := p.Wrap(th.Source, s, width, 4)
		top := sourceBaseline + vg.Length(len(lines)-1)*sourceLeading
		put(lines, wholeIf(s, ok), th.Source, top, sourceLeading, Label{Color: th.Muted})
		f.area.Min.Y = top + sourceGap
	}
	if f.area.Max.Y-f.area.Min.Y < leastChart {
		return f, errors.New("growthplot: title, subtitle and source leave no room for a chart; shorten them or make the figure higher")
	}
	return f, nil
}

// title breaks a title over two lines, in smaller type if it must, and over
// three in the smallest.
func (p *Pen) title(s string, width vg.Length) (lines []string, t Type, whole bool) {
	full := p.Style.Theme.Title
	t = full
	for _, part := range []vg.Length{1, 0.9, 0.8, 0.71} {
		t.Size = max(full.Size*part, MinSize)
		if lines, whole = p.Wrap(t, s, width, 2); whole {
			return lines, t, whole
		}
	}
	lines, whole = p.Wrap(t, s, width, 3)
	return lines, t, whole
}

// source is the line at the bottom: the source, then the note.
func (p *Pen) source(text Text) string {
	source, note := clean(text.Source), clean(text.Note)
	if source != "" {
		word := "Source: "
		if p.Style.Lang == locale.Danish {
			word = "Kilde: "
		}
		source = word + source
	}
	return sentences(source, note)
}

// sentences joins texts, each ended with a full stop.
func sentences(parts ...string) string {
	var b strings.Builder
	for _, s := range parts {
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "!") && !strings.HasSuffix(s, "?") {
			b.WriteByte('.')
		}
	}
	return b.String()
}
