package projection

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"smartcity/growth"
)

var twelveToSeventeen = growth.Range{Low: 0.12, High: 0.17}

// A central interval has its ends at the quantiles it says, and the mode it was
// asked for.
func TestCentralInterval(t *testing.T) {
	for _, shape := range []Shape{Uniform, Triangular, PERT, Normal, TwoPieceNormal} {
		for _, p := range []float64{0.1, 0.5, 0.8, 0.9, 0.99} {
			for _, at := range []float64{0, 0.001, 0.3, 0.5, 0.8, 1} {
				mode := growth.Rate(0.12 + 0.05*at)
				u := Uncertainty{Shape: shape, Meaning: CentralInterval, Probability: p, Mode: &mode}
				if shape == Uniform || shape == Normal {
					u.Mode = nil
				}
				d, err := u.Over(twelveToSeventeen)
				if err != nil {
					t.Fatal(err)
				}
				what := fmt.Sprintf("%v, %v, mode %v", shape, p, mode)
				nearTo(t, what+": low end", float64(d.Quantile((1-p)/2)), 0.12, 1e-12)
				nearTo(t, what+": high end", float64(d.Quantile((1+p)/2)), 0.17, 1e-12)
				nearTo(t, what+": probability below", d.CDF(0.12), (1-p)/2, 1e-10)
				if u.Mode == nil {
					nearTo(t, what+": mode", float64(d.Mode), 0.145, 1e-15)
				} else if d.Mode != mode {
					t.Errorf("%s: mode is %v", what, d.Mode)
				}
				if shape.bounded() && (d.Low > 0.12 || d.High < 0.17) {
					t.Errorf("%s: limits %v and %v are inside the range", what, d.Low, d.High)
				}
			}
		}
	}
}

func TestHardLimits(t *testing.T) {
	for _, shape := range []Shape{Uniform, Triangular, PERT} {
		d, err := Uncertainty{Shape: shape, Meaning: HardLimits}.Over(twelveToSeventeen)
		if err != nil || d.Low != 0.12 || d.High != 0.17 || math.Abs(float64(d.Mode)-0.145) > 1e-15 {
			t.Errorf("%v: got %+v, %v", shape, d, err)
		}
	}
	// μ ± 1.6449σ
	d, err := Uncertainty{Shape: Normal, Meaning: CentralInterval, Probability: 0.9}.Over(twelveToSeventeen)
	if err != nil {
		t.Fatal(err)
	}
	nearTo(t, "σ", d.Sigma1, 0.025/1.6448536269514722, 1e-15)
}

func TestOneRate(t *testing.T) {
	for _, u := range []Uncertainty{
		{Shape: Uniform, Meaning: HardLimits}, {Shape: PERT, Meaning: CentralInterval, Probability: 0.8},
		{Shape: Normal, Meaning: CentralInterval, Probability: 0.8}, {Shape: TwoPieceNormal, Meaning: CentralInterval, Probability: 0.8},
	} {
		d, err := u.Over(growth.Range{Low: 0.145, High: 0.145})
		if err != nil || !d.single() || d.Quantile(0.99) != 0.145 {
			t.Errorf("%+v: got %+v, %v", u, d, err)
		}
	}
}

func TestUncertaintyRefused(t *testing.T) {
	mode := func(g growth.Rate) *growth.Rate { return &g }
	r := twelveToSeventeen
	for _, c := range []struct {
		u    Uncertainty
		r    growth.Range
		want error
	}{
		{Uncertainty{}, r, ErrUnstated},
		{Uncertainty{Shape: Uniform}, r, ErrUnstated},
		{Uncertainty{Shape: 17, Meaning: HardLimits}, r, ErrUnstated},
		{Uncertainty{Meaning: HardLimits}, r, ErrUnstated},
		{Uncertainty{Shape: Normal, Meaning: CentralInterval}, r, ErrUnstated},
		{Uncertainty{Shape: Normal, Meaning: HardLimits}, r, ErrContradiction},
		{Uncertainty{Shape: Uniform, Meaning: HardLimits, Probability: 0.9}, r, ErrContradiction},
		{Uncertainty{Shape: Uniform, Meaning: HardLimits, Mode: mode(0.14)}, r, ErrContradiction},
		{Uncertainty{Shape: Normal, Meaning: CentralInterval, Probability: 0.9, Mode: mode(0.13)}, r, ErrContradiction},
		{Uncertainty{Shape: Normal, Meaning: CentralInterval, Probability: 1}, r, growth.ErrLevel},
		{Uncertainty{Shape: Normal, Meaning: CentralInterval, Probability: 90}, r, growth.ErrLevel},
		{Uncertainty{Shape: Normal, Meaning: CentralInterval, Probability: math.NaN()}, r, growth.ErrLevel},
		{Uncertainty{Shape: PERT, Meaning: HardLimits, Mode: mode(0.2)}, r, growth.ErrOrder},
		{Uncertainty{Shape: PERT, Meaning: HardLimits, Mode: mode(growth.Rate(math.NaN()))}, r, growth.ErrOrder},
		{Uncertainty{Shape: PERT, Meaning: HardLimits}, growth.Range{Low: 0.2, High: 0.1}, growth.ErrOrder},
		{Uncertainty{Shape: PERT, Meaning: HardLimits}, growth.Range{Low: -1, High: 0.1}, growth.ErrNoGrowth},
		{Uncertainty{Shape: Uniform, Meaning: CentralInterval, Probability: 0.5}, growth.Range{Low: -0.9, High: 0.9}, growth.ErrNoGrowth},
	} {
		if d, err := c.u.Over(c.r); !errors.Is(err, c.want) || d != (GrowthDistribution{}) {
			t.Errorf("%+v over %v: got %+v, %v, want %v", c.u, c.r, d, err, c.want)
		}
	}
}
