package main

import (
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestOtherInputs: a reference, multipliers and prices each bring their chapter,
// with figures that are computed here once more.
func TestOtherInputs(t *testing.T) {
	got := files(t, full(t, "da"))
	for _, want := range []string{
		"I faste priser", "2018-priser", "Uden pris og derfor uden omsætning i 2018-priser: 2016.", "Job andre steder, der følger med", "Uden multiplikator og derfor udeladt: Governance and data", "af de 45.410 job i 2025, nemlig dem i tabellens brancher", "Totalen gælder de viste brancher", "kun under »I faste priser« i 2018-priser", "seed 2025. Væksten i en branches marked følger en PERT-fordeling", "branchens job gange dens multiplikatorer", "### Tilgang og afgang", "men ikke dem uden job",
		"Referenceøkonomien", "Hvor brancherne vejer mere", "shift-share", "Virksomheder i bevægelse", "Højvækstvirksomheder", "Størrelsesklasser", "Jobmultiplikatorer: multipliers.csv", "Priser: prices.csv",
	} {
		if !strings.Contains(got["report.md"], want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	number := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	rows := records(t, got["tables/revenue-real.csv"])
	if len(rows) != 6 || strings.Join(rows[0], ",") != "year,revenue,price_index,revenue_real,revenue_real_change,revenue_real_per_fte" || rows[3][3] != "" {
		t.Fatalf("revenue-real.csv: %q", rows)
	}
	if want := number(rows[1][1]) * 103 / 98.2; math.Abs(number(rows[1][3])-want) > 1e-12*want || number(rows[5][3]) != 32e9 {
		t.Errorf("real revenue: %q, want %v", rows[1], want)
	}
	energy := 3062 * math.Pow(1.145, 7)
	found := false
	for _, r := range records(t, got["tables/indirect-jobs.csv"]) {
		if line := strings.Join(r, ","); strings.Contains(line, "Energy") && strings.Contains(line, "central,2025") {
			found = true
			if !strings.Contains(line, fmt.Sprint(math.Floor(.95*energy))) {
				t.Errorf("indirect jobs of Energy: %s, want %v", line, .95*energy)
			}
		}
	}
	if !found {
		t.Errorf("indirect-jobs.csv:\n%s", got["tables/indirect-jobs.csv"])
	}
	for _, name := range []string{"prices.csv", "multipliers.csv", "reference.csv"} {
		if !strings.Contains(got["provenance.json"], `"file": "`+name+`"`) {
			t.Errorf("the provenance lacks %s", name)
		}
	}
}

// TestBadInputs: an error of another input names its file and what is wrong there,
// and nothing is written.
func TestBadInputs(t *testing.T) {
	dir := t.TempDir()
	data, other := filepath.Join(dir, "f.csv"), filepath.Join(dir, "o.csv")
	write(t, data, good)
	for _, c := range []struct{ flag, text, want string }{
		{"-prices", "", "o.csv: the file is empty"},
		{"-prices", "year,index\n2018,abc\n", "o.csv:2"},
		{"-prices", "year,index\n2017,99\n2018,\n", "no index of 2018"},
		{"-prices", "year\n2018\n", "o.csv"},
		{"-prices", "year,index\n2018,100\n2018,101\n", "2018 stands there twice"},
		{"-prices", "year,index\n2017,0\n2018,101\n", "the index of 2017 is 0"},
		{"-prices", "year,index\n2017,100\n", "no index of 2018"},
		{"-prices", "year,index\n2018,100\n20188888,101\n", "four digits"},
		{"-multipliers", "sector,indirect_jobs_per_direct_job\nEnergy,many\n", "o.csv:2"},
		{"-multipliers", "sector,indirect_jobs_per_direct_job\nEnergy,-1\n", "o.csv"},
		{"-multipliers", "sector,indirect_jobs_per_direct_job\nEnergy,1\nEnergy,2\n", "o.csv"},
		{"-multipliers", "sector,indirect_jobs_per_direct_job\nSpace,1\n", "o.csv"},
		{"-multipliers", "sector\nEnergy\n", "o.csv"},
		{"-reference", "sector,year,fte\nSpace,2018,1\n", "o.csv"},
		{"-reference", "sector,year,fte\nEnergy,2018,abc\n", "o.csv:2"},
		{"-reference", "sector,year\nEnergy,2018\n", "o.csv"},
	} {
		write(t, other, c.text)
		status, stdout, stderr := try(t, "-data", data, "-out", dir+"/out", c.flag, other)
		if status != 1 || stdout != "" || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, c.want) {
			t.Errorf("%s %q: exit status %d, stdout %q, stderr %q, want %q", c.flag, c.text, status, stdout, stderr, c.want)
		}
	}
	for _, flag := range []string{"-prices", "-multipliers", "-reference"} {
		if status, _, stderr := try(t, "-data", data, "-out", dir+"/out", flag, dir+"/none.csv"); status != 1 || !strings.Contains(stderr, "none.csv") {
			t.Errorf("%s without a file: exit status %d, %q", flag, status, stderr)
		}
	}
}
