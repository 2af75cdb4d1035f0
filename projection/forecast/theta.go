package forecast

import (
	"math"

	"smartcity/growth"
)

// Theta is the Theta method with the theta-lines 0 and 2, which won the M3
// competition: half the straight line through the years (theta-line 0), half
// [SES] of the theta-line 2, z_t = 2·y_t − line_t, whose bends are doubled:
//
//	ŷ_{n+h} = ½·(a + b·(n+h)) + ½·SES(z)
//
// α and l₀ are those with the least sum of squared one-step errors of z. As
// Hyndman and Billah showed, this is SES of y with the same α and a drift of half
// the slope, b/2 a year. The interval is that of their state-space model, with
// the standard deviation s·√(1 + (h−1)α²), s² = Σe²/(n−3) of the one-step errors
// of the whole, and is widened (see the package comment). It needs five years,
// and no year missing between them.
//
// Source: Assimakopoulos and Nikolopoulos, "The theta model: a decomposition
// approach to forecasting", International Journal of Forecasting 16 (2000);
// Hyndman and Billah, "Unmasking the Theta method", ibid. 19 (2003). R's thetaf
// differs in taking the α of y itself.
type Theta struct{}

// String returns "Theta".
func (Theta) String() string { return "Theta" }

// Fit implements [Model].
func (m Theta) Fit(s growth.Series) (Fitted, error) {
	h, err := historyOf(m, s, 5, false)
	if err != nil {
		return nil, err
	}
	n := len(h.y)
	unit := scaleOf(h.y) // so that twice a figure is still a number
	years, y := make([]float64, n), make([]float64, n)
	for i, v := range h.y {
		years[i], y[i] = float64(i+1), v/unit
	}
	line, err := growth.FitLine(years, y)
	if err != nil {
		return nil, h.outOfRange(h.about.Origin, err)
	}
	z := make([]float64, n)
	for i, v := range y {
		z[i] = 2*v - (line.Intercept + line.Slope*years[i])
	}
	ses := smoother{phi: 1, level: z[0]}
	ses.estimate(z, false, false)
	errors, level, _ := ses.runScaled(z)
	freedom := n - 3
	// An error of z is twice one of y.
	sd := h.noSpread(unit * errors / 2 / math.Sqrt(float64(freedom)))
	h.about.ResidualSD = sd
	h.about.Parameters = []Parameter{
		{Name: "alpha", Value: ses.alpha},
		{Name: "level", Value: unit * ses.level, Unit: s.Unit},
		{Name: "slope", Value: unit * line.Slope, Unit: s.Unit + " a year"},
	}
	widening := wideningTheta()
	residuals := func() []float64 {
		e := ses.errors(z)
		for i := range e {
			e[i] *= unit / 2
		}
		return e
	}
	return &fitted{about: h.about, first: h.first, residuals: residuals, spreads: func(step int) ([]Spread, error) {
		return []Spread{{
			Median:   unit * ((line.Intercept+line.Slope*float64(n+step))/2 + level/2),
			SD:       sd * math.Sqrt(1+float64(step-1)*ses.alpha*ses.alpha),
			Freedom:  float64(freedom),
			Widening: widening.at(n, step),
			Share:    1,
		}}, nil
	}}, nil
}
