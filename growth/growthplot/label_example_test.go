package growthplot_test

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// pen is that of the standard figure.
func pen() *growthplot.Pen {
	p, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		panic(err)
	}
	return p
}

func ExamplePen_Shorten() {
	p := pen()
	name := p.Style.Theme.Category
	fmt.Println(p.Shorten(name, "Water supply and waste water, North Jutland", 120))
	fmt.Println(p.ShortenMiddle(name, "Water supply and waste water, North Jutland", 120))
	// Output:
	// Water supply and waste…
	// Water supply…orth Jutland
}

// A label finds its place beside a line, another label and an area.
func ExampleObstacles_Free() {
	p := pen()
	var o growthplot.Obstacles
	o.AddLine(2.5, vg.Point{X: 0, Y: 0}, vg.Point{X: 100, Y: 0})
	o.AddBox(p.Box(growthplot.Label{Text: "Energy", Type: p.Style.Theme.Name, At: vg.Point{X: 100, Y: 20}, Align: growthplot.Right}))
	o.AddArea(vg.Point{X: 0, Y: 40}, vg.Point{X: 100, Y: 40}, vg.Point{X: 100, Y: 80})
	for _, y := range []vg.Length{2, 8, 20, 60} {
		water := growthplot.Label{Text: "Water", Type: p.Style.Theme.Name, At: vg.Point{X: 40, Y: y}}
		fmt.Println(y, o.Free(p.Box(water), 2))
	}
	// Output:
	// 2 false
	// 8 true
	// 20 true
	// 60 false
}

func ExampleNumberFormat_Number() {
	money := growthplot.FormatOf(locale.English, "DKK", 32e9)
	fmt.Println(money.Number(4.5e9), money.Unit())
	ticks := growthplot.RoundTicks(0, 32e9, 5)
	fmt.Println(ticks.Numbers(money))
	jobs := growthplot.FormatOf(locale.Danish, "", 1204)
	fmt.Println(jobs.Signed(430), jobs.Signed(-190), jobs.Signed(0))
	// Output:
	// 4.5 DKK bn
	// [0 10 20 30]
	// +430 −190 0
}

// A rule of one CSS pixel lies in the middle of a pixel, one of two between two.
func ExamplePen_Snap() {
	p := pen()
	fmt.Println(p.Snap(10, 0.75), p.Snap(10, 1.5))
	// Output:
	// 10.125 9.75
}

// target is a chart of one mark: a figure, and how far it is from a target.
type target struct{ p *growthplot.Pen }

func (t target) DataRange() (xmin, xmax, ymin, ymax float64) { return 0, 40000, 0, 1 }

func (t target) Plot(c draw.Canvas, plt *plot.Plot) {
	p, th := t.p, &t.p.Style.Theme
	x, y := plt.Transforms(&c)
	p.VRule(c, p.Line(th.Text, 0.75), x(0), y(0.3), y(0.7))
	p.HRule(c, p.Line(th.Blue, 2.5), x(0), x(17600), y(0.5))
	p.Diamond(c, th.Vermilion, vg.Point{X: x(35200), Y: y(0.5)}, 5, 1)
	base := y(0.5) - p.CapHeight(th.Value)/2
	p.Draw(c, growthplot.Label{Text: "17,600", Type: th.Value, Color: th.Blue, At: vg.Point{X: x(17600) + 6, Y: base}},
		growthplot.Label{Text: "35,200", Type: th.Value, Color: th.Vermilion, At: vg.Point{X: x(35200), Y: base - 20}, Align: growthplot.Centre})
}

func ExamplePen_Panel() {
	p := pen()
	text := growthplot.Text{Title: "Half of the jobs are there"}
	area, err := p.Area(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	key := p.NewKey(area.Max.X-area.Min.X,
		growthplot.KeyEntry{Text: "2018", Color: p.Style.Theme.Blue, Mark: growthplot.KeyLine},
		growthplot.KeyEntry{Text: "Target", Color: p.Style.Theme.Vermilion, Mark: growthplot.KeySquare})
	page, err := growthplot.NewPage(p, text, "17,600 of 35,200", func(c draw.Canvas) {
		key.Draw(c, vg.Point{X: area.Min.X, Y: area.Max.Y})
		below := area
		below.Max.Y -= key.Height()
		p.Panel(c, below, target{p})
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page.Check())
	// Output:
	// <nil>
}
