package browser

import (
	"context"
	_ "embed"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPages opens the page of each example, and one of names nobody should have.
func TestPages(t *testing.T) {
	ctx := start(t)
	write := examples(t, "report", "outlook", "structure", "dynamics", "headline", "gallery")
	for _, test := range []struct{ name, lang string }{
		{"report", "en"}, {"report", "da"}, {"outlook", "en"}, {"outlook", "da"}, {"structure", "en"}, {"dynamics", "da"}, {"headline", "en"},
	} {
		t.Run(test.name+"-"+test.lang, func(t *testing.T) {
			file := write(t, test.name, "-lang", test.lang)
			b := open(t, ctx, file, true)
			if b.lang != test.lang {
				t.Errorf("the page is in %q", b.lang)
			}
			b.size(1280, 900)
			b.links(filepath.Dir(file), ".svg", ".png", ".csv")
			b.sorts()
			b.picks()
			b.contrast()
			b.picture("wide")
			b.size(375, 812)
			b.fits(375)
			b.picture("narrow")
			b.size(320, 640)
			b.fits(320)

			plain := open(t, ctx, file, false)
			plain.size(1280, 900)
			plain.unscripted()
			plain.prints()
		})
	}
	t.Run("gallery", func(t *testing.T) { gallery(t, ctx, write) })
	t.Run("names", func(t *testing.T) { names(t, ctx, write) })
}

// gallery opens the page of charts and code.
func gallery(t *testing.T, ctx context.Context, write writer) {
	file := write(t, "gallery")
	b := open(t, ctx, file, true)
	b.size(1280, 900)
	b.links(filepath.Dir(file), ".svg", ".png")
	b.contrast()
	b.picture("wide")
	b.size(375, 812)
	b.fits(375)
	b.picture("narrow")
	if n := eval[int](b, `[...document.querySelectorAll("pre")].filter(p => p.scrollWidth > p.clientWidth).length`); n == 0 {
		b.Error("no code is wider than a phone")
	}
	plain := open(t, ctx, file, false)
	plain.size(1280, 900)
	plain.unscripted()
	plain.prints()
}

// fits checks that nothing but frames of their own scrolls sideways, charts' figures
// folded out and all.
func (b *tab) fits(width int) {
	b.Helper()
	got := eval[struct {
		Width   float64
		Scroll  float64
		Beyond  []string
		Frames  int
		Unnamed int
	}](b, `(() => {
		document.querySelectorAll("details").forEach(d => d.open = true);
		window.scrollTo(1000, 0);
		const wide = document.documentElement.scrollWidth, scroll = window.scrollX;
		window.scrollTo(0, 0);
		const beyond = [...document.querySelectorAll("main *, header *")].filter(e => !e.closest(".scroll *") && !e.closest(".unseen") && e.getBoundingClientRect().right > innerWidth + 1);
		const frames = [...document.querySelectorAll(".scroll")];
		return {
			width: wide, scroll, beyond: beyond.map(e => e.tagName + ": " + e.textContent.trim().slice(0, 40)), frames: frames.length,
			unnamed: frames.filter(f => f.tabIndex !== 0 || !(f.getAttribute("aria-label") || document.getElementById(f.getAttribute("aria-labelledby"))?.textContent.trim())).length,
		};
	})()`)
	if got.Width > float64(width) || got.Scroll != 0 || len(got.Beyond) > 0 {
		b.Errorf("at %d px the page is %v px wide, scrolls by %v, and has beyond its edge %q", width, got.Width, got.Scroll, got.Beyond)
	}
	if got.Frames == 0 || got.Unnamed > 0 {
		b.Errorf("%d of %d frames that scroll cannot be reached by keyboard or have no name", got.Unnamed, got.Frames)
	}
}

//go:embed contrast.js
var contrastScript string

// contrast checks every text of the page as it is seen.
func (b *tab) contrast() {
	b.Helper()
	size := eval[[]int64](b, `(document.querySelectorAll("details").forEach(d => d.open = true), [innerWidth, innerHeight, document.documentElement.scrollHeight])`)
	b.size(size[0], size[2])
	got := eval[struct {
		Looked int
		Found  []string
	}](b, contrastScript)
	b.size(size[0], size[1])
	if got.Looked < 100 {
		b.Errorf("contrast of %d texts only", got.Looked)
	}
	for _, f := range got.Found {
		b.Errorf("at %d px, contrast %s", size[0], f)
	}
}

// links checks that what the page links to beside it is there, and that each chart has
// files of these kinds.
func (b *tab) links(dir string, kinds ...string) {
	b.Helper()
	type chart struct{ Links []string }
	for _, c := range eval[[]chart](b, `[...document.querySelectorAll("figure")].map(f => ({links: [...f.querySelectorAll(".files a")].map(a => a.getAttribute("href"))}))`) {
		var got []string
		for _, l := range c.Links {
			got = append(got, filepath.Ext(l))
		}
		if !slices.Equal(got, kinds) {
			b.Errorf("a chart has the files %q", c.Links)
		}
	}
	if workbook := eval[bool](b, `!!document.querySelector("header a[href='tables.xlsx']")`); workbook != slices.Contains(kinds, ".csv") {
		b.Errorf("a link to the workbook: %t", workbook)
	}
	for _, l := range eval[[]string](b, `[...document.querySelectorAll("a")].map(a => a.getAttribute("href"))`) {
		switch id, inside := strings.CutPrefix(l, "#"); {
		case inside:
			if !eval[bool](b, `!!document.getElementById(%s)`, id) {
				b.Errorf("link to %s, which is not on the page", l)
			}
		case !strings.Contains(l, ":"):
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(l))); err != nil {
				b.Errorf("link: %v", err)
			}
		}
	}
}
