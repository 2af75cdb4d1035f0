package growthplot

import (
	"image/color"
	"math"
)

// On returns the colour for text on a fill: the theme's ink or its background,
// whichever stands out more.
func (t *Theme) On(fill color.RGBA) color.RGBA {
	if contrast(t.Background, fill) > contrast(t.Ink, fill) {
		return t.Background
	}
	return t.Ink
}

// luminance and contrast follow WCAG 2.2.
func luminance(c color.RGBA) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
