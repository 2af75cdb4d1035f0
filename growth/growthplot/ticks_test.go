package growthplot

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/locale"
)

func TestRoundTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		most      int
		want      string
	}{
		{0, 53878, 7, "0 10,000 20,000 30,000 40,000 50,000"},
		{0, 61050, 7, "0 10,000 20,000 30,000 40,000 50,000 60,000"},
		{0, 1.05, 7, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{0, 0.0086, 7, "0.000 0.002 0.004 0.006 0.008"},
		{-0.3, 1, 6, "−0.25 0.00 0.25 0.50 0.75 1.00"},
		{0, 9.6e11, 6, "0 200 bn 400 bn 600 bn 800 bn"},
		{0, 1.3e7, 7, "0 2 m 4 m 6 m 8 m 10 m 12 m"},
		{0, 100, 3, "0 50 100"},
	} {
		ticks := RoundTicks(c.low, c.high, c.most)
		got := strings.Join(ticks.Labels(FormatOf(locale.English, "", c.high)), " ")
		if got = strings.NewReplacer("\u00a0", " ", "\u200c", "").Replace(got); got != c.want {
			t.Errorf("RoundTicks(%v, %v, %d): %s, want %s", c.low, c.high, c.most, got, c.want)
		}
	}
}

// Whatever the range, ticks are in it, as many as asked, equally far apart, and
// round: their labels say exactly what they are.
func TestRoundTicksProperties(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		high := math.Exp(rnd.Float64()*60 - 20)
		low := -high * math.Max(0, rnd.Float64()*2-1)
		most := 2 + rnd.IntN(8)
		ticks := RoundTicks(low, high, most)
		v := ticks.Values
		if len(v) == 0 || len(v) > most || !slices.IsSorted(v) || !slices.Contains(v, 0) {
			t.Fatalf("RoundTicks(%v, %v, %d) = %v", low, high, most, v)
		}
		if slack := 1e-6 * (high - low); v[0] < low-slack || v[len(v)-1] > high+slack {
			t.Fatalf("RoundTicks(%v, %v, %d) = %v, outside", low, high, most, v)
		}
		for _, x := range v {
			back, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', ticks.Decimals, 64), 64)
			if err != nil || math.Abs(back-x) > 1e-12*math.Abs(x) {
				t.Fatalf("%v is written with %d decimals as %v", x, ticks.Decimals, back)
			}
		}
		if most >= 4 && len(v) < 2 {
			t.Fatalf("RoundTicks(%v, %v, %d) = %v, too few", low, high, most, v)
		}
	}
}

func TestRoundTicksPanics(t *testing.T) {
	for _, c := range [][2]float64{{1, 0}, {0, math.Inf(1)}, {math.NaN(), 1}} {
		func() {
			defer func() {
				if s, _ := recover().(string); !strings.HasPrefix(s, "growthplot: ") {
					t.Errorf("RoundTicks(%v): panic %q", c, s)
				}
			}()
			RoundTicks(c[0], c[1], 5)
		}()
	}
	if v := RoundTicks(3, 3, 5).Values; len(v) != 1 || v[0] != 3 {
		t.Errorf("one value: %v", v)
	}
}

func TestYearTicks(t *testing.T) {
	p := newPen(t, Style{})
	for _, c := range []struct {
		first, base, last int
		apart             float64
		want              string
	}{
		{2014, 2018, 2025, 40, "[2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025]"},
		{2014, 2018, 2025, 20, "[2014 2016 2018 2020 2022 2025]"}, // 2024 is too close to 2025
		{2014, 2018, 2025, 10, "[2014 2018 2021 2025]"},
		{2018, 2018, 2058, 10, "[2018 2021 2024 2027 2030 2033 2036 2039 2042 2045 2048 2051 2054 2058]"},
		{2017, 2018, 2058, 4, "[2018 2028 2038 2048 2058]"}, // 2017 gives way
		{2018, 2018, 2019, 4, "[2018]"},
	} {
		if got := fmt.Sprint(p.YearTicks(c.first, c.base, c.last, vg.Length(c.apart))); got != c.want {
			t.Errorf("%d, %d, %d, %v apart: %s, want %s", c.first, c.base, c.last, c.apart, got, c.want)
		}
	}
}
