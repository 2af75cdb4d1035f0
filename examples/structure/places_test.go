package main

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestPlaces adds up the figures behind the map of sectors by region and behind the
// bars of two years once more.
func TestPlaces(t *testing.T) {
	jobs, _ := readJobs(t, "companies.csv")
	dir := filepath.Join(t.TempDir(), "out")
	if status, _, stderr := try(t, "-data", testdata+"companies.csv", "-reference", "", "-out", dir); status != 0 {
		t.Fatal(stderr)
	}
	figures := func(name string) (rows [][]string) {
		text, err := os.ReadFile(filepath.Join(dir, "tables", name))
		if err == nil {
			rows, err = csv.NewReader(strings.NewReader(string(text))).ReadAll()
		}
		if err != nil {
			t.Fatal(err)
		}
		return rows[1:]
	}
	same := func(what, got string, want float64) {
		if x, err := strconv.ParseFloat(got, 64); err != nil || math.Abs(x-want) > 1e-9 {
			t.Errorf("%s: %q, want %v", what, got, want)
		}
	}
	regions := figures("sectors-by-region.csv")
	if len(regions) != 50 {
		t.Errorf("%d sectors in regions, want 50", len(regions))
	}
	for _, r := range regions {
		same(r[0]+", "+r[1], r[4], jobs.sum(r[0], r[1], "2018"))
	}
	years := figures("jobs-in-two-years.csv")
	if len(years) != 20 {
		t.Errorf("%d sectors in two years, want 20", len(years))
	}
	for _, r := range years {
		same(r[0]+", "+r[1], r[2], jobs.sum(r[0], "", r[1]))
	}
}

// TestWhereNot: a file that cannot say where its companies are says so, and one
// whose cells are of single companies warns.
func TestWhereNot(t *testing.T) {
	for text, want := range map[string]string{
		"id,sector,year,fte\n1,A,2018,5\n":                                             "has no regions",
		"id,sector,region,year,fte\n1,A,North,2018,5\n2,B,,2018,6\n":                   "names fewer than two regions",
		"id,sector,region,year,fte\n1,A,North,2018,5\n2,A,South,2018,\n":               "with figures of fewer than 3 companies: 2.",
		"id,sector,region,year,fte\n1,A,North,2018,5\n2,A,South,2018,7\n3,B,,2018,2\n": "South has the most FTE whose region is stated: 7.0 of 12.0 (58.3%)",
	} {
		file := filepath.Join(t.TempDir(), "f.csv")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		contains(t, text, chapterText(t, "-data", file, "-reference", ""), want)
	}
}
