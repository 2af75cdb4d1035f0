package growth

import "math"

// Gompertz is the Gompertz curve
//
//	y = A·e^(−B·e^(−C·t)),  t = x − Origin
//
// whose inflection comes early, at t = ln(B)/C, where it has reached A/e (37 %)
// of its saturation A. A is in the unit of y, C a rate per unit of x. B depends
// on the origin, as e^(C·t): with calendar years as x an Origin in or near the
// data keeps it within the range of numbers.
//
// Source: Gompertz (1825); the form is that of Winsor, "The Gompertz curve as a
// growth curve", Proceedings of the National Academy of Sciences 18 (1932).
type Gompertz struct {
	A, B, C float64
	Origin  float64
}

// At returns the level at x, NaN if x is.
func (c Gompertz) At(x float64) float64 {
	return c.A * math.Exp(-c.B*math.Exp(-c.C*(x-c.Origin)))
}

// Saturation returns A.
func (c Gompertz) Saturation() float64 { return c.A }

// Inflection returns Origin + ln(B)/C, where the level is A/e. It is NaN if B
// is negative: such a curve has none.
func (c Gompertz) Inflection() float64 { return c.Origin + math.Log(c.B)/c.C }

func (c Gompertz) kind() curveKind {
	return curveKind{
		name:        "gompertz",
		origin:      c.Origin,
		shape:       gompertzShape,
		placing:     func(_, inflection float64) float64 { return inflection },
		unsaturated: exponential,
		restore: func(k, rate, place float64, f frame) restored {
			t := f.zero - c.Origin + f.unit*place
			cc := rate / f.unit
			b := math.Exp(cc * t)
			return restored{
				curve:        Gompertz{k, b, cc, c.Origin},
				parameters:   [3]float64{k, b, cc},
				by:           [3][3]float64{{1, 0, 0}, {0, b * t / f.unit, b * rate}, {0, 1 / f.unit, 0}},
				inflection:   f.zero + f.unit*place,
				inflectionBy: [3]float64{0, 0, f.unit},
			}
		},
	}
}

// gompertzShape returns e^(−e^−z), z = rate·(u − place), and its derivatives.
func gompertzShape(rate, place, u float64) (g, byRate, byPlace float64) {
	z := rate * (u - place)
	e := math.Exp(-z)
	slope := math.Exp(-z - e) // 0 where e is infinite
	return math.Exp(-e), slope * (u - place), -slope * rate
}
