package sector

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func cells(a *Amount) [4]Cell { return [4]Cell{a.FTE, a.Employees, a.Revenue, a.Firms} }

// TestMappingAddsUp: mapped, unmapped and outside are the companies, and the
// gaps are the unmapped.
func TestMappingAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for range 50 {
		c, companies := concordance(t, someLinks(rng)...), coded(rng, 300)
		m, err := c.Map(companies, CountRows)
		if err != nil {
			t.Fatal(err)
		}
		if m.Whole+m.Partly+m.Without+m.NoShare != len(companies) || m.Mapped.Rows != len(m.Companies) || m.Unmapped.Rows != len(m.Rest) || m.Unmapped.Rows != m.Partly+m.Without {
			t.Fatalf("counts: %+v", m)
		}
		for i := range 4 {
			var want, abs float64
			for _, company := range companies {
				company.Firms = Value(1)
				if f := figures(&company)[i]; f.Known() && company.Share.Status() != Suppressed {
					want += f.Float64()
					abs += math.Abs(f.Float64())
				}
			}
			got := 0.
			for _, a := range []*Amount{&m.Mapped, &m.Unmapped, &m.Outside} {
				if cell := cells(a)[i]; cell.Sum.Known() {
					got += cell.Sum.Float64()
				}
			}
			if math.Abs(got-want) > 1e-12*abs {
				t.Errorf("figure %d: %v mapped, unmapped and outside, of %v", i, got, want)
			}
			var gaps float64
			var counts Cell
			for _, g := range m.Gaps {
				cell := cells(&g.Amount)[i]
				counts.Known, counts.Missing, counts.Suppressed = counts.Known+cell.Known, counts.Missing+cell.Missing, counts.Suppressed+cell.Suppressed
				if cell.Sum.Known() {
					gaps += cell.Sum.Float64()
				}
			}
			unmapped := cells(&m.Unmapped)[i]
			if counts.Sum = unmapped.Sum; counts != unmapped || unmapped.Sum.Known() && math.Abs(gaps-unmapped.Sum.Float64()) > 1e-12*abs {
				t.Errorf("figure %d: gaps %v, %+v, unmapped %+v", i, gaps, counts, unmapped)
			}
		}
		// Any order gives the same amounts, bit for bit.
		rng.Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
		again, err := c.Map(companies, CountRows)
		if err != nil {
			t.Fatal(err)
		}
		again.Companies, again.Rest = m.Companies, m.Rest
		if !reflect.DeepEqual(again, m) {
			t.Fatalf("in another order:\n%+v\n%+v", again, m)
		}
	}
}

// TestMappedTable: firms of domains as distinct companies and by weight, and
// the builders merged in any split.
func TestMappedTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	for range 20 {
		companies := coded(rng, 400)
		m, err := concordance(t, someLinks(rng)...).Map(companies, CountRows)
		if err != nil {
			t.Fatal(err)
		}
		all := slices.Concat(m.Companies, m.Rest)
		opt := Options{Firms: CountIDs}
		table := build(t, all, opt).Table()
		weighted := build(t, all, Options{Firms: CountColumn}).Table()
		sum := 0.
		for i, r := range append(table.Rows, table.Totals...) {
			if w := append(weighted.Rows, weighted.Totals...)[i]; r.FirmsWeighted != w.Firms || w.FirmsWeighted != w.Firms || r.Jobs != w.Jobs {
				t.Fatalf("%q: weighted firms %+v beside distinct ones, %+v in a column", r.Key, r.FirmsWeighted, w.Firms)
			}
			distinct := map[string]bool{}
			for _, p := range all {
				if i == len(table.Rows) || p.Sector == r.Key[0] {
					distinct[p.ID] = true
				}
			}
			if r.Firms.Sum != Value(float64(len(distinct))) {
				t.Fatalf("%q: %v distinct firms, want %d", r.Key, r.Firms.Sum, len(distinct))
			}
			if i < len(table.Rows) && r.FirmsWeighted.Sum.Known() {
				sum += r.FirmsWeighted.Sum.Float64()
			}
		}
		total, shares := table.Totals[0].Figure(FirmsWeighted), 0.
		for _, r := range table.Rows {
			if share := table.Share(r, FirmsWeighted); share.Known() {
				shares += share.Float64()
			}
		}
		if math.Abs(shares-1) > 1e-12 || table.Unit(FirmsWeighted) != "firms" {
			t.Errorf("shares of weighted firms add up to %v %s", shares, table.Unit(FirmsWeighted))
		}
		if math.Abs(sum-total.Float64()) > 1e-12*sum {
			t.Errorf("weighted firms %v, total %v", sum, total)
		}
		parts := []*Builder{NewBuilder(opt), NewBuilder(opt), NewBuilder(opt)}
		for _, i := range rng.Perm(len(all)) {
			if err := parts[rng.IntN(3)].Add(all[i]); err != nil {
				t.Fatal(err)
			}
		}
		for _, p := range parts[1:] {
			if err := parts[0].Merge(p); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(plain(parts[0].Table()), plain(table)) {
			t.Fatal("merged table differs")
		}
	}
}

// TestMapOneToOne: where every code has one domain the parts are companies like
// any other, and the table is that of the companies, bit for bit.
func TestMapOneToOne(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	companies := random(rng, 500)
	domain := map[string]string{"Energy": "35", "Mobility": "49", "Water": "36", "": "62"}
	for i := range companies {
		companies[i].IndustryCode = domain[companies[i].Sector]
	}
	m, err := concordance(t, Link{Code: "D", Domain: "Energy"}, Link{Code: "H", Domain: "Mobility"}, Link{Code: "36", Domain: "Water"}).Map(companies, CountRows)
	if err != nil {
		t.Fatal(err)
	}
	for _, opt := range []Options{{}, {By: []Dimension{BySize(), BySector(), ByYear()}}} {
		got := build(t, slices.Concat(m.Companies, m.Rest), opt).Table()
		if want := build(t, companies, opt).Table(); !reflect.DeepEqual(plain(got), plain(want)) {
			t.Errorf("mapped one to one:\n%+v\n%+v", got, want)
		}
	}
}

func TestMapReports(t *testing.T) {
	c := concordance(t, Link{Code: "62", Domain: "Data", Weight: Value(.5)}, Link{Code: "35", Domain: "Energy", To: 2010})
	m, err := c.Map([]Company{
		{Year: 2018, IndustryCode: "62.01", FTE: Value(8)},
		{Year: 2018, IndustryCode: "J62.01", FTE: Value(2), Share: Value(.5)},
		{Year: 2018, IndustryCode: "35.11", FTE: Value(3)},
		{Year: 2018, IndustryCode: "10.11", FTE: Hidden(), Revenue: Value(7)},
		{Year: 2018, IndustryCode: "01.10", FTE: Value(1), Share: Value(1)},
		{Year: 2018, IndustryCode: " ", FTE: Value(20)},
		{Year: 2018, IndustryCode: "10110 ", FTE: Value(30)},
		{Year: 2018, IndustryCode: "", FTE: Value(40)},
		{Year: 2018, IndustryCode: "", FTE: Value(9), Share: Value(0)},
	}, CountRows)
	if err != nil {
		t.Fatal(err)
	}
	if m.Whole != 0 || m.Partly != 2 || m.Without != 6 || m.NoShare != 1 {
		t.Errorf("%+v", m)
	}
	if m.Mapped.FTE != (Cell{Value(4.5), 2, 0, 0}) || m.Unmapped.FTE != (Cell{Value(98.5), 7, 0, 1}) || m.Outside.FTE != (Cell{Value(10), 2, 0, 0}) || m.Outside.Rows != 2 || m.Outside.Firms.Sum != Value(1.5) {
		t.Errorf("%+v %+v %+v", m.Mapped, m.Unmapped, m.Outside)
	}
	type line struct {
		gap  Gap
		code string
		rows int
		fte  Figure
	}
	var got []line
	for _, g := range m.Gaps {
		got = append(got, line{g.Gap, g.Code, g.Amount.Rows, g.Amount.FTE.Sum})
	}
	if want := []line{
		{NoCode, "", 2, Value(60)}, {NotACode, "10110", 1, Value(30)}, {NotInLinks, "0110", 1, Value(1)},
		{NotInLinks, "1011", 1, Figure{}}, {NotInYear, "3511", 1, Value(3)}, {RestOfWeights, "6201", 2, Value(4.5)},
	}; !reflect.DeepEqual(got, want) {
		t.Errorf("gaps %v\nwant %v", got, want)
	}
	if w, ok := m.Warnings[0].(*MappingIncomplete); len(m.Warnings) != 5 || !ok || *w != (MappingIncomplete{NoCode, 2, 9}) {
		t.Errorf("warnings %v", m.Warnings)
	}
	if _, err := c.Map([]Company{{Year: 2018}, {Year: 20188}}, CountRows); !isField(err, "year") || err.Error()[:14] != "company 2 of 2" {
		t.Error(err)
	}
}

func BenchmarkMap(b *testing.B) {
	rng := rand.New(rand.NewPCG(23, 24))
	companies := coded(rng, 100_000)
	c, err := NewConcordance(someLinks(rng), "")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Map(companies, CountRows); err != nil {
			b.Fatal(err)
		}
	}
}
