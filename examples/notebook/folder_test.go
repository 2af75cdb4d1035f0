package notebook_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

// save writes the pages of a run and returns its folder.
func save(t *testing.T, dir string, force bool, files map[string]string) (*notebook.Folder, error) {
	t.Helper()
	f, err := notebook.OpenFolder(dir, force)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := f.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, files[name]); return err }); err != nil {
			t.Fatal(err)
		}
	}
	return f, f.Write(notebook.Provenance{})
}

// contents reads every file below a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// checkWhole compares a folder with its provenance.json.
func checkWhole(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := contents(t, dir)
	var p struct {
		Files []struct {
			Name, SHA256 string
			Bytes        int
		}
	}
	if err := json.Unmarshal([]byte(all["provenance.json"]), &p); err != nil {
		t.Fatalf("provenance.json: %v", err)
	}
	if len(p.Files) != len(all)-1 {
		t.Errorf("%d files listed, %d there: %v", len(p.Files), len(all)-1, slices.Sorted(maps.Keys(all)))
	}
	last := ""
	for _, f := range p.Files {
		sum := sha256.Sum256([]byte(all[f.Name]))
		if hex.EncodeToString(sum[:]) != f.SHA256 || len(all[f.Name]) != f.Bytes {
			t.Errorf("%s is not as listed", f.Name)
		}
		if f.Name <= last {
			t.Errorf("%s is listed after %s", f.Name, last)
		}
		last = f.Name
	}
	return all
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

var (
	run1 = map[string]string{"report.html": "<head>1", "charts/a.svg": "a1", "charts/b.svg": "b1", "tables/t.csv": "t1"}
	run2 = map[string]string{"report.html": "<head>2", "charts/a.svg": "a2"}
)

func TestFolderOfAPage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "report")
	var first map[string]string
	for _, procs := range []int{1, 4} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		f, err := notebook.OpenFolder(dir, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.AddPage(t.Context(), "report", samplePage(locale.English)); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(notebook.Provenance{Input: map[string]any{"name": "companies.csv", "rows": 3}, Assumptions: []string{"<none>"}}); err != nil {
			t.Fatal(err)
		}
		if f.Interrupted() {
			t.Error("a whole folder counts as interrupted")
		}
		all := checkWhole(t, dir)
		want := []string{"charts/fte-by-sector.png", "charts/fte-by-sector.svg", "provenance.json", "report.html", "report.md", "tables/sectors.csv"}
		if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
			t.Errorf("files %v, want %v", got, want)
		}
		if first != nil && !maps.Equal(first, all) {
			t.Error("the second run wrote other bytes")
		}
		first = all
	}
	golden(t, "sectors.csv", []byte(first["tables/sectors.csv"]))
	for _, part := range []string{"\"input\": {\n    \"name\": \"companies.csv\",\n    \"rows\": 3\n  },\n  \"assumptions\": [\n    \"<none>\"\n  ],\n  \"files\": [\n", `"version": "`} {
		if !strings.Contains(first["provenance.json"], part) {
			t.Errorf("provenance.json has no %s:\n%s", part, first["provenance.json"])
		}
	}
}

func TestFolderStaleFilesGo(t *testing.T) {
	dir := t.TempDir()
	if _, err := save(t, dir, false, run1); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "report.html", "edited, and written again all the same")
	put(t, dir, ".DS_Store", "desktop")
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := save(t, dir, false, run2); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, ".DS_Store")); err != nil {
		t.Error(err)
	}
	if all := checkWhole(t, dir); len(all) != 3 || all["report.html"] != "<head>2" {
		t.Errorf("left: %v", all)
	}
	if _, err := os.Stat(filepath.Join(dir, "tables")); !os.IsNotExist(err) {
		t.Error("the empty folder of stale files is still there")
	}
}

// A chart that fails leaves the folder as it was.
func TestFolderFailingChart(t *testing.T) {
	dir := t.TempDir()
	if _, err := save(t, dir, false, run1); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	f, err := notebook.OpenFolder(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	p := samplePage(locale.English)
	for i := range 9 {
		var fail error
		if i >= 5 {
			fail = fmt.Errorf("pen %d: %w", i, errBroken)
		}
		p.Blocks = append(p.Blocks, notebook.Chart{Name: fmt.Sprint("c", i), Picture: fakeChart{title: "x", fail: fail}})
	}
	err = f.AddPage(t.Context(), "report", p)
	if !errors.Is(err, errBroken) || !strings.Contains(err.Error(), `chart "c5": pen 5`) {
		t.Errorf("error %v, want that of the first chart that fails, c5", err)
	}
	if err := f.Write(notebook.Provenance{Counts: math.NaN()}); err == nil {
		t.Error("NaN in provenance.json")
	}
	if !maps.Equal(before, contents(t, dir)) {
		t.Error("the folder was changed")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.AddPage(ctx, "report", samplePage(locale.English)); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func TestFolderNames(t *testing.T) {
	f, err := notebook.OpenFolder(filepath.Join(t.TempDir(), "x"), false)
	if err != nil {
		t.Fatal(err)
	}
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	for _, name := range []string{"", "x", "../x.csv", "/x.csv", "a/b/c.csv", "a/../x.csv", "./x.csv", ".x.csv", "X.csv", "å.csv", "a b.csv", "x.csv/", "provenance.json", strings.Repeat("x", 65) + ".csv", "x.tar.gz", `a\b.csv`, "-x.csv"} {
		if err := f.Add(name, text("x")); err == nil {
			t.Errorf("Add took the name %q", name)
		}
	}
	if err := errors.Join(f.Add("a/x.csv", text("1")), f.Add("a/x.csv", text("1"))); err != nil {
		t.Error(err)
	}
	if err := f.Add("a/x.csv", text("2")); err == nil {
		t.Error("Add took a second x.csv")
	}
	if err := f.Add("y.csv", func(io.Writer) error { return errBroken }); !errors.Is(err, errBroken) {
		t.Errorf("error %v, want %v", err, errBroken)
	}
	if err := f.AddPage(t.Context(), "../report", samplePage(locale.English)); err == nil {
		t.Error("AddPage took a name that leads out")
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "file", "x")
	if _, err := notebook.OpenFolder("", false); err == nil {
		t.Error("a folder without a name")
	}
	for _, force := range []bool{false, true} {
		for _, name := range []string{"file", "file/below"} {
			path := filepath.Join(dir, name)
			_, err := save(t, path, force, run1)
			if err == nil || strings.Count(err.Error(), path) != 1 {
				t.Errorf("error %v, want one that names %s once", err, path)
			}
		}
	}
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0o555); err != nil {
		t.Fatal(err)
	}
	if probe, err := os.Create(filepath.Join(closed, "probe")); err == nil {
		_ = probe.Close()
		t.Skip("this user may write everywhere")
	}
	_, err := save(t, closed, false, run1)
	if !errors.Is(err, fs.ErrPermission) || strings.Count(err.Error(), closed) != 1 {
		t.Errorf("error %v, want one that names %s once and no permission", err, closed)
	}
}

func TestAddPageTwice(t *testing.T) {
	f, err := notebook.OpenFolder(filepath.Join(t.TempDir(), "x"), false)
	if err != nil {
		t.Fatal(err)
	}
	p := samplePage(locale.English)
	if err := errors.Join(f.AddPage(t.Context(), "one", p), f.AddPage(t.Context(), "two", p)); err != nil {
		t.Error("two pages of the same charts:", err)
	}
	if err := f.AddPage(t.Context(), "three", samplePage(locale.Danish)); err == nil || !strings.Contains(err.Error(), "charts/fte-by-sector.png") {
		t.Errorf("error %v, want one that names the chart there is already", err)
	}
	if err := f.Write(notebook.Provenance{}); err != nil {
		t.Error(err)
	}
	var b bytes.Buffer
	if err := notebook.HTML(&b, p); err != nil {
		t.Fatal(err)
	}
}
