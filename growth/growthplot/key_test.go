package growthplot_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
)

func keyEntries(pen *growthplot.Pen) []growthplot.KeyEntry {
	th := &pen.Style.Theme
	return []growthplot.KeyEntry{
		{Text: "Created", Color: th.Blue},
		{Text: "Suppressed", Color: th.GreyMark, Mark: growthplot.KeyOutline},
		{Text: "Net change", Color: th.Ink, Mark: growthplot.KeyLine},
		{Text: "Total", Color: th.Ink, Mark: growthplot.KeyTick},
	}
}

// A key is inside the margins and touches nothing, in one row or in several.
func TestKey(t *testing.T) {
	heights := map[vg.Length]vg.Length{}
	for _, width := range []vg.Length{225, 300, 600} {
		pen, err := growthplot.NewPen(growthplot.Style{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		text := growthplot.Text{Title: "A key"}
		area, err := pen.Area(text)
		if err != nil {
			t.Fatal(err)
		}
		entries := keyEntries(pen)
		entries = append(entries, growthplot.KeyEntry{Text: strings.Repeat("A long name ", 20), Color: pen.Style.Theme.Amber})
		key := pen.NewKey(area.Max.X-area.Min.X, entries...)
		page, err := growthplot.NewPage(pen, text, "", func(c draw.Canvas) {
			key.Draw(c, vg.Point{X: area.Min.X, Y: area.Max.Y})
			pen.HRule(c, pen.Line(pen.Style.Theme.Text, 0.75), area.Min.X, area.Max.X, area.Max.Y-key.Height())
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := page.Check(); err != nil {
			t.Errorf("%v: %v", width, err)
		}
		var b bytes.Buffer
		if err := page.SVG(&b); err != nil || !strings.Contains(b.String(), "Net change") {
			t.Errorf("%v: %v", width, err)
		}
		heights[width] = key.Height()
	}
	if !(heights[225] > heights[300] && heights[300] >= heights[600]) {
		t.Errorf("heights %v", heights)
	}
	pen, _ := growthplot.NewPen(growthplot.Style{})
	if h := pen.NewKey(100).Height(); h != 0 {
		t.Errorf("a key of nothing is %v high", h)
	}
}

func ExamplePen_NewKey() {
	pen, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, width := range []vg.Length{564, 200} {
		fmt.Println(pen.NewKey(width, keyEntries(pen)...).Height())
	}
	// Output:
	// 18
	// 32
}
