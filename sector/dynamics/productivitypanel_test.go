package dynamics

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func row(id, sectorName string, year int, jobs, revenue sector.Figure) sector.Company {
	return sector.Company{ID: id, Sector: sectorName, Year: year, FTE: jobs, Revenue: revenue}
}

func panelOf(t testing.TB, rows []sector.Company) *Panel {
	t.Helper()
	p, err := NewPanel(rows, PanelOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// panelRows has companies of every kind, between 2018 and 2020.
func panelRows() []sector.Company {
	v, missing, hidden := sector.Value, sector.Figure{}, sector.Hidden()
	return []sector.Company{
		row("stays", "Energy", 2018, v(10), v(100)), row("stays", "Energy", 2020, v(20), v(300)),
		row("moves", "Energy", 2018, v(10), v(50)), row("moves", "Water", 2020, v(10), v(80)),
		row("leaves", "Water", 2018, v(5), v(20)),
		row("comes", "Water", 2020, v(4), v(60)),
		row("gap in 2018", "Water", 2017, v(1), v(1)), row("gap in 2018", "Water", 2020, v(1), v(9)),
		row("gap in 2020", "Water", 2018, v(1), v(1)), row("gap in 2020", "Water", 2021, v(1), v(1)),
		row("no revenue", "Water", 2018, v(5), v(20)), row("no revenue", "Water", 2020, v(5), missing),
		row("hidden", "Water", 2018, missing, v(20)), row("hidden", "Water", 2020, v(5), hidden),
		row("loss", "Water", 2018, v(2), v(-8)), row("loss", "Water", 2020, v(2), v(4)),
		row("dormant", "Water", 2018, v(0), v(0)), row("dormant", "Water", 2020, v(6), v(66)),
		row("earlier", "Water", 2017, v(6), v(66)),
	}
}

func TestCompareRevenuePerJob(t *testing.T) {
	p := panelOf(t, panelRows())
	c, err := CompareRevenuePerJob(p, 2018, 2020, RevenuePerJobOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	// stays, moves, leaves, loss in 2018; stays, moves, comes, loss, dormant in 2020.
	near(t, "before", c.Before, (100.+50+20-8)/(10+10+5+2))
	near(t, "after", c.After, (300.+80+60+4+66)/(20+10+4+2+6))
	if c.Continuers != 3 || c.Entrants != 2 || c.Exiters != 1 || c.NotKnown != 4 {
		t.Errorf("%+v", c)
	}
	if c.Variable != "revenue per FTE" || c.Unit != "DKK per FTE" || c.Weights != "FTE" || c.From != 2018 || c.To != 2020 {
		t.Errorf("%+v", c)
	}
	want := RevenuePerJobNotKnown{LeftOut: LeftOut{Missing: 1, Suppressed: 1}, Gaps: 2, NoJobs: 1}
	if w := warning[*RevenuePerJobNotKnown](c.Warnings); w == nil || *w != want {
		t.Errorf("%+v, want %+v", w, want)
	}
	if w := warning[*FirmsNotCompared](c.Warnings); w == nil || w.Continuers != 4 || w.Entrants+w.Exiters != 0 {
		t.Errorf("%+v", w)
	}
	if w := warning[*FewFirms](c.Warnings); w == nil || w.Rows != 3 { // the total has one exiter
		t.Errorf("%+v", w)
	}
	d := decompose(t, c, FosterHaltiwangerKrizan)
	addsUp(t, "FHK", partsOf(d.ProductivityParts), c.Change)
	if len(d.Groups) != 2 || d.Groups[0].Group != "Energy" || d.Groups[0].Continuers != 2 || d.Groups[1].Entrants != 2 {
		t.Errorf("a company that moves belongs where it was: %+v", d.Groups)
	}
	near(t, "Energy within", d.Groups[0].Within, 10./27*5+10./27*3)
}

// TestBetweenTheYears: who comes or goes in a year between the two is an entrant
// or an exiter, not in a gap.
func TestBetweenTheYears(t *testing.T) {
	v := sector.Value
	c, err := CompareRevenuePerJob(panelOf(t, []sector.Company{
		row("stays", "", 2018, v(1), v(1)), row("stays", "", 2020, v(1), v(2)),
		row("goes", "", 2018, v(1), v(1)), row("goes", "", 2019, v(1), v(1)),
		row("comes", "", 2019, v(1), v(1)), row("comes", "", 2020, v(1), v(1)),
		row("passes", "", 2019, v(1), v(1)),
		row("pauses", "", 2018, v(1), v(1)), row("pauses", "", 2020, v(1), v(1)),
	}), 2018, 2020, RevenuePerJobOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Continuers != 2 || c.Entrants != 1 || c.Exiters != 1 || c.NotKnown != 0 {
		t.Errorf("%+v", c)
	}
}

func TestCompareRevenuePerJobVariants(t *testing.T) {
	p := panelOf(t, panelRows())
	get := func(opt RevenuePerJobOptions) *ProductivityChange {
		t.Helper()
		c, err := CompareRevenuePerJob(p, 2018, 2020, opt)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	flows := get(RevenuePerJobOptions{Gaps: GapsAreFlows})
	if flows.Entrants != 3 || flows.Exiters != 2 || flows.NotKnown != 2 {
		t.Errorf("gaps as flows: %+v", flows)
	}
	rows := get(RevenuePerJobOptions{Activity: ActiveWithRow})
	if w := warning[*RevenuePerJobNotKnown](rows.Warnings); w.NoJobs != 1 || rows.Entrants != 1 || rows.NotKnown != 5 {
		t.Errorf("active with a row: %+v, %+v", rows, w)
	}
	logs := get(RevenuePerJobOptions{Scale: Logs})
	if w := warning[*RevenuePerJobNotKnown](logs.Warnings); w.NoLogarithm != 1 || logs.Unit != "log points" || logs.Variable != "log of revenue per FTE" {
		t.Errorf("logs: %+v, %+v", logs, w)
	}
	near(t, "mean log before", logs.Before, (10*math.Log(10)+10*math.Log(5)+5*math.Log(4))/25)

	_, err := CompareRevenuePerJob(p, 2018, 2020, RevenuePerJobOptions{Weights: RevenueWeights})
	if e, ok := errors.AsType[*FigureError](err); !ok || e.Of != "company loss" || e.Figure != "revenue in 2018" || e.Value != -8 {
		t.Errorf("negative weight: %v", err)
	}
	p = panelOf(t, panelRows()[:4])
	market := get(RevenuePerJobOptions{Weights: RevenueWeights})
	near(t, "weighted by revenue", market.Before, (100*10.+50*5)/150)
	if market.Weights != "revenue" {
		t.Errorf("%+v", market)
	}
}

func TestCompareRevenuePerJobErrors(t *testing.T) {
	p := panelOf(t, panelRows())
	if _, err := CompareRevenuePerJob(p, 2018, 2019, RevenuePerJobOptions{}); !isType[*YearError](err) {
		t.Errorf("a year nobody has: %v", err)
	}
	if _, err := CompareRevenuePerJob(p, 2020, 2018, RevenuePerJobOptions{}); !errors.Is(err, growth.ErrOrder) {
		t.Errorf("reversed: %v", err)
	}
	if _, err := OlleyPakesRevenuePerJob(p, 2019, RevenuePerJobOptions{}); !isType[*YearError](err) {
		t.Errorf("a year nobody has: %v", err)
	}
	if _, err := RevenuePerJobBySector(p, 2019, 2020, AgainstZero); !isType[*YearError](err) {
		t.Errorf("a year nobody has: %v", err)
	}
	for _, opt := range []RevenuePerJobOptions{{By: ByBaseSize}, {Weights: RevenueWeights + 1}, {Scale: Logs + 1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v did not panic", opt)
				}
			}()
			CompareRevenuePerJob(p, 2018, 2020, opt)
		}()
	}
}

func TestOlleyPakesRevenuePerJob(t *testing.T) {
	p := panelOf(t, panelRows())
	r, err := OlleyPakesRevenuePerJob(p, 2018, RevenuePerJobOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// stays 10, moves 5, leaves 4, gap in 2020 1, no revenue 4, loss −4.
	near(t, "aggregate", r.Aggregate, (100.+50+20+1+20-8)/(10+10+5+1+5+2))
	near(t, "mean", r.Mean, (10.+5+4+1+4-4)/6)
	addsUp(t, "Olley–Pakes", []float64{r.Mean, r.Covariance}, r.Aggregate)
	if w := warning[*RevenuePerJobNotKnown](r.Warnings); r.NotKnown != 1 || w == nil || w.Missing != 1 || r.Year != 2018 || r.Unit != "DKK per FTE" {
		t.Errorf("%+v %+v", r, w)
	}
}

func TestRevenuePerJobBySector(t *testing.T) {
	rows := append(panelRows(), row("quiet", "Air", 2018, sector.Value(3), sector.Value(3)), row("quiet", "Air", 2020, sector.Value(3), sector.Figure{}))
	d, err := RevenuePerJobBySector(panelOf(t, rows), 2018, 2020, AgainstAggregate)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "before", d.Total.Before, (100.+50+20+1+20-8)/(10+10+5+1+5+2))
	near(t, "after", d.Total.After, (300.+80+60+9+4+66)/(20+10+4+1+2+6))
	near(t, "Energy before", d.Sectors[1].Before, 7.5)
	near(t, "Energy after", d.Sectors[1].After, 15)
	if w := warning[*SectorsNotKnown](d.Warnings); w == nil || len(w.Sectors) != 1 || w.Sectors[0] != "Air" {
		t.Errorf("%+v", w)
	}
	want := RevenuePerJobNotKnown{LeftOut: LeftOut{Missing: 3, Suppressed: 1}, NoJobs: 1}
	if w := warning[*RevenuePerJobNotKnown](d.Warnings); w == nil || *w != want {
		t.Errorf("%+v", w)
	}
}

// TestPanelAnyOrder: the order of the rows of a file does not matter.
func TestPanelAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(53, 59))
	rows := manyRows(rng, 300, 3)
	views := func() []growth.View {
		p := panelOf(t, rows)
		c, err := CompareRevenuePerJob(p, 2018, 2020, RevenuePerJobOptions{By: BySector})
		o, err1 := OlleyPakesRevenuePerJob(p, 2019, RevenuePerJobOptions{Scale: Logs})
		s, err2 := RevenuePerJobBySector(p, 2018, 2020, AgainstZero)
		if err := errors.Join(err, err1, err2); err != nil {
			t.Fatal(err)
		}
		return []growth.View{c.View(), decompose(t, c, MelitzPolanec).View(), o.View(), s.View()}
	}
	want := views()
	for range 5 {
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		if got := views(); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\n%+v", got, want)
		}
	}
}

// manyRows has companies that come and go, of which one in twenty is in a gap in
// any year.
func manyRows(rng *rand.Rand, companies, years int) []sector.Company {
	var rows []sector.Company
	for c := range companies {
		first := rng.IntN(2*years) - years
		last := first + 1 + rng.IntN(2*years)
		for y := range years {
			if y >= first && y <= last && rng.IntN(20) > 0 {
				jobs := math.Exp(2 + rng.NormFloat64())
				rows = append(rows, row(fmt.Sprintf("%08d", c), "sector "+string(rune('A'+c%10)), 2018+y, sector.Value(jobs), sector.Value(jobs*math.Exp(14+.5*rng.NormFloat64()))))
			}
		}
	}
	return rows
}

func warning[T error](warnings []error) T {
	var none T
	for _, w := range warnings {
		if t, ok := errors.AsType[T](w); ok {
			return t
		}
	}
	return none
}

func isType[T error](err error) bool {
	_, ok := errors.AsType[T](err)
	return ok
}

// BenchmarkDecompositions takes company-years through all six decompositions, one
// for each two years after each other.
func BenchmarkDecompositions(b *testing.B) {
	for _, rows := range []int{62_500, 250_000, 1_000_000} {
		rng := rand.New(rand.NewPCG(61, 67))
		p := panelOf(b, manyRows(rng, rows*10/49, 10)) // 4.94 rows a company
		b.Run(fmt.Sprintf("%d company-years", p.Len()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for year := 2018; year < 2027; year++ {
					c, err := CompareRevenuePerJob(p, year, year+1, RevenuePerJobOptions{})
					if err != nil {
						b.Fatal(err)
					}
					for _, m := range DecompositionMethods() {
						if _, err := c.Decompose(m); err != nil {
							b.Fatal(err)
						}
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(p.Len()), "ns/row")
		})
	}
}

// BenchmarkCompareProductivity does so from a slice, of one pair of years.
func BenchmarkCompareProductivity(b *testing.B) {
	for _, n := range []int{31_250, 125_000, 500_000} {
		firms := randomFirms(rand.New(rand.NewPCG(71, 73)), n, false)
		b.Run(fmt.Sprintf("%d firms", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c := compare(b, firms)
				for _, m := range DecompositionMethods() {
					decompose(b, c, m)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(2*n), "ns/row")
		})
	}
}
