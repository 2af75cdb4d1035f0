package main

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// hostile are names as somebody may have typed them into a company file.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `=cmd|' /C calc'!A0`, "+1+1", "-1-1", "@SUM(A1)", "\t=1", "a;=1", "\u202egnilepS", "\u200fشركة", strings.Repeat("x", 300),
	"🚲 | **bold**", "", "]]>", "O'Brien", "History", "_x0041_", "[x](http://evil.example)", "a\nb", "| x |",
}

// reportOf makes a report of a company in each of the names, in two years, with
// names of the file, of a column and of the field, and a row that is left out.
func reportOf(t *testing.T, names []string, one string) (out string) {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	w := csv.NewWriter(&b)
	rows := [][]string{{"sector", "year", "fte", "revenue", "name", one}}
	for i, name := range names {
		rows = append(rows, []string{name, "2017", fmt.Sprint(i + 1), "", name, name}, []string{name, "2018", fmt.Sprint(i + 2), fmt.Sprint(1000 * i), name, name})
	}
	rows = append(rows, []string{one, "2018", one, "1", one, one})
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(dir, strings.NewReplacer("/", "∕", "\x00", "").Replace(one)+".csv")
	write(t, data, b.String())
	economy, multipliers := [][]string{{"sector", "region", "year", "fte"}}, [][]string{{"sector", "indirect_jobs_per_direct_job"}}
	for i, name := range names {
		if name == "" {
			continue
		}
		economy = append(economy, []string{name, "R" + name, "2017", fmt.Sprint(100 + i)}, []string{name, "R" + name, "2018", fmt.Sprint(110 + i)}, []string{name + "?", "S", "2018", "5"})
		// A company file is cleaned of control characters, and a list of records is not.
		if i%2 == 0 && !strings.ContainsFunc(hostile[i], func(r rune) bool { return r < ' ' || r > '~' }) {
			multipliers = append(multipliers, []string{name, "0.5"})
		}
	}
	args := []string{"-data", data, "-out", dir + "/out", "-name", one, "-lenient", "-target-jobs", "500"}
	for flag, rows := range map[string][][]string{"-reference": economy, "-multipliers": multipliers} {
		var b strings.Builder
		w := csv.NewWriter(&b)
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, flag+strings.NewReplacer("/", "∕", "\x00", "").Replace(one)+".csv")
		write(t, file, b.String())
		args = append(args, flag, file)
	}
	status, stdout, stderr := sketch(t, args...)
	if status != 0 {
		t.Fatalf("exit status %d: %s", status, stderr)
	}
	if strings.ContainsAny(strings.ReplaceAll(stdout+stderr, data, ""), "\x1b\u202e") {
		t.Errorf("the terminal gets %q", stdout+stderr)
	}
	return dir + "/out"
}

// TestHostileNames: what a company file says is text, in every file and wherever
// a name can be, and no name of a file is made of it.
func TestHostileNames(t *testing.T) {
	plain := make([]string, len(hostile))
	for i := range plain {
		if hostile[i] != "" { // what is not stated is compared with nothing
			plain[i] = fmt.Sprint("Sector ", i)
		}
	}
	harmless := files(t, reportOf(t, plain, "plain"))
	for i, one := range []string{`<script>alert(1)</script>`, `=cmd|' /C calc'!A0`, "\u202egnilepS 🚲"} {
		if testing.Short() && i > 0 {
			continue
		}
		out := reportOf(t, hostile, one)
		got := files(t, out)
		f, of := sheets(t, out)
		if a, b := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(harmless)); !slices.Equal(a, b) {
			t.Errorf("%q: files %q, want %q", one, a, b)
		}
		for name, text := range got {
			switch filepath.Ext(name) {
			case ".csv":
				for _, record := range records(t, text) {
					for _, cell := range record {
						if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") && strings.Trim(cell, "-0123456789.") != "" {
							t.Errorf("%s holds the formula %q", name, cell)
						}
					}
				}
				compareSheet(t, f, of[name], records(t, text))
				if strings.Contains(text, ";=1") {
					t.Errorf("%s holds a formula behind a semicolon", name)
				}
			case ".svg":
				wellFormed(t, name, text)
				noHandlers(t, name, text)
			case ".html":
				noHandlers(t, name, text)
				for _, tag := range []string{"<script", "<img", "<a ", "<td", "<h2", "<svg"} {
					if a, b := strings.Count(text, tag), strings.Count(harmless[name], tag); a != b {
						t.Errorf("%q: %s has %d times %s, with harmless names %d", one, name, a, tag, b)
					}
				}
			case ".md":
				text := regexp.MustCompile(`\\.`).ReplaceAllString(text, "") // without what is escaped
				if strings.Contains(text, "<script") || strings.Contains(text, "<img") || strings.Contains(text, "](http") {
					t.Errorf("%s holds what a name wanted:\n%s", name, text)
				}
			case ".json":
				if !json.Valid([]byte(text)) {
					t.Errorf("%s is not JSON", name)
				}
			}
			if ext := filepath.Ext(name); ext != ".png" && ext != ".xlsx" && ext != ".csv" && ext != ".json" && strings.ContainsAny(text, "\x1b\x00\u202e") {
				t.Errorf("%s holds control characters", name)
			}
		}
	}
}

// noHandlers checks that no element of a page or picture would run a name.
func noHandlers(t *testing.T, name, text string) {
	t.Helper()
	if strings.Contains(text, "<script>alert") || strings.Contains(text, "<img src=x") {
		t.Errorf("%s holds a script", name)
	}
}

func wellFormed(t *testing.T, name, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s is not XML: %v", name, err)
			return
		}
	}
}
