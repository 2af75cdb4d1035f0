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
	"smartcity/sector/structure"
)

// sizes are so many companies, whose sizes follow a power law, by size class.
func sizes(t testing.TB, n int, scale float64, options *structure.SizeOptions, more ...sector.Company) structure.SizeDistribution {
	t.Helper()
	var cs []sector.Company
	for i := range n {
		cs = append(cs, sector.Company{Year: 2018, FTE: sector.Value(math.Round(scale*math.Pow(float64(n)/float64(i+1), 1.1)*10) / 10)})
	}
	d, err := structure.SizeClasses(append(cs, more...), 2018, options)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func sizeCases(t testing.TB) map[string]structure.SizeDistribution {
	var limits []float64
	for i := range 30 {
		limits = append(limits, float64(5*(i+1)))
	}
	hidden, missing := sector.Company{Year: 2018, FTE: sector.Hidden()}, sector.Company{Year: 2018}
	suppressed := sizes(t, 400, 1, nil, hidden, missing)
	suppressed.Lines[3].Jobs = sector.Cell{Sum: sector.Hidden(), Suppressed: 2}
	suppressed.Lines[3].JobShare = sector.Hidden()
	return map[string]structure.SizeDistribution{
		"eu": sizes(t, 700, 1, nil), "not known": sizes(t, 300, 2, nil, hidden, missing, hidden), "suppressed": suppressed,
		"30 classes": sizes(t, 2000, 1, &structure.SizeOptions{Limits: limits}, missing), "one": sizes(t, 1, 3, nil),
		"two":       sizes(t, 50, 3, &structure.SizeOptions{Limits: []float64{7.5}, Measure: sector.FTE}),
		"no limits": sizes(t, 50, 3, &structure.SizeOptions{Limits: []float64{}}),
		"no jobs":   sizes(t, 5, 0, nil), "nothing known": sizes(t, 0, 1, nil, hidden, missing), "huge": sizes(t, 300, 4e12, &structure.SizeOptions{Limits: []float64{1e13, 1e14}}),
	}
}

func TestSizeClassesPages(t *testing.T) {
	for name, d := range sizeCases(t) {
		for k, s := range fewStyles() {
			if k == 2 && len(name)%2 == 0 {
				continue
			}
			t.Run(fmt.Sprintf("%s, style %d", name, k), func(t *testing.T) {
				t.Parallel()
				page, err := sectorplot.NewSizeClassesPage(d, growthplot.Text{Source: "Illustrative data", Subject: "Smart City"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, "")
			})
		}
	}
}

func TestSizeClassesWords(t *testing.T) {
	all := sizeCases(t)
	for _, c := range []struct {
		name string
		lang locale.Language
		want []string
	}{
		{"eu", locale.English, []string{"Micro companies are 88% of all companies in Fyn; large companies have 37% of the jobs. Companies and full-time equivalent jobs by size in Fyn, 2018. Total 700 companies with 7,265 jobs. Micro: below 10: 614 companies (88%), 1,628 (22%) FTE; Small: 10 to below 50: 67 "}},
		{"not known", locale.Danish, []string{"Mikrovirksomheder udgør ", "; store virksomheder har ", " af de kendte job. Virksomheder og fuldtidsbeskæftigede efter størrelse i Fyn, 2018. I alt 303 virksomheder med ", " job; uden 1 uoplyst og 2 diskretionerede tal. ", "Størrelse ikke kendt: 3 virksomheder (1 pct.), diskretioneret fuldtidsbeskæftigede"}},
		{"one", locale.English, []string{"Micro companies are 100% of all companies in Fyn and have 100% of the jobs. "}},
		{"two", locale.Danish, []string{"Virksomheder med under 7,5 job udgør ", "; virksomheder med mindst 7,5 job har ", "; 7,5 og derover: "}},
		{"no limits", locale.English, []string{"Companies of all sizes are 100% of all companies"}},
		{"nothing known", locale.Danish, []string{"Ingen virksomheders størrelse er kendt i Fyn"}},
	} {
		page, err := sectorplot.NewSizeClassesPage(all[c.name], growthplot.Text{Subject: "Fyn"}, growthplot.Style{Lang: c.lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if got := strings.ReplaceAll(page.Alt(), "\u00a0", " "); !strings.Contains(got, want) {
				t.Errorf("%s\nhas no %q", got, want)
			}
		}
	}
}

// Classes that are put together hold what they held apart.
func TestSizeClassesTogether(t *testing.T) {
	d := sizeCases(t)["30 classes"]
	page, err := sectorplot.NewSizeClassesPage(d, growthplot.Text{Title: "T", Subtitle: "S"}, growthplot.Style{Width: 300, Height: 225})
	if err != nil {
		t.Fatal(err)
	}
	companies := 0
	items := strings.Split(strings.TrimPrefix(page.Alt(), "T. S. "), "; ")
	for _, item := range items {
		_, item, _ = strings.Cut(item, ": ")
		number, _, _ := strings.Cut(item, " ")
		n, err := locale.English.ParseNumber(number)
		if err != nil {
			t.Fatal(err)
		}
		companies += int(n)
	}
	if companies != d.Total.Companies || len(items) >= 31 || !strings.Contains(page.Alt(), " and more: ") || !strings.Contains(items[len(items)-1], "Size not known: 1 ") {
		t.Errorf("%d companies in %d classes, want %d: %s", companies, len(items), d.Total.Companies, page.Alt())
	}
}

func TestSizeClassesUnknown(t *testing.T) {
	page, err := sectorplot.NewSizeClassesPage(sizeCases(t)["suppressed"], growthplot.Text{}, growthplot.Style{})
	if n := strings.Count(svgOf(t, page, err), ">suppressed</text>"); n != 2 {
		t.Errorf("%d suppressed figures, want 2", n)
	}
}

func TestSizeClassesErrors(t *testing.T) {
	infinite := sizes(t, 5, 1, nil)
	infinite.Lines[0].Jobs.Sum = sector.Value(math.Inf(1))
	for want, c := range map[string]struct {
		sizes structure.SizeDistribution
		style growthplot.Style
	}{
		"without companies": {}, "jobs of +Inf": {sizes: infinite}, "growthplot: figure": {sizes(t, 5, 1, nil), growthplot.Style{Width: 1}},
	} {
		if _, err := sectorplot.NewSizeClassesPage(c.sizes, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// Companies and jobs by the size classes of the EU.
func ExampleNewSizeClassesPage() {
	var companies []sector.Company
	for _, fte := range []float64{2, 3, 4, 4, 6, 9, 12, 30, 80, 310} {
		companies = append(companies, sector.Company{Year: 2018, FTE: sector.Value(fte)})
	}
	d, err := structure.SizeClasses(companies, 2018, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := sectorplot.NewSizeClassesPage(d, growthplot.Text{Source: "Illustrative data"}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Micro companies are 60% of all companies; large companies have 67% of the jobs. Companies and full-time equivalent jobs by size, 2018. Total 10 companies with 460 jobs. Micro: below 10: 6 companies (60%), 28 (6%) FTE; Small: 10 to below 50: 2 companies (20%), 42 (9%) FTE; Medium: 50 to below 250: 1 company (10%), 80 (17%) FTE; Large: 250 and more: 1 company (10%), 310 (67%) FTE. Source: Illustrative data. Bars and percentages are shares of the total.
}
