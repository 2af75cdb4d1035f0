package structure

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// testdata reads the company file and its reference economy.
func testdata(t testing.TB) (companies []sector.Company, table, reference *sector.Table) {
	t.Helper()
	companies, report, err := sectorcsv.ReadFile(t.Context(), "../../testdata/companies.csv", sectorcsv.Options{})
	if err != nil {
		t.Fatal(err)
	}
	table, err = sector.Aggregate(companies, report.Options(bySectorRegionYear()...))
	if err != nil {
		t.Fatal(err)
	}
	reference, _, err = sectorcsv.AggregateFile(t.Context(), "../../testdata/reference.csv", sectorcsv.Options{}, sector.Options{By: bySectorRegionYear()})
	if err != nil {
		t.Fatal(err)
	}
	return companies, table, reference
}

// The reference economy of testdata is larger than the companies everywhere, and
// goes with them in every method.
func TestTableTestdata(t *testing.T) {
	_, table, reference := testdata(t)
	for _, column := range []sector.Column{sector.Jobs, sector.Firms, sector.Revenue} {
		for _, year := range table.Years() {
			q, err := TableLocationQuotients(table, reference, column, year)
			if err != nil {
				t.Fatal(err)
			}
			mean := map[string]float64{}
			for _, l := range q.Lines {
				mean[l.Region] += l.ReferenceShare.Float64() * l.Quotient.Float64()
				if r, ok := table.Row(l.Sector, l.Region, strconv.Itoa(year)); !l.Whole && (!ok || r.Figure(column) != l.Figure) {
					t.Errorf("%v is not in the table", l)
				}
				if l.Figure.Float64() >= l.Reference.Float64() {
					t.Errorf("%v is not part of the reference", l)
				}
			}
			for region, m := range mean {
				near(t, "weighted mean of location quotients, "+region, m, 1, 1e-14)
			}
			for _, w := range q.Warnings {
				if _, ok := w.(PartlyKnown); !ok {
					t.Errorf("%v", w)
				}
			}
			if own, err := TableLocationQuotients(reference, reference, column, year); err != nil {
				t.Error(err)
			} else {
				for _, l := range own.Lines {
					if l.Whole && l.Quotient != sector.Value(1) {
						t.Errorf("quotient %v of the reference in itself", l.Quotient)
					}
				}
			}
			if _, err := TableSpecialisation(table, reference, column, year); err != nil {
				t.Error(err)
			}
			if _, err := TableConcentration(table, reference, column, year); err != nil {
				t.Error(err)
			}
		}
		for _, dynamic := range []bool{false, true} {
			var sum [3]float64
			for _, region := range []string{"", "Hovedstaden", "Midtjylland", "Nordjylland", "Sjælland", "Syddanmark"} {
				r, err := TableShiftShare(Dunn, table, reference, &TableShiftShareOptions{Column: column, Region: region, Dynamic: dynamic})
				if err != nil {
					t.Fatal(err)
				}
				eachLine(r, func(l ShiftShareLine) { addsUp(t, Dunn, l) })
				for k, x := range r.Total.parts(Dunn) {
					if region == "" {
						sum[k] = -*x
					} else {
						sum[k] += *x
					}
				}
			}
			for k, rest := range sum {
				near(t, "parts of regions and of all, part "+strconv.Itoa(k), rest, 0, 1e-12*table.Rows[0].Figure(column).Float64())
			}
		}
	}
}

// The order of companies does not show in a result.
func TestTablePermutation(t *testing.T) {
	companies, table, reference := testdata(t)
	mixed := slices.Clone(companies)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	again := tableOf(t, mixed)
	a, err := TableShiftShare(Arcelus, table, reference, &TableShiftShareOptions{Dynamic: true})
	if err != nil {
		t.Fatal(err)
	}
	b, err := TableShiftShare(Arcelus, again, reference, &TableShiftShareOptions{Dynamic: true})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a.View(), b.View()) {
		t.Error("the order of companies shows")
	}
	x, _ := TableSpecialisation(table, reference, sector.Jobs, 2018)
	y, _ := TableSpecialisation(again, reference, sector.Jobs, 2018)
	if !reflect.DeepEqual(x, y) {
		t.Error("the order of companies shows")
	}
}

func BenchmarkTableLocationQuotients(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 1))
	builder := sector.NewBuilder(sector.Options{By: bySectorRegionYear()})
	for i := range 500 {
		for r := range 100 {
			if err := builder.Add(row(strconv.Itoa(i), strconv.Itoa(r), 2018, sector.Value(1+rng.Float64()))); err != nil {
				b.Fatal(err)
			}
		}
	}
	table := builder.Table()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := TableLocationQuotients(table, table, sector.Jobs, 2018); err != nil {
			b.Fatal(err)
		}
	}
}
