package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestOddFiles reads what the page says of files that few reports are made of.
func TestOddFiles(t *testing.T) {
	var falling strings.Builder
	for i := range 6 {
		for year := 2014; year <= 2018; year++ {
			fmt.Fprintf(&falling, "%d,S%d,%d,%d,%d\n", i, i%3, year, 50-6*(year-2014)-i%3, 1000000*(60-i%3))
		}
	}
	for _, c := range []struct {
		text, lang string
		want, not  []string
		more       []string // flags
	}{
		{falling.String(), "da", []string{"Jobtallet er faldet 15,5 pct. om året", "i S0 og S1", "; S2 faldt 50 pct."}, []string{" s0", " s1", " s2", "vokset −"}, nil},
		{falling.String(), "en", []string{"Jobs have fallen 15.5% a year", "in S0 and S1"}, []string{" s0", " s1", " s2", "grown −"}, nil},
		{falling.String(), "da", []string{"Jobtallet er faldet 13,1 pct. om året fra 2014 til 2016"}, nil, []string{"-base-year", "2016"}},
		{"1,Energi,2018,54.5,60000000\n", "da", []string{"I alt 1 virksomhed med", "Energi har en omsætning pr. fuldtidsbeskæftiget på 1,10 mio. kr."}, []string{"1 virksomheder", "har den højeste"}, nil},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "f.csv"), "company_id,sector,year,fte,revenue\n"+c.text)
		page := strings.ReplaceAll(undrawn(t, append(c.more, "-data", filepath.Join(dir, "f.csv"), "-out", filepath.Join(dir, "out"), "-lang", c.lang, "-target-jobs", "300")...), "\u00a0", " ")
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %q", c.lang, want)
			}
		}
		for _, not := range c.not {
			if at := strings.Index(page, not); at >= 0 {
				t.Errorf("%s: the page says …%s…", c.lang, page[max(0, at-60):min(len(page), at+40)])
			}
		}
	}
}

// TestNoRevenue says nothing of revenue where the file does not, and keeps its column.
func TestNoRevenue(t *testing.T) {
	dir := t.TempDir()
	write(t, dir+"/f.csv", "company_id,sector,year,fte\n1,Energy,2017,5\n1,Energy,2018,6\n2,Water,2017,7\n2,Water,2018,9\n3,Water,2017,7\n3,Water,2018,9\n")
	status, stdout, stderr := sketch(t, "-data", dir+"/f.csv", "-out", dir+"/out")
	if status != 0 {
		t.Fatal(stderr)
	}
	got := files(t, dir+"/out")
	for _, text := range []string{stdout, got["report.md"]} {
		if strings.Contains(text, "evenue (") || strings.Contains(text, "CR10 of revenue") || strings.Contains(strings.ToLower(text), "current prices") {
			t.Errorf("the report has revenue:\n%s", text)
		}
	}
	if !strings.Contains(got["report.md"], "| Sector | Companies | Full-time equivalents | Share (%) | Full-time equivalents per company |") || !strings.Contains(got["report.md"], "Revenue: not in the file.") {
		t.Error(got["report.md"])
	}
	if !strings.Contains(got["tables/sectors.csv"], "Water,2018,2,18,,0,2") {
		t.Error(got["tables/sectors.csv"])
	}
}
