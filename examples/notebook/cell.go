package notebook

import (
	"math"
	"strconv"
	"strings"

	"smartcity/growth/locale"
)

// A Cell is one entry of a table: text, a number, or a figure that is missing
// or suppressed. The zero value is missing.
type Cell struct {
	kind   cellKind
	text   string // of a number: what is shown in its place, or ""
	number float64
}

type cellKind uint8

const (
	missing cellKind = iota
	suppressed
	number
	text
)

// Str returns a cell of text.
func Str(s string) Cell { return Cell{kind: text, text: s} }

// Num returns a cell of a number. NaN is a figure that is missing.
func Num(x float64) Cell {
	if math.IsNaN(x) {
		return Cell{}
	}
	return Cell{kind: number, number: x}
}

// NumAs returns a cell of a number that a reader sees as s, such as "over
// 99.9%". It sorts, and stands in the CSV file, as the number it is.
func NumAs(x float64, s string) Cell {
	c := Num(x)
	if c.kind == number {
		c.text = s
	}
	return c
}

// Suppressed returns the cell of a figure that is known to somebody and must
// not be shown.
func Suppressed() Cell { return Cell{kind: suppressed} }

// known tells whether there is something in the cell.
func (c Cell) known() bool { return c.kind == number || c.kind == text }

// Number returns the number in the cell; ok is false where there is none.
func (c Cell) Number() (x float64, ok bool) { return c.number, c.kind == number }

// Show writes the cell as pages print it under the column, on one line. A
// figure that is missing or suppressed gets words, or the sign of the language.
func (c Cell) Show(col Column, lang locale.Language) string {
	switch c.kind {
	case text:
		return line(c.text)
	case number:
		if c.text != "" {
			return line(c.text)
		}
		return col.show(c.number, lang)
	case suppressed:
		return wordsOf(lang).suppressed
	default:
		return wordsOf(lang).missing
	}
}

// scaled is x in units of scale. Powers of ten, the only scales that are
// common, move the decimal point of the shortest decimal that reads back as
// x: 0.145 in per cents is 14.5 and not 14.499999999999998.
func scaled(x, scale float64) float64 {
	if scale == 0 || scale == 1 {
		return x
	}
	exp := math.Round(math.Log10(scale))
	if math.IsNaN(exp) || math.Pow(10, exp) != scale {
		return x / scale
	}
	mantissa, e, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	n, err := strconv.Atoi(e)
	if err != nil {
		return x / scale
	}
	y, err := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(n-int(exp)), 64)
	if err != nil {
		return x / scale
	}
	return y
}
