package projectionplot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/plot/vg"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

var nan = math.NaN()

func history(values ...float64) growth.Series {
	return growth.Series{FirstYear: 2018 - len(values) + 1, Values: values}
}

// past is the invented history of the house style.
func past() growth.Series { return history(12400, 13500, 14650, 16100, 17600) }

func project(t testing.TB, name string, base float64, to int, low, high growth.Rate) *projection.Projection {
	t.Helper()
	a := projection.Assumptions{Market: growth.Range{Low: low, High: high}}
	p, err := projection.Project(name, "FTE", base, 2018, to, a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

type figure struct {
	name    string
	p       *projection.Projection
	history growth.Series
	target  float64
}

func figures(t testing.TB) []figure {
	long := "Vandforsyning, spildevand & klimatilpasninger i byer og på land"
	return []figure{
		{"house style", project(t, "Smart city", 17600, 2025, .12, .17), past(), 35200},
		{"no target", project(t, "Smart city", 17600, 2025, .12, .17), past(), 0},
		{"long name", project(t, long, 17600, 2025, .12, .17), past(), 35200},
		{"gaps", project(t, "Energi", 17600, 2025, .12, .17), history(nan, 12400, nan, 14650, nan, nan, 17600), 30000},
		{"base year not known", project(t, "Energi", 17600, 2025, .12, .17), history(12400, 13000, nan), 30000},
		{"one year", project(t, "", 17600, 2025, .12, .17), history(17600), 30000},
		{"no history", project(t, "", 17600, 2025, .12, .17), growth.Series{}, 30000},
		{"one rate", project(t, "Energi", 17600, 2025, .12, .12), past(), 35200},
		{"no growth", project(t, "Energi", 17600, 2025, 0, 0), past(), 17600},
		{"narrow band", project(t, "Energi", 17600, 2025, .12, .1201), past(), 38920},
		{"falling", project(t, "Belysning", 17600, 2025, -.08, -.03), history(24000, 23000, 21000, 19000, 17600), 13000},
		{"falling below all", project(t, "Belysning", 17600, 2025, -.08, -.03), history(24000, 23000, 21000, 19000, 17600), 17000},
		{"mixed", project(t, "Sundhed", 17600, 2025, -.02, .03), past(), 18000},
		{"target below the base", project(t, "Energi", 17600, 2025, .12, .17), past(), 9000},
		{"target near the base", project(t, "Energi", 17600, 2025, .12, .17), past(), 17900},
		{"target far above", project(t, "Energi", 17600, 2025, .12, .17), past(), 150000},
		{"target at a label", project(t, "Energi", 17600, 2025, .12, .17), past(), 38907.99},
		{"target at a rule", project(t, "Energi", 17600, 2025, .12, .17), past(), 40000},
		{"one year ahead", project(t, "Energi", 17600, 2019, .12, .17), past(), 20000},
		{"forty years", project(t, "Energi", 17600, 2058, .01, .03), past(), 35200},
		{"long history", project(t, "Energi", 17600, 2025, .01, .03), history(append(make([]float64, 38), 17000, 17600)...), 19000},
		{"tiny", project(t, "Energi", .00176, 2025, .12, .17), history(.00176), .0035},
		{"huge", project(t, "Energi", 1.76e12, 2058, .12, .17), history(1.1e12, 1.76e12), 4e13},
	}
}

func styles() []growthplot.Style {
	var out []growthplot.Style
	for _, l := range []locale.Language{locale.English, locale.Danish} {
		for _, th := range []growthplot.Theme{growthplot.Paper(), growthplot.Dark()} {
			for _, size := range [][2]vg.Length{{300, 225}, {600, 375}, {1200, 675}, {600, 337.5}} {
				if th.Background != growthplot.Paper().Background && size[1] > 225 && size[1] != 375 {
					continue // the theme moves nothing
				}
				if testing.Short() && size[0] > 300 {
					continue
				}
				out = append(out, growthplot.Style{Theme: th, Lang: l, Width: size[0], Height: size[1]})
			}
		}
	}
	return out
}

func describe(s growthplot.Style) string {
	return fmt.Sprintf("%v, %v × %v, dark %v", s.Lang, float64(s.Width), float64(s.Height), s.Theme.Background.R < 128)
}

// Every figure, in half of the languages, themes and sizes each, passes the three
// checks of the house style and is XML.
func TestBandPages(t *testing.T) {
	for i, f := range figures(t) {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			for k, s := range styles() {
				if (i+k)%2 != 0 {
					continue
				}
				page, err := projectionplot.NewBandPage(f.p, f.history, f.target, growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s: %v", describe(s), err)
				}
				if err := page.Check(); err != nil {
					t.Errorf("%s: %v", describe(s), err)
				}
				var b bytes.Buffer
				if err := page.SVG(&b); err != nil {
					t.Fatal(err)
				}
				for d := xml.NewDecoder(&b); ; {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatalf("%s: %v", describe(s), err)
					}
				}
			}
		})
	}
}

// Nothing that matters falls off the picture: base, ends and target are written
// beside their marks, or in the title where there is no room.
func TestBandLabels(t *testing.T) {
	for _, f := range figures(t) {
		page, err := projectionplot.NewBandPage(f.p, f.history, f.target, growthplot.Text{}, growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := page.SVG(&b); err != nil {
			t.Fatal(err)
		}
		_, drawn, _ := strings.Cut(b.String(), "</desc>")
		for _, want := range []string{"Target ", "a year"} {
			if want == "Target " && f.target == 0 {
				continue
			}
			if !strings.Contains(drawn, ">"+want) && !strings.Contains(drawn, want+"<") {
				t.Errorf("%s: no %q in the picture", f.name, want)
			}
		}
	}
}

func TestBandSameBytes(t *testing.T) {
	var want string
	for _, concurrent := range []bool{false, true} {
		page, err := projectionplot.NewBandPage(project(t, "Smart city", 17600, 2025, .12, .17), past(), 35200, growthplot.Text{}, growthplot.Style{Width: 300, Height: 225})
		if err != nil {
			t.Fatal(err)
		}
		var got [4]string
		var wg sync.WaitGroup
		for i := range got {
			write := func() {
				var b bytes.Buffer
				if err := errors.Join(page.SVG(&b), page.PNG(&b)); err != nil {
					t.Error(err)
				}
				got[i] = b.String()
			}
			if concurrent {
				wg.Go(write)
			} else {
				write()
			}
		}
		wg.Wait()
		for _, s := range got {
			if want == "" {
				want = s
			}
			if s != want {
				t.Errorf("concurrent %v: other bytes", concurrent)
			}
		}
	}
}

func TestNewBandErrors(t *testing.T) {
	good := func() *projection.Projection { return project(t, "Energy", 17600, 2025, .12, .17) }
	for name, c := range map[string]struct {
		change  func(*projection.Projection)
		history growth.Series
		target  float64
		style   growthplot.Style
		want    string
	}{
		"no scenarios":     {change: func(p *projection.Projection) { p.Scenarios = nil }, want: `"Energy" has no scenario "low"`},
		"only low":         {change: func(p *projection.Projection) { p.Scenarios = p.Scenarios[:1] }, want: `no scenario "high"`},
		"too few levels":   {change: func(p *projection.Projection) { p.Scenarios[0].Level = p.Scenarios[0].Level[:3] }, want: "a level for each year from 2018 to 2025"},
		"infinite level":   {change: func(p *projection.Projection) { p.Scenarios[1].Level[3] = math.Inf(1) }, want: "too large"},
		"NaN level":        {change: func(p *projection.Projection) { p.Scenarios[1].Level[3] = nan }, want: "not known"},
		"other base":       {history: history(17500), want: "17500 in 2018 by its history and 17600"},
		"infinite history": {history: history(math.Inf(1), 17600), want: "too large"},
		"NaN target":       {target: nan, want: "not known"},
		"infinite target":  {target: math.Inf(1), want: "too large"},
		"style":            {style: growthplot.Style{Width: 1}, want: "growthplot: figure of 1 ×"},
	} {
		p := good()
		if c.change != nil {
			c.change(p)
		}
		_, err := projectionplot.NewBand(p, c.history, c.target, c.style)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}
