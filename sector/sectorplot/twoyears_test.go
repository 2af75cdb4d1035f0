package sectorplot_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// twoYears is a table of groups in 2014 and 2018; a group of one year only has no
// company in the other.
func twoYears(t testing.TB, was, is []row, opt sector.Options) *sector.Table {
	t.Helper()
	opt.By = append(opt.By, sector.BySector(), sector.ByYear())
	var cs []sector.Company
	for year, rows := range map[int][]row{2014: was, 2018: is} {
		for _, r := range rows {
			cs = append(cs, sector.Company{Sector: r.name, Year: year, FTE: r.jobs, Employees: r.jobs, Revenue: r.rev})
		}
	}
	tab, err := sector.Aggregate(cs, opt)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// earlier makes figures of four years before: some groups have grown, and some not.
func earlier(rows []row) []row {
	out := make([]row, len(rows))
	for i, r := range rows {
		out[i] = r
		if r.jobs.Known() {
			out[i].jobs = sector.Value(math.Round(r.jobs.Float64() * (0.7 + 0.07*float64(i%6))))
		}
		if r.rev.Known() {
			out[i].rev = sector.Value(r.rev.Float64() * (0.9 - 0.05*float64(i%3)))
		}
	}
	return out
}

func variedStyles() []growthplot.Style {
	styles := []growthplot.Style{
		{Lang: locale.Danish, Width: 300, Height: 225}, {Theme: growthplot.Dark()}, {Width: 1200, Height: 675},
		{Lang: locale.Danish, Theme: growthplot.Dark(), Height: 337.5},
	}
	if testing.Short() {
		return styles[:1] // the smallest
	}
	return styles
}

func twoYearCases(t testing.TB) map[string]*sector.Table {
	out := map[string]*sector.Table{}
	for name, rows := range cases() {
		out[name] = twoYears(t, earlier(rows), rows, sector.Options{})
	}
	hidden := earlier(sectors())
	hidden[0].jobs, hidden[2].jobs = sector.Hidden(), sector.Figure{}
	out["one year only"] = twoYears(t, hidden[:8], sectors()[3:], sector.Options{})
	return out
}

func TestTwoYearsPages(t *testing.T) {
	for name, tab := range twoYearCases(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			columns := [][]sector.Column{{sector.Jobs, sector.RevenuePerJob}, {sector.Jobs}, {sector.Revenue}, {sector.JobsPerFirm}}
			for i, s := range variedStyles() {
				for _, column := range columns[i] {
					page, err := sectorplot.NewTwoYearsPage(tab, column, 2014, 2018, growthplot.Text{Source: "Illustrative data"}, s)
					if err != nil {
						t.Fatal(err)
					}
					if err := page.Check(); err != nil {
						t.Errorf("column %d, %v, %v × %v: %v", column, s.Lang, s.Width, s.Height, err)
					}
				}
			}
		})
	}
}

func twoYearsAlt(t testing.TB, tab *sector.Table, column sector.Column, s growthplot.Style) string {
	t.Helper()
	page, err := sectorplot.NewTwoYearsPage(tab, column, 2014, 2018, growthplot.Text{}, s)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(page.Alt(), "\u00a0", " ")
}

func TestTwoYearsWords(t *testing.T) {
	rows := func(jobs ...float64) (out []row) {
		for i, v := range jobs {
			out = append(out, known([]string{"Energi", "Affald", "Mobilitet"}[i], v, 10*v))
		}
		return out
	}
	for name, c := range map[string]struct {
		was, is []row
		column  sector.Column
		en, da  string
	}{
		"one falls": {rows(100, 50, 30), rows(150, 45, 31), sector.Jobs,
			"Energi grew most from 2014 to 2018 (+50 FTE), only affald fell (−5). Full-time equivalent jobs by sector, 2014 and 2018. Total 180 and 226. Energi: 100 → 150; Affald: 50 → 45; Mobilitet: 30 → 31.",
			"Energi voksede mest fra 2014 til 2018 (+50), kun affald faldt (−5). Fuldtidsbeskæftigede efter branche, 2014 og 2018. I alt 180 og 226. Energi: 100 → 150; Affald: 50 → 45; Mobilitet: 30 → 31."},
		"a small fall among millions": {rows(15e6, 9e3, 4e6), rows(17e6, 300, 5e6), sector.Jobs,
			"Energi grew most from 2014 to 2018 (+2.0 m FTE), only affald fell (−8,700). ", "Energi voksede mest fra 2014 til 2018 (+2,0 mio.), kun affald faldt (−8.700). "},
		"two fall": {rows(100, 50, 30), rows(150, 45, 21), sector.Jobs,
			"Energi grew most from 2014 to 2018 (+50 FTE), mobilitet fell most (−9). ", "Energi voksede mest fra 2014 til 2018 (+50), mens mobilitet faldt mest (−9). "},
		"all grow": {rows(100, 50, 30), rows(150, 51, 41), sector.Jobs,
			"Energi grew most from 2014 to 2018 (+50 FTE), affald least (+1). ", "Energi voksede mest fra 2014 til 2018 (+50), affald mindst (+1). "},
		"all fall": {rows(100, 50), rows(90, 45), sector.Jobs,
			"Energi fell most from 2014 to 2018 (−10 FTE). ", "Energi faldt mest fra 2014 til 2018 (−10). "},
		"none changes": {rows(100, 50), rows(100, 50), sector.Jobs, "No sector changed from 2014 to 2018. ", "Ingen branche ændrede sig fra 2014 til 2018. "},
		"alike":        {rows(100, 50), rows(110, 60), sector.Jobs, "All sectors changed alike from 2014 to 2018 (+10 FTE). ", "Alle brancher ændrede sig lige meget fra 2014 til 2018 (+10). "},
		"known fall":   {rows(100, 50, 30), rows(90, 45), sector.Jobs, "Energi fell most from 2014 to 2018 (−10 FTE) of the sectors known in both years. ", "Energi faldt mest fra 2014 til 2018 (−10) af de brancher, der kendes i begge år. "},
		"known stay":   {rows(100, 50, 30), rows(100, 50), sector.Jobs, "No sector known in both years changed from 2014 to 2018. ", "Ingen branche, der kendes i begge år, ændrede sig fra 2014 til 2018. "},
		"known alike":  {rows(100, 50, 30), rows(110, 60), sector.Jobs, "All sectors known in both years changed alike from 2014 to 2018 (+10 FTE). ", "Alle brancher, der kendes i begge år, ændrede sig lige meget fra 2014 til 2018 (+10). "},
		"one":          {rows(100), rows(110), sector.Jobs, "Energi grew from 100 in 2014 to 110 FTE in 2018. ", "Energi voksede fra 100 i 2014 til 110 fuldtidsbeskæftigede i 2018. "},
		"one stays":    {rows(100), rows(100), sector.Jobs, "Energi stood at 100 FTE in both 2014 and 2018. ", "Energi lå på 100 fuldtidsbeskæftigede i både 2014 og 2018. "},
		"one goes": {rows(100, 50), rows(110), sector.Jobs, "Energi grew from 100 in 2014 to 110 FTE in 2018. Full-time equivalent jobs by sector, 2014 and 2018. Total 150 and 110. Energi: 100 → 110; Affald: 50 → n/a.",
			"Energi: 100 → 110; Affald: 50 → uoplyst."},
		"money": {rows(100, 50), rows(150, 45), sector.Revenue, "Energi grew most from 2014 to 2018 (DKK +500), only affald fell (DKK −50). Revenue, current prices, by sector, 2014 and 2018. Total DKK 1,500 and DKK 1,950. ",
			"Energi voksede mest fra 2014 til 2018 (+500 kr.), kun affald faldt (−50 kr.). Omsætning, løbende priser, efter branche, 2014 og 2018. I alt 1.500 kr. og 1.950 kr. "},
		"firms":    {rows(100, 50), rows(150, 45), sector.Firms, "No sector changed from 2014 to 2018. Companies by sector, 2014 and 2018. Total 2 and 2. ", "Virksomheder efter branche, 2014 og 2018. "},
		"per firm": {rows(100, 50), rows(150, 45), sector.JobsPerFirm, "(+50 FTE), only affald fell (−5). Full-time equivalent jobs per company by sector, 2014 and 2018. All sectors 75 and 98. ", "Fuldtidsbeskæftigede pr. virksomhed efter branche, 2014 og 2018. Alle brancher 75 og 98. "},
		"suppressed": {append(rows(100, 50), row{"Mobilitet", sector.Hidden(), sector.Hidden()}), append(rows(150, 45), row{"Mobilitet", sector.Figure{}, sector.Hidden()}), sector.Jobs,
			"Energi grew most from 2014 to 2018 (+50 FTE) of the sectors known in both years. Full-time equivalent jobs by sector, 2014 and 2018. Total 150 and 195; figures left out: 1 in 2014 and 1 in 2018. Energi: 100 → 150; Affald: 50 → 45; Mobilitet: suppressed → n/a.",
			"Energi voksede mest fra 2014 til 2018 (+50) af de brancher, der kendes i begge år. Fuldtidsbeskæftigede efter branche, 2014 og 2018. I alt 150 og 195; udeladte tal: 1 i 2014 og 1 i 2018. Energi: 100 → 150; Affald: 50 → 45; Mobilitet: diskretioneret → uoplyst."},
		"suppressed revenue": {append(rows(100), row{"Mobilitet", sector.Value(1), sector.Hidden()}), append(rows(150), row{"Mobilitet", sector.Hidden(), sector.Figure{}}), sector.Revenue,
			"Mobilitet: suppressed → n/a.", "Mobilitet: diskretioneret → uoplyst."},
	} {
		tab := twoYears(t, c.was, c.is, sector.Options{})
		for i, lang := range []locale.Language{locale.English, locale.Danish} {
			if got, want := twoYearsAlt(t, tab, c.column, growthplot.Style{Lang: lang}), []string{c.en, c.da}[i]; !strings.Contains(got, want) {
				t.Errorf("%s: %s\nhas no %q", name, got, want)
			}
		}
	}
}

// What becomes "Other" adds up with what is shown to the totals of both years, less
// what is known in one of them only.
func TestTwoYearsOther(t *testing.T) {
	is := cases()["30"]
	was := earlier(is)
	was[27].jobs, is[28].jobs = sector.Hidden(), sector.Figure{}
	got := twoYearsAlt(t, twoYears(t, was, is, sector.Options{}), sector.Jobs, growthplot.Style{})
	_, list, _ := strings.Cut(got, "1 in 2018. ")
	list, note, _ := strings.Cut(list, ". ")
	var sums [2]float64
	shown := 0
	for item := range strings.SplitSeq(list, "; ") {
		name, values, _ := strings.Cut(item, ": ")
		for i, value := range strings.Split(values, " → ") {
			v, err := locale.English.ParseNumber(value)
			if err != nil {
				t.Fatalf("%q in %q", item, got)
			}
			sums[i] += v
		}
		if shown++; strings.HasPrefix(name, "Other") && name != fmt.Sprintf("Other (%d sectors)", 31-shown) {
			t.Errorf("the %dth of 30 is %q", shown, name)
		}
	}
	var want [2]float64
	for i := range is {
		if i != 27 && i != 28 {
			want[0] += was[i].jobs.Float64()
			want[1] += is[i].jobs.Float64()
		}
	}
	if sums != want || shown < 5 {
		t.Errorf("%d parts add up to %v, want %v: %s", shown, sums, want, got)
	}
	if want := "“Other” leaves out 2 sectors not known in both years."; note != want {
		t.Errorf("%q, want %q", note, want)
	}
	// Ratios have no "Other".
	got = twoYearsAlt(t, twoYears(t, was, is, sector.Options{}), sector.RevenuePerJob, growthplot.Style{})
	if !strings.Contains(got, "Not shown: ") || strings.Contains(got, "Other") {
		t.Errorf("%q", got)
	}
	// "Other" counts the groups it is made of, but not those that are called so.
	named := map[string]bool{}
	is = append(sectors()[:6], known("Other", 10, 10), known("Andet", 20, 20))
	tab := twoYears(t, is, is, sector.Options{})
	for height := vg.Length(169); height < 320; height += 6 {
		got := twoYearsAlt(t, tab, sector.Jobs, growthplot.Style{Height: height})
		shown := strings.Count(got, " → ")
		want := "Andet: 20 → 20"
		switch merged := 6 - shown + 1; {
		case shown == 8:
		case merged == 0:
			want = "Other: 30 → 30"
		case merged == 1:
			want = "Other (1 sector): 1,570 → 1,570"
		default:
			want = fmt.Sprintf("Other (%d sectors): ", merged)
		}
		if !strings.Contains(got, want) {
			t.Errorf("%v: %q has no %q", height, got, want)
		}
		named[want] = true
	}
	for _, want := range []string{"Andet: 20 → 20", "Other: 30 → 30", "Other (1 sector): 1,570 → 1,570", "Other (2 sectors): "} {
		if !named[want] {
			t.Errorf("no height has %q", want)
		}
	}
}

// Bars of groups that the title names are blue; the others are not.
func TestTwoYearsHighlights(t *testing.T) {
	tab := twoYears(t, earlier(sectors()[:5]), sectors()[:5], sector.Options{})
	for title, want := range map[string]int{"": 2, "Energi, sundhed og mobilitet vokser": 3, "Something else": 0} {
		page, err := sectorplot.NewTwoYearsPage(tab, sector.Jobs, 2014, 2018, growthplot.Text{Title: title}, growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := page.SVG(&b); err != nil {
			t.Fatal(err)
		}
		body := b.String()
		blue, mid, grey := strings.Count(body, "fill:#0B5A8F"), strings.Count(body, "fill:#5B9BC8"), strings.Count(body, "fill:#B3BAC1")
		if blue != want || mid != 5-want || grey != 5 {
			t.Errorf("%q: %d blue, %d lighter, %d grey bars", title, blue, mid, grey)
		}
		if strings.Count(body, ">2014:\u00a0") != 1 || strings.Count(body, ">2018:\u00a0") != 1 {
			t.Errorf("%q: the years are not there once", title)
		}
	}
}

func TestTwoYearsErrors(t *testing.T) {
	good := twoYears(t, sectors(), sectors(), sector.Options{})
	for want, c := range map[string]struct {
		tab      *sector.Table
		from, to int
		style    growthplot.Style
	}{
		"no rows for year 2013": {good, 2013, 2018, growthplot.Style{}},
		"no rows for year 2019": {good, 2014, 2019, growthplot.Style{}},
		"want the earlier year": {good, 2018, 2014, growthplot.Style{}},
		"bars of 2018 and 2018": {good, 2018, 2018, growthplot.Style{}},
		"growthplot: figure of": {good, 2014, 2018, growthplot.Style{Width: 1}},
		"by region and sector":  {twoYears(t, sectors(), sectors(), sector.Options{By: []sector.Dimension{sector.ByRegion()}}), 2014, 2018, growthplot.Style{}},
	} {
		if _, err := sectorplot.NewTwoYearsPage(c.tab, sector.Jobs, c.from, c.to, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

func TestTwoYearsSameBytes(t *testing.T) {
	var got [2]bytes.Buffer
	for i := range got {
		rows := cases()["30"]
		page, err := sectorplot.NewTwoYearsPage(twoYears(t, earlier(rows), rows, sector.Options{}), sector.Jobs, 2014, 2018, growthplot.Text{}, growthplot.Style{})
		if err != nil {
			t.Fatal(err)
		}
		if err := page.SVG(&got[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got[0].Bytes(), got[1].Bytes()) {
		t.Error("two runs differ")
	}
}
