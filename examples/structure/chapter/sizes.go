package chapter

import (
	"errors"
	"fmt"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector/sectorplot"
	"smartcity/sector/structure"
)

// sizes counts companies, jobs and revenue by size class.
func (c *Chapter) sizes() ([]notebook.Block, error) {
	d, err := structure.SizeClasses(c.companies, c.year, &structure.SizeOptions{Measure: c.Measure, Currency: c.file.Currency})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Data, err)
	}
	c.warn(c.placed(d.Warnings)...)
	table := c.show(d.View(), "size-classes", c.say("Companies by size class, %d", "Virksomheder efter størrelse, %d", c.year), c.stated("class", "companies", c.Measure.String(), "revenue", "company_share", "job_share", "revenue_share")...)
	table.Note = c.say("The EU’s limits, here in %s; its limits of turnover and balance sheet are not applied.", "EU’s grænser, her i %s; grænserne for omsætning og balance er ikke anvendt.", c.unit())
	small, large := d.Lines[0], d.Lines[3]
	text := c.say("Micro companies are %s of the companies and have %s of the %s; large ones (**%s**) have %s.", "Mikrovirksomheder udgør %s af virksomhederne og har %s af alle %s; store virksomheder (**%s**) har %s.",
		c.percent(small.CompanyShare.Float64()), c.percent(small.JobShare.Float64()), c.unit(), c.count(large.Companies), c.percent(large.JobShare.Float64()))
	chart, err := sectorplot.NewSizeClassesPage(d, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	return []notebook.Block{notebook.Heading{Text: c.say("Size classes", "Størrelsesklasser")}, notebook.Prose(text), notebook.Chart{Name: "size-classes", Picture: chart, Data: &table}, table}, nil
}

// placed names size classes in warnings as readers know them.
func (c *Chapter) placed(warnings []error) []error {
	var out []error
	for _, w := range warnings {
		if small, ok := errors.AsType[structure.FewFirms](w); ok {
			named := structure.FewFirms{}
			for _, group := range small.Groups {
				var places []string
				for place := range strings.SplitSeq(group, " → ") {
					places = append(places, c.place(place))
				}
				named.Groups = append(named.Groups, strings.Join(places, " → "))
			}
			w = named
		}
		out = append(out, w)
	}
	return out
}

// movement says how companies have moved between size classes.
func (c *Chapter) movement() ([]notebook.Block, error) {
	heading := notebook.Heading{Level: 3, Text: c.say("Movement between size classes", "Bevægelser mellem størrelsesklasser")}
	years := c.sectors.Years()
	if len(years) < 2 {
		return []notebook.Block{heading, notebook.Prose(c.oneYear())}, nil
	}
	var pairs []structure.SizeMatrix
	for i := range years[1:] {
		m, err := c.transitions(years[i], years[i+1])
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, m)
	}
	m, err := c.transitions(c.from, c.year)
	if err != nil {
		return nil, err
	}
	c.warn(c.placed(m.Warnings)...)
	text := c.say(
		"Of the companies whose size is known in %d and in %d, **%s** are in the same class, %s in a higher one and %s in a lower one. %s have come and %s are gone.",
		"Af de virksomheder, hvis størrelse kendes både i %d og i %d, er **%s** i samme klasse, %s i en højere og %s i en lavere. %s er kommet til, og %s er ophørt.",
		m.From, m.To, c.count(m.Same), c.count(m.Up), c.count(m.Down), c.count(m.Births), c.count(m.Deaths))
	return []notebook.Block{heading, notebook.Prose(text), c.matrix(m), c.pairs(pairs)}, nil
}

func (c *Chapter) oneYear() string {
	return c.say("The file has one year, %d: there is nothing to compare.", "Filen har ét år, %d: der er intet at sammenligne med.", c.year)
}

func (c *Chapter) transitions(from, to int) (structure.SizeMatrix, error) {
	m, err := structure.SizeTransitions(c.companies, from, to, &structure.SizeOptions{Measure: c.Measure})
	if err != nil {
		return m, fmt.Errorf("%s: %w", c.Data, err)
	}
	return m, nil
}

// matrix is the transition matrix: a row for each place companies come from, a
// column for each they go to. The jobs that moved are not in its file: cells of
// one company would tell its size.
func (c *Chapter) matrix(m structure.SizeMatrix) notebook.Table {
	t := notebook.Table{
		Name: "size-transitions", Caption: c.say("Companies by size class in %d and in %d", "Virksomheder efter størrelse i %d og i %d", m.From, m.To),
		Columns: []notebook.Column{{Header: fmt.Sprintf("%d ↓ %d →", m.From, m.To)}},
		Note: c.say(
			"Companies are followed by their number. New: not in the file in %[1]d or before; gone: not in %[2]d or later; absent: not in that year, but before or after it. Stay in class: of the companies of the row that are in a class in both years.",
			"Virksomheder følges på deres nummer. Nye: hverken i filen i %[1]d eller før; ophørt: hverken i %[2]d eller senere; fraværende: ikke i året, men før eller efter. Bliver i klassen: af rækkens virksomheder, der er i en klasse begge år.", m.From, m.To),
	}
	for _, p := range m.Destinations {
		t.Columns = append(t.Columns, notebook.Column{Header: c.place(p.String())})
	}
	t.Columns = append(t.Columns, notebook.Column{Header: c.say("Total", "I alt")}, notebook.Column{Header: c.header("stay"), Unit: c.say("%%", "pct."), Scale: .01, Decimals: 1})
	sums := make([]int, len(m.Destinations)+1)
	for i, row := range m.Moves {
		cells := []notebook.Cell{notebook.Str(c.place(m.Sources[i].String()))}
		all, classed := 0, 0
		for j, move := range row {
			cells = append(cells, notebook.Num(float64(move.Companies)))
			all, sums[j] = all+move.Companies, sums[j]+move.Companies
			if m.Destinations[j].State == structure.InClass {
				classed += move.Companies
			}
		}
		sums[len(row)] += all
		stay := notebook.Str("")
		if m.Sources[i].State == structure.InClass && classed > 0 {
			stay = notebook.Num(float64(row[i].Companies) / float64(classed))
		}
		t.Rows = append(t.Rows, append(cells, notebook.Num(float64(all)), stay))
	}
	t.Total = []notebook.Cell{notebook.Str(c.say("Total", "I alt"))}
	for _, n := range sums {
		t.Total = append(t.Total, notebook.Num(float64(n)))
	}
	t.Total = append(t.Total, notebook.Str(""))
	v := m.View()
	keep := index(v, "share") + 1
	v.Columns = v.Columns[:keep]
	for i := range v.Rows {
		v.Rows[i] = v.Rows[i][:keep]
	}
	data := notebook.FromView(v, t.Name, "", c.Lang)
	t.Data = &data
	return t
}

// pairs follows the movement from each year to the next.
func (c *Chapter) pairs(matrices []structure.SizeMatrix) notebook.Table {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "from_year", Unit: "year"}, {Name: "to_year", Unit: "year"},
		{Name: "same", Unit: "companies"}, {Name: "up", Unit: "companies"}, {Name: "down", Unit: "companies"}, {Name: "births", Unit: "companies"}, {Name: "deaths", Unit: "companies"},
	}}
	for _, m := range matrices {
		var row []growth.Entry
		for _, n := range []int{m.From, m.To, m.Same, m.Up, m.Down, m.Births, m.Deaths} {
			row = append(row, growth.NumberOf(float64(n)))
		}
		v.Rows = append(v.Rows, row)
	}
	return c.show(v, "size-movements", c.say("Companies from each year to the next", "Virksomheder fra hvert år til det næste"), "from_year", "to_year", "same", "up", "down", "births", "deaths")
}
