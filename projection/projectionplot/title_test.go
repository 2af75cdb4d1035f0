package projectionplot_test

import (
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// The computed words, each against what the rates say: 17,600 grows to 38,908 at
// 12 % and to 52,822 at 17 % in seven years.
func TestTitles(t *testing.T) {
	for _, c := range []struct {
		low, high          growth.Rate
		target             float64
		title, consequence string // English
		danish, følge      string
	}{
		{.12, .17, 35200, // 34,739 in 2024, 38,908 in 2025 at 12 %; 32,985 in 2022, 38,593 in 2023 at 17 %
			"Smart City jobs pass the 35,200 target by 2025 even at the lower growth rate", "reached 2023 (high), 2025 (low)",
			"Smart City-job når målet på 35.200 i 2025, selv ved den lave vækst", "nås i 2023 (høj), 2025 (lav)"},
		{.12, .17, 20000,
			"Smart City jobs pass the 20,000 target by 2020 even at the lower growth rate", "reached 2019 (high), 2020 (low)",
			"Smart City-job når målet på 20.000 i 2020, selv ved den lave vækst", "nås i 2019 (høj), 2020 (lav)"},
		{.12, .17, 19000,
			"Smart City jobs pass the 19,000 target by 2019 even at the lower growth rate", "reached in 2019 (high and low)",
			"Smart City-job når målet på 19.000 i 2019, selv ved den lave vækst", "nås i 2019 (høj og lav)"},
		{.12, .17, 45000, // 45,147 in 2024 at 17 %
			"Smart City jobs reach the 45,000 target by 2024, but only at the higher growth rate", "reached in 2024 (high), not by 2025 (low)",
			"Smart City-job når målet på 45.000 i 2024, men kun ved den høje vækst", "nås i 2024 (høj), ikke inden udgangen af 2025 (lav)"},
		{.12, .17, 53000,
			"Smart City jobs fall short of the 53,000 target in 2025 even at the higher growth rate", "not reached by 2025",
			"Smart City-job når ikke målet på 53.000 i 2025, heller ikke ved den høje vækst", "ikke nået i 2025"},
		{.12, .17, 17600,
			"Smart City jobs had already reached the 17,600 target in 2018", "already reached in 2018",
			"Smart City-job havde allerede nået målet på 17.600 i 2018", "allerede nået i 2018"},
		{1, 1, 70400, // doubles every year, exactly
			"Smart City jobs pass the 70,400 target by 2020 at 100% a year", "reached in 2020",
			"Smart City-job når målet på 70.400 i 2020 ved en vækst på 100 pct. om året", "nås i 2020"},
		{.12, .12, 40000,
			"Smart City jobs fall short of the 40,000 target in 2025 at 12% a year", "not reached by 2025",
			"Smart City-job når ikke målet på 40.000 i 2025 ved en vækst på 12 pct. om året", "ikke nået i 2025"},
		{1, 1.5, 2252800, // 17,600·2⁷ in 2025: reached, not passed
			"Smart City jobs reach the 2,252,800 target by 2025 even at the lower growth rate", "reached 2024 (high), 2025 (low)",
			"Smart City-job når målet på 2.252.800 i 2025, selv ved den lave vækst", "nås i 2024 (høj), 2025 (lav)"},
		{-.08, -.03, 13000, // 13,706 in 2021 and 12,609 in 2022 at −8 %; 14,221 in 2025 at −3 %
			"Smart City jobs fall below the 13,000 target by 2022 at the lower growth rate", "below it from 2022 (low)",
			"Smart City-job falder under målet på 13.000 i 2022 ved den lave vækst", "ligger under fra 2022 (lav)"},
		{-.08, -.03, 16000, // 15,581 in 2022 at −3 %, 14,897 in 2020 at −8 %
			"Smart City jobs fall below the 16,000 target by 2022 even at the higher growth rate", "below it from 2022 (high), 2020 (low)",
			"Smart City-job falder under målet på 16.000 i 2022, selv ved den høje vækst", "ligger under fra 2022 (høj), 2020 (lav)"},
		{-.08, -.08, 16000,
			"Smart City jobs fall below the 16,000 target by 2020", "below it from 2020",
			"Smart City-job falder under målet på 16.000 i 2020", "ligger under fra 2020"},
		{-.02, .03, 18000,
			"Smart City jobs reach the 18,000 target by 2019, but only at the higher growth rate", "reached in 2019 (high), not by 2025 (low)",
			"Smart City-job når målet på 18.000 i 2019, men kun ved den høje vækst", "nås i 2019 (høj), ikke inden udgangen af 2025 (lav)"},
		{.12, .17, 0,
			"Smart City jobs grow from 17,600 to between 38,908 and 52,822 by 2025", "",
			"Smart City-job vokser fra 17.600 til mellem 38.908 og 52.822 i 2025", ""},
		{.12, .12, 0,
			"Smart City jobs grow from 17,600 to 38,908 by 2025", "",
			"Smart City-job vokser fra 17.600 til 38.908 i 2025", ""},
		{-.08, -.03, 0,
			"Smart City jobs fall from 17,600 to between 9,818 and 14,220 by 2025", "",
			"Smart City-job falder fra 17.600 til mellem 9.818 og 14.220 i 2025", ""},
		{-.02, .03, 0,
			"Smart City jobs end up between 15,279 and 21,646 in 2025, against 17,600 in 2018", "",
			"Smart City-job ender på mellem 15.279 og 21.646 i 2025 mod 17.600 i 2018", ""},
		{0, 0, 0,
			"Smart City jobs stay at 17,600 until 2025", "",
			"Smart City-job ligger stille på 17.600 frem til 2025", ""},
	} {
		for _, l := range []struct {
			lang               locale.Language
			title, consequence string
		}{{locale.English, c.title, c.consequence}, {locale.Danish, c.danish, c.følge}} {
			page, err := projectionplot.NewBandPage(project(t, "Smart City", 17600, 2025, c.low, c.high), past(), c.target, growthplot.Text{}, growthplot.Style{Lang: l.lang})
			if err != nil {
				t.Fatal(err)
			}
			if got := plain(page.Title()); got != l.title {
				t.Errorf("%v–%v, target %v:\n%s, want\n%s", c.low, c.high, c.target, got, l.title)
			}
			if alt := plain(page.Alt()); !strings.HasPrefix(alt, l.title+". ") || !strings.Contains(alt, ": "+l.consequence) {
				t.Errorf("%v–%v, target %v: alt %q has no %q", c.low, c.high, c.target, alt, l.consequence)
			}
		}
	}
}

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// A level that misses the target by less than a job is not printed as the target.
func TestMissedByAHair(t *testing.T) {
	page, err := projectionplot.NewBandPage(project(t, "Energy", 17600, 2025, .12, .12), past(), 38908, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "Energy jobs fall short of the 38,908.00 target in 2025 at 12% a year"
	if page.Title() != want || !strings.Contains(page.Alt(), "2025: 38,907.99 (12% a year)") {
		t.Errorf("%s", page.Alt())
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]string{
		"":                    {"Jobs stay", "Jobtallet ligger"},
		"Smart City":          {"Smart City jobs stay", "Smart City-job ligger"},
		"Smart city jobs":     {"Smart city jobs stay", "Smart city jobs ligger"},
		"Energi":              {"Energi jobs stay", "Job i energi ligger"},
		"IT":                  {"IT jobs stay", "Job i IT ligger"},
		"Data og forvaltning": {"Data og forvaltning jobs stay", "Job i data og forvaltning ligger"},
	} {
		for i, l := range []locale.Language{locale.English, locale.Danish} {
			page, err := projectionplot.NewBandPage(project(t, name, 100, 2025, 0, 0), growth.Series{}, 0, growthplot.Text{}, growthplot.Style{Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(page.Title(), want[i]+" ") {
				t.Errorf("%q: %q, want %q", name, page.Title(), want[i])
			}
		}
	}
}

func TestSubtitle(t *testing.T) {
	market := growth.Range{Low: .12, High: .17}
	for _, c := range []struct {
		a       projection.Assumptions
		unit    string
		history growth.Series
		en, da  string
	}{
		{projection.Assumptions{Market: market}, "FTE", past(),
			"Full-time equivalent jobs in Denmark, 2014–2018, and projection to 2025 at 12% and 17% annual growth.",
			"Fuldtidsbeskæftigede i Denmark, 2014–2018, og fremskrivning til 2025 ved 12 og 17 pct. årlig vækst."},
		{projection.Assumptions{Market: market, Productivity: .02}, "employees", growth.Series{},
			"Employees in Denmark, projection from 2018 to 2025 at 9.8% and 14.7% annual growth; assuming 12–17% market growth and 2% productivity growth a year.",
			"Ansatte i Denmark, fremskrivning fra 2018 til 2025 ved 9,8 og 14,7 pct. årlig vækst; forudsat 12–17 pct. markedsvækst og 2 pct. produktivitetsvækst om året."},
		{projection.Assumptions{Market: growth.Range{Low: .12, High: .12}, Productivity: .015, Share: -.01}, "FTE", history(17600),
			"Full-time equivalent jobs in Denmark, 2018, and projection to 2025 at 9.2% annual growth; assuming 12% market growth, 1.5% productivity growth and −1% growth of the market share a year.",
			"Fuldtidsbeskæftigede i Denmark, 2018, og fremskrivning til 2025 ved 9,2 pct. årlig vækst; forudsat 12 pct. markedsvækst, 1,5 pct. produktivitetsvækst og −1 pct. vækst i markedsandelen om året."},
	} {
		p, err := projection.Project("Smart City", c.unit, 17600, 2018, 2025, c.a)
		if err != nil {
			t.Fatal(err)
		}
		for l, want := range map[locale.Language]string{locale.English: c.en, locale.Danish: c.da} {
			page, err := projectionplot.NewBandPage(p, c.history, 0, growthplot.Text{Subject: "Denmark"}, growthplot.Style{Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			if _, after, _ := strings.Cut(plain(page.Alt()), ". "); !strings.HasPrefix(after, want) {
				t.Errorf("%v: %q, want %q", l, after, want)
			}
		}
	}
}

// Words of one's own stay as they are.
func TestOwnWords(t *testing.T) {
	text := growthplot.Text{Title: "A title", Subtitle: "A subtitle", Source: "Us", Note: "A note"}
	page, err := projectionplot.NewBandPage(project(t, "Energy", 17600, 2025, .12, .17), past(), 35200, text, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	if alt := page.Alt(); !strings.HasPrefix(alt, "A title. A subtitle. 2014: 12,400; ") || !strings.HasSuffix(alt, ". Source: Us. A note.") {
		t.Error(alt)
	}
}
