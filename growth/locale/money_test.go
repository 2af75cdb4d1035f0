package locale

import (
	"math"
	"testing"
)

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		x        float64
		currency string
		m        Magnitude
		decimals int
		en, da   string
	}{
		{32e9, "DKK", Billions, 0, "DKK 32 bn", "32 mia. kr."},
		{1.818e6, "DKK", Millions, 1, "DKK 1.8 m", "1,8 mio. kr."},
		{872000, "DKK", Units, 0, "DKK 872,000", "872.000 kr."},
		{872000, "EUR", Thousands, 0, "EUR 872 thousand", "872 tusind EUR"},
		{-5.25e6, "DKK", Millions, -1, "DKK −5.25 m", "−5,25 mio. kr."},
		{-400, "DKK", Thousands, 0, "DKK 0 thousand", "0 tusind kr."},
		{12, "", Units, 2, "12.00", "12,00"},
		{math.NaN(), "DKK", Billions, 0, "n/a", "uoplyst"},
	} {
		if got := spaces(English.Money(c.x, c.currency, c.m, c.decimals)); got != c.en {
			t.Errorf("English %v = %q, want %q", c.x, got, c.en)
		}
		if got := spaces(Danish.Money(c.x, c.currency, c.m, c.decimals)); got != c.da {
			t.Errorf("Danish %v = %q, want %q", c.x, got, c.da)
		}
	}
}

func TestParseMoney(t *testing.T) {
	for _, c := range []struct {
		l        Language
		s        string
		want     float64
		currency string
	}{
		{English, "DKK 32 bn", 32e9, "DKK"}, {English, "DKK32bn", 32e9, "DKK"}, {English, "36.9 million", 36.9e6, ""},
		{English, "$36.9M", 36.9e6, "USD"}, {English, "1,200 EUR", 1200, "EUR"}, {English, "€ 4.1 billion", 4.1e9, "EUR"},
		{Danish, "32 mia. kr.", 32e9, "DKK"}, {Danish, "12 mio. kr.", 12e6, "DKK"}, {Danish, "1.200 kr.", 1200, "DKK"},
		{Danish, "DKK 1.200", 1200, "DKK"}, {Danish, "872 t.kr.", 872000, "DKK"}, {Danish, "0,1 mia. EUR", 1e8, "EUR"},
		{Danish, "−5,25 mio. kr.", -5.25e6, "DKK"}, {English, "12", 12, ""},
		{Danish, "32 MIA", 32e9, ""}, {Danish, "5 MIO. KR.", 5e6, "DKK"}, {English, "5 MN", 5e6, ""}, {English, "12 BILLION", 12e9, ""}, {Danish, "7 Mio kr", 7e6, "DKK"},
	} {
		got, err := c.l.ParseMoney(c.s)
		if err != nil || got.Value != c.want || got.Currency != c.currency {
			t.Errorf("%v %q = %+v, %v; want %v %q", c.l, c.s, got, err, c.want, c.currency)
		}
	}
	for _, c := range []struct {
		l Language
		s string
	}{
		{Danish, "1 billion kr."}, {English, "32 mia. kr."}, {English, "DKK 32 EUR"}, {English, "DKK"}, {English, "bn"},
		{English, "DKK 1.2.3 m"}, {Danish, "1.23 mio. kr."}, {English, ""}, {English, "12 zillion"}, {English, "MILLION"},
		{English, "5 MIO"}, {Danish, "5 MLN"}, {English, "3 FTE"}, {Danish, "4 TSD"}, {English, "7 XXX"},
	} {
		if a, err := c.l.ParseMoney(c.s); err == nil {
			t.Errorf("%v %q was read as %+v", c.l, c.s, a)
		}
	}
}

func TestMagnitudeOf(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want Magnitude
	}{{0, Units}, {999.99, Units}, {1e3, Thousands}, {-1e3, Thousands}, {999999, Thousands}, {1e6, Millions}, {1e9, Billions}, {-5e12, Billions}, {math.NaN(), Units}} {
		if got := MagnitudeOf(c.x); got != c.want {
			t.Errorf("MagnitudeOf(%v) = %v, want %v", c.x, got, c.want)
		}
	}
	for s, want := range map[string]bool{"DKK": true, "EUR": true, "MIO": false, "dkk": false, "": false, "K E": false, " DK": false} {
		if IsCurrency(s) != want {
			t.Errorf("IsCurrency(%q) = %v", s, !want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		en, da   string
	}{
		{.125, 1, "12.5%", "12,5 pct."}, {.12, 0, "12%", "12 pct."}, {-.0004, 1, "0.0%", "0,0 pct."},
		{.12246, 3, "12.246%", "12,246 pct."}, {.285, 0, "29%", "29 pct."}, {math.Inf(1), 0, "∞", "∞"},
	} {
		if got := spaces(English.Percent(c.x, c.decimals)); got != c.en {
			t.Errorf("English %v = %q, want %q", c.x, got, c.en)
		}
		if got := spaces(Danish.Percent(c.x, c.decimals)); got != c.da {
			t.Errorf("Danish %v = %q, want %q", c.x, got, c.da)
		}
	}
	for _, s := range []string{"12,5 pct.", "12,5 pct", "12,5 %", "12,5%", "12,5\u00a0pct."} {
		if x, err := Danish.ParsePercent(s); err != nil || x != .125 {
			t.Errorf("%q = %v, %v", s, x, err)
		}
	}
	for _, s := range []string{"12.5", "", "%", "12,5%", "12.5  %", "1%%"} {
		if x, err := English.ParsePercent(s); err == nil {
			t.Errorf("%q was read as %v", s, x)
		}
	}
}

// spaces makes no-break spaces visible to the eye that compares.
func spaces(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' {
			out[i] = ' '
		}
	}
	return string(out)
}
