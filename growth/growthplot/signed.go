package growthplot

import "strings"

// Signed writes a number as a change, with its sign: +430, −190, and 0 without
// one.
func (f NumberFormat) Signed(x float64) string {
	s := f.Format(x)
	if x > 0 && !strings.HasPrefix(s, "<") {
		return "+" + s
	}
	return s
}
