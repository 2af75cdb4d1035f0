package projectionplot

import (
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

func TestReadable(t *testing.T) {
	for _, c := range []struct {
		largest, base, target, show float64
		want                        string
	}{
		{41e6, 17600, 0, 17600, "17,600"},
		{41e6, 3.4e6, 0, 3.4e6, "3.4 m"},
		{41e6, 3.4e6, 35200, 35200, "35,200"},
		{41e6, 3.4e6, 35e6, 35e6, "35.0 m"},
		{41e6, 0, 35.25e6, 35.25e6, "35,250,000"},
		{41e9, 3.4e6, 0, 3.4e6, "3 m"},
		{52822, 17600, 35200, 35200, "35,200"},
	} {
		f := readable(growthplot.FormatOf(locale.English, "", c.largest), c.base, c.target)
		if got := strings.ReplaceAll(f.Format(c.show), "\u00a0", " "); got != c.want {
			t.Errorf("%g up to %g with base %g and target %g: %q, want %q", c.show, c.largest, c.base, c.target, got, c.want)
		}
	}
}
