package growth

import (
	"fmt"
	"math"
	"strings"

	"smartcity/growth/locale"
)

// Range is a pair of growth rates between which growth is expected, such as
// 12–17 % a year. The zero value is no growth at all.
type Range struct {
	Low, High Rate
}

// ParseRange reads a range of growth rates, in per cent or as fractions:
//
//	12-17%   12–17 %   12%-17%   12,5–17 pct.   -2..3%   −2 to 3 %   0.12..0.17   12%
//
// A single rate is a range of equal ends. Per cents may be written with decimal
// point or comma. Fractions need "..", so that "12-17" without a per cent sign
// cannot be misread. It returns an error that wraps [ErrOrder] if the ends are
// reversed and [ErrNoGrowth] if a rate is −100 % a year or less, and one that
// quotes the text if it cannot be read or means 1000 % a year or more (so that a
// comma never separates thousands).
func ParseRange(s string) (Range, error) {
	text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(strings.TrimSpace(s))
	body, perCent := cutPercent(text)
	low, high, dots := strings.Cut(body, "..")
	if !dots {
		low, high = cutBetween(body)
	}
	if !perCent && !dots {
		return Range{}, fmt.Errorf("growth: range %q has no per cent sign: write 12-17%% or 0.12..0.17", s)
	}
	var r Range
	for _, end := range []struct {
		text string
		rate *Rate
	}{{low, &r.Low}, {high, &r.High}} {
		rate, err := parseRate(end.text, perCent)
		if err != nil {
			return Range{}, fmt.Errorf("growth: range %q: %w", s, err)
		}
		*end.rate = rate
	}
	if err := r.Validate(); err != nil {
		return Range{}, fmt.Errorf("growth: range %q: %w", s, err)
	}
	return r, nil
}

// Validate returns an error that wraps [ErrNotKnown] if a rate is NaN or
// infinite, [ErrNoGrowth] if one is −1 or less, and [ErrOrder] if Low > High.
func (r Range) Validate() error {
	for _, g := range []Rate{r.Low, r.High} {
		switch {
		case math.IsNaN(float64(g)) || math.IsInf(float64(g), 0):
			return fmt.Errorf("rate %v: %w", float64(g), ErrNotKnown)
		case g <= -1:
			return fmt.Errorf("rate %v loses everything in a year: %w", float64(g), ErrNoGrowth)
		}
	}
	if r.Low > r.High {
		return fmt.Errorf("low rate %v is above high rate %v: %w", float64(r.Low), float64(r.High), ErrOrder)
	}
	return nil
}

// Format writes the range as a reader of the language expects it: "12–17%" or
// "12–17 pct.", with as many decimals as needed, and with "to" or "til" where
// an end is negative.
func (r Range) Format(l locale.Language) string {
	high := l.Percent(float64(r.High), -1)
	if r.Low == r.High {
		return high
	}
	unit := l.Percent(0, 0)[1:]
	low := strings.TrimSuffix(l.Percent(float64(r.Low), -1), unit)
	between := "–"
	if r.Low < 0 {
		between = " to "
		if l == locale.Danish {
			between = " til "
		}
	}
	return low + between + high
}

// String is the range in English.
func (r Range) String() string { return r.Format(locale.English) }

// MarshalText writes the range in per cent, "12..17%", which [ParseRange] reads
// back exactly.
func (r Range) MarshalText() ([]byte, error) {
	low := strings.TrimSuffix(locale.English.Percent(float64(r.Low), -1), "%")
	text := low + ".." + locale.English.Percent(float64(r.High), -1)
	return []byte(strings.ReplaceAll(text, "\u2212", "-")), nil
}

// UnmarshalText calls [ParseRange]; with it a range can be a flag.
func (r *Range) UnmarshalText(text []byte) error {
	parsed, err := ParseRange(string(text))
	if err == nil {
		*r = parsed
	}
	return err
}

// cutPercent removes a per cent sign from the end of a range.
func cutPercent(s string) (string, bool) {
	for _, unit := range []string{"%", "pct.", "pct"} {
		if t, ok := strings.CutSuffix(s, unit); ok {
			return strings.TrimSpace(t), true
		}
	}
	return s, false
}

// cutBetween splits at "to", "til" or the first dash that is not a sign; a
// single rate is both ends.
func cutBetween(s string) (low, high string) {
	for _, word := range []string{" to ", " til "} {
		if low, high, ok := strings.Cut(s, word); ok {
			return low, high
		}
	}
	for i, r := range s {
		if i > 0 && strings.ContainsRune("-–—−", r) {
			return s[:i], s[i+len(string(r)):]
		}
	}
	return s, s
}

func parseRate(s string, perCent bool) (Rate, error) {
	s = strings.TrimSpace(s)
	if t, ok := cutPercent(s); ok {
		if !perCent {
			return 0, fmt.Errorf("%q is a per cent figure and the other end is not", s)
		}
		s = t
	}
	l, unit := locale.English, ""
	if strings.ContainsRune(s, ',') {
		l = locale.Danish
	}
	if perCent {
		unit = "%"
	}
	if strings.ContainsAny(s, ".,") && strings.IndexAny(s, ".,") != strings.LastIndexAny(s, ".,") {
		return 0, fmt.Errorf("%q has more than one decimal mark", s)
	}
	var x float64
	var err error
	if perCent {
		x, err = l.ParsePercent(s + unit)
	} else {
		x, err = l.ParseNumber(s)
	}
	switch {
	case err != nil:
		return 0, err
	case !perCent && x >= 1:
		return 0, fmt.Errorf("the fraction %v is %v %% a year; write it with a per cent sign", s, 100*x)
	case x >= 10:
		return 0, fmt.Errorf("%v %% is 1000 %% a year or more", s)
	}
	return Rate(x), nil
}
