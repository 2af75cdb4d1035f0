package projectionplot_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
)

// sectorJobs is a sector with its jobs of 2018, and how they grow.
type sectorJobs struct {
	name string
	jobs sector.Figure
	rate float64
}

// outlookOf projects sectors to 2025 in a scenario "central".
func outlookOf(t testing.TB, sectors ...sectorJobs) *projection.Outlook {
	t.Helper()
	var companies []sector.Company
	c := projection.Case{Name: "central", Course: projection.Course{Market: projection.Constant(.1)}, Sectors: map[string]projection.Course{}}
	for _, s := range sectors {
		companies = append(companies, sector.Company{Year: 2018, Sector: s.name, FTE: s.jobs})
		c.Sectors[s.name] = projection.Course{Market: projection.Constant(s.rate)}
	}
	table, err := sector.Aggregate(companies, sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	o, err := projection.SectorScenarios(table, 2018, 2025, projection.SumOfSectors, c)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func with(name string, jobs, rate float64) sectorJobs {
	return sectorJobs{name, sector.Value(jobs), rate}
}

// steps are about those of the house style: d.png.
func steps() []sectorJobs {
	return []sectorJobs{
		with("Lighting", 3000, -.105), with("Energy", 2800, .201), with("Mobility", 1900, .225), with("Buildings", 2700, .14),
		with("Data & admin.", 2000, .16), with("Health", 1700, .155), with("Water", 1400, .135), with("Waste", 1100, .115), with("Other", 1000, .175),
	}
}

func waterfalls(t testing.TB) map[string]*projection.Outlook {
	hidden := steps()
	hidden[1].jobs, hidden[5].jobs, hidden[7].jobs = sector.Hidden(), sector.Figure{}, sector.Value(0)
	hidden[2].name = ""
	beyond := outlookOf(t, steps()...)
	beyond.Rest = project(t, "", 500, 2025, .1, .1)
	beyond.Rest.Scenarios[0].Name = "central"
	beyond.Total.Scenarios[0].Level[0] += 500
	beyond.Total.Scenarios[0].Level[7] += beyond.Rest.Scenarios[0].Level[7]
	falling := steps()
	for i := range falling {
		falling[i].rate = -.02 * float64(i+1)
	}
	var many, alike, tiny []sectorJobs
	for i := range 30 {
		many = append(many, with(fmt.Sprintf("Sector %d", i+1), 1000-20*float64(i), .2-.01*float64(i)))
		alike = append(alike, with(fmt.Sprintf("Vandforsyning, spildevand og klimatilpasninger i by nummer %02d", i), 100, .1+float64(i)/1000))
		tiny = append(tiny, with(fmt.Sprint("S", i), 1e-3, .01))
	}
	hostile := steps()[:6]
	for i, s := range []string{`<script>alert("1")</script>`, "=cmd|' /C calc'!A0", "\u202eevil", "💡 emoji", strings.Repeat("Lang", 75), "a\x00b\nc"} {
		hostile[i].name = s
	}
	return map[string]*projection.Outlook{
		"house style": outlookOf(t, steps()...), "hidden": outlookOf(t, hidden...), "beyond": beyond, "falling": outlookOf(t, falling...),
		"30": outlookOf(t, many...), "30 alike": outlookOf(t, alike...), "tiny": outlookOf(t, append(tiny, with("Energy", 5e6, .1))...),
		"1": outlookOf(t, steps()[1]), "3": outlookOf(t, steps()[:3]...), "no change": outlookOf(t, with("Energy", 10, 0), with("Waste", 20, 0)),
		"hostile": outlookOf(t, hostile...), "lost": outlookOf(t, with("Energy", 1000, -.9), with("Waste", 1000, -.5)),
		"huge": outlookOf(t, with("Energy", 1e14, .1), with("Waste", 1e13, -.9), with("Water", 1, .1)),
	}
}

func TestWaterfallPages(t *testing.T) {
	for name, o := range waterfalls(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, s := range append(fewStyles(), growthplot.Style{Width: 1200, Height: 675}) {
				page, err := projectionplot.NewWaterfallPage(o, "central", growthplot.Text{Subject: "Danmark", Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatalf("%s: %v", describe(s), err)
				}
				passes(t, page, describe(s))
			}
		})
	}
}

// The figures printed lead from the first bar to the last, whatever is shown of the
// sectors, where they are whole numbers to begin with.
func TestWaterfallAddsUp(t *testing.T) {
	sum := func(page *growthplot.Page) (steps, end float64) {
		_, key, _ := strings.Cut(page.Alt(), "2018: ")
		key, _, _ = strings.Cut("2018: "+key, ". ")
		for item := range strings.SplitSeq(strings.TrimSuffix(key, "."), "; ") {
			name, value, _ := strings.Cut(item, ": ")
			v, err := locale.English.ParseNumber(strings.TrimPrefix(value, "+"))
			if err != nil {
				t.Fatalf("%q: %v", item, err)
			}
			if name == "2025" {
				return steps, v
			}
			steps += v
		}
		t.Fatalf("no 2025 in %q", key)
		return 0, 0
	}
	var sectors []sectorJobs
	for i := range 30 {
		// Halved or doubled seven times, 128 stays a whole number.
		s := with(fmt.Sprintf("Sector %02d", i), 128*float64(i+1), -.5)
		if i%3 > 0 {
			s.rate = float64(i%3 - 1)
		}
		sectors = append(sectors, s)
	}
	o := outlookOf(t, sectors...)
	for _, s := range []growthplot.Style{{Width: 300, Height: 225}, {}, {Width: 1200, Height: 675}, {Width: 3000}} {
		page, err := projectionplot.NewWaterfallPage(o, "central", growthplot.Text{Title: "Steps", Subtitle: "Jobs"}, s)
		if err != nil {
			t.Fatal(err)
		}
		if steps, end := sum(page); steps != end || end != o.Total.Scenarios[0].LevelIn(2025) {
			t.Errorf("%v pt: steps lead to %v, the total is %v: %s", s.Width, steps, end, page.Alt())
		}
		if strings.Contains(page.Alt(), "rounded") {
			t.Errorf("%v pt: whole numbers are called rounded: %s", s.Width, page.Alt())
		}
	}
}

// With the labels of the ticks that are there in the end, bars are a little wider
// than when names were broken; a line more has no room.
func TestWaterfallNames(t *testing.T) {
	o := outlookOf(t, with("klimatilpasninger klimatilpasninger Energi Energi telekommun", 5801838.3, .1), with("Fast", 10, .1))
	for width := vg.Length(320); width < 360; width += 3 {
		s := growthplot.Style{Width: width, Height: 547}
		page, err := projectionplot.NewWaterfallPage(o, "central", growthplot.Text{Source: "Illustrative data", Note: "A note that takes a second line, so that there is no room left between the names and the source."}, s)
		if err != nil {
			t.Fatal(err)
		}
		passes(t, page, describe(s))
	}
}

func TestWaterfallWords(t *testing.T) {
	all := waterfalls(t)
	differs := outlookOf(t, steps()[:3]...)
	differs.Total.Scenarios[0].Level[7] -= 100
	up := outlookOf(t, with("Energy", 1000, .1), with("Mobility", 600, .1), with("Health", 500, .1), with("Waste", 200, .1))
	for name, c := range map[string]struct {
		o      *projection.Outlook
		en, da string
	}{
		"up and down": {all["house style"], "Jobs rise by 7,292 in energy by 2025 and fall by 1,620 in lighting. Full-time equivalent jobs in X: 2018, contribution of each sector, and 2025 in the central scenario (14.4% a year). 2018: 17,600; Energy: +7,292; ",
			"Jobtallet stiger med 7.292 i energy frem til 2025 og falder med 1.620 i lighting. Fuldtidsbeskæftigede i X: 2018, hver branches bidrag og 2025 i det centrale scenarie (14,4 pct. om året). 2018: 17.600; Energy: +7.292; "},
		"up":        {up, "43% of the 2,182 jobs added by 2025 are in energy. ", "43 pct. af de 2.182 nye job frem til 2025 er i energy. "},
		"all of it": {outlookOf(t, with("Energy", 1000, .1), with("Waste", 200, 0)), "All of the 949 jobs added by 2025 are in energy. ", "Alle 949 nye job frem til 2025 er i energy. "},
		"nearly":    {all["tiny"], "Nearly all of the 4,743,586 jobs added by 2025 are in energy. ", "Næsten alle 4.743.586 nye job frem til 2025 er i energy. "},
		"down":      {all["falling"], "Jobs fall from 17,600 to 10,159 by 2025, most in buildings (−1,194). ", "Jobtallet falder fra 17.600 til 10.159 frem til 2025, mest i buildings (−1.194). "},
		"one":       {all["1"], "Energy jobs grow from 2,800 to 10,092 by 2025. ", "Job i energy vokser fra 2.800 til 10.092 i 2025. "},
		"no change": {all["no change"], "Jobs stay at 30.0 until 2025. ", "Jobtallet ligger stille på 30,0 frem til 2025. "},
		"beyond":    {all["beyond"], "“Other” is 1 sector and jobs in no sector shown.", "»Øvrige« er 1 branche og job uden for de viste brancher."},
		"differs":   {differs, "; Other: −100; 2025: 19,237. “Other” is what the sectors and the total differ by.", "; Øvrige: −100; 2025: 19.237. »Øvrige« er forskellen mellem brancherne og totalen."},
		"hidden": {all["hidden"], "Not projected, as their jobs are suppressed: Energy. Not projected, as their jobs are not known: Health.",
			"Ikke fremskrevet, da jobtallet er diskretioneret: Energy. Ikke fremskrevet, da jobtallet er uoplyst: Health."},
		"millions": {outlookOf(t, with("Energy", 90e6, .01), with("Waste", 12e6, .01)), "2018: 102.0 m; Energy: +6.5 m; Waste: +0.9 m; 2025: 109.4 m.", "2018: 102,0 mio.; Energy: +6,5 mio.; Waste: +0,9 mio.; 2025: 109,4 mio."},
		"other":    {all["30"], "“Other” is 18 sectors.", "»Øvrige« er 18 brancher."},
	} {
		for i, lang := range []locale.Language{locale.English, locale.Danish} {
			page, err := projectionplot.NewWaterfallPage(c.o, "central", growthplot.Text{Subject: "X"}, growthplot.Style{Lang: lang})
			if err != nil {
				t.Fatal(err)
			}
			if want := []string{c.en, c.da}[i]; !strings.Contains(plain(page.Alt()), want) {
				t.Errorf("%s: %s\nhas no %q", name, plain(page.Alt()), want)
			}
		}
	}
}

func TestWaterfallErrors(t *testing.T) {
	good := func() *projection.Outlook { return outlookOf(t, steps()...) }
	for name, c := range map[string]struct {
		scenario string
		change   func(*projection.Outlook)
	}{
		"has no such scenario":        {"low", func(*projection.Outlook) {}},
		"\"Waste\" has no such":       {"central", func(o *projection.Outlook) { p, _ := o.Sector("Waste"); p.Scenarios = nil }},
		"\"Waste\" has NaN jobs more": {"central", func(o *projection.Outlook) { p, _ := o.Sector("Waste"); p.Scenarios[0].Level[7] = math.Inf(1) }},
		"has NaN jobs more in 2025":   {"central", func(o *projection.Outlook) { o.Total.Scenarios[0].Level[7] = math.NaN() }},
		"no sector is projected":      {"central", func(o *projection.Outlook) { o.Sectors = nil }},
		"no jobs in either year":      {"central", func(o *projection.Outlook) { clear(o.Total.Scenarios[0].Level) }},
	} {
		o := good()
		c.change(o)
		if _, err := projectionplot.NewWaterfallPage(o, c.scenario, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
	if _, err := projectionplot.NewWaterfallPage(good(), "central", growthplot.Text{}, growthplot.Style{Width: 1}); err == nil {
		t.Error("a figure of a point")
	}
	// A range of assumptions has the scenarios low and high.
	o, err := projection.Sectors(mustTable(t), 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		t.Fatal(err)
	}
	page, err := projectionplot.NewWaterfallPage(o, "low", growthplot.Text{}, growthplot.Style{})
	if err != nil || !strings.Contains(page.Alt(), "2025 in the low scenario (12% a year)") {
		t.Errorf("%v, %v", page, err)
	}
}

func mustTable(t testing.TB) *sector.Table {
	t.Helper()
	table, err := sector.Aggregate([]sector.Company{{Year: 2018, Sector: "Energy", FTE: sector.Value(10)}, {Year: 2018, Sector: "Waste", FTE: sector.Value(5)}},
		sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestWaterfallSameBytes(t *testing.T) {
	var got [2]bytes.Buffer
	for i := range got {
		page, err := projectionplot.NewWaterfallPage(waterfalls(t)["30 alike"], "central", growthplot.Text{}, growthplot.Style{})
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
