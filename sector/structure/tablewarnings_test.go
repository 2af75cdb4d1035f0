package structure

import (
	"errors"
	"reflect"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func TestTableErrors(t *testing.T) {
	table, reference := small(t)
	rows := []sector.Company{row("Coal", "East", 2018, sector.Value(3)), row("Coal", "East", 2017, sector.Value(3))}
	employees, err := sector.Aggregate(rows, sector.Options{By: bySectorRegionYear(), Measure: sector.Employees, Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	overlap, err := sector.Aggregate(rows, sector.Options{By: bySectorRegionYear(), Firms: sector.CountIDs})
	if err != nil {
		t.Fatal(err)
	}
	zero := tableOf(t, []sector.Company{row("Coal", "East", 2018, sector.Value(0)), row("Coal", "East", 2017, sector.Value(0))})
	noYear, noSector, noRegion := tableOf(t, rows[:1], sector.BySector()), tableOf(t, rows, sector.ByYear()), tableOf(t, rows, sector.BySector(), sector.ByYear())
	tests := []struct {
		name             string
		table, reference *sector.Table
		column           sector.Column
		year             int
		want             any
	}{
		{"measure", table, employees, sector.Jobs, 2018, &UnitError{"FTE", "employees"}},
		{"currency", table, employees, sector.Revenue, 2018, &UnitError{"DKK", "EUR"}},
		{"overlap", overlap, reference, sector.Firms, 2018, &UnitError{"distinct firms, which do not add up", "firms"}},
		{"no years", noYear, reference, sector.Jobs, 2018, &DimensionError{"table", "year"}},
		{"no sectors", noSector, reference, sector.Jobs, 2018, &DimensionError{"table", "sector"}},
		{"year of the table", table, reference, sector.Jobs, 2017, &GroupError{"table", "year", "2017", []string{"2018"}}},
		{"year of the reference", zero, reference, sector.Jobs, 2017, &GroupError{"reference", "year", "2017", []string{"2018"}}},
		{"zero reference", table, zero, sector.Jobs, 2018, ErrZeroTotal},
		{"zero table", zero, reference, sector.Jobs, 2018, ErrZeroTotal},
		{"nothing in common", tableOf(t, []sector.Company{row("Rice", "East", 2018, sector.Value(0))}), tableOf(t, rows), sector.Jobs, 2018, ErrZeroTotal},
		{"nothing known", tableOf(t, []sector.Company{row("Coal", "East", 2018, sector.Figure{})}), tableOf(t, rows), sector.Jobs, 2018, ErrEmpty},
	}
	for _, test := range tests {
		_, lq := TableLocationQuotients(test.table, test.reference, test.column, test.year)
		_, spec := TableSpecialisation(test.table, test.reference, test.column, test.year)
		_, conc := TableConcentration(test.table, test.reference, test.column, test.year)
		_, shift := TableShiftShare(Dunn, test.table, test.reference, &TableShiftShareOptions{Column: test.column, Years: []int{test.year, test.year + 1}})
		for i, err := range []error{lq, spec, conc, shift} {
			sentinel, ok := test.want.(error)
			switch {
			case i == 2 && (test.name == "nothing in common" || test.name == "zero reference"): // all sectors are one there, and the East is hidden
			case i == 3 && (test.want == ErrZeroTotal || test.want == ErrEmpty): // the second year is not there
			case ok && errors.Is(err, sentinel):
			case err == nil || !reflect.DeepEqual(err, test.want):
				t.Errorf("%s %d: %v, want %v", test.name, i, err, test.want)
			}
		}
	}
	both := tableOf(t, rows)
	if _, err := TableConcentration(noRegion, both, sector.Jobs, 2018); !reflect.DeepEqual(err, &DimensionError{"table", "region"}) {
		t.Error(err)
	}
	if _, err := TableConcentration(both, noRegion, sector.Jobs, 2018); !reflect.DeepEqual(err, &DimensionError{"reference", "region"}) {
		t.Error(err)
	}
	if _, err := TableShiftShare(Dunn, noRegion, both, &TableShiftShareOptions{Region: "East"}); !reflect.DeepEqual(err, &DimensionError{"table", "region"}) {
		t.Error(err)
	}
	if _, err := TableShiftShare(Dunn, both, both, &TableShiftShareOptions{Region: "West"}); !reflect.DeepEqual(err, &GroupError{"table", "region", "West", []string{"East"}}) {
		t.Error(err)
	}
	if _, err := TableShiftShare(Dunn, noYear, both, nil); !reflect.DeepEqual(err, &DimensionError{"table", "year"}) {
		t.Error(err)
	}
	if _, err := TableShiftShare(Dunn, both, both, &TableShiftShareOptions{Years: []int{2017, 2020, 2018}}); !errors.Is(err, growth.ErrOrder) {
		t.Error(err)
	}
	if _, err := TableShiftShare(Dunn, table, reference, nil); !errors.Is(err, ErrLength) {
		t.Error(err)
	}
	panics(t, "no reference", func() { _, _ = TableLocationQuotients(table, nil, sector.Jobs, 2018) })
	panics(t, "ratio", func() { _, _ = TableSpecialisation(table, table, sector.RevenuePerJob, 2018) })
}

func panics(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Errorf("%s: no panic", what)
		}
	}()
	f()
}

// A sector of which the reference has nothing has no quotient, and what is not
// stated comes last.
func TestTableZeroInReference(t *testing.T) {
	v := sector.Value
	table := tableOf(t, []sector.Company{row("", "West", 2018, v(10)), row("Coal", "West", 2018, v(20)), row("Coal", "", 2018, v(5))})
	reference := tableOf(t, []sector.Company{row("", "West", 2018, v(0)), row("Coal", "West", 2018, v(50)), row("Coal", "", 2018, v(50))})
	q, err := TableLocationQuotients(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if l := q.Lines[1]; l.Sector != "" || l.Quotient != (sector.Figure{}) || l.Share != v(10./30) || q.Lines[0].Quotient != v(20./30) || q.Lines[2].Region != "" || q.Lines[2].Whole {
		t.Errorf("%+v", q.Lines)
	}
	want := []error{About{"region", "West", About{"sector", "", ErrNoReference}}, About{"region", "", About{"sector", "", ErrNoReference}}, About{"sector", "", ErrNoReference}}
	if !reflect.DeepEqual(q.Warnings, want) || !errors.Is(q.Warnings[0], ErrNoReference) {
		t.Errorf("warnings %v, want %v", q.Warnings, want)
	}
	s, err := TableSpecialisation(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	checkFigure(t, "Krugman", s.Lines[0].Krugman, v(20./30))
	if l := s.Lines[0]; l.LocationalGini != (sector.Figure{}) || !errors.Is(s.Warnings[0], ErrNoReference) {
		t.Errorf("%+v, warnings %v", l, s.Warnings)
	}
	// A region with nothing is a line without figures, and no reason to stop.
	table = tableOf(t, []sector.Company{row("Coal", "West", 2018, v(20)), row("Coal", "East", 2018, v(0)), row("Coal", "North", 2018, sector.Hidden())})
	s, err = TableSpecialisation(table, reference, sector.Jobs, 2018)
	if err != nil || s.Lines[2].Krugman != v(0) || s.Lines[3].Krugman != sector.Hidden() || s.Lines[3].Figure != sector.Hidden() {
		t.Errorf("a sector hidden in one region is hidden in all together: %+v, %v", s, err)
	}
	reference = tableOf(t, []sector.Company{row("Coal", "West", 2018, v(50)), row("Gas", "West", 2018, v(50))})
	table = tableOf(t, []sector.Company{row("Coal", "West", 2018, v(20)), row("Gas", "West", 2018, v(20)), row("Coal", "East", 2018, v(0)), row("Coal", "North", 2018, sector.Hidden())})
	s, err = TableSpecialisation(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if s.Lines[0].Krugman != (sector.Figure{}) || s.Lines[1].Krugman != sector.Hidden() || s.Lines[2].Krugman != v(0) || !errors.Is(s.Warnings[0], ErrZeroTotal) {
		t.Errorf("%+v, warnings %v", s.Lines, s.Warnings)
	}
}

func TestTableRevenue(t *testing.T) {
	of := func(region string, revenue float64) sector.Company {
		return sector.Company{Sector: "Coal", Region: region, Year: 2018, Revenue: sector.Value(revenue)}
	}
	reference := tableOf(t, []sector.Company{of("East", 100), of("West", 300)})
	q, err := TableConcentration(tableOf(t, []sector.Company{of("East", 50), of("West", 50)}), reference, sector.Revenue, 2018)
	if err != nil || q.Unit != "DKK" || q.Lines[0].Hoover != sector.Value(0.25) {
		t.Errorf("%+v, %v", q, err)
	}
	q, err = TableConcentration(tableOf(t, []sector.Company{of("East", 50), of("West", 50)}), reference, sector.FirmsWeighted, 2018)
	if err != nil || q.Unit != "firms" || q.Lines[0].Figure != sector.Value(2) {
		t.Errorf("%+v, %v", q, err)
	}
	losses := tableOf(t, []sector.Company{of("East", -50), of("West", 60)})
	for _, test := range []func() error{
		func() error { _, err := TableLocationQuotients(losses, reference, sector.Revenue, 2018); return err },
		func() error { _, err := TableSpecialisation(losses, reference, sector.Revenue, 2018); return err },
		func() error { _, err := TableConcentration(losses, reference, sector.Revenue, 2018); return err },
	} {
		if err := test(); !errors.Is(err, ErrNegative) {
			t.Errorf("%v, want %v", err, ErrNegative)
		}
	}
}
