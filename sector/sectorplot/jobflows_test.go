package sectorplot_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/dynamics"
	"smartcity/sector/sectorplot"
)

// flows are totals of so many years that end in 2018, in jobs of about a size.
func flows(years int, size float64) *dynamics.JobFlowTable {
	t := &dynamics.JobFlowTable{}
	for i := range years {
		f := dynamics.FlowTotals{
			JobCreation: size * (1 + math.Sin(float64(7*i))/2), JobDestruction: size * (0.8 + math.Cos(float64(3*i))/3),
			Denom: 20 * size,
		}.Flows()
		t.Totals = append(t.Totals, dynamics.JobFlow{From: 2018 - years + i, To: 2019 - years + i, Flows: f})
	}
	return t
}

func flowCases() map[string]*dynamics.JobFlowTable {
	gaps := flows(9, 300)
	gaps.Totals = append(gaps.Totals[:2], gaps.Totals[4:]...)
	gaps.Totals[3].JobCreation = math.NaN()
	gaps.Totals[0].Firms.LeftOut = dynamics.LeftOut{Missing: 3, Suppressed: 1}
	pairs := flows(3, 1200)
	pairs.Totals[0].From = 2010
	unknown := flows(2, 300)
	for i := range unknown.Totals {
		unknown.Totals[i].Flows = dynamics.FlowTotals{JobCreation: math.NaN(), JobDestruction: math.NaN()}.Flows()
	}
	up := flows(5, 40)
	for i := range up.Totals {
		up.Totals[i].JobDestruction = 0
	}
	spike := flows(6, 3)
	spike.Totals[2].JobCreation = 4e5
	return map[string]*dynamics.JobFlowTable{
		"1": flows(1, 812), "4": flows(4, 812), "30": flows(30, 2500.5), "80": flows(80, 2e5), "gaps": gaps, "pairs": pairs,
		"nothing known": unknown, "only up": up, "spike": spike, "zero": flows(3, 0), "tiny": flows(3, 0.0125), "huge": flows(7, 4e14),
	}
}

func TestJobFlowsPages(t *testing.T) {
	n := 0
	for name, table := range flowCases() {
		n++
		for k, s := range fewStyles() {
			if k == 2 && len(table.Totals)%2 == 0 {
				continue
			}
			t.Run(fmt.Sprintf("%s, style %d", name, k), func(t *testing.T) {
				t.Parallel()
				page, err := sectorplot.NewJobFlowsPage(table, growthplot.Text{Source: "Illustrative data", Subject: "Midtjylland"}, s)
				if err != nil {
					t.Fatal(err)
				}
				passes(t, page, "")
			})
		}
	}
}

func TestJobFlowsWords(t *testing.T) {
	employees := flows(2, 812)
	employees.Measure = sector.Employees
	for _, c := range []struct {
		table *dynamics.JobFlowTable
		lang  locale.Language
		want  []string
	}{
		{flows(2, 812), locale.English, []string{"Companies in Fyn created 1,079 jobs in 2018 and shed 382: +697 net. Full-time equivalent jobs created and destroyed by companies in Fyn, 2017–2018, each year against the one before. 2017: +812, −920, net −108; 2018: +1,079, −382, net +697."}},
		{employees, locale.Danish, []string{"Virksomhederne i Fyn skabte 1.079 job i 2018 og nedlagde 382: netto +697. Job skabt og nedlagt i virksomhederne i Fyn, ansatte, 2017–2018, hvert år mod året før. "}},
		{flowCases()["pairs"], locale.English, []string{" from 2017 to 2018 and shed ", "between the two years of each pair. 2010–2016: +"}},
		{flowCases()["gaps"], locale.Danish, []string{"2010–2018", "Uden ændringer i virksomheder med ukendte tal: 3 uoplyste og 1 diskretioneret.", ": uoplyst, −"}},
		{flowCases()["nothing known"], locale.English, []string{"No job flow is known. "}},
	} {
		page, err := sectorplot.NewJobFlowsPage(c.table, growthplot.Text{Subject: "Fyn"}, growthplot.Style{Lang: c.lang})
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

// A year without a pair has no bars, and the line of the net change stops before
// it; so does a flow that is not known.
func TestJobFlowsGaps(t *testing.T) {
	page, err := sectorplot.NewJobFlowsPage(flowCases()["gaps"], growthplot.Text{}, growthplot.Style{})
	body := svgOf(t, page, err)
	// Seven pairs, one without creation, and the key.
	if up := strings.Count(body, "fill:#5B9BC8"); up != 6+1 {
		t.Errorf("%d bars up and in the key, want 7", up)
	}
	if !strings.Contains(body, ">n/a</text>") {
		t.Error("the flow that is not known is not said to be so")
	}
	// Runs 2010–2011, 2014, 2016–2018: two have a line, and so has the key.
	if n := strings.Count(body, "stroke:#15191E"); n != 3 {
		t.Errorf("%d lines of the net change, want 3", n)
	}
}

func TestJobFlowsErrors(t *testing.T) {
	infinite, negative := flows(3, 100), flows(3, 100)
	infinite.Totals[1].JobCreation = math.Inf(1)
	negative.Totals[1].JobDestruction = -1
	for want, c := range map[string]struct {
		table *dynamics.JobFlowTable
		style growthplot.Style
	}{
		"without totals": {&dynamics.JobFlowTable{}, growthplot.Style{}}, "flows of +Inf": {infinite, growthplot.Style{}}, "flows of -1": {negative, growthplot.Style{}},
		"no room": {flows(300, 100), growthplot.Style{Width: 225, Height: 168.75}}, "growthplot: figure": {flows(3, 1), growthplot.Style{Width: 1}},
	} {
		if _, err := sectorplot.NewJobFlowsPage(c.table, growthplot.Text{}, c.style); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// Jobs created and destroyed, year by year.
func ExampleNewJobFlowsPage() {
	panel, err := dynamics.NewPanel([]sector.Company{
		{ID: "1", Year: 2016, FTE: sector.Value(100)}, {ID: "1", Year: 2017, FTE: sector.Value(130)}, {ID: "1", Year: 2018, FTE: sector.Value(120)},
		{ID: "2", Year: 2016, FTE: sector.Value(50)}, {ID: "2", Year: 2017, FTE: sector.Value(45)}, {ID: "2", Year: 2018, FTE: sector.Value(80)},
	}, dynamics.PanelOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := dynamics.JobFlows(panel, dynamics.JobFlowOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	page, err := sectorplot.NewJobFlowsPage(table, growthplot.Text{}, growthplot.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.ReplaceAll(page.Alt(), "\u00a0", " "))
	// Output:
	// Companies created 35.0 jobs in 2018 and shed 10.0: +25.0 net. Full-time equivalent jobs created and destroyed by companies, 2017–2018, each year against the one before. 2017: +30.0, −5.0, net +25.0; 2018: +35.0, −10.0, net +25.0.
}
