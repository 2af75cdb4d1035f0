package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestPast: a history without change, with gaps, and too short for some sectors.
func TestPast(t *testing.T) {
	file := func(jobs func(sector, year int) string) string {
		var text strings.Builder
		text.WriteString("id,sector,year,fte\n")
		for year := 2009; year <= 2018; year++ {
			for k := range 3 {
				if fte := jobs(k, year); fte != "" {
					fmt.Fprintf(&text, "%d,Sector %c,%d,%s\n", k+1, 'A'+k, year, fte)
				}
			}
		}
		path := filepath.Join(t.TempDir(), "past.csv")
		if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	constant := file(func(k, _ int) string { return strconv.Itoa(100 * (k + 1)) })
	odd := file(func(k, year int) string {
		if k == 0 && year < 2014 || k == 1 && year == 2012 {
			return ""
		}
		return strconv.Itoa(100*(k+1) + 7*(year-2009) + year*year%5)
	})
	for _, c := range []struct {
		args  []string
		wants []string
	}{
		{[]string{"-data", constant, "-to", "2022"}, []string{"on a past that has not changed, so that is what stands. Of all jobs it says 600 FTE in 2022. Jobs elsewhere"}},
		{[]string{"-data", constant, "-to", "2022", "-lang", "da"}, []string{"på en fortid uden ændringer, så den står ved magt. Om alle job siger den 600 årsværk i 2022. Job andre"}},
		{[]string{"-data", odd, "-to", "2024"}, []string{"“no change” is scored in its place.", "Of the 6 years ahead only 4 could be tested.", "With too few known years to be tested: Sector A."}},
		{[]string{"-data", odd, "-to", "2024", "-lang", "da"}, []string{"tæller »ingen ændring« i dens sted.", "Af de 6 år, der ses frem, kunne kun 4 afprøves.", "Med for få kendte år til at blive afprøvet: Sector A."}},
	} {
		page := told(t, append(c.args, "-target-jobs", "1000", "-paths", "1000")...)
		for _, want := range c.wants {
			if !strings.Contains(page, want) {
				t.Errorf("%q: the chapter lacks %q", c.args, want)
			}
		}
	}
}

// TestFewPaths: one path is not certainty.
func TestFewPaths(t *testing.T) {
	page := told(t, ours("-paths", "1")...)
	if strings.Contains(page, "nothing is left to chance") || !strings.Contains(page, "another -seed would give quite other ones") || !strings.Contains(page, "under other choices") {
		t.Error(page)
	}
	if page := told(t, ours("-paths", "1000")...); strings.Contains(page, "another -seed") {
		t.Error(page)
	}
}

// TestOtherGrowth: what is varied follows the range that is asked for.
func TestOtherGrowth(t *testing.T) {
	page := told(t, "-data", testdata+"companies.csv", "-growth=-5..-1%", "-target-jobs", "20000", "-lang", "da", "-paths", "1000")
	for _, want := range []string{
		"Ingen af 24 kombinationer når 20.000", "Markedsvækst −8,2 pct.: ", "Produktionen pr. job er forudsat uændret", "Inden udgangen af 2025 nås målet ikke i det høje, centrale og lave scenarie",
		"Alle brancher går sandsynligvis lige meget tilbage",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the chapter lacks %q", want)
		}
	}
}
