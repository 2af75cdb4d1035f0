package forecast

import (
	"fmt"
	"strings"

	"smartcity/growth"
)

// Start is where smoothing begins: the states l₀ and b₀ before the first year.
type Start uint8

const (
	// Estimated states are those with the least sum of squared errors.
	Estimated Start = iota
	// FirstFigures are l₀ = y₁ and, where there is a trend, b₀ = y₂ − y₁, as older
	// books have it; "simple" in R's forecast. They cost degrees of freedom as
	// estimated ones do.
	FirstFigures
)

// String returns "estimated" or "first figures".
func (s Start) String() string {
	if s == FirstFigures {
		return "first figures"
	}
	return "estimated"
}

// exponential is what [SES], [Holt] and [DampedHolt] have in common. A parameter
// of 0 is estimated.
type exponential struct {
	name             string
	trend, damped    bool
	alpha, beta, phi float64
	start            Start
}

func (m exponential) String() string {
	parts := []string{m.name}
	for i, v := range []float64{m.alpha, m.beta, m.phi} {
		if v != 0 {
			parts = append(parts, fmt.Sprintf("%s %v", [...]string{"alpha", "beta", "phi"}[i], v))
		}
	}
	if m.start != Estimated {
		parts = append(parts, "start "+m.start.String())
	}
	return strings.Join(parts, ", ")
}

func (m exponential) Fit(s growth.Series) (Fitted, error) {
	if err := m.inBounds(s.Name); err != nil {
		return nil, err
	}
	numbers, states := 1, 1
	if m.trend {
		numbers, states = 2, 2
	}
	if m.damped {
		numbers++
	}
	// One year more than is estimated when nothing is given, so that what a
	// series can carry does not depend on what is given.
	h, err := historyOf(m, s, numbers+states+1+m.spare(), false)
	if err != nil {
		return nil, err
	}
	fit := smoother{trend: m.trend, alpha: m.alpha, beta: m.beta, phi: 1, level: h.y[0]}
	if m.damped {
		fit.phi = m.phi
	}
	for _, v := range []float64{m.alpha, m.beta, m.phi} {
		if v != 0 {
			numbers--
		}
	}
	if m.trend {
		fit.slope = h.y[1] - h.y[0]
	}
	fit.estimate(h.y, m.start == FirstFigures, m.damped)

	h.about.Parameters = []Parameter{{Name: "alpha", Value: fit.alpha, Given: m.alpha != 0}}
	if m.trend {
		h.about.Parameters = append(h.about.Parameters, Parameter{Name: "beta", Value: fit.beta, Given: m.beta != 0})
	}
	if m.damped {
		h.about.Parameters = append(h.about.Parameters, Parameter{Name: "phi", Value: fit.phi, Given: m.phi != 0})
	}
	h.about.Parameters = append(h.about.Parameters, Parameter{Name: "level", Value: fit.level, Unit: s.Unit})
	if m.trend {
		h.about.Parameters = append(h.about.Parameters, Parameter{Name: "slope", Value: fit.slope, Unit: s.Unit + " a year"})
	}
	return h.smoothed(fit, numbers+states, m.widening()), nil
}

// spare is the years asked for beyond one degree of freedom: SES is so simple
// that a second one costs nothing worth having.
func (m exponential) spare() int {
	if m.trend {
		return 0
	}
	return 1
}

func (m exponential) widening() wideningTable {
	switch {
	case m.damped:
		return wideningDamped()
	case m.trend:
		return wideningHolt()
	}
	return wideningSES()
}

// inBounds refuses parameters that no smoothing has.
func (m exponential) inBounds(name string) error {
	refuse := func(parameter string, v float64) error {
		return &Refusal{Model: m.String(), Name: name, Reason: BadParameter, Parameter: parameter, Value: v}
	}
	switch {
	case !(m.alpha >= 0 && m.alpha <= 1):
		return refuse("alpha", m.alpha)
	case !(m.beta >= 0 && m.beta <= 1) || m.alpha > 0 && m.beta > m.alpha:
		return refuse("beta", m.beta)
	case !(m.phi >= 0 && m.phi <= 1):
		return refuse("phi", m.phi)
	case m.start > FirstFigures:
		return refuse("start", float64(m.start))
	}
	return nil
}
