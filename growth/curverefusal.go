package growth

import (
	"fmt"
	"math"
	"strings"
)

// Reason is why [FitNLS] or [FitCurve] refuses to fit; FitCurve says where it
// draws the lines.
type Reason uint8

const (
	_             Reason = iota
	TooFewPoints         // for the parameters
	NotPositive          // a level is negative, or zero where the curve is not
	BeforeOrigin         // a point lies before the launch of a Bass curve
	NotGrowing           // the points do not rise
	NoInflection         // the points do not reach the inflection
	NoSaturation         // the points do not tell the level of saturation
	NotIdentified        // the points do not tell the parameters apart
	OriginTooFar         // the origin is too far from the points
	NotConverged         // no minimum was found
	BadStart             // the model has no value at the start
	WrongGradient        // the gradient given is not that of the model
)

// String returns the reason in words.
func (r Reason) String() string {
	words := [...]string{"no reason", "too few points", "level is not positive", "point before the origin",
		"not growing", "no inflection in sight", "no saturation in sight", "parameters are not identified",
		"origin is too far away", "not converged", "no value at the start", "wrong gradient"}
	if int(r) < len(words) {
		return words[r]
	}
	return fmt.Sprintf("Reason(%d)", uint8(r))
}

// Refusal is the error of data that cannot carry a model. Fields that its
// reason does not name are zero.
//
//	if r, ok := errors.AsType[*growth.Refusal](err); ok && r.Reason == growth.NoInflection { … }
type Refusal struct {
	Reason Reason
	Curve  string // "logistic", "gompertz" or "bass"; "" of FitNLS

	N      int // known points; of TooFewPoints for a curve, those at different x
	Needed int // TooFewPoints: how many are needed

	X, Y float64 // NotPositive, BeforeOrigin: the first such point

	Inflection float64 // NoInflection, NoSaturation, NotIdentified with a Fit: x of the fitted one, NaN if there is none
	Last       float64 // x of the last point

	// NoSaturation: the level with its 95 % confidence interval, and what fits
	// as well ("straight line", "unlimited growth"; "" if it is the interval
	// that tells nothing), with the residual sums of squares of both.
	Saturation       Interval
	Rival            string
	CurveSS, RivalSS float64

	Condition  float64 // NotIdentified: condition number, see [NLSFit]
	Iterations int     // NotConverged, NotIdentified
	Parameter  string  // WrongGradient: "b1", …

	// Fit is what was fitted all the same, for who wants to look at it; nil
	// where nothing was. Of NoInflection, NoSaturation, NotIdentified and
	// OriginTooFar.
	Fit *CurveFit
}

// Error says the reason and the figures behind it.
func (r *Refusal) Error() string {
	var b strings.Builder
	b.WriteString("growth: ")
	if r.Curve == "" {
		b.WriteString("least squares: ")
	} else {
		b.WriteString(r.Curve + " curve: ")
	}
	b.WriteString(r.Reason.String())
	switch r.Reason {
	case TooFewPoints:
		fmt.Fprintf(&b, ": %d, needed are %d", r.N, r.Needed)
		if r.Curve != "" {
			b.WriteString(" at different x")
		}
	case NotPositive, BeforeOrigin:
		fmt.Fprintf(&b, ": (%v, %v)", r.X, r.Y)
	case NotGrowing:
		b.WriteString(": the line through the points, or the fitted curve, does not rise")
	case NoInflection:
		switch {
		case math.IsNaN(r.Inflection):
			b.WriteString(": the fitted curve has none")
		case r.Fit == nil: // x is where the search was given up
			fmt.Fprintf(&b, ": it moves ever further beyond the last point at %.6g", r.Last)
		default:
			fmt.Fprintf(&b, ": fitted at %.6g, last point at %.6g", r.Inflection, r.Last)
		}
	case NoSaturation:
		if r.Rival != "" {
			fmt.Fprintf(&b, ": %s fits as well, residual sum of squares %.6g against %.6g", r.Rival, r.RivalSS, r.CurveSS)
		} else {
			fmt.Fprintf(&b, ": %.6g, 95%% interval %.6g to %.6g", r.Saturation.Estimate, r.Saturation.Low, r.Saturation.High)
		}
	case NotIdentified:
		if r.Fit != nil {
			fmt.Fprintf(&b, ": neither the rate nor the inflection, which could be anywhere around %.6g", r.Inflection)
		} else {
			fmt.Fprintf(&b, ": condition number %.3g", r.Condition)
		}
	case NotConverged:
		fmt.Fprintf(&b, ": no minimum found in %d iterations", r.Iterations)
	case WrongGradient:
		fmt.Fprintf(&b, ": by parameter %s", r.Parameter)
	}
	return b.String()
}

// unscale takes the refusal of y/2^exponent back to y. Its Fit is unscaled apart.
func (r *Refusal) unscale(exponent int) {
	for _, v := range []*float64{&r.Saturation.Estimate, &r.Saturation.Low, &r.Saturation.High} {
		*v = math.Ldexp(*v, exponent)
	}
	r.CurveSS, r.RivalSS = inRange(r.CurveSS, 2*exponent), inRange(r.RivalSS, 2*exponent)
}

// Unwrap returns [ErrTooFew] of TooFewPoints and [ErrNotPositive] of
// NotPositive.
func (r *Refusal) Unwrap() error {
	switch r.Reason {
	case TooFewPoints:
		return ErrTooFew
	case NotPositive:
		return ErrNotPositive
	}
	return nil
}
