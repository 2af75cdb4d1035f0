package sectorcsv

import (
	"math"
	"strings"

	"smartcity/sector"
)

// unit is what a figure of a column is worth, and its power of ten if that is
// one.
type unit struct {
	worth float64
	power int
	plain bool // is a power of ten from 1 to 10^12
	small bool // is a power of ten from 1 to 1000
}

func unitOf(worth float64) unit {
	e := int(math.Round(math.Log10(worth)))
	exact := math.Pow10(e) == worth
	return unit{worth, e, e >= 0 && e <= 12 && exact, e >= 0 && e <= 3 && exact}
}

// figure reads a figure. A currency that its cell names, and anything else
// that is no figure on its own, is for the reading lane.
func (w *worker) figure(text []byte, u *unit, negative, share bool) (sector.Figure, bool) {
	if len(text) == 0 {
		return sector.Figure{}, true
	}
	number := text
	minus := negative && text[0] == '-'
	if minus {
		number = text[1:]
	}
	mantissa, digits, decimals, ok := digitsOf(number, w.mark)
	if !ok || mantissa > 1<<53 || decimals > 0 && !w.d.values.decided || !u.plain || u.power > 0 && digits > 15 {
		return w.slowFigure(string(text), u, negative, share)
	}
	x := float64(mantissa)
	if e := u.power - decimals; e > 0 {
		x *= w.pow[e&31]
	} else {
		x /= w.pow[-e&31]
	}
	if u.power > 0 && x > 1e18 { // a mantissa is less
		return sector.Figure{}, false
	}
	if minus && x != 0 {
		x = -x
	}
	return sector.Value(x), true
}

// slowFigure has the functions of the reading lane read a figure.
func (w *worker) slowFigure(text string, u *unit, negative, share bool) (f sector.Figure, ok bool) {
	text = strings.TrimSpace(text)
	var err error
	if share {
		f, err = w.d.values.share(text, u.worth)
	} else {
		f, err = w.d.values.number(text, u.worth)
	}
	x := f.Float64()
	return f, err == nil && (!f.Known() || math.Abs(x) <= 1e18 && (negative || x >= 0))
}
