package growthplot

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/locale"
)

// Ticks are round values on an axis.
type Ticks struct {
	Values   []float64
	Decimals int // that write them all exactly
}

// RoundTicks returns the multiples of 1, 2, 2.5 or 5 × 10ⁿ between low and high:
// of the finest step that gives no more than most of them, and at least one
// value. Low and high must be finite and in order, most at least 2; RoundTicks
// panics otherwise.
func RoundTicks(low, high float64, most int) Ticks {
	if !(low <= high) || math.IsInf(high-low, 0) || most < 2 {
		panic("growthplot: ticks from " + strconv.FormatFloat(low, 'g', -1, 64) + " to " + strconv.FormatFloat(high, 'g', -1, 64))
	}
	span := high - low
	if span == 0 {
		span = max(math.Abs(high), 1)
	}
	for exp := max(int(math.Floor(math.Log10(span)))-2, -300); ; exp++ {
		for _, m := range []float64{1, 2, 2.5, 5} {
			first := math.Ceil(unscale(low, m, exp) - 1e-9)
			last := math.Floor(unscale(high, m, exp) + 1e-9)
			if last-first+1 > float64(most) || last < first && exp < 308 {
				if last < first {
					// The step has outgrown an interval that holds no multiple of it.
					return Ticks{Values: []float64{low}, Decimals: max(0, 2-exp)}
				}
				continue
			}
			t := Ticks{Decimals: max(0, -exp)}
			if m == 2.5 && exp <= 0 {
				t.Decimals++
			}
			for k := first; k <= last; k++ {
				t.Values = append(t.Values, scale(k*m, exp)+0) // no −0
			}
			return t
		}
	}
}

// scale is x·10^exp, rounded once for |exp| ≤ 22.
func scale(x float64, exp int) float64 {
	if exp < 0 {
		return x / math.Pow10(-exp)
	}
	return x * math.Pow10(exp)
}

func unscale(x, m float64, exp int) float64 { return scale(x, -exp) / m }

// Labels writes the values, scaled and with a currency as f says but with the
// decimals the ticks need.
func (t Ticks) Labels(f NumberFormat) []string {
	f.Decimals = t.decimals(f)
	labels := make([]string, len(t.Values))
	for i, v := range t.Values {
		labels[i] = Figures(f.Format(v))
		if v == 0 {
			labels[i] = f.Lang.Number(0, f.Decimals)
			if f.Magnitude > locale.Units {
				labels[i] = f.Lang.Number(0, 0)
			}
		}
	}
	return labels
}

// Numbers writes the values as [Ticks.Labels] does, without the unit that
// [NumberFormat.Unit] names.
func (t Ticks) Numbers(f NumberFormat) []string {
	f.Decimals = t.decimals(f)
	labels := make([]string, len(t.Values))
	for i, v := range t.Values {
		labels[i] = Figures(f.Number(v))
	}
	return labels
}

// decimals are those that write all values exactly.
func (t Ticks) decimals(f NumberFormat) (n int) {
	if f.Magnitude == locale.Units {
		return t.Decimals
	}
	// 250,000 in millions is 0.25: the trailing zeros of the step decide.
	for _, v := range t.Values {
		n = max(n, decimalsOf(v/math.Pow10(3*int(f.Magnitude))))
	}
	return n
}

// decimalsOf is how many decimals write x exactly, at most 6.
func decimalsOf(x float64) int {
	for d := range 6 {
		if s := math.Pow10(d); math.Abs(math.Round(x*s)-x*s) < 1e-9*max(1, math.Abs(x*s)) {
			return d
		}
	}
	return 6
}

// YearTicks returns the years of an axis that get a label: every year, or every
// 2nd, 3rd, 5th, 10th, … counted from base, if labels would come closer than
// 6 pt; always the first, the base and the last year, but where two of these
// are too close, the base goes before the last, and the last before the first.
// Years are a length apart.
func (p *Pen) YearTicks(first, base, last int, apart vg.Length) []int {
	room := p.Width(p.Style.Theme.Tick, Figures("2000")) + 6
	far := func(a, b int) bool { return vg.Length(max(a-b, b-a))*apart >= room }
	kept := []int{base}
	if last != base && far(last, base) {
		kept = append(kept, last)
	}
	if first != base && far(first, base) && far(first, last) {
		kept = append(kept, first)
	}
	step := 1
	for _, s := range []int{1, 2, 3, 5, 10, 20, 25, 50, 100, 200, 500, 1000} {
		if step = s; far(0, s) {
			break
		}
	}
	var years []int
	for y := first; y <= last; y++ {
		ok := (y-base)%step == 0
		for _, k := range kept {
			ok = ok && (y == k || far(y, k))
		}
		for _, k := range kept {
			ok = ok || y == k
		}
		if ok {
			years = append(years, y)
		}
	}
	return years
}
