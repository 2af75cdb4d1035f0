package growthplot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
)

// jobs is a yearly series of jobs from 2014 on.
func jobs(name string, values ...float64) growth.Series {
	return growth.Series{Name: name, Unit: "FTE", FirstYear: 2014, Values: values}
}

// houseStyle is the picture of the house style: e.png.
func houseStyle() []growth.Series {
	return []growth.Series{
		jobs("Lighting", 1000, 1040, 1020, 970, 920), jobs("Mobility", 1000, 1140, 1310, 1500, 1720),
		jobs("Energy", 1000, 1110, 1230, 1360, 1500), jobs("Health", 500, 520, 575, 635, 710),
		jobs("Buildings", 2000, 2140, 2340, 2560, 2800), jobs("Data & administration", 700, 763, 868, 1001, 1148),
		jobs("Water", 1000, 1060, 1110, 1210, 1270), jobs("Waste", 1000, 1030, 1090, 1150, 1250),
	}
}

func indexCases() map[string][]growth.Series {
	nan := math.NaN()
	long := "Vandforsyning, spildevand & klimatilpasninger i byer og på land"
	gaps := houseStyle()
	gaps[1].Values[2], gaps[2].Values[1], gaps[2].Values[3] = nan, nan, nan
	gaps[3].Values[3], gaps[3].Values[4] = nan, nan
	gaps[4].Values[0], gaps[5].Values[0] = nan, 0
	gaps[6].Name, gaps[7].Name = "", long
	var many, alike []growth.Series
	for i := range 30 {
		f := float64(i)
		many = append(many, jobs(fmt.Sprintf("%s %d", houseStyle()[i%8].Name, i+1), 100, 100+f, 100+2*f, 90+4*f, 80+5*f))
		alike = append(alike, jobs(fmt.Sprintf("%s nr. %02d", long, i), 100, 101, 102, 103, 104+f/100))
	}
	hostile := houseStyle()[:6]
	for i, s := range []string{`<script>alert("1")</script>`, "=cmd|' /C calc'!A0", "\u202eevil", "💡 emoji", strings.Repeat("Lang", 75), "a\x00b\nc"} {
		hostile[i].Name = s
	}
	later := jobs("Later", nan, nan, nan, 5, 6)
	return map[string][]growth.Series{
		"house style": houseStyle(), "gaps": gaps, "30": many, "30 alike": alike, "hostile": hostile,
		"1": houseStyle()[:1], "2, one left out": {jobs("Energy", 10, 11), later, jobs("Waste", 3)},
		"unchanged": {jobs("Energy", 10, 10), jobs("Waste", 3, 3, 3)},
		"close":     {jobs("Energy", 10000, 10001, 10003), jobs("Waste", 10000, 10002, 10001)},
		"huge":      {jobs("Energy", 1e-6, 1, 4e9), jobs("Waste", 1, 2, 1)},
		"negative":  {jobs("Energy", 10, -5, -40), jobs("Waste", 10, 12, 14)},
		"tiny":      {jobs("Energy", 4e12, 1, 2), jobs("Waste", 4e12, 2, 1)},
	}
}

// fewStyles are those that move something, each language and theme at least once.
func fewStyles() []growthplot.Style {
	styles := []growthplot.Style{
		{Lang: locale.Danish, Width: 300, Height: 225}, {Theme: growthplot.Dark()}, {Width: 1200, Height: 675},
		{Lang: locale.Danish, Theme: growthplot.Dark(), Height: 337.5},
	}
	if testing.Short() {
		return styles[:1] // the smallest
	}
	return styles
}

// passes checks that a page passes the three checks of the house style and is XML.
func passes(t *testing.T, page *growthplot.Page, s growthplot.Style) {
	t.Helper()
	if err := page.Check(); err != nil {
		t.Errorf("%+v, %v × %v: %v", s.Lang, s.Width, s.Height, err)
	}
	var b bytes.Buffer
	if err := page.SVG(&b); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(&b); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestIndexPages(t *testing.T) {
	for name, series := range indexCases() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, s := range fewStyles() {
				page, err := growthplot.NewIndexPage(series, 2014, growthplot.Text{Source: "Illustrative data"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, s)
			}
		})
	}
}

func TestIndexWords(t *testing.T) {
	plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
	still := jobs("Energy", 10, 12, 10)
	for name, c := range map[string]struct {
		series []growth.Series
		en, da string
	}{
		"one grows":          {houseStyle()[1:2], "Mobility grew 72% from 2014 to 2018", "Mobility voksede 72 pct. fra 2014 til 2018"},
		"one falls":          {houseStyle()[:1], "Lighting fell 8% from 2014 to 2018", "Lighting faldt 8 pct. fra 2014 til 2018"},
		"one stands still":   {[]growth.Series{still}, "Energy stood still from 2014 to 2016", "Energy stod stille fra 2014 til 2016"},
		"up and down":        {houseStyle(), "Mobility grew 72% from 2014 to 2018, lighting fell 8%", "Mobility voksede 72 pct. fra 2014 til 2018, mens lighting faldt 8 pct."},
		"all up":             {houseStyle()[1:], "Mobility grew 72% from 2014 to 2018, waste only grew 25%", "Mobility voksede 72 pct. fra 2014 til 2018, mens waste kun voksede 25 pct."},
		"up and still":       {[]growth.Series{still, jobs("Waste", 10, 12, 15)}, "Waste grew 50% from 2014 to 2016, energy stood still", "Waste voksede 50 pct. fra 2014 til 2016, mens energy stod stille"},
		"all down":           {[]growth.Series{jobs("Energy", 10, 8), jobs("Waste", 10, 7)}, "All fell from 2014 to 2015; waste fell 30%, the most", "Alle faldt fra 2014 til 2015; waste faldt 30 pct., mest af alle"},
		"down and still":     {[]growth.Series{still, jobs("Waste", 10, 12, 7)}, "None grew from 2014 to 2016; waste fell 30%, the most", "Ingen voksede fra 2014 til 2016; waste faldt 30 pct., mest af alle"},
		"all alike":          {[]growth.Series{jobs("Energy", 10, 15), jobs("Waste", 100, 150)}, "All grew 50% from 2014 to 2015", "Alle voksede 50 pct. fra 2014 til 2015"},
		"all known down":     {[]growth.Series{jobs("Energy", 10, 8), jobs("Waste", 10, 7), jobs("Health", 0, 7)}, "All known fell from 2014 to 2015; waste fell 30%, the most", "Alle kendte faldt fra 2014 til 2015; waste faldt 30 pct., mest af alle"},
		"no known up":        {[]growth.Series{still, jobs("Waste", 10, 12, 7), jobs("Health", 1, 2)}, "None of those known grew from 2014 to 2016; waste fell 30%, the most", "Ingen af de kendte voksede fra 2014 til 2016; waste faldt 30 pct., mest af alle"},
		"one to the end":     {[]growth.Series{jobs("Waste", 100, 150), still}, "Energy stood still from 2014 to 2016", "Energy stod stille fra 2014 til 2016"},
		"two lead":           {[]growth.Series{jobs("Energy", 10, 15), jobs("Waste", 100, 150), jobs("Health", 10, 9)}, "Energy and waste grew 50% from 2014 to 2015, health fell 10%", "Energy og waste voksede 50 pct. fra 2014 til 2015, mens health faldt 10 pct."},
		"manifold, negative": {[]growth.Series{jobs("Energy", 10, 1500), jobs("Waste", 10, -3)}, "Energy grew to index 15,000 from 2014 to 2015, waste fell to index −30", "Energy voksede til indeks 15.000 fra 2014 til 2015, mens waste faldt til indeks −30"},
	} {
		for i, lang := range []locale.Language{locale.English, locale.Danish} {
			page, err := growthplot.NewIndexPage(c.series, 2014, growthplot.Text{Subject: "X"}, growthplot.Style{Lang: lang})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if want := []string{c.en, c.da}[i]; plain(page.Title()) != want {
				t.Errorf("%s: %q, want %q", name, plain(page.Title()), want)
			}
			if want := []string{"Full-time equivalent jobs in X, index, 2014 = 100.", "Fuldtidsbeskæftigede i X, indeks, 2014 = 100."}[i]; !strings.Contains(page.Alt(), want) {
				t.Errorf("%s: %q has no %q", name, page.Alt(), want)
			}
		}
	}
	mixed := houseStyle()
	mixed[2].Unit = "DKK"
	page, err := growthplot.NewIndexPage(mixed, 2016, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want := " Index, 2016 = 100. "; !strings.Contains(page.Alt(), want) {
		t.Errorf("%q has no %q", page.Alt(), want)
	}
}

// Every index number of the alternative text is 100 times the figure over that of
// the base year, and the lines are those that the text names.
func TestIndexFigures(t *testing.T) {
	series := indexCases()["30"]
	page, err := growthplot.NewIndexPage(series, 2015, growthplot.Text{}, growthplot.Style{Height: 700})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range series {
		want := fmt.Sprintf(" %s: %.0f", s.Name, math.Round(100*s.At(2018)/s.At(2015)))
		if !strings.Contains(page.Alt(), want+";") && !strings.Contains(page.Alt(), want+".") {
			t.Errorf("%q has no %q", page.Alt(), want)
		}
	}
	if page, err = growthplot.NewIndexPage(indexCases()["gaps"], 2014, growthplot.Text{}, growthplot.Style{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Health: 115\u00a0(2016)", "Gaps are years without a known figure.",
		"Not shown, as there is no figure for 2014 to compare with: Buildings, Data & administration.",
	} {
		if !strings.Contains(page.Alt(), want) {
			t.Errorf("%q has no %q", page.Alt(), want)
		}
	}
}

func indexSVG(t *testing.T, series []growth.Series, text growthplot.Text, s growthplot.Style) string {
	t.Helper()
	page, err := growthplot.NewIndexPage(series, 2014, text, s)
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

// The title says what is highlighted.
func TestIndexHighlights(t *testing.T) {
	bold := func(body, name string) bool {
		before, _, ok := strings.Cut(body, ">"+strings.ReplaceAll(name, "&", "&amp;")+"\u00a0")
		if !ok {
			t.Fatalf("no label %q", name)
		}
		tag := before[strings.LastIndex(before, "<text"):]
		return strings.Contains(tag, "font-weight:bold")
	}
	body := indexSVG(t, houseStyle(), growthplot.Text{Title: "Energy, water and WASTE have grown"}, growthplot.Style{})
	for _, s := range houseStyle() {
		if got, want := bold(body, s.Name), s.Name == "Energy" || s.Name == "Water" || s.Name == "Waste"; got != want {
			t.Errorf("%s is bold: %v, want %v", s.Name, got, want)
		}
	}
	for _, title := range []string{"", "Nothing of what is drawn"} {
		body := indexSVG(t, houseStyle(), growthplot.Text{Title: title}, growthplot.Style{})
		for _, s := range houseStyle() {
			if got, want := bold(body, s.Name), s.Name == "Mobility" || s.Name == "Lighting"; got != want {
				t.Errorf("%q: %s is bold: %v, want %v", title, s.Name, got, want)
			}
		}
	}
}

// Where not all names fit, those of the highlighted lines and the outermost are
// there, and the note counts the others.
func TestIndexTooMany(t *testing.T) {
	series := indexCases()["30"]
	body := indexSVG(t, series, growthplot.Text{Title: "Energy 11 and energy 19"}, growthplot.Style{Width: 300, Height: 225})
	named := 0
	for _, s := range series {
		if strings.Contains(body, s.Name+"\u00a0") {
			named++
		}
	}
	for _, name := range []string{"Energy 11", "Energy 19", "Lighting 1", "Buildings 29"} {
		if !strings.Contains(body, ">"+name+"\u00a0") {
			t.Errorf("%s is not named", name)
		}
	}
	shortened := strings.Count(body, "<title>")
	if want := fmt.Sprintf("%d grey lines", 30-named-shortened); named < 4 || !strings.Contains(body, want) {
		t.Errorf("%d and %d shortened are named, and the note does not say that %s are not", named, shortened, want)
	}
}

func TestIndexErrors(t *testing.T) {
	for name, c := range map[string]struct {
		series []growth.Series
		base   int
		want   string
	}{
		"none":        {nil, 2014, "no series has figures for 2014"},
		"base":        {houseStyle(), 2013, "no series has figures for 2013"},
		"the last":    {houseStyle(), 2018, "after which no figure is known"},
		"one year":    {[]growth.Series{jobs("Energy", 1)}, 2014, "no series has figures"},
		"empty":       {[]growth.Series{{}}, 2014, "no series has figures"},
		"zero":        {[]growth.Series{jobs("Energy", 0, 1)}, 2014, "no series has figures"},
		"infinite":    {[]growth.Series{jobs("Energy", 1, math.Inf(1))}, 2014, "Energy"},
		"too large":   {[]growth.Series{jobs("Energy", 1e-300, 1)}, 2014, "too large to draw"},
		"infinite at": {[]growth.Series{jobs("Energy", math.Inf(1), 1)}, 2014, "Energy"},
	} {
		if _, err := growthplot.NewIndexPage(c.series, c.base, growthplot.Text{}, growthplot.Style{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := growthplot.NewIndexPage(houseStyle(), 2014, growthplot.Text{}, growthplot.Style{Width: 1}); err == nil {
		t.Error("a figure of a point")
	}
}

func TestIndexSameBytes(t *testing.T) {
	want := indexSVG(t, houseStyle(), growthplot.Text{}, growthplot.Style{})
	series := houseStyle()
	if got := indexSVG(t, series, growthplot.Text{}, growthplot.Style{}); got != want {
		t.Error("two runs differ")
	}
	if fmt.Sprint(series) != fmt.Sprint(houseStyle()) {
		t.Error("the series were changed")
	}
}
