package growth

import "math"

// Logistic is the logistic curve
//
//	y = B1/(1 + e^(B2 − B3·t)),  t = x − Origin
//
// symmetric about its inflection at t = B2/B3, where it has reached half its
// saturation B1. B1 is in the unit of y, B3 a rate per unit of x: growth as a
// fraction begins at B3 and falls in proportion to the level.
//
// Source: Verhulst (1838); the form is that of Ratkowsky, Nonlinear Regression
// Modeling (1983), and of NIST's Rat42.
type Logistic struct {
	B1, B2, B3 float64
	Origin     float64
}

// At returns the level at x, NaN if x is.
func (c Logistic) At(x float64) float64 {
	return c.B1 / (1 + math.Exp(c.B2-c.B3*(x-c.Origin)))
}

// Saturation returns B1.
func (c Logistic) Saturation() float64 { return c.B1 }

// Inflection returns Origin + B2/B3, where the level is B1/2.
func (c Logistic) Inflection() float64 { return c.Origin + c.B2/c.B3 }

func (c Logistic) kind() curveKind {
	return curveKind{
		name:        "logistic",
		origin:      c.Origin,
		shape:       logisticShape,
		placing:     func(_, inflection float64) float64 { return inflection },
		unsaturated: exponential,
		restore: func(k, rate, place float64, f frame) restored {
			b3 := rate / f.unit
			t := f.zero - c.Origin + f.unit*place
			return restored{
				curve:        Logistic{k, b3 * t, b3, c.Origin},
				parameters:   [3]float64{k, b3 * t, b3},
				by:           [3][3]float64{{1, 0, 0}, {0, t / f.unit, rate}, {0, 1 / f.unit, 0}},
				inflection:   f.zero + f.unit*place,
				inflectionBy: [3]float64{0, 0, f.unit},
			}
		},
	}
}

// logisticShape returns 1/(1+e^−z), z = rate·(u − place), and its derivatives.
func logisticShape(rate, place, u float64) (g, byRate, byPlace float64) {
	z := rate * (u - place)
	e := math.Exp(-math.Abs(z)) // never overflows
	g = 1 / (1 + e)
	if z < 0 {
		g = e / (1 + e)
	}
	slope := e / ((1 + e) * (1 + e))
	return g, slope * (u - place), -slope * rate
}

// exponential is what a logistic and a Gompertz curve become as the level of
// saturation goes to infinity, up to a factor.
func exponential(rate, u float64) float64 { return math.Exp(rate * (u - 1)) }
