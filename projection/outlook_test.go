package projection

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func company(name, region string, year int, fte sector.Figure) sector.Company {
	return sector.Company{Sector: name, Region: region, Year: year, FTE: fte}
}

func tableOf(t *testing.T, companies []sector.Company, by ...sector.Dimension) *sector.Table {
	t.Helper()
	table, err := sector.Aggregate(companies, sector.Options{By: by})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestSectorsAddUp(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2018))
	names := []string{"Energy", "Mobility", "Buildings", "Water", "Waste", "Lighting", "Health"}
	var companies []sector.Company
	for range 3000 {
		fte := math.Round(4*math.Exp(3*rnd.NormFloat64())) / 4
		companies = append(companies, company(names[rnd.IntN(len(names))], "", 2017+rnd.IntN(2), sector.Value(fte)))
	}
	a := Assumptions{Market: growth.Range{Low: -.031, High: .17}, Productivity: .017, Share: .003}
	table := tableOf(t, companies, sector.BySector(), sector.ByYear())
	o, err := Sectors(table, 2018, 2048, a)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Sectors) != len(names) || len(o.NotProjected) != 0 || len(o.Warnings) != 0 {
		t.Fatalf("%+v", o)
	}
	total, _ := table.Total(2018)
	if o.Total.Base != total.Jobs.Sum.Float64() || o.Total.Unit != "FTE" || o.Total.Name != "" {
		t.Errorf("total %+v", o.Total)
	}
	for i, whole := range o.Total.Scenarios {
		for year := 2018; year <= 2048; year++ {
			var parts, sizes growth.Sum
			for _, p := range o.Sectors {
				x := p.Scenarios[i].LevelIn(year)
				parts.Add(x)
				sizes.Add(math.Abs(x))
			}
			if d := math.Abs(parts.Float64() - whole.LevelIn(year)); d > 1e-12*sizes.Float64() {
				t.Errorf("%s %d: sectors miss the total by %v", whole.Name, year, d)
			}
		}
	}
	for i, p := range o.Sectors {
		if row, ok := table.Row(p.Name, "2018"); ok && row.Jobs.Sum.Float64() != p.Base {
			t.Errorf("%s from %v, the table has %v", p.Name, p.Base, row.Jobs.Sum)
		}
		if q, ok := o.Sector(p.Name); !ok || q != p || i > 0 && o.Sectors[i-1].Name >= p.Name {
			t.Errorf("%s is not found or out of order", p.Name)
		}
	}
	if _, ok := o.Sector("Space"); ok {
		t.Error("a sector that is not there")
	}
}

func TestSectorsNotKnown(t *testing.T) {
	table := tableOf(t, []sector.Company{
		company("Energy", "", 2018, sector.Value(100)), company("Energy", "", 2018, sector.Figure{}),
		company("Health", "", 2018, sector.Hidden()), company("Mobility", "", 2018, sector.Figure{}),
		company("Water", "", 2018, sector.Value(0)), company("Waste", "", 2018, sector.Value(50.25)),
	})
	o, err := Sectors(table, 2018, 2025, Assumptions{Market: band1217})
	if err != nil {
		t.Fatal(err)
	}
	wantOut := []NotProjected{{"Health", sector.Suppressed}, {"Mobility", sector.Missing}, {"Water", sector.Known}}
	if !slices.Equal(o.NotProjected, wantOut) || len(o.Sectors) != 2 || o.Total.Base != 150.25 {
		t.Errorf("left out %v, want %v; %d sectors, total %v", o.NotProjected, wantOut, len(o.Sectors), o.Total.Base)
	}
	want := []BaseIncomplete{{"", 3, 2, 1}, {"Energy", 1, 1, 0}}
	for i, w := range o.Warnings {
		if got, ok := errors.AsType[*BaseIncomplete](w); !ok || i >= len(want) || *got != want[i] {
			t.Errorf("warning %d: %v", i, w)
		}
	}
	if len(o.Warnings) != len(want) {
		t.Errorf("%d warnings, want %d", len(o.Warnings), len(want))
	}

	// A sector hidden after the total was made.
	for i := range table.Rows {
		if table.Rows[i].Key[0] == "Waste" {
			table.Rows[i].Jobs = sector.Cell{Sum: sector.Hidden(), Suppressed: 1}
		}
	}
	if o, err = Sectors(table, 2018, 2025, Assumptions{Market: band1217}); err != nil {
		t.Fatal(err)
	}
	last := o.Warnings[len(o.Warnings)-1]
	if w, ok := errors.AsType[*PartsDiffer](last); !ok || *w != (PartsDiffer{Total: 150.25, Parts: 100}) || o.Total.Base != 150.25 {
		t.Errorf("with a hidden part: %v, total %v", last, o.Total.Base)
	}
}

func TestSectorsErrors(t *testing.T) {
	some := []sector.Company{company("Energy", "North", 2017, sector.Value(10)), company("Energy", "North", 2018, sector.Value(20))}
	only := func(f sector.Figure) []sector.Company { return []sector.Company{company("Energy", "North", 2018, f)} }
	a := Assumptions{Market: band1217}
	for _, c := range []struct {
		name  string
		table *sector.Table
		year  int
		a     Assumptions
		want  error
	}{
		{"two dimensions", tableOf(t, some, sector.BySector(), sector.ByRegion(), sector.ByYear()), 2018, a, growth.ErrNotKnown},
		{"by year alone", tableOf(t, some, sector.ByYear()), 2018, a, growth.ErrNotKnown},
		{"another year", tableOf(t, some, sector.BySector(), sector.ByYear()), 2019, a, growth.ErrNotKnown},
		{"nothing", tableOf(t, nil, sector.BySector()), 2018, a, growth.ErrNotKnown},
		{"total missing", tableOf(t, only(sector.Figure{})), 2018, a, growth.ErrNotKnown},
		{"total hidden", tableOf(t, only(sector.Hidden())), 2018, a, growth.ErrNotKnown},
		{"total zero", tableOf(t, only(sector.Value(0))), 2018, a, growth.ErrNotPositive},
		{"to an earlier year", tableOf(t, only(sector.Value(1))), 2025, a, growth.ErrOrder},
		{"range", tableOf(t, only(sector.Value(1))), 2018, Assumptions{Market: growth.Range{Low: 1}}, growth.ErrOrder},
	} {
		if o, err := Sectors(c.table, c.year, 2025, c.a); !errors.Is(err, c.want) || o != nil {
			t.Errorf("%s: %v, %v; want %v", c.name, o, err, c.want)
		}
	}
	_, err := Sectors(tableOf(t, some), 2018, 2025, a)
	if w, ok := errors.AsType[*sector.YearsMixed](err); !ok || w.First != 2017 {
		t.Errorf("years added up: %v", err)
	}
	// Regions serve as well, and the year may come first.
	o, err := Sectors(tableOf(t, some, sector.ByYear(), sector.ByRegion()), 2018, 2025, a)
	if err != nil || len(o.Sectors) != 1 || o.Sectors[0].Name != "North" || o.Sectors[0].Base != 20 {
		t.Errorf("by region: %+v, %v", o, err)
	}
}
