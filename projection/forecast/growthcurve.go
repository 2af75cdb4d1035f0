package forecast

import (
	"errors"

	"smartcity/growth"
)

// GrowthCurve forecasts by a curve that rises towards a level of saturation,
// fitted by [growth.FitCurve] to the calendar years. Only the kind and the
// Origin of the Curve given are read. It is refused, with the *[growth.Refusal]
// as Cause, where the figures do not tell the level of saturation, which is most
// series: an inflection that lies ahead is a guess.
//
// The interval is the curve ± t·√(s² + gᵀCg), linearised at the parameters, with
// n−3 degrees of freedom. It is not widened; the warning *[Linearised] says what
// it covers. It needs five years; years may be missing.
type GrowthCurve struct {
	Curve growth.Curve // nil: growth.Logistic
}

// String returns "logistic curve", "Gompertz curve" or "Bass curve".
func (m GrowthCurve) String() string {
	switch m.Curve.(type) {
	case growth.Gompertz:
		return "Gompertz curve"
	case growth.Bass:
		return "Bass curve"
	}
	return "logistic curve"
}

// Fit implements [Model].
func (m GrowthCurve) Fit(s growth.Series) (Fitted, error) {
	h, err := historyOf(m, s, 5, true)
	if err != nil {
		return nil, err
	}
	curve := m.Curve
	if curve == nil {
		curve = growth.Logistic{}
	}
	fit, err := h.series().FitCurve(curve)
	if err != nil {
		if _, ok := errors.AsType[*growth.Refusal](err); ok {
			return nil, &Refusal{Model: m.String(), Name: s.Name, Reason: NoCurve, Cause: err}
		}
		return nil, h.outOfRange(h.about.Origin, err)
	}
	names := [...]string{"b1", "b2", "b3"}
	switch m.Curve.(type) {
	case growth.Gompertz:
		names = [...]string{"a", "b", "c"}
	case growth.Bass:
		names = [...]string{"m", "p", "q"}
	}
	for i, name := range names {
		h.about.Parameters = append(h.about.Parameters, Parameter{Name: name, Value: fit.Parameters[i]})
	}
	h.about.ResidualSD = fit.ResidualSD
	h.about.Warnings = append(h.about.Warnings, fit.Warnings...)
	h.about.Warnings = append(h.about.Warnings, &Linearised{Model: m.String(), Covers: linearisedCovers})
	freedom := float64(fit.DegreesOfFreedom)
	t := studentQuantile(.975, freedom)
	return &fitted{about: h.about, spreads: func(step int) ([]Spread, error) {
		i, err := fit.PredictionInterval(float64(h.about.Origin+step), .95)
		if err != nil {
			return nil, h.outOfRange(h.about.Origin+step, err)
		}
		return []Spread{{Median: i.Estimate, SD: (i.High - i.Estimate) / t, Freedom: freedom, Widening: 1, Share: 1}}, nil
	}}, nil
}

// linearisedCovers is the smallest coverage that TestCurveCoverage measured, of
// logistic curves at or past their inflection with errors of 2 % of saturation,
// three years ahead of 8 to 30: 78 to 84 %.
const linearisedCovers = .78
