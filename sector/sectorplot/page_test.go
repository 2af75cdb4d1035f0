package sectorplot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/plot/vg"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// row is a sector of one company.
type row struct {
	name      string
	jobs, rev sector.Figure
}

func known(name string, jobs, rev float64) row {
	return row{name, sector.Value(jobs), sector.Value(rev)}
}

// sectors are those of the house style, invented.
func sectors() []row {
	return []row{
		known("Energi", 2415, 4.9e9), known("Bygninger", 2180, 3.4e9), known("Data og forvaltning", 2046, 3.6e9),
		known("Mobilitet", 1932, 3.9e9), known("Sundhed", 1684, 2.5e9), known("Rådgivende ingeniører", 1540, 2.1e9),
		known("Vandforsyning, spildevand & klimatilpasninger", 1421, 3.1e9), known("Telekommunikation", 1302, 3.8e9),
		known("Belysning", 1088, 1.5e9), known("Affald", 912, 1.7e9), known("Sikkerhed og beredskab", 636, 0.9e9),
		known("Byrum og borgerinddragelse", 444, 0.6e9),
	}
}

func table(t testing.TB, rows []row, opt sector.Options) *sector.Table {
	t.Helper()
	opt.By = append(opt.By, sector.BySector(), sector.ByYear())
	var cs []sector.Company
	for _, r := range rows {
		cs = append(cs, sector.Company{Sector: r.name, Year: 2018, FTE: r.jobs, Employees: r.jobs, Revenue: r.rev})
	}
	tab, err := sector.Aggregate(cs, opt)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func cases() map[string][]row {
	hidden, missing := sector.Hidden(), sector.Figure{}
	mixed := sectors()
	mixed[3].jobs, mixed[5].jobs, mixed[6].rev = hidden, missing, hidden
	mixed[5].name, mixed[8].name = "", "Other"
	negative := sectors()
	negative[2].rev, negative[7].rev = sector.Value(-1.2e9), sector.Value(-0.1e9)
	allNegative := sectors()[:3]
	for i := range allNegative {
		allNegative[i].rev = sector.Value(-1e9 * float64(i+1))
	}
	hostile := sectors()[:6]
	for i, s := range []string{`<script>alert("1")</script>`, "=cmd|' /C calc'!A0", "\u202eevil", "💡 emoji", strings.Repeat("Lang", 75), "a\x00b\nc"} {
		hostile[i].name = s
	}
	var many, alike []row
	for i := range 30 {
		many = append(many, known(fmt.Sprintf("%s %d", sectors()[i%12].name, i+1), 1000-30*float64(i), 1e9+1e7*float64(i*i)))
		alike = append(alike, known(fmt.Sprintf("Vandforsyning, spildevand og klimatilpasninger i by nummer %02d", i), 100, 1e8))
	}
	return map[string][]row{
		"1": sectors()[:1], "2": sectors()[:2], "12": sectors(), "30": many, "30 alike": alike,
		"suppressed and missing": mixed, "negative": negative, "all negative": allNegative,
		"losses and hidden": append(slices.Clone(allNegative), row{"Energi", hidden, hidden}, known("Affald", 100, 0)),
		"nothing known":     {{"Energi", hidden, hidden}, {"Affald", missing, missing}},
		"zero":              {known("Energi", 0, 0), known("Affald", 0, 0)},
		"tiny":              {known("Energi", 0.25, 1), known("Affald", 0.0125, 2)},
		"huge":              {known("Energi", 4e12, 4e14), known("Affald", 1, 2)},
		"hostile":           hostile,
	}
}

type pageFunc func(*sector.Table, int, growthplot.Text, growthplot.Style) (*growthplot.Page, error)

// Every figure, in half of the languages, themes and sizes each, passes the three
// checks of the house style, is XML, and names every sector it draws in full.
func TestPages(t *testing.T) {
	for name, rows := range cases() {
		tab := table(t, rows, sector.Options{})
		for chart, page := range map[string]pageFunc{"jobs": sectorplot.NewJobsPage, "revenue": sectorplot.NewRevenuePerJobPage} {
			t.Run(name+" "+chart, func(t *testing.T) {
				t.Parallel()
				n := len(name)
				for _, lang := range []locale.Language{locale.English, locale.Danish} {
					for i, th := range []growthplot.Theme{growthplot.Paper(), growthplot.Dark()} {
						for _, size := range [][2]vg.Length{{300, 225}, {600, 375}, {1200, 675}, {600, 337.5}} {
							if i > 0 && size[1] > 225 && size[1] != 375 {
								continue // the theme moves nothing
							}
							if n++; n%2 == 0 || testing.Short() && size[0] > 300 {
								continue
							}
							what := fmt.Sprintf("%v, theme %d, %v", lang, i, size)
							s := growthplot.Style{Theme: th, Lang: lang, Width: size[0], Height: size[1]}
							p, err := page(tab, 2018, growthplot.Text{Source: "Illustrative data"}, s)
							if err != nil {
								t.Fatalf("%s: %v", what, err)
							}
							if err := p.Check(); err != nil {
								t.Errorf("%s: %v", what, err)
							}
							var b bytes.Buffer
							if err := p.SVG(&b); err != nil {
								t.Fatal(err)
							}
							for d := xml.NewDecoder(&b); ; {
								if _, err := d.Token(); errors.Is(err, io.EOF) {
									break
								} else if err != nil {
									t.Fatalf("%s: %v", what, err)
								}
							}
						}
					}
				}
			})
		}
	}
}

func alt(t testing.TB, page pageFunc, tab *sector.Table, text growthplot.Text, s growthplot.Style) string {
	t.Helper()
	p, err := page(tab, 2018, text, s)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(p.Alt(), "\u00a0", " ")
}

func drawn(t testing.TB, page pageFunc, tab *sector.Table, s growthplot.Style) string {
	t.Helper()
	p, err := page(tab, 2018, growthplot.Text{}, s)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(b.String(), "</desc>")
	return body
}

func TestUnknownIsNeverZero(t *testing.T) {
	tab := table(t, cases()["suppressed and missing"], sector.Options{})
	for l, want := range map[locale.Language][2]string{locale.English: {"suppressed", "n/a"}, locale.Danish: {"diskretioneret", "uoplyst"}} {
		body := drawn(t, sectorplot.NewJobsPage, tab, growthplot.Style{Lang: l})
		for _, s := range want {
			if strings.Count(body, ">"+s+"</text>") != 1 {
				t.Errorf("%v: %q is not there once", l, s)
			}
		}
		if strings.Contains(body, ">0</text>") {
			t.Errorf("%v: a zero", l)
		}
		// As many bars as known figures: filled paths in the colours of bars.
		grey, blue := strings.Count(body, "fill:#B3BAC1"), strings.Count(body, "fill:#0B5A8F")
		if grey+blue != 10 || blue != 1 {
			t.Errorf("%v: %d grey and %d blue bars, want 9 and 1", l, grey, blue)
		}
	}
}

// What becomes "Other" adds up with what is shown to the total.
func TestOther(t *testing.T) {
	rows := cases()["30"]
	rows[27].jobs = sector.Hidden()
	got := alt(t, sectorplot.NewJobsPage, table(t, rows, sector.Options{}), growthplot.Text{}, growthplot.Style{Width: 300, Height: 225})
	var sum float64
	shown := 0
	_, list, _ := strings.Cut(got, "left out. ")
	list, note, _ := strings.Cut(list, ". ")
	for item := range strings.SplitSeq(list, "; ") {
		_, value, _ := strings.Cut(item, ": ")
		v, err := locale.English.ParseNumber(value)
		if err != nil {
			t.Fatalf("%q in %q", item, got)
		}
		sum += v
		shown++
	}
	if want := 16950. - 190; sum != want {
		t.Errorf("parts add up to %v, want %v: %s", sum, want, got)
	}
	if want := fmt.Sprintf("Other (%d sectors): ", 30-shown+1); !strings.Contains(list, want) || !strings.HasPrefix(note, "“Other” leaves out 1 sector with no known figure") {
		t.Errorf("no %q in %q", want, got)
	}
}

func TestNotShown(t *testing.T) {
	tab := table(t, cases()["30"], sector.Options{})
	got := alt(t, sectorplot.NewRevenuePerJobPage, tab, growthplot.Text{Source: "Us"}, growthplot.Style{Width: 300, Height: 225})
	shown := strings.Count(got, ": DKK ") - 2 // title and average
	if want := fmt.Sprintf("Source: Us. Not shown: %d sectors more, with lower figures.", 30-shown); !strings.HasSuffix(got, want) || shown < 5 {
		t.Errorf("%q has no %q", got, want)
	}
}

// Names that do not fit are drawn shortened, and are there as a whole.
func TestLongNames(t *testing.T) {
	tab := table(t, cases()["30 alike"], sector.Options{})
	body := drawn(t, sectorplot.NewJobsPage, tab, growthplot.Style{})
	seen := map[string]bool{}
	for i := range 30 {
		whole := fmt.Sprintf("<title>Vandforsyning, spildevand og klimatilpasninger i by nummer %02d</title>", i)
		_, after, ok := strings.Cut(body, whole)
		if !ok {
			t.Fatalf("no %s", whole)
		}
		short, _, _ := strings.Cut(after, "</text>")
		if seen[short] || !strings.Contains(short, "…") {
			t.Errorf("%q is shortened to %q", whole, short)
		}
		seen[short] = true
	}
}

func TestErrors(t *testing.T) {
	good := table(t, sectors(), sector.Options{})
	three := table(t, sectors(), sector.Options{By: []sector.Dimension{sector.ByRegion()}})
	none, err := sector.Aggregate(nil, sector.Options{})
	if err != nil {
		t.Fatal(err)
	}
	onlyYear, err := sector.Aggregate(nil, sector.Options{By: []sector.Dimension{sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		tab   *sector.Table
		year  int
		style growthplot.Style
		want  string
	}{
		"another year":   {good, 2017, growthplot.Style{}, "no rows for year 2017"},
		"two dimensions": {three, 2018, growthplot.Style{}, "by region and sector"},
		"no rows":        {none, 0, growthplot.Style{}, "no rows"},
		"only years":     {onlyYear, 2018, growthplot.Style{}, "without a dimension beside the year"},
		"style":          {good, 2018, growthplot.Style{Height: 3}, "growthplot: figure of"},
	} {
		if _, err := sectorplot.NewJobsPage(c.tab, c.year, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := sectorplot.NewBars(nil, sector.Figure{}, growthplot.NumberFormat{}, growthplot.Style{}); err == nil {
		t.Error("no bars, and no error")
	}
	if _, err := sectorplot.NewBars([]sectorplot.Bar{{Figure: sector.Value(math.Inf(1))}}, sector.Figure{}, growthplot.NumberFormat{}, growthplot.Style{}); err == nil {
		t.Error("an infinite bar, and no error")
	}
}

func TestSameBytes(t *testing.T) {
	tab := table(t, sectors(), sector.Options{})
	var got [6]string
	var wg sync.WaitGroup
	page, err := sectorplot.NewRevenuePerJobPage(tab, 2018, growthplot.Text{}, growthplot.Style{Width: 300, Height: 225, DPI: 96})
	if err != nil {
		t.Fatal(err)
	}
	for i := range got {
		wg.Go(func() {
			p := page
			if i%2 == 1 { // made anew
				var err error
				if p, err = sectorplot.NewRevenuePerJobPage(tab, 2018, growthplot.Text{}, growthplot.Style{Width: 300, Height: 225, DPI: 96}); err != nil {
					t.Error(err)
					return
				}
			}
			var b bytes.Buffer
			if err := errors.Join(p.SVG(&b), p.PNG(&b)); err != nil {
				t.Error(err)
			}
			got[i] = b.String()
		})
	}
	wg.Wait()
	for i := range got {
		if got[i] != got[0] {
			t.Errorf("run %d differs", i)
		}
	}
}
