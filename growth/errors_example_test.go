package growth_test

import (
	"errors"
	"fmt"
	"math"

	"smartcity/growth"
)

// Every error of the package wraps one of these, or is an *IdentityError or a
// *Refusal.
func Example_errors() {
	jobs := growth.Series{Name: "Energy", Unit: "FTE", FirstYear: 2016, Values: []float64{812, math.NaN(), 1204}}
	same := growth.Series{Name: "Rent", Unit: "FTE", FirstYear: 2016, Values: []float64{5, 5, 5}}
	_, unknown := jobs.CAGR(2016, 2017)
	_, negative := growth.CAGR(-1, 2, 3)
	_, reversed := jobs.CAGR(2018, 2016)
	_, away := growth.Rate(-.02).YearsTo(17600, 35200)
	_, few := growth.LinearTrend(jobs)
	_, constant := growth.PointElasticity(jobs, same, 2016, 2018)
	_, level := growth.Quantile(jobs.Values, 1.5)
	_, unit := growth.Deflate(jobs, same, 2016)
	_, overflow := growth.CAGR(1e-300, 1e300, 1)
	for _, e := range []struct {
		err, is error
	}{
		{unknown, growth.ErrNotKnown}, {negative, growth.ErrNotPositive}, {reversed, growth.ErrOrder}, {away, growth.ErrNoGrowth},
		{few, growth.ErrTooFew}, {constant, growth.ErrConstant}, {level, growth.ErrLevel}, {unit, growth.ErrUnit}, {overflow, growth.ErrOverflow},
	} {
		fmt.Println(errors.Is(e.err, e.is), e.err)
	}
	// Output:
	// true growth: series "Energy": CAGR from 2016 to 2017: growth: CAGR to NaN: figure is not known
	// true growth: CAGR from -1: figure is not positive
	// true growth: series "Energy": CAGR from 2018 to 2016: order is reversed
	// true growth: from 17600 to 35200 at -0.02 a year: rate does not lead there
	// true growth: series "Energy": trend: growth: line: 2 known pairs: too few figures are known
	// true growth: series "Rent": point elasticity of "Energy" to "Rent", 2016–2018: figures do not vary
	// true growth: quantile at 1.5: probability is out of bounds
	// true growth: series "Energy": deflation: figures in "FTE" are no money: units do not match
	// true growth: CAGR from 1e-300 to 1e+300 over 1 years: result is beyond the range of numbers
}

func ExampleRange_Validate() {
	fmt.Println(growth.Range{Low: .12, High: .17}.Validate())
	fmt.Println(growth.Range{Low: .17, High: .12}.Validate())
	fmt.Println(growth.Range{Low: -1, High: .12}.Validate())
	// Output:
	// <nil>
	// low rate 0.17 is above high rate 0.12: order is reversed
	// rate -1 loses everything in a year: rate does not lead there
}

func ExampleReason() {
	for r := growth.TooFewPoints; r <= growth.WrongGradient; r++ {
		fmt.Println(r)
	}
	// Output:
	// too few points
	// level is not positive
	// point before the origin
	// not growing
	// no inflection in sight
	// no saturation in sight
	// parameters are not identified
	// origin is too far away
	// not converged
	// no value at the start
	// wrong gradient
}
