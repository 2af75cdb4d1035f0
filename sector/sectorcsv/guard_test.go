package sectorcsv

import (
	"io"
	"strings"
	"testing"
)

// TestGuardCountsRecords: blank lines and comments make no record, and may go on
// for longer than a record may.
func TestGuardCountsRecords(t *testing.T) {
	const most = 50_000
	blank := strings.Repeat("\n", 3*most)
	comments := strings.Repeat("# "+strings.Repeat("note ", 20)+"\n", most/20)
	for name, between := range map[string]string{"blank lines": blank, "comments": comments} {
		text := "# made by hand\nsector,year,fte\nA,2018,1\n" + between + "B,2018,\"2\"\n"
		for _, opt := range []Options{{longest: most}, {longest: most, Dialect: Dialect{Comment: '#'}}} {
			companies, report, err := Read(t.Context(), strings.NewReader(text), opt)
			if err != nil || len(companies) != 2 || report.Comments != strings.Count(between, "#") {
				t.Errorf("%s: %d companies, %v", name, len(companies), err)
			}
		}
	}
	// After a quote that is out of place.
	text := "sector,year,fte\nA,2018,1\nB\"x,2018,1\n" + blank + "C,2018,1\n"
	if companies, _, err := Read(t.Context(), strings.NewReader(text), Options{Lenient: true, longest: most}); err != nil || len(companies) != 2 {
		t.Errorf("%d companies, %v", len(companies), err)
	}
	// Lines inside of quotes are a record, and so is one long line.
	for name, text := range map[string]string{
		"a quote that is never closed": "sector,year,fte\nA,2018,1\n\"B,2018,1\n" + strings.Repeat("C,2018,1\n", most),
		"a line that never ends":       "sector,year,fte\nA,2018,1\n" + strings.Repeat("x", 3*most),
	} {
		if _, _, err := Read(t.Context(), strings.NewReader(text), Options{Lenient: true, longest: most}); err == nil || !strings.Contains(err.Error(), "is a quote never closed?") {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A long file of rows that are in order is none of these.
	text = "sector,year,fte,name\n" + strings.Repeat("A,2018,1,\"a, b\"\n", most)
	if companies, _, err := Read(t.Context(), strings.NewReader(text), Options{longest: most, reading: true}); err != nil || len(companies) != most {
		t.Errorf("%d companies, %v", len(companies), err)
	}
}

func TestGuardText(t *testing.T) {
	g := &guard{r: strings.NewReader("a\n\"b\nc\"\nd\n")}
	text, err := io.ReadAll(g)
	if err != nil || string(text) != "a\n\"b\nc\"\nd\n" {
		t.Fatalf("%q, %v", text, err)
	}
	for _, want := range []string{"a\n", "\"b\nc\"\n", "d\n", ""} {
		if got := g.record(g.done + int64(len(want))); string(got) != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, c := range []struct {
		text string
		open bool
		want int
	}{
		{"abc", false, -1}, {"ab\nc", false, 3}, {"ab\nc\nd", false, 5}, {"ab\nc", true, -1}, {"a\"b\nc\nd", true, 6}, {"a\"b\nc\nd", false, -1},
		{"a\nb\"c\nd", false, 2}, {"a\"b\"c\nd", false, 6}, {"a\"\n\"\n\"", true, 3}, {"", true, -1},
	} {
		g := guard{open: c.open}
		if got := g.lineEnd([]byte(c.text)); got != c.want {
			t.Errorf("%q, open %v: %d, want %d", c.text, c.open, got, c.want)
		}
		if odd := strings.Count(c.text, "\"")%2 == 1; g.open != (c.open != odd) {
			t.Errorf("%q: ends open: %v", c.text, g.open)
		}
	}
}
