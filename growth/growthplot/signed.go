package growthplot

import "strings"

// Signed writes a number as a change, with its sign: +430, DKK −190, and 0 without
// one.
func (f NumberFormat) Signed(x float64) string {
	s := f.Format(x)
	if i := strings.IndexAny(s, "0123456789"); x > 0 && i >= 0 && !strings.HasPrefix(s, "<") {
		return s[:i] + "+" + s[i:]
	}
	return s
}
