package locale

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		en, da   string
	}{
		{17600, 0, "17,600", "17.600"},
		{17600.5, 1, "17,600.5", "17.600,5"},
		{17600.5, -1, "17,600.5", "17.600,5"},
		{17600, 2, "17,600.00", "17.600,00"},
		{999.5, 0, "1,000", "1.000"},
		{0.5, 0, "1", "1"},
		{-0.5, 0, "−1", "−1"},
		{-0.4, 0, "0", "0"},
		{math.Copysign(0, -1), 1, "0.0", "0,0"},
		{2.5, 0, "3", "3"},
		{2.675, 2, "2.68", "2,68"},
		{1.005, 2, "1.01", "1,01"},
		{0.125, 2, "0.13", "0,13"},
		{0.0049, 2, "0.00", "0,00"},
		{9.995, 2, "10.00", "10,00"},
		{1e21, 0, "1,000,000,000,000,000,000,000", "1.000.000.000.000.000.000.000"},
		{1e-7, -1, "0.0000001", "0,0000001"},
		{-1234567.25, 2, "−1,234,567.25", "−1.234.567,25"},
		{math.NaN(), 0, "n/a", "uoplyst"},
		{math.Inf(-1), 0, "−∞", "−∞"},
	} {
		if got := English.Number(c.x, c.decimals); got != c.en {
			t.Errorf("English.Number(%v, %d) = %q, want %q", c.x, c.decimals, got, c.en)
		}
		if got := Danish.Number(c.x, c.decimals); got != c.da {
			t.Errorf("Danish.Number(%v, %d) = %q, want %q", c.x, c.decimals, got, c.da)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		l    Language
		s    string
		want float64
	}{
		{Danish, "17.600", 17600}, {Danish, "17600", 17600}, {Danish, "17.600,5", 17600.5},
		{Danish, "1.234", 1234}, {English, "1.234", 1.234}, {English, "1,234", 1234},
		{English, "-12.5", -12.5}, {English, "−12.5", -12.5}, {English, "+3", 3},
		{English, ".5", .5}, {Danish, ",5", .5}, {English, "0123", 123}, {English, "-0", 0},
		{English, "12,345,678.25", 12345678.25},
	} {
		got, err := c.l.ParseNumber(c.s)
		if err != nil || got != c.want || math.Signbit(got) != math.Signbit(c.want) {
			t.Errorf("%v %q = %v, %v; want %v", c.l, c.s, got, err, c.want)
		}
	}
}

func TestParseNumberRefuses(t *testing.T) {
	for _, c := range []struct {
		l      Language
		s      string
		reason string
	}{
		{Danish, "1.23", "three digits"}, {Danish, "1.2345", "three digits"}, {Danish, "1.23,5", "three digits"},
		{Danish, "1234.567", "three digits"}, {Danish, "1.234.5", "three digits"}, {Danish, ".234", "three digits"},
		{Danish, "0.123", "begin with zero"}, {Danish, "1,234.5", "'.'"}, {English, "1,23", "three digits"},
		{English, "1.234,5", "','"}, {English, "", "no digits"}, {English, "-", "no digits"}, {English, ".", "no digits"},
		{English, "5.", "decimal mark"}, {English, "1.2.3", "'.'"}, {English, "1e400", "'e'"}, {English, "1e3", "'e'"},
		{English, "0x1F", "'x'"}, {English, "1_000", "'_'"}, {English, "NaN", "'N'"}, {English, "Inf", "'I'"},
		{English, " 1", "' '"}, {English, "1 ", "' '"}, {English, "--1", "'-'"}, {English, "１", "does not belong"},
		{English, strings.Repeat("9", 400), "too large"}, {Danish, "1..234", "three digits"}, {English, "1,234,", "three digits"},
	} {
		x, err := c.l.ParseNumber(c.s)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Text != c.s || !strings.Contains(e.Reason, c.reason) {
			t.Errorf("%v %q = %v, %v; want an error with %q", c.l, c.s, x, err, c.reason)
		}
	}
}

func TestShift(t *testing.T) {
	for _, c := range []struct {
		x    float64
		n    int
		want float64
	}{{4.35, 2, 435}, {36.9, 6, 36.9e6}, {12.5, -2, .125}, {-1.1, 6, -1.1e6}, {0, 9, 0}, {7, 0, 7}, {1e300, 20, math.Inf(1)}} {
		if got := Shift(c.x, c.n); got != c.want {
			t.Errorf("Shift(%v, %d) = %v, want %v", c.x, c.n, got, c.want)
		}
	}
	if x := Shift(math.NaN(), 3); !math.IsNaN(x) {
		t.Errorf("Shift of NaN = %v", x)
	}
}

func TestNotationGroups(t *testing.T) {
	spaces := Notation{Decimal: ',', Group: ' '}
	for _, s := range []string{"17 600,5", "17\u00a0600,5", "17\u2009600,5", "17\u202f600,5"} {
		if x, err := spaces.Parse(s); err != nil || x != 17600.5 {
			t.Errorf("%q = %v, %v", s, x, err)
		}
	}
	if x, err := (Notation{Decimal: '.', Group: '\''}).Parse("1'234’567.5"); err == nil {
		t.Errorf("two kinds of apostrophe were read as %v", x)
	}
	if x, err := (Notation{Decimal: '.'}).Parse("1,234"); err == nil {
		t.Errorf("a separator that the notation does not have was read as %v", x)
	}
}

// TestNumberRoundsAsBigRat compares with exact arithmetic on the decimal that
// identifies the number.
func TestNumberRoundsAsBigRat(t *testing.T) {
	seed := uint64(1)
	for range 20000 {
		seed = seed*6364136223846793005 + 1442695040888963407
		x := float64(int64(seed>>20)) / math.Pow(10, float64(seed%9))
		decimals := int(seed>>40) % 5
		exact, _ := new(big.Rat).SetString(newDecimal(x).format(Notation{Decimal: '.'}, -1))
		scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		scaled := new(big.Rat).Mul(exact, new(big.Rat).SetInt(scale))
		scaled.Add(scaled, big.NewRat(1, 2)) // x ≥ 0: floor(x + ½) rounds halves away
		want := new(big.Rat).SetFrac(new(big.Int).Div(scaled.Num(), scaled.Denom()), scale)
		if got := (Notation{Decimal: '.'}).text(x, decimals); got != want.FloatString(decimals) {
			t.Fatalf("%v with %d decimals: %s, want %s", x, decimals, got, want.FloatString(decimals))
		}
	}
}

func (n Notation) text(x float64, decimals int) string { return newDecimal(x).format(n, decimals) }

func FuzzNumber(f *testing.F) {
	for _, x := range []float64{0, 17600, 17600.5, -1.0 / 3, 1e300, 5e-324, math.MaxFloat64, 2.675, 999.9995} {
		f.Add(x, 3)
	}
	f.Fuzz(func(t *testing.T, x float64, decimals int) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return
		}
		for _, l := range []Language{English, Danish} {
			if got, err := l.ParseNumber(l.Number(x, -1)); err != nil || got != x {
				t.Errorf("%v: %v written %q, read %v, %v", l, x, l.Number(x, -1), got, err)
			}
			if got, err := l.ParsePercent(l.Percent(x, -1)); err != nil || got != x {
				t.Errorf("%v: %v written %q, read %v, %v", l, x, l.Percent(x, -1), got, err)
			}
			for _, m := range []Magnitude{Units, Thousands, Millions, Billions} {
				s := l.Money(x, "DKK", m, -1)
				if got, err := l.ParseMoney(s); err != nil || got != (Amount{x, "DKK", m}) {
					t.Errorf("%v: %v written %q, read %+v, %v", l, x, s, got, err)
				}
			}
			// A rounded number is off by half a unit of its last digit at most.
			places := max(0, decimals%20)
			s := l.Number(x, places)
			got, err := l.ParseNumber(s)
			if half := math.Pow(10, float64(-places)) / 2; err != nil || math.Abs(got-x) > half*(1+1e-9)+math.Abs(x)*1e-15 {
				t.Errorf("%v: %v with %d decimals written %q, read %v, %v", l, x, places, s, got, err)
			}
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"17.600", "17,600.5", "1.23", "−1", "1e5", ",5", "32 mia. kr.", "DKK 32 bn", "12,5 pct."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range []Language{English, Danish} {
			if x, err := l.ParseNumber(s); err == nil {
				if back, err := l.ParseNumber(l.Number(x, -1)); err != nil || back != x {
					t.Errorf("%q is %v, written %q, read %v, %v", s, x, l.Number(x, -1), back, err)
				}
			}
			if a, err := l.ParseMoney(s); err == nil && (math.IsNaN(a.Value) || math.IsInf(a.Value, 0) || len(a.Currency) != 0 && len(a.Currency) != 3) {
				t.Errorf("%q was read as %+v", s, a)
			}
			if x, err := l.ParsePercent(s); err == nil && (math.IsNaN(x) || math.IsInf(x, 0)) {
				t.Errorf("%q was read as %v", s, x)
			}
		}
	})
}
