package forecast

import (
	"math"
	"slices"
	"strings"

	"smartcity/growth"
)

// Average is the mean of the forecasts of several models, which often errs less
// than each of them. The zero value averages [SES], [Holt] and [DampedHolt], the
// combination "Comb S-H-D" of the M3 competition.
//
// Points and all quantiles are averaged, each put to zero first where it is
// negative. The ends of the interval so are the means of the models' ends. Those
// of the zero value are widened as a whole (see the package comment); an average
// of other models keeps the widening of each, and covers more than its level as
// far as the models err differently. A
// model that refuses the series is left out with a *[MemberRefused]; if all do,
// the average refuses.
//
// Source: Makridakis and Hibon, "The M3-Competition", International Journal of
// Forecasting 16 (2000).
type Average struct {
	Models []Model // none: SES, Holt, damped Holt
}

func (m Average) models() []Model {
	if len(m.Models) == 0 {
		return []Model{SES{}, Holt{}, DampedHolt{}}
	}
	return m.Models
}

// String returns "average of SES, Holt and damped Holt" or of what it is made of.
func (m Average) String() string {
	models := m.models()
	names := make([]string, len(models))
	for i, model := range models {
		names[i] = model.String()
	}
	last := len(names) - 1
	if last == 0 {
		return "average of " + names[0]
	}
	return "average of " + strings.Join(names[:last], ", ") + " and " + names[last]
}

// Fit implements [Model].
func (m Average) Fit(s growth.Series) (Fitted, error) { return m.fit(s, Model.Fit) }

// fit is Fit with a way to fit the models, which may know them already.
func (m Average) fit(s growth.Series, by func(Model, growth.Series) (Fitted, error)) (Fitted, error) {
	a := &average{standard: len(m.Models) == 0}
	h, err := historyOf(m, s, 1, true)
	if err != nil {
		return nil, err
	}
	a.about, a.first, a.years = h.about, h.first, len(h.y)
	a.about.ResidualSD = math.NaN()
	var refused error
	for _, model := range m.models() {
		f, err := by(model, s)
		if err != nil {
			a.about.Warnings = append(a.about.Warnings, &MemberRefused{Model: model.String(), Err: err})
			if refused == nil {
				refused = err
			}
			continue
		}
		a.members = append(a.members, f)
	}
	// Of four years SES alone is left, with the widening of its own.
	a.standard = a.standard && len(a.members) > 1
	if len(a.members) == 0 {
		return nil, &Refusal{Model: m.String(), Name: s.Name, Reason: AllRefused, Cause: refused}
	}
	return a, nil
}

// average is a fitted [Average].
type average struct {
	about        Forecast
	first, years int
	members      []Fitted
	// standard says that it is the zero Average, whose interval is measured as a
	// whole.
	standard bool
}

// Forecast implements [Fitted].
func (a *average) Forecast(horizon int, level float64) (*Forecast, error) {
	return a.forecast(horizon, level, nil)
}

func (a *average) forecast(horizon int, level float64, scores *scorer) (*Forecast, error) {
	members := make([]*Forecast, len(a.members))
	whole := &fitted{about: a.about}
	whole.about.Warnings = slices.Clone(a.about.Warnings)
	for i, member := range a.members {
		f, err := forecastFor(member, horizon, level, scores)
		if err != nil {
			return nil, err
		}
		members[i] = f
		for _, w := range f.Warnings {
			switch w.(type) {
			case *ScenariosOnly, *MissingYears, *Floored: // the average has its own
			default:
				whole.about.Warnings = append(whole.about.Warnings, w)
			}
		}
		for _, p := range f.Parameters {
			p.Name = f.Model + " " + p.Name
			whole.about.Parameters = append(whole.about.Parameters, p)
		}
	}
	whole.first, whole.residuals = a.first, func() []float64 {
		e := make([]float64, a.years)
		for i := range e {
			var sum growth.Sum
			for _, f := range members {
				sum.Add(f.Residuals.At(a.first + i))
			}
			e[i] = sum.Float64() / float64(len(members))
		}
		return e
	}
	widening := wideningAverage()
	whole.spreads = func(step int) ([]Spread, error) {
		var all []Spread
		for _, f := range members {
			for _, d := range f.Steps[step-1].Spreads {
				d.Share /= float64(len(members))
				if a.standard {
					d.Widening = widening.at(a.about.N, step)
				}
				all = append(all, d)
			}
		}
		return all, nil
	}
	return whole.forecast(horizon, level, scores)
}
