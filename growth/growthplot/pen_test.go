package growthplot

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

func newPen(t testing.TB, s Style) *Pen {
	t.Helper()
	p, err := NewPen(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestNewPenErrors(t *testing.T) {
	other := func(change func(*Theme)) Theme {
		th := Paper()
		change(&th)
		return th
	}
	for name, s := range map[string]Style{
		"no such typeface": {Theme: other(func(th *Theme) { th.Typeface = "Helvetica" })},
		"no such variant":  {Theme: other(func(th *Theme) { th.Variant = "Condensed" })},
		"no bold":          {Theme: other(func(th *Theme) { th.Fonts = th.fonts()[:9] })},
		"too narrow":       {Width: 100},
		"too high":         {Height: 5000},
		"negative":         {Width: -600},
		"NaN":              {Width: vg.Length(math.NaN())},
		"dots per inch":    {DPI: 3},
	} {
		if _, err := NewPen(s); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestStyleDefaults(t *testing.T) {
	s := newPen(t, Style{}).Style
	if s.Width != 600 || s.Height != 375 || s.DPI != 192 || s.Theme.Background != Paper().Background {
		t.Errorf("zero style is %v × %v pt at %d dpi", s.Width, s.Height, s.DPI)
	}
	s = newPen(t, Style{Width: 300.1, Height: 225.2}).Style
	for _, v := range []vg.Length{s.Width, s.Height} {
		if px := float64(v / vg.Inch * 192); math.Abs(px-math.Round(px)) > 1e-9 {
			t.Errorf("%v pt is %v pixels", v, px)
		}
	}
}

func TestSnap(t *testing.T) {
	p := newPen(t, Style{})
	const pixel = 0.75
	for v := vg.Length(10); v < 12; v += 0.01 {
		even, odd := p.Snap(v, 1.5), p.Snap(v, 0.75)
		if r := math.Mod(float64(even), pixel); math.Min(r, pixel-r) > 1e-9 {
			t.Fatalf("a rule of two pixels at %v lies at %v", v, even)
		}
		if r := math.Mod(float64(odd), pixel); math.Abs(r-pixel/2) > 1e-9 {
			t.Fatalf("a rule of one pixel at %v lies at %v", v, odd)
		}
		if math.Abs(float64(even-v)) > pixel/2+1e-9 || math.Abs(float64(odd-v)) > pixel/2+1e-9 {
			t.Fatalf("%v moved to %v and %v", v, even, odd)
		}
	}
}

func TestFiguresLineUp(t *testing.T) {
	p := newPen(t, Style{})
	for _, ty := range []Type{p.Style.Theme.Tick, p.Style.Theme.Value} {
		want := p.Width(ty, "2,000")
		for _, s := range []string{"1,111", "1,011", "2,110", "9,999"} {
			if got := p.Width(ty, Figures(s)); math.Abs(float64(got-want)) > 1e-9 {
				t.Errorf("%s is %v pt wide, 2,000 is %v", s, got, want)
			}
		}
	}
	// The remedy is needed: without it the pair is kerned.
	if p.Width(p.Style.Theme.Tick, "1,111") >= p.Width(p.Style.Theme.Tick, "2,000") {
		t.Error("this face does not kern ones; Figures could go")
	}
}

func TestBox(t *testing.T) {
	p := newPen(t, Style{})
	l := Label{Text: "Target", Type: Type{Size: 10}, At: vg.Point{X: 100, Y: 50}}
	w := p.Width(l.Type, l.Text)
	for align, x := range map[Align]vg.Length{Left: 100, Centre: 100 - w/2, Right: 100 - w} {
		l.Align = align
		b := p.Box(l)
		if b.Min.X != x || math.Abs(float64(b.Max.X-x-w)) > 1e-9 || b.Min.Y >= 50 || b.Max.Y <= 56 || b.Max.Y >= 58 {
			t.Errorf("alignment %d: %v", align, b)
		}
	}
}
