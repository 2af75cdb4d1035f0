package growth

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Interval is an estimate between the two ends of an interval around it. What
// it is an estimate of, and whether the interval is one of confidence or of
// prediction, is said where it is made.
type Interval struct {
	Estimate  float64
	Low, High float64
	Level     float64 // probability of the interval, such as 0.95
}

// defaultLevel is the level of an interval for which 0 is given.
const defaultLevel = .95

// confidence returns the level of an interval: 95 % for 0, and an error that
// wraps ErrLevel unless it lies between 0 and 1.
func confidence(level float64) (float64, error) {
	switch {
	case level == 0:
		return defaultLevel, nil
	case level > 0 && level < 1:
		return level, nil
	}
	return 0, fmt.Errorf("interval of level %v: %w", level, ErrLevel)
}

// around returns estimate ± t·standardError with the t of Student's
// distribution that has so many degrees of freedom, and ErrOverflow if that is
// beyond the range of numbers.
func around(estimate, standardError, level float64, freedom int) (Interval, error) {
	half := studentT(level, freedom) * standardError
	return checked(Interval{Estimate: estimate, Low: estimate - half, High: estimate + half, Level: level})
}

// checked returns an interval, and ErrOverflow if it is not one of numbers.
func checked(i Interval) (Interval, error) {
	if !finite(i.Estimate, i.Low, i.High) {
		return Interval{}, ErrOverflow
	}
	return i, nil
}

// orMissing returns an interval for a view: one that there is not has no ends.
func orMissing(estimate float64, i Interval, err error) Interval {
	if err != nil {
		return Interval{Estimate: estimate, Low: math.NaN(), High: math.NaN()}
	}
	return i
}

// studentT returns the t for which P(−t < T < t) = level, 0 < level < 1, to at
// least 10 digits.
func studentT(level float64, freedom int) float64 {
	nu := float64(freedom)
	if freedom >= 1000 {
		// The inverse of the incomplete beta function loses digits as ν grows,
		// and this expansion gains them. Source: Abramowitz and Stegun,
		// Handbook of Mathematical Functions (1964), 26.7.5.
		z := -mathext.NormalQuantile((1 - level) / 2)
		if level < .5 {
			z = math.Sqrt2 * math.Erfinv(level)
		}
		z2 := z * z
		g1 := z * (z2 + 1) / 4
		g2 := z * ((5*z2+16)*z2 + 3) / 96
		g3 := z * (((3*z2+19)*z2+17)*z2 - 15) / 384
		g4 := z * ((((79*z2+776)*z2+1482)*z2-1920)*z2 - 945) / 92160
		return z + (g1+(g2+(g3+g4/nu)/nu)/nu)/nu
	}
	d := distuv.StudentsT{Sigma: 1, Nu: nu}
	tail := (1 - level) / 2
	t := -d.Quantile(tail)
	// Newton's steps repair the inverse where it stops early, at levels close
	// to 0 and 1. Each works on the smaller of the two probabilities.
	for range 3 {
		if level < .5 {
			t -= (mathext.RegIncBeta(.5, nu/2, t*t/(nu+t*t)) - level) / (2 * d.Prob(t))
		} else {
			t += (d.Survival(t) - tail) / d.Prob(t)
		}
	}
	return t
}
