package disclosure

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/projection"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// secretive are three years of companies in four sectors and two regions. A has
// two companies, with a figure that stands out; C and the others make up for it.
func secretive(secret float64) []sector.Company {
	var out []sector.Company
	for y := 2016; y <= 2018; y++ {
		grown := float64(y - 2016)
		out = slices.Concat(out, group("A", "a", y, 2, secret+grown), group("B", "a", y, 9, 3000), group("B", "b", y, 5, 2000),
			group("C", "a", y, 4, 4000-secret/2), group("C", "b", y, 4, 1000+10*grown), group("D", "a", y, 3, 7000), group("D", "b", y, 3, 7100))
	}
	return out
}

// TestNothingTells makes tables of two sets of companies that differ in what is
// hidden alone. What is published of them is the same, to the last bit, and so is
// everything that can be made of it.
func TestNothingTells(t *testing.T) {
	var first []*sector.Table
	for n, secret := range []float64{617, 641} {
		companies := secretive(secret)
		result := protectAll(t, Options{}, tableOf(t, companies, sector.BySector(), sector.ByYear()), tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear()))
		if n == 0 {
			first = result.Tables
		}
		for i, table := range result.Tables {
			if !reflect.DeepEqual(table.Rows, first[i].Rows) || !reflect.DeepEqual(table.Totals, first[i].Totals) {
				t.Errorf("table %d tells what is hidden", i)
			}
			if text := fmt.Sprintf("%+v", table); strings.Contains(text, fmt.Sprint(secret)) || strings.Contains(text, fmt.Sprint(2*secret)) {
				t.Errorf("table %d has the figure itself", i)
			}
		}
	}
}

// TestEverythingMadeOfIt checks that what is made of a protected table has gaps
// where it does, or is refused, and never a zero.
func TestEverythingMadeOfIt(t *testing.T) {
	companies := secretive(617)
	tables := protectAll(t, Options{}, tableOf(t, companies, sector.BySector(), sector.ByYear()), tableOf(t, companies, sector.BySector(), sector.ByRegion(), sector.ByYear())).Tables
	table, inRegions := tables[0], tables[1]
	row, _ := table.Row("A", "2018")
	for _, c := range columns() {
		if got := row.Figure(c); got != sector.Hidden() {
			t.Errorf("column %d is %v", c, got)
		}
		if got := table.Share(row, c); c.Additive() && got != sector.Hidden() {
			t.Errorf("share of column %d is %v, want suppressed", c, got)
		}
	}
	s, err := table.Series(sector.Jobs, "A")
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Len() {
		if _, y := s.XY(i); !math.IsNaN(y) {
			t.Errorf("series has %v", y)
		}
	}
	if _, err := s.CAGR(2016, 2018); !errors.Is(err, growth.ErrNotKnown) {
		t.Errorf("CAGR of a hidden series: %v", err)
	}
	if _, err := s.Index(2016); !errors.Is(err, growth.ErrNotKnown) {
		t.Errorf("index of a hidden series: %v", err)
	}

	reference := tableOf(t, secretive(500), sector.BySector(), sector.ByRegion(), sector.ByYear())
	q, err := structure.TableLocationQuotients(inRegions, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	hidden := 0
	for _, l := range q.Lines {
		cell, ok := inRegions.Row(l.Sector, l.Region, "2018")
		if l.Whole {
			cell, ok = table.Row(l.Sector, "2018")
		}
		if ok && cell.Jobs.Sum == sector.Hidden() {
			hidden++
			if l.Figure != sector.Hidden() || l.Share != sector.Hidden() || l.Quotient != sector.Hidden() {
				t.Errorf("location quotient of %s in %s: %+v", l.Sector, l.Region, l)
			}
		}
	}
	if hidden < 2 {
		t.Errorf("%d location quotients are of hidden figures", hidden)
	}
	concentration, err := structure.TableConcentration(inRegions, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range concentration.Lines {
		if l.Sector == "A" && (l.Regions != 0 || l.HHI.Known() || l.Hoover.Known() || l.LocationalGini.Known()) {
			t.Errorf("concentration of A: %+v", l)
		}
	}
	specialisation, err := structure.TableSpecialisation(inRegions, reference, sector.Jobs, 2018)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range specialisation.Lines {
		if l.Region == "a" && l.LeftOut == 0 {
			t.Errorf("specialisation of a leaves nothing out: %+v", l)
		}
	}
	change, err := structure.TableShiftShare(structure.Dunn, table, reference, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range change.Sectors {
		cell, _ := table.Row(l.Sector, "2018")
		if cell.Jobs.Sum == sector.Hidden() && l.Status != sector.Suppressed {
			t.Errorf("shift-share of %s: %+v", l.Sector, l)
		}
	}

	rate, err := growth.ParseRange("10%")
	if err != nil {
		t.Fatal(err)
	}
	outlook, err := projection.Sectors(table, 2018, 2020, projection.Assumptions{Market: rate})
	if err != nil {
		t.Fatal(err)
	}
	if len(outlook.NotProjected) != 2 || outlook.NotProjected[0].Name != "A" {
		t.Errorf("not projected: %+v, want A and its partner", outlook.NotProjected)
	}
	if outlook, err = projection.SectorScenarios(table, 2018, 2020, projection.SumOfSectors, projection.Case{Name: "as is", Course: projection.Course{Market: projection.Constant(.1)}}); err != nil {
		t.Fatal(err)
	} else if len(outlook.NotProjected) != 2 || outlook.NotProjected[0].Name != "A" {
		t.Errorf("not projected: %+v, want A and its partner", outlook.NotProjected)
	}

	for name, draw := range map[string]func(*sector.Table, int, growthplot.Text, growthplot.Style) (*growthplot.Page, error){
		"jobs": sectorplot.NewJobsPage, "revenue per job": sectorplot.NewRevenuePerJobPage,
	} {
		page, err := draw(table, 2018, growthplot.Text{}, growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		var svg strings.Builder
		if err := page.SVG(&svg); err != nil {
			t.Fatal(err)
		}
		for what, text := range map[string]string{"text": page.Alt(), "drawing": svg.String()} {
			if strings.Count(text, "suppressed") < 2 || strings.Contains(text, "1,238") || strings.Contains(text, "A: 0") {
				t.Errorf("%s of the chart of %s does not hide A: %.300s", what, name, text)
			}
		}
	}
}
