package dynamics

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math"
	"os"
	"strconv"
	"testing"
)

// The columns of the published Business Dynamics Statistics follow from one
// another as FlowTotals.Flows and EntryExitRates have it. Jobs are printed whole
// and rates to three decimals, so that each may be off by half a unit.
func TestPublishedBDS(t *testing.T) {
	for _, file := range []struct {
		name        string
		rows, cells int             // all, and those compared
		wrong       map[string]bool // cells that are wrong as published: year, unit, column
	}{
		// Delaware 1987: 13,110 jobs destroyed by deaths and 25,031 by continuers are
		// published as 73,753. The rates show that the continuers are wrong.
		{"bds2018_st.csv", 2132, 23429, map[string]bool{"1987 10 job_destruction_continuers": true}},
		{"bds2022_fa.csv", 540, 4600, nil},
	} {
		path := "../../../shared/data/real/" + file.name
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the shared folder of real files is not here: ", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		records, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if len(records)-1 != file.rows {
			t.Errorf("%s: %d rows, want %d", file.name, len(records)-1, file.rows)
		}
		column := map[string]int{}
		for i, name := range records[0] {
			column[name] = i
		}
		cells := 0
		for _, r := range records[1:] {
			of := func(name string) float64 {
				switch text := r[column[name]]; text {
				case "D", "S", "X", "(D)", "(S)":
					return math.NaN()
				default:
					x, err := strconv.ParseFloat(text, 64)
					if err != nil {
						t.Fatalf("%s: %s of %v: %v", file.name, name, r[:2], err)
					}
					return x
				}
			}
			got := FlowTotals{
				JobCreation: of("job_creation"), JobCreationBirths: of("job_creation_births"),
				JobDestruction: of("job_destruction"), JobDestructionDeaths: of("job_destruction_deaths"), Denom: of("denom"),
			}.Flows()
			entry, exit := EntryExitRates(of("estabs"), of("estabs_entry"), of("estabs_exit"))
			compare := func(name string, x, within float64) {
				want := of(name)
				if math.IsNaN(x) || math.IsNaN(want) || file.wrong[r[0]+" "+r[1]+" "+name] {
					return
				}
				cells++
				if math.Abs(x-want) > within {
					t.Errorf("%s, %v: %s is %v, published as %v, more than %v off", file.name, r[:2], name, x, want, within)
				}
			}
			// A rate is of a numerator and a denominator of which each is rounded.
			rate := func(name string, x, units float64) {
				compare(name, x, .0005+1e-9+100*(.5*units+math.Abs(x)/100*.5)/got.Denom)
			}
			compare("job_creation_continuers", got.JobCreationContinuers, 1)
			compare("job_destruction_continuers", got.JobDestructionContinuers, 1)
			compare("net_job_creation", got.NetJobCreation, 1)
			rate("job_creation_rate", got.JobCreationRate, 1)
			rate("job_creation_rate_births", got.JobCreationRateBirths, 1)
			rate("job_destruction_rate", got.JobDestructionRate, 1)
			rate("job_destruction_rate_deaths", got.JobDestructionRateDeaths, 1)
			rate("net_job_creation_rate", got.NetJobCreationRate, 2)
			rate("reallocation_rate", got.ReallocationRate, 2)
			compare("estabs_entry_rate", entry, .0005+1e-9)
			compare("estabs_exit_rate", exit, .0005+1e-9)
		}
		if cells != file.cells {
			t.Errorf("%s: %d cells compared, want %d", file.name, cells, file.cells)
		}
	}
}

// What is not known leaves what depends on it not known, and no more.
func TestFlowTotalsNotKnown(t *testing.T) {
	nan := math.NaN()
	f := FlowTotals{JobCreation: 20, JobCreationBirths: nan, JobDestruction: 5, JobDestructionDeaths: 1, Denom: 50}.Flows()
	if !math.IsNaN(f.JobCreationContinuers) || !math.IsNaN(f.JobCreationRateBirths) || f.JobCreationRate != 40 || f.NetJobCreation != 15 || f.ReallocationRate != 20 || f.GrossReallocationRate != 50 {
		t.Errorf("births not known: %+v", f)
	}
	f = FlowTotals{JobCreation: nan, JobDestruction: 5, Denom: 50}.Flows()
	if !math.IsNaN(f.NetJobCreation) || !math.IsNaN(f.ExcessReallocation) || !math.IsNaN(f.GrossReallocation) || f.JobDestructionRate != 10 {
		t.Errorf("creation not known: %+v", f)
	}
	f = FlowTotals{}.Flows()
	if f.JobCreation != 0 || !math.IsNaN(f.JobCreationRate) {
		t.Errorf("nobody: %+v", f)
	}
	if entry, exit := EntryExitRates(0, 0, 0); !math.IsNaN(entry) || !math.IsNaN(exit) {
		t.Errorf("rates over nobody: %v, %v", entry, exit)
	}
	if entry, exit := EntryExitRates(10, 4, 2); math.Abs(entry-400./9) > 1e-13 || math.Abs(exit-200./9) > 1e-13 {
		t.Errorf("rates %v, %v", entry, exit)
	}
}

// Figures that no economy can have are not known, and Validate says which.
func TestFlowTotalsThatCannotBe(t *testing.T) {
	good := FlowTotals{JobCreation: 20, JobCreationBirths: 8, JobDestruction: 5, JobDestructionDeaths: 1, Denom: 50}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	with := func(change func(*FlowTotals)) FlowTotals {
		f := good
		change(&f)
		return f
	}
	for _, c := range []struct {
		totals          FlowTotals
		figure          string
		notKnown, known func(Flows) float64
	}{
		{with(func(f *FlowTotals) { f.Denom = -50 }), "Denom", func(f Flows) float64 { return f.NetJobCreationRate }, func(f Flows) float64 { return f.NetJobCreation }},
		{with(func(f *FlowTotals) { f.JobCreation = -20 }), "JobCreation", func(f Flows) float64 { return f.JobCreationRate }, func(f Flows) float64 { return f.JobDestructionRate }},
		{with(func(f *FlowTotals) { f.JobCreationBirths = 21 }), "JobCreationBirths", func(f Flows) float64 { return f.JobCreation }, func(f Flows) float64 { return f.JobDestructionRate }},
		{with(func(f *FlowTotals) { f.JobDestruction = math.Inf(1) }), "JobDestruction", func(f Flows) float64 { return f.NetJobCreation }, func(f Flows) float64 { return f.JobCreationRate }},
		{with(func(f *FlowTotals) { f.JobDestructionDeaths = 5.5 }), "JobDestructionDeaths", func(f Flows) float64 { return f.JobDestructionContinuers }, func(f Flows) float64 { return f.JobCreationContinuers }},
		{with(func(f *FlowTotals) { f.JobCreationBirths = math.Inf(1) }), "JobCreationBirths", func(f Flows) float64 { return f.JobCreationContinuers }, func(f Flows) float64 { return f.JobCreation }},
		{with(func(f *FlowTotals) { f.JobDestructionDeaths = -1 }), "JobDestructionDeaths", func(f Flows) float64 { return f.JobDestructionContinuers }, func(f Flows) float64 { return f.JobDestruction }},
	} {
		e, ok := errors.AsType[*FigureError](c.totals.Validate())
		if !ok || e.Figure != c.figure {
			t.Errorf("%+v: %v", c.totals, e)
		}
		if f := c.totals.Flows(); !math.IsNaN(c.notKnown(f)) || math.IsNaN(c.known(f)) {
			t.Errorf("%s: %+v", c.figure, f)
		}
	}
	// A sum that is rounded otherwise than its part is no contradiction.
	f := with(func(f *FlowTotals) { f.JobCreationBirths = math.Nextafter(20, 21) }).Flows()
	if f.JobCreationContinuers != 0 || f.JobCreationRate != 40 {
		t.Errorf("%+v", f)
	}
	for _, c := range [][3]float64{{1, 5, 0}, {-1, 0, 0}, {5, -1, 0}, {5, 0, -1}, {math.Inf(1), 1, 1}, {5, 1, math.Inf(1)}} {
		if entry, exit := EntryExitRates(c[0], c[1], c[2]); !math.IsNaN(entry) || !math.IsNaN(exit) {
			t.Errorf("%v: %v, %v", c, entry, exit)
		}
	}
}
