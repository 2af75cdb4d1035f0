package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestSectorsOfEveryYear: the table of sectors has the rows and the total of every
// year, those of the base year in view, and they are those of sectors.csv.
func TestSectorsOfEveryYear(t *testing.T) {
	got := files(t, full(t, "en"))
	_, table, ok := strings.Cut(got["report.html"], `<table data-years="2014 2015 2016 2017 2018" data-picked="2018">`)
	if table, _, _ = strings.Cut(table, "</table>"); !ok {
		t.Fatal("there is no table of sectors with years to pick")
	}
	row := regexp.MustCompile(`<tr data-year="(\d+)"( hidden)?><th[^>]*>([^<]*)</th>(.*)</tr>`)
	number := regexp.MustCompile(` data-v="([^"]*)"`)
	figures := map[string][]float64{} // firms, jobs and revenue of a sector in a year
	for _, m := range row.FindAllStringSubmatch(table, -1) {
		if (m[2] == "") != (m[1] == "2018") {
			t.Errorf("%s, %s: in view: %t", m[3], m[1], m[2] == "")
		}
		var cells []float64
		for _, i := range []int{0, 1, 3} {
			x, err := strconv.ParseFloat(number.FindAllStringSubmatch(m[4], -1)[i][1], 64)
			if err != nil {
				t.Fatal(err)
			}
			cells = append(cells, x)
		}
		figures[m[3]+m[1]] = cells
	}
	lines := records(t, got["tables/sectors.csv"])[1:]
	sums := map[string][3]float64{}
	for _, r := range lines {
		sum := sums[r[1]]
		for i := range sum {
			x, err := strconv.ParseFloat(r[2+i], 64)
			if of := figures[r[0]+r[1]]; err != nil || of == nil || of[i] != x {
				t.Errorf("%s, %s: the page has %v, sectors.csv %s", r[0], r[1], of, r[2+i])
			}
			sum[i] += x
		}
		sums[r[1]] = sum
	}
	if len(figures) != len(lines)+5 {
		t.Errorf("%d rows, want %d of sectors and 5 of totals", len(figures), len(lines))
	}
	for year, sum := range sums {
		for i, x := range figures["Total"+year] {
			if d := x - sum[i]; d > 1e-9*x || d < -1e-9*x {
				t.Errorf("%s: the total is %v, the sectors add up to %v", year, x, sum[i])
			}
		}
	}
	if page := got["report.md"]; strings.Count(page, "| **Total** | **") == 0 || strings.Contains(page, "by sector, 2017**\n\n| Sector | Companies |") {
		t.Error("report.md has another year than the base year")
	}
}
