package growthplot

import (
	"fmt"
	"image/color"
	"testing"
)

// Text can be read on every fill of the house style but the dark theme's mid blue,
// which lies in the middle between ink and page.
func TestOn(t *testing.T) {
	for name, th := range map[string]Theme{"paper": Paper(), "dark": Dark()} {
		fills := append([]color.RGBA{th.Blue, th.Vermilion, th.Amber, th.InnerBand, th.OuterBand, th.Neutral, th.NegativeBand, th.GreyMark}, th.Heat[:]...)
		for _, fill := range fills {
			if got := contrast(th.On(fill), fill); got < 4.5 {
				t.Errorf("%s: text on %v has contrast %.2f", name, fill, got)
			}
		}
	}
}

// Neighbouring classes of a heat map differ in lightness, also in print.
func TestHeatSteps(t *testing.T) {
	for name, th := range map[string]Theme{"paper": Paper(), "dark": Dark()} {
		for i := 3; i < len(th.Heat); i++ {
			if got := contrast(th.Heat[i-1], th.Heat[i]); got < 1.25 {
				t.Errorf("%s: classes %d and %d have contrast %.2f", name, i-1, i, got)
			}
		}
	}
}

func ExampleTheme_On() {
	th := Paper()
	fmt.Println(th.On(th.Blue) == th.Background, th.On(th.Amber) == th.Ink)
	// Output: true true
}
