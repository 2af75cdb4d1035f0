package main

import (
	"fmt"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/projection"
	"smartcity/projection/projectionplot"
)

// story is the page.
func story(l locale.Language) (notebook.Page, error) {
	outlook, err := projection.Project("Smart City", "FTE", base, dataYear, targetYear, projection.Assumptions{Market: market})
	if err != nil {
		return notebook.Page{}, err
	}
	page := notebook.Page{
		Lang:     l,
		Title:    l.Pick("17,600 → 35,200 by 2025: what the number rests on", "17.600 → 35.200 i 2025: hvad tallet hviler på"),
		Subtitle: l.Pick("From the published figures of the Danish Smart City mapping, 2019", "Ud fra de offentliggjorte tal i den danske Smart City-kortlægning, 2019"),
	}
	for _, part := range []func(locale.Language, *projection.Projection) ([]notebook.Block, error){facts, inShort, band, asLevel, asGain, baseNeeded, readings, chance, bridge} {
		blocks, err := part(l, outlook)
		if err != nil {
			return notebook.Page{}, err
		}
		page.Blocks = append(page.Blocks, blocks...)
	}
	return page, nil
}

// facts are the published figures and the ratios they imply.
func facts(l locale.Language, _ *projection.Projection) ([]notebook.Block, error) {
	n := l.Number
	return []notebook.Block{
		notebook.KeyFigures{
			{Label: l.Pick("Full-time equivalents", "Fuldtidsbeskæftigede (årsværk)"), Value: n(base, 0), Note: l.Pick(n(base/float64(companies), 1)+" a company", n(base/float64(companies), 1)+" pr. virksomhed")},
			{Label: l.Pick("Companies", "Virksomheder"), Value: n(companies, 0), Note: l.Pick(million(l, revenue/companies, 1)+" a company", million(l, revenue/companies, 1)+" pr. virksomhed")},
			{Label: l.Pick("Revenue a year", "Omsætning om året"), Value: l.Money(revenue, "DKK", locale.Billions, 0), Note: l.Pick(million(l, revenue/base, 3)+" a full-time equivalent", million(l, revenue/base, 3)+" pr. fuldtidsbeskæftiget")},
			{Label: l.Pick("Growth of the world market", "Vækst på verdensmarkedet"), Value: market.Format(l), Note: l.Pick("a year", "om året")},
		},
		notebook.Prose(l.Pick(
			"Smart City Cluster Denmark wrote in December 2019 that this growth “can give 35,200 smart jobs in Denmark in 2025”. Others print the same analysis as 35,200 jobs *more*. Both are arithmetic, and both are below. The year of the figures, 2018, is printed nowhere; it is inferred.",
			"Smart City Cluster Denmark skrev i december 2019, at væksten »kan give 35.200 smarte job i Danmark i 2025«. Andre gengiver den samme analyse som 35.200 *flere* job. Begge dele følger af regnestykket og står nedenfor. Tallenes år, 2018, står ingen steder; det er udledt.")),
	}, nil
}

// band is 17,600 growing 12–17 % a year.
func band(l locale.Language, p *projection.Projection) ([]notebook.Block, error) {
	figures := notebook.Table{
		Name: "projection", Caption: l.Pick("Full-time equivalents at both ends of the range", "Fuldtidsbeskæftigede ved begge ender af intervallet"),
		Columns: []notebook.Column{
			{Name: "year", Header: l.Pick("Year", "År"), Year: true},
			{Name: "low", Header: l.Pick("Low", "Lav")}, {Name: "low_gain", Header: l.Pick("Gain, low", "Tilvækst, lav"), Signed: true},
			{Name: "high", Header: l.Pick("High", "Høj")}, {Name: "high_gain", Header: l.Pick("Gain, high", "Tilvækst, høj"), Signed: true},
		},
	}
	low, high := p.Scenarios[0], p.Scenarios[1]
	for year := p.BaseYear; year <= p.To; year++ {
		figures.Rows = append(figures.Rows, []notebook.Cell{
			notebook.Num(float64(year)), notebook.Num(low.LevelIn(year)), notebook.Num(low.GainIn(year)), notebook.Num(high.LevelIn(year)), notebook.Num(high.GainIn(year)),
		})
	}
	chart, err := projectionplot.NewBandPage(p, growth.Series{}, target, growthplot.Text{
		Subject: l.Pick("Denmark", "Danmark"),
		Source:  l.Pick("Smart City Cluster Denmark, December 2019; own calculation.", "Smart City Cluster Denmark, december 2019; egne beregninger."),
	}, growthplot.Style{Lang: l})
	if err != nil {
		return nil, err
	}
	low12, err := low.Rate.DoublingTime()
	if err != nil {
		return nil, err
	}
	high17, err := high.Rate.DoublingTime()
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("The band", "Intervallet")},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"From %s in %d, growth of %s a year leads to **%s–%s** full-time equivalents in %d. At the low rate jobs double in %s years, at the high one in %s.",
			"Fra %s i %d fører en vækst på %s om året til **%s–%s** fuldtidsbeskæftigede i %d. Ved den lave vækst fordobles jobtallet på %s år, ved den høje på %s."),
			l.Number(p.Base, 0), p.BaseYear, market.Format(l), l.Number(low.LevelIn(p.To), 0), l.Number(high.LevelIn(p.To), 0), p.To, l.Number(low12, 1), l.Number(high17, 1))),
		notebook.Chart{Name: "band", Picture: chart, Data: &figures},
		figures,
	}, nil
}

// asLevel reads 35,200 as the jobs there are in 2025: a doubling.
func asLevel(l locale.Language, p *projection.Projection) ([]notebook.Block, error) {
	needed := notebook.Table{
		Name: "level", Caption: fmt.Sprintf(l.Pick("Growth needed for %s → %s by %d", "Vækst, der kræves for %s → %s i %d"), l.Number(base, 0), l.Number(target, 0), targetYear),
		Columns: []notebook.Column{
			{Name: "base_year", Header: l.Pick("From", "Fra"), Year: true}, {Name: "years", Header: l.Pick("Years", "Antal år")},
			{Name: "rate", Header: l.Pick("Needed", "Kræver"), Unit: l.Pick("% a year", "pct. om året"), Scale: .01, Decimals: 3},
			{Name: "inside", Header: l.Pick("Inside ", "Inden for ") + market.Format(l)},
		},
	}
	for year := dataYear; year <= dataYear+2; year++ {
		rate, err := growth.RequiredRate(base, year, target, targetYear)
		if err != nil {
			return nil, err
		}
		inside := l.Pick("no", "nej")
		if rate >= market.Low && rate <= market.High {
			inside = l.Pick("yes", "ja")
		}
		needed.Rows = append(needed.Rows, []notebook.Cell{notebook.Num(float64(year)), notebook.Num(float64(targetYear - year)), notebook.Num(float64(rate)), notebook.Str(inside)})
	}
	slow, err := p.Scenarios[0].YearReached(target)
	if err != nil {
		return nil, err
	}
	fast, err := p.Scenarios[1].YearReached(target)
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("As a level: 17,600 → 35,200 by 2025", "Som niveau: 17.600 → 35.200 i 2025")},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"As the number of jobs there *are* in %d, %s is %s doubled. From %d it is reached in %d at the low rate and in %d at the high one.",
			"Som det antal job, der *er* i %d, er %s en fordobling af %s. Fra %d nås det i %d ved den lave vækst og i %d ved den høje."),
			targetYear, l.Number(target, 0), l.Number(base, 0), dataYear, slow, fast)),
		needed,
	}, nil
}

// asGain reads 35,200 as the jobs there are more than today.
func asGain(l locale.Language, p *projection.Projection) ([]notebook.Block, error) {
	low, high := p.Scenarios[0], p.Scenarios[1]
	rate, err := p.RequiredRate(base + target)
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("As a gain: 35,200 more than 17,600", "Som tilvækst: 35.200 flere end 17.600")},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"As the number of jobs *more* than in %d, %s makes %s in all, and needs %s a year. At %s the gain is %s and the level %s, which are printed as 35,200 and 52,800; at %s the gain is %s. So this reading takes the high end of the range.",
			"Som det antal job, der er *flere* end i %d, giver %s i alt %s og kræver %s om året. Ved %s er tilvæksten %s og niveauet %s, der trykkes som 35.200 og 52.800; ved %s er tilvæksten %s. Denne fortolkning bygger altså på den høje ende af intervallet."),
			dataYear, l.Number(target, 0), l.Number(base+target, 0), l.Percent(float64(rate), 2),
			l.Percent(float64(market.High), 0), l.Number(high.GainIn(targetYear), 0), l.Number(high.LevelIn(targetYear), 0),
			l.Percent(float64(market.Low), 0), l.Number(low.GainIn(targetYear), 0))),
	}, nil
}

// bridge shows what the headline takes for granted: that market growth is job
// growth.
func bridge(l locale.Language, p *projection.Projection) ([]notebook.Block, error) {
	const productivity = 0.02
	q, err := projection.Project(p.Name, p.Unit, base, dataYear, targetYear, projection.Assumptions{Market: market, Productivity: productivity})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{
		notebook.Heading{Text: l.Pick("Market growth is not job growth", "Markedsvækst er ikke jobvækst")},
		notebook.Prose(fmt.Sprintf(l.Pick(
			"The %s a year are growth of the *market*. To carry them over to jobs unchanged assumes that revenue per full-time equivalent and the Danish share of the market stay as they are. With productivity growing %s a year, jobs grow %s–%s a year and reach **%s–%s** in %d instead of %s–%s.",
			"De %s om året er vækst på *markedet*. At føre dem uændret over på job forudsætter, at omsætningen pr. fuldtidsbeskæftiget og den danske markedsandel forbliver uændrede. Med en produktivitetsvækst på %s om året vokser jobtallet med %s–%s om året og når **%s–%s** i %d i stedet for %s–%s."),
			market.Format(l), l.Percent(productivity, 0),
			l.Number(100*float64(q.Scenarios[0].Rate), 1), l.Percent(float64(q.Scenarios[1].Rate), 1),
			l.Number(q.Scenarios[0].LevelIn(targetYear), 0), l.Number(q.Scenarios[1].LevelIn(targetYear), 0), targetYear,
			l.Number(p.Scenarios[0].LevelIn(targetYear), 0), l.Number(p.Scenarios[1].LevelIn(targetYear), 0))),
	}, nil
}

// million writes an amount in millions of kroner.
func million(l locale.Language, x float64, decimals int) string {
	return l.Money(x, "DKK", locale.Millions, decimals)
}
