package structure

import (
	"errors"
	"math"
	"testing"

	"smartcity/growth"
)

// TestLocationQuotientPublished compares with locq of R's REAT (Farhauer and Kröll
// 2013), and DOMAIN.md.
func TestLocationQuotientPublished(t *testing.T) {
	q := ok[float64](t)(LocationQuotient(1714, 79006, 879213, 15593224))
	agree(t, "locq", q, .3847623, 5e-8)
}

func TestLocationQuotient(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		eij, ej, ei, e float64
		want           float64
		err            error
	}{
		{5, 10, 20, 40, 1, nil}, {0, 10, 20, 40, 0, nil}, {10, 10, 10, 40, 4, nil},
		{50, 100, 1, 4, 2, nil}, // a reference that does not contain the region
		{nan, 10, 20, 40, 0, growth.ErrNotKnown}, {5, nan, 20, 40, 0, growth.ErrNotKnown},
		{5, 10, nan, 40, 0, growth.ErrNotKnown}, {5, 10, 20, nan, 0, growth.ErrNotKnown},
		{-5, 10, 20, 40, 0, ErrNegative}, {5, 10, 20, inf, 0, ErrInfinite},
		{0, 0, 20, 40, 0, ErrZeroTotal}, {5, 10, 0, 0, 0, ErrZeroTotal},
		{5, 10, 0, 40, 0, ErrNoReference}, {0, 10, 0, 40, 0, ErrNoReference},
		{11, 10, 20, 40, 0, ErrPart}, {5, 10, 50, 40, 0, ErrPart},
		{1, 1, 5e-324, 1e300, 0, ErrInfinite},
	} {
		got, err := LocationQuotient(c.eij, c.ej, c.ei, c.e)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("LocationQuotient(%v, %v, %v, %v) = %v, %v; want %v, %v", c.eij, c.ej, c.ei, c.e, got, err, c.want, c.err)
		}
	}
}
