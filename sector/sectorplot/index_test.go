package sectorplot_test

import (
	"fmt"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// yearly is a table of groups over the years from 2014 on, each figure of a company
// of its own; a group without one in a year has no company then.
func yearly(t testing.TB, groups map[string][]sector.Figure) *sector.Table {
	t.Helper()
	var cs []sector.Company
	for name, figures := range groups {
		for i, f := range figures {
			c := sector.Company{Sector: name, Year: 2014 + i, FTE: f, Employees: f}
			if f.Known() {
				c.Revenue = sector.Value(2 * f.Float64())
			}
			cs = append(cs, c)
		}
	}
	tab, err := sector.Aggregate(cs, sector.Options{By: []sector.Dimension{sector.ByYear(), sector.BySector()}})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func values(x ...float64) (out []sector.Figure) {
	for _, v := range x {
		out = append(out, sector.Value(v))
	}
	return out
}

func TestIndexPage(t *testing.T) {
	groups := map[string][]sector.Figure{
		"Energi": values(100, 120, 150), "": values(10, 11, 12),
		"Affald": {sector.Value(50), sector.Hidden(), sector.Value(40)}, "Vand": {sector.Hidden(), {}, sector.Value(4)},
	}
	for lang, wants := range map[locale.Language][]string{
		locale.English: {
			"Energi grew 50% from 2014 to 2016, affald fell 20%. Full-time equivalent jobs by sector, index, 2014 = 100. Energi: 150; Not stated: 120; Affald: 80. ",
			"Gaps are years without a known figure. Not shown, as there is no figure for 2014 to compare with: Vand. Suppressed: Vand 2014, Affald 2015. And so on.",
		},
		locale.Danish: {
			"Energi voksede 50 pct. fra 2014 til 2016, mens affald faldt 20 pct. Fuldtidsbeskæftigede efter branche, indeks, 2014 = 100. Energi: 150; Uoplyst: 120; Affald: 80. ",
			"Ikke vist, da der mangler et tal for 2014 at sammenligne med: Vand. Diskretioneret: Vand 2014, Affald 2015. And so on.",
		},
	} {
		page, err := sectorplot.NewIndexPage(yearly(t, groups), sector.Jobs, 2014, growthplot.Text{Note: "And so on"}, growthplot.Style{Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		if err := page.Check(); err != nil {
			t.Error(err)
		}
		for _, want := range wants {
			if got := strings.ReplaceAll(page.Alt(), "\u00a0", " "); !strings.Contains(got, want) {
				t.Errorf("%q has no %q", got, want)
			}
		}
	}
	page, err := sectorplot.NewIndexPage(yearly(t, groups), sector.Revenue, 2014, growthplot.Text{}, growthplot.Style{})
	if err != nil || !strings.Contains(page.Alt(), "Revenue, current prices, by sector, index, 2014 = 100.") || strings.Contains(page.Alt(), "Suppressed") {
		t.Errorf("%v, %v", page, err)
	}
}

// Thirty groups over five years, some figures suppressed or missing and some with
// long names, pass the checks of the house style.
func TestIndexPages(t *testing.T) {
	groups := map[string][]sector.Figure{}
	for i := range 30 {
		figures := values(100, 100+float64(i), 120-float64(i), 100+2*float64(i), 90+3*float64(i))
		figures[1+i%4] = []sector.Figure{figures[1+i%4], sector.Hidden(), {}}[i%3]
		groups[fmt.Sprintf("%s %d", cases()["12"][i%12].name, i)] = figures
	}
	tab := yearly(t, groups)
	for _, s := range variedStyles() {
		page, err := sectorplot.NewIndexPage(tab, sector.Jobs, 2014, growthplot.Text{Source: "Illustrative data"}, s)
		if err != nil {
			t.Fatal(err)
		}
		if err := page.Check(); err != nil {
			t.Errorf("%v, %v × %v: %v", s.Lang, s.Width, s.Height, err)
		}
		if want := s.Lang.Pick("10 figures are suppressed.", "10 tal er diskretioneret."); !strings.Contains(page.Alt(), want) {
			t.Errorf("%q has no %q", page.Alt(), want)
		}
	}
}

func TestIndexErrors(t *testing.T) {
	tab := yearly(t, map[string][]sector.Figure{"Energi": values(1, 2)})
	noYears, err := sector.Aggregate([]sector.Company{{Sector: "Energi", Year: 2014, FTE: sector.Value(1)}}, sector.Options{By: []sector.Dimension{sector.BySector()}})
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]struct {
		tab  *sector.Table
		base int
	}{
		"no rows for year 2013":          {tab, 2013},
		"after which no figure is known": {tab, 2015},
		"no rows for year 2014":          {noYears, 2014},
		"has no series":                  {noYears, 0},
	} {
		if _, err := sectorplot.NewIndexPage(c.tab, sector.Jobs, c.base, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
