package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// meaning is one way to take "12–17 % a year".
type meaning struct {
	en, da       string
	growth       projection.Uncertainty
	persistence  projection.Persistence
	productivity growth.Rate
}

func meanings() []meaning {
	eight := projection.Uncertainty{Shape: projection.Normal, Meaning: projection.CentralInterval, Probability: .8}
	return []meaning{
		{"Growth on average is 12–17% with 80% probability", "Den gennemsnitlige vækst er 12–17 pct. med 80 pct. sandsynlighed", eight, projection.Persistent, 0},
		{"Any average between 12% and 17% is as likely, none outside", "Ethvert gennemsnit mellem 12 og 17 pct. er lige sandsynligt, intet udenfor", projection.Uncertainty{Shape: projection.Uniform, Meaning: projection.HardLimits}, projection.Persistent, 0},
		{"Each year by itself is 12–17% with 80% probability", "Hvert år for sig er 12–17 pct. med 80 pct. sandsynlighed", eight, projection.IndependentYears, 0},
		{"As the first, with 2% productivity growth a year", "Som den første, med 2 pct. produktivitetsvækst om året", eight, projection.Persistent, .02},
	}
}

// draw simulates the jobs from 2018 under a meaning.
func draw(m meaning) (*projection.Simulated, error) {
	p, err := projection.Project("Smart City", "FTE", base, dataYear, targetYear, projection.Assumptions{Market: market, Productivity: m.productivity})
	if err != nil {
		return nil, err
	}
	return projection.Simulate(context.Background(), []*projection.Projection{p}, projection.Simulation{
		Growth: m.growth, Persistence: m.persistence,
		Targets: []projection.JobsTarget{{Sector: p.Name, Jobs: target}, {Sector: p.Name, Jobs: base + target}},
	}, rand.NewPCG(2018, 2025))
}

// chance says how likely both readings are, and what that hangs on.
func chance(l locale.Language, _ *projection.Projection) ([]notebook.Block, error) {
	table := notebook.Table{
		Name: "chance", Caption: fmt.Sprintf(l.Pick("What 12–17%% a year can mean, and what follows for %d", "Hvad 12–17 pct. om året kan betyde, og hvad der følger for %d"), targetYear),
		Columns: []notebook.Column{
			{Name: "meaning", Header: l.Pick("If it means", "Hvis det betyder")},
			{Name: "level", Header: l.Number(target, 0) + l.Pick(" in all", " i alt")},
			{Name: "likely_by", Header: l.Pick("More likely than not by", "Mere sandsynligt end ikke fra"), Year: true},
			{Name: "gain", Header: l.Number(target, 0) + l.Pick(" more", " flere")},
			{Name: "low", Header: l.Pick("1 in 10 below", "1 ud af 10 under")}, {Name: "high", Header: l.Pick("1 in 10 above", "1 ud af 10 over")},
		},
		Note: fmt.Sprintf(l.Pick("%s draws each. In all: reached by %d; more: %s in %[2]d.", "%s trækninger hver. I alt: nået i %d; flere: %s i %[2]d."), l.Number(projection.DefaultPaths, 0), targetYear, l.Number(base+target, 0)),
	}
	var first *projection.Simulated
	least, most := math.Inf(1), 0.0
	for _, m := range meanings() {
		r, err := draw(m)
		if err != nil {
			return nil, err
		}
		if first == nil {
			first = r
		}
		level, gain := r.Targets[0], r.Targets[1]
		last := targetYear - dataYear
		least, most = min(least, gain.By[last]), max(most, gain.By[last])
		by := math.NaN()
		if year, ok := level.YearBy(.5); ok {
			by = float64(year)
		}
		f := r.Sectors[0]
		table.Rows = append(table.Rows, []notebook.Cell{
			notebook.Str(l.Pick(m.en, m.da)), notebook.NumAs(level.By[last], drawn(l, level.By[last])), notebook.Num(by), notebook.NumAs(gain.By[last], drawn(l, gain.By[last])), notebook.Num(f.QuantileIn(targetYear, .1)), notebook.Num(f.QuantileIn(targetYear, .9)),
		})
	}
	chart, err := projectionplot.NewFanPage(first, first.Sectors[0].Name, growth.Series{}, growthplot.Text{
		Subject: l.Pick("Denmark", "Danmark"), Source: l.Pick("Smart City Cluster Denmark, December 2019; own calculation", "Smart City Cluster Denmark, december 2019; egne beregninger"),
		Note: l.Pick("Growth is 12–17% a year with 80% probability, the same in all years.", "Væksten er 12–17 pct. om året med 80 pct. sandsynlighed, ens i alle år."),
	}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	short := first.Targets[1].Shortfall[targetYear-dataYear]
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("How likely it was", "Hvor sandsynligt det var")},
		notebook.Prose(strings.ReplaceAll(fmt.Sprintf(l.Pick(
			"From 2018, %s jobs in all were to be expected by %d, if jobs grow as the market does. %s *more* were not: that took the very top of the range, and has a probability of %s to %s. No source says what its range means, so each row below is a choice; in the first the jobs are %s short of it on average.",
			"Fra 2018 var %s job i alt at forvente i %d, hvis jobtallet vokser som markedet. %s *flere* var det ikke: Det kræver den øverste ende af intervallet og har en sandsynlighed på %s til %s. Ingen kilde siger, hvad dens interval betyder, så hver række nedenfor er et valg; i den første mangler der i gennemsnit %s job."),
			l.Number(target, 0), targetYear, l.Number(target, 0), drawn(l, least), drawn(l, most), l.Number(short, 0)), "pct..", "pct.")), // the point of the abbreviation ends the sentence
		notebook.Chart{Name: "fan", Picture: chart, Data: command.FanTable(first, "total", fmt.Sprintf(l.Pick("Simulated jobs, %d–%d", "Simulerede job, %d–%d"), dataYear, targetYear), l, strings.Clone)},
		table,
	}, nil
}

// drawn writes a probability that was drawn, never as certain or impossible.
func drawn(l locale.Language, p float64) string {
	switch {
	case p >= .9995:
		return fmt.Sprintf("over %s", l.Percent(.999, 1))
	case p < .0005:
		return fmt.Sprintf("under %s", l.Percent(.001, 1))
	}
	return l.Percent(p, 1)
}

// baseNeeded says what there must have been to start from for the figure to follow
// at an end of the range.
func baseNeeded(l locale.Language, _ *projection.Projection) ([]notebook.Block, error) {
	table := notebook.Table{
		Name: "base", Caption: fmt.Sprintf(l.Pick("The base from which %s follows in %d", "Det udgangspunkt, som %s i %d følger af"), l.Number(target, 0), targetYear),
		Columns: []notebook.Column{{Name: "base_year", Header: l.Pick("From", "Fra"), Year: true}},
	}
	for _, kind := range []string{"level", "gain"} {
		for _, rate := range []growth.Rate{market.Low, market.High} {
			header := l.Pick("In all, at ", "I alt, ved ")
			if kind == "gain" {
				header = l.Pick("More, at ", "Flere, ved ")
			}
			table.Columns = append(table.Columns, notebook.Column{Name: fmt.Sprintf("%s_at_%.0f", kind, 100*rate), Header: header + l.Percent(float64(rate), 0)})
		}
	}
	var printed []string
	for year := dataYear - 1; year <= dataYear+1; year++ {
		row := []notebook.Cell{notebook.Num(float64(year))}
		for less, kind := range []string{l.Pick("in all", "i alt"), l.Pick("more", "flere")} {
			for _, rate := range []growth.Rate{market.Low, market.High} {
				needed := target / (math.Pow(1+float64(rate), float64(targetYear-year)) - float64(less))
				row = append(row, notebook.Num(needed))
				if unit := projection.UnitOf(base); math.Abs(needed-base) < unit/2 {
					printed = append(printed, fmt.Sprintf(l.Pick("%s, at %s, from %d", "%s, ved %s, fra %d"), kind, l.Percent(float64(rate), 0), year))
				}
			}
		}
		table.Rows = append(table.Rows, row)
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("What the base must be", "Hvad udgangspunktet skal være")},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"Turned around, the figure says where it starts. Of these, printed as %s: %s.",
			"Vendt om siger tallet, hvor det begynder. Af disse trykkes som %s: %s."), l.Number(base, 0), strings.Join(printed, "; "))),
		table,
	}, nil
}
