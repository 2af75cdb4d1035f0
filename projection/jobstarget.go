package projection

import (
	"math"

	"smartcity/growth"
)

// JobsTarget is a number of jobs that a [Simulation] is to be held against.
type JobsTarget struct {
	Sector string  // its name; "" for the total
	Jobs   float64 // a level, not a gain
}

// TargetOutlook is how likely a [JobsTarget] is. Its slices begin with the base
// year, in which nothing is left to chance.
type TargetOutlook struct {
	JobsTarget
	Unit      string // what a job is
	BaseYear  int
	Paths     int
	In        []float64 // probability that there are at least so many jobs in the year
	By        []float64 // probability that there have been, in that year or one before; it never falls
	Shortfall []float64 // expected shortfall E[max(0, target − x)], in jobs; over all paths, with 0 where the target is reached
}

// YearBy returns the first year by which the target has been reached with
// probability p or more, and whether there is one.
func (t *TargetOutlook) YearBy(p float64) (int, bool) {
	for i, by := range t.By {
		if by >= p {
			return t.BaseYear + i, true
		}
	}
	return 0, false
}

// StandardError is what a probability p, one of In or By, errs by because paths
// are drawn and not counted, √(p(1−p)/paths); NaN unless 0 ≤ p ≤ 1. It says
// nothing of whether the assumptions hold.
func (t *TargetOutlook) StandardError(p float64) float64 {
	return math.Sqrt(p * (1 - p) / float64(t.Paths))
}

// View returns a row for each year: sector, year, target, probability (In),
// probability_by (By) and expected_shortfall.
func (t *TargetOutlook) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "target", Unit: t.Unit}, {Name: "probability", Unit: "fraction"},
		{Name: "probability_by", Unit: "fraction"}, {Name: "expected_shortfall", Unit: t.Unit},
	}}
	for i := range t.In {
		v.Rows = append(v.Rows, []growth.Entry{
			growth.TextOf(t.Sector), growth.NumberOf(float64(t.BaseYear + i)), growth.NumberOf(t.Jobs),
			growth.NumberOf(t.In[i]), growth.NumberOf(t.By[i]), growth.NumberOf(t.Shortfall[i]),
		})
	}
	return v
}
