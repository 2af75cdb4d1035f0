package growthplot

import (
	"image/color"
	"math"
	"testing"
)

func TestContrast(t *testing.T) {
	for name, th := range map[string]Theme{"paper": Paper(), "dark": Dark()} {
		for role, c := range map[string]color.RGBA{
			"ink": th.Ink, "text": th.Text, "muted": th.Muted, "grey text": th.GreyText, "blue": th.Blue, "vermilion": th.Vermilion,
		} {
			if got := contrast(c, th.Background); got < 4.5 {
				t.Errorf("%s: %s has contrast %.2f against the page, want 4.5 for text", name, role, got)
			}
		}
		for role, c := range map[string]color.RGBA{"blue": th.Blue, "vermilion": th.Vermilion} {
			for where, bg := range map[string]color.RGBA{"outer band": th.OuterBand, "negative band": th.NegativeBand} {
				if got := contrast(c, bg); got < 3 {
					t.Errorf("%s: %s has contrast %.2f on the %s, want 3 for lines", name, role, got, where)
				}
			}
		}
	}
	// The figures of the house style, so that contrast itself is right.
	if got := contrast(Paper().Muted, Paper().Background); math.Abs(got-5.7) > 0.05 {
		t.Errorf("muted on white: %.2f, want 5.7", got)
	}
	if got := contrast(Paper().Blue, Paper().Background); math.Abs(got-7.3) > 0.05 {
		t.Errorf("blue on white: %.2f, want 7.3", got)
	}
}

func TestTypeSizes(t *testing.T) {
	for _, th := range []Theme{Paper(), Dark()} {
		for _, ty := range []Type{th.Title, th.Subtitle, th.Value, th.Name, th.Category, th.Tick, th.Note, th.Source} {
			if ty.Size < MinSize {
				t.Errorf("type of %v pt is smaller than %v", ty.Size, MinSize)
			}
		}
	}
}

func TestThemeIsAValue(t *testing.T) {
	th := Paper()
	th.Blue = color.RGBA{A: 0xFF}
	if Paper().Blue == th.Blue {
		t.Error("changing a theme changed Paper")
	}
}
