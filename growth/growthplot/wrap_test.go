package growthplot

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"
)

func TestWrap(t *testing.T) {
	p := newPen(t, Style{})
	ty := p.Style.Theme.Category
	for _, c := range []struct {
		in    string
		width vg.Length
		lines int
		want  []string
		whole bool
	}{
		{"Energy", 100, 2, []string{"Energy"}, true},
		{"Vandforsyning, spildevand & klimatilpasninger", 180, 2, []string{"Vandforsyning, spildevand", "& klimatilpasninger"}, true},
		{"one two three four five six", 75, 2, []string{"one two three", "four five six"}, true}, // not "one two three four"
		{"32\u00a0mia.\u00a0kr. i\u00a0alt", 60, 2, []string{"32\u00a0mia.\u00a0kr.", "i\u00a0alt"}, true},
		{"research-intensive", 60, 2, []string{"research-", "intensive"}, true},
		{"", 100, 2, nil, false},
		{"Donaudampfschifffahrt", 60, 2, []string{"Donaudam…"}, false},
	} {
		got, whole := p.Wrap(ty, c.in, c.width, c.lines)
		if c.in == "" {
			got = nil
			whole = false
		}
		if c.want != nil && strings.HasSuffix(c.want[0], "…") {
			if len(got) != 1 || !strings.HasSuffix(got[0], "…") {
				t.Errorf("%q: %q", c.in, got)
			}
			continue
		}
		if !slices.Equal(got, c.want) || whole != c.whole {
			t.Errorf("Wrap(%q) = %q, %v, want %q, %v", c.in, got, whole, c.want, c.whole)
		}
	}
}

func FuzzWrap(f *testing.F) {
	p, err := NewPen(Style{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Vandforsyning, spildevand & klimatilpasninger", 90.0, 2)
	f.Add("<script>\x00alert(1)\u202e</script>", 50.0, 1)
	f.Add("a-b/c  \u00a0 d\xff\ufffe", 20.0, 3)
	f.Add("\u00a0", 140.0, 3)
	f.Fuzz(func(t *testing.T, s string, width float64, lines int) {
		if !(width >= 20 && width < 1e4) || lines < 1 || lines > 3 || len(s) > 300 {
			t.Skip()
		}
		ty := p.Style.Theme.Category
		got, whole := p.Wrap(ty, s, vg.Length(width), lines)
		if len(got) > lines {
			t.Fatalf("%d lines, want at most %d", len(got), lines)
		}
		for _, line := range got {
			if w := p.Width(ty, line); w > vg.Length(width)+1e-9 && line != "…" {
				t.Errorf("line %q is %v wide, more than %v", line, w, width)
			}
			if !utf8.ValidString(line) {
				t.Errorf("line %q is no UTF-8", line)
			}
			var x struct {
				S string `xml:",chardata"`
			}
			if err := xml.Unmarshal([]byte("<a>"+escape(line)+"</a>"), &x); err != nil || x.S != line {
				t.Errorf("line %q is read back from XML as %q: %v", line, x.S, err)
			}
		}
		letters := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if whole && letters(strings.Join(got, "")) != letters(clean(s)) {
			t.Errorf("%q became %q", s, got)
		}
	})
}

func TestShorten(t *testing.T) {
	p := newPen(t, Style{})
	ty := p.Style.Theme.Category
	const a, b = "Lange navne på mange brancher, del 1", "Lange navne på mange brancher, del 2"
	if p.Shorten(ty, a, 80) != p.Shorten(ty, b, 80) {
		t.Error("the sample is too short")
	}
	short := p.ShortenMiddle(ty, a, 80)
	if short == p.ShortenMiddle(ty, b, 80) || p.Width(ty, short) > 80 || !strings.Contains(short, "…") {
		t.Errorf("shortened in the middle: %q", short)
	}
	if got := p.Shorten(ty, "Energy", 80); got != "Energy" {
		t.Errorf("Shorten(Energy) = %q", got)
	}
	if got := p.Shorten(ty, "Energy", 1); got != "…" {
		t.Errorf("no room at all: %q", got)
	}
}

func TestLowerFirst(t *testing.T) {
	for in, want := range map[string]string{
		"Bygninger": "bygninger", "IT": "IT", "Smart City": "Smart City", "Økologi": "økologi", "": "", "eHealth": "eHealth", "C": "C", "S2": "S2", "E-sundhed": "e-sundhed", "A og B": "A og B", "I dag": "I dag",
	} {
		if got := LowerFirst(in); got != want {
			t.Errorf("LowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
