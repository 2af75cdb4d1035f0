package sectorplot

import (
	"image/color"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// classLimits are the limits of up to four classes of about as many positive
// values each, at round numbers, with one more below zero if there are negative
// values. A value at a limit belongs to the class above, no class is empty, and no
// limit is less than the smallest step that is printed.
func classLimits(values []float64, step float64) (limits []float64, negative bool) {
	var above []float64
	for _, x := range values {
		if x < 0 {
			negative = true
		} else {
			above = append(above, x)
		}
	}
	if negative && len(above) > 0 {
		limits = append(limits, 0)
	}
	slices.Sort(above)
	positive := above[len(above)-countPositive(above):]
	lowest := 0
	for _, q := range []float64{0.25, 0.5, 0.75} {
		if len(positive) < 2 {
			break
		}
		at, err := growth.Quantile(positive, q)
		if err != nil {
			break
		}
		limit := roundLimit(at)
		n, _ := slices.BinarySearch(above, limit)
		if limit >= step && n > lowest && n < len(above) {
			limits = append(limits, limit)
			lowest = n
		}
	}
	return limits, negative
}

func countPositive(sorted []float64) int {
	n, _ := slices.BinarySearch(sorted, math.SmallestNonzeroFloat64)
	return len(sorted) - n
}

// roundLimit returns the nearest round number, of one digit or 15 or 25.
func roundLimit(x float64) float64 {
	exp := int(math.Floor(math.Log10(x)))
	best := 0.0
	for e := exp - 1; e <= exp+1; e++ {
		for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
			limit := locale.Shift(m, e)
			if math.Abs(math.Log(limit/x)) < math.Abs(math.Log(best/x)) {
				best = limit
			}
		}
	}
	return best
}

// class is the class of a value, 0 for the lowest.
func (h *heatMap) class(x float64) int {
	n, at := slices.BinarySearch(h.limits, h.rounded(x))
	if at {
		n++
	}
	return n
}

// rounded is a value as it is printed.
func (h *heatMap) rounded(x float64) float64 {
	d := h.places()
	scaled := math.Round(locale.Shift(x, d))
	if scaled == 0 && x != 0 {
		return x // printed as less than the smallest step
	}
	return locale.Shift(scaled, -d)
}

// places are the decimals of a printed figure, negative in millions.
func (h *heatMap) places() int { return h.numbers.Decimals - 3*int(h.numbers.Magnitude) }

// colour is the fill of a class.
func (h *heatMap) colour(class int) color.RGBA {
	heat := h.pen.Style.Theme.Heat
	if h.negative {
		if class == 0 {
			return heat[1]
		}
		class--
	}
	if len(h.limits) == 0 {
		return heat[3]
	}
	return heat[2+class]
}

func (h *heatMap) fill(x float64) color.RGBA { return h.colour(h.class(x)) }

// bold reports whether a value is in one of the outermost classes, which are
// told apart in print by this.
func (h *heatMap) bold(x float64) bool {
	return len(h.limits) > 0 && (h.class(x) == len(h.limits) || h.negative && x < 0)
}

// limitTexts writes the limits with the decimals that each needs.
func (h *heatMap) limitTexts() []string {
	texts := make([]string, len(h.limits))
	for i, x := range h.limits {
		f := growthplot.NumberFormat{Lang: h.lang}
		x = locale.Shift(x, -3*int(h.numbers.Magnitude))
		for f.Decimals < 12 && math.Abs(locale.Shift(math.Round(locale.Shift(x, f.Decimals)), -f.Decimals)-x) > 1e-9*x {
			f.Decimals++
		}
		texts[i] = f.Format(x)
	}
	return texts
}
