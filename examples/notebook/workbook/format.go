package workbook

import (
	"math"
	"strconv"
	"strings"

	"smartcity/examples/notebook"
)

// A format is how the numbers of a column are shown.
type format struct {
	power    int // the figure is shown in units of 10^power: 6 for millions, −2 for per cents
	decimals int
	signed   bool
	year     bool
}

// code is the number format of Excel, in its own notation: commas and points
// become those of the reader's computer.
func (f format) code() string {
	if f.year {
		return "0"
	}
	s := "#,##0" + fraction(f.decimals)
	if f.power < 0 {
		s += "%"
	} else {
		s += strings.Repeat(",", f.power/3)
	}
	if f.signed {
		s = "+" + s + ";-" + s + ";" + s
	}
	return s
}

func fraction(decimals int) string {
	if decimals <= 0 {
		return ""
	}
	return "." + strings.Repeat("0", decimals)
}

// exception is the number format of a figure that the format of its column
// would show as zero without it being zero, or by a screen full of digits; it is
// empty for all others.
func (f format) exception(x float64) string {
	small := !f.signed && math.Abs(x) < .5*math.Pow10(f.power-f.decimals)
	large := math.Abs(x) >= math.Pow10(f.power+21)
	if x == 0 || f.year || !small && !large {
		return ""
	}
	_, exp := digits(x)
	f.decimals = f.power - exp
	if large || f.decimals > 12 {
		return "0.00E+00"
	}
	return f.code()
}

// formatOf finds the format of a column, and how the header is to be printed: a
// scale that no number format has leaves the figures as they are, without the
// unit of the page.
func formatOf(c notebook.Column, figures []float64) (format, notebook.Column) {
	f := format{signed: c.Signed, year: c.Year, decimals: c.Decimals}
	switch c.Scale {
	case 0, 1:
	case .01:
		f.power = -2
	case 1e3, 1e6, 1e9, 1e12:
		f.power = int(math.Round(math.Log10(c.Scale)))
	default:
		c.Scale, c.Unit, f.decimals = 0, "", -1
	}
	if c.Header == "" { // made for a file: nobody has thought of its decimals
		c.Header, f.decimals = c.Name, -1
	}
	if f.decimals < 0 {
		f.decimals = f.needed(figures)
	}
	c.Decimals = f.decimals
	return f, c
}

// needed is the decimals that show the figures, and no more than the first four
// digits of the largest.
func (f format) needed(figures []float64) int {
	most, largest := 0, 0.0
	for _, x := range figures {
		n, exp := digits(x)
		most = max(most, n-1-(exp-f.power))
		largest = max(largest, math.Abs(x))
	}
	if most == 0 {
		return 0
	}
	_, exp := digits(largest)
	return max(0, min(most, 3-(exp-f.power)))
}

// digits is the number of digits in the shortest decimal that reads back as x,
// and the power of ten of the first.
func digits(x float64) (n, exp int) {
	mantissa, e, _ := strings.Cut(strconv.FormatFloat(math.Abs(x), 'e', -1, 64), "e")
	exp, _ = strconv.Atoi(e) // of FormatFloat's making
	return len(mantissa) - strings.Count(mantissa, "."), exp
}
