package structure

import (
	"math"
	"slices"

	"smartcity/growth"
)

// Concentration is what [HHI] returns.
type Concentration struct {
	HHI        float64 // Σs_i², from 1/N where all figures are equal to 1
	Normalised float64 // (HHI − 1/N)/(1 − 1/N), from 0 to 1; NaN for one item
	Equivalent float64 // 1/HHI: so many figures of equal size have the same HHI
	Coverage
}

// HHI returns the Herfindahl–Hirschman index of concentration Σs_i², where s_i
// is the share of figure i in their total, as a fraction: competition authorities
// multiply it by 10,000.
//
// Figures that are NaN are left out. Zeros count as items, in N and so in
// Normalised, but add nothing to the index. One item has an HHI of 1 and no
// normalised form. It returns an error that wraps [ErrEmpty], [ErrNegative],
// [ErrInfinite] or, if all figures are zero, [ErrZeroTotal].
//
// Source: Hirschman (1945), National Power and the Structure of Foreign Trade;
// Herfindahl (1950), Concentration in the Steel Industry; the equivalent number:
// Adelman (1969), Review of Economics and Statistics 51. R's REAT calls them
// herf.
func HHI(x []float64) (Concentration, error) {
	s, err := observe(argument{"x", x})
	if err != nil {
		return Concentration{}, failed("HHI", err)
	}
	c, err := hhi(s)
	return c, failed("HHI", err)
}

func hhi(s sample) (Concentration, error) {
	slices.Sort(s.columns[0]) // once for all sums
	sums, err := totals(&s, "x")
	if err != nil {
		return Concentration{}, err
	}
	sizes, sum, n := s.columns[0], sums[0], float64(len(s.at))
	squares, deviations := make([]float64, len(sizes)), make([]float64, len(sizes))
	for i, v := range sizes {
		squares[i] = v * v
		// Deviations from the mean keep the digits of the normalised form where
		// figures are nearly equal; HHI − 1/n would lose them.
		deviations[i] = (v - sum/n) * (v - sum/n)
	}
	square := total(squares)
	c := Concentration{Normalised: math.NaN(), Coverage: covers(len(s.at), s.leftOut)}
	// Rounding may overstep a bound.
	c.HHI = min(max(square/(sum*sum), 1/n), 1)
	c.Equivalent = max(min(sum*sum/square, n), 1)
	if n > 1 {
		c.Normalised = min(n*total(deviations)/((n-1)*sum*sum), 1)
	}
	if n > 1 && sizes[0] == sizes[len(sizes)-1] {
		c.HHI, c.Normalised, c.Equivalent = 1/n, 0, n // exactly, though squares and mean are rounded
	}
	return c, nil
}

// View returns one row: hhi, hhi_normalised, equivalent_number, n, left_out.
func (c Concentration) View() growth.View {
	return c.record(field{"hhi", "", c.HHI}, field{"hhi_normalised", "", c.Normalised}, field{"equivalent_number", "", c.Equivalent})
}
