package projection

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// RangeMeaning is what the two ends of a range of growth rates such as 12–17 %
// say. It makes a large difference and is seldom printed, so it must be chosen.
type RangeMeaning uint8

const (
	UnknownMeaning  RangeMeaning = iota // not stated, which is refused
	HardLimits                          // growth is never below the low rate nor above the high one
	CentralInterval                     // growth is within the range with a stated probability, and as likely below it as above
)

// String returns "hard limits" or "central interval", and "unknown" where none is
// stated.
func (m RangeMeaning) String() string {
	switch m {
	case HardLimits:
		return "hard limits"
	case CentralInterval:
		return "central interval"
	}
	return "unknown"
}

// Uncertainty says how a range of growth rates becomes a distribution. Shape and
// Meaning have no default, and neither has the probability of a central
// interval.
type Uncertainty struct {
	Shape       Shape
	Meaning     RangeMeaning
	Probability float64      // of a [CentralInterval], between 0 and 1: 0.9 puts the ends at the 5 % and 95 % quantiles
	Mode        *growth.Rate // the most likely rate, inside the range; nil: the middle of it
}

// Over returns the distribution over a range. With hard limits these are the
// ends of a uniform, triangular or PERT distribution. With a central interval of
// probability P its (1−P)/2 and (1+P)/2 quantiles are the ends of the range, and
// the limits of a bounded shape lie outside it; of the distributions of that
// shape with these two quantiles it is the one with the mode asked for. A range of
// one rate gives that rate, whatever the shape.
//
// It returns an error that wraps [ErrUnstated] if shape, meaning or probability
// is missing; [ErrContradiction] for a normal shape with hard limits, a
// probability with hard limits, and a mode that a uniform or normal distribution
// cannot have; [growth.ErrLevel] if the probability is not between 0 and 1;
// [growth.ErrOrder] if the mode is outside the range; [growth.ErrNoGrowth] if the
// limits of a bounded shape come to be −100 % or less; and those of
// [growth.Range.Validate].
func (u Uncertainty) Over(r growth.Range) (GrowthDistribution, error) {
	d, err := u.over(r)
	if err != nil {
		return GrowthDistribution{}, fmt.Errorf("projection: %w", err)
	}
	return d, nil
}

func (u Uncertainty) over(r growth.Range) (GrowthDistribution, error) {
	d, err := u.solve(r)
	if err != nil {
		return GrowthDistribution{}, fmt.Errorf("growth of %v, %v, %v: %w", r, u.Shape, u.Meaning, err)
	}
	return d, nil
}

func (u Uncertainty) solve(r growth.Range) (GrowthDistribution, error) {
	none := GrowthDistribution{}
	if err := r.Validate(); err != nil {
		return none, err
	}
	middle := r.Low + (r.High-r.Low)/2
	mode := middle
	if u.Mode != nil {
		mode = *u.Mode
	}
	switch {
	case u.Shape == UnknownShape || u.Shape > TwoPieceNormal:
		return none, fmt.Errorf("shape: %w", ErrUnstated)
	case u.Meaning == UnknownMeaning || u.Meaning > CentralInterval:
		return none, fmt.Errorf("whether the range means hard limits or a central interval: %w", ErrUnstated)
	case u.Meaning == HardLimits && !u.Shape.bounded():
		return none, fmt.Errorf("the distribution has no limits: %w", ErrContradiction)
	case u.Meaning == HardLimits && u.Probability != 0:
		return none, fmt.Errorf("probability %v: %w", u.Probability, ErrContradiction)
	case u.Meaning == CentralInterval && u.Probability == 0:
		return none, fmt.Errorf("probability of the central interval: %w", ErrUnstated)
	case u.Meaning == CentralInterval && !(u.Probability > 0 && u.Probability < 1):
		return none, fmt.Errorf("probability %v of the central interval: %w", u.Probability, growth.ErrLevel)
	case !(mode >= r.Low && mode <= r.High):
		return none, fmt.Errorf("mode %v is not in the range: %w", float64(mode), growth.ErrOrder)
	case u.Mode != nil && u.Shape == Uniform:
		return none, fmt.Errorf("a uniform distribution has no mode: %w", ErrContradiction)
	case u.Shape == Normal && math.Abs(float64(mode-middle)) > 1e-12*max(1, math.Abs(float64(middle))):
		return none, fmt.Errorf("a normal distribution has its mode %v in the middle, a two-piece normal may have it elsewhere: %w", float64(middle), ErrContradiction)
	}
	d := GrowthDistribution{Shape: u.Shape, Low: r.Low, High: r.High, Mode: mode}
	if !u.Shape.bounded() {
		d.Low, d.High = growth.Rate(math.Inf(-1)), growth.Rate(math.Inf(1))
	}
	if r.Low == r.High || u.Meaning == HardLimits {
		return d, nil
	}
	unit := u.unit(float64(mode-r.Low) / float64(r.High-r.Low))
	tail := (1 - u.Probability) / 2
	from, to := unit.quantile(tail), unit.top()-unit.mirror().quantile(tail)
	width := float64(r.High-r.Low) / (to - from)
	if !u.Shape.bounded() {
		d.Sigma1, d.Sigma2 = width*unit.m, width*(1-unit.m)
		return d, d.validate()
	}
	d.Low = r.Low - growth.Rate(width*from)
	d.High = r.High + growth.Rate(width*(1-to))
	if d.Low <= -1 {
		return none, fmt.Errorf("the low limit comes to be %v a year: %w", float64(d.Low), growth.ErrNoGrowth)
	}
	return d, d.validate()
}

// unit finds the member of the family that has its mode at a share of the way
// between its two outer quantiles, by bisection: the share rises with m, from
// below 0 where the mode is the low limit to above 1 where it is the high one.
func (u Uncertainty) unit(share float64) unitDistribution {
	if share == 0.5 || u.Shape == Uniform || u.Shape == Normal {
		return unitDistribution{u.Shape, 0.5}
	}
	tail := (1 - u.Probability) / 2
	at := func(m float64) float64 {
		d := unitDistribution{u.Shape, m}
		mode := m
		if !u.Shape.bounded() {
			mode = 0
		}
		from, to := d.quantile(tail), d.top()-d.mirror().quantile(tail)
		return (mode - from) / (to - from)
	}
	low, high := 0.0, 1.0
	for range 200 {
		m := low + (high-low)/2
		if m <= low || m >= high {
			break
		}
		if at(m) < share {
			low = m
		} else {
			high = m
		}
	}
	return unitDistribution{u.Shape, low + (high-low)/2}
}
