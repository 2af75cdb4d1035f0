package projection

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// Simulation says how growth is drawn, and what is to be known of the paths of
// jobs that follow. What the range of rates means must be stated, in Growth or by
// Distributions; with more than one sector, so must Correlation.
type Simulation struct {
	// Scenarios name those of each projection whose growth of the market, constant or
	// year by year, is the low and the high end of the range; zero: "low" and "high".
	Scenarios [2]string
	// Growth makes the range of the market's growth of each sector and year into a
	// distribution.
	Growth Uncertainty
	// Distributions of the market's growth, one for each sector in their order and
	// for every year, instead of Growth and the ranges; nil: those of Growth.
	Distributions []GrowthDistribution
	Persistence   Persistence // zero: one draw holds for all years
	Rho           float64     // of [Autoregressive]: the correlation of one year's normal score with the next, −1 < ρ < 1 and not 0
	Correlation   Correlation // of sectors within a year
	Paths         int         // zero: [DefaultPaths]
	Probabilities []float64   // of the quantiles wanted, rising; nil: 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95
	Targets       []JobsTarget
}

// DefaultPaths is the number of paths of a [Simulation] that asks for none. The
// standard error of a probability is then at most 0.16 percentage points.
const DefaultPaths = 100_000

// filled returns the simulation with its defaults filled in, sharing nothing
// with s, or an error that says what is wrong with it for n sectors.
func (s Simulation) filled(n int) (Simulation, error) {
	fail := func(err error, format string, args ...any) (Simulation, error) {
		return Simulation{}, fmt.Errorf("projection: simulation: "+format+": %w", append(args, err)...)
	}
	s.Distributions, s.Probabilities, s.Targets = slices.Clone(s.Distributions), slices.Clone(s.Probabilities), slices.Clone(s.Targets)
	s.Correlation.Loadings = slices.Clone(s.Correlation.Loadings)
	if s.Correlation.Matrix != nil {
		s.Correlation.Matrix = mat.DenseCopyOf(s.Correlation.Matrix)
	}
	if s.Growth.Mode != nil {
		s.Growth.Mode = new(*s.Growth.Mode)
	}
	if s.Scenarios == [2]string{} {
		s.Scenarios = [2]string{"low", "high"}
	}
	if s.Paths == 0 {
		s.Paths = DefaultPaths
	}
	if s.Probabilities == nil {
		s.Probabilities = []float64{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95}
	}
	switch {
	case s.Distributions != nil && s.Growth != Uncertainty{}:
		return fail(ErrContradiction, "both Growth and Distributions")
	case s.Distributions != nil && len(s.Distributions) != n:
		return fail(ErrUnstated, "%d distributions for %d sectors", len(s.Distributions), n)
	case s.Persistence > Autoregressive:
		return fail(ErrUnstated, "persistence %d", s.Persistence)
	case s.Persistence == Autoregressive && s.Rho == 0:
		return fail(ErrUnstated, "ρ of an autoregressive draw")
	case s.Persistence == Autoregressive && !(math.Abs(s.Rho) < 1):
		return fail(growth.ErrLevel, "ρ = %v is not between −1 and 1", s.Rho)
	case s.Persistence != Autoregressive && s.Rho != 0:
		return fail(ErrContradiction, "ρ = %v, %v", s.Rho, s.Persistence)
	case s.Paths < 0:
		return fail(growth.ErrNotPositive, "%d paths", s.Paths)
	}
	for i, p := range s.Probabilities {
		switch {
		case !(p >= 0 && p <= 1):
			return fail(growth.ErrLevel, "quantile at %v", p)
		case i > 0 && p <= s.Probabilities[i-1]:
			return fail(growth.ErrOrder, "quantiles at %v, %v", s.Probabilities[i-1], p)
		}
	}
	for _, t := range s.Targets {
		switch {
		case math.IsNaN(t.Jobs) || math.IsInf(t.Jobs, 0):
			return fail(growth.ErrNotKnown, "target of %v jobs", t.Jobs)
		case t.Jobs <= 0:
			return fail(growth.ErrNotPositive, "target of %v jobs", t.Jobs)
		}
	}
	return s, nil
}

// fewPaths warns of the outermost quantiles that rest on too few paths.
func (s Simulation) fewPaths() (warnings []error) {
	for _, p := range s.Probabilities {
		if tail := min(p, 1-p) * float64(s.Paths); tail < 10*(1-1e-9) && p > 0 && p < 1 {
			warnings = append(warnings, &FewPaths{Probability: p, Paths: s.Paths})
		}
	}
	return warnings
}

// FewPaths warns that fewer than ten paths lie beyond a quantile, so that
// another seed would give quite another one.
type FewPaths struct {
	Probability float64
	Paths       int
}

func (w *FewPaths) Error() string {
	return fmt.Sprintf("projection: the quantile at %v rests on the outermost %.2g of %d paths", w.Probability, min(w.Probability, 1-w.Probability)*float64(w.Paths), w.Paths)
}

// EverythingLost warns that rates of −100 % a year or less were drawn, as the
// normal shapes allow. The jobs are zero from then on.
type EverythingLost struct {
	Name  string // sector
	Draws int    // so many of them: one a path if growth is persistent, one a path and year if not
}

func (w *EverythingLost) Error() string {
	return fmt.Sprintf("projection: growth of %q was drawn at −100 %% a year or less %d times", w.Name, w.Draws)
}
