package growthplot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// SVG writes the figure as an SVG image that can stand in a file or inside a
// page: with role, language, title and description for those who do not see
// it, and with faces of the same widths for those who lack the typeface.
// Text stays text. There is no XML declaration; the encoding is UTF-8.
func (g *Page) SVG(w io.Writer) error {
	c := &svgCanvas{Canvas: vgsvg.New(g.pen.Style.Width, g.pen.Style.Height)}
	g.draw(c)
	var raw bytes.Buffer
	if _, err := c.WriteTo(&raw); err != nil {
		return fmt.Errorf("growthplot: %w", err)
	}
	out, err := g.finish(raw.Bytes(), c.whole)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// finish adds to gonum's SVG what it lacks.
func (g *Page) finish(raw []byte, whole []string) ([]byte, error) {
	_, rest, ok := bytes.Cut(raw, []byte("<svg "))
	attrs, body, ok2 := bytes.Cut(rest, []byte(">"))
	if !ok || !ok2 {
		return nil, errors.New("growthplot: gonum/plot has written no <svg> element")
	}
	// The ids must differ between the figures of one page and be the same in
	// every run.
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%s", g.text.Title, g.alt, body)
	id := fmt.Sprintf("figure-%016x", h.Sum64())

	var b bytes.Buffer
	b.Grow(len(raw) + len(raw)/2)
	lang := g.pen.Style.Lang.Tag()
	fmt.Fprintf(&b, `<svg role="img" lang="%s" xml:lang="%s" aria-labelledby="%s-title %s-desc" %s>`,
		lang, lang, id, id, bytes.Join(bytes.Fields(attrs), []byte(" ")))
	fmt.Fprintf(&b, "\n<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
		id, escape(g.text.Title), id, escape(g.alt))

	family := g.family()
	texts := 0
	for line := range bytes.Lines(bytes.TrimLeft(body, "\n")) {
		// gonum/plot writes a text element over two lines: its start, and its
		// style with the text.
		head, text, ok := bytes.Cut(line, []byte(">"))
		if before, after, found := bytes.Cut(head, []byte("font-family:")); ok && found {
			_, after, _ = bytes.Cut(after, []byte(";"))
			b.Write(before)
			b.WriteString("font-family:" + family + ";")
			b.Write(after)
			b.WriteByte('>')
			if whole[texts] != "" {
				b.WriteString("<title>" + escape(whole[texts]) + "</title>")
			}
			b.Write(text)
			texts++
			continue
		}
		b.Write(line)
	}
	if texts != len(whole) {
		return nil, fmt.Errorf("growthplot: %d of %d texts found in the SVG of gonum/plot", texts, len(whole))
	}
	return b.Bytes(), nil
}

// family is the value of font-family: the face itself, then faces of the same
// metrics, then what every machine has.
func (g *Page) family() string {
	name := string(g.pen.Style.Theme.Typeface)
	if v := string(g.pen.Style.Theme.Variant); v != "" {
		name += " " + v
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`'"<>&;\`, r) || r < 0x20 {
			return -1
		}
		return r
	}, name)
	return "'" + name + "',Arimo,Arial,Helvetica,sans-serif"
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder returns no error
	return b.String()
}

// svgCanvas notes for each text what it was shortened from.
type svgCanvas struct {
	*vgsvg.Canvas
	next  string
	whole []string // for each text, "" if it is whole
}

func (c *svgCanvas) setWhole(s string) { c.next = s }

// FillString implements vg.Canvas.
func (c *svgCanvas) FillString(f font.Face, at vg.Point, s string) {
	c.Canvas.FillString(f, at, s)
	c.whole, c.next = append(c.whole, c.next), ""
}

// setWhole tells the canvas, if it wants to know, what the next text was
// shortened from. draw.Canvas values are wrapped in one another by gonum/plot.
func setWhole(c vg.Canvas, s string) {
	for {
		switch inner := c.(type) {
		case draw.Canvas:
			c = inner.Canvas
		case interface{ setWhole(string) }:
			inner.setWhole(s)
			return
		default:
			return
		}
	}
}
