package notebook_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartcity/examples/notebook"
)

func TestFolderForeign(t *testing.T) {
	link := func(target, name string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, name)); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
				t.Skip(err)
			}
		}
	}
	file := func(name, text string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { put(t, dir, name, text) }
	}
	outside := t.TempDir()
	put(t, outside, "victim", "untouched")
	for _, test := range []struct {
		name    string
		before  map[string]string // a run of ours before
		change  func(t *testing.T, dir string)
		foreign string // what the error names
		kept    string // what force leaves, "" for what it writes over
		stuck   bool   // not even force
	}{
		{"file beside", run1, file("notes.txt", "mine"), "notes.txt", "notes.txt", false},
		{"file below", run1, file("charts/old/notes.txt", "mine"), "charts/old/notes.txt", "charts/old/notes.txt", false},
		{"a name we would write", nil, file("report.html", "mine"), "report.html", "", false},
		{"a chart we would not", nil, file("charts/z.svg", "mine"), "charts/z.svg", "charts/z.svg", false},
		{"changed and stale", run1, file("tables/t.csv", "mine"), "tables/t.csv", "tables/t.csv", false},
		{"not our provenance", nil, file("provenance.json", `{"files":[]}`), "provenance.json", "", false},
		{"not our list", nil, file(".incomplete.json", `mine`), ".incomplete.json", "", false},
		{"list that leads out", nil, file("provenance.json", `{"format":"smartcity notebook folder, 1","files":[{"name":"../victim","sha256":"`+strings.Repeat("0", 64)+`"}]}`), "provenance.json", "", false},
		{"partial of nothing of ours", run1, file(".x.AAAAAAAAAAAAAAAAAAAAAAAAAA.partial", "mine"), ".x.AAAAAAAAAAAAAAAAAAAAAAAAAA.partial", ".x.AAAAAAAAAAAAAAAAAAAAAAAAAA.partial", false},
		{"link for a file", run1, link(filepath.Join(outside, "victim"), "report.html"), "report.html", "", false},
		{"link within", run1, link("tables/t.csv", "report.html"), "report.html", "", false},
		{"link for provenance.json", nil, link(filepath.Join(outside, "victim"), "provenance.json"), "provenance.json", "", false},
		{"link for a folder", nil, link(outside, "charts"), "charts", "", true},
		{"dangling link", nil, link("nowhere", "x"), "x", "", false},
		{"folder for a file", nil, file("report.html/x", "mine"), "report.html/x", "report.html/x", true},
		{"file for a folder", nil, file("charts", "mine"), "charts", "charts", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if test.before != nil {
				if _, err := save(t, dir, false, test.before); err != nil {
					t.Fatal(err)
				}
			}
			test.change(t, dir)
			before := map[string]string{}
			if test.name != "link for a folder" && test.name != "dangling link" {
				before = contents(t, dir)
			}
			_, err := save(t, dir, false, run2)
			e, ok := errors.AsType[*notebook.ForeignError](err)
			if !ok || e.Name != test.foreign || !strings.Contains(err.Error(), dir) {
				t.Fatalf("error %v, want one that names %s", err, test.foreign)
			}
			if len(before) > 0 && !maps.Equal(before, contents(t, dir)) {
				t.Error("a refused folder was changed")
			}
			_, err = save(t, dir, true, run2)
			switch {
			case test.stuck && err == nil:
				t.Error("force wrote it")
			case !test.stuck && err != nil:
				t.Errorf("forced: %v", err)
			}
			if !test.stuck && test.name != "dangling link" {
				all := contents(t, dir)
				if all["report.html"] != "<head>2" || all["charts/a.svg"] != "a2" {
					t.Errorf("forced, wrote %v", all)
				}
				if test.kept != "" && all[test.kept] != "mine" {
					t.Errorf("force lost %s", test.kept)
				}
			}
			if got := contents(t, outside); !maps.Equal(got, map[string]string{"victim": "untouched"}) {
				t.Errorf("outside there is now %v", got)
			}
		})
	}
}

func TestFolderInterrupted(t *testing.T) {
	mark := `<meta name="generator" content="smartcity notebook">`
	ours := map[string]string{"report.html": mark, "charts/a.svg": "a"}
	for _, test := range []struct {
		name   string
		before map[string]string // what the folder holds, without provenance.json
		write  map[string]string
		ok     bool
	}{
		{"same bytes", map[string]string{"charts/a.svg": "a2"}, run2, true},
		{"a page of ours", map[string]string{"report.html": mark, "charts/a.svg": "older"}, ours, true},
		{"other bytes, no page", map[string]string{"charts/a.svg": "older"}, run2, false},
		{"a page of ours and a name that is not", map[string]string{"report.html": mark, "charts/z.svg": "z"}, ours, false},
	} {
		dir := t.TempDir()
		for name, text := range test.before {
			put(t, dir, name, text)
		}
		f, err := save(t, dir, false, test.write)
		if (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
		if test.ok {
			checkWhole(t, dir)
			if !f.Interrupted() {
				t.Errorf("%s: not said to be interrupted", test.name)
			}
		} else if !maps.Equal(contents(t, dir), test.before) {
			t.Errorf("%s: a refused folder was changed", test.name)
		}
	}
}
