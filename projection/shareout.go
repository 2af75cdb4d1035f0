package projection

import (
	"math"

	"smartcity/growth"
)

// Approach is how sectors and total go together where sectors have assumptions
// of their own.
type Approach uint8

const (
	// SumOfSectors adds up the sectors, and the jobs in no sector, to the total.
	SumOfSectors Approach = iota
	// SharedOut takes the total from its own course and divides it between the
	// sectors in the proportions that their courses lead to.
	SharedOut
)

// String returns "sum of sectors" or "shared out".
func (a Approach) String() string {
	switch a {
	case SumOfSectors:
		return "sum of sectors"
	case SharedOut:
		return "shared out"
	}
	return "unknown approach"
}

// shareOut divides the levels of total in the proportions of parts, in place.
// The base year is left as it is.
func shareOut(total Scenario, parts []Scenario) {
	for t := 1; t < len(total.Level); t++ {
		sum := sumOf(parts, t)
		for i := range parts {
			parts[i].Level[t] = total.Level[t] * (parts[i].Level[t] / sum)
		}
	}
	for i := range parts {
		parts[i] = derived(parts[i].Name, parts[i].BaseYear, parts[i].Level)
	}
}

// sumUp is the scenario of the sum of parts, from a base that is known.
func sumUp(name string, baseYear int, base float64, parts []Scenario) Scenario {
	level := make([]float64, len(parts[0].Level))
	level[0] = base
	for t := 1; t < len(level); t++ {
		level[t] = sumOf(parts, t)
	}
	return derived(name, baseYear, level)
}

func sumOf(parts []Scenario, t int) float64 {
	var s growth.Sum
	for _, p := range parts {
		s.Add(p.Level[t])
	}
	return s.Float64()
}

// derived is a scenario whose rates follow from its levels.
func derived(name string, baseYear int, level []float64) Scenario {
	s := Scenario{Name: name, BaseYear: baseYear, Level: level, Derived: true, Market: growth.Rate(math.NaN())}
	for t := 1; t < len(level); t++ {
		s.Rates = append(s.Rates, growth.Rate((level[t]-level[t-1])/level[t-1]))
	}
	s.Rate = growth.Rate(math.Expm1((math.Log(level[len(level)-1]) - math.Log(level[0])) / float64(len(level)-1)))
	return s
}
