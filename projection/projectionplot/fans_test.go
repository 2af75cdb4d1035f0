package projectionplot_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// several simulates sectors of names, each with a range of its own.
func several(t testing.TB, names []string, low func(i int) growth.Rate) (*projection.Simulated, []growth.Series) {
	t.Helper()
	var ps []*projection.Projection
	var histories []growth.Series
	for i, name := range names {
		g := low(i)
		base := 2600 / float64(i+1)
		ps = append(ps, project(t, name, base, 2025, g, g+.05))
		h := growth.Series{Name: name, FirstYear: 2014}
		for k := range 5 {
			h.Values = append(h.Values, base*(1-.07*float64(4-k)))
		}
		histories = append(histories, h)
	}
	r, err := projection.Simulate(t.Context(), ps, projection.Simulation{
		Growth:      projection.Uncertainty{Shape: projection.PERT, Meaning: projection.HardLimits},
		Correlation: projection.Correlation{Model: projection.Uncorrelated}, Paths: 2000,
	}, rand.NewPCG(3, 4))
	if err != nil {
		t.Fatal(err)
	}
	return r, histories
}

var tenSectors = []string{
	"Buildings", "Energy", "Mobility", "Data and public administration", "Telecommunications and networks",
	"Health and welfare", "Vandforsyning, spildevand & klimatilpasninger i byer og på land", "Waste and circular economy", "Lighting", "",
}

func TestFansPages(t *testing.T) {
	for name, c := range map[string]struct {
		names []string
		low   func(i int) growth.Rate
	}{
		"ten":     {tenSectors, func(i int) growth.Rate { return growth.Rate(.15 - .02*float64(i)) }},
		"one":     {tenSectors[:1], func(i int) growth.Rate { return .12 }},
		"falling": {tenSectors[:4], func(i int) growth.Rate { return -.2 }},
		"steep":   {tenSectors[:7], func(i int) growth.Rate { return .9 }},
		"thirty":  {append(numbered(20), tenSectors...), func(i int) growth.Rate { return growth.Rate(.01 * float64(i%7)) }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, histories := several(t, c.names, c.low)
			for _, s := range fewStyles() {
				page, err := projectionplot.NewFansPage(r, histories, growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s: %v", describe(s), err)
				}
				passes(t, page, describe(s))
			}
		})
	}
}

func numbered(n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf("Sector %d", i+1))
	}
	return names
}

func TestFansWords(t *testing.T) {
	falling := func(i int) growth.Rate { return growth.Rate(.12 - .08*float64(i)) } // 12, 4, −4, −12 %
	for _, c := range []struct {
		n      int
		low    func(i int) growth.Rate
		en, da string
	}{
		{2, falling, "Buildings grow most by 2025, energy least", "Buildings vokser mest frem til 2025, energy mindst"},
		{3, falling, "Only mobility is likely to shrink by 2025; buildings grow most", "Kun mobility får sandsynligvis færre job i 2025; buildings vokser mest"},
		{4, falling, "2 of 4 sectors are likely to shrink by 2025; buildings grow most", "2 af 4 brancher får sandsynligvis færre job i 2025; buildings vokser mest"},
		{3, func(i int) growth.Rate { return growth.Rate(-.3 + .02*float64(i)) }, "All sectors are likely to have fewer jobs in 2025; buildings lose most", "Alle brancher får sandsynligvis færre job i 2025; buildings mister mest"},
		// The medians differ by what is drawn, and by hundreds of index numbers.
		{3, func(int) growth.Rate { return -.2 }, "All sectors are likely to shrink alike by 2025", "Alle brancher går sandsynligvis lige meget tilbage frem til 2025"},
		{3, func(int) growth.Rate { return 3 }, "All sectors grow alike to 2025", "Alle brancher vokser lige meget frem til 2025"},
		{1, func(int) growth.Rate { return .12 }, "Buildings are likely to have more jobs in 2025", "Buildings får sandsynligvis flere job i 2025"},
		{1, func(int) growth.Rate { return -.2 }, "Buildings are likely to have fewer jobs in 2025", "Buildings får sandsynligvis færre job i 2025"},
	} {
		r, histories := several(t, tenSectors[:c.n], c.low)
		for i, lang := range []locale.Language{locale.English, locale.Danish} {
			page, err := projectionplot.NewFansPage(r, histories, growthplot.Text{}, growthplot.Style{Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			want := []string{c.en, c.da}[i]
			if !strings.HasPrefix(plain(page.Title()), want) {
				t.Errorf("%q, want %q", page.Title(), want)
			}
			if base := []string{"Buildings: 2,600 → ", "Buildings: 2.600 → "}[i]; !strings.Contains(page.Alt(), base) {
				t.Errorf("%q has no %q", page.Alt(), base)
			}
		}
	}
	r, histories := several(t, append(numbered(20), tenSectors...), func(int) growth.Rate { return .1 })
	page, err := projectionplot.NewFansPage(r, histories, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(page.Alt(), "smallest sectors are not shown") {
		t.Errorf("%q does not say what is left out", page.Alt())
	}
	r.Sectors = nil
	if _, err := projectionplot.NewFansPage(r, nil, growthplot.Text{}, growthplot.Style{}); err == nil {
		t.Error("a page of no sectors")
	}
}

// TestFansScale: a sector that is not shown does not stretch the axes of the others.
func TestFansScale(t *testing.T) {
	r, histories := several(t, numbered(30), func(int) growth.Rate { return .1 })
	draw := func() string {
		page, err := projectionplot.NewFansPage(r, histories, growthplot.Text{}, growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		var svg strings.Builder
		if err := page.SVG(&svg); err != nil {
			t.Fatal(err)
		}
		return svg.String()
	}
	was := draw()
	if !strings.Contains(was, "smallest sectors are not shown") {
		t.Fatal("all sectors are shown")
	}
	histories[29].Values[0] *= 1000
	if draw() != was {
		t.Error("the history of a sector that is not shown changes the chart")
	}
	histories[0].Values[0] *= 1000
	if draw() == was {
		t.Error("the history of a sector that is shown does not")
	}
}
