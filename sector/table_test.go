package sector

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"
)

// random makes companies with every kind of figure, of magnitudes the package
// promises exact sums for.
func random(rng *rand.Rand, n int) []Company {
	figure := func(scale float64) Figure {
		switch rng.IntN(10) {
		case 0:
			return Figure{}
		case 1:
			return Hidden()
		case 2:
			return Value(0)
		}
		return Value(.001 + scale*rng.Float64())
	}
	sectors := []string{"Energy", "Mobility", "Water", ""}
	regions := []string{"Hovedstaden", "Sjælland", ""}
	out := make([]Company, n)
	for i := range out {
		out[i] = Company{
			ID: string(rune('a' + rng.IntN(20))), Sector: sectors[rng.IntN(len(sectors))], Region: regions[rng.IntN(len(regions))],
			Year: 2014 + rng.IntN(5), FTE: figure(300), Employees: figure(400), Revenue: figure(1e9),
		}
		if out[i].Revenue.Known() && rng.IntN(5) == 0 {
			out[i].Revenue = Value(-out[i].Revenue.Float64())
		}
	}
	return out
}

func options() []Options {
	decade := By("founded before 2000", func(c Company) string { return map[bool]string{true: "yes", false: "no"}[c.ID < "k"] })
	return []Options{
		{},
		{By: []Dimension{BySector(), ByYear()}},
		{By: []Dimension{ByYear(), ByRegion(), BySector()}, Measure: Employees},
		{By: []Dimension{BySize()}},
		{By: []Dimension{decade, ByYear()}, Currency: "EUR"},
		{By: []Dimension{ByRegion(), ByYear()}, Firms: CountIDs},
		{By: []Dimension{ByRegion(), ByYear()}, Firms: CountColumn},
	}
}

func build(t *testing.T, companies []Company, opt Options) *Builder {
	t.Helper()
	b := NewBuilder(opt)
	for _, c := range companies {
		if err := b.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// plain makes tables comparable: functions are not.
func plain(t *Table) Table {
	out := *t
	out.By = nil
	return out
}

// TestAnySplitMerged checks that any split of the companies, merged in any
// order, is the table of one pass, bit for bit.
func TestAnySplitMerged(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, opt := range options() {
		for range 20 {
			companies := random(rng, rng.IntN(400))
			if opt.Firms == CountColumn {
				for i := range companies {
					if rng.IntN(4) > 0 {
						companies[i].Firms = Value(float64(rng.IntN(5)))
					}
				}
			}
			want := plain(build(t, companies, opt).Table())
			rng.Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
			parts := make([]*Builder, 1+rng.IntN(6))
			for i := range parts {
				parts[i] = NewBuilder(opt)
			}
			for _, c := range companies {
				if err := parts[rng.IntN(len(parts))].Add(c); err != nil {
					t.Fatal(err)
				}
			}
			whole := NewBuilder(opt)
			for _, p := range parts {
				if err := whole.Merge(p); err != nil {
					t.Fatal(err)
				}
			}
			if got := plain(whole.Table()); !reflect.DeepEqual(got, want) {
				t.Fatalf("merged table differs:\n%+v\n%+v", got, want)
			}
		}
	}
}

// TestAgainstExactSums computes every cell again with rational arithmetic.
func TestAgainstExactSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	companies := random(rng, 3000)
	table := build(t, companies, Options{By: []Dimension{BySector(), ByYear()}}).Table()
	rows := 0
	for _, r := range table.Rows {
		rows += r.Rows
		fte, revenue, bothFTE, bothRevenue := new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
		var status [3]int
		n := 0
		for _, c := range companies {
			if c.Sector != r.Key[0] || c.Year != r.Year {
				continue
			}
			n++
			status[c.FTE.Status()]++
			if c.FTE.Known() {
				fte.Add(fte, new(big.Rat).SetFloat64(c.FTE.Float64()))
			}
			if c.Revenue.Known() {
				revenue.Add(revenue, new(big.Rat).SetFloat64(c.Revenue.Float64()))
			}
			if c.FTE.Known() && c.Revenue.Known() {
				bothFTE.Add(bothFTE, new(big.Rat).SetFloat64(c.FTE.Float64()))
				bothRevenue.Add(bothRevenue, new(big.Rat).SetFloat64(c.Revenue.Float64()))
			}
		}
		wantFTE, _ := fte.Float64()
		wantRevenue, _ := revenue.Float64()
		wantRatio, _ := new(big.Rat).Quo(bothRevenue, bothFTE).Float64()
		if r.Jobs.Sum != Value(wantFTE) || r.Revenue.Sum != Value(wantRevenue) || r.Firms.Sum != Value(float64(n)) || r.Rows != n ||
			math.Abs(r.RevenuePerJob.Float64()/wantRatio-1) > 1e-15 {
			t.Errorf("%v: %+v, want FTE %v, revenue %v, %d firms, ratio %v", r.Key, r, wantFTE, wantRevenue, n, wantRatio)
		}
		if got := [3]int{r.Jobs.Missing, r.Jobs.Suppressed, r.Jobs.Known}; got != status {
			t.Errorf("%v: missing, suppressed, known %v, want %v", r.Key, got, status)
		}
	}
	if rows != len(companies) {
		t.Errorf("%d rows in groups, want %d", rows, len(companies))
	}
}

func TestPartsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	table := build(t, random(rng, 5000), Options{By: []Dimension{BySector(), ByRegion(), ByYear()}}).Table()
	for _, total := range table.Totals {
		for _, c := range []Column{Jobs, Firms, Revenue} {
			var sum, abs, shares float64
			for _, r := range table.In(total.Year) {
				if x := r.Figure(c); x.Known() {
					sum += x.Float64()
					abs += math.Abs(x.Float64())
					shares += table.Share(r, c).Float64()
				}
			}
			if math.Abs(sum-total.Figure(c).Float64()) > 1e-12*abs {
				t.Errorf("%d column %d: parts %v, total %v", total.Year, c, sum, total.Figure(c))
			}
			if math.Abs(shares-1) > 1e-12*abs/math.Abs(sum) {
				t.Errorf("%d column %d: shares add up to %v", total.Year, c, shares)
			}
		}
	}
}

func TestNothingKnown(t *testing.T) {
	table, err := Aggregate([]Company{
		{Sector: "A", Year: 2018, FTE: Hidden()}, {Sector: "A", Year: 2018},
		{Sector: "B", Year: 2018, FTE: Value(0), Revenue: Value(10)},
		{Sector: "C", Year: 2018, FTE: Value(2)}, {Sector: "C", Year: 2018, Revenue: Value(8)}, {Sector: "C", Year: 2018, FTE: Value(3), Revenue: Value(9)},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, _ := table.Row("A")
	if a.Jobs != (Cell{Missing: 1, Suppressed: 1}) || a.RevenuePerJob != (Figure{}) || table.Share(a, Jobs) != (Figure{}) {
		t.Errorf("a group with nothing known: %+v", a)
	}
	b, _ := table.Row("B")
	if b.Jobs.Sum != Value(0) || b.RevenuePerJob != (Figure{}) || b.JobsPerFirm != Value(0) {
		t.Errorf("a group with a true zero: %+v", b)
	}
	c, _ := table.Row("C")
	if c.RevenuePerJob != Value(3) || c.JobsPerFirm != Value(2.5) || c.Revenue.Sum != Value(17) {
		t.Errorf("ratios of the rows that have both: %+v", c)
	}
	empty := NewBuilder(Options{}).Table()
	if len(empty.Rows) != 0 || len(empty.Totals) != 1 || empty.Totals[0].Jobs.Sum != (Figure{}) || empty.Totals[0].Firms.Sum != (Figure{}) {
		t.Errorf("a table of nothing: %+v", empty)
	}
}

func TestOrder(t *testing.T) {
	var companies []Company
	for _, fte := range []Figure{Value(250), {}, Value(10), Value(9.99), Value(50)} {
		for _, s := range []string{"", "Ørsted", "Aa", "Zoo"} {
			for _, year := range []int{2018, 2014} {
				companies = append(companies, Company{Sector: s, Year: year, FTE: fte})
			}
		}
	}
	table := build(t, companies, Options{By: []Dimension{BySize(), ByYear(), BySector()}}).Table()
	i := 0
	for _, size := range []string{"micro", "small", "medium", "large", ""} {
		for _, year := range []string{"2014", "2018"} {
			for _, s := range []string{"Aa", "Zoo", "Ørsted", ""} {
				if want := []string{size, year, s}; !reflect.DeepEqual(table.Rows[i].Key, want) {
					t.Errorf("row %d is %q, want %q", i, table.Rows[i].Key, want)
				}
				i++
			}
		}
	}
	if !reflect.DeepEqual(table.Years(), []int{2014, 2018}) || !reflect.DeepEqual(table.Totals[1].Key, []string{"", "2018", ""}) {
		t.Errorf("years %v, totals %+v", table.Years(), table.Totals)
	}
}

// TestKeysDoNotCollide: texts with any byte in them stay apart.
func TestKeysDoNotCollide(t *testing.T) {
	table := build(t, []Company{
		{Sector: "a\x00b", Region: "c", Year: 2018}, {Sector: "a", Region: "b\x00c", Year: 2018}, {Sector: "a\x01", Region: "bc", Year: 2018}, {Sector: "ab", Region: "c", Year: 2018},
	}, Options{By: []Dimension{BySector(), ByRegion()}}).Table()
	if len(table.Rows) != 4 {
		t.Errorf("%d groups, want 4", len(table.Rows))
	}
}

func TestFirms(t *testing.T) {
	plants := []Company{
		{ID: "1", Establishment: "a", Sector: "Energy", Year: 2018, FTE: Value(10)},
		{ID: "1", Establishment: "b", Sector: "Water", Year: 2018, FTE: Value(20)},
		{ID: "2", Establishment: "c", Sector: "Water", Year: 2018, FTE: Value(30)},
		{ID: "2", Establishment: "d", Sector: "Water", Year: 2018},
		{ID: "3", Establishment: "e", Sector: "Water", Year: 2018},
		{Establishment: "f", Sector: "Water", Year: 2018, FTE: Value(5)},
	}
	table, err := Aggregate(plants, Options{Firms: CountIDs})
	if err != nil {
		t.Fatal(err)
	}
	water, _ := table.Row("Water")
	if water.Firms != (Cell{Value(3), 4, 1, 0}) || water.JobsPerFirm != Value(25) {
		t.Errorf("distinct firms: %+v", water)
	}
	if total := table.Totals[0]; total.Firms.Sum != Value(3) || !table.FirmsOverlap {
		t.Errorf("a firm with plants in two sectors is one firm: %+v", total)
	}
	if _, err := Aggregate(plants, Options{}); !isField(err, "establishment") {
		t.Errorf("establishments counted as firms: %v", err)
	}
	sums := []Company{{Sector: "Energy", Year: 2018, Firms: Value(12), FTE: Value(120)}, {Sector: "Energy", Year: 2018, FTE: Value(7)}, {Sector: "Energy", Year: 2018, Firms: Hidden()}}
	if table, err = Aggregate(sums, Options{Firms: CountColumn}); err != nil {
		t.Fatal(err)
	}
	if r := table.Rows[0]; r.Firms != (Cell{Value(12), 1, 1, 1}) || r.JobsPerFirm != Value(10) || r.Jobs.Sum != Value(127) {
		t.Errorf("firms from a column: %+v", r)
	}
	if _, err := Aggregate(sums, Options{}); !isField(err, "firms") {
		t.Errorf("a row of twelve firms counted as one: %v", err)
	}
	for _, counting := range []Counting{CountColumn, CountIDs} {
		if _, err := Aggregate(sums, Options{By: []Dimension{BySize()}, Firms: counting}); !isField(err, "firms") {
			t.Errorf("a size class of several firms: %v", err)
		}
	}
}

func isField(err error, field string) bool {
	e, ok := errors.AsType[*FieldError](err)
	return ok && e.Field == field
}

func TestSeries(t *testing.T) {
	table, err := Aggregate([]Company{
		{Sector: "Energy", Year: 2014, FTE: Value(10), Revenue: Value(100)}, {Sector: "Energy", Year: 2017, FTE: Hidden()},
		{Sector: "Energy", Year: 2018, FTE: Value(30), Revenue: Value(600)}, {Sector: "Water", Year: 2015, FTE: Value(5)},
	}, Options{By: []Dimension{BySector(), ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	energy, err := table.Series(Jobs, "Energy")
	if err != nil || energy.FirstYear != 2014 || energy.Len() != 5 || energy.At(2014) != 10 || energy.At(2018) != 30 ||
		!math.IsNaN(energy.At(2015)) || !math.IsNaN(energy.At(2017)) || energy.Unit != "FTE" || energy.Name != "Energy" {
		t.Errorf("series: %+v, %v", energy, err)
	}
	if total, err := table.Series(RevenuePerJob); err != nil || total.At(2018) != 20 || total.Unit != "DKK per FTE" {
		t.Errorf("total: %+v, %v", total, err)
	}
	if _, err := table.Series(Jobs, "Waste"); err == nil {
		t.Error("a group that is not there has a series")
	}
	for _, b := range []*Builder{NewBuilder(Options{}), NewBuilder(Options{By: []Dimension{ByYear()}})} {
		if _, err := b.Table().Series(Jobs); err == nil {
			t.Error("a table without years has a series")
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		field   string
		company Company
	}{
		{"year", Company{Year: 20188}}, {"year", Company{}}, {"fte", Company{Year: 2018, FTE: Value(-1)}},
		{"employees", Company{Year: 2018, Employees: Value(-1)}}, {"revenue", Company{Year: 2018, Revenue: Value(math.Inf(1))}},
		{"firms", Company{Year: 2018, Firms: Value(1.5)}}, {"share", Company{Year: 2018, Share: Value(1.01)}},
		{"founded", Company{Year: 2018, Founded: 3}}, {"revenue", Company{Year: 2018, Revenue: Value(-1e300)}}, {"fte", Company{Year: 2018, FTE: Value(math.Inf(1))}},
	} {
		b := NewBuilder(Options{})
		if err := b.Add(c.company); !isField(err, c.field) {
			t.Errorf("%+v: %v", c.company, err)
		}
		if len(b.Table().Rows) != 0 {
			t.Errorf("%+v was refused and added", c.company)
		}
	}
	good := Company{Year: 2018, FTE: Value(0), Employees: Value(1), Revenue: Value(-5), Share: Value(1), Founded: 1889}
	if err := NewBuilder(Options{}).Add(good); err != nil {
		t.Error(err)
	}
	for _, opt := range []Options{{Measure: Employees}, {Currency: "EUR"}, {By: []Dimension{ByRegion()}}, {Firms: CountIDs}} {
		if err := NewBuilder(Options{}).Merge(NewBuilder(opt)); err == nil {
			t.Errorf("%+v was merged into the default", opt)
		}
	}
	if Value(math.NaN()) != (Figure{}) {
		t.Error("NaN is a known figure")
	}
	if w := build(t, []Company{{Year: 2014}, {Year: 2018}}, Options{}).Table().Warnings; len(w) != 1 {
		t.Errorf("two years in a row: warnings %v", w)
	}
}

func BenchmarkAggregate(b *testing.B) {
	companies := random(rand.New(rand.NewPCG(9, 10)), 100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Aggregate(companies, Options{By: []Dimension{BySector(), ByYear()}}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestFigureBits(t *testing.T) {
	negative := math.Copysign(0, -1)
	if f := Value(negative); f != Value(0) || !f.Known() || f.Float64() != 0 || math.Signbit(f.Float64()) {
		t.Errorf("minus zero is %v", f)
	}
	for _, x := range []float64{0, 1, -1, 17600, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), math.Inf(-1)} {
		if f := Value(x); !f.Known() || f.Status() != Known || f.Float64() != x {
			t.Errorf("Value(%v) is %v", x, f)
		}
	}
	for _, f := range []Figure{{}, Hidden(), Value(math.NaN()), Value(-math.NaN()), Value(math.Float64frombits(0x7ff8_0000_0000_0002))} {
		if f.Known() || !math.IsNaN(f.Float64()) {
			t.Errorf("%v is known", f)
		}
	}
	if Value(math.Float64frombits(0x7ff8_0000_0000_0002)) != (Figure{}) {
		t.Error("a NaN is not missing")
	}
}
