package projection_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
	"smartcity/projection"
)

func TestSimulationRefused(t *testing.T) {
	good := smartCity(t, growth.Range{Low: 0.12, High: 0.17})
	ok := projection.Simulation{Growth: limits, Paths: 10}
	with := func(f func(*projection.Simulation)) projection.Simulation { s := ok; f(&s); return s }
	change := func(f func(*projection.Projection)) []*projection.Projection {
		p := *good
		p.Name = "other"
		f(&p)
		return []*projection.Projection{good, &p}
	}
	one := []*projection.Projection{good}
	type S = projection.Simulation
	for _, c := range []struct {
		name    string
		sectors []*projection.Projection
		s       S
		want    error
	}{
		{"none", nil, ok, growth.ErrTooFew},
		{"meaning", one, S{}, projection.ErrUnstated},
		{"correlation", change(func(*projection.Projection) {}), ok, projection.ErrUnstated},
		{"unit", change(func(p *projection.Projection) { p.Unit = "employees" }), ok, growth.ErrUnit},
		{"years", change(func(p *projection.Projection) { p.To++ }), ok, growth.ErrOrder},
		{"name", change(func(p *projection.Projection) { p.Name = good.Name }), ok, growth.ErrNotKnown},
		{"base", change(func(p *projection.Projection) { p.Base = 0 }), ok, growth.ErrNotPositive},
		{"range", change(func(p *projection.Projection) { p.Assumptions.Market.Low = 0.5 }), ok, growth.ErrOrder},
		{"no range", change(func(p *projection.Projection) { p.Assumptions.Market.Low, p.Scenarios = growth.Rate(math.NaN()), nil }), ok, growth.ErrNotKnown},
		{"scenario", one, with(func(s *S) { s.Scenarios = [2]string{"low", "central"} }), growth.ErrNotKnown},
		{"both", one, with(func(s *S) { s.Distributions = []projection.GrowthDistribution{{}} }), projection.ErrContradiction},
		{"distributions", one, S{Distributions: []projection.GrowthDistribution{}}, projection.ErrUnstated},
		{"distribution", one, S{Distributions: []projection.GrowthDistribution{{}}}, projection.ErrUnstated},
		{"limit", one, S{Distributions: []projection.GrowthDistribution{{Shape: projection.Uniform, Low: -1}}}, growth.ErrNoGrowth},
		{"single limit", one, S{Distributions: []projection.GrowthDistribution{{Shape: projection.Normal, Mode: -1}}}, growth.ErrNoGrowth},
		{"overflow", one, S{Distributions: []projection.GrowthDistribution{{Shape: projection.Normal, Sigma1: 1e200, Sigma2: 1e200}}}, growth.ErrNotKnown},
		{"persistence", one, with(func(s *S) { s.Persistence = 9 }), projection.ErrUnstated},
		{"no ρ", one, with(func(s *S) { s.Persistence = projection.Autoregressive }), projection.ErrUnstated},
		{"ρ of 1", one, with(func(s *S) { s.Persistence, s.Rho = projection.Autoregressive, 1 }), growth.ErrLevel},
		{"ρ of NaN", one, with(func(s *S) { s.Persistence, s.Rho = projection.Autoregressive, math.NaN() }), growth.ErrLevel},
		{"ρ", one, with(func(s *S) { s.Rho = 0.5 }), projection.ErrContradiction},
		{"paths", one, with(func(s *S) { s.Paths = -1 }), growth.ErrNotPositive},
		{"probability", one, with(func(s *S) { s.Probabilities = []float64{0.5, math.NaN()} }), growth.ErrLevel},
		{"order", one, with(func(s *S) { s.Probabilities = []float64{0.5, 0.5} }), growth.ErrOrder},
		{"target", one, with(func(s *S) { s.Targets = []projection.JobsTarget{{Jobs: math.NaN()}} }), growth.ErrNotKnown},
		{"target 0", one, with(func(s *S) { s.Targets = []projection.JobsTarget{{}} }), growth.ErrNotPositive},
		{"target of", one, with(func(s *S) { s.Targets = []projection.JobsTarget{{"nobody", 5}} }), growth.ErrNotKnown},
	} {
		if r, err := projection.Simulate(t.Context(), c.sectors, c.s, rand.NewPCG(1, 2)); !errors.Is(err, c.want) || r != nil {
			t.Errorf("%s: got %v, %v, want %v", c.name, r, err, c.want)
		}
	}
	bad := ok
	bad.Correlation = projection.Correlation{Model: projection.GivenMatrix, Matrix: equicorrelated(2, 1)}
	_, err := projection.Simulate(t.Context(), change(func(*projection.Projection) {}), bad, rand.NewPCG(1, 2))
	if e, ok := errors.AsType[*projection.CorrelationError](err); !ok || e.Fault != projection.NotPositiveDefinite {
		t.Errorf("singular matrix: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := projection.Simulate(ctx, one, ok, rand.NewPCG(1, 2)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	defer func() {
		if r := recover(); r == nil {
			t.Error("no panic without a source")
		}
	}()
	_, _ = projection.Simulate(t.Context(), one, ok, nil)
}

func TestSimulationWarnings(t *testing.T) {
	p := smartCity(t, growth.Range{Low: 0.12, High: 0.17})
	r := run(t, []*projection.Projection{p}, projection.Simulation{
		Distributions: []projection.GrowthDistribution{{Shape: projection.Normal, Mode: -0.5, Sigma1: 0.5, Sigma2: 0.5}},
		Persistence:   projection.IndependentYears, Paths: 1000, Probabilities: []float64{0, 0.005, 0.5, 1},
	}, 3)
	if len(r.Warnings) != 2 {
		t.Fatalf("warnings are %v", r.Warnings)
	}
	if w, ok := errors.AsType[*projection.FewPaths](r.Warnings[0]); !ok || w.Probability != 0.005 || w.Paths != 1000 {
		t.Errorf("got %v", r.Warnings[0])
	}
	w, ok := errors.AsType[*projection.EverythingLost](r.Warnings[1])
	if !ok || w.Name != "Smart City" {
		t.Fatalf("got %v", r.Warnings[1])
	}
	near(t, "draws lost", float64(w.Draws)/7000, distuv.UnitNormal.CDF(-1), 0.02)
	if r.Total.Quantiles[0][7] != 0 || r.Total.QuantileIn(2025, 0.5) != 0 {
		t.Errorf("jobs that are lost come back: %v", r.Total.Quantiles)
	}
}
