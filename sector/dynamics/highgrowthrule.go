package dynamics

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"strconv"

	"smartcity/growth"
	"smartcity/sector"
)

// HighGrowthRule says which companies have grown fast. A rule is a value: take
// a published one and change a field, or make one of your own, and give it a
// name of its own.
type HighGrowthRule struct {
	Name   string // printed with every result
	Source string // act or manual, and the words of it that were followed

	// Growth a year on average. It is taken as the decimal it is written as, so
	// that 0.2 over three years is a ratio of exactly 1.728.
	Growth growth.Rate
	OrMore bool          // that growth or more; false: more than it
	Years  int           // from the start to the end; default 3
	Of     sector.Column // what must grow: sector.Jobs or sector.Revenue

	MinJobs    float64        // at the start, this many or more
	Measure    sector.Measure // what MinJobs, and jobs that must grow, are meant in
	GazelleAge int            // gazelles are at most this old at the end, in years; default 5
}

// OECDEurostat2007 is the rule of the Eurostat–OECD Manual on Business
// Demography Statistics (2007): more than 20 % a year over three years, in
// employees or in turnover, and ten or more employees at the start. Of is
// sector.Jobs or sector.Revenue.
func OECDEurostat2007(of sector.Column) HighGrowthRule {
	name := "oecd_eurostat_2007_employees"
	if of == sector.Revenue {
		name = "oecd_eurostat_2007_turnover"
	}
	return HighGrowthRule{
		Name:   name,
		Source: `Eurostat–OECD Manual on Business Demography Statistics (2007): "greater than 20% per annum, over a three year period", "ten or more employees"`,
		Growth: .2, Years: 3, Of: of, MinJobs: 10, Measure: sector.Employees, GazelleAge: 5,
	}
}

// EU439of2014 is the rule of Commission Implementing Regulation (EU) No
// 439/2014: more than 10 % a year over three years, in employees, and at least
// ten employees at the start. Pages of Eurostat also print "10 % or more"; who
// follows them sets OrMore.
func EU439of2014() HighGrowthRule {
	return HighGrowthRule{
		Name:   "eu_439_2014",
		Source: `Commission Implementing Regulation (EU) No 439/2014, as worded in Eurostat's release of 26 October 2016: "greater than 10% per year over a three-year period", "at least 10 employees at the beginning of the growth"`,
		Growth: .1, Years: 3, MinJobs: 10, Measure: sector.Employees, GazelleAge: 5,
	}
}

// StatisticsDenmark is the rule of Statistics Denmark: 20 % or more a year over
// three years, in full-time equivalents, and five or more at the start. It is
// now published for new enterprises of up to five years only, which are the
// gazelles of the result. Another page of the same documentation says "more
// than 72.8 per cent"; who follows it clears OrMore.
func StatisticsDenmark() HighGrowthRule {
	return HighGrowthRule{
		Name:   "statistics_denmark",
		Source: `Statistics Denmark, documentation of high-growth enterprises (2021): "mindst 20 pct. over en treårig periode", "fem eller flere ansatte", in full-time equivalents`,
		Growth: .2, OrMore: true, Years: 3, MinJobs: 5, Measure: sector.FTE, GazelleAge: 5,
	}
}

// RuleError reports a field of a rule that makes no sense.
type RuleError struct {
	Rule  string // its name
	Field string
	Value string
	Want  string
}

func (e *RuleError) Error() string {
	return fmt.Sprintf("dynamics: %s of the high-growth rule %q is %s, want %s", e.Field, e.Rule, e.Value, e.Want)
}

// WithDefaults fills in what is zero, and returns a [*RuleError] if the rule makes
// no sense.
func (r HighGrowthRule) WithDefaults() (HighGrowthRule, error) {
	r.Years, r.GazelleAge = cmp.Or(r.Years, 3), cmp.Or(r.GazelleAge, 5)
	bad := func(field, value, want string) (HighGrowthRule, error) {
		return r, &RuleError{Rule: r.Name, Field: field, Value: value, Want: want}
	}
	text := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	switch {
	case r.Name == "":
		return bad("Name", "empty", "a name, to be printed with the result")
	case !(r.Growth > -1 && r.Growth <= 1000):
		return bad("Growth", text(float64(r.Growth)), "a rate a year above -1 and up to 1000")
	case r.Years < 1 || r.Years > sector.LastYear-sector.FirstYear:
		return bad("Years", strconv.Itoa(r.Years), fmt.Sprintf("1 to %d", sector.LastYear-sector.FirstYear))
	case r.Of != sector.Jobs && r.Of != sector.Revenue:
		return bad("Of", columnName(r.Of), "sector.Jobs or sector.Revenue")
	case !(r.MinJobs >= 0) || math.IsInf(r.MinJobs, 1):
		return bad("MinJobs", text(r.MinJobs), "a number of zero or more")
	case r.GazelleAge < 0:
		return bad("GazelleAge", strconv.Itoa(r.GazelleAge), "a number of years")
	}
	return r, nil
}

// Ratio is the growth that the rule asks for over its years, (1 + Growth)^Years,
// exactly, for a rule that [FindHighGrowth] takes. It panics if Growth is NaN or
// infinite.
func (r HighGrowthRule) Ratio() *big.Rat {
	factor := new(big.Rat).Add(big.NewRat(1, 1), decimal(float64(r.Growth)))
	n := big.NewInt(int64(cmp.Or(r.Years, 3)))
	return new(big.Rat).SetFrac(new(big.Int).Exp(factor.Num(), n, nil), new(big.Int).Exp(factor.Denom(), n, nil))
}

// decimal is a number as the shortest decimal that identifies it, which is how
// it stood in the file or the program.
func decimal(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	if !ok {
		panic(fmt.Sprintf("dynamics: %v is not a number", x))
	}
	return r
}

// threshold decides whether growth is high enough.
type threshold struct {
	exact  *big.Rat
	approx float64
	orMore bool
}

func (r HighGrowthRule) threshold() threshold {
	exact := r.Ratio()
	approx, _ := exact.Float64()
	return threshold{exact, approx, r.OrMore}
}

// passes reports whether x1 over x0, which is positive, is above the threshold,
// or at it where that is enough. Floating point decides unless it is close;
// there it may be off by a rounding, so that decimals decide, exactly.
func (t threshold) passes(x0, x1 float64) bool {
	const close = 1e-9
	at := x0 * t.approx
	if 1e-290 < at && at < 1e290 {
		switch {
		case x1 > at+float64(close*at):
			return true
		case x1 < at-float64(close*at):
			return false
		}
	}
	order := decimal(x1).Cmp(new(big.Rat).Mul(decimal(x0), t.exact))
	return order > 0 || t.orMore && order == 0
}
