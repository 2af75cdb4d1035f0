package dynamics

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// The check of DOMAIN.md, section 5: A 10→12, B 20→18, C 10→0, D 0→10, with no
// row for a zero and with one.
func TestJobFlowsOfDomain(t *testing.T) {
	absentRows := []sector.Company{
		companyYear("A", 2017, 10, "x"), companyYear("A", 2018, 12, "x"), companyYear("B", 2017, 20, "x"), companyYear("B", 2018, 18, "y"),
		companyYear("C", 2017, 10, "y"), companyYear("D", 2018, 10, "x"),
	}
	zeroRows := append(absentRows[:6:6], companyYear("C", 2018, 0, "y"), companyYear("D", 2017, 0, "x"))
	want := Flows{
		Denom: 40, JobCreation: 12, JobCreationBirths: 10, JobCreationContinuers: 2,
		JobDestruction: 12, JobDestructionDeaths: 10, JobDestructionContinuers: 2,
		NetJobCreation: 0, GrossReallocation: 24, ExcessReallocation: 24,
		JobCreationRate: 30, JobCreationRateBirths: 25, JobDestructionRate: 30, JobDestructionRateDeaths: 25,
		NetJobCreationRate: 0, GrossReallocationRate: 60, ReallocationRate: 60,
	}
	for name, rows := range map[string][]sector.Company{"no row": absentRows, "a row of zero": zeroRows} {
		flows, err := JobFlows(mustPanel(t, rows, PanelOptions{}), JobFlowOptions{})
		if err != nil {
			t.Fatal(err)
		}
		f := flows.Totals[0]
		if f.Flows != want {
			t.Errorf("%s: %+v, want %+v", name, f.Flows, want)
		}
		if f.Firms.From != 3 || f.Firms.To != 3 || f.Firms.Entry != 1 || f.Firms.Exit != 1 || f.Firms.Measured != 4 ||
			math.Abs(f.Firms.EntryRate-100./3) > 1e-13 || math.Abs(f.Firms.ExitRate-100./3) > 1e-13 {
			t.Errorf("%s: firms %+v", name, f.Firms)
		}
	}
	// With a row, and active for it, nobody is born: D is there all along.
	flows, err := JobFlows(mustPanel(t, zeroRows, PanelOptions{}), JobFlowOptions{Activity: ActiveWithRow})
	if err != nil {
		t.Fatal(err)
	}
	if f := flows.Totals[0]; f.JobCreation != 12 || f.JobCreationBirths != 0 || f.JobDestructionContinuers != 12 || f.Firms.From != 4 || f.Firms.Entry != 0 {
		t.Errorf("active with a row: %+v", f)
	}
}

// same compares structs of numbers, NaN being the same as NaN.
func same(a, b any) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	if x.Kind() == reflect.Struct {
		for i := range x.NumField() {
			if !same(x.Field(i).Interface(), y.Field(i).Interface()) {
				return false
			}
		}
		return true
	}
	if f, ok := a.(float64); ok {
		g := b.(float64)
		return f == g || math.IsNaN(f) && math.IsNaN(g)
	}
	return a == b
}

func variants() []JobFlowOptions {
	var out []JobFlowOptions
	for _, by := range []Grouping{InTotal, BySector, ByRegion, ByBaseSize, ByMeanSize} {
		for _, a := range []Activity{ActiveWithJobs, ActiveWithRow} {
			for _, g := range []Gaps{GapsApart, GapsAreFlows} {
				out = append(out, JobFlowOptions{By: by, Activity: a, Gaps: g})
			}
		}
	}
	return out
}

// additive are the parts of a flow that add up over groups.
func additive(f *JobFlow) []float64 {
	return []float64{
		f.Denom, f.JobCreation, f.JobCreationBirths, f.JobCreationContinuers,
		f.JobDestruction, f.JobDestructionDeaths, f.JobDestructionContinuers, f.NetJobCreation,
		f.JobsFrom, f.JobsTo, f.JobsReturned, f.JobsPaused, f.JobsKnownInFrom, f.JobsKnownInTo,
		float64(f.Firms.From), float64(f.Firms.To), float64(f.Firms.Entry), float64(f.Firms.Exit), float64(f.Firms.Expanding),
		float64(f.Firms.Contracting), float64(f.Firms.Returned), float64(f.Firms.Paused), float64(f.Firms.Measured),
		float64(f.Firms.LeftOut.Missing), float64(f.Firms.LeftOut.Suppressed),
	}
}

func nanZero(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return x
}

// Groups add up to the total; the parts to the whole change; years to the span.
// Figures here are not exact in binary.
func TestJobFlowsAddUp(t *testing.T) {
	rows := randomCompanies(11, 3000, 8)
	for i := range rows {
		if x := rows[i].FTE.Float64(); x > 0 {
			rows[i].FTE = sector.Value(x * math.Pi)
		}
	}
	p := mustPanel(t, rows, PanelOptions{})
	for _, opt := range variants() {
		flows, err := JobFlows(p, opt)
		if err != nil {
			t.Fatal(err)
		}
		sums := map[int][]float64{}
		moved := map[int]float64{}
		check := func(f *JobFlow) {
			t.Helper()
			change := f.JobsTo - f.JobsFrom
			parts := []float64{f.NetJobCreation, f.JobsMovedIn, -f.JobsMovedOut, f.JobsReturned, -f.JobsPaused, f.JobsKnownInTo, -f.JobsKnownInFrom}
			sum, size := 0., math.Abs(f.JobsTo)+math.Abs(f.JobsFrom)
			for _, x := range parts {
				sum += nanZero(x)
				size += math.Abs(nanZero(x))
			}
			if math.Abs(sum-change) > 1e-12*size {
				t.Errorf("%+v, %q %d–%d: parts %v make %v of %v", opt, f.Group, f.From, f.To, parts, sum, change)
			}
			g := f.Firms
			if g.To-g.From != g.Entry-g.Exit+g.MovedIn-g.MovedOut+g.Returned-g.Paused+g.NotKnownIn-g.NotKnownOut {
				t.Errorf("%+v, %q %d–%d: firms %+v do not add up", opt, f.Group, f.From, f.To, g)
			}
			if d := f.JobCreation - f.JobCreationBirths - f.JobCreationContinuers; math.Abs(d) > 1e-12*f.JobCreation {
				t.Errorf("births and continuers miss creation by %v", d)
			}
			if d := f.NetJobCreation - f.JobCreation + f.JobDestruction; math.Abs(d) > 1e-12*f.GrossReallocation {
				t.Errorf("net misses creation − destruction by %v", d)
			}
			if d := f.ExcessReallocation - f.GrossReallocation + math.Abs(f.NetJobCreation); math.Abs(d) > 1e-12*f.GrossReallocation {
				t.Errorf("excess misses gross − |net| by %v", d)
			}
			if f.JobCreationRate < 0 || f.JobCreationRate > 200 || f.JobDestructionRate < 0 || f.JobDestructionRate > 200 || f.ReallocationRate < 0 {
				t.Errorf("rates out of bounds: %+v", f.Flows)
			}
		}
		for i := range flows.Rows {
			f := &flows.Rows[i]
			check(f)
			if sums[f.From] == nil {
				sums[f.From] = make([]float64, len(additive(f)))
			}
			for k, x := range additive(f) {
				sums[f.From][k] += nanZero(x)
			}
			moved[f.From] += f.JobsMovedIn - f.JobsMovedOut
		}
		for i := range flows.Totals {
			f := &flows.Totals[i]
			check(f)
			if f.JobsMovedIn != 0 || f.Firms.MovedOut != 0 {
				t.Errorf("%+v: the total moves: %+v", opt, f)
			}
			if opt.By == InTotal {
				continue
			}
			for k, x := range additive(f) {
				if math.Abs(sums[f.From][k]-x) > 1e-12*math.Abs(x) {
					t.Errorf("%+v, %d: part %d of the groups makes %v of %v", opt, f.From, k, sums[f.From][k], x)
				}
			}
			if math.Abs(moved[f.From]) > 1e-12*f.JobsFrom {
				t.Errorf("%+v, %d: moves between groups leave %v", opt, f.From, moved[f.From])
			}
		}
	}
}

// With all figures known and no gaps, net creation over the years is the change
// over the whole span.
func TestJobFlowsChainOverYears(t *testing.T) {
	var rows []sector.Company
	for _, c := range randomCompanies(3, 500, 6) {
		if c.FTE.Known() {
			rows = append(rows, c)
		}
	}
	p := mustPanel(t, rows, PanelOptions{})
	yearly, err := JobFlows(p, JobFlowOptions{Gaps: GapsAreFlows})
	if err != nil {
		t.Fatal(err)
	}
	span, err := JobFlows(p, JobFlowOptions{Gaps: GapsAreFlows, Pairs: [][2]int{{2010, 2015}}})
	if err != nil {
		t.Fatal(err)
	}
	net := 0.
	for _, f := range yearly.Totals {
		net += f.NetJobCreation
	}
	if f := span.Totals[0]; net != f.NetJobCreation || net != f.JobsTo-f.JobsFrom || f.JobCreation > net+10000 {
		t.Errorf("years make %v, the span %v, jobs %v", net, f.NetJobCreation, f.JobsTo-f.JobsFrom)
	}
	if w, ok := errors.AsType[*YearsApart](span.Warnings[0]); !ok || *w != (YearsApart{2010, 2015}) {
		t.Errorf("warnings %v", span.Warnings)
	}
}

// The order of the rows changes no bit, and a scale of a power of two no rate.
func TestJobFlowsInvariance(t *testing.T) {
	rows := randomCompanies(5, 400, 6)
	for i := range rows {
		if x := rows[i].FTE.Float64(); x > 0 {
			rows[i].FTE = sector.Value(x / 3)
		}
	}
	for _, opt := range variants() {
		want, err := JobFlows(mustPanel(t, rows, PanelOptions{}), opt)
		if err != nil {
			t.Fatal(err)
		}
		shuffled := append([]sector.Company(nil), rows...)
		rand.New(rand.NewPCG(8, 8)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got, err := JobFlows(mustPanel(t, shuffled, PanelOptions{}), opt)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want.Rows {
			if !same(got.Rows[i], want.Rows[i]) {
				t.Fatalf("%+v: row %d changes with the order: %+v, %+v", opt, i, got.Rows[i], want.Rows[i])
			}
		}
		if opt.By == ByBaseSize || opt.By == ByMeanSize {
			continue // scaling changes the class
		}
		for i := range shuffled {
			if x := shuffled[i].FTE.Float64(); x > 0 {
				shuffled[i].FTE = sector.Value(x * 1024)
			}
		}
		scaled, err := JobFlows(mustPanel(t, shuffled, PanelOptions{}), opt)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want.Rows {
			a, b := scaled.Rows[i], want.Rows[i]
			if !same(a.JobCreationRate, b.JobCreationRate) || !same(a.ReallocationRate, b.ReallocationRate) || !same(a.JobsTo, 1024*b.JobsTo) {
				t.Fatalf("%+v: row %d changes with the scale", opt, i)
			}
		}
	}
}

func TestJobFlowsErrors(t *testing.T) {
	one := mustPanel(t, []sector.Company{companyYear("1", 2018, 5, "")}, PanelOptions{})
	if _, err := JobFlows(one, JobFlowOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Errorf("one year: %v", err)
	}
	if _, err := JobFlows(mustPanel(t, nil, PanelOptions{}), JobFlowOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Errorf("no year: %v", err)
	}
	two := mustPanel(t, []sector.Company{companyYear("1", 2016, 5, ""), companyYear("1", 2018, 5, "")}, PanelOptions{})
	for _, pair := range [][2]int{{2016, 2017}, {2017, 2018}} {
		_, err := JobFlows(two, JobFlowOptions{Pairs: [][2]int{pair}})
		if e, ok := errors.AsType[*YearError](err); !ok || e.Year != 2017 || e.Error() == "" {
			t.Errorf("%v: %v", pair, err)
		}
	}
	for _, pair := range [][2]int{{2018, 2016}, {2018, 2018}} {
		if _, err := JobFlows(two, JobFlowOptions{Pairs: [][2]int{pair}}); !errors.Is(err, growth.ErrOrder) {
			t.Errorf("%v: %v", pair, err)
		}
	}
	flows, err := JobFlows(two, JobFlowOptions{})
	if err != nil || len(flows.Warnings) != 2 {
		t.Fatalf("%v, %v", flows, err)
	}
	if w, ok := flows.Warnings[0].(*YearsApart); !ok || w.Error() == "" {
		t.Errorf("years apart: %v", flows.Warnings)
	}
	if w, ok := flows.Warnings[1].(*FewFirms); !ok || w.Rows != 1 || w.Error() == "" {
		t.Errorf("few firms: %v", flows.Warnings)
	}
}

// What nobody knows is NaN, and a group of which nothing is known does not pass
// for one without flows.
func TestJobFlowsNotKnown(t *testing.T) {
	nan, hidden := math.NaN(), math.Inf(-1)
	p := mustPanel(t, []sector.Company{
		companyYear("1", 2017, nan, "a"), companyYear("1", 2018, 5, "a"), // became known
		companyYear("2", 2017, 4, "a"), companyYear("2", 2018, hidden, "b"), // moved, and no longer known
		companyYear("3", 2018, hidden, "c"), // born with jobs nobody tells
		companyYear("4", 2017, 7, "d"), companyYear("4", 2018, 7, "d"),
		companyYear("5", 2018, nan, "d"),
	}, PanelOptions{})
	flows, err := JobFlows(p, JobFlowOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	a, b, c, d := flows.Rows[0], flows.Rows[1], flows.Rows[2], flows.Rows[3]
	if !math.IsNaN(a.JobCreation) || a.JobsFrom != 4 || a.JobsTo != 5 || a.JobsKnownInTo != 5 || a.JobsKnownInFrom != 4 || a.Firms.LeftOut != (LeftOut{1, 0}) {
		t.Errorf("a: %+v", a)
	}
	if !math.IsNaN(b.JobsTo) || b.JobsFrom != 0 || b.Firms.MovedIn != 1 || b.Firms.LeftOut != (LeftOut{0, 1}) || a.Firms.MovedOut != 1 {
		t.Errorf("b: %+v", b)
	}
	if c.Firms.Entry != 1 || c.Firms.EntryNotKnown != 1 || !math.IsNaN(c.JobCreation) || !math.IsNaN(c.Denom) {
		t.Errorf("c: %+v", c)
	}
	if !math.IsNaN(d.JobCreationBirths) || d.JobCreation != 0 || d.Denom != 7 || d.NetJobCreation != 0 || d.JobsTo != 7 {
		t.Errorf("d: %+v", d)
	}
	if n := flows.Totals[0].Firms.LeftOut; n != (LeftOut{2, 2}) {
		t.Errorf("left out %+v", n)
	}
}
