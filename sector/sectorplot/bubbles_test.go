package sectorplot_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// grown is the sectors of cases in 2018, and with other jobs in 2014; the year
// between is of no account.
func grown(t testing.TB, rows []row, opt sector.Options) *sector.Table {
	t.Helper()
	opt.By = append(opt.By, sector.BySector(), sector.ByYear())
	var cs []sector.Company
	for i, r := range rows {
		before := r.jobs
		if before.Known() {
			before = sector.Value(before.Float64() / (1.3 + 0.45*math.Sin(float64(4*i))))
		}
		cs = append(cs,
			sector.Company{Sector: r.name, Year: 2014, FTE: before, Employees: before, Revenue: r.rev},
			sector.Company{Sector: r.name, Year: 2016, FTE: sector.Value(3)},
			sector.Company{Sector: r.name, Year: 2018, FTE: r.jobs, Employees: r.jobs, Revenue: r.rev})
	}
	tab, err := sector.Aggregate(cs, opt)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func TestBubblesPages(t *testing.T) {
	for n, name := range []string{"1", "2", "12", "30", "30 alike", "suppressed and missing", "negative", "all negative", "tiny", "huge", "hostile"} {
		tab := grown(t, cases()[name], sector.Options{})
		for k, s := range fewStyles() {
			if k == 2 && n%2 == 0 {
				continue
			}
			t.Run(fmt.Sprintf("%s, style %d", name, k), func(t *testing.T) {
				t.Parallel()
				page, err := sectorplot.NewBubblesPage(tab, 2014, 2018, growthplot.Text{Source: "Illustrative data", Subject: "Smart City"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, "")
			})
		}
	}
}

// In the standard figure the twelve sectors all have a name, in whatever way they
// lie, and the key of sizes is there.
func TestBubblesNames(t *testing.T) {
	tab := grown(t, sectors(), sector.Options{})
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		page, err := sectorplot.NewBubblesPage(tab, 2014, 2018, growthplot.Text{}, growthplot.Style{Lang: lang})
		body := svgOf(t, page, err)
		for _, r := range sectors() {
			first, _, _ := strings.Cut(r.name, " ")
			if !strings.Contains(body, ">"+first) {
				t.Errorf("%v: no %q", lang, first)
			}
		}
		if strings.Contains(page.Alt(), "not named") || strings.Count(body, ">"+lang.Pick("Jobs", "Job")+"</text>") != 1 {
			t.Errorf("%v: %s", lang, page.Alt())
		}
	}
	// In a small figure some are not named, and it says so.
	page, err := sectorplot.NewBubblesPage(tab, 2014, 2018, growthplot.Text{}, growthplot.Style{Width: 300, Height: 225})
	if err != nil || !strings.HasSuffix(page.Alt(), "Circles are not named where there is no room.") {
		t.Errorf("%v, %v", page, err)
	}
}

// Growth a year and revenue per job of two sectors by hand: 121 and 80 jobs after
// 100 each two years before, 242 and 40 million.
func twoSectors() []sector.Company {
	company := func(name string, year int, fte, revenue float64) sector.Company {
		return sector.Company{Sector: name, Year: year, FTE: sector.Value(fte), Employees: sector.Value(fte), Revenue: sector.Value(revenue)}
	}
	return []sector.Company{
		company("Energi", 2016, 100, 1e8), company("Energi", 2018, 121, 242e6), company("Vand", 2016, 100, 1e8), company("Vand", 2018, 80, 40e6),
	}
}

func TestBubblesWords(t *testing.T) {
	by := []sector.Dimension{sector.BySector(), sector.ByYear()}
	more := append(twoSectors(),
		sector.Company{Sector: "Affald", Year: 2018, FTE: sector.Hidden(), Revenue: sector.Value(1)}, sector.Company{Sector: "Affald", Year: 2016, FTE: sector.Value(4)},
		sector.Company{Sector: "Ny", Year: 2018, FTE: sector.Value(5), Revenue: sector.Value(5e6)})
	for _, c := range []struct {
		companies []sector.Company
		opt       sector.Options
		lang      locale.Language
		want      []string
	}{
		{twoSectors(), sector.Options{By: by}, locale.English, []string{
			"Energi is above average in both growth and revenue per FTE. Circle area: full-time equivalent jobs in Smart City, 2018. Dashed: all sectors, 0.2% a year and DKK 1.40 m. Energi: +10.0% a year, DKK 2.00 m per FTE, 121 FTE; Vand: −10.6% a year, DKK 0.50 m per FTE, 80 FTE."}},
		{twoSectors(), sector.Options{By: by, Measure: sector.Employees}, locale.Danish, []string{
			"Energi er over gennemsnittet i både vækst og omsætning pr. ansat. Cirklernes areal: ansatte i Smart City, 2018. Stiplet: alle brancher, 0,2 pct. om året og 1,40 mio. kr. Energi: +10,0 pct. om året, 2,00 mio. kr. pr. ansat, 121 ansatte; "}},
		{more, sector.Options{By: by}, locale.Danish, []string{"Ikke vist: Affald (diskretioneret), Ny (uoplyst). 2018: uden 1 diskretioneret tal."}},
		{twoSectors()[:2], sector.Options{By: by}, locale.English, []string{"Jobs in energi change by +10.0% a year. "}},
		{append(twoSectors()[:2], sector.Company{Sector: "Vand", Year: 2016, FTE: sector.Value(100)}, sector.Company{Sector: "Vand", Year: 2018, FTE: sector.Value(200), Revenue: sector.Value(1e6)}),
			sector.Options{By: by}, locale.English, []string{"No sector is above average in both growth and revenue per FTE. "}},
	} {
		tab, err := sector.Aggregate(c.companies, c.opt)
		if err != nil {
			t.Fatal(err)
		}
		page, err := sectorplot.NewBubblesPage(tab, 2016, 2018, growthplot.Text{Subject: "Smart City"}, growthplot.Style{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if got := strings.ReplaceAll(page.Alt(), "\u00a0", " "); !strings.Contains(got, want) {
				t.Errorf("%s\nhas no %q", got, want)
			}
		}
	}
	// Circles that a title of one's own names are highlighted, and named so.
	tab := grown(t, sectors(), sector.Options{})
	page, err := sectorplot.NewBubblesPage(tab, 2014, 2018, growthplot.Text{Title: "Affald og sundhed vokser"}, growthplot.Style{})
	// A fill and a name each.
	if n := strings.Count(svgOf(t, page, err), "fill:#0B5A8F"); n != 4 {
		t.Errorf("%d marks and names in blue, want 4", n)
	}
}

func TestBubblesErrors(t *testing.T) {
	good := grown(t, sectors(), sector.Options{})
	for name, c := range map[string]struct {
		tab      *sector.Table
		from, to int
		style    growthplot.Style
		want     string
	}{
		"another year":   {good, 2013, 2018, growthplot.Style{}, "no rows for year 2013"},
		"backwards":      {good, 2018, 2014, growthplot.Style{}, "from 2018 to 2014"},
		"two dimensions": {regional(t, sectors(), "Fyn"), 2014, 2018, growthplot.Style{}, "by sector and region"},
		"nothing known":  {grown(t, cases()["nothing known"], sector.Options{}), 2014, 2018, growthplot.Style{}, "no group has jobs"},
		"zero":           {grown(t, cases()["zero"], sector.Options{}), 2014, 2018, growthplot.Style{}, "no group has jobs"},
		"too large":      {grown(t, []row{known("Energi", 1e-300, 1e10)}, sector.Options{}), 2014, 2018, growthplot.Style{}, "revenue per job of"},
		"style":          {good, 2014, 2018, growthplot.Style{Height: 3}, "growthplot: figure of"},
		"no room":        {good, 2014, 2018, growthplot.Style{Width: 225, Height: 168.75}, "no room"},
	} {
		if _, err := sectorplot.NewBubblesPage(c.tab, c.from, c.to, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Growth, revenue per FTE and size of two sectors.
func ExampleNewBubblesPage() {
	table, err := sector.Aggregate(twoSectors(), sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := sectorplot.NewBubblesPage(table, 2016, 2018, growthplot.Text{Source: "Illustrative data"}, growthplot.Style{Lang: locale.Danish})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Energi er over gennemsnittet i både vækst og omsætning pr. fuldtidsbeskæftiget. Cirklernes areal: fuldtidsbeskæftigede, 2018. Stiplet: alle brancher, 0,2 pct. om året og 1,40 mio. kr. Energi: +10,0 pct. om året, 2,00 mio. kr. pr. fuldtidsbeskæftiget, 121 fuldtidsbeskæftigede; Vand: −10,6 pct. om året, 0,50 mio. kr. pr. fuldtidsbeskæftiget, 80 fuldtidsbeskæftigede. Kilde: Illustrative data.
}
