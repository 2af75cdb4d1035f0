package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

type referenceKey struct {
	sector, region string
	year           int
}

// referenceRows reads reference.csv: firms, FTE, employees and revenue.
func referenceRows(t *testing.T) map[referenceKey][4]int {
	t.Helper()
	rows := table(t, "reference.csv", ',')
	if got := strings.Join(rows[0], ","); got != "sector,region,year,firms,fte,employees,revenue" {
		t.Fatalf("header %s", got)
	}
	out := map[referenceKey][4]int{}
	for _, row := range rows[1:] {
		key := referenceKey{row[0], row[1], integer(t, row[2])}
		if _, twice := out[key]; twice {
			t.Errorf("%v stands twice", key)
		}
		out[key] = [4]int{integer(t, row[3]), integer(t, row[4]), integer(t, row[5]), integer(t, row[6])}
	}
	return out
}

// The reference economy has every sector, region and year of the companies,
// and more than they have in each.
func TestReferenceContainsTheCompanies(t *testing.T) {
	reference := referenceRows(t)
	if want := len(sectors()) * len(regions()) * 5; len(reference) != want {
		t.Errorf("%d rows, want %d", len(reference), want)
	}
	firms, fte, revenue := map[referenceKey]int{}, map[referenceKey]int{}, map[referenceKey]int{}
	for _, r := range records(t) {
		key := referenceKey{r.sector, r.region, r.year}
		firms[key]++
		q, _ := quarters(t, r.fte)
		k, _ := kroner(t, r.revenue)
		fte[key] += q
		revenue[key] += k
	}
	for key, n := range firms {
		c, ok := reference[key]
		if !ok || c[0] <= n || 4*c[1] <= fte[key] || c[2] <= c[1] || c[3] <= revenue[key] {
			t.Errorf("%v has %d companies, %d quarters of an FTE and DKK %d, the reference %v", key, n, fte[key], revenue[key], c)
		}
	}
}

// No sector jumps in a region, though a company that moves takes its people
// along.
func TestReferencePlausible(t *testing.T) {
	reference := referenceRows(t)
	for key, c := range reference {
		before, ok := reference[referenceKey{key.sector, key.region, key.year - 1}]
		if !ok {
			continue
		}
		for i, what := range []string{"firms", "FTE", "employees", "revenue"} {
			if change := float64(c[i])/float64(before[i]) - 1; math.Abs(change) > 0.2 {
				t.Errorf("%v: %s change by %.1f %%", key, what, 100*change)
			}
		}
	}
}

// Every seed makes an economy that the companies are part of.
func TestReferenceOfAnySeed(t *testing.T) {
	for seed := range uint64(5) {
		companies, err := synthesize(rand.NewPCG(seed, 0))
		if err != nil {
			t.Fatal(err)
		}
		cells, err := reference(rand.New(rand.NewPCG(seed, referenceStream)), companies)
		if err != nil {
			t.Fatal(err)
		}
		at := func(y companyYear) referenceCell {
			r := slices.IndexFunc(regions(), func(r region) bool { return r.name == y.region })
			return cells[y.sector][r][y.year-firstYear]
		}
		type key struct {
			sector, year int
			region       string
		}
		sums := map[key]referenceCell{}
		for _, c := range companies {
			for _, y := range c.years {
				k := key{y.sector, y.year, y.region}
				sum := sums[k]
				sum.firms++
				sum.fte += y.fte.n // quarters
				sum.revenue += y.revenue.n
				sums[k] = sum
				if c := at(y); c.firms <= sum.firms || 4*c.fte <= sum.fte || c.employees <= c.fte || 1000*c.revenue <= sum.revenue {
					t.Fatalf("seed %d, %v: %+v of %+v", seed, k, sum, c)
				}
			}
		}
	}
}

func TestReferenceNote(t *testing.T) {
	note, err := os.ReadFile(filepath.Join(testdata, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	sums := map[int][4]int{}
	for key, c := range referenceRows(t) {
		sum := sums[key.year]
		for i := range sum {
			sum[i] += c[i]
		}
		sums[key.year] = sum
	}
	var want strings.Builder
	for year := firstYear; year <= lastYear; year++ {
		c := sums[year]
		fmt.Fprintf(&want, "| %d | %d | %d | %d | %d |\n", year, c[0], c[1], c[2], c[3])
	}
	if !strings.Contains(string(note), want.String()) {
		t.Errorf("testdata/README.md lacks:\n%s", &want)
	}
	text, err := os.ReadFile(filepath.Join(testdata, "reference.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if slices.Contains(text, '\r') || !strings.HasSuffix(string(text), "\n") {
		t.Error("lines do not end in a single line feed")
	}
}
