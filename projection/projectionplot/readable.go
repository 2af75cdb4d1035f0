package projectionplot

import (
	"math"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// readable takes units such as millions back where they leave too little of what the
// reader is to recognise: less than a tenth of a unit of the smallest base, or not all
// of the target. Neither counts if it is 0.
func readable(f growthplot.NumberFormat, base, target float64) growthplot.NumberFormat {
	for f.Magnitude > locale.Units {
		step := math.Pow10(3*int(f.Magnitude) - f.Decimals)
		small := base > 0 && base < 0.1*math.Pow10(3*int(f.Magnitude))
		if !small && math.Abs(math.Round(target/step)*step-target) <= 1e-9*target {
			break
		}
		f.Magnitude, f.Decimals = f.Magnitude-1, 0
		if f.Magnitude == locale.Thousands { // no unit of a chart
			f.Magnitude = locale.Units
		}
	}
	return f
}
