package sectorplot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// fewStyles are those that move something, each language and theme at least once.
func fewStyles() []growthplot.Style {
	styles := []growthplot.Style{
		{Lang: locale.Danish, Width: 300, Height: 225}, {Theme: growthplot.Dark(), Height: 337.5}, {Width: 1200, Height: 675, Lang: locale.Danish},
	}
	if testing.Short() {
		return styles[:1] // the smallest
	}
	return styles
}

// passes checks a page as the house style asks, and that it is XML.
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

// svgOf is the body of a page, without its title and description.
func svgOf(t testing.TB, page *growthplot.Page, err error) string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := page.SVG(&b); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(b.String(), "</desc>")
	return body
}

func danishRegions() []string {
	return []string{"Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland"}
}

// regional is the sectors of cases in regions: some pairs without a company, some
// whose figure is suppressed or missing.
func regional(t testing.TB, rows []row, regions ...string) *sector.Table {
	t.Helper()
	var cs []sector.Company
	for i, r := range rows {
		for k, region := range regions {
			if (i*7+k*3)%11 == 10 {
				continue
			}
			part := func(f sector.Figure) sector.Figure {
				if !f.Known() {
					return f
				}
				return sector.Value(f.Float64() * (1.3 + math.Sin(float64(3*i+5*k))) / float64(len(regions)))
			}
			c := sector.Company{Sector: r.name, Region: region, Year: 2018, FTE: part(r.jobs), Revenue: part(r.rev)}
			switch (i*5 + k) % 17 {
			case 3:
				c.FTE = sector.Hidden()
			case 8:
				c.Revenue, c.FTE = sector.Figure{}, sector.Figure{}
			}
			cs = append(cs, c)
		}
	}
	tab, err := sector.Aggregate(cs, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func TestHeatMapPages(t *testing.T) {
	var many []string
	for i := range 30 {
		many = append(many, fmt.Sprintf("Kommune nummer %d med et meget langt navn, som ikke er til at sige", i))
	}
	columns := []sector.Column{sector.Jobs, sector.RevenuePerJob, sector.Revenue, sector.Firms, sector.JobsPerFirm}
	n := 0
	for _, name := range []string{"1", "12", "30", "30 alike", "hostile", "huge", "tiny", "zero", "negative", "all negative", "suppressed and missing", "nothing known"} {
		regions := [][]string{danishRegions(), many, {"Fyn", "", "Øvrige"}, {"Hele landet"}}[n%4]
		tab := regional(t, cases()[name], regions...)
		for k, s := range fewStyles() {
			n++
			if s.Width == 1200 && n%4 > 0 || s.Height == 337.5 && n%2 > 0 {
				continue
			}
			column := columns[n%len(columns)]
			t.Run(fmt.Sprintf("%s in %d, column %d, style %d", name, len(regions), column, k), func(t *testing.T) {
				t.Parallel()
				page, err := sectorplot.NewHeatMapPage(tab, column, 2018, growthplot.Text{Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, "")
			})
		}
	}
}

// Suppressed, missing and empty cells are told apart, in words and in signs, and
// none of them is a zero.
func TestHeatMapUnknown(t *testing.T) {
	company := func(sectorName, region string, f sector.Figure) sector.Company {
		return sector.Company{Sector: sectorName, Region: region, Year: 2018, FTE: f}
	}
	tab, err := sector.Aggregate([]sector.Company{
		company("Energi", "Fyn", sector.Value(120)), company("Energi", "Bornholm", sector.Hidden()),
		company("Affald", "Fyn", sector.Figure{}), company("Vand", "Fyn", sector.Value(30)), company("Vand", "Bornholm", sector.Value(7)),
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		style growthplot.Style
		want  map[string]int
	}{
		{growthplot.Style{}, map[string]int{"suppressed": 1, "n/a": 1, "–": 1, "0": 0, "120": 1, "7": 1}},
		{growthplot.Style{Lang: locale.Danish}, map[string]int{"diskretioneret": 1, "uoplyst": 1, "–": 1, "×": 0, "?": 0}},
	} {
		page, err := sectorplot.NewHeatMapPage(tab, sector.Jobs, 2018, growthplot.Text{Title: "T"}, c.style)
		body := svgOf(t, page, err)
		for s, n := range c.want {
			if got := strings.Count(body, ">"+s+"</text>"); got != n {
				t.Errorf("%q is there %d times, want %d", s, got, n)
			}
		}
		if !strings.Contains(page.Alt(), c.style.Lang.Pick("–\u00a0no companies", "–\u00a0ingen virksomheder")) {
			t.Errorf("no word about the pair without a company: %s", page.Alt())
		}
	}
	narrow := regional(t, cases()["30"], append(danishRegions(), "Fyn", "Bornholm", "Lolland", "Als", "Mors", "Læsø", "Samsø")...)
	page, err := sectorplot.NewHeatMapPage(narrow, sector.Jobs, 2018, growthplot.Text{}, growthplot.Style{})
	if body := svgOf(t, page, err); !strings.Contains(body, ">×</text>") || !strings.Contains(page.Alt(), "×\u00a0suppressed; ?\u00a0not stated; –\u00a0no companies.") {
		t.Errorf("signs are not explained: %s", page.Alt())
	}
}

func TestHeatMapWords(t *testing.T) {
	tab := regional(t, sectors(), danishRegions()...)
	for _, c := range []struct {
		column sector.Column
		lang   locale.Language
		want   string
	}{
		{sector.Jobs, locale.English, "Energi in Nordjylland has the most FTE of the cells with a known figure: 1,069. Full-time equivalent jobs by sector and region in Smart City, 2018. Total 17,082; 4 missing and 4 suppressed figures left out. Energi in Nordjylland: 1,069; "},
		{sector.Jobs, locale.Danish, "Energi i Nordjylland har flest fuldtidsbeskæftigede blandt celler med et kendt tal: 1.069. Fuldtidsbeskæftigede efter branche og region i Smart City, 2018. I alt 17.082; uden 4 uoplyste og 4 diskretionerede tal. "},
		{sector.Revenue, locale.Danish, "Energi i Nordjylland har den højeste omsætning blandt celler med et kendt tal: 2,17 mia. kr. Omsætning, mia. kr., løbende priser, efter branche og region i Smart City, 2018. I alt "},
		{sector.Firms, locale.English, "cells share the highest figure: 1.00. Companies by sector and region"},
		{sector.RevenuePerJob, locale.English, "cells share the highest figure of the cells with a known figure: DKK 2.92 m. Revenue per FTE, DKK m, current prices, by sector and region in Smart City, 2018. All: DKK 1.85 m."},
	} {
		page, err := sectorplot.NewHeatMapPage(tab, c.column, 2018, growthplot.Text{Subject: "Smart City"}, growthplot.Style{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(page.Alt(), "\u00a0", " "); !strings.Contains(got, c.want) {
			t.Errorf("%s\nhas no %q", got, c.want)
		}
	}
}

func TestHeatMapErrors(t *testing.T) {
	good := regional(t, sectors(), danishRegions()...)
	infinite := regional(t, sectors()[:1], "Fyn")
	infinite.Rows[0].Jobs.Sum = sector.Value(math.Inf(1))
	for name, c := range map[string]struct {
		tab   *sector.Table
		year  int
		style growthplot.Style
		want  string
	}{
		"another year":  {good, 2017, growthplot.Style{}, "no rows for year 2017"},
		"one dimension": {table(t, sectors(), sector.Options{}), 2018, growthplot.Style{}, "by 1 dimensions"},
		"infinite":      {infinite, 2018, growthplot.Style{}, "figure of"},
		"style":         {good, 2018, growthplot.Style{Height: 3}, "growthplot: figure of"},
		"no room":       {good, 2018, growthplot.Style{Width: 225, Height: 168.75}, "no room"},
	} {
		if _, err := sectorplot.NewHeatMapPage(c.tab, sector.Jobs, c.year, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Jobs by sector and region. A suppressed figure stays one.
func ExampleNewHeatMapPage() {
	table, err := sector.Aggregate([]sector.Company{
		{Sector: "Energi", Region: "Fyn", Year: 2018, FTE: sector.Value(120)},
		{Sector: "Energi", Region: "Bornholm", Year: 2018, FTE: sector.Hidden()},
		{Sector: "Vand", Region: "Fyn", Year: 2018, FTE: sector.Value(30)},
		{Sector: "Vand", Region: "Bornholm", Year: 2018, FTE: sector.Value(7)},
	}, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := sectorplot.NewHeatMapPage(table, sector.Jobs, 2018, growthplot.Text{Source: "Illustrative data"}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Energi in Fyn has the most FTE of the cells with a known figure: 120. Full-time equivalent jobs by sector and region, 2018. Total 157; 1 suppressed figure left out. Energi in Fyn: 120; Vand in Fyn: 30; Vand in Bornholm: 7; cells not known: 1. Source: Illustrative data.
}
