package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/examples/notebook"
)

// TestWrite: everything is in the folder, and a folder that an interrupted run had
// left is told of once.
func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	try := func(page notebook.Page) string {
		folder, err := notebook.OpenFolder(dir, false)
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		if err := Write(t.Context(), &said, "try", folder, page, notebook.Provenance{}); err != nil {
			t.Fatal(err)
		}
		return said.String()
	}
	page := notebook.Page{Title: "Jobs", Blocks: []notebook.Block{notebook.Table{Name: "jobs", Columns: []notebook.Column{{Name: "jobs"}}, Rows: [][]notebook.Cell{{notebook.Num(1)}}}}}
	for _, interrupted := range []bool{false, true, false} {
		if interrupted {
			if err := os.Remove(filepath.Join(dir, "provenance.json")); err != nil {
				t.Fatal(err)
			}
		}
		said := try(page)
		want := ""
		if interrupted {
			want = "try: " + dir + " held what an interrupted run had left; it is whole now\n"
		}
		if said != want {
			t.Errorf("said %q, want %q", said, want)
		}
		for _, name := range []string{"try.html", "try.md", "tables.xlsx", "provenance.json"} {
			if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	linked := func() bool {
		page, err := os.ReadFile(filepath.Join(dir, "try.html"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(page), `href="tables.xlsx"`)
	}
	if !linked() {
		t.Error("the page has no link to the workbook")
	}
	try(notebook.Page{Title: "Jobs"})
	if _, err := os.Stat(filepath.Join(dir, "tables.xlsx")); err == nil || linked() {
		t.Error("a page without tables has a workbook")
	}
}
