package disclosure

import (
	"math"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
)

// investment is a table of three sectors and three regions, each cell of four
// companies of the same size, but for the one of sector B in region c, of two.
func investment() []sector.Company {
	var out []sector.Company
	for s, row := range [][]float64{{20, 50, 10}, {8, 19, 22}, {17, 32, 12}} {
		for r, x := range row {
			n := 4
			if s == 1 && r == 2 {
				n = 2
			}
			out = append(out, group("ABC"[s:s+1], "abc"[r:r+1], 2018, n, x/float64(n))...)
		}
	}
	return out
}

// TestTextbook has the one sensitive cell of a table with margins, 22 of 190. A
// rectangle of four cells is the least that protects it, and what each of them
// can be follows by hand: all move by the same amount, two of them up and two down,
// until the first is zero.
func TestTextbook(t *testing.T) {
	tables := []*sector.Table{
		tableOf(t, investment(), sector.BySector(), sector.ByRegion()),
		tableOf(t, investment(), sector.BySector()), tableOf(t, investment(), sector.ByRegion()),
	}
	value := func(key string) float64 {
		row, _ := tables[0].Row(strings.Fields(key)...)
		return row.Jobs.Sum.Float64()
	}
	result := protectAll(t, Options{Firms: ShowFirms}, tables...)
	hidden := hiddenIn(result.Tables[0], sector.Jobs)
	if len(hidden) != 4 || !slices.Contains(hidden, "B c") {
		t.Fatalf("hidden: %v, want a rectangle with B c", hidden)
	}
	var other, region string // of the opposite corner
	for _, key := range hidden {
		if f := strings.Fields(key); f[0] != "B" && f[1] != "c" {
			other, region = f[0], f[1]
		}
	}
	if other == "" {
		t.Fatalf("hidden: %v, want a rectangle with B c", hidden)
	}
	with, against := []string{"B c", other + " " + region}, []string{"B " + region, other + " c"}
	down, up := math.Inf(1), math.Inf(1)
	for i := range 2 {
		down, up = min(down, value(with[i])), min(up, value(against[i]))
	}
	if down < 2.2 || up < 2.2 {
		t.Errorf("22 can be lower by %v and higher by %v, want 10 per cent", down, up)
	}
	audit, err := Audit(result.Tables...)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, i := range audit.Intervals {
		if i.Column != sector.Jobs {
			continue
		}
		seen++
		key := strings.Join(i.Key, " ")
		lower, upper := value(key)-down, value(key)+up
		if slices.Contains(against, key) {
			lower, upper = value(key)-up, value(key)+down
		}
		if math.Abs(i.Lower-lower) > 1e-9 || math.Abs(i.Upper-upper) > 1e-9 {
			t.Errorf("%s lies in %v to %v, want %v to %v", key, i.Lower, i.Upper, lower, upper)
		}
	}
	if seen != 4 {
		t.Errorf("%d intervals", seen)
	}
}

// TestDominated has a sector of three companies of which one has nearly all. Its
// protection level under the p% rule, 10 % of 900 less the 30 of the smallest, is
// less than 10 % of the sum, which then counts.
func TestDominated(t *testing.T) {
	companies := slices.Concat(group("B", "", 2018, 5, 8), group("C", "", 2018, 5, 9), group("D", "", 2018, 5, 30), group("E", "", 2018, 5, 400))
	for i, x := range []float64{900, 60, 30} {
		companies = append(companies, company("x"+string(rune('a'+i)), "A", "", 2018, x, 1))
	}
	rules := []Rule{PPercent{P: 10}}
	table := tableOf(t, companies, sector.BySector())
	// B, C and D can take up 40, 45 and 150 of the 99 that A may be more: D alone is
	// the least.
	if got := hiddenIn(protectAll(t, Options{Rules: rules}, table).Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "D"}) {
		t.Errorf("hidden: %v, want A and D", got)
	}
	// 30 per cent take more than the three of them, and E or the total.
	got := hiddenIn(protectAll(t, Options{Rules: rules, Interval: 30}, table).Tables[0], sector.Jobs)
	if !slices.Contains(got, "A") || !slices.Contains(got, "E") && !slices.Contains(got, "total") {
		t.Errorf("hidden: %v, want A and E or the total", got)
	}
}

// TestNested protects tables by industry and by section of it: one hidden industry
// could be worked out from its section, unless the second table says which is
// whose.
func TestNested(t *testing.T) {
	section := sector.By("section", func(c sector.Company) string {
		return map[bool]string{true: "goods", false: "services"}[c.Sector < "C"]
	})
	companies := slices.Concat(group("A", "", 2018, 2, 5), group("B", "", 2018, 5, 9), group("C", "", 2018, 5, 3), group("D", "", 2018, 5, 20))
	sectors, sections := tableOf(t, companies, sector.BySector()), tableOf(t, companies, section)
	_, err := Protect(Options{}, sectors, sections)
	if !is[*NestedTables](err) {
		t.Fatalf("without a table by both: %v", err)
	}
	result := protectAll(t, Options{}, sectors, sections, tableOf(t, companies, section, sector.BySector()))
	if got := hiddenIn(result.Tables[0], sector.Jobs); !slices.Equal(got, []string{"A", "B"}) {
		t.Errorf("hidden: %v, want A with B of the same section", got)
	}
	// Regions are not sections of sectors.
	for i := range companies {
		companies[i].Region = companies[i].Sector
	}
	protectAll(t, Options{}, tableOf(t, companies, sector.BySector()), tableOf(t, companies, sector.ByRegion()))
	// Who cannot be told apart cannot be told to be others.
	for i := range companies {
		companies[i].ID = ""
	}
	if _, err := Protect(Options{}, tableOf(t, companies, sector.BySector()), tableOf(t, companies, section)); !is[*NestedTables](err) {
		t.Errorf("without IDs: %v", err)
	}
}
