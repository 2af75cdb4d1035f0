package disclosure

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Rule says which sums tell too much about a company in them. The rules are
// [MinimumCompanies], [Dominance] and [PPercent].
//
// Contributions are the figures of single companies, in any order; what is
// not known is not among them. A negative one counts by its size, without its
// sign. One that is not a number makes the sum sensitive.
type Rule interface {
	// Sensitive reports whether the sum of the contributions must not be shown.
	// A sum of nothing may.
	Sensitive(contributions []float64) bool

	// Protection is how far above a sensitive sum, at least, the highest value
	// must lie that readers can think possible, in the unit of the
	// contributions: the upper protection level, zero or more.
	Protection(contributions []float64) float64

	// String names the rule with its parameters.
	String() string

	check() error
}

// largest returns the n largest sizes, largest first, and the sum of the rest,
// which does not depend on the order of the contributions.
func largest(contributions []float64, n int) (top []float64, rest float64) {
	var others growth.Sum
	for _, x := range contributions {
		x = math.Abs(x)
		at, _ := slices.BinarySearchFunc(top, x, func(have, x float64) int { return cmp.Compare(x, have) })
		top = slices.Insert(top, at, x)
		if len(top) > n {
			others.Add(top[n])
			top = top[:n]
		}
	}
	return top, others.Float64()
}

func sum(x []float64) float64 {
	var s growth.Sum
	for _, v := range x {
		s.Add(v)
	}
	return s.Float64()
}

// perCent returns an error unless x can be meant as per cent.
func perCent(what string, x, from, to float64) error {
	if !(x >= from && x <= to) {
		return fmt.Errorf("disclosure: %s is %v per cent, want %v to %v: ten per cent is 10", what, x, from, to)
	}
	return nil
}
