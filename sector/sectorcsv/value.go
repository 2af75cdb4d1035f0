package sectorcsv

import (
	"math"
	"strconv"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// figures reads the cells of a file strictly.
type figures struct {
	notation   locale.Notation
	decided    bool // else "1.234" is an error
	convention Convention
}

// number reads a figure of a column in a unit.
func (v *figures) number(s string, unit float64) (sector.Figure, error) {
	if f, ok := v.convention.marker(s); ok {
		return f, nil
	}
	text, sign := cutSign(v.convention.cutFlag(s))
	x, err := v.notation.Parse(text)
	switch {
	case err != nil:
		return sector.Figure{}, reason(s, err)
	case !v.decided && doubtful(text):
		return sector.Figure{}, &undecided{}
	}
	return scaled(sector.Value(sign*x+0), unit), nil // +0: there is no negative zero
}

// share reads a fraction; one with a per cent sign is one in a hundred.
func (v *figures) share(s string, unit float64) (sector.Figure, error) {
	for _, sign := range []string{"%", "pct.", "pct"} {
		if number, ok := strings.CutSuffix(s, sign); ok {
			return v.number(strings.TrimSpace(number), .01)
		}
	}
	return v.number(s, unit)
}

// money reads revenue. A figure without a magnitude of its own is in the
// column's unit. The currency is "" where the cell names none.
func (v *figures) money(s string, unit float64) (sector.Figure, string, error) {
	f, err := v.number(s, unit)
	if err == nil {
		return f, "", nil
	}
	text, sign := cutSign(s)
	languages := []locale.Language{locale.English, locale.Danish}
	if v.notation.Decimal == ',' {
		languages = []locale.Language{locale.Danish, locale.English}
	}
	for _, l := range languages {
		a, notMoney := v.notation.ParseMoney(text, l)
		if notMoney != nil || l == locale.English && v.notation.Decimal == ',' && strings.Contains(strings.ToLower(s), "billion") {
			continue // a Danish billion is another number
		}
		if !v.decided && doubtful(text) {
			return sector.Figure{}, "", &undecided{}
		}
		if f = sector.Value(sign*a.Value + 0); a.Magnitude == locale.Units {
			f = scaled(f, unit)
		}
		return f, a.Currency, nil
	}
	return sector.Figure{}, "", err
}

// cutSign takes off the brackets or the trailing minus of a negative number.
func cutSign(s string) (string, float64) {
	text, negative := s, false
	if n := len(s); n > 2 && s[0] == '(' && s[n-1] == ')' {
		text, negative = s[1:n-1], true
	} else if number, ok := strings.CutSuffix(s, "-"); ok {
		text, negative = number, true
	} else if number, ok := strings.CutSuffix(s, "−"); ok {
		text, negative = number, true
	}
	// With a second sign it is no number that anybody writes.
	if !negative || text == "" || strings.ContainsAny(text, "-−+()") {
		return s, 1
	}
	return text, -1
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

// year reads a year of four digits, or an accounting year such as 2018/19 as
// the one it ends in, or a year that a spreadsheet wrote as 2018.0; mended says
// that it was one of the latter.
func year(s string) (y int, mended bool, err error) {
	text := s
	if whole, ok := strings.CutSuffix(s, ".0"); ok {
		text, mended = whole, true
	}
	first, second, split := strings.Cut(text, "/")
	if !split && len(text) == len("2018-19") && text[5] != '0' && text[5:] != "10" && text[5:] != "11" && text[5:] != "12" || !split && len(text) == len("2018-2019") {
		first, second, split = strings.Cut(text, "-") // 2011-12 could be a month
	}
	y, err = fourDigits(first)
	if err != nil {
		if p := strings.ToUpper(strings.TrimLeft(s, "0123456789")); len(s) > 5 && p != "" && strings.ContainsAny(p[:1], "KQMU") {
			return 0, false, &wanted{"want a year of four digits, not a quarter or a month"}
		}
		if _, isDate, _ := dateYear(s, nil); isDate {
			return 0, false, &wanted{"want a year of four digits, not a date"}
		}
		return 0, false, err
	}
	if !split {
		return y, mended, nil
	}
	end, err := strconv.Atoi(second)
	switch {
	case err != nil || len(second) != 2 && len(second) != 4:
	case len(second) == 2 && end == (y+1)%100, len(second) == 4 && end == y+1:
		return y + 1, true, nil
	}
	return 0, false, &wanted{"want a year of four digits, or an accounting year such as 2018/19"}
}

// dateYear reads the year of a date, 1999-03-12, 12-03-1999 or 12.3.1999, with or
// without a time of day. Which of the other two numbers is the month does not
// matter. For anything else it returns err.
func dateYear(s string, err error) (y int, mended bool, _ error) {
	date, _, _ := strings.Cut(s, " ")
	date, _, _ = strings.Cut(date, "T")
	for _, mark := range []string{"-", ".", "/"} {
		parts := strings.Split(date, mark)
		if len(parts) != 3 {
			continue
		}
		if len(parts[0]) == 4 {
			parts[0], parts[2] = parts[2], parts[0]
		}
		year, wrong := fourDigits(parts[2])
		day, wrong2 := strconv.Atoi(parts[0])
		month, wrong3 := strconv.Atoi(parts[1])
		if wrong == nil && wrong2 == nil && wrong3 == nil && min(day, month) >= 1 && min(day, month) <= 12 && max(day, month) <= 31 {
			return year, true, nil
		}
	}
	return 0, false, err
}

func fourDigits(s string) (int, error) {
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || y < 1000 {
		return 0, &wanted{"want a year of four digits"}
	}
	return y, nil
}

// undecided is the reason of an error that concerns the whole file: its
// numbers can be read in two ways.
type undecided struct{}

func (*undecided) Error() string {
	return "could be a number of thousands or one with three decimals, and no other number tells which; say so (-decimal comma or -decimal point)"
}

// wanted is the reason of an Error that has no other cause.
type wanted struct{ text string }

func (w *wanted) Error() string { return w.text }

// reason is what is wrong with a cell, without the cell.
func reason(s string, err error) error {
	switch s {
	case "-", ".", "–", "—":
		return &wanted{"means zero, missing or suppressed depending on who wrote it; replace it by 0, by nothing or by \"..\", or name the convention"}
	}
	if e, ok := err.(*locale.Error); ok {
		return &wanted{"want a number: " + e.Reason}
	}
	return err
}
