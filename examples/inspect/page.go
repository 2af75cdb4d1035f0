package main

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// view is how a file is shown.
type view struct {
	lang    locale.Language
	measure sector.Measure
	first   int
}

func (v view) page(companies []sector.Company, read *sectorcsv.Report) (notebook.Page, error) {
	l := v.lang
	page := notebook.Page{Lang: l, Title: read.File, Subtitle: fmt.Sprintf("%s bytes, SHA-256 %s", l.Number(float64(read.Size), 0), read.SHA256)}
	page.Blocks = append(page.Blocks, notebook.Heading{Text: l.Pick("What was detected", "Hvad der blev genkendt")}, notebook.Prose(v.detected(read)), v.columns(read))
	page.Blocks = append(page.Blocks, notebook.Heading{Text: l.Pick("The first companies", "De første virksomheder")}, v.companies(companies, read))
	page.Blocks = append(page.Blocks, notebook.Heading{Text: l.Pick("What was read", "Hvad der blev læst")}, notebook.Prose(v.rows(read)))
	for _, bad := range read.Rejected {
		page.Blocks = append(page.Blocks, notebook.Note(notebook.Text(bad.Error())))
	}
	for _, w := range read.Warnings {
		words := command.Warning(w, l)
		if words == "" {
			words = notebook.Text(w.Error())
		}
		page.Blocks = append(page.Blocks, notebook.Warning(words))
	}
	table, err := v.table(companies, read)
	if err != nil {
		return page, err
	}
	page.Blocks = append(page.Blocks, notebook.Heading{Text: l.Pick("By sector", "Efter branche")}, table)
	return page, nil
}

func (v view) detected(r *sectorcsv.Report) string {
	l := v.lang
	d := r.Dialect
	packing := l.Pick("not packed", "ikke pakket")
	if r.Packing != "" {
		packing = r.Packing
	}
	return fmt.Sprintf(l.Pick(
		"Encoding %s, %s. Columns are separated by %s; decimals by %s, thousands by %s. The header stands in line %d. Revenue is in %s. Firms are counted %s.",
		"Tegnsæt %s, %s. Kolonner er adskilt af %s; decimaler af %s, tusinder af %s. Overskriften står i linje %d. Omsætning er i %s. Virksomheder tælles %s."),
		d.Encoding, packing, v.mark(d.Comma), v.mark(d.Notation.Decimal), v.mark(d.Notation.Group), d.HeaderLine, r.Currency, [...]string{
			l.Pick("as rows", "som rækker"), l.Pick("by their column", "efter deres kolonne"), l.Pick("as distinct numbers", "som forskellige numre"),
		}[r.Firms])
}

// mark names a separator.
func (v view) mark(r rune) string {
	l := v.lang
	switch r {
	case 0:
		return l.Pick("nothing", "ingenting")
	case ',':
		return l.Pick("comma", "komma")
	case ';':
		return l.Pick("semicolon", "semikolon")
	case '\t':
		return l.Pick("tab", "tabulator")
	case '|':
		return l.Pick("vertical bar", "lodret streg")
	case '.':
		return l.Pick("point", "punktum")
	case ' ':
		return l.Pick("space", "mellemrum")
	case '\'':
		return l.Pick("apostrophe", "apostrof")
	}
	return notebook.Text(string(r))
}

func (v view) columns(r *sectorcsv.Report) notebook.Table {
	l := v.lang
	t := notebook.Table{Caption: l.Pick("Columns", "Kolonner"), Columns: []notebook.Column{
		{Header: l.Pick("Header", "Overskrift")}, {Header: l.Pick("Field", "Felt")}, {Header: l.Pick("Year", "År"), Year: true}, {Header: l.Pick("Unit", "Enhed"), Decimals: -1},
		{Header: l.Pick("Not stated", "Uoplyst")}, {Header: l.Pick("Suppressed", "Diskretioneret")},
	}}
	for _, c := range r.Columns {
		year := notebook.Str("")
		if c.Year != 0 {
			year = notebook.Num(float64(c.Year))
		}
		unit := notebook.Str("")
		if c.Unit != 1 {
			unit = notebook.Num(c.Unit)
		}
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(c.Header), notebook.Str(c.Field), year, unit, notebook.Num(float64(c.Missing)), notebook.Num(float64(c.Suppressed))})
	}
	for _, h := range r.Ignored {
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(h), notebook.Str(l.Pick("not used", "ikke brugt")), notebook.Str(""), notebook.Str(""), notebook.Str(""), notebook.Str("")})
	}
	return t
}

func (v view) companies(companies []sector.Company, r *sectorcsv.Report) notebook.Table {
	var t notebook.Table
	var cells []func(*sector.Company) notebook.Cell
	column := func(field string, c notebook.Column, cell func(*sector.Company) notebook.Cell) {
		if r.Has(field) || field == "year" {
			c.Header = field
			t.Columns, cells = append(t.Columns, c), append(cells, cell)
		}
	}
	text := func(field string, of func(*sector.Company) string) {
		column(field, notebook.Column{}, func(c *sector.Company) notebook.Cell { return notebook.Str(of(c)) })
	}
	figure := func(field string, of func(*sector.Company) sector.Figure) {
		column(field, notebook.Column{Decimals: -1}, func(c *sector.Company) notebook.Cell { return cell(of(c)) })
	}
	text("id", func(c *sector.Company) string { return c.ID })
	text("establishment", func(c *sector.Company) string { return c.Establishment })
	text("name", func(c *sector.Company) string { return c.Name })
	text("sector", func(c *sector.Company) string { return c.Sector })
	text("industry_code", func(c *sector.Company) string { return c.IndustryCode })
	text("region", func(c *sector.Company) string { return c.Region })
	text("municipality", func(c *sector.Company) string { return c.Municipality })
	column("year", notebook.Column{Year: true}, func(c *sector.Company) notebook.Cell { return notebook.Num(float64(c.Year)) })
	figure("fte", func(c *sector.Company) sector.Figure { return c.FTE })
	figure("employees", func(c *sector.Company) sector.Figure { return c.Employees })
	figure("revenue", func(c *sector.Company) sector.Figure { return c.Revenue })
	figure("firms", func(c *sector.Company) sector.Figure { return c.Firms })
	figure("share", func(c *sector.Company) sector.Figure { return c.Share })
	column("founded", notebook.Column{Year: true}, func(c *sector.Company) notebook.Cell {
		if c.Founded == 0 {
			return notebook.Cell{}
		}
		return notebook.Num(float64(c.Founded))
	})
	for i := range min(v.first, len(companies)) {
		var row []notebook.Cell
		for _, of := range cells {
			row = append(row, of(&companies[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// cell is a figure as a table takes it.
func cell(f sector.Figure) notebook.Cell {
	if f.Status() == sector.Suppressed {
		return notebook.Suppressed()
	}
	return notebook.Num(f.Float64())
}

func (v view) rows(r *sectorcsv.Report) string {
	l := v.lang
	n := func(i int) string { return l.Number(float64(i), 0) }
	var text strings.Builder
	fmt.Fprintf(&text, l.Pick("%s rows, %s companies kept, %s rows left out as wrong, %s as totals, %s as notes.", "%s rækker, %s virksomheder beholdt, %s rækker udeladt som forkerte, %s som totaler, %s som noter."), n(r.Rows), n(r.Kept), n(len(r.Rejected)), n(len(r.Totals)), n(len(r.Notes)))
	for _, t := range slices.Concat(r.Totals, r.Notes) {
		fmt.Fprintf(&text, l.Pick(" Line %d: %s.", " Linje %d: %s."), t.Line, notebook.Text(t.Text))
	}
	if r.Unchecked > 0 {
		fmt.Fprintf(&text, l.Pick(" %s have no number and were not looked for among doubled ones.", " %s har intet nummer og er ikke søgt blandt dubletter."), n(r.Unchecked))
	}
	return text.String()
}

func (v view) table(companies []sector.Company, r *sectorcsv.Report) (notebook.Table, error) {
	l := v.lang
	opt := r.Options(sector.BySector(), sector.ByYear())
	opt.Measure = v.measure
	table, err := sector.Aggregate(companies, opt)
	if err != nil {
		return notebook.Table{}, err
	}
	t := notebook.Table{Columns: []notebook.Column{
		{Header: l.Pick("Sector", "Branche")}, {Header: l.Pick("Year", "År"), Year: true}, {Header: l.Pick("Companies", "Virksomheder")},
		{Header: v.measure.Unit(), Decimals: 1}, {Header: l.Pick("Revenue", "Omsætning"), Unit: table.Currency}, {Header: l.Pick("Revenue per job", "Omsætning pr. job"), Unit: table.Currency},
	}}
	for _, row := range append(table.Rows, table.Totals...) {
		name := row.Key[0]
		if name == "" && len(t.Rows) >= len(table.Rows) {
			name = l.Pick("Total", "I alt")
		}
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(l.GroupName(name)), notebook.Num(float64(row.Year)), cell(row.Firms.Sum), cell(row.Jobs.Sum), cell(row.Revenue.Sum), cell(row.RevenuePerJob)})
	}
	return t, nil
}
