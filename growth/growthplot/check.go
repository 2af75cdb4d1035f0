package growthplot

import (
	"errors"
	"fmt"
	"image"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// Check looks for faults that a reader would see: (1) text outside the margins,
// (2) text on text, (3) text on a line, a rule or an edge, seen by drawing the
// figure without its text and looking for a second colour under each text. It
// returns all of them, joined, or nil. It costs about as much as a PNG; tests
// call it.
func (g *Page) Check() error {
	const dpi = 96
	c := vgimg.NewWith(vgimg.UseWH(g.pen.Style.Width, g.pen.Style.Height), vgimg.UseDPI(dpi))
	t := &textCanvas{Canvas: c}
	g.draw(t)
	img := c.Image().(*image.RGBA)

	var faults []error
	w, h := g.Size()
	inside := vg.Rectangle{
		Min: vg.Point{X: marginLeft - 2, Y: marginBottom - 2},
		Max: vg.Point{X: w - marginRight + 2, Y: h - marginTop + 2},
	}
	for i, a := range t.texts {
		if a.box.Min.X < inside.Min.X || a.box.Max.X > inside.Max.X || a.box.Min.Y < inside.Min.Y || a.box.Max.Y > inside.Max.Y {
			faults = append(faults, fmt.Errorf("text %q is outside the margins: %.1f", a.s, a.box))
		}
		for _, b := range t.texts[:i] {
			if overlaps(a.box, b.box) {
				faults = append(faults, fmt.Errorf("text %q overlaps %q", a.s, b.s))
			}
		}
		if !oneColour(img, a.box, h, dpi) {
			faults = append(faults, fmt.Errorf("text %q touches a mark: %.1f", a.s, a.box))
		}
	}
	return errors.Join(faults...)
}

// oneColour reports whether all pixels that lie in a box as a whole are alike.
func oneColour(img *image.RGBA, box vg.Rectangle, height vg.Length, dpi float64) bool {
	r := image.Rect(
		int(math.Ceil(box.Min.X.Dots(dpi))), int(math.Ceil((height - box.Max.Y).Dots(dpi))),
		int(math.Floor(box.Max.X.Dots(dpi))), int(math.Floor((height - box.Min.Y).Dots(dpi))),
	).Intersect(img.Bounds())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.RGBAAt(x, y) != img.RGBAAt(r.Min.X, r.Min.Y) {
				return false
			}
		}
	}
	return true
}

// textCanvas notes where text would be drawn, and does not draw it.
type textCanvas struct {
	vg.Canvas
	texts []placed
}

type placed struct {
	s   string
	box vg.Rectangle
}

// FillString implements vg.Canvas.
func (c *textCanvas) FillString(f font.Face, at vg.Point, s string) {
	c.texts = append(c.texts, placed{s, vg.Rectangle{
		Min: vg.Point{X: at.X, Y: at.Y - descent*f.Font.Size},
		Max: vg.Point{X: at.X + f.Width(s), Y: at.Y + capHeight(f)},
	}})
}
