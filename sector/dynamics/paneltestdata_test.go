package dynamics_test

import (
	"math"
	"testing"

	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorcsv"
)

// The company file in testdata: the sums of its years as its README has them,
// its gaps, and parts that account for the change.
func TestPanelOfTestdata(t *testing.T) {
	companies, _, err := sectorcsv.ReadFile(t.Context(), "../../testdata/companies.csv", sectorcsv.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := dynamics.NewPanel(companies, dynamics.PanelOptions{})
	if err != nil || p.Len() != 10747 || p.Companies() != 2844 || len(p.Warnings()) != 0 {
		t.Fatalf("%d rows of %d companies, %v, %v", p.Len(), p.Companies(), p.Warnings(), err)
	}
	flows, err := dynamics.JobFlows(p, dynamics.JobFlowOptions{By: dynamics.BySector, Activity: dynamics.ActiveWithRow})
	if err != nil {
		t.Fatal(err)
	}
	rows, fte := []int{2005, 2076, 2145, 2221, 2300}, []float64{12410.25, 13513, 14736.5, 16156, 17600}
	paused := 0
	for i, f := range flows.Totals {
		if f.Firms.From != rows[i] || f.Firms.To != rows[i+1] || f.JobsFrom != fte[i] || f.JobsTo != fte[i+1] {
			t.Errorf("%d–%d: %d and %d firms, %v and %v FTE", f.From, f.To, f.Firms.From, f.Firms.To, f.JobsFrom, f.JobsTo)
		}
		// Quarters are exact in binary.
		if f.JobsTo-f.JobsFrom != f.NetJobCreation+f.JobsReturned-f.JobsPaused+f.JobsKnownInTo-f.JobsKnownInFrom {
			t.Errorf("%d–%d: the parts of %+v do not add up", f.From, f.To, f)
		}
		paused += f.Firms.Paused
	}
	if paused != 14 {
		t.Errorf("%d companies are away for a year, want 14", paused)
	}
	table, err := sector.Aggregate(companies, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range flows.Rows {
		for _, r := range table.Rows {
			if r.Key[0] == f.Group && r.Year == f.To && (r.Jobs.Sum.Float64() != f.JobsTo || r.Rows != f.Firms.To) {
				t.Errorf("%s %d: %v FTE, the table has %v", f.Group, f.To, f.JobsTo, r.Jobs.Sum)
			}
		}
	}
	high, err := dynamics.FindHighGrowth(p, dynamics.StatisticsDenmark(), dynamics.HighGrowthOptions{By: dynamics.BySector})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range high.Totals {
		if h.Eligible == 0 || h.HighGrowth == 0 || h.Gazelles > h.HighGrowth || h.HighGrowth > h.Eligible || math.IsNaN(h.JobsTo) || h.BirthNotKnown != 0 {
			t.Errorf("%+v", h)
		}
	}
}
