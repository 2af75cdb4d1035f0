package growthplot

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/locale"
)

// page is a page whose chart is the labels.
func page(t testing.TB, s Style, text Text, labels ...Label) *Page {
	t.Helper()
	p := newPen(t, s)
	g, err := NewPage(p, text, "2018: 17,600", func(c draw.Canvas) {
		p.HRule(c, p.Line(p.Style.Theme.Text, 0.75), c.Min.X, c.Max.X, 100)
		p.Draw(c, labels...)
	})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func svg(t testing.TB, g *Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := g.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// parse reads XML to its end.
func parse(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = true
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func label(s string, x, y vg.Length) Label {
	th := Paper()
	return Label{Text: s, Type: th.Tick, Color: th.Text, At: vg.Point{X: x, Y: y}}
}

func TestSVG(t *testing.T) {
	g := page(t, Style{Lang: locale.Danish}, Text{Title: "Job & vækst", Subtitle: "Årsværk", Source: "Os selv"},
		Label{Text: "Vand…", Whole: "Vandforsyning <b>", Type: Paper().Tick, Color: Paper().Text, At: vg.Point{X: 50, Y: 200}},
		label("font-family:none;", 50, 150))
	s := svg(t, g)
	for _, want := range []string{
		`<svg role="img" lang="da" xml:lang="da" aria-labelledby="figure-`,
		`viewBox="0 0 600 375"`,
		`>Job &amp; vækst</title>`,
		`>Job &amp; vækst. Årsværk. 2018: 17,600. Kilde: Os selv.</desc>`,
		`font-family:'Liberation Sans',Arimo,Arial,Helvetica,sans-serif;`,
		`<title>Vandforsyning &lt;b&gt;</title>Vand…</text>`,
		`>font-family:none;</text>`,
	} {
		if !strings.Contains(s, want) {
			t.Errorf("SVG has no %s:\n%s", want, s)
		}
	}
	if strings.Contains(s, "font-family:Liberation") || strings.Contains(s, "<?xml") || strings.Contains(s, "<!--") {
		t.Errorf("SVG is not finished:\n%s", s)
	}
	if err := parse(s); err != nil {
		t.Error(err)
	}
	other := svg(t, page(t, Style{Lang: locale.Danish}, Text{Title: "Job og vækst"}))
	id := func(s string) string { _, s, _ = strings.Cut(s, `labelledby="`); return s[:23] }
	if id(s) == id(other) || !strings.Contains(s, `id="`+id(s)+`-title"`) || !strings.Contains(s, `id="`+id(s)+`-desc"`) {
		t.Errorf("ids %q and %q", id(s), id(other))
	}
}

func TestHostileText(t *testing.T) {
	for _, s := range []string{
		`<script>alert("1")</script>&amp;'`, "a\x00b\x1bc\x7f", "\u202eevil\u202c \u200f", "line\nbreak\ttab  spaces",
		"💡🏙️ emoji", "\xff\xfe broken", "\ufffe\uffff", "]]>", "<!-- x -->", `=cmd|' /C calc'!A0`, strings.Repeat("å", 300), "שלום עיר", "\U000E0001 tag",
	} {
		g := page(t, Style{}, Text{Title: s + " T", Subtitle: s, Source: s, Note: s}, label(s, 40, 150))
		out := svg(t, g)
		if err := parse(out); err != nil {
			t.Errorf("%q: %v", s, err)
		}
		if strings.Contains(out, "<script") || strings.ContainsAny(out, "\x00\x1b\u202e") {
			t.Errorf("%q came through", s)
		}
		if err := g.PNG(io.Discard); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestPNG(t *testing.T) {
	g := page(t, Style{Width: 300, Height: 225, DPI: 96}, Text{Title: "Jobs grow"}, label("some text", 40, 130))
	var buf bytes.Buffer
	if err := g.PNG(&buf); err != nil {
		t.Fatal(err)
	}
	b := buf.Bytes()
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := img.(*image.Paletted); !ok || img.Bounds() != image.Rect(0, 0, 400, 300) {
		t.Errorf("%T of %v", img, img.Bounds())
	}
	i := bytes.Index(b, []byte("pHYs"))
	if i != 37 {
		t.Fatalf("pHYs at %d, want right after IHDR", i)
	}
	x, y := binary.BigEndian.Uint32(b[i+4:]), binary.BigEndian.Uint32(b[i+8:])
	if x != 3780 || y != 3780 || b[i+12] != 1 || binary.BigEndian.Uint32(b[i+13:]) != crc32.ChecksumIEEE(b[i:i+13]) {
		t.Errorf("density %d × %d, unit %d", x, y, b[i+12])
	}
	big, err := withDensity(b[:33], 192)
	if err != nil || binary.BigEndian.Uint32(big[41:]) != 7559 {
		t.Errorf("192 dpi: %v", err)
	}
}

func TestPalettized(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 64 {
		v := byte(i / 12) // 341 shades, more than a palette holds
		copy(img.Pix[4*i:], []byte{v, byte(i / 24), 0xFF - v, 0xFF})
	}
	a, b := palettized(img), palettized(img)
	if len(a.Palette) != 256 || !bytes.Equal(a.Pix, b.Pix) {
		t.Errorf("%d colours", len(a.Palette))
	}
	for i := range 64 * 64 {
		px := img.RGBAAt(i%64, i/64)
		far := func(c color.Color) int {
			q := c.(color.RGBA)
			dr, dg, db := int(q.R)-int(px.R), int(q.G)-int(px.G), int(q.B)-int(px.B)
			return dr*dr + dg*dg + db*db
		}
		for _, c := range a.Palette {
			if got := a.At(i%64, i/64); far(c) < far(got) {
				t.Fatalf("pixel %d of %v became %v, but %v is nearer", i, px, got, c)
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	g := page(t, Style{}, Text{Title: "Jobs grow", Subtitle: "FTE", Source: "Us"}, label("some text", 40, 150))
	write := func() string {
		var b bytes.Buffer
		if err := errors.Join(g.SVG(&b), g.PNG(&b)); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	want := write()
	var got [8]string
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = write() })
	}
	wg.Wait()
	for i := range got {
		if got[i] != want {
			t.Errorf("run %d differs", i)
		}
	}
}

// The checks must see the faults they are there for.
func TestCheck(t *testing.T) {
	text := Text{Title: "Jobs grow", Subtitle: "FTE", Source: "Us"}
	for name, c := range map[string]struct {
		labels []Label
		want   string
	}{
		"good":               {[]Label{label("free", 40, 150), label("also free", 40, 170)}, ""},
		"outside the margin": {[]Label{label("free", 560, 150), label("text over the edge", 540, 170)}, `text "text over the edge" is outside`},
		"text on text":       {[]Label{label("one", 40, 150), label("two", 45, 152)}, `"two" overlaps "one"`},
		"text on the title":  {[]Label{label("one", 40, 350)}, `"one" overlaps "Jobs grow"`},
		"text on a rule":     {[]Label{label("ruled", 40, 97)}, `text "ruled" touches a mark`},
	} {
		err := page(t, Style{}, text, c.labels...).Check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	halo := label("ruled", 40, 97)
	halo.Halo = true
	if err := page(t, Style{}, text, halo).Check(); err != nil {
		t.Errorf("text with a halo: %v", err)
	}
}

func TestPageText(t *testing.T) {
	long := strings.Repeat("Jobs in a field with a long name ", 8)
	for _, s := range []Style{{Width: 300, Height: 225}, {}, {Width: 1200, Height: 675}, {Theme: Dark()}} {
		if testing.Short() && s.Width != 300 {
			continue
		}
		for _, text := range []Text{
			{Title: "Jobs grow"},
			{Title: "Smart city jobs pass the 35,200 target by 2025 even at the lower growth rate", Subtitle: "Full-time equivalents", Source: "Us", Note: "And more."},
			{Title: long, Subtitle: "FTE", Source: "Us"},
		} {
			g := page(t, s, text)
			if err := g.Check(); err != nil && !strings.Contains(err.Error(), "touches") {
				t.Errorf("%v × %v: %v", s.Width, s.Height, err)
			}
			if !strings.Contains(svg(t, g), strings.TrimSpace(text.Title)+"</title>") {
				t.Errorf("the whole title %q is not there", text.Title)
			}
		}
	}
	p := newPen(t, Style{Width: minWidth, Height: minHeight})
	if _, err := NewPage(p, Text{}, "", func(draw.Canvas) {}); err == nil {
		t.Error("a page without a title")
	}
	if _, err := NewPage(p, Text{Title: long, Subtitle: long + long, Source: long + long, Note: long + long}, "", func(draw.Canvas) {}); err == nil {
		t.Error("a page without room")
	}
}
