package locale

import (
	"math"
	"strconv"
	"strings"
)

// Number writes x with so many decimals, thousands separated: "17,600.5" or
// "17.600,5". Negative decimals mean as many as it takes to read x back
// exactly. Negative numbers get U+2212. NaN is a figure that is not known and
// is written "n/a" or "uoplyst"; an infinity is written "∞".
func (l Language) Number(x float64, decimals int) string {
	if s, ok := l.special(x); ok {
		return s
	}
	return newDecimal(x).format(l.Notation(), decimals)
}

// ParseNumber reads what [Language.Number] writes, with or without thousands
// separators. See the package comment for what is refused.
func (l Language) ParseNumber(s string) (float64, error) {
	return l.Notation().parse(s, s, l.Pick("an English number", "a Danish number"), 0)
}

// Shift returns x·10^n as it is done on paper, by moving the decimal mark of
// the shortest decimal that reads back as x: Shift(4.35, 2) is 435, which
// 4.35*100 is not. NaN and infinities stay what they are.
func Shift(x float64, n int) float64 {
	if n == 0 || math.IsNaN(x) || math.IsInf(x, 0) {
		return x
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	shifted, _ := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(e+n), 64)
	return shifted
}

// special is the text of a number that has no digits.
func (l Language) special(x float64) (string, bool) {
	switch {
	case math.IsNaN(x):
		return l.Pick("n/a", "uoplyst"), true
	case math.IsInf(x, 1):
		return "∞", true
	case math.IsInf(x, -1):
		return minus + "∞", true
	}
	return "", false
}
