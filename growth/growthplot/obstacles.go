package growthplot

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// Obstacles are the lines, boxes and areas that a label must not touch.
type Obstacles struct {
	lines []line
	boxes []vg.Rectangle
	areas [][]vg.Point
}

type line struct {
	a, b vg.Point
	half vg.Length
}

// AddLine adds a line through the points, so many points wide.
func (o *Obstacles) AddLine(width vg.Length, points ...vg.Point) {
	for i := 1; i < len(points); i++ {
		o.lines = append(o.lines, line{points[i-1], points[i], width / 2})
	}
}

// AddBox adds a rectangle.
func (o *Obstacles) AddBox(boxes ...vg.Rectangle) { o.boxes = append(o.boxes, boxes...) }

// AddArea adds a polygon, its edges as lines without a width.
func (o *Obstacles) AddArea(points ...vg.Point) {
	if len(points) > 2 {
		o.areas = append(o.areas, points)
		o.AddLine(0, points...)
		o.AddLine(0, points[len(points)-1], points[0])
	}
}

// Free reports whether a rectangle keeps a distance, measured along the axes, from
// all obstacles.
func (o *Obstacles) Free(r vg.Rectangle, distance vg.Length) bool {
	for _, b := range o.boxes {
		if overlaps(grow(r, distance), b) {
			return false
		}
	}
	for _, l := range o.lines {
		if crosses(grow(r, distance+l.half), l.a, l.b) {
			return false
		}
	}
	// A box that crosses no edge lies in an area as a whole or not at all.
	for _, a := range o.areas {
		if within(a, r.Min) {
			return false
		}
	}
	return true
}

// within reports whether a polygon holds a point: whether a ray to the right of
// it crosses an odd number of edges.
func within(polygon []vg.Point, p vg.Point) bool {
	in := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

func grow(r vg.Rectangle, by vg.Length) vg.Rectangle {
	return vg.Rectangle{
		Min: vg.Point{X: r.Min.X - by, Y: r.Min.Y - by},
		Max: vg.Point{X: r.Max.X + by, Y: r.Max.Y + by},
	}
}

func overlaps(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}

// crosses reports whether the line from a to b has a point inside r, by
// cutting the line at the sides (Liang and Barsky 1984).
func crosses(r vg.Rectangle, a, b vg.Point) bool {
	t0, t1 := 0.0, 1.0
	for _, side := range [][2]vg.Length{
		{a.X - b.X, a.X - r.Min.X}, {b.X - a.X, r.Max.X - a.X},
		{a.Y - b.Y, a.Y - r.Min.Y}, {b.Y - a.Y, r.Max.Y - a.Y},
	} {
		d, q := float64(side[0]), float64(side[1])
		switch {
		case d == 0 && q < 0:
			return false
		case d < 0:
			t0 = math.Max(t0, q/d)
		case d > 0:
			t1 = math.Min(t1, q/d)
		}
	}
	return t0 <= t1
}
