package dynamics

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/sector"
)

// companyYear makes a company-year; NaN is missing, −Inf suppressed.
func companyYear(id string, year int, jobs float64, group string) sector.Company {
	return sector.Company{ID: id, Year: year, FTE: figureOf(jobs), Revenue: figureOf(jobs * 1000), Sector: group, Region: group}
}

func figureOf(x float64) sector.Figure {
	if math.IsInf(x, -1) {
		return sector.Hidden()
	}
	return sector.Value(x)
}

// An ID is what it is written as, and a name that is not there says so.
func TestNamesAsTheyAre(t *testing.T) {
	p := mustPanel(t, []sector.Company{companyYear("A", 2018, 1, ""), companyYear(" A", 2018, 2, "")}, PanelOptions{})
	if p.Companies() != 2 {
		t.Errorf("%d companies", p.Companies())
	}
	if g, r := Grouping(9).String(), Repeated(9).String(); g != "Grouping(9)" || r != "Repeated(9)" {
		t.Errorf("%s, %s", g, r)
	}
}

func mustPanel(t testing.TB, companies []sector.Company, opt PanelOptions) *Panel {
	t.Helper()
	p, err := NewPanel(companies, opt)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// randomCompanies are companies that come, go, rest, return, change sector and
// region, fall to zero and hide their figures. Figures are quarters, so that
// sums are exact.
func randomCompanies(seed uint64, companies, years int) []sector.Company {
	rng := rand.New(rand.NewPCG(seed, 1))
	var out []sector.Company
	groups := []string{"Energy", "Water", "", "Mobility"}
	for c := range companies {
		founded := 0
		if rng.IntN(2) == 0 {
			founded = 2005 + rng.IntN(10+years)
		}
		group, region := groups[rng.IntN(4)], groups[rng.IntN(4)]
		jobs := float64(rng.IntN(400)) / 4
		from, to := rng.IntN(years), rng.IntN(years)
		for y := min(from, to); y <= max(from, to); y++ {
			if rng.IntN(8) == 0 {
				continue
			}
			if rng.IntN(6) == 0 {
				group = groups[rng.IntN(4)]
			}
			if rng.IntN(6) == 0 {
				region = groups[rng.IntN(4)]
			}
			jobs = math.Max(0, jobs+float64(rng.IntN(80)-36)/4)
			r := companyYear(fmt.Sprintf("%05d", c), 2010+y, jobs, group)
			r.Region, r.Founded = region, founded
			r.Revenue = figureOf(float64(rng.IntN(100000) - 2000))
			switch rng.IntN(12) {
			case 0:
				r.FTE = sector.Figure{}
			case 1:
				r.FTE = sector.Hidden()
			case 2:
				r.FTE = sector.Value(0)
			case 3:
				r.Revenue = sector.Hidden()
			}
			out = append(out, r)
		}
	}
	return out
}

func TestPanelHoldsWhatWasAdded(t *testing.T) {
	companies := randomCompanies(1, 200, 7)
	rand.New(rand.NewPCG(2, 2)).Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
	p := mustPanel(t, companies, PanelOptions{})
	if p.Len() != len(companies) || p.Measure() != sector.FTE || p.Currency() != "DKK" {
		t.Fatalf("%d rows of %v, %s; want %d", p.Len(), p.Measure(), p.Currency(), len(companies))
	}
	founded := map[string]int{}
	for _, c := range companies {
		if c.Founded != 0 {
			founded[c.ID] = c.Founded
		}
	}
	ids := map[string]bool{}
	for _, c := range companies {
		ids[c.ID] = true
		o, ok := p.Find(c.ID, c.Year)
		want := Observation{c.ID, c.Year, c.Sector, c.Region, founded[c.ID], c.FTE, c.Revenue}
		if !ok || o != want {
			t.Fatalf("found %v, %v; want %v", o, ok, want)
		}
	}
	if p.Companies() != len(ids) {
		t.Errorf("%d companies, want %d", p.Companies(), len(ids))
	}
	var all []Observation
	for o := range p.All() {
		all = append(all, o)
	}
	if len(all) != len(companies) || !slices.IsSortedFunc(all, func(a, b Observation) int {
		return 2*compareStrings(a.ID, b.ID) + (a.Year - b.Year)
	}) {
		t.Errorf("%d rows, or out of order", len(all))
	}
	for range p.All() { // stops when asked to
		break
	}
	if _, ok := p.Find("nobody", 2010); ok {
		t.Error("found nobody")
	}
	if _, ok := p.Find(companies[0].ID, 1999); ok {
		t.Error("found a year that is not there")
	}
	if years := p.Years(); !slices.Equal(years, []int{2010, 2011, 2012, 2013, 2014, 2015, 2016}) {
		t.Errorf("years %v", years)
	}
}

func compareStrings(a, b string) int {
	switch {
	case a < b:
		return -1000
	case a > b:
		return 1000
	}
	return 0
}

func TestEmptyPanel(t *testing.T) {
	p := mustPanel(t, nil, PanelOptions{Measure: sector.Employees, Currency: "EUR"})
	if p.Len() != 0 || p.Companies() != 0 || len(p.Years()) != 0 || p.Currency() != "EUR" || p.Measure() != sector.Employees {
		t.Errorf("a panel of nothing: %+v", p)
	}
	for range p.All() {
		t.Error("a row in a panel of nothing")
	}
}

// The measure decides which job figure is taken.
func TestPanelMeasure(t *testing.T) {
	c := []sector.Company{{ID: "1", Year: 2018, FTE: sector.Value(7), Employees: sector.Value(9)}}
	for m, want := range map[sector.Measure]float64{sector.FTE: 7, sector.Employees: 9} {
		if o, _ := mustPanel(t, c, PanelOptions{Measure: m}).Find("1", 2018); o.Jobs != sector.Value(want) {
			t.Errorf("%v: %v", m, o.Jobs)
		}
	}
}
