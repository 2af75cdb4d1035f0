package locale

import (
	"math"
	"testing"
)

func TestSigned(t *testing.T) {
	for _, test := range []struct {
		x    float64
		want string
	}{
		{1234.5, "+1.234,5"}, {-3, minus + "3,0"}, {0, "0,0"}, {0.04, "0,0"}, {-0.04, "0,0"}, {0.05, "+0,1"}, {math.NaN(), "uoplyst"}, {math.Inf(1), "∞"}, {math.Inf(-1), minus + "∞"},
	} {
		if got := Signed(test.x, Danish.Number(test.x, 1)); got != test.want {
			t.Errorf("%v: %q, want %q", test.x, got, test.want)
		}
	}
}

func TestGroupName(t *testing.T) {
	for name, want := range map[string]string{"": "Uoplyst", " \t": "Uoplyst", " Vand": " Vand"} {
		if got := Danish.GroupName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
