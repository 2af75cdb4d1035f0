package inputoutput

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/projection"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

func outlook(t testing.TB) *projection.Outlook {
	t.Helper()
	table := must(sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(100)}, {Year: 2018, Sector: "Water", FTE: sector.Value(40)}, {Year: 2018, Sector: "Drones", FTE: sector.Value(3)},
	}, sector.Options{}))
	return must(projection.Sectors(table, 2018, 2020, projection.Assumptions{Market: growth.Range{Low: .1, High: .2}}))
}

func TestIndirectJobs(t *testing.T) {
	table := []JobMultiplier{{"Energy", .95, .5}, {"Water supply", 1.5, math.NaN()}}
	b := must(IndirectJobs(outlook(t), table, map[string]string{"Water": "Water supply"}))
	if b.Unit != "FTE" || b.BaseYear != 2018 || b.To != 2020 || !slices.Equal(b.NotMapped, []string{"Drones"}) || len(b.Sectors) != 2 {
		t.Fatalf("%+v", b)
	}
	energy := b.Sectors[slices.IndexFunc(b.Sectors, func(s SectorJobs) bool { return s.Sector == "Energy" })]
	high := energy.Scenarios[1]
	for k, want := range []float64{100, 120, 144} {
		if high.Direct[k] != want || high.Indirect[k] != .95*want || high.Induced[k] != .5*want {
			t.Errorf("%+v", high)
		}
	}
	total := b.Total.Scenarios[1]
	if total.Name != "high" || math.Abs(total.Direct[2]-1.44*140) > 1e-12 || math.Abs(total.Indirect[2]-1.44*(95+60)) > 1e-12 || !math.IsNaN(total.Induced[2]) {
		t.Errorf("%+v", total)
	}
	if w, ok := errors.AsType[*NotMapped](b.Warnings[0]); !ok || !slices.Equal(w.Sectors, []string{"Drones"}) || !errors.Is(w, ErrNotMapped) {
		t.Errorf("%v", b.Warnings)
	}
	if w, ok := errors.AsType[*MayOverlap](b.Warnings[1]); !ok || w.Sectors != 2 {
		t.Errorf("%v", b.Warnings)
	}
	v := b.View()
	if len(v.Rows) != 2*2*3 || len(v.Rows[0]) != len(v.Columns) || v.Rows[11][6].Kind != growth.MissingEntry {
		t.Errorf("%+v", v)
	}
}

func TestIndirectJobsErrors(t *testing.T) {
	o := outlook(t)
	for _, c := range []struct {
		name       string
		table      []JobMultiplier
		industries map[string]string
		want       error
	}{
		{"twice", []JobMultiplier{{"Energy", 1, 1}, {"Energy", 2, 1}}, nil, ErrShape},
		{"no name", []JobMultiplier{{"", 1, 1}}, nil, ErrShape},
		{"negative", []JobMultiplier{{"Energy", -1, 1}}, nil, ErrNegative},
		{"infinite", []JobMultiplier{{"Energy", 1, math.Inf(1)}}, nil, growth.ErrNotKnown},
		{"no such industry", []JobMultiplier{{"Energy", 1, 1}}, map[string]string{"Water": "Waterworks"}, ErrNotMapped},
		{"no such sector", []JobMultiplier{{"Energy", 1, 1}}, map[string]string{"Enrgy": "Energy"}, ErrNotMapped},
		{"none", nil, nil, ErrNotMapped},
		{"not known", []JobMultiplier{{"Energy", math.NaN(), 1}}, nil, ErrNotMapped},
	} {
		if _, err := IndirectJobs(o, c.table, c.industries); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// The tags are those that sectorcsv reads, in both languages.
func TestJobMultipliersFromCSV(t *testing.T) {
	for _, file := range []string{
		"sector,indirect_jobs_per_direct_job,induced_jobs_per_direct_job\nEnergy,0.95,0.5\nWater,1.5,\n",
		"Branche;Indirekte job pr. direkte job\nEnergy;0,95\nWater;1,5\n",
	} {
		table, _, err := sectorcsv.ReadRecords[JobMultiplier](context.Background(), strings.NewReader(file), sectorcsv.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(table) != 2 || table[0].Sector != "Energy" || table[0].Indirect != .95 || table[1].Indirect != 1.5 || !math.IsNaN(table[1].Induced) {
			t.Errorf("%q: %+v", file, table)
		}
		if has := !math.IsNaN(table[0].Induced); has != strings.Contains(file, "induced") {
			t.Errorf("%q: %+v", file, table)
		}
	}
}
