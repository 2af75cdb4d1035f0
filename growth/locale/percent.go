package locale

import "strings"

// Percent writes a fraction as per cent: 0.125 is "12.5%" or "12,5 pct." with
// a no-break space. Decimals are those of the per cent figure; negative means
// as many as needed. NaN and infinities are written as [Language.Number] does.
func (l Language) Percent(fraction float64, decimals int) string {
	if s, ok := l.special(fraction); ok {
		return s
	}
	return newDecimal(fraction).scale(2).format(l.Notation(), decimals) + l.Pick("%", nbsp+"pct.")
}

// ParsePercent reads a per cent figure as a fraction: "12.5%" is 0.125. The
// unit is "%", "pct." or "pct", with or without one space before it, and must
// be there.
func (l Language) ParsePercent(s string) (float64, error) {
	want := l.Pick("an English per cent figure", "a Danish per cent figure")
	for _, unit := range []string{"%", "pct.", "pct"} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			return l.Notation().parse(cutSpace(number), s, want, -2)
		}
	}
	return 0, &Error{s, want, l.Pick(`it does not end in "%"`, `it does not end in "pct."`)}
}

// cutSpace removes one space, of either kind, from the end.
func cutSpace(s string) string {
	if t, ok := strings.CutSuffix(s, nbsp); ok {
		return t
	}
	return strings.TrimSuffix(s, " ")
}
