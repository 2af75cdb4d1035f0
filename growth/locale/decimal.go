package locale

import (
	"strconv"
	"strings"
)

// decimal is a number in base ten: 0.d₁d₂d₃… × 10^point, exactly. Scaling by a
// power of ten and rounding are exact on it, which they are not on a float64.
type decimal struct {
	negative bool
	digits   []byte // '0' to '9', no leading or trailing zero; empty is zero
	point    int
}

// newDecimal takes the shortest decimal that reads back as x, which must be
// finite.
func newDecimal(x float64) decimal {
	s := strconv.FormatFloat(x, 'e', -1, 64)
	var d decimal
	d.negative = s[0] == '-'
	mantissa, exponent, _ := strings.Cut(strings.TrimPrefix(s, "-"), "e")
	for i := range len(mantissa) {
		if mantissa[i] != '.' {
			d.digits = append(d.digits, mantissa[i])
		}
	}
	e, _ := strconv.Atoi(exponent)
	d.point = e + 1
	return d.trim()
}

func (d decimal) trim() decimal {
	for len(d.digits) > 0 && d.digits[0] == '0' {
		d.digits = d.digits[1:]
		d.point--
	}
	for n := len(d.digits); n > 0 && d.digits[n-1] == '0'; n-- {
		d.digits = d.digits[:n-1]
	}
	if len(d.digits) == 0 {
		return decimal{}
	}
	return d
}

// scale multiplies by 10^n.
func (d decimal) scale(n int) decimal {
	if len(d.digits) > 0 {
		d.point += n
	}
	return d
}

// places is the number of decimals that write d exactly.
func (d decimal) places() int { return max(0, len(d.digits)-d.point) }

// round keeps so many decimals, halves away from zero.
func (d decimal) round(places int) decimal {
	keep := d.point + places // digits that stay
	if keep >= len(d.digits) {
		return d
	}
	if keep < 0 {
		return decimal{}
	}
	up := d.digits[keep] >= '5'
	d.digits = append([]byte{'0'}, d.digits[:keep]...)
	d.point++
	if up {
		i := keep
		for d.digits[i] == '9' {
			d.digits[i] = '0'
			i--
		}
		d.digits[i]++
	}
	return d.trim()
}

// format writes d with exactly so many decimals (as many as needed where
// negative) in the notation, with U+2212 for a minus.
func (d decimal) format(n Notation, places int) string {
	if places < 0 {
		places = d.places()
	}
	d = d.round(places)
	var b strings.Builder
	if d.negative {
		b.WriteString(minus)
	}
	whole := max(1, d.point)
	for i := range whole {
		if i > 0 && (whole-i)%3 == 0 && n.Group != 0 {
			b.WriteRune(n.Group)
		}
		b.WriteByte(d.at(d.point - whole + i))
	}
	if places > 0 {
		b.WriteRune(n.Decimal)
		for i := range places {
			b.WriteByte(d.at(d.point + i))
		}
	}
	return b.String()
}

// at is the digit at position i, zero outside those kept.
func (d decimal) at(i int) byte {
	if i < 0 || i >= len(d.digits) {
		return '0'
	}
	return d.digits[i]
}
