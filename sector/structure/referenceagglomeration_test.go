package structure

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"smartcity/sector"
)

func TestCompanyAgglomeration(t *testing.T) {
	_, reference := small(t)
	v := sector.Value
	at := func(id, name, region string, fte sector.Figure) sector.Company {
		return sector.Company{ID: id, Sector: name, Region: region, Year: 2018, FTE: fte}
	}
	in := []sector.Company{
		at("a", "Coal", "East", v(30)), at("b", "Coal", "East", v(20)), at("c", "Coal", "West", v(10)), at("d", "Coal", "West", sector.Hidden()), at("e", "Coal", "North", v(5)),
		at("f", "Gas", "East", v(3)), at("g", "Oil", "East", sector.Hidden()),
	}
	got, err := CompanyAgglomeration(in, reference, 2018)
	if err != nil {
		t.Fatal(err)
	}
	want, err := EllisonGlaeserPlants([][]float64{{30, 20}, {10, math.NaN()}}, []float64{400, 600})
	if err != nil {
		t.Fatal(err)
	}
	coal := got.Lines[0]
	if coal.Gamma != want.Gamma || coal.Z != want.Z || coal.Plants != 3 || coal.PlantsLeftOut != 2 || coal.Status != sector.Known {
		t.Errorf("%+v, want %+v", coal, want)
	}
	if gas := got.Lines[1]; gas.Status != sector.Missing || !math.IsNaN(gas.Gamma) || gas.Plants != 1 {
		t.Errorf("%+v", gas)
	}
	if oil := got.Lines[2]; oil.Status != sector.Suppressed || !math.IsNaN(oil.Gamma) || oil.PlantsLeftOut != 1 {
		t.Errorf("%+v", oil)
	}
	if got.Warnings[0].Error() != (NotInReference{"region", []string{"North"}}).Error() || !errors.Is(got.Warnings[2], ErrUndefined) && !errors.Is(got.Warnings[3], ErrUndefined) {
		t.Errorf("warnings %v", got.Warnings)
	}
	checkView(t, got.View(), 3)
	noRegion := tableOf(t, []sector.Company{row("Coal", "", 2018, v(1))}, sector.BySector(), sector.ByYear())
	if _, err := CompanyAgglomeration(in, noRegion, 2018); !reflect.DeepEqual(err, &DimensionError{"reference", "region"}) {
		t.Error(err)
	}
	in[0].Year = 2017
	if _, err := CompanyAgglomeration(in, reference, 2017); !reflect.DeepEqual(err, &GroupError{"reference", "year", "2017", []string{"2018"}}) {
		t.Error(err)
	}
	panics(t, "no reference", func() { _, _ = CompanyAgglomeration(in, nil, 2018) })
}

func TestCompanyAgglomerationTestdata(t *testing.T) {
	companies, _, reference := testdata(t)
	got, err := CompanyAgglomeration(companies, reference, 2018)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Lines) != 10 || len(got.Regions) != 5 {
		t.Errorf("%d sectors in %d regions", len(got.Lines), len(got.Regions))
	}
	for _, l := range got.Lines {
		if l.Status != sector.Known || !(l.Gamma > -0.5 && l.Gamma < 0.5) || l.N != 5 {
			t.Errorf("%+v", l)
		}
	}
}
