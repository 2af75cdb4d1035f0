package structure

import (
	"reflect"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func TestTableShiftShare(t *testing.T) {
	// Farhauer and Kröll's example in two halves of the region, and a nation of
	// it and another.
	in := farhauer(3)
	var table, reference []sector.Company
	for y, year := range in.Years {
		for i, name := range in.Sectors {
			table = append(table, row(name, "North", year, sector.Value(in.Region[y][i]/5)), row(name, "South", year, sector.Value(in.Region[y][i]*4/5)))
			reference = append(reference, row(name, "here", year, sector.Value(in.Region[y][i])), row(name, "there", year, sector.Value(in.Nation[y][i]-in.Region[y][i])))
		}
	}
	a, b := tableOf(t, table), tableOf(t, reference)
	for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
		got, err := TableShiftShare(m, a, b, &TableShiftShareOptions{Dynamic: true})
		if err != nil {
			t.Fatal(err)
		}
		want := must(t)(DynamicShiftShare(m, in))
		want.Unit = "FTE"
		if !equalLines(append(got.Sectors, got.Total), append(want.Sectors, want.Total)) || got.Unit != "FTE" || got.Warnings != nil {
			t.Errorf("%v: %v, want %v", m, got, want)
		}
	}
	// A fifth of the region has a fifth of each of Dunn's parts.
	got, err := TableShiftShare(Dunn, a, b, &TableShiftShareOptions{Region: "North", Years: []int{2016, 2017}})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "NS", got.Total.NationalShare, 27./5, 1e-14)
	near(t, "IM", got.Total.IndustryMix, 1./5, 1e-14)
	near(t, "RS", got.Total.RegionalShift, -3./5, 1e-14)
	// Nil options compare the first year with the last.
	got, err = TableShiftShare(Dunn, a, b, nil)
	if err != nil || got.Dynamic || !slices.Equal(got.Years, []int{2016, 2018}) {
		t.Errorf("%v, %v", got.Years, err)
	}
	near(t, "RS", got.Total.RegionalShift, 5.5, 1e-13)

	// A hidden cell hides its line and no other.
	for i := range table {
		if c := &table[i]; c.Sector == "B" && c.Region == "South" && c.Year == 2017 {
			c.FTE = sector.Hidden()
		}
	}
	got, err = TableShiftShare(Dunn, tableOf(t, table), b, &TableShiftShareOptions{Dynamic: true})
	if err != nil {
		t.Fatal(err)
	}
	if got.Sectors[1].Status != sector.Suppressed || got.Sectors[0].Status != sector.Known || !reflect.DeepEqual(got.Warnings, []error{SectorsLeftOut{Suppressed: []string{"B"}}}) {
		t.Errorf("%v, warnings %v", got.Sectors[1], got.Warnings)
	}
	for _, e := range got.View().Rows[1][5:] {
		if e.Kind != growth.SuppressedEntry {
			t.Errorf("a suppressed figure shows: %v", e)
		}
	}
	// A sector that the reference lacks in a year is left out; one that the table
	// lacks there is zero.
	lacking := slices.DeleteFunc(slices.Clone(reference), func(c sector.Company) bool { return c.Sector == "A" && c.Year == 2016 })
	gone := slices.DeleteFunc(slices.Clone(table), func(c sector.Company) bool { return c.Sector == "C" && c.Year == 2018 })
	got, err = TableShiftShare(Dunn, tableOf(t, gone), tableOf(t, lacking), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Sectors[0].Status != sector.Missing || got.Sectors[2].End != 0 || got.Sectors[2].Change != -10 {
		t.Errorf("%v", got.Sectors)
	}
	warnings := []error{
		SectorsLeftOut{Missing: []string{"A"}},
		About{"year", "2016", NotInReference{"sector", []string{"A"}}}, About{"year", "2018", OnlyInReference{[]string{"C"}}},
	}
	if !reflect.DeepEqual(got.Warnings, warnings) {
		t.Errorf("warnings %v, want %v", got.Warnings, warnings)
	}
}
