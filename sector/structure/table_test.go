package structure

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func bySectorRegionYear() []sector.Dimension {
	return []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
}

// row is a company, or a cell of the reference.
func row(name, region string, year int, fte sector.Figure) sector.Company {
	return sector.Company{Sector: name, Region: region, Year: year, FTE: fte}
}

func tableOf(t *testing.T, rows []sector.Company, by ...sector.Dimension) *sector.Table {
	t.Helper()
	if by == nil {
		by = bySectorRegionYear()
	}
	table, err := sector.Aggregate(rows, sector.Options{By: by})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// small is a table of two regions and a reference: Gas is hidden in the East,
// Ore is not in the reference, Tea only there.
func small(t *testing.T) (table, reference *sector.Table) {
	v := sector.Value
	table = tableOf(t, []sector.Company{
		row("Coal", "East", 2018, v(30)), row("Gas", "East", 2018, sector.Hidden()), row("Oil", "East", 2018, v(10)), row("Ore", "East", 2018, v(7)),
		row("Coal", "West", 2018, v(20)), row("Gas", "West", 2018, v(60)), row("Gas", "West", 2018, sector.Figure{}),
	})
	reference = tableOf(t, []sector.Company{
		row("Coal", "East", 2018, v(100)), row("Gas", "East", 2018, v(100)), row("Oil", "East", 2018, v(150)), row("Tea", "East", 2018, v(50)),
		row("Coal", "West", 2018, v(100)), row("Gas", "West", 2018, v(200)), row("Oil", "West", 2018, v(250)), row("Tea", "West", 2018, v(50)),
	})
	return table, reference
}

func checkFigure(t *testing.T, what string, got, want sector.Figure) {
	t.Helper()
	if got.Status() != want.Status() || got.Known() && math.Abs(got.Float64()-want.Float64()) > 1e-14*(1+math.Abs(want.Float64())) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestTableLocationQuotients(t *testing.T) {
	table, reference := small(t)
	got, err := TableLocationQuotients(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	v, hidden, missing := sector.Value, sector.Hidden(), sector.Figure{}
	want := []TableLocalisationLine{
		// East: 40 jobs in Coal, Oil and Tea, 700 in the reference.
		{false, "East", "Coal", v(30), v(200), v(0.75), v(2. / 7), v(2.625)},
		{false, "East", "Gas", hidden, v(300), hidden, hidden, hidden},
		{false, "East", "Oil", v(10), v(400), v(0.25), v(4. / 7), v(0.4375)},
		{false, "East", "Ore", v(7), missing, missing, missing, missing},
		{false, "East", "Tea", v(0), v(100), v(0), v(1. / 7), v(0)},
		// West: 80 jobs, 1000 in the reference.
		{false, "West", "Coal", v(20), v(200), v(0.25), v(0.2), v(1.25)},
		{false, "West", "Gas", v(60), v(300), v(0.75), v(0.3), v(2.5)},
		{false, "West", "Oil", v(0), v(400), v(0), v(0.4), v(0)},
		{false, "West", "Ore", v(0), missing, missing, missing, missing},
		{false, "West", "Tea", v(0), v(100), v(0), v(0.1), v(0)},
		{true, "", "Coal", v(50), v(200), v(5. / 6), v(2. / 7), v(35. / 12)},
		{true, "", "Gas", hidden, v(300), hidden, hidden, hidden},
		{true, "", "Oil", v(10), v(400), v(1. / 6), v(4. / 7), v(7. / 24)},
		{true, "", "Ore", v(7), missing, missing, missing, missing},
		{true, "", "Tea", v(0), v(100), v(0), v(1. / 7), v(0)},
	}
	if len(got.Lines) != len(want) {
		t.Fatalf("%d lines, want %d", len(got.Lines), len(want))
	}
	for i, w := range want {
		g := got.Lines[i]
		if g.Whole != w.Whole || g.Region != w.Region || g.Sector != w.Sector {
			t.Errorf("line %d is %v %q %q", i, g.Whole, g.Region, g.Sector)
		}
		for k, pair := range [][2]sector.Figure{{g.Figure, w.Figure}, {g.Reference, w.Reference}, {g.Share, w.Share}, {g.ReferenceShare, w.ReferenceShare}, {g.Quotient, w.Quotient}} {
			checkFigure(t, w.Region+" "+w.Sector+" "+strconv.Itoa(k), pair[0], pair[1])
		}
	}
	warnings := []error{
		NotInReference{"sector", []string{"Ore"}}, OnlyInReference{[]string{"Tea"}}, PartlyKnown{"table", 1, 0},
		About{"region", "East", Incomplete{N: 3, LeftOut: 2}}, About{"region", "West", Incomplete{N: 4, LeftOut: 1}}, Incomplete{N: 3, LeftOut: 2},
	}
	if !reflect.DeepEqual(got.Warnings, warnings) {
		t.Errorf("warnings %v, want %v", got.Warnings, warnings)
	}
	checkView(t, got.View(), len(want))
	if e := got.View().Rows[1]; e[4].Kind != growth.SuppressedEntry || e[8].Kind != growth.SuppressedEntry {
		t.Errorf("a suppressed figure shows: %v", e)
	}
}

// checkView checks the shape of a view.
func checkView(t *testing.T, v growth.View, rows int) {
	t.Helper()
	if len(v.Rows) != rows {
		t.Errorf("%d rows, want %d", len(v.Rows), rows)
	}
	names := map[string]bool{}
	for _, c := range v.Columns {
		if names[c.Name] || c.Name == "" {
			t.Errorf("column %q", c.Name)
		}
		names[c.Name] = true
	}
	for _, r := range v.Rows {
		if len(r) != len(v.Columns) {
			t.Errorf("%d entries in %d columns", len(r), len(v.Columns))
		}
		for _, e := range r {
			if math.IsNaN(e.Number) || math.IsInf(e.Number, 0) {
				t.Errorf("entry %v", e)
			}
		}
	}
}

func TestTableSpecialisation(t *testing.T) {
	table, reference := small(t)
	got, err := TableSpecialisation(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Lines) != 3 {
		t.Fatalf("%d lines", len(got.Lines))
	}
	for i, x := range [][2][]float64{{{30, 10, 0}, {200, 400, 100}}, {{20, 60, 0, 0}, {200, 300, 400, 100}}, {{50, 10, 0}, {200, 400, 100}}} {
		l := got.Lines[i]
		k, _ := Krugman(x[0], x[1])
		h, _ := HHI(x[0])
		g, _ := LocationalGini(x[0], x[1])
		for _, pair := range [][2]sector.Figure{
			{l.Krugman, sector.Value(k.Krugman)}, {l.Halved, sector.Value(k.Halved)}, {l.HHI, sector.Value(h.HHI)},
			{l.Normalised, sector.Value(h.Normalised)}, {l.Equivalent, sector.Value(h.Equivalent)}, {l.LocationalGini, sector.Value(g.Gini)},
			{l.Figure, sector.Value(x[0][0] + x[0][1])},
		} {
			checkFigure(t, l.Region, pair[0], pair[1])
		}
		if l.Sectors != len(x[0]) || l.LeftOut != 5-len(x[0]) || l.Whole != (i == 2) {
			t.Errorf("%+v", l)
		}
	}
	// Σ|s_i − S_i| in the East: |0.75 − 2/7| + |0.25 − 4/7| + 1/7.
	checkFigure(t, "East", got.Lines[0].Krugman, sector.Value(0.75-2./7+4./7-0.25+1./7))
	checkView(t, got.View(), 3)
}

func TestTableConcentration(t *testing.T) {
	table, reference := small(t)
	got, err := TableConcentration(table, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Regions, []string{"East", "West"}) || len(got.Lines) != 5 {
		t.Fatalf("%v, %d lines", got.Regions, len(got.Lines))
	}
	// All jobs: 400 in the East, 600 in the West.
	coal := got.Lines[0]
	checkFigure(t, "Hoover", coal.Hoover, sector.Value(0.2))
	checkFigure(t, "Krugman", coal.Krugman, sector.Value(0.4))
	checkFigure(t, "HHI", coal.HHI, sector.Value(0.52))
	// Quotients 2/3 and 1.5: Gini (1.5 − 2/3)/(2·(1.5 + 2/3)).
	checkFigure(t, "locational Gini", coal.LocationalGini, sector.Value((1.5-2./3)/(2*(1.5+2./3))))
	// Gas is hidden in the East; what is left is one region.
	gas := got.Lines[1]
	if gas.Sector != "Gas" || gas.Regions != 1 || gas.LeftOut != 1 || gas.Figure != sector.Value(60) {
		t.Errorf("%+v", gas)
	}
	// So the total of the East is hidden too.
	if total := got.Lines[4]; !total.Whole || total.Regions != 1 || total.Figure != sector.Value(80) {
		t.Errorf("%+v", total)
	}
	warnings := []error{PartlyKnown{"table", 1, 0}, About{"sector", "Gas", Incomplete{1, 1}}, Incomplete{1, 1}}
	if !reflect.DeepEqual(got.Warnings, warnings) {
		t.Errorf("warnings %v, want %v", got.Warnings, warnings)
	}
	checkView(t, got.View(), 5)
	// A line of which nothing is known is suppressed if a figure is.
	hiddenOnly := tableOf(t, []sector.Company{row("Coal", "East", 2018, sector.Value(1)), row("Gas", "East", 2018, sector.Hidden()), row("Gas", "West", 2018, sector.Figure{})})
	got, err = TableConcentration(hiddenOnly, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if l := got.Lines[1]; l.Hoover != sector.Hidden() || l.HHI != sector.Hidden() || l.Figure != sector.Hidden() {
		t.Errorf("%+v", l)
	}
}
