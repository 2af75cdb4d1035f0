package growthplot

import (
	"fmt"
	"image/color"
	"iter"
	"math"
	"strings"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Pen measures and draws in a style. It does not change and can be used by
// several goroutines.
type Pen struct {
	Style Style // with the defaults filled in

	regular, bold font.Face // of no size
}

// NewPen returns the pen of a style. It returns an error if the size of the
// figure is outside the limits of [Style] or if the theme's face is not among
// its fonts in both weights: gonum/plot would quietly take another one.
func NewPen(style Style) (*Pen, error) {
	style, err := style.fill()
	if err != nil {
		return nil, err
	}
	p := &Pen{Style: style}
	for _, w := range []struct {
		name   string
		weight stdfont.Weight
		face   *font.Face
	}{{"regular", stdfont.WeightNormal, &p.regular}, {"bold", stdfont.WeightBold, &p.bold}} {
		want := font.Font{Typeface: style.Theme.Typeface, Variant: style.Theme.Variant, Weight: w.weight}
		if w.face.Face = find(style.Theme.fonts(), want); w.face.Face == nil {
			return nil, fmt.Errorf("growthplot: no %s font %q %q among the theme's", w.name, want.Typeface, want.Variant)
		}
		w.face.Font = want
	}
	return p, nil
}

func find(fonts font.Collection, want font.Font) *opentype.Font {
	for _, f := range fonts {
		f.Font.Size = 0
		if f.Font == want {
			return f.Face
		}
	}
	return nil
}

func (p *Pen) face(t Type) font.Face {
	f := p.regular
	if t.Bold {
		f = p.bold
	}
	f.Font.Size = t.Size
	return f
}

// Width returns the width of a line of text.
func (p *Pen) Width(t Type, s string) vg.Length {
	f := p.face(t)
	var w vg.Length
	for run := range runs(clean(s)) {
		w += f.Width(run)
	}
	return w
}

// runs are the pieces of a text between the marks of [Figures], drawn one after
// the other: no pair is kerned across a mark, and the mark itself, which is a
// thin line in the Liberation fonts, is not drawn.
func runs(s string) iter.Seq[string] { return strings.SplitSeq(s, "\u200c") }

// CapHeight returns the height of capital letters. To centre a line of text on
// y, put its baseline at y − CapHeight/2.
func (p *Pen) CapHeight(t Type) vg.Length { return capHeight(p.face(t)) }

func capHeight(f font.Face) vg.Length {
	perEm := fixed.Int26_6(f.Face.UnitsPerEm())
	var buf sfnt.Buffer
	m, err := f.Face.Metrics(&buf, perEm, stdfont.HintingNone)
	if err != nil || m.CapHeight <= 0 {
		return 0.716 * f.Font.Size // as in most faces; old ones do not state it
	}
	return f.Font.Size * vg.Length(m.CapHeight) / vg.Length(perEm)
}

// Line is the style of a line; dashes are lengths of line and gap in turn.
func (p *Pen) Line(col color.Color, width vg.Length, dashes ...vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: col, Width: width, Dashes: dashes}
}

// HRule draws a horizontal rule, moved onto the grid of pixels so that it is
// sharp.
func (p *Pen) HRule(c draw.Canvas, line draw.LineStyle, x0, x1, y vg.Length) {
	y = p.Snap(y, line.Width)
	c.StrokeLine2(line, x0, y, x1, y)
}

// VRule draws a vertical rule, moved onto the grid of pixels.
func (p *Pen) VRule(c draw.Canvas, line draw.LineStyle, x, y0, y1 vg.Length) {
	x = p.Snap(x, line.Width)
	c.StrokeLine2(line, x, y0, x, y1)
}

// Snap returns the place nearest to v in which a rule so wide covers whole
// pixels: between two pixels for an even width, in the middle of one for an odd.
// Where CSS pixels are whole pixels of the picture, they count, so that the SVG
// is sharp too at its natural size.
func (p *Pen) Snap(v, width vg.Length) vg.Length {
	pixel := p.Style.pixel()
	if n := math.Round(float64(width / pixel)); math.Mod(n, 2) == 1 {
		return (vg.Length(math.Floor(float64(v/pixel))) + 0.5) * pixel
	}
	return vg.Length(math.Round(float64(v/pixel))) * pixel
}

// Dot draws a disc with a casing in the colour of the page around it.
func (p *Pen) Dot(c draw.Canvas, col color.Color, at vg.Point, radius, casing vg.Length) {
	for _, d := range []struct {
		col color.Color
		r   vg.Length
	}{{p.Style.Theme.Background, radius + casing}, {col, radius}} {
		if d.r <= 0 || casing == 0 && d.r != radius {
			continue
		}
		var path vg.Path
		path.Move(vg.Point{X: at.X + d.r, Y: at.Y})
		path.Arc(at, d.r, 0, 2*math.Pi)
		path.Close()
		c.SetColor(d.col)
		c.Fill(path)
	}
}

// Diamond draws the mark of a target, with its casing.
func (p *Pen) Diamond(c draw.Canvas, col color.Color, at vg.Point, half, casing vg.Length) {
	for _, d := range []struct {
		col color.Color
		r   vg.Length
	}{{p.Style.Theme.Background, half + casing}, {col, half}} {
		c.FillPolygon(d.col, []vg.Point{
			{X: at.X, Y: at.Y + d.r}, {X: at.X + d.r, Y: at.Y},
			{X: at.X, Y: at.Y - d.r}, {X: at.X - d.r, Y: at.Y},
		})
	}
}
