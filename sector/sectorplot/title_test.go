package sectorplot_test

import (
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

func jobs(values ...float64) []row {
	names := []string{"Energy", "Buildings", "Health", "IT", "Water", "Waste", "Lighting", "Mobility", "Security"}
	var rows []row
	for i, v := range values {
		rows = append(rows, known(names[i], v, v*1e6*float64(i+1)))
	}
	return rows
}

func TestJobsTitle(t *testing.T) {
	hidden := jobs(300, 200, 100)
	hidden[2].jobs = sector.Hidden()
	for _, c := range []struct {
		rows    []row
		measure sector.Measure
		en, da  string
	}{
		{jobs(250, 130, 120, 110, 100, 100, 100, 90), 0, "Energy employs one in four in Smart City", "Energy beskæftiger hver fjerde i Smart City"},
		{jobs(262, 130, 120, 110, 100, 100, 100, 78), 0, "Energy employs one in four in Smart City", "Energy beskæftiger hver fjerde i Smart City"},
		{jobs(265, 130, 120, 110, 100, 100, 100, 75), 0, "Energy is the largest sector with 265 FTE", "Energy er den største branche med 265 fuldtidsbeskæftigede"}, // 26.5 and 39.5 %
		{jobs(170, 163, 130, 130, 130, 120, 100, 57), 0, "Energy and buildings employ one in three in Smart City", "Energy og buildings beskæftiger hver tredje i Smart City"},
		{jobs(180, 165, 160, 140, 100, 95, 80, 50, 30), 0, "Energy and buildings employ one in three in Smart City", "Energy og buildings beskæftiger hver tredje i Smart City"},
		{jobs(190, 180, 130, 120, 110, 100, 90, 50, 30), 1, "Energy, buildings and health employ one in two in Smart City", "Energy, buildings og health beskæftiger hver anden i Smart City"},
		{jobs(500, 300, 200), 0, "Energy employs one in two in Smart City", "Energy beskæftiger hver anden i Smart City"},
		// Two of two are no finding.
		{jobs(500, 500), 0, "Buildings and energy are the largest sectors: 500 FTE each", "Buildings og energy er de største brancher: 500 fuldtidsbeskæftigede hver"},
		{jobs(9, 9, 9, 9), 0, "4 sectors share the first place with 9.00 FTE each", "4 brancher deler førstepladsen med 9,00 fuldtidsbeskæftigede hver"},
		{jobs(600, 400), 1, "Energy is the largest sector with 600 employees", "Energy er den største branche med 600 ansatte"},
		{jobs(600), 0, "Energy has 600 FTE", "Energy har 600 fuldtidsbeskæftigede"},
		{hidden, 0, "Energy is the largest sector with a known figure: 300 FTE", "Energy er den største branche med et kendt tal: 300 fuldtidsbeskæftigede"},
		{[]row{{"Energy", sector.Hidden(), sector.Figure{}}}, 0, "No sector has a known figure", "Ingen branche har et kendt tal"},
		{append(jobs(30, 20, 10), known("Other", 900, 1), known("", 800, 1)), 0, "Energy is the largest sector with 30 FTE", ""},
	} {
		tab := table(t, c.rows, sector.Options{Measure: c.measure})
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Danish: c.da} {
			p, err := sectorplot.NewJobsPage(tab, 2018, growthplot.Text{Subject: "Smart City"}, growthplot.Style{Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			if want != "" && p.Title() != want {
				t.Errorf("%q, want %q", p.Title(), want)
			}
		}
	}
}

// Revenue of 1, 2, 3 … million an FTE; names in English also in Danish titles.
func TestRevenueTitle(t *testing.T) {
	unknown := jobs(300, 200, 100)
	unknown[1].rev = sector.Figure{}
	for _, c := range []struct {
		rows   []row
		en, da string
	}{
		{jobs(300, 200, 100), "Health has the highest revenue per FTE: DKK 3.00 m", "Health har den højeste omsætning pr. fuldtidsbeskæftiget: 3,00 mio. kr."},
		{unknown, "Health has the highest revenue per FTE of the sectors with a known figure: DKK 3.00 m",
			"Health har den højeste omsætning pr. fuldtidsbeskæftiget blandt brancher med et kendt tal: 3,00 mio. kr."},
		{[]row{known("Energy", 10, 8.72e6), known("Water", 20, 10e6)}, "Energy has the highest revenue per FTE: DKK 872,000",
			"Energy har den højeste omsætning pr. fuldtidsbeskæftiget: 872.000 kr."},
		{[]row{known("Energy", 10, 8e6), known("Water", 20, 16e6)}, "Energy and water have the same revenue per FTE: DKK 800,000",
			"Energy og water har samme omsætning pr. fuldtidsbeskæftiget: 800.000 kr."},
		{[]row{known("Energy", 10, 8e6), known("Water", 20, 16e6), known("Light", 20, 12e6)}, "Energy and water have the highest revenue per FTE: DKK 800,000",
			"Energy og water har den højeste omsætning pr. fuldtidsbeskæftiget: 800.000 kr."},
		{[]row{known("Energy", 10, 8e6)}, "Energy has a revenue per FTE of DKK 800,000", "Energy har en omsætning pr. fuldtidsbeskæftiget på 800.000 kr."},
		{[]row{known("A", 1, 8e5), known("B", 2, 16e5), known("C", 1, 8e5), known("D", 1, 8e5)}, "All 4 sectors have the same revenue per FTE: DKK 800,000",
			"Alle 4 brancher har samme omsætning pr. fuldtidsbeskæftiget: 800.000 kr."},
	} {
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Danish: c.da} {
			p, err := sectorplot.NewRevenuePerJobPage(table(t, c.rows, sector.Options{}), 2018, growthplot.Text{}, growthplot.Style{Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(p.Title(), "\u00a0", " "); got != want {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

func TestSubtitle(t *testing.T) {
	some := append(sectors(), row{"Affald", sector.Figure{}, sector.Figure{}}, row{"Affald", sector.Hidden(), sector.Figure{}}, row{"Affald", sector.Hidden(), sector.Figure{}})
	for _, c := range []struct {
		page   pageFunc
		rows   []row
		en, da string
	}{
		{sectorplot.NewJobsPage, sectors(), "Full-time equivalent jobs by sector, 2018. Total 17,600 with revenue of DKK 32 bn.",
			"Fuldtidsbeskæftigede efter branche, 2018. I alt 17.600 med en omsætning på 32 mia. kr."},
		{sectorplot.NewJobsPage, some, "Full-time equivalent jobs by sector, 2018. Total 17,600; 1 missing and 2 suppressed figures left out.",
			"Fuldtidsbeskæftigede efter branche, 2018. I alt 17.600; uden 1 uoplyst og 2 diskretionerede tal."},
		{sectorplot.NewRevenuePerJobPage, sectors(), "Revenue per FTE by sector, 2018, current prices. All sectors (dashed line): DKK 1.82 m.",
			"Omsætning pr. fuldtidsbeskæftiget efter branche, 2018, løbende priser. Alle brancher (stiplet linje): 1,82 mio. kr."},
	} {
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Danish: c.da} {
			got := alt(t, c.page, table(t, c.rows, sector.Options{}), growthplot.Text{Title: "T"}, growthplot.Style{Lang: l})
			if !strings.HasPrefix(got, "T. "+want) {
				t.Errorf("%q, want %q", got, want)
			}
		}
	}
}

// The bars that a title of one's own names are highlighted.
func TestOwnTitle(t *testing.T) {
	tab := table(t, sectors(), sector.Options{})
	p, err := sectorplot.NewJobsPage(tab, 2018, growthplot.Text{Title: "Mobilitet og sundhed vokser"}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := p.SVG(&b); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "fill:#0B5A8F"); n != 2 {
		t.Errorf("%d highlighted bars, want 2", n)
	}
}
