package growth

import (
	"errors"
	"math"
	"strings"
	"testing"

	"smartcity/growth/locale"
)

func TestParseRange(t *testing.T) {
	for _, c := range []struct {
		s    string
		want Range
	}{
		{"12-17%", Range{.12, .17}}, {"12–17 %", Range{.12, .17}}, {"0.12..0.17", Range{.12, .17}},
		{"12%-17%", Range{.12, .17}}, {"12..17%", Range{.12, .17}}, {" 12 – 17 pct. ", Range{.12, .17}},
		{"12,5–17 pct.", Range{.125, .17}}, {"12.5-17.25%", Range{.125, .1725}}, {"12%", Range{.12, .12}},
		{"-2..3%", Range{-.02, .03}}, {"-5--2%", Range{-.05, -.02}}, {"−2–3\u00a0%", Range{-.02, .03}},
		{"−2 to 3%", Range{-.02, .03}}, {"0..0", Range{}}, {"-2 til -1%", Range{-.02, -.01}}, {"-2 to -1%", Range{-.02, -.01}}, {"100-200%", Range{1, 2}}, {"0..0.99", Range{0, .99}}, {"0,12..0,17", Range{.12, .17}}, {"12 til 17 pct.", Range{.12, .17}},
	} {
		if got, err := ParseRange(c.s); err != nil || got != c.want {
			t.Errorf("%q = %v, %v; want %v", c.s, got, err, c.want)
		}
	}
	for _, c := range []struct{ s, want string }{
		{"", "per cent sign"}, {"12-17", "per cent sign"}, {"17-12%", "reversed"}, {"-100..3%", "everything"},
		{"12..17", "per cent sign"}, {"5..9", "per cent sign"}, {"0.5..1", "per cent sign"}, {"a-b%", "'a'"}, {"%", "no digits"}, {"12-%", "no digits"}, {"12-17-20%", "'-'"},
		{"1.200,5-3%", "more than one decimal mark"}, {"NaN..1", "'N'"}, {"12%..0.17", "other end"}, {"12-2000%", "1000"}, {"1000%", "1000"},
	} {
		if got, err := ParseRange(c.s); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), strings.TrimSpace(c.s)) {
			t.Errorf("%q = %v, %v; want an error with %q", c.s, got, err, c.want)
		}
	}
	if _, err := ParseRange("17-12%"); !errors.Is(err, ErrOrder) {
		t.Errorf("reversed ends: %v", err)
	}
	if err := (Range{Rate(math.NaN()), .1}).Validate(); !errors.Is(err, ErrNotKnown) {
		t.Errorf("NaN: %v", err)
	}
}

func FuzzParseRange(f *testing.F) {
	for _, s := range []string{"12-17%", "12–17 %", "0.12..0.17", "-5--2%", "12,5 pct.", "100 %", "999.99%", "1e-5..0", "0.00001..0.00002", ",010000000000000101%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRange(s)
		if err != nil {
			return
		}
		if r.Validate() != nil {
			t.Fatalf("%q was read as %v", s, r)
		}
		text, _ := r.MarshalText()
		for _, written := range []string{string(text), r.Format(locale.English), r.Format(locale.Danish)} {
			if back, err := ParseRange(written); err != nil || back != r {
				t.Errorf("%q is %v, written %q, read %v, %v", s, r, written, back, err)
			}
		}
	})
}
