package growth

import "math"

// Bass is the cumulative curve of the Bass model of diffusion,
//
//	y = M·F(t),  F(t) = (1 − e^(−(P+Q)t))/(1 + (Q/P)·e^(−(P+Q)t)),  t = x − Origin
//
// of M adopters in the end, who adopt by themselves (P, the coefficient of
// innovation) or because others have (Q, of imitation), both per unit of x. It
// begins with 0 at the Origin, the launch, which so is part of the model: with
// calendar years as x it has to be given.
//
// Source: Bass, "A New Product Growth for Model Consumer Durables", Management
// Science 15 (1969).
type Bass struct {
	M, P, Q float64
	Origin  float64
}

// At returns the cumulative level at x: 0 before the launch, NaN if x is.
func (c Bass) At(x float64) float64 {
	t := x - c.Origin
	if t <= 0 {
		return 0
	}
	e := (c.P + c.Q) * t
	return c.M * (-c.P * math.Expm1(-e) / (c.P + c.Q*math.Exp(-e)))
}

// Saturation returns M, the size of the market.
func (c Bass) Saturation() float64 { return c.M }

// Inflection returns Origin + ln(Q/P)/(P+Q), the time at which adoption peaks
// and the level is M·(1 − P/Q)/2. If Q < P it lies before the launch, so that
// adoption falls from the first day on; if Q is negative there is none (NaN).
func (c Bass) Inflection() float64 { return c.Origin + math.Log(c.Q/c.P)/(c.P+c.Q) }

func (c Bass) kind() curveKind {
	return curveKind{
		name:   "bass",
		origin: c.Origin,
		launch: true,
		shape:  bassShape,
		// The peak is at u = ln(e^place − 1)/rate.
		placing:     func(rate, inflection float64) float64 { return math.Log1p(math.Exp(rate * inflection)) },
		unsaturated: launched,
		restore: func(k, rate, place float64, f frame) restored {
			share := math.Exp(-place) // of p in p + q
			imitation := -math.Expm1(-place)
			sum := rate / f.unit
			curve := Bass{k, sum * share, sum * imitation, c.Origin}
			odds := place + math.Log(imitation) // ln(q/p)
			return restored{
				curve:        curve,
				parameters:   [3]float64{k, curve.P, curve.Q},
				by:           [3][3]float64{{1, 0, 0}, {0, share / f.unit, -curve.P}, {0, imitation / f.unit, curve.P}},
				inflection:   c.Origin + odds*f.unit/rate,
				inflectionBy: [3]float64{0, -odds * f.unit / (rate * rate), f.unit / (rate * imitation)},
			}
		},
	}
}

// bassShape returns F at u with p + q = rate and ln((p+q)/p) = place, and its
// derivatives. In these terms no ratio overflows, and p is positive.
func bassShape(rate, place, u float64) (g, byRate, byPlace float64) {
	behind := place - rate*u
	if u <= 0 || behind > 700 {
		return 0, 0, 0
	}
	e := math.Exp(behind)
	d := 1 + e - math.Exp(-rate*u)
	adopted := -math.Expm1(-rate * u)
	slope := e / (d * d)
	return adopted / d, slope * u, -slope * adopted
}

// launched is what a Bass curve becomes as the size of the market goes to
// infinity, up to a factor: (e^(rate·u) − 1)/rate.
func launched(rate, u float64) float64 {
	if rate == 0 {
		return u
	}
	return (math.Exp(rate*(u-1)) - math.Exp(-rate)) / rate
}
