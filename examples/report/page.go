package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	dynamics "smartcity/examples/dynamics/chapter"
	headline "smartcity/examples/headline/chapter"
	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
	"smartcity/sector"
	"smartcity/sector/sectorplot"
)

// page puts the analysis into blocks, chapter by chapter. Chapters are made side by
// side.
func (a *analysis) page() (notebook.Page, error) {
	l := a.lang
	page := notebook.Page{Lang: l, Title: l.Pick("Jobs and growth potential", "Job og vækstpotentiale"), Subtitle: a.subtitle()}
	if a.name != "" {
		page.Title = a.name + ": " + l.Pick("jobs and growth potential", "job og vækstpotentiale")
	}
	type part struct {
		blocks []notebook.Block
		err    error
	}
	var parts []*part
	var wg sync.WaitGroup
	for _, chapter := range []func() ([]notebook.Block, error){a.keyFigures, a.sectors, a.development, a.realTerms, a.shape.Brief, a.dynamics, a.jobsAhead, a.sure.Brief, a.targetReadings, a.bySector, a.dataQuality, a.method, a.sourceList} {
		made := &part{}
		parts = append(parts, made)
		wg.Go(func() { made.blocks, made.err = chapter() })
	}
	wg.Wait()
	for _, made := range parts {
		if made.err != nil {
			return notebook.Page{}, made.err
		}
		page.Blocks = append(page.Blocks, made.blocks...)
	}
	return page, nil
}

func (a *analysis) subtitle() string {
	years := a.table.Years()
	span := fmt.Sprint(years[0])
	if last := years[len(years)-1]; last > years[0] {
		span = fmt.Sprintf("%d–%d", years[0], last)
	}
	return fmt.Sprintf(a.lang.Pick("Companies %s, jobs to %d", "Virksomheder %s, job frem til %d"), span, a.to)
}

// perJob is what revenue per FTE is called; it is not productivity.
func (a *analysis) perJob() string {
	if a.measure == sector.Employees {
		return a.lang.Pick("revenue per employee", "omsætning pr. ansat")
	}
	return a.lang.Pick("revenue per full-time equivalent", "omsætning pr. fuldtidsbeskæftiget")
}

// ratio writes money per job, with three digits that say something.
func (a *analysis) ratio(x float64) string {
	return growthplot.FormatOf(a.lang, a.table.Currency, x).Format(x)
}

func (a *analysis) sectors() ([]notebook.Block, error) {
	l, y := a.lang, a.baseYear
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("Sectors", "Brancher")}}
	if text := a.largest(); text != "" {
		blocks = append(blocks, notebook.Prose(text))
	}
	table := a.sectorTable()
	text := growthplot.Text{Subject: a.name, Source: a.source()}
	style := growthplot.Style{Lang: l}
	jobs, err := sectorplot.NewJobsPage(a.table, y, text, style)
	if err != nil {
		return nil, err
	}
	blocks = append(blocks, notebook.Chart{Name: "jobs-by-sector", Picture: jobs, Data: &table}, table)
	if slices.ContainsFunc(a.table.In(y), func(r sector.Row) bool { return r.RevenuePerJob.Known() }) {
		ratio, err := sectorplot.NewRevenuePerJobPage(a.table, y, text, style)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, notebook.Chart{Name: "revenue-per-job-by-sector", Picture: ratio, Data: a.ratioTable()})
	}
	return blocks, nil
}

// largest names the sector with the most jobs, if there is one of them.
func (a *analysis) largest() string {
	var best sector.Row
	stated, ties := 0, 0
	for _, r := range a.table.In(a.baseYear) {
		if r.Key[0] == "" {
			continue
		}
		stated++
		switch x, y := r.Jobs.Sum.Float64(), best.Jobs.Sum.Float64(); {
		case a.protect != nil && r.Jobs.Sum.Status() == sector.Suppressed:
			return "" // it may be the largest
		case !r.Jobs.Sum.Known():
		case !best.Jobs.Sum.Known() || x > y:
			best, ties = r, 1
		case x == y:
			ties++
		}
	}
	if stated < 2 || ties != 1 {
		return ""
	}
	return fmt.Sprintf(a.lang.Pick("**%s** is the largest of %d sectors, with %s of %s %s (%s).", "**%s** er den største af %d brancher med %s af %s %s (%s)."),
		notebook.Text(best.Key[0]), stated, a.jobs(best.Jobs.Sum.Float64()), a.jobs(a.base.Jobs.Sum.Float64()), a.unit(),
		a.lang.Percent(a.table.Share(best, sector.Jobs).Float64(), 1))
}

func (a *analysis) jobsAhead() ([]notebook.Block, error) {
	l, p := a.lang, a.outlook.Total
	low, high := p.Scenarios[0], p.Scenarios[1]
	text := fmt.Sprintf(l.Pick(
		"At growth of %s a year, %s %s in %d become **%s–%s** in %d: a gain of %s–%s.",
		"Ved en vækst på %s om året bliver %s %s i %d til **%s–%s** i %d: en tilvækst på %s–%s."),
		a.growth.Format(l), a.jobs(p.Base), a.unit(), p.BaseYear, a.jobs(low.LevelIn(p.To)), a.jobs(high.LevelIn(p.To)), p.To, a.jobs(low.GainIn(p.To)), a.jobs(high.GainIn(p.To)))
	if slow, err := low.Rate.DoublingTime(); err == nil {
		if fast, err := high.Rate.DoublingTime(); err == nil {
			rate, err := p.RequiredRate(2 * p.Base)
			if err != nil {
				return nil, err
			}
			text += " " + fmt.Sprintf(l.Pick(
				"A doubling, to %s, takes %s–%s years; by %d it needs %s a year.",
				"En fordobling, til %s, tager %s–%s år; i %d kræver den %s om året."),
				a.jobs(2*p.Base), l.Number(fast, 1), l.Number(slow, 1), p.To, l.Percent(float64(rate), 2))
		}
	}
	chart, err := projectionplot.NewBandPage(p, a.history, a.target, growthplot.Text{Source: a.source()}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: fmt.Sprintf(l.Pick("The jobs ahead, to %d", "Jobbene frem til %d"), p.To)},
		notebook.Prose(text),
		notebook.Chart{Name: "jobs-ahead", Picture: chart, Data: a.bandTable()},
		a.projectionTable(),
		notebook.Note(l.Pick(
			"The range is growth of the *market*. It is carried over to jobs unchanged, which assumes that revenue per job and the share of the market stay as they are.",
			"Intervallet er vækst på *markedet*. Det føres uændret over på job, hvilket forudsætter, at omsætningen pr. job og markedsandelen forbliver uændrede.")),
	}, nil
}

// targetReadings shows what a target means as a level and as a gain.
func (a *analysis) targetReadings() ([]notebook.Block, error) {
	if a.target == 0 {
		return nil, nil
	}
	table, err := a.targetTable()
	if err != nil {
		return nil, err
	}
	l := a.lang
	readings, err := a.headline()
	if err != nil {
		return nil, err
	}
	return append([]notebook.Block{
		notebook.Heading{Text: fmt.Sprintf(l.Pick("What a target of %s means", "Hvad et mål på %s betyder"), a.jobs(a.target))},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"A figure such as %s can mean the jobs there are in %d, or the jobs there are *more* than in %d. The two need different growth.",
			"Et tal som %s kan betyde de job, der er i %d, eller de job, der er *flere* end i %d. De to kræver forskellig vækst."), a.jobs(a.target), a.to, a.baseYear)),
		table,
	}, readings...), nil
}

// headline says which readings explain the target, as a published figure, best.
func (a *analysis) headline() ([]notebook.Block, error) {
	l := a.lang
	base := locale.Shift(math.Round(locale.Shift(a.base.Jobs.Sum.Float64(), a.decimals())), -a.decimals()) // as it is printed
	if !(base > 0) {
		return nil, nil
	}
	claim := projection.Claim{Base: base, Range: a.growth, Target: a.to, DataYear: a.baseYear, Figures: []projection.Figure{{Value: a.target}}}
	text, err := headline.Explain(l, claim)
	if err != nil {
		return nil, err
	}
	t, _, _, _, err := headline.Readings(l, []headline.Source{{Claim: claim}})
	if err != nil {
		return nil, err
	}
	blocks := []notebook.Block{text}
	if len(t.Rows) == 0 {
		return blocks, nil
	}
	// The file reads the same in all languages.
	english, _, _, _, err := headline.Readings(locale.English, []headline.Source{{Claim: claim}})
	if err != nil {
		return nil, err
	}
	t.Data = english.Data
	// One source needs no name.
	t.Caption, t.Columns, t.Data.Columns = l.Pick("Readings of the target, the best first", "Fortolkninger af målet, den bedste først"), t.Columns[2:], t.Columns[2:]
	for i := range t.Rows {
		t.Rows[i], t.Data.Rows[i] = t.Rows[i][2:], t.Data.Rows[i][2:]
	}
	return append(blocks, t), nil
}

func (a *analysis) bySector() ([]notebook.Block, error) {
	l := a.lang
	charts, err := a.sure.BriefBySector()
	if err != nil {
		return nil, err
	}
	blocks := append([]notebook.Block{notebook.Heading{Text: l.Pick("The jobs ahead by sector", "Udsigterne branche for branche")}}, append(charts, a.sectorOutlook())...)
	var left []string
	for _, n := range a.outlook.NotProjected {
		left = append(left, notebook.Text(a.lang.GroupName(n.Name)))
	}
	if len(left) > 0 {
		blocks = append(blocks, notebook.Warning(fmt.Sprintf(l.Pick("Not projected, since their jobs in %d are not known, hidden or zero: %s.", "Ikke fremskrevet, da deres job i %d ikke kendes, er diskretioneret eller er nul: %s."), a.baseYear, strings.Join(left, ", "))))
	}
	return blocks, nil
}

// dynamics follows companies over years, which a protected report cannot.
func (a *analysis) dynamics() ([]notebook.Block, error) {
	if a.protect != nil {
		return []notebook.Block{dynamics.Title(a.lang), notebook.Note(a.lang.Pick(
			"Jobs created and destroyed, and companies that come and go or grow fast, are counted company by company and are left out of this protected report.",
			"Skabte og nedlagte job og virksomheder, der kommer og går eller vokser hurtigt, er talt virksomhed for virksomhed og er udeladt af denne diskretionerede rapport."))}, nil
	}
	blocks, err := dynamics.Brief(a.companies, a.read, dynamics.Settings{Data: a.data, Lang: a.lang, Measure: a.measure})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.data, err)
	}
	return blocks, nil
}

// source is the line below a chart.
func (a *analysis) source() string {
	return a.lang.Pick("Own calculation from ", "Egne beregninger ud fra ") + a.read.File + "."
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
