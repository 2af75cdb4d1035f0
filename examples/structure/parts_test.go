package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

// printed is a table as it stands on the page.
type printed struct {
	name  string // of its file
	head  []string
	rows  [][]string
	total []string
}

// pageTables reads the tables of the chapter back from its Markdown.
func pageTables(t *testing.T, lang string) (tables map[string]printed, prose string) {
	t.Helper()
	var s settings
	if err := s.lang.UnmarshalText([]byte(lang)); err != nil {
		t.Fatal(err)
	}
	s.data, s.reference = testdata+"companies.csv", testdata+"reference.csv"
	c, err := read(t.Context(), os.Stderr, s)
	if err != nil {
		t.Fatal(err)
	}
	page, err := c.Page()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := notebook.Markdown(&b, page); err != nil {
		t.Fatal(err)
	}
	tables = map[string]printed{}
	var now printed
	link := regexp.MustCompile(`\(tables/([a-z-]+)\.csv\)`)
	for line := range strings.SplitSeq(b.String(), "\n") {
		if m := link.FindStringSubmatch(line); m != nil && now.head != nil {
			now.name = m[1]
			tables[now.name], now = now, printed{}
			continue
		}
		cells, ok := strings.CutPrefix(line, "| ")
		if !ok || strings.HasPrefix(cells, "---") {
			continue
		}
		row := strings.Split(strings.TrimSuffix(cells, " |"), " | ")
		switch {
		case now.head == nil:
			now.head = row
		case strings.HasPrefix(row[0], "**"):
			for i := range row {
				row[i] = strings.Trim(row[i], "*")
			}
			now.total = row
		default:
			now.rows = append(now.rows, row)
		}
	}
	return tables, b.String()
}

// TestPrintedPartsAddUp adds up the printed figures of every table with a total,
// and the printed parts of every shift-share, which must be right to what
// rounding leaves.
func TestPrintedPartsAddUp(t *testing.T) {
	ratios := map[string][]int{ // columns that do not add up
		"summary": {7, 8, 9, 10, 11, 12}, "concentration": {2, 3, 4, 5, 6}, "size-transitions": {9}, "theil-by-sector": {1, 4}, "contributions": {4},
		"specialisation": {2, 3, 4, 5, 6, 7}, "regional-concentration": {2, 3, 4, 5},
	}
	across := map[string]int{ // where the column of the change is: the rest of the row are its parts
		"shift-share-dunn": 3, "shift-share-regions": 3, "shift-share-esteban-marquillas": 1, "shift-share-arcelus": 1, "shift-share-dynamic": 1,
	}
	for lang, l := range map[string]locale.Language{"en": locale.English, "da": locale.Danish} {
		tables, _ := pageTables(t, lang)
		number := func(s string) (x, half float64) {
			x, err := l.ParseNumber(strings.TrimPrefix(s, "+"))
			if err != nil {
				return math.NaN(), 0
			}
			_, decimals, _ := strings.Cut(s, string(l.Notation().Decimal))
			return x, 0.5 * math.Pow10(-len(decimals))
		}
		with := 0
		for name, table := range tables {
			if table.total == nil {
				continue
			}
			with++
			for column := 1; column < len(table.head); column++ {
				if slices.Contains(ratios[name], column) {
					continue
				}
				want, slack := number(table.total[column])
				sum := 0.0
				for _, row := range table.rows {
					if row[column] == l.Pick("suppressed", "diskretioneret") {
						continue // of nothing known
					}
					x, half := number(row[column])
					sum, slack = sum+x, slack+half
				}
				if !(math.Abs(sum-want) <= slack+1e-9) {
					t.Errorf("%s, %s, %s: the parts add up to %v, the total is %v", lang, name, table.head[column], sum, want)
				}
			}
		}
		if with < 14 {
			t.Errorf("%s: %d tables with a total", lang, with)
		}
		for name, change := range across {
			rows := append(slices.Clone(tables[name].rows), tables[name].total)
			if len(rows) < 6 {
				t.Errorf("%s, %s: %d rows", lang, name, len(rows))
			}
			for _, row := range rows {
				want, slack := number(row[change])
				sum := 0.0
				for _, cell := range row[change+1:] {
					x, half := number(cell)
					sum, slack = sum+x, slack+half
				}
				if !(math.Abs(sum-want) <= slack+1e-9) {
					t.Errorf("%s, %s, %s: the parts add up to %v, the change is %v", lang, name, row[0], sum, want)
				}
			}
		}
		// Theil: within and between make the total, in every row that has one.
		for _, row := range tables["theil"].rows {
			whole, half := number(row[2])
			within, _ := number(row[3])
			between, _ := number(row[4])
			if row[2] != "–" && !(math.Abs(within+between-whole) <= 3*half+1e-9) {
				t.Errorf("%s, Theil, %s: %v + %v is not %v", lang, row[0], within, between, whole)
			}
		}
	}
}

// TestFolder: the files are there, they are the same in both languages, hold no
// total, and name no company unless asked to.
func TestFolder(t *testing.T) {
	names, rows := map[string]bool{}, 0
	_, companies := readJobs(t, "companies.csv")
	for _, r := range companies[1:] {
		names[r[1]] = true
	}
	files := map[string]map[string]string{}
	for _, lang := range []string{"en", "da"} {
		dir := filepath.Join(t.TempDir(), "out")
		if status, _, stderr := try(t, "-data", testdata+"companies.csv", "-lang", lang, "-out", dir); status != 0 {
			t.Fatal(stderr)
		}
		files[lang] = map[string]string{}
		for _, pattern := range []string{"*", "tables/*", "charts/*"} {
			paths, _ := filepath.Glob(filepath.Join(dir, pattern))
			for _, path := range paths {
				data, err := os.ReadFile(path)
				if err == nil {
					name, _ := filepath.Rel(dir, path)
					files[lang][filepath.ToSlash(name)] = string(data)
				}
			}
		}
	}
	tables := 0
	for name, text := range files["en"] {
		for company := range names {
			if !strings.HasSuffix(name, ".png") && strings.Contains(text, company) {
				t.Errorf("%s names %s", name, company)
			}
		}
		if !strings.HasPrefix(name, "tables/") {
			continue
		}
		tables++
		rows += strings.Count(text, "\n") - 1
		if files["da"][name] != text {
			t.Errorf("%s is another in Danish", name)
		}
		if strings.Contains(text, "\ntotal,") {
			t.Errorf("%s holds a total", name)
		}
	}
	if tables != 22 || rows < 200 || len(files["da"]) != len(files["en"]) || files["en"]["structure.html"] == "" || files["en"]["provenance.json"] == "" {
		t.Errorf("%d tables of %d rows, %d and %d files", tables, rows, len(files["en"]), len(files["da"]))
	}
	// The largest company of 2018, by a look at the file.
	var largest []string
	most := 0.0
	for _, r := range companies[1:] {
		if jobs, err := strconv.ParseFloat(r[7], 64); err == nil && r[6] == "2018" && jobs > most {
			largest, most = r, jobs
		}
	}
	if status, stdout, stderr := try(t, "-data", testdata+"companies.csv", "-names"); status != 0 || !strings.Contains(stdout, "not for publication") || !strings.Contains(stdout, "   1  "+strings.Fields(largest[1])[0]) {
		t.Errorf("the largest is %q, the list is\n%s%s", largest, stdout, stderr)
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := try(t, "-data", testdata+"companies.csv", "-out", foreign); status != 1 || !strings.Contains(stderr, "mine.txt") {
		t.Errorf("a foreign folder: exit status %d, %q", status, stderr)
	}
}
