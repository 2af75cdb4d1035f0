package projectionplot_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

func sensitivityGrid(t testing.TB, rows, columns projection.Variation) *projection.SensitivityGrid {
	t.Helper()
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .145, High: .145}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := p.Grid("low", rows, columns)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func twoWay(t testing.TB) *projection.SensitivityGrid {
	return sensitivityGrid(t, projection.Vary(projection.ProductivityGrowth, 0, .01, .02, .03), projection.Vary(projection.MarketGrowth, .08, .10, .12, .145, .17))
}

func TestGridPages(t *testing.T) {
	many := projection.Vary(projection.MarketGrowth)
	for i := range 6 {
		many.Values = append(many.Values, projection.Constant(.025*float64(i)))
	}
	for name, g := range map[string]*projection.SensitivityGrid{
		"two-way": twoWay(t),
		"one":     sensitivityGrid(t, projection.Vary(projection.JobElasticity, .85), projection.Vary(projection.BaseJobs, 17600)),
		"wide":    sensitivityGrid(t, projection.Vary(projection.ShareGrowth, -.01, 0, .01), many),
		"years": sensitivityGrid(t, projection.Vary(projection.ShareGrowth, -.01, 0), projection.Variation{
			Assumption: projection.MarketGrowth, Values: []projection.Yearly{projection.ByYear(2019, .1, .1, .1, .2, .2, .2, .2), projection.Constant(.1)},
		}),
	} {
		for _, s := range fewStyles() {
			for _, target := range []float64{35200, 0} {
				page, err := projectionplot.NewGridPage(g, target, growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s, %s: %v", name, describe(s), err)
				}
				passes(t, page, name+", "+describe(s))
			}
		}
	}
}

// DOMAIN.md: at 2 % productivity growth 12–17 % become 33,872–45,985.
func TestGridWords(t *testing.T) {
	g := twoWay(t)
	for _, c := range []struct {
		target float64
		lang   locale.Language
		want   string
	}{
		{35200, locale.English, "10 of 20 combinations reach 35,200 jobs in 2025. Full-time equivalent jobs, Smart City in Denmark, 2025; blue and bold: 35,200 or more."},
		{35200, locale.Danish, "10 af 20 kombinationer når 35.200 job i 2025. Fuldtidsbeskæftigede, Smart City i Denmark, 2025; blå og fed: 35.200 eller flere."},
		{45985, locale.English, "Productivity growth 3%, Market growth 17.0%: "},
		{1e6, locale.English, "None of 20 combinations reaches 1,000,000 jobs in 2025"},
		{100, locale.Danish, "Alle 20 kombinationer når 100 job i 2025"},
		{52000, locale.English, "Only one of 20 combinations reaches 52,000 jobs in 2025"},
		{0, locale.English, "combinations have at least the 45,410 jobs assumed for 2025"},
	} {
		page, err := projectionplot.NewGridPage(g, c.target, growthplot.Text{Subject: "Denmark"}, growthplot.Style{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		if alt := plain(page.Alt()); !strings.Contains(alt, c.want) {
			t.Errorf("%s\nhas no %q", alt, c.want)
		}
	}
	reached := 0
	for _, p := range []float64{0, .01, .02, .03} {
		for _, m := range []float64{.08, .10, .12, .145, .17} {
			if 17600*math.Pow((1+m)/(1+p), 7) >= 35200 {
				reached++
			}
		}
	}
	if reached != 10 {
		t.Errorf("%d combinations reach the target", reached)
	}
}

func TestGridErrors(t *testing.T) {
	for want, change := range map[string]func(*projection.SensitivityGrid){
		"line for each":  func(g *projection.SensitivityGrid) { g.Levels = g.Levels[1:] },
		"level for each": func(g *projection.SensitivityGrid) { g.Levels[0] = nil },
		"target of NaN":  func(g *projection.SensitivityGrid) { g.Levels[0][0] = math.NaN() },
		"no room": func(g *projection.SensitivityGrid) {
			for i := range 40 {
				g.Columns.Values = append(g.Columns.Values, projection.Constant(float64(i)))
			}
			for i := range g.Levels {
				g.Levels[i] = append(g.Levels[i], make([]float64, 40)...)
			}
		},
	} {
		g := twoWay(t)
		change(g)
		if _, err := projectionplot.NewGridPage(g, 35200, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", want, err)
		}
	}
	if _, err := projectionplot.NewGridPage(twoWay(t), math.Inf(1), growthplot.Text{}, growthplot.Style{}); err == nil {
		t.Error("an infinite target")
	}
}

// Which combinations of growth of the market and of productivity make 35,200 jobs.
func ExampleNewGridPage() {
	p, err := projection.Project("Smart City", "FTE", 17600, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := p.Grid("low", projection.Vary(projection.ProductivityGrowth, 0, .02), projection.Vary(projection.MarketGrowth, .12, .17))
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := projectionplot.NewGridPage(g, 35200, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, key, _ := strings.Cut(page.Alt(), ". ")
	fmt.Println(page.Title())
	fmt.Println(key)
	// Output:
	// 3 of 4 combinations reach 35,200 jobs in 2025
	// Full-time equivalent jobs, Smart City, 2025; blue and bold: 35,200 or more. Productivity growth 0%, Market growth 12%: 38,908; Productivity growth 0%, Market growth 17%: 52,822; Productivity growth 2%, Market growth 12%: 33,872; Productivity growth 2%, Market growth 17%: 45,985.
}
