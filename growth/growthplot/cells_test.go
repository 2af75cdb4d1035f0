package growthplot_test

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

// Cells fill their area, from corner to corner, with a gap between neighbours.
func TestCells(t *testing.T) {
	area := vg.Rectangle{Min: vg.Point{X: 10, Y: 20}, Max: vg.Point{X: 210, Y: 95}}
	cells := growthplot.Cells{Area: area, Rows: 4, Columns: 7}
	first, last := cells.Cell(0, 0), cells.Cell(3, 6)
	near := func(a, b vg.Length) bool { return math.Abs(float64(a-b)) < 1e-9 }
	if !near(first.Min.X, 10) || !near(first.Max.Y, 95) || !near(last.Max.X, 210) || !near(last.Min.Y, 20) {
		t.Errorf("cells from %v to %v in %v", first, last, area)
	}
	if a, b := cells.Cell(1, 2), cells.Cell(2, 3); !near(b.Min.X-a.Max.X, growthplot.CellGap) || !near(a.Min.Y-b.Max.Y, growthplot.CellGap) {
		t.Errorf("gaps between %v and %v", a, b)
	}
}

func ExampleCells() {
	cells := growthplot.Cells{Area: vg.Rectangle{Max: vg.Point{X: 100, Y: 50}}, Rows: 2, Columns: 3}
	fmt.Println(cells.Size())
	fmt.Println(cells.Cell(0, 2))
	// Output:
	// 32.333333333333336 24.25
	// {{67.66666666666667 25.75} {100 50}}
}

// A table of cells: filled ones with a number, and an outlined one that is empty.
func ExamplePen_Within() {
	pen, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	text := growthplot.Text{Title: "Four cells"}
	area, err := pen.Area(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	cells := growthplot.Cells{Area: area, Rows: 2, Columns: 2}
	th := &pen.Style.Theme
	page, err := growthplot.NewPage(pen, text, "", func(c draw.Canvas) {
		for i := range 3 {
			r, fill := cells.Cell(i/2, i%2), th.Heat[i+3]
			pen.Fill(c, fill, r)
			pen.Draw(c, pen.Within(r, fill, th.Category, fmt.Sprint(10*i)))
		}
		pen.Outline(c, th.GreyMark, cells.Cell(1, 1))
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Check())
	// Output: <nil>
}
