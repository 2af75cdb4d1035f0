package structure

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"smartcity/sector"
)

func TestSummarise(t *testing.T) {
	v := sector.Value
	in := []sector.Company{
		firm("a", 2018, v(10), v(100)), firm("b", 2018, v(30), v(200)), firm("c", 2018, sector.Hidden(), v(50)), firm("d", 2018, v(0), sector.Figure{}),
		{ID: "e", Sector: "Gas", Year: 2018, FTE: sector.Hidden(), Revenue: v(-10)}, {ID: "f", Sector: "Ore", Year: 2018, FTE: v(0), Revenue: v(5)},
	}
	reference := tableOf(t, []sector.Company{row("Coal", "", 2018, v(100)), row("Gas", "", 2018, v(50)), row("Tea", "", 2018, v(300))})
	got, err := Summarise(in, 2018, &SummaryOptions{Reference: reference})
	if err != nil {
		t.Fatal(err)
	}
	coal := got.Lines[0]
	for _, pair := range []struct {
		what      string
		got, want sector.Figure
	}{
		{"firm share", coal.FirmShare, v(4. / 6)}, {"job share", coal.JobShare, v(1)}, {"revenue share", coal.RevenueShare, sector.Figure{}}, // of 345, a part of 350
		{"revenue share of all", got.Total.RevenueShare, sector.Figure{}}, {"revenue", got.Total.Revenue.Sum, v(345)},
		{"mean size", coal.MeanSize, v(40. / 3)}, {"revenue per job", coal.RevenuePerJob, v(7.5)},
		{"HHI", coal.HHI, v(0.625)}, {"CR4", coal.CR4, v(1)}, {"Gini", coal.Gini, v(0.5)},
		{"location quotient", coal.LocationQuotient, v(4)}, // 40/40 over 100/400
		{"mean size of Gas", got.Lines[1].MeanSize, sector.Hidden()}, {"HHI of Gas", got.Lines[1].HHI, sector.Hidden()},
		{"share of Gas", got.Lines[1].JobShare, sector.Hidden()}, {"revenue per job of Gas", got.Lines[1].RevenuePerJob, sector.Hidden()},
		{"quotient of Gas", got.Lines[1].LocationQuotient, sector.Hidden()},
		{"HHI of Ore", got.Lines[2].HHI, sector.Figure{}}, {"quotient of Ore", got.Lines[2].LocationQuotient, sector.Figure{}},
		{"jobs of all", got.Total.Jobs.Sum, v(40)}, {"quotient of all", got.Total.LocationQuotient, sector.Figure{}},
	} {
		checkFigure(t, pair.what, pair.got, pair.want)
	}
	if coal.Firms != 4 || coal.Jobs != (sector.Cell{Sum: v(40), Known: 3, Suppressed: 1}) || got.Total.Firms != 6 {
		t.Errorf("%+v", coal)
	}
	want := map[string]bool{}
	for _, w := range got.Warnings {
		want[w.Error()] = true
	}
	for _, w := range []error{PartlyKnown{"fte", 0, 2}, PartlyKnown{"revenue", 1, 0}, NegativeFigures{1}, FewFirms{[]string{"Gas", "Ore"}}, NotInReference{"sector", []string{"Ore"}}, OnlyInReference{[]string{"Tea"}}, About{"sector", "Coal", PartlyKnown{"fte", 0, 1}}} {
		if !want[w.Error()] {
			t.Errorf("no warning %v in %v", w, got.Warnings)
		}
	}
	checkView(t, got.View(), 4)
	// By revenue, Gas has none that a concentration could be made of.
	got, err = Summarise(in, 2018, &SummaryOptions{Concentrated: sector.Revenue})
	if err != nil || got.Lines[1].HHI != (sector.Figure{}) || got.Lines[0].HHI != v((100*100+200*200+50*50)/(350.*350)) || got.Lines[0].LocationQuotient != (sector.Figure{}) {
		t.Errorf("%v, %v", got.Lines, err)
	}
	if _, err := Summarise(in, 2018, &SummaryOptions{Reference: reference, Measure: sector.Employees}); !reflect.DeepEqual(err, &UnitError{"employees", "FTE"}) {
		t.Error(err)
	}
	panics(t, "column", func() { _, _ = Summarise(in, 2018, &SummaryOptions{Concentrated: sector.Firms}) })
}

// Shares of revenue follow one rule: those of the companies, of size classes and of
// sectors are all there, or none is where a company's revenue is negative.
func TestSharesOfNegativeRevenue(t *testing.T) {
	v := sector.Value
	for _, lowest := range []float64{-1, 0, 1} {
		in := []sector.Company{firm("a", 2018, v(10), v(100)), firm("b", 2018, v(5), v(lowest)), firm("c", 2018, v(300), v(20)), firm("d", 2018, v(30), v(1))}
		top, err := TopCompanies(in, 2018, &TopOptions{Column: sector.Revenue})
		if err != nil {
			t.Fatal(err)
		}
		classes, err := SizeClasses(in, 2018, nil)
		if err != nil {
			t.Fatal(err)
		}
		summary, err := Summarise(in, 2018, nil)
		if err != nil {
			t.Fatal(err)
		}
		given := lowest >= 0
		for _, f := range []sector.Figure{
			top.Groups[0].Share, top.Groups[0].Companies[0].Share, classes.Lines[0].RevenueShare, classes.Lines[1].RevenueShare, classes.Lines[3].RevenueShare,
			classes.Total.RevenueShare, summary.Lines[0].RevenueShare, summary.Total.RevenueShare,
		} {
			if f.Known() != given || f.Known() && !(f.Float64() >= 0 && f.Float64() <= 1) {
				t.Errorf("lowest %v: a share is %v", lowest, f)
			}
		}
		if classes.Total.JobShare != v(1) || summary.Lines[0].JobShare != v(1) {
			t.Errorf("lowest %v: shares of jobs %v, %v", lowest, classes.Total.JobShare, summary.Lines[0].JobShare)
		}
		for _, warnings := range [][]error{top.Warnings, classes.Warnings, summary.Warnings} {
			if slices.Contains(warnings, error(NegativeFigures{1})) == given {
				t.Errorf("lowest %v: warnings %v", lowest, warnings)
			}
		}
	}
}

// The summary has the figures of the table, and of the indices.
func TestSummariseTestdata(t *testing.T) {
	companies, _, reference := testdata(t)
	table := tableOf(t, companies, sector.BySector(), sector.ByYear())
	for year := 2014; year <= 2018; year++ {
		got, err := Summarise(companies, year, &SummaryOptions{Reference: reference})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Lines) != 10 {
			t.Fatalf("%d sectors", len(got.Lines))
		}
		for _, l := range got.Lines {
			r, _ := table.Row(l.Sector, strconv.Itoa(year))
			if r.Jobs != l.Jobs || r.Revenue != l.Revenue || r.Firms.Sum != sector.Value(float64(l.Firms)) || r.RevenuePerJob != l.RevenuePerJob || r.JobsPerFirm != l.MeanSize {
				t.Errorf("%d: %+v, want %+v", year, l, r)
			}
			if l.JobShare != table.Share(r, sector.Jobs) || l.RevenueShare != table.Share(r, sector.Revenue) {
				t.Errorf("%d: shares %v and %v", year, l.JobShare, l.RevenueShare)
			}
			var x []float64
			for _, c := range companies {
				if c.Year == year && c.Sector == l.Sector {
					x = append(x, c.FTE.Float64())
				}
			}
			h, _ := HHI(x)
			if !l.LocationQuotient.Known() || l.HHI != sector.Value(h.HHI) || !(l.Gini.Float64() >= 0 && l.Gini.Float64() < 1) || l.CR4.Float64() < l.HHI.Float64() {
				t.Errorf("%d: %+v", year, l)
			}
		}
		mixed := slices.Clone(companies)
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		again, err := Summarise(mixed, year, &SummaryOptions{Reference: reference})
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%d: the order of companies shows", year)
		}
	}
}

func BenchmarkSummarise(b *testing.B) {
	in := panel(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Summarise(in, 2018, nil); err != nil {
			b.Fatal(err)
		}
	}
}
