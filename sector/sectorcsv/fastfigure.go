package sectorcsv

import (
	"encoding/binary"
	"math"
	"math/bits"
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

// digits reads the number that begins at i and ends before a separator: up to
// 15 digits, and decimals after a mark if there are any. Wide numbers are taken
// as sixteen bytes, since a branch on whether eight are enough cannot be
// foretold.
func (w *worker) digits(s *step, i int, comma uint64) (mantissa uint64, n, decimals int, ok bool) {
	x := load(w.text[i : i+8 : i+8])
	m := first(x, comma)
	if !s.wide {
		if m != 0 {
			n = bits.TrailingZeros64(m) / 8
			mantissa, _, decimals, ok = digitsIn(x, n, w.mark)
			return mantissa, n, decimals, ok && (decimals == 0 || w.d.values.decided)
		}
		s.wide = true
	}
	if i+16 > len(w.text) {
		return 0, 0, 0, false
	}
	y := load(w.text[i+8 : i+16 : i+16])
	near, far := bits.TrailingZeros64(m), bits.TrailingZeros64(first(y, comma))
	n = (near + far&-(near>>6)) / 8 // a word without a separator has 64 zeros
	if n == 0 || n > 15 {
		return 0, n, 0, false
	}
	if mantissa, ok = wholeIn(x, y, n); ok {
		return mantissa, n, 0, true
	}
	if n <= 8 {
		mantissa, _, decimals, ok = digitsIn(x, n, w.mark)
	} else {
		mantissa, decimals, ok = longDigitsIn(x, y, n, w.mark)
	}
	return mantissa, n, decimals, ok && (decimals == 0 || w.d.values.decided)
}

// yearIn reads a year of four digits from the first four bytes of a text.
func yearIn(x uint32) (int, bool) {
	if (x+0x46464646|(x-0x30303030))&0x80808080 != 0 {
		return 0, false
	}
	x = x & 0x0f0f0f0f * (10<<8 + 1) >> 8 & 0x00ff00ff
	return int(x * (100<<16 + 1) >> 16), true
}

// yearOf reads a year of four digits.
func yearOf(text []byte) (int, bool) {
	if len(text) != 4 {
		return 0, false
	}
	return yearIn(binary.LittleEndian.Uint32(text))
}
