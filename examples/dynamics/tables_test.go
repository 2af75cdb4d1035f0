package main

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/locale"
)

// figures is a CSV file of the page.
type figures []map[string]string

func load(t *testing.T, path string) figures {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%s: %d lines, %v", path, len(all), err)
	}
	var out figures
	for _, rec := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = rec[i]
		}
		out = append(out, row)
	}
	return out
}

func value(t *testing.T, row map[string]string, column string) float64 {
	t.Helper()
	if row[column] == "" {
		return 0 // a part that a method does not have
	}
	x, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		t.Fatalf("%s: %v", column, err)
	}
	return x
}

// addsUp checks |Σparts − whole| ≤ 1e-12·Σ|parts|.
func addsUp(t *testing.T, what string, whole float64, parts ...float64) {
	t.Helper()
	var s, size growth.Sum
	for _, p := range parts {
		s.Add(p)
		size.Add(math.Abs(p))
	}
	if !(math.Abs(s.Float64()-whole) <= 1e-12*size.Float64()) {
		t.Errorf("%s: the parts sum to %v, the whole is %v", what, s.Float64(), whole)
	}
}

// TestFilesAddUp: what the CSV files present as parts of a whole adds up to it.
func TestFilesAddUp(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	told(t, "-data", testdata, "-out", dir)
	read := func(name string) figures { return load(t, filepath.Join(dir, "tables", name+".csv")) }
	years, sectors := read("job-flows"), read("job-flows-by-sector")
	for _, total := range years {
		of := func(column string) float64 { return value(t, total, column) }
		addsUp(t, "creation", of("job_creation"), of("job_creation_births"), of("job_creation_continuers"))
		addsUp(t, "destruction", of("job_destruction"), of("job_destruction_deaths"), of("job_destruction_continuers"))
		addsUp(t, "net", of("net_job_creation"), of("job_creation"), -of("job_destruction"))
		addsUp(t, "jobs", of("jobs_to"), of("jobs_from"), of("net_job_creation"), of("jobs_returned"), -of("jobs_paused"), of("jobs_known_in_to"), -of("jobs_known_in_from"))
		for _, column := range []string{"job_creation_births", "job_creation_continuers", "job_destruction_deaths", "job_destruction_continuers", "denom"} {
			var parts []float64
			for _, s := range sectors {
				if s["from"] == total["from"] {
					parts = append(parts, value(t, s, column))
				}
			}
			if len(parts) != 10 {
				t.Errorf("%s–%s: %d sectors", total["from"], total["to"], len(parts))
			}
			addsUp(t, column+" by sector", of(column), parts...)
		}
	}
	methods := read("revenue-per-job-methods")
	if len(methods) != 6 {
		t.Errorf("%d methods", len(methods))
	}
	for _, m := range methods {
		of := func(column string) float64 { return value(t, m, column) }
		addsUp(t, m["method"], of("change"), of("within"), of("between"), of("cross"), of("entry"), of("exit"))
		addsUp(t, m["method"], of("after"), of("before"), of("change"))
	}
	for _, s := range read("revenue-per-job-by-sector") {
		of := func(column string) float64 { return value(t, s, column) }
		addsUp(t, s["sector"], of("change"), of("within"), of("static"), of("dynamic"), of("turnover"))
	}
	for _, y := range read("olley-pakes") {
		addsUp(t, y["year"], value(t, y, "aggregate"), value(t, y, "mean"), value(t, y, "covariance"))
	}
	for _, name := range []string{"accounting-jobs", "accounting-revenue"} {
		effects := map[string][]float64{}
		change := map[string]float64{}
		for _, e := range read(name) {
			effects[e["sector"]] = append(effects[e["sector"]], value(t, e, "effect"))
			change[e["sector"]] = value(t, e, "to") - value(t, e, "from")
		}
		for s, parts := range effects {
			addsUp(t, name+" "+s, change[s], parts...)
		}
	}
	for _, h := range read("high-growth") {
		of := func(column string) float64 { return value(t, h, column) }
		addsUp(t, h["rule"], of("of_size"), of("born_in_start"), of("not_surviving"), of("not_positive"), of("missing"), of("suppressed"), of("eligible"))
	}
}

// TestPrintedTotals reads the printed tables back, in both languages: rows sum to
// their total, and parts along a row to the whole, as far as rounding goes.
func TestPrintedTotals(t *testing.T) {
	for _, l := range []locale.Language{locale.English, locale.Danish} {
		dir := filepath.Join(t.TempDir(), l.Tag())
		told(t, "-data", testdata, "-out", dir, "-lang", l.Tag())
		page, err := os.ReadFile(filepath.Join(dir, "dynamics.md"))
		if err != nil {
			t.Fatal(err)
		}
		for caption, c := range map[string]struct {
			wholes map[int][]int // column of a whole, and those of its parts
			sums   []int         // columns that sum to the total
		}{
			l.Pick("Jobs created and destroyed, FTE", "Skabte og nedlagte job, årsværk"):                                                                                 {map[int][]int{3: {1, 2}, 6: {4, 5}, 7: {3, -6}}, []int{1, 2, 3, 4, 5, 6, 7, 8}},
			l.Pick("Jobs created and destroyed by sector, 2017–2018, FTE", "Skabte og nedlagte job efter branche, 2017–2018, årsværk"):                                   {map[int][]int{3: {1, 2}, 6: {4, 5}, 7: {3, -6}}, []int{1, 2, 3, 4, 5, 6, 7}},
			l.Pick("From the jobs of one year to those of the next, FTE", "Fra det ene års job til det næstes, årsværk"):                                                 {map[int][]int{7: {1, 2, 3, -4, 5, -6}}, nil},
			l.Pick("Companies that come and go by sector, 2017", "Virksomheder, der kommer og går, efter branche, 2017"):                                                 {nil, []int{1, 2, 5}},
			l.Pick("Change of revenue per FTE by six methods, 2014–2018, DKK per FTE", "Ændring i omsætning pr. årsværk efter seks metoder, 2014–2018, kr. pr. årsværk"): {map[int][]int{2: {1, 3}, 3: {4, 5, 6, 7, 8}}, nil},
			l.Pick("Change of revenue per FTE by sector, 2014–2018, DKK per FTE", "Ændring i omsætning pr. årsværk efter branche, 2014–2018, kr. pr. årsværk"):           {map[int][]int{5: {6, 7, 8}}, []int{1, 2, 5, 6, 7, 8}},
			l.Pick("Growth of jobs by sector, 2014–2018, FTE", "Vækst i job efter branche, 2014–2018, årsværk"):                                                          {map[int][]int{2: {1, 3}, 3: {5, 6}}, []int{1, 2, 3, 4, 5, 6}},
			l.Pick("Growth of revenue by sector, 2014–2018, DKK m", "Vækst i omsætning efter branche, 2014–2018, mio. kr."):                                              {map[int][]int{2: {1, 3}, 3: {5, 6, 7}}, []int{1, 2, 3, 4, 5, 6, 7}},
		} {
			rows, total := printed(t, l, string(page), caption)
			all := rows
			if total != nil {
				all = append(all, total)
			}
			for _, row := range all {
				for whole, parts := range c.wholes {
					sum := 0.0
					for _, p := range parts {
						sum += math.Copysign(1, float64(p)) * row[max(p, -p)]
					}
					if math.Abs(sum-row[whole]) > .5*float64(len(parts)+1) {
						t.Errorf("%s: %v: column %d is %v, its parts sum to %v", caption, row, whole, row[whole], sum)
					}
				}
			}
			for _, column := range c.sums {
				sum := 0.0
				for _, row := range rows {
					sum += row[column]
				}
				if len(rows) < 3 || math.Abs(sum-total[column]) > .5*float64(len(rows)+1) {
					t.Errorf("%s: column %d sums to %v, the total is %v", caption, column, sum, total[column])
				}
			}
		}
	}
}

// TestNetRates: each sector in each pair of years, as in the file.
func TestNetRates(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	told(t, "-data", testdata, "-out", dir)
	page, err := os.ReadFile(filepath.Join(dir, "dynamics.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := printed(t, locale.English, string(page), "Net job creation rate by sector")
	file := load(t, filepath.Join(dir, "tables", "job-flows-by-sector.csv"))
	for i, f := range file {
		sector, pair := i%len(rows), i/len(rows)
		if want := value(t, f, "net_job_creation_rate"); math.Abs(rows[sector][1+pair]-want) > .0500001 {
			t.Errorf("%s %s–%s: %v is printed, the file has %v", f["group"], f["from"], f["to"], rows[sector][1+pair], want)
		}
	}
	if len(file) != 4*len(rows) {
		t.Errorf("%d rows are printed, the file has %d", len(rows), len(file))
	}
}

// printed is a table of the Markdown page, its total apart. A cell without a
// number is 0.
func printed(t *testing.T, l locale.Language, page, caption string) (rows [][]float64, total []float64) {
	t.Helper()
	_, after, ok := strings.Cut(page, "**"+caption+"**\n\n")
	if !ok {
		t.Fatalf("there is no table %q", caption)
	}
	for i, line := range strings.Split(after, "\n") {
		if !strings.HasPrefix(line, "|") {
			break
		}
		if i < 2 {
			continue // headers
		}
		var row []float64
		for cell := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
			text := strings.TrimPrefix(strings.Trim(cell, " *\\"), "+")
			x, err := l.ParseNumber(strings.TrimPrefix(text, "−"))
			if err != nil {
				x = 0
			}
			if strings.HasPrefix(text, "−") {
				x = -x
			}
			row = append(row, x)
		}
		if strings.Contains(line, "**") {
			total = row
		} else {
			rows = append(rows, row)
		}
	}
	return rows, total
}
