package chapter

import (
	"math"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

const testdata = "../../../testdata/"

// TestChance: another seed changes the probability by no more than chance does.
func TestChance(t *testing.T) {
	table, read, err := sectorcsv.AggregateFile(t.Context(), testdata+"companies.csv", sectorcsv.Options{}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	var got []float64
	for seed := range uint64(2) {
		c, err := New(t.Context(), table, read, Settings{
			Data: testdata + "companies.csv", Assumptions: testdata + "assumptions.csv", Growth: growth.Range{Low: .12, High: .17}, Target: 35200, Paths: 20_000, Seed: seed,
		})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, c.simulated.Targets[0].By[7])
	}
	p := got[0]
	if math.Abs(got[1]-p) > 5*math.Sqrt(2*p*(1-p)/20_000) || got[0] == got[1] || p < .5 || p > 1 {
		t.Errorf("probabilities are %v", got)
	}
}
