package growthplot_test

import (
	"fmt"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

func TestUnit(t *testing.T) {
	for _, c := range []struct {
		lang     locale.Language
		currency string
		largest  float64
		want     string
	}{
		{locale.English, "DKK", 4.9e9, "DKK bn: 4.90"}, {locale.Danish, "DKK", 4.9e9, "mia. kr.: 4,90"}, {locale.Danish, "EUR", 872000, "EUR: 872.000"},
		{locale.English, "", 2415, ": 2,415"}, {locale.Danish, "", 2.5e7, "mio.: 25,0"},
	} {
		f := growthplot.FormatOf(c.lang, c.currency, c.largest)
		if got := strings.ReplaceAll(f.Unit()+": "+f.Number(c.largest), "\u00a0", " "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := growthplot.FormatOf(locale.English, "DKK", 4.9e9).Number(3); got != "<0.01" {
		t.Errorf("%q", got)
	}
}

func ExampleNumberFormat_Unit() {
	f := growthplot.FormatOf(locale.Danish, "DKK", 4.9e9)
	fmt.Println(strings.ReplaceAll(f.Unit(), "\u00a0", " "), f.Number(4.9e9), f.Number(3.4e9))
	// Output: mia. kr. 4,90 3,40
}

func ExampleTicks_Numbers() {
	f := growthplot.FormatOf(locale.Danish, "DKK", 1.8e6)
	fmt.Println(growthplot.RoundTicks(0, 1.8e6, 5).Numbers(f), strings.ReplaceAll(f.Unit(), "\u00a0", " "))
	// Output: [0,0 0,5 1,0 1,5] mio. kr.
}
