package notebook

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

// Text has a contrast of 4.5:1 or more (WCAG 2.2, success criterion 1.4.3) on
// every ground it stands on.
func TestContrast(t *testing.T) {
	luminance := map[string]float64{}
	for _, m := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(pageStyle, -1) {
		rgb, err := strconv.ParseUint(m[2], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		linear := func(shift uint) float64 {
			c := float64(rgb>>shift&0xff) / 255
			if c <= 0.04045 {
				return c / 12.92
			}
			return math.Pow((c+0.055)/1.055, 2.4)
		}
		luminance[m[1]] = 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
	}
	for ground, texts := range map[string][]string{
		"bg": {"ink", "text", "muted", "blue"}, "tint": {"text", "blue"}, "alert": {"text", "red", "blue"},
	} {
		for _, text := range texts {
			a, okA := luminance[ground]
			b, okB := luminance[text]
			ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05)
			if !okA || !okB || ratio < 4.5 {
				t.Errorf("%s on %s has contrast %.2f, want 4.5", text, ground, ratio)
			}
		}
	}
}
