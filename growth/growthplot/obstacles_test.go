package growthplot

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestObstacles(t *testing.T) {
	box := func(x0, y0, x1, y1 vg.Length) vg.Rectangle {
		return vg.Rectangle{Min: vg.Point{X: x0, Y: y0}, Max: vg.Point{X: x1, Y: y1}}
	}
	o := &Obstacles{}
	o.AddLine(2, vg.Point{X: 0, Y: 0}, vg.Point{X: 100, Y: 100})
	o.AddBox(box(60, 0, 80, 10))
	o.AddArea(vg.Point{X: 0, Y: 60}, vg.Point{X: 0, Y: 100}, vg.Point{X: 40, Y: 100}, vg.Point{X: 40, Y: 60})
	for _, c := range []struct {
		r        vg.Rectangle
		distance vg.Length
		free     bool
	}{
		{box(40, 45, 60, 55), 0, false},  // across the line
		{box(40, 20, 50, 30), 0, true},   // below it
		{box(40, 20, 50, 30), 10, false}, // too near
		{box(45, 20, 60, 42.5), 0, true},
		{box(45, 20, 60, 44.5), 0, false}, // within half its width
		{box(70, 5, 90, 20), 0, false},
		{box(80, 0, 90, 10), 0, true},    // beside the box
		{box(10, 70, 20, 80), 0, false},  // inside the area
		{box(41, 100, 50, 110), 0, true}, // beside it
		{box(200, 200, 300, 300), 5, true},
	} {
		if got := o.Free(c.r, c.distance); got != c.free {
			t.Errorf("Free(%v, %v) = %v", c.r, c.distance, got)
		}
	}
}

// A box crosses a line if and only if some point of a fine sampling of the line
// is in it, up to the fineness.
func TestCrossesAgainstSampling(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	at := func() vg.Point { return vg.Point{X: vg.Length(rnd.Float64() * 10), Y: vg.Length(rnd.Float64() * 10)} }
	for range 500 {
		a, b, m := at(), at(), at()
		r := vg.Rectangle{Min: m, Max: vg.Point{X: m.X + 2, Y: m.Y + 1}}
		sampled := false
		for i := range 2001 {
			s := vg.Length(i) / 2000
			p := vg.Point{X: a.X + s*(b.X-a.X), Y: a.Y + s*(b.Y-a.Y)}
			sampled = sampled || p.X >= r.Min.X && p.X <= r.Max.X && p.Y >= r.Min.Y && p.Y <= r.Max.Y
		}
		got := crosses(r, a, b)
		if sampled && !got || got && !sampled && !crosses(grow(r, -0.01), a, b) == false {
			t.Fatalf("crosses(%v, %v, %v) = %v", r, a, b, got)
		}
	}
	if !crosses(vg.Rectangle{Max: vg.Point{X: 1, Y: 1}}, vg.Point{X: 0.5, Y: 0.5}, vg.Point{X: 0.5, Y: 0.5}) {
		t.Error("a point inside")
	}
}
