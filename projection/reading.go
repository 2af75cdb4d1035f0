package projection

import (
	"cmp"

	"smartcity/growth"
)

// Grade says how well a hypothesis explains a figure. The zero value is not at
// all.
type Grade int

const (
	NotExplained Grade = iota // the figure does not follow
	GradeA                    // the figure follows from the base at an end of the range, to its last printed digit
	GradeB                    // it does so from another base that would be printed the same
	GradeC                    // a rate somewhere inside the range leads to it, which says little
)

// String returns "none", "A", "B" or "C".
func (g Grade) String() string { return name(g, "none", "A", "B", "C") }

// Interval is a half-open interval [Low, High) of numbers; both ends zero if
// there is none.
type Interval struct{ Low, High float64 }

// Reading is one way to understand a [Claim]: a base year and a kind for each
// figure, with which all its figures are explained.
type Reading struct {
	Grade    Grade // the worst of the figures' grades
	BaseYear int
	Years    int     // n, from the base year to the target year
	Base     float64 // jobs of the base year that the parts below start from: the claim's base, or the middle of Bases if none was given
	// Bases holds the bases from which every figure follows at the end its Fit
	// names, within what Claim.Base can stand for: one interval that contains
	// Base if the grade is A, the one nearest to it if it is B. Empty for grade C.
	Bases  Interval
	Fits   []Fit  // one a figure, in the order of the claim
	Chance Chance // how easily a figure of another value would have been read as well
	// Deviation is |P − c|/u, by how many units what follows from Base misses the
	// printed figure; the largest one of the figures.
	Deviation float64
}

// Fit is how a [Reading] explains one figure of the claim.
type Fit struct {
	Figure  Figure // as printed, with its unit
	Kind    Kind   // Level or Gain, as the hypothesis has it
	Grade   Grade
	End     End         // end of the range that leads to the figure; NoEnd for grade C, where none does
	Rate    growth.Rate // that end's rate; for grade C the rate of the range nearest to Implied; never rounded
	P       float64     // what the figure would be: Base·((1+Rate)^n − k), k = 1 for a gain and 0 for a level
	Level   float64     // jobs in the target year, Base·(1+Rate)^n
	Gain    float64     // Level − Base
	Implied growth.Rate // rate that leads from Base to the figure exactly
	// ImpliedBy holds the rates that lead from Base to a figure printed like
	// this one; −1, a loss of everything, stands for those of impossible levels.
	ImpliedBy Interval
}

// Compare orders readings, also those of different claims about the same
// matter: by grade, A first; the one that explains more figures first; then by
// chance, the smaller first, by deviation and by base year. It returns a
// negative number if r comes first, and zero if they are equal in all of that.
// A chance that is not known comes last.
func (r Reading) Compare(other Reading) int {
	return cmp.Or(
		cmp.Compare(r.rank(), other.rank()),
		cmp.Compare(len(other.Fits), len(r.Fits)),
		r.Chance.compare(other.Chance),
		cmp.Compare(r.Deviation, other.Deviation),
		cmp.Compare(r.BaseYear, other.BaseYear),
	)
}

// rank puts what is not explained last.
func (r Reading) rank() Grade {
	if r.Grade == NotExplained {
		return GradeC + 1
	}
	return r.Grade
}
