package projection

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Shape is the family of a distribution of growth rates.
type Shape uint8

const (
	UnknownShape   Shape = iota // not stated, which [Simulate] refuses
	Uniform                     // every rate between Low and High alike
	Triangular                  // a density that rises in a straight line from Low to Mode and falls to High
	PERT                        // a beta distribution between Low and High with mean (Low + 4·Mode + High)/6
	Normal                      // symmetric around Mode, without limits
	TwoPieceNormal              // halves of two normals that meet at Mode: Sigma1 below it, Sigma2 above
)

// String returns "uniform", "triangular", "PERT", "normal" or "two-piece normal",
// and "unknown" where none is stated.
func (s Shape) String() string {
	switch s {
	case Uniform:
		return "uniform"
	case Triangular:
		return "triangular"
	case PERT:
		return "PERT"
	case Normal:
		return "normal"
	case TwoPieceNormal:
		return "two-piece normal"
	}
	return "unknown"
}

// bounded reports whether no rate is beyond Low and High.
func (s Shape) bounded() bool { return s == Uniform || s == Triangular || s == PERT }

// GrowthDistribution is how likely each growth rate a year is. [Uncertainty.Over]
// makes one of a range of rates and [BankOfEngland] one of the parameters that
// central banks publish; it may also be written down field by field. With
// Low = High, or both sigmas 0, it is a single rate.
//
// The densities: uniform 1/(b−a); triangular 2(x−a)/((b−a)(c−a)) below the mode c
// and 2(b−x)/((b−a)(b−c)) above; PERT the beta density on [a, b] with parameters
// 1 + 4(c−a)/(b−a) and 1 + 4(b−c)/(b−a); two-piece normal
// √(2/π)/(σ₁+σ₂)·exp(−(x−c)²/(2σ²)) with σ = σ₁ below c and σ₂ above.
//
// Source of PERT: Malcolm, Roseboom, Clark and Fazar, "Application of a technique
// for research and development program evaluation", Operations Research 7 (1959).
type GrowthDistribution struct {
	Shape          Shape
	Low, High      growth.Rate // no rate is beyond; −Inf and +Inf for the normal shapes
	Mode           growth.Rate // the most likely rate; the middle of a uniform distribution, which has none
	Sigma1, Sigma2 float64     // of the normal shapes: standard deviations of the halves below and above Mode
}

// BankOfEngland returns the two-piece normal distribution with a mode, an
// uncertainty σ and a skew, as the Bank of England publishes them for its fan
// charts. The skew is the mean less the mode. With β = π·skew²/(2σ²) and
//
//	γ = sign(skew)·√(1 − ((√(1+2β) − 1)/β)²)
//
// the halves have σ₁ = σ/√(1+γ) and σ₂ = σ/√(1−γ). It returns an error that wraps
// [growth.ErrNotKnown] if a parameter is NaN or infinite or a σ that follows is
// no number, and [growth.ErrNotPositive] unless sigma > 0.
//
// Source: Britton, Fisher and Whitley, "The Inflation Report projections:
// understanding the fan chart", Bank of England Quarterly Bulletin (February 1998).
func BankOfEngland(mode growth.Rate, sigma, skew float64) (GrowthDistribution, error) {
	for _, x := range []float64{float64(mode), sigma, skew} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return GrowthDistribution{}, fmt.Errorf("projection: two-piece normal with mode %v, sigma %v and skew %v: %w", float64(mode), sigma, skew, growth.ErrNotKnown)
		}
	}
	if sigma <= 0 {
		return GrowthDistribution{}, fmt.Errorf("projection: two-piece normal with sigma %v: %w", sigma, growth.ErrNotPositive)
	}
	// With r = √(1+2β), (r−1)/β = 2/(r+1) and 1−γ² = 4/(r+1)², which holds without
	// skew and loses no digits near it.
	relative := skew / sigma
	beta := math.Pi / 2 * relative * relative
	r := math.Sqrt(1 + 2*beta)
	minus := 2 * beta / (r + 1) // r − 1
	gamma := math.Sqrt(minus*(r+3)) / (r + 1)
	small := 4 / ((r + 1) * (r + 1)) / (1 + gamma) // 1 − γ
	d := GrowthDistribution{
		Shape: TwoPieceNormal, Low: growth.Rate(math.Inf(-1)), High: growth.Rate(math.Inf(1)), Mode: mode,
		Sigma1: sigma / math.Sqrt(1+gamma), Sigma2: sigma / math.Sqrt(small),
	}
	if skew < 0 {
		d.Sigma1, d.Sigma2 = d.Sigma2, d.Sigma1
	}
	if err := d.validate(); err != nil {
		return GrowthDistribution{}, fmt.Errorf("projection: %w", err)
	}
	return d, nil
}

// validate returns an error that says what is wrong with the fields.
func (d GrowthDistribution) validate() error {
	fail := func(err error, format string, args ...any) error {
		return fmt.Errorf("%v distribution of growth: "+format+": %w", append(append([]any{d.Shape}, args...), err)...)
	}
	low, high, mode := float64(d.Low), float64(d.High), float64(d.Mode)
	switch {
	case d.Shape == UnknownShape || d.Shape > TwoPieceNormal:
		return fail(ErrUnstated, "shape %d", d.Shape)
	case math.IsNaN(mode) || math.IsInf(mode, 0):
		return fail(growth.ErrNotKnown, "mode %v", mode)
	case d.Shape.bounded():
		switch {
		case math.IsNaN(high-low) || math.IsInf(high-low, 0):
			return fail(growth.ErrNotKnown, "limits %v and %v", low, high)
		case low > high:
			return fail(growth.ErrOrder, "low limit %v is above high limit %v", low, high)
		case d.Shape != Uniform && (mode < low || mode > high):
			return fail(growth.ErrOrder, "mode %v is outside %v and %v", mode, low, high)
		case d.Sigma1 != 0 || d.Sigma2 != 0:
			return fail(ErrContradiction, "it has no sigma")
		}
	case math.IsNaN(d.Sigma1+d.Sigma2) || math.IsInf(d.Sigma1+d.Sigma2, 0):
		return fail(growth.ErrNotKnown, "sigmas %v and %v", d.Sigma1, d.Sigma2)
	case d.Sigma1 < 0 || d.Sigma2 < 0 || (d.Sigma1 == 0) != (d.Sigma2 == 0):
		return fail(growth.ErrNotPositive, "sigmas %v and %v", d.Sigma1, d.Sigma2)
	case d.Shape == Normal && d.Sigma1 != d.Sigma2:
		return fail(ErrContradiction, "sigmas %v and %v differ", d.Sigma1, d.Sigma2)
	}
	return nil
}

// single reports whether there is only one rate.
func (d GrowthDistribution) single() bool {
	if d.Shape.bounded() {
		return d.Low == d.High
	}
	return d.Sigma1 == 0
}

// unit returns the distribution as one of its family on a scale of its own, of
// which the rates are location + width·x.
func (d GrowthDistribution) unit() (u unitDistribution, location, width float64) {
	if !d.Shape.bounded() {
		width = d.Sigma1 + d.Sigma2
		return unitDistribution{d.Shape, d.Sigma1 / width}, float64(d.Mode), width
	}
	location, width = float64(d.Low), float64(d.High-d.Low)
	m := (float64(d.Mode) - location) / width
	if d.Shape == Uniform || math.Abs(m-0.5) < 1e-12 { // the middle, but for rounding
		m = 0.5
	}
	return unitDistribution{d.Shape, m}, location, width
}

// Quantile returns the rate that growth stays below with probability p, NaN
// unless 0 ≤ p ≤ 1 and for a distribution whose fields make none.
func (d GrowthDistribution) Quantile(p float64) growth.Rate {
	switch {
	case !(p >= 0 && p <= 1) || d.validate() != nil:
		return growth.Rate(math.NaN())
	case d.single():
		return d.point()
	case d.Shape.bounded() && p == 0:
		return d.Low
	case d.Shape.bounded() && p == 1:
		return d.High
	}
	u, location, width := d.unit()
	x := growth.Rate(location + width*u.quantile(p))
	if d.Shape.bounded() {
		x = min(max(x, d.Low), d.High)
	}
	return x
}

// point is the rate of a distribution with only one.
func (d GrowthDistribution) point() growth.Rate {
	if d.Shape.bounded() {
		return d.Low
	}
	return d.Mode
}

// CDF returns the probability that growth is at most x, NaN if x is, and for a
// distribution whose fields make none.
func (d GrowthDistribution) CDF(x growth.Rate) float64 {
	switch {
	case math.IsNaN(float64(x)) || d.validate() != nil:
		return math.NaN()
	case d.single() && x < d.point():
		return 0
	case d.single():
		return 1
	case d.Shape.bounded() && x <= d.Low:
		return 0
	case d.Shape.bounded() && x >= d.High:
		return 1
	}
	u, location, width := d.unit()
	return u.cdf((float64(x) - location) / width)
}

// Mean returns the expected rate, NaN for a distribution whose fields make none.
func (d GrowthDistribution) Mean() growth.Rate {
	switch {
	case d.validate() != nil:
		return growth.Rate(math.NaN())
	case d.single():
		return d.point()
	}
	switch d.Shape {
	case Uniform:
		return d.Low + (d.High-d.Low)/2
	case Triangular:
		return d.Low + (d.Mode-d.Low+(d.High-d.Low))/3
	case PERT:
		return d.Low + (4*(d.Mode-d.Low)+(d.High-d.Low))/6
	}
	return d.Mode + growth.Rate(math.Sqrt(2/math.Pi)*(d.Sigma2-d.Sigma1))
}
