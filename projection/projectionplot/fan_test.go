package projectionplot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// simulated draws growth with four chances in five of being in the range.
func simulated(t testing.TB, p *projection.Projection, target float64, change func(*projection.Simulation)) *projection.Simulated {
	t.Helper()
	s := projection.Simulation{
		Growth: projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: 0.8}, Paths: 2000,
	}
	if target != 0 {
		s.Targets = []projection.JobsTarget{{Jobs: target}}
	}
	if change != nil {
		change(&s)
	}
	r, err := projection.Simulate(t.Context(), []*projection.Projection{p}, s, rand.NewPCG(1, 2))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Sectors) == 1 { // the chart of the one sector is that of the total with its name
		r.Total.Name = p.Name
	}
	return r
}

func passes(t *testing.T, page *growthplot.Page, what string) {
	t.Helper()
	if err := page.Check(); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	var b bytes.Buffer
	if err := page.SVG(&b); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(&b); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
}

// fewStyles are those that move something, each language and theme once: what is
// drawn is the same as in a band.
func fewStyles() []growthplot.Style {
	styles := []growthplot.Style{
		{Lang: locale.Danish, Width: 300, Height: 225}, {Theme: growthplot.Dark(), Height: 337.5}, {Lang: locale.Danish},
	}
	if testing.Short() {
		return styles[:1] // the smallest
	}
	return styles
}

// Figures of the band, simulated, pass the checks of the house style in all
// styles.
func TestFanPages(t *testing.T) {
	for i, f := range figures(t) {
		if i%2 == 1 && i > 4 {
			continue // labels are placed as in a band, where all of them are tried
		}
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			r := simulated(t, f.p, f.target, nil)
			for _, s := range fewStyles() {
				page, err := projectionplot.NewFanPage(r, "", f.history, growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s: %v", describe(s), err)
				}
				passes(t, page, describe(s))
			}
		})
	}
}

// The text says what the simulation found.
func TestFanWords(t *testing.T) {
	for _, c := range []struct {
		low, high growth.Rate
		target    float64
		change    func(*projection.Simulation)
		want      [2]string
	}{
		{.12, .17, 46000, nil, [2]string{
			"Smart City jobs reach the 46,000 target by 2025 with PP probability. Full-time equivalent jobs in Denmark, 2014–2018, and 2,000 simulated paths to 2025. 2014: 12,400; 2018: 17,600; 2025: median",
			"Smart City-job når målet på 46.000 i 2025 med PP sandsynlighed. Fuldtidsbeskæftigede i Denmark, 2014–2018, og 2.000 simulerede forløb frem til 2025. 2014: 12.400; 2018: 17.600; 2025: median"}},
		{.12, .17, 17000, nil, [2]string{"Smart City jobs are still 17,000 or more in 2025 with over 99% probability", "Smart City-job er fortsat på mindst 17.000 i 2025 med over 99 pct. sandsynlighed"}},
		{.12, .17, 1e6, nil, [2]string{"with under 1% probability", "med under 1 pct. sandsynlighed"}},
		{.12, .17, 20000, nil, [2]string{"with over 99% probability", "med over 99 pct. sandsynlighed"}},
		{.12, .17, 0, nil, [2]string{"with 90% probability. Full-time", "med 90 pct. sandsynlighed. Fuldtids"}},
		{.12, .12, 0, nil, [2]string{"Smart City jobs come to 38,908 in 2025", "Smart City-job når 38.908 i 2025"}},
		{.12, .17, 0, func(s *projection.Simulation) { s.Probabilities = []float64{0, .025, .5, .975, 1} }, [2]string{"The band shows the central 95% of simulated outcomes; the line is the median.", "Båndet viser de midterste 95 pct. af de simulerede udfald; linjen er medianen."}},
		{.12, .17, 0, nil, [2]string{"Bands show the central 50% and 90% of simulated outcomes; the line is the median. A note.", "Båndene viser de midterste 50 og 90 pct. af de simulerede udfald; linjen er medianen. A note."}},
	} {
		r := simulated(t, project(t, "Smart City", 17600, 2025, c.low, c.high), c.target, c.change)
		for i, lang := range []locale.Language{locale.English, locale.Danish} {
			page, err := projectionplot.NewFanPage(r, "", past(), growthplot.Text{Subject: "Denmark", Note: "A note"}, growthplot.Style{Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			want := c.want[i]
			if c.target != 0 {
				want = strings.ReplaceAll(want, "PP", plain(lang.Percent(r.Targets[0].By[7], 0)))
			}
			if alt := plain(page.Alt()); !strings.Contains(alt, want) {
				t.Errorf("%s\nhas no %q", alt, want)
			}
		}
	}
}

func TestFanWithoutHistory(t *testing.T) {
	page, err := projectionplot.NewFanPage(simulated(t, project(t, "Energy", 17600, 2025, .12, .17), 0, nil), "Energy", growth.Series{}, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Full-time equivalent jobs, 2,000 simulated paths from 2018 to 2025. 2018: 17,600; 2025"; !strings.Contains(page.Alt(), want) {
		t.Errorf("%q has no %q", page.Alt(), want)
	}
}

func TestFanErrors(t *testing.T) {
	p := project(t, "Energy", 17600, 2025, .12, .17)
	for name, c := range map[string]struct {
		sector  string
		history growth.Series
		change  func(*projection.Simulation)
		want    string
	}{
		"sector":         {sector: "Water", want: `"Water" is not simulated`},
		"other base":     {history: history(17500), want: "17500 in 2018 by its history"},
		"infinite":       {history: history(math.Inf(1), 17600), want: "too large"},
		"no median":      {change: func(s *projection.Simulation) { s.Probabilities = []float64{.1, .9} }, want: "not the median"},
		"no pair":        {change: func(s *projection.Simulation) { s.Probabilities = []float64{.1, .5} }, want: "with a pair around it"},
		"only extremes":  {change: func(s *projection.Simulation) { s.Probabilities = []float64{0, .5, 1} }, want: "with a pair around it"},
		"no such height": {want: "growthplot: figure of"},
	} {
		style := growthplot.Style{}
		if name == "no such height" {
			style.Height = 1
		}
		_, err := projectionplot.NewFanPage(simulated(t, p, 0, c.change), c.sector, c.history, growthplot.Text{}, style)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
