package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The tests of this file, plausible_test.go and note_test.go look at the files
// themselves, as a reader would: they know nothing of the model that drew them.

// record is a row of companies.csv; figures that are not known stay text.
type record struct {
	id, name, sector, code, region, municipality string
	year, founded                                int
	fte, revenue                                 string
}

func records(t *testing.T) []record {
	t.Helper()
	rows := table(t, "companies.csv", ',')
	want := "company_id,name,sector,industry_code,region,municipality,year,fte,revenue,founded"
	if got := strings.Join(rows[0], ","); got != want {
		t.Fatalf("header %s, want %s", got, want)
	}
	var out []record
	for _, row := range rows[1:] {
		out = append(out, record{
			id: row[0], name: row[1], sector: row[2], code: row[3], region: row[4], municipality: row[5],
			year: integer(t, row[6]), fte: row[7], revenue: row[8], founded: integer(t, row[9]),
		})
	}
	return out
}

// table reads a whole file; csv.Reader refuses rows of another length.
func table(t *testing.T, name string, separator rune) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(testdata, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = separator
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func integer(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// quarters returns a known FTE figure in quarters.
func quarters(t *testing.T, text string) (n int, known bool) {
	t.Helper()
	if text == "" || text == ".." {
		return 0, false
	}
	fte, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	if n = int(4 * fte); float64(n) != 4*fte {
		t.Fatalf("%s FTE is not a number of quarters", text)
	}
	return n, true
}

func kroner(t *testing.T, text string) (n int, known bool) {
	t.Helper()
	if text == "" || text == ".." {
		return 0, false
	}
	return integer(t, text), true
}

func TestPublishedTotals(t *testing.T) {
	rows, fte, revenue := 0, 0, 0
	ids := map[string]bool{}
	bothFTE, bothRevenue := 0, 0
	for _, r := range records(t) {
		if r.year != 2018 {
			continue
		}
		rows++
		ids[r.id] = true
		q, hasFTE := quarters(t, r.fte)
		k, hasRevenue := kroner(t, r.revenue)
		fte += q
		revenue += k
		if hasFTE && hasRevenue {
			bothFTE += q
			bothRevenue += k
		}
	}
	if rows != 2300 || len(ids) != 2300 {
		t.Errorf("%d rows of %d companies in 2018, want 2300 of each", rows, len(ids))
	}
	if fte != 17600*4 {
		t.Errorf("%.2f FTE in 2018, want 17600", float64(fte)/4)
	}
	if revenue != 32_000_000_000 {
		t.Errorf("DKK %d in 2018, want 32000000000", revenue)
	}
	// 32,000,000,000/17,600 kroner; rows that lack one of the two must not show.
	if got := fmt.Sprintf("%.3f", float64(bothRevenue)/(float64(bothFTE)/4)/1e6); got != "1.818" {
		t.Errorf("DKK %s m per FTE over rows that have both, want 1.818", got)
	}
}

func TestDanishFileHoldsTheSame(t *testing.T) {
	english := table(t, "companies.csv", ',')
	danish := table(t, "virksomheder.csv", ';')
	want := "cvr_nr;virksomhedsnavn;branche;branchekode;region;kommune;regnskabsår;årsværk;omsætning;etableringsår"
	if got := strings.Join(danish[0], ";"); got != want {
		t.Errorf("header %s, want %s", got, want)
	}
	if len(english) != len(danish) {
		t.Fatalf("%d rows in English, %d in Danish", len(english), len(danish))
	}
	grouped, decimal := 0, 0
	for i := range english[1:] {
		en, da := english[1+i], slices.Clone(danish[1+i])
		for _, column := range []int{7, 8} {
			if da[column] == ".." {
				continue
			}
			grouped += strings.Count(da[column], ".")
			decimal += strings.Count(da[column], ",")
			da[column] = strings.ReplaceAll(da[column], ".", "")
			da[column] = strings.Replace(da[column], ",", ".", 1)
		}
		if !slices.Equal(en, da) {
			t.Fatalf("row %d: %q in English, %q in Danish", 2+i, en, danish[1+i])
		}
	}
	if grouped == 0 || decimal == 0 {
		t.Errorf("%d thousands points and %d decimal commas in the Danish file", grouped, decimal)
	}
}

func TestBytesOfTheFiles(t *testing.T) {
	for _, name := range []string{"companies.csv", "virksomheder.csv"} {
		text, err := os.ReadFile(filepath.Join(testdata, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > 1_200_000 {
			t.Errorf("%s has %d bytes, more than 1.2 MB", name, len(text))
		}
		if strings.ContainsRune(string(text), '\r') || !strings.HasSuffix(string(text), "\n") {
			t.Errorf("%s: lines do not end in a single line feed", name)
		}
		if !strings.Contains(string(text), "æ") {
			t.Errorf("%s: no æ in UTF-8", name)
		}
		if !strings.Contains(string(text), `""`) {
			t.Errorf("%s: no quotation marks inside a field", name)
		}
	}
}

func TestEveryRecord(t *testing.T) {
	home := map[string]string{}
	for _, r := range regions() {
		for _, m := range r.municipalities {
			home[m] = r.name
		}
	}
	names := map[string]string{}
	sectors := map[string]bool{}
	firstSeen := map[string]int{}
	last := record{}
	zeros, leading := 0, 0
	for _, r := range records(t) {
		if r.id < last.id || r.id == last.id && r.year <= last.year {
			t.Fatalf("%s in %d after %s in %d", r.id, r.year, last.id, last.year)
		}
		last = r
		if len(r.id) != 8 || validCVR(r.id) {
			t.Errorf("%s could be the CVR number of a real company", r.id)
		}
		if owner, ok := names[r.name]; ok && owner != r.id {
			t.Errorf("%s and %s are both called %s", owner, r.id, r.name)
		}
		names[r.name] = r.id
		if home[r.municipality] != r.region {
			t.Errorf("%s: %s does not lie in %s", r.id, r.municipality, r.region)
		}
		if len(r.code) != 6 || strings.Trim(r.code, "0123456789") != "" {
			t.Errorf("%s: industry code %q", r.id, r.code)
		}
		if r.code[0] == '0' {
			leading++
		}
		if r.year < 2014 || r.year > 2018 {
			t.Errorf("%s: year %d", r.id, r.year)
		}
		if _, ok := firstSeen[r.id]; !ok {
			firstSeen[r.id] = r.year
			if r.founded > r.year || r.founded < 1850 {
				t.Errorf("%s is in the file from %d and was founded in %d", r.id, r.year, r.founded)
			}
		}
		sectors[r.sector] = true
		if q, ok := quarters(t, r.fte); ok && q == 0 {
			zeros++
		}
		if k, ok := kroner(t, r.revenue); ok && k <= 0 {
			t.Errorf("%s has a revenue of %d in %d", r.id, k, r.year)
		}
	}
	if len(sectors) < 8 || len(sectors) > 12 {
		t.Errorf("%d sectors", len(sectors))
	}
	if zeros == 0 || leading == 0 {
		t.Errorf("%d true zeros of FTE, %d codes with a leading zero", zeros, leading)
	}
}
