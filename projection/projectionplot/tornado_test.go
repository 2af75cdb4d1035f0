package projectionplot_test

import (
	"math"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
)

// tornado varies what the central scenario of two sectors assumes.
func tornado(t testing.TB, variations ...projection.Variation) *projection.Tornado {
	t.Helper()
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(10600)}, {Year: 2018, Sector: "Telecommunications and networks", FTE: sector.Value(7000)},
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	course := projection.Course{Market: projection.Constant(.145), Productivity: projection.Constant(.02)}
	o, err := projection.SectorScenarios(table, 2018, 2025, projection.SumOfSectors, projection.Case{
		Name: "central", Course: course, Sectors: map[string]projection.Course{"Energy": course},
	})
	if err != nil {
		t.Fatal(err)
	}
	d, err := o.Tornado("central", variations...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func variations() []projection.Variation {
	own := projection.Vary(projection.MarketGrowth, .1, .2)
	own.Sector = "Telecommunications and networks"
	return []projection.Variation{
		projection.Vary(projection.MarketGrowth, .12, .145, .17),
		projection.Vary(projection.ProductivityGrowth, 0, .02, .035),
		projection.Vary(projection.ShareGrowth, -.01, .01),
		projection.Vary(projection.JobElasticity, .8, 1),
		projection.Vary(projection.BaseJobs, 17000, 18200),
		own,
	}
}

func TestTornadoPages(t *testing.T) {
	many := variations()
	for _, a := range []projection.Assumption{projection.ShareGrowth, projection.ProductivityGrowth, projection.MarketGrowth} {
		for _, name := range []string{"Energy", "Telecommunications and networks"} {
			for _, x := range []float64{.01, .03, .04, .05} {
				v := projection.Vary(a, -x, x)
				v.Sector = name
				many = append(many, v)
			}
		}
	}
	for name, d := range map[string]*projection.Tornado{
		"six":       tornado(t, variations()...),
		"many":      tornado(t, many...),
		"one":       tornado(t, variations()[0]),
		"one side":  tornado(t, projection.Vary(projection.MarketGrowth, .145, .3), projection.Vary(projection.ProductivityGrowth, .02, .021)),
		"no change": tornado(t, projection.Vary(projection.MarketGrowth, .145, .145)),
		"by year":   tornado(t, projection.Variation{Assumption: projection.MarketGrowth, Values: []projection.Yearly{projection.Constant(.1), projection.ByYear(2019, .2, .3, .1, .1, .1, .1, .1)}}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, s := range fewStyles() {
				page, err := projectionplot.NewTornadoPage(d, growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s: %v", describe(s), err)
				}
				passes(t, page, describe(s))
			}
		})
	}
}

func TestTornadoWords(t *testing.T) {
	d := tornado(t, variations()...)
	for lang, wants := range map[locale.Language][]string{
		locale.English: {
			"Market growth matters most: between 33,872 and 45,985 jobs in 2025. Full-time equivalent jobs in Denmark, 2025, when one assumption is varied and the others stay as they are. As assumed: ",
			"Market growth: 33,872 at 12%, 45,985 at 17%; ", "Productivity growth: ", " at 3.5%, 45,410 at 0.0%", "Elasticity of jobs: ", "Market growth, telecommunications and networks: ", "from 17,000",
		},
		locale.Danish: {
			"Markedsvækst betyder mest: mellem 33.872 og 45.985 job i 2025. Fuldtidsbeskæftigede i Denmark, 2025, når én forudsætning varieres, og de andre holdes fast. Som forudsat: ",
			"Markedsvækst: 33.872 ved 12 pct., 45.985 ved 17 pct.; ", "Jobelasticitet: ", " ved 0,8, ", "fra 17.000",
		},
	} {
		page, err := projectionplot.NewTornadoPage(d, growthplot.Text{Subject: "Denmark"}, growthplot.Style{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if alt := plain(page.Alt()); !strings.Contains(alt, want) {
				t.Errorf("%s\nhas no %q", alt, want)
			}
		}
	}
	jobs := projection.Vary(projection.BaseJobs, 15000, 20000)
	for _, c := range []struct {
		variations []projection.Variation
		want       string
	}{
		{[]projection.Variation{jobs, projection.Vary(projection.MarketGrowth, .145, .146)}, "Jobs in the base year matter most: between 33,692 and 44,923 jobs in 2025"},
		{[]projection.Variation{jobs}, "Jobs in the base year move those in 2025 from 33,692 to 44,923"},
		{variations()[:1], "Market growth moves jobs in 2025 from 33,872 to 45,985"},
	} {
		page, err := projectionplot.NewTornadoPage(tornado(t, c.variations...), growthplot.Text{}, growthplot.Style{})
		if err != nil || plain(page.Title()) != c.want {
			t.Errorf("%q, %v, want %q", page.Title(), err, c.want)
		}
	}
	page, err := projectionplot.NewTornadoPage(tornado(t, projection.Vary(projection.MarketGrowth, .145, .145)), growthplot.Text{}, growthplot.Style{})
	if err != nil || page.Title() != "Nothing that was varied changes the jobs of 2025" {
		t.Errorf("%v, %v", page, err)
	}
}

func TestTornadoErrors(t *testing.T) {
	for name, change := range map[string]func(*projection.Tornado){
		"without bars": func(d *projection.Tornado) { d.Bars = nil },
		"tornado from": func(d *projection.Tornado) { d.Bars[0].High = math.Inf(1) },
		"no such":      func(d *projection.Tornado) { d.Bars[0].Values = nil },
		"from NaN":     func(d *projection.Tornado) { d.Level = math.NaN() },
	} {
		d := tornado(t, variations()...)
		change(d)
		if _, err := projectionplot.NewTornadoPage(d, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := projectionplot.NewTornadoPage(tornado(t, variations()...), growthplot.Text{}, growthplot.Style{Width: 1}); err == nil {
		t.Error("a figure of a point")
	}
}
