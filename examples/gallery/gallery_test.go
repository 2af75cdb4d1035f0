package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

// atRoot runs a test in the folder that has the test data, as the program is.
func atRoot(t *testing.T) { t.Chdir("../..") }

const here = "examples/gallery"

// TestGolden: every chart is what it was in both languages, and its text stands free.
func TestGolden(t *testing.T) {
	atRoot(t)
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		d, err := load(t.Context(), lang)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(here, "testdata", lang.Tag())
		var names []string
		for _, c := range charts() {
			page, err := c.draw(d)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			if lang == locale.Danish { // whose names are longer
				if err := page.Check(); err != nil {
					t.Errorf("%s: %v", c.name, err)
				}
			}
			var svg bytes.Buffer
			if err := page.SVG(&svg); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			golden(t, filepath.Join(folder, c.name+".svg"), svg.Bytes())
			names = append(names, c.name+".svg")
		}
		slices.Sort(names)
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(files, names, func(f fs.DirEntry, name string) bool { return f.Name() == name }) {
			t.Errorf("%s holds %v; the charts are %v", folder, files, names)
		}
	}
}

// golden compares with a file; UPDATE=1 in the environment writes it.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(file)
	if err == nil {
		if err := differs(got, want); err == "" {
			return // not written anew for a rounding
		} else if os.Getenv("UPDATE") == "" {
			t.Errorf("%s: %s; UPDATE=1 go test ./%s writes it", file, err, here)
			return
		}
	} else if os.Getenv("UPDATE") == "" {
		t.Error(err)
		return
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, got, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEveryChart: no chart of the plot packages is left out, and the code shown of
// each is the one that calls it.
func TestEveryChart(t *testing.T) {
	var shown strings.Builder
	for _, c := range charts() {
		text, err := source(c.draw)
		if err != nil {
			t.Fatal(err)
		}
		shown.WriteString(text)
	}
	for _, folder := range []string{"growth/growthplot", "sector/sectorplot", "projection/projectionplot"} {
		files, err := filepath.Glob(filepath.Join("../..", folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		found := 0
		for _, path := range files {
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || !strings.HasPrefix(f.Name.Name, "New") || !strings.HasSuffix(f.Name.Name, "Page") || f.Name.Name == "NewPage" {
					continue
				}
				found++
				if call := filepath.Base(folder) + "." + f.Name.Name + "("; !strings.Contains(shown.String(), call) {
					t.Errorf("no chart of the gallery is drawn with %s", call)
				}
			}
		}
		if found == 0 {
			t.Errorf("%s: no charts found", folder)
		}
	}
}

// TestSource: the code shown is that of the function, from its comment to its end.
func TestSource(t *testing.T) {
	text, err := source((*data).aggregate)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(text, "// aggregate adds companies up.\nfunc (d *data) aggregate(") || !strings.HasSuffix(text, "\n}") || strings.Contains(text, "project") {
		t.Error(text)
	}
	if _, err := source(differs); err == nil || !strings.Contains(err.Error(), "differs") {
		t.Errorf("a function that is in no file shown: %v", err)
	}
}

// TestPage: both pages have every chart, its words and its code, and no line of code
// is cut off on a screen.
func TestPage(t *testing.T) {
	atRoot(t)
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		d, err := load(t.Context(), lang)
		if err != nil {
			t.Fatal(err)
		}
		page, err := d.page()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := notebook.Markdown(&b, page); err != nil {
			t.Fatal(err)
		}
		md := b.String()
		for _, c := range charts() {
			text, err := source(c.draw)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"## " + lang.Pick(c.title[0], c.title[1]) + "\n", lang.Pick(c.shows[0], c.shows[1]), "(charts/" + c.name + ".svg)", strings.ReplaceAll(text, "\t", "    ")} {
				if !strings.Contains(md, want) {
					t.Errorf("%v: the page lacks %q", lang, want)
				}
			}
			if c.title[0] == c.title[1] || c.shows[0] == c.shows[1] {
				t.Errorf("%s has the same words in both languages", c.name)
			}
		}
		inCode := false
		for line := range strings.Lines(md) {
			if strings.HasPrefix(line, "```") {
				inCode = !inCode
			}
			if inCode && len(line) > 71 {
				t.Errorf("too wide: %s", line)
			}
		}
	}
}

// TestWrite writes the page and the picture of the README.
func TestWrite(t *testing.T) {
	atRoot(t)
	d, err := load(t.Context(), locale.Danish)
	if err != nil {
		t.Fatal(err)
	}
	d.style.DPI = 72 // so that the race detector has fewer pixels to look at
	dir := filepath.Join(t.TempDir(), "gallery")
	folder, err := notebook.OpenFolder(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.write(t.Context(), io.Discard, folder); err != nil {
		t.Fatal(err)
	}
	names := []string{"gallery.html", "gallery.md", "provenance.json"}
	for _, c := range charts() {
		names = append(names, "charts/"+c.name+".svg", "charts/"+c.name+".png")
	}
	for _, name := range names {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	var stdout, stderr bytes.Buffer
	overview := filepath.Join(t.TempDir(), "overview.svg")
	if status := run(t.Context(), &stdout, &stderr, []string{"-overview", overview}); status != 0 {
		t.Fatalf("exit status %d: %s", status, &stderr)
	}
	drawn, err := os.ReadFile(overview)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join(here, "overview.svg"), drawn) // go generate draws it too
}

func TestRefused(t *testing.T) {
	for args, want := range map[string]int{"-h": 0, "-lang de": 2, "stray": 2, "-no-such-flag": 2, "-out " + t.TempDir(): 1} { // no testdata below this folder
		var stdout, stderr bytes.Buffer
		if status := run(t.Context(), &stdout, &stderr, strings.Fields(args)); status != want || stdout.Len() > 0 || stderr.Len() == 0 || want == 1 && !strings.Contains(stderr.String(), "below the folder") {
			t.Errorf("%q: exit status %d, %q, %q", args, status, &stdout, &stderr)
		}
	}
}
