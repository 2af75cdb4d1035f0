package growthplot_test

import (
	"fmt"
	"math"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

func TestSigned(t *testing.T) {
	f := growthplot.NumberFormat{Lang: locale.Danish}
	for x, want := range map[float64]string{1430: "+1.430", -190: "−190", 0: "0", math.Copysign(0, -1): "0", 0.2: "<1", -0.2: ">−1"} {
		if got := f.Signed(x); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
	f.Currency, f.Lang = "DKK", locale.English
	for x, want := range map[float64]string{1430: "DKK\u00a0+1,430", -190: "DKK\u00a0−190", 0: "DKK\u00a00", 0.2: "<DKK\u00a01"} {
		if got := f.Signed(x); got != want {
			t.Errorf("DKK %v: %q, want %q", x, got, want)
		}
	}
	f = growthplot.NumberFormat{Lang: locale.Danish}
	if got := f.Signed(math.NaN()); got != "uoplyst" {
		t.Errorf("NaN: %q", got)
	}
	if got := f.Signed(math.Inf(1)); got != "∞" {
		t.Errorf("∞: %q", got)
	}
}

func ExampleNumberFormat_Signed() {
	jobs := growthplot.FormatOf(locale.English, "", 2310)
	fmt.Println(jobs.Signed(2310), jobs.Signed(-190), jobs.Signed(0))
	// Output: +2,310 −190 0
}
