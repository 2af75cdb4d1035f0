package main

import (
	"fmt"
	"math"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
)

// realTerms takes the change of prices out of revenue.
func (a *analysis) realTerms() ([]notebook.Block, error) {
	if a.pricesFile == "" {
		return nil, nil
	}
	l := a.lang
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("In real terms", "I faste priser")}}
	nominal, err := a.table.Series(sector.Revenue)
	if err != nil {
		return nil, err
	}
	if math.IsNaN(growthOver(nominal).to) {
		return append(blocks, notebook.Note(l.Pick("No revenue is known that prices could be taken out of.", "Der kendes ingen omsætning, som prisudviklingen kan tages ud af."))), nil
	}
	revenue, err := growth.Deflate(nominal, a.prices, a.baseYear)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.pricesFile, err)
	}
	perJob, err := a.table.Series(sector.RevenuePerJob)
	if err != nil {
		return nil, err
	}
	ratio := growth.Series{Values: []float64{}}
	if !math.IsNaN(growthOver(perJob).to) {
		d, err := growth.Deflate(perJob, a.prices, a.baseYear)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.pricesFile, err)
		}
		ratio = d.Real
	}
	constant := fmt.Sprintf(l.Pick("%d prices", "%d-priser"), a.baseYear)
	t := notebook.Table{
		Name: "revenue-real", Sheet: l.Pick("Real terms", "Faste priser"), Caption: fmt.Sprintf(l.Pick("Revenue in current and in %s", "Omsætning i løbende priser og i %s"), constant),
		Columns: []notebook.Column{
			{Name: "year", Header: l.Pick("Year", "År"), Year: true},
			a.moneyColumn("revenue", l.Pick("Current prices", "Løbende priser"), revenue.Nominal),
			{Name: "price_index", Header: fmt.Sprintf(l.Pick("Prices, %d = 100", "Priser, %d = 100"), a.baseYear), Decimals: 1},
			a.moneyColumn("revenue_real", capital(constant), revenue.Real),
			{Name: "revenue_real_change", Header: l.Pick("Change", "Ændring"), Unit: l.Pick("%", "pct."), Scale: .01, Decimals: 1, Signed: true},
			a.moneyColumn("revenue_real_per_"+a.measure.String(), capital(a.perJob())+", "+constant, ratio),
		},
		Note: l.Pick("Revenue in the prices of one year is revenue × the index of that year / the index of its own. Change: against the year before.", "Omsætning i ét års priser er omsætning × årets indeks / eget års indeks. Ændring: i forhold til året før."),
	}
	hidden := func(c sector.Column, year int, x float64) notebook.Cell {
		if total, ok := a.table.Total(year); ok && total.Figure(c).Status() == sector.Suppressed {
			return notebook.Suppressed()
		}
		return notebook.Num(x)
	}
	for year := nominal.FirstYear; year <= nominal.LastYear(); year++ {
		x := revenue.Real.At(year)
		change := hidden(sector.Revenue, year, changeOf(revenue.Real.At(year-1), x))
		switch {
		case year == nominal.FirstYear:
			change = notebook.Str("") // there is no year before
		case hidden(sector.Revenue, year-1, 0) == notebook.Suppressed():
			change = notebook.Suppressed()
		}
		t.Rows = append(t.Rows, []notebook.Cell{
			notebook.Num(float64(year)), hidden(sector.Revenue, year, nominal.At(year)), notebook.Num(100 * a.prices.At(year) / a.prices.At(a.baseYear)), hidden(sector.Revenue, year, x),
			change, hidden(sector.RevenuePerJob, year, ratio.At(year)),
		})
	}
	was, is := growthOver(revenue.Real), growthOver(nominal)
	if was.fromYear < was.toYear && was.from > 0 && is.from > 0 {
		text := fmt.Sprintf(l.Pick("From %d to %d revenue went from %s to **%s** in %s: **%s**, against %s in current prices.", "Fra %d til %d gik omsætningen fra %s til **%s** i %s: **%s** mod %s i løbende priser."),
			was.fromYear, was.toYear, a.amount(was.from), a.amount(was.to), constant, a.signed(changeOf(was.from, was.to)), a.signed(changeOf(nominal.At(was.fromYear), nominal.At(was.toYear))))
		revenue.Real.Name, nominal.Name = capital(constant), l.Pick("Current prices", "Løbende priser")
		revenue.Real.Unit, nominal.Unit = l.Pick("Revenue", "Omsætning"), l.Pick("Revenue", "Omsætning")
		chart, err := growthplot.NewIndexPage([]growth.Series{nominal, revenue.Real}, was.fromYear, growthplot.Text{
			Title:  a.realTitle(was),
			Source: a.source(),
		}, growthplot.Style{Lang: l})
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, notebook.Prose(text), notebook.Chart{Name: "revenue-real", Picture: chart, Data: &t})
	}
	blocks = append(blocks, t)
	for _, w := range revenue.Warnings {
		if w, ok := w.(*growth.NotDeflated); ok {
			blocks = append(blocks, notebook.Warning(fmt.Sprintf(l.Pick("Without a price, and so without revenue in %s: %s.", "Uden pris og derfor uden omsætning i %s: %s."), constant, years(w.Years))))
		}
	}
	return blocks, nil
}

// realTitle says what became of revenue when prices are taken out of it.
func (a *analysis) realTitle(was span) string {
	l, change := a.lang, changeOf(was.from, was.to)
	english, danish := "Revenue has grown %s in real terms since %d", "Omsætningen er vokset %s i faste priser siden %d"
	if change < 0 {
		english, danish = "Revenue has fallen %s in real terms since %d", "Omsætningen er faldet %s i faste priser siden %d"
	}
	return fmt.Sprintf(l.Pick(english, danish), l.Percent(math.Abs(change), 1), was.fromYear)
}

// span is the first and the last known figure of a series.
type span struct {
	fromYear, toYear int
	from, to         float64
}

func growthOver(s growth.Series) span {
	out := span{from: math.NaN(), to: math.NaN()}
	for i, x := range s.Values {
		if math.IsNaN(x) {
			continue
		}
		if math.IsNaN(out.from) {
			out.fromYear, out.from = s.FirstYear+i, x
		}
		out.toYear, out.to = s.FirstYear+i, x
	}
	return out
}

// changeOf is NaN unless the first figure is above zero.
func changeOf(from, to float64) float64 {
	if from > 0 {
		return to/from - 1
	}
	return math.NaN()
}

// years lists years: "2014, 2015".
func years(list []int) string {
	var out []string
	for _, y := range list {
		out = append(out, fmt.Sprint(y))
	}
	return strings.Join(out, ", ")
}

// moneyColumn is a column of money in the magnitude of its figures.
func (a *analysis) moneyColumn(name, header string, s growth.Series) notebook.Column {
	l, currency, largest := a.lang, a.currency(), 0.0
	for _, x := range s.Values {
		if !math.IsNaN(x) {
			largest = max(largest, math.Abs(x))
		}
	}
	c := notebook.Column{Name: name, Header: header, Unit: currency}
	if largest >= 1e6 {
		c.Unit, c.Scale, c.Decimals = l.Pick(currency+" m", "mio. "+currency), 1e6, 1
		if largest < 1e8 {
			c.Decimals = 3
		}
	}
	return c
}
