package sectorcsv

import (
	"math"
	"strconv"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// unknown says whether a cell is one of the markers of a figure not known.
func unknown(s string) (sector.Figure, bool) {
	switch strings.ToLower(s) {
	case "", "na", "n/a", "#n/a", "nan", "null":
		return sector.Figure{}, true
	case "..", "x", "c", "d", "(d)", "s", "(s)":
		return sector.Hidden(), true
	}
	return sector.Figure{}, false
}

// number reads a figure strictly.
func number(s string, n locale.Notation) (sector.Figure, error) {
	if f, ok := unknown(s); ok {
		return f, nil
	}
	x, err := n.Parse(s)
	if err != nil {
		return sector.Figure{}, reason(s, err)
	}
	return sector.Value(x), nil
}

// money reads revenue. A figure without a magnitude of its own is in the
// file's unit. The currency is "" where the cell names none.
func money(s string, n locale.Notation, unit float64) (sector.Figure, string, error) {
	f, err := number(s, n)
	if err == nil {
		return scaled(f, unit), "", nil
	}
	l := locale.English
	if n == locale.Danish.Notation() {
		l = locale.Danish
	}
	if n != l.Notation() {
		return sector.Figure{}, "", err
	}
	a, notMoney := l.ParseMoney(s)
	if notMoney != nil {
		return sector.Figure{}, "", err
	}
	if f = sector.Value(a.Value); a.Magnitude == locale.Units {
		f = scaled(f, unit)
	}
	return f, a.Currency, nil
}

// scaled applies a unit; a power of ten moves the decimal mark, exactly.
func scaled(f sector.Figure, unit float64) sector.Figure {
	if !f.Known() || unit == 1 {
		return f
	}
	if e := int(math.Round(math.Log10(unit))); math.Pow10(e) == unit {
		return sector.Value(locale.Shift(f.Float64(), e))
	}
	return sector.Value(f.Float64() * unit)
}

// year reads exactly four digits.
func year(s string) (int, error) {
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || y < 1000 {
		return 0, &wanted{"want a year of four digits"}
	}
	return y, nil
}

// wanted is the reason of an Error that has no other cause.
type wanted struct{ text string }

func (w *wanted) Error() string { return w.text }

// groups tells how far a number proves its notation: a decimal mark, or two
// thousands separators, can be read in one way only; one separator with no
// decimal mark could be a decimal mark itself.
func groups(s string, n locale.Notation) (proves, doubtful bool) {
	switch k := strings.Count(s, string(n.Group)); {
	case n.Group == 0 || strings.ContainsRune(s, n.Decimal) || k > 1:
		return strings.ContainsRune(s, n.Decimal) || k > 1, false
	default:
		return false, k == 1
	}
}

// reason is what is wrong with a cell, without the cell.
func reason(s string, err error) error {
	switch {
	case s == "-" || s == "." || s == "–":
		return &wanted{"means zero, missing or suppressed depending on who wrote it; replace it by 0, by nothing or by \"..\""}
	}
	if e, ok := err.(*locale.Error); ok {
		return &wanted{"want a number: " + e.Reason}
	}
	return err
}
