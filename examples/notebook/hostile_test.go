package notebook_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"smartcity/examples/notebook"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gmhtml "github.com/yuin/goldmark/renderer/html"
)

var hostileNames = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `=cmd|' /C calc'!A0`, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
	"a|b", "a\nb\r\nc", "\n\n# heading", "# heading", "1. one", "12) twelve", "- item", "* item *", "_under_", "`code`", "[x](http://evil.example)",
	"![x](http://evil.example/p.png)", "http://evil.example", "www.evil.example", "a@evil.example", "&amp;lt;", "&copy;", `\`, `\|`, "$x$", "~~gone~~",
	"\u202Eright to left", "\u200Fشركة", "\x1b[31mred\x1b[0m\x07", "\x00", "\xff\xfe", strings.Repeat("æ", 300), "👩🏽‍🔬 lab", "", " ", "\u00a0", "===", "---", " =1", "\ufeff=1", "＝1",
}

// shownAs is the text a reader is to see for a name.
func shownAs(name string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\n\r\t", r):
			return ' '
		case r < 0x20, r == utf8.RuneError, r == '\u202E':
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
	return strings.Trim(s, " ")
}

// markdownText renders Markdown as GitHub would, raw HTML let through, and
// returns the text and the elements of it.
func markdownText(t *testing.T, markdown string) (text string, elements map[string]int) {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(gmhtml.WithUnsafe(), gmhtml.WithXHTML()))
	var b bytes.Buffer
	if err := md.Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	return htmlText(t, b.String())
}

func htmlText(t *testing.T, page string) (string, map[string]int) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<all>" + strings.ReplaceAll(page, "<!doctype html>", "") + "</all>"))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var text strings.Builder
	elements := map[string]int{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return text.String(), elements
		}
		if err != nil {
			t.Fatalf("%v in %s", err, page)
		}
		switch token := token.(type) {
		case xml.StartElement:
			elements[token.Name.Local]++
		case xml.CharData:
			text.Write(token)
		}
	}
}

func TestTextIsShownAsItIs(t *testing.T) {
	for _, name := range hostileNames {
		for _, frame := range []string{"%", "before % after", "| a |\n|---|\n| % |", "- %", "**%**x"} {
			if frame == "**%**x" && shownAs(name) == "" {
				continue
			}
			got, elements := markdownText(t, strings.ReplaceAll(frame, "%", notebook.Text(name)))
			if want := shownAs(name); !strings.Contains(got, want) {
				t.Errorf("Text(%q) in %q reads %q: want %q in it", name, frame, got, want)
			}
			for _, e := range []string{"script", "img", "a", "h1", "h2", "code", "em", "del", "ol", "hr"} {
				if elements[e] > 0 {
					t.Errorf("Text(%q) in %q makes <%s>", name, frame, e)
				}
			}
			if strings.HasPrefix(frame, "|") && elements["td"] != 1 {
				t.Errorf("Text(%q) makes %d table cells, want 1", name, elements["td"])
			}
		}
	}
}

func hostilePage(name string) notebook.Page {
	cell := notebook.Str(name)
	return notebook.Page{
		Title: "x" + name, Subtitle: name,
		Blocks: []notebook.Block{
			notebook.Heading{Text: "h" + name},
			notebook.KeyFigures{{"l" + name, "v" + name, name}},
			notebook.Prose("p " + notebook.Text(name)), notebook.Note("n " + notebook.Text(name)), notebook.Warning("w " + notebook.Text(name)),
			notebook.Table{
				Name: "names", Caption: name, Note: name, Columns: []notebook.Column{{Name: "name", Header: name, Unit: name}, {Name: "n"}},
				Rows: [][]notebook.Cell{{cell, notebook.Num(1)}}, Total: []notebook.Cell{cell, cell},
			},
			notebook.Chart{Name: "c", Picture: fakeChart{title: strings.ToValidUTF8(name, "\uFFFD"), desc: "d"}},
		},
	}
}

func TestHostileNames(t *testing.T) {
	render := func(f func(io.Writer, notebook.Page) error, name string) string {
		var b bytes.Buffer
		if err := f(&b, hostilePage(name)); err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		return b.String()
	}
	_, plainHTML := htmlText(t, render(notebook.HTML, "name"))
	_, plainMarkdown := markdownText(t, render(notebook.Markdown, "name"))
	for _, name := range hostileNames {
		empty := shownAs(name) == ""
		page := render(notebook.HTML, name)
		text, elements := htmlText(t, page)
		if n := strings.Count(text, shownAs(name)); !empty && n < 12 {
			t.Errorf("HTML shows %q %d times, want 12 or more", name, n)
		}
		for _, e := range []string{"script", "img", "a", "td", "th", "p", "svg", "li"} {
			if elements[e] != plainHTML[e] && !(empty && e == "p") {
				t.Errorf("HTML of %q has %d <%s>, want %d", name, elements[e], e, plainHTML[e])
			}
		}
		text, elements = markdownText(t, render(notebook.Markdown, name))
		if n := strings.Count(text, shownAs(name)); !empty && n < 12 {
			t.Errorf("Markdown shows %q %d times, want 12 or more in\n%s", name, n, text)
		}
		for _, e := range []string{"script", "img", "a", "td", "th", "h1", "h2", "li", "table"} {
			if elements[e] != plainMarkdown[e] {
				t.Errorf("Markdown of %q has %d <%s>, want %d", name, elements[e], e, plainMarkdown[e])
			}
		}
		out := render(func(w io.Writer, p notebook.Page) error { return notebook.Terminal(w, p, notebook.TerminalOptions{}) }, name)
		if strings.ContainsAny(out, "\x1b\x07\x00\r\t\u202E") || !utf8.ValidString(out) {
			t.Errorf("Terminal lets control characters of %q through: %q", name, out)
		}
	}
}

func TestHostileCSV(t *testing.T) {
	for _, name := range hostileNames {
		table := notebook.Table{Name: "t", Columns: []notebook.Column{{Name: "name"}, {Name: "n"}}, Rows: [][]notebook.Cell{{notebook.Str(name), notebook.Num(-1)}}}
		var b bytes.Buffer
		if err := table.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%q: %v, %v", name, rows, err)
		}
		want := strings.ToValidUTF8(name, "\uFFFD")
		if want != "" && strings.ContainsAny(want[:1], "=+-@\t\r\n") {
			want = "'" + want
		}
		if name == " =1" || name == "\ufeff=1" || name == "＝1" {
			want = "'" + want
		}
		if name == "\t=1" || name == "\r=1" { // two cells, where the first character divides them
			want = "'" + name[:1] + "'=1"
		}
		want = strings.ReplaceAll(want, "\r\n", "\n") // csv.Reader does that
		if rows[1][0] != want || rows[1][1] != "-1" {
			t.Errorf("%q is written as %q, want %q and -1", name, rows[1], want)
		}
	}
}

// splitAt is what Excel makes of a record where its list separator is another, and
// whoever pays no attention to quotes.
func splitAt(record string, separator rune) []string {
	return strings.FieldsFunc(record, func(r rune) bool { return r == separator || r == '\n' || r == '\r' })
}

// Where the list separator is a semicolon, Excel opens a file of commas as one
// cell a line, and begins a new cell at every semicolon in a name.
func TestHostileSeparators(t *testing.T) {
	for name, want := range map[string]string{
		"a;=1": "a;'=1", "a; =1": "a;' =1", "a;;=1": "a;;'=1", "a\n=1": "a\n'=1", "a\r\n=1": "a\r\n'=1", ";=cmd|' /C calc'!A0;": ";'=cmd|' /C calc'!A0;", "\r\n=1": "'\r\n'=1",
		"\r=1": "'\r'=1", "\r;=1": "'\r;'=1", "\t=1": "'\t'=1", "a\t=1": "a\t'=1", "a,@SUM(A1)": "a,'@SUM(A1)", "a|+1": "a|'+1", "a\v=1": "a\v'=1", "a\u2028=1": "a\u2028'=1", "Handel, detail-": "Handel, detail-",
		"a;b": "a;b", "a =1": "a =1", "a;b-c": "a;b-c", "Brødrene Dahl; A-S": "Brødrene Dahl; A-S", "x\u200b;\u200b@y": "x\u200b;'\u200b@y", "+;+": "'+;'+", `a;"=1"`: `a;'"=1"`, `"=1`: `"=1`,
	} {
		table := notebook.Table{Name: "t", Columns: []notebook.Column{{Name: "n"}, {Name: "name"}, {Name: "m"}}, Rows: [][]notebook.Cell{{notebook.Num(1), notebook.Str(name), notebook.Num(-2)}}}
		var b bytes.Buffer
		if err := table.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		for _, cell := range splitAt(b.String(), ';') {
			if cell = strings.TrimLeft(cell, " \u200b\""); cell != "" && strings.ContainsAny(cell[:1], "=+-@\t") {
				t.Errorf("%q is a cell of %q", cell, b.String())
			}
		}
		r := csv.NewReader(&b)
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if want = strings.ReplaceAll(want, "\r\n", "\n"); rows[1][1] != want || rows[1][2] != "-2" {
			t.Errorf("%q is written as %q, want %q", name, rows[1], want)
		}
	}
}

// FuzzCSV: no text begins a formula, and without the apostrophes it is what it
// was.
func FuzzCSV(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Add("a;=1\n+2")
	f.Add("\r\t=1,-2|@\";\"=3")
	f.Fuzz(func(t *testing.T, name string) {
		table := notebook.Table{Name: "t", Columns: []notebook.Column{{Name: "n"}, {Name: "name"}}, Rows: [][]notebook.Cell{{notebook.Num(1), notebook.Str(name)}}}
		var b bytes.Buffer
		if err := table.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		raw := b.String()
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatal(rows, err)
		}
		for _, separator := range ",;\t|" {
			cells := rows[1]
			for _, cell := range splitAt(raw, separator) {
				if separator != ',' { // who takes a comma for the end of a cell within quotes takes quotes for text
					cell = strings.Trim(cell, "\"")
				}
				cells = append(cells, cell)
			}
			for _, cell := range cells {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					t.Errorf("split at %q, %q is a cell of %q", separator, cell, rows[1])
				}
			}
		}
		want := strings.ReplaceAll(strings.ToValidUTF8(name, "\uFFFD"), "\r\n", "\n")
		if got := strings.ReplaceAll(rows[1][1], "'", ""); got != strings.ReplaceAll(want, "'", "") {
			t.Errorf("%q is written as %q", name, rows[1][1])
		}
	})
}

func FuzzText(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		var b bytes.Buffer
		p := notebook.Page{Title: "t", Blocks: []notebook.Block{notebook.Prose("x " + notebook.Text(name)), notebook.Prose(name), notebook.Note(name)}}
		if err := notebook.HTML(&b, p); err != nil {
			t.Fatal(err)
		}
		for _, tag := range []string{"<script", "<img", "<iframe", "<!-- raw"} {
			own := map[string]int{"<script": 1}[tag]
			if strings.Count(strings.ToLower(b.String()), tag) != own {
				t.Errorf("%q lets %s through", name, tag)
			}
		}
		if err := notebook.Terminal(&b, p, notebook.TerminalOptions{}); err != nil {
			t.Fatal(err)
		}
		b.Reset()
		if err := goldmark.Convert([]byte("x "+notebook.Text(name)), &b); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "<"); n != 2 {
			t.Errorf("Text(%q) makes elements: %s", name, b.String())
		}
	})
}
