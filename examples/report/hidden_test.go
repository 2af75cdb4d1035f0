package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/examples/notebook/workbook"
	"smartcity/sector"
)

// TestHiddenChangesNothing exchanges jobs and revenue between companies of sectors
// that are hidden, so that nothing that is shown changes: whatever a chart, a table
// or a sentence were made of, the report must stay the same to the last byte.
func TestHiddenChangesNothing(t *testing.T) {
	text, err := os.ReadFile(testdata + "companies.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows := records(t, string(text))
	at := func(name string) int { return slices.Index(rows[0], name) }
	for _, row := range rows[1:] {
		for column, known := range map[string]string{"fte": "5", "revenue": "500000"} { // so that revenue per job can be shown
			if _, err := strconv.ParseFloat(row[at(column)], 64); err != nil {
				row[at(column)] = known
			}
		}
	}
	for year := 2014; year <= 2018; year++ { // a sector of which one company is nearly all
		for i, jobs := range []string{"700.25", "9", "7"} {
			row := make([]string, len(rows[0]))
			row[at("company_id")], row[at("sector")], row[at("region")], row[at("year")] = strconv.Itoa(80000001+i), "Space", "Sjælland", strconv.Itoa(year)
			row[at("fte")], row[at("revenue")] = jobs, strings.TrimSuffix(jobs, ".25")+"500000"
			rows = append(rows, row)
		}
	}
	a, was := protected(t, rows)
	for _, name := range []string{"sectors-index", "growth-and-revenue", "jobs-in-two-years", "waterfall", "tornado", "fan-by-sector"} {
		if !strings.Contains(was, "charts/"+name+".svg") {
			t.Errorf("the chart %s is not in the report", name)
		}
	}
	if strings.Contains(was, "charts/sectors-by-region.svg") || strings.Contains(was, "Sjælland") {
		t.Error("a protected report has regions")
	}

	// The company with the most of a figure in a sector and year gets more of it, or less.
	change := func(name string, year int, column string, by float64) {
		best, most := 0, 0.0
		for i, r := range rows {
			if x, _ := strconv.ParseFloat(r[at(column)], 64); r[at("sector")] == name && r[at("year")] == strconv.Itoa(year) && x > most {
				best, most = i, x
			}
		}
		rows[best][at(column)] = strconv.FormatFloat(most+by, 'f', -1, 64)
	}
	exchanged := 0
	for year := 2014; year <= 2018; year++ {
		for column, of := range map[string]sector.Column{"fte": sector.Jobs, "revenue": sector.Revenue} {
			by := map[string]float64{"fte": 3.25, "revenue": 1e6}[column]
			for _, r := range a.table.In(year) {
				if r.Key[0] != "Space" && r.Figure(of).Status() == sector.Suppressed {
					change("Space", year, column, -by)
					change(r.Key[0], year, column, by)
					exchanged++
					break
				}
			}
		}
	}
	if exchanged != 10 {
		t.Fatalf("exchanged %d figures, want 10: no other sector is hidden", exchanged)
	}
	if _, is := protected(t, rows); is != was {
		for i := range was {
			if i >= len(is) || is[i] != was[i] {
				t.Fatalf("what is hidden shows: …%s…\nand …%s…", was[max(0, i-80):min(len(was), i+80)], is[max(0, i-80):min(len(is), i+80)])
			}
		}
	}
}

// protected is all that a report of rows holds: the page with its charts, the
// workbook of all its tables, and what the provenance says of the figures.
func protected(t *testing.T, rows [][]string) (*analysis, string) {
	t.Helper()
	data := filepath.Join(t.TempDir(), "f.csv")
	var file bytes.Buffer
	if err := csv.NewWriter(&file).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	write(t, data, file.String())
	prices, multipliers := data+".prices", data+".multipliers"
	write(t, prices, "year,index\n2014,95\n2015,96.5\n2016,98\n2017,99.1\n2018,100\n")
	write(t, multipliers, "sector,indirect_jobs_per_direct_job,induced_jobs_per_direct_job\nEnergy,0.5,0.2\nSpace,0.7,0.3\nBuildings,0.6,0.1\n")
	s, err := parse(t.Context(), []string{"-paths", "500", "-data", data, "-out", data + ".out", "-target-jobs", "35200", "-protect", "min=3,dominance=2:85", "-reference", testdata + "reference.csv", "-multipliers", multipliers, "-prices", prices}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	a, page, err := compute(t.Context(), io.Discard, s)
	if err != nil {
		t.Fatal(err)
	}
	var html, sheets bytes.Buffer
	if err := notebook.HTML(&html, page); err != nil {
		t.Fatal(err)
	}
	if err := workbook.Write(&sheets, page); err != nil {
		t.Fatal(err)
	}
	provenance, err := json.Marshal(a.provenance())
	if err != nil {
		t.Fatal(err)
	}
	return a, fmt.Sprintf("%s\n%s\n%q", html.String(), provenance, sheets.String())
}

// TestHiddenTotal gives one company so much of a year's revenue that the total of the
// year is hidden, in real terms too, and then more.
func TestHiddenTotal(t *testing.T) {
	var was string
	for _, most := range []string{"5000000000000", "6000000123457"} {
		text, err := os.ReadFile(testdata + "companies.csv")
		if err != nil {
			t.Fatal(err)
		}
		rows := records(t, string(text))
		year, revenue := slices.Index(rows[0], "year"), slices.Index(rows[0], "revenue")
		rows[slices.IndexFunc(rows, func(r []string) bool { return r[year] == "2016" })][revenue] = most
		a, is := protected(t, rows)
		if total, _ := a.table.Total(2016); total.Revenue.Sum.Status() != sector.Suppressed {
			t.Fatalf("the revenue of 2016 is %v", total.Revenue.Sum)
		}
		blocks, err := a.realTerms()
		if err != nil {
			t.Fatal(err)
		}
		table := blocks[slices.IndexFunc(blocks, func(b notebook.Block) bool { _, is := b.(notebook.Table); return is })].(notebook.Table)
		for i, want := range [][]int{{}, {}, {1, 3, 4, 5}, {4}, {}} { // 2014 to 2018: the columns that are hidden
			for column, c := range table.Rows[i] {
				if got := c == notebook.Suppressed(); got != slices.Contains(want, column) {
					t.Errorf("%d, column %d: hidden is %v", 2014+i, column, got)
				}
			}
		}
		if was != "" && is != was {
			t.Error("the report tells of the revenue that is hidden")
		}
		was = is
	}
}
