package structure

import (
	"fmt"
	"math"
)

// FigureSums are what [HHI] needs to know of figures that stay where they are.
type FigureSums struct {
	N       int // figures that are known
	LeftOut int // and that are not

	Sum, Squares   float64 // Σx and Σx²
	Least, Largest float64
}

// HHI returns what [HHI] does with the figures one by one: the index and the
// equivalent number as exactly as the sums are, the normalised form to that part
// of 1/N, below which HHI itself, taking deviations, still has digits. Errors are
// those of [HHI], with ErrTooFarApart also where squares leave the range of float64.
func (s FigureSums) HHI() (Concentration, error) {
	fail := func(err error) (Concentration, error) {
		return Concentration{}, failed("HHI", fmt.Errorf("x: %w", err))
	}
	n := float64(s.N)
	switch {
	case s.N == 0:
		return fail(ErrEmpty)
	case s.Least < 0:
		return fail(ErrNegative)
	case finite(s.Sum, s.Squares) != nil:
		return fail(ErrInfinite)
	case s.Sum == 0:
		return fail(ErrZeroTotal)
	case s.Squares < 1e-280 || s.Squares > 1e280:
		return fail(ErrTooFarApart)
	}
	c := Concentration{Normalised: math.NaN(), Coverage: covers(s.N, s.LeftOut)}
	c.HHI = min(max(s.Squares/(s.Sum*s.Sum), 1/n), 1)
	c.Equivalent = max(min(s.Sum*s.Sum/s.Squares, n), 1)
	if s.N > 1 {
		c.Normalised = min(max((n*c.HHI-1)/(n-1), 0), 1)
		if s.Least == s.Largest {
			c.HHI, c.Normalised, c.Equivalent = 1/n, 0, n
		}
	}
	return c, nil
}
