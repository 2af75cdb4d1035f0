package growthplot_test

import (
	"bytes"
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// line is a chart of one's own: a plotter that knows its range and draws itself
// with a pen.
type line struct {
	growth.Series
	pen   *growthplot.Pen
	ticks growthplot.Ticks
}

func (l line) DataRange() (xmin, xmax, ymin, ymax float64) {
	return float64(l.FirstYear), float64(l.LastYear()), 0, 20000
}

func (l line) Plot(c draw.Canvas, plt *plot.Plot) {
	th := &l.pen.Style.Theme
	x, y := plt.Transforms(&c)
	l.pen.Grid(c, l.ticks, y)
	var points []vg.Point
	for i := range l.Len() {
		year, value := l.XY(i)
		points = append(points, vg.Point{X: x(year), Y: y(value)})
	}
	c.StrokeLines(l.pen.Line(th.Blue, 2.5), points)
	l.pen.Dot(c, th.Blue, points[len(points)-1], 2.6, 0)
	years := l.pen.YearTicks(l.FirstYear, l.LastYear(), l.LastYear(), x(1)-x(0))
	l.pen.Draw(c, l.pen.Years(c, years, x)...)
	numbers := growthplot.FormatOf(l.pen.Style.Lang, "", 20000)
	l.pen.Draw(c, l.pen.GridLabels(c, l.ticks, numbers, y)...)
}

// A chart that is not in the library, on a page of the house style.
func Example() {
	jobs := growth.Series{Name: "Smart City", FirstYear: 2014, Values: []float64{12400, 13500, 14650, 16100, 17600}}
	pen, err := growthplot.NewPen(growthplot.Style{Lang: locale.Danish})
	if err != nil {
		fmt.Println(err)
		return
	}
	text := growthplot.Text{
		Title:    "Job i Smart City er vokset hvert år siden 2014",
		Subtitle: "Fuldtidsbeskæftigede, 2014–2018",
		Source:   "Illustrative data",
	}
	area, err := pen.Area(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	area.Min.X += 40 + growthplot.TickGap
	area.Min.Y += growthplot.YearRow
	area.Max.X -= 20
	area.Max.Y -= 10
	chart := line{jobs, pen, growthplot.RoundTicks(0, 20000, 7)}
	page, err := growthplot.NewPage(pen, text, "2014: 12.400; 2018: 17.600", func(c draw.Canvas) { pen.Panel(c, area, chart) })
	if err != nil {
		fmt.Println(err)
		return
	}
	var svg, png bytes.Buffer
	if err := page.SVG(&svg); err != nil {
		fmt.Println(err)
	}
	if err := page.PNG(&png); err != nil {
		fmt.Println(err)
	}
	w, h := page.Size()
	fmt.Println(page.Title(), page.Lang().Tag(), w, h)
	fmt.Println(page.Alt())
	fmt.Println(strings.HasPrefix(svg.String(), "<svg role=\"img\" lang=\"da\""), bytes.HasPrefix(png.Bytes(), []byte("\x89PNG")))
	fmt.Println(page.Check())
	// Output:
	// Job i Smart City er vokset hvert år siden 2014 da 600 375
	// Job i Smart City er vokset hvert år siden 2014. Fuldtidsbeskæftigede, 2014–2018. 2014: 12.400; 2018: 17.600. Kilde: Illustrative data.
	// true true
	// <nil>
}

func ExampleRoundTicks() {
	ticks := growthplot.RoundTicks(0, 52822, 7)
	fmt.Println(ticks.Labels(growthplot.FormatOf(locale.Danish, "", 52822)))
	// Output: [0 10.000 20.000 30.000 40.000 50.000]
}

func ExampleNumberFormat_Format() {
	jobs := growthplot.FormatOf(locale.English, "", 17600)
	fmt.Println(jobs.Format(17600), jobs.Format(0.25), jobs.Format(0))
	// Output: 17,600 <1 0
}

func ExampleFormatOf() {
	for _, largest := range []float64{52822, 52.8, 1.82e6, 40e9} {
		english := growthplot.FormatOf(locale.English, "DKK", largest).Format(largest / 2)
		danish := growthplot.FormatOf(locale.Danish, "", largest).Format(largest / 2)
		fmt.Println(strings.ReplaceAll(english+" | "+danish, "\u00a0", " "))
	}
	// Output:
	// DKK 26,411 | 26.411
	// DKK 26.4 | 26,4
	// DKK 0.91 m | 910.000
	// DKK 20.0 bn | 20,0 mia.
}

func ExampleSpreadLabels() {
	// Three labels of 20 pt; two want nearly the same place.
	centres, ok := growthplot.SpreadLabels([]vg.Length{50, 54, 90}, []vg.Length{20, 20, 20}, 0, 100)
	fmt.Println(centres, ok)
	// Output: [42 62 90] true
}

func ExampleObstacles() {
	var o growthplot.Obstacles
	o.AddLine(2.5, vg.Point{X: 0, Y: 0}, vg.Point{X: 100, Y: 100})
	box := vg.Rectangle{Min: vg.Point{X: 60, Y: 20}, Max: vg.Point{X: 90, Y: 30}}
	fmt.Println(o.Free(box, 2), o.Free(box, 40))
	// Output: true false
}

func ExamplePen_Wrap() {
	pen, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	category := pen.Style.Theme.Category
	fmt.Println(pen.Wrap(category, "Vandforsyning, spildevand & klimatilpasninger", 180, 2))
	fmt.Println(pen.Wrap(category, "Vandforsyning, spildevand & klimatilpasninger", 100, 1))
	// Output:
	// [Vandforsyning, spildevand & klimatilpasninger] true
	// [Vandforsyning, spilde…] false
}

func ExamplePen_YearTicks() {
	pen, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(pen.YearTicks(2014, 2018, 2025, 40))
	fmt.Println(pen.YearTicks(2014, 2018, 2025, 10))
	// Output:
	// [2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025]
	// [2014 2018 2021 2025]
}

// A theme is changed by changing a copy.
func ExampleTheme() {
	theme := growthplot.Paper()
	theme.Blue = theme.Ink
	pen, err := growthplot.NewPen(growthplot.Style{Theme: theme})
	fmt.Println(pen.Style.Theme.Blue == growthplot.Paper().Ink, err)

	theme.Typeface = "Frutiger"
	_, err = growthplot.NewPen(growthplot.Style{Theme: theme})
	fmt.Println(err)
	// Output:
	// true <nil>
	// growthplot: no regular font "Frutiger" "Sans" among the theme's
}

func ExampleFigures() {
	pen, err := growthplot.NewPen(growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	tick := pen.Style.Theme.Tick
	fmt.Println(pen.Width(tick, "1,111") < pen.Width(tick, "2,000"))
	fmt.Printf("%.2f %.2f\n", pen.Width(tick, growthplot.Figures("1,111")), pen.Width(tick, "2,000"))
	// Output:
	// true
	// 22.52 22.52
}

func ExampleLowerFirst() {
	fmt.Println("Energi og", growthplot.LowerFirst("Bygninger"), "–", growthplot.LowerFirst("IT"))
	// Output: Energi og bygninger – IT
}
