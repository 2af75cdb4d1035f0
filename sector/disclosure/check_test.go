package disclosure

import (
	"reflect"
	"slices"
	"testing"

	"smartcity/sector"
)

func TestCheck(t *testing.T) {
	companies := slices.Concat(group("A", "", 2018, 2, 5), group("B", "", 2018, 9, 30), group("C", "", 2018, 4, 5))
	for i := range 4 {
		companies[11+i].Revenue = sector.Figure{}
	}
	companies[11].Revenue = sector.Value(7)
	for _, contributions := range []bool{false, true} {
		table, err := sector.Aggregate(companies, sector.Options{Contributions: contributions})
		if err != nil {
			t.Fatal(err)
		}
		want := []SmallCell{{Key: []string{"A"}, Column: sector.Firms, Companies: 2}, {Key: []string{"C"}, Column: sector.Revenue, Companies: 1}}
		warnings := Check(table)
		if len(warnings) != 1 || !reflect.DeepEqual(warnings[0].(*SmallCells).Cells, want) {
			t.Errorf("%+v, want %+v", warnings, want)
		}
		table.Warnings = append(table.Warnings, warnings...)
		for _, firms := range []FirmCounts{HideFirms, ShowFirms} {
			tables := protectAll(t, Options{Firms: firms}, table).Tables
			if warnings := Check(tables...); len(warnings) > 0 {
				t.Errorf("protected tables: %v", warnings[0].(*SmallCells).Cells)
			}
			if len(tables[0].Warnings) > 0 {
				t.Errorf("a protected table carries %v: it tells how many companies there are", tables[0].Warnings)
			}
		}
	}
	// A total of two; a table of numbers alone; workplaces of one company.
	if got := Check(tableOf(t, companies[:2], sector.BySector(), sector.ByYear()))[0].(*SmallCells).Cells; len(got) != 2 || !got[1].Total || got[1].Year != 2018 {
		t.Errorf("%+v, want row and total", got)
	}
	bare := []sector.Company{{ID: "1", Sector: "A", Year: 2018}, {ID: "2", Sector: "A", Year: 2018}}
	if got := Check(tableOf(t, bare, sector.BySector())); len(got) != 1 {
		t.Errorf("two firms of which nothing else is known: %v", got)
	}
	for i := range 5 {
		companies[i].ID, companies[i].Establishment = "1", string(rune('a'+i))
	}
	table, err := sector.Aggregate(companies[:5], sector.Options{Firms: sector.CountIDs})
	if err != nil {
		t.Fatal(err)
	}
	if got := Check(table); len(got) != 1 {
		t.Errorf("five workplaces of one company: %v", got)
	}
	if got := Check(tableOf(t, group("A", "", 2018, 3, 5), sector.BySector())); got != nil {
		t.Errorf("three companies: %v", got)
	}
	hidden := sector.Row{Key: []string{"A"}, Firms: sector.Cell{Sum: sector.Hidden()}, Jobs: sector.Cell{Sum: sector.Value(588)}}
	if got := Check(&sector.Table{By: []sector.Dimension{sector.BySector()}, Rows: []sector.Row{hidden}}); got != nil {
		t.Errorf("a hidden number of companies: %v", got)
	}
}
