package chapter

import (
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector"
)

// show makes a table of the view of a result: the columns named, in the
// reader's language, on the page, and all of them as they are in the file of
// figures. The row of the total stands below the others, and is not in the file.
func (c *Chapter) show(v growth.View, name, caption string, columns ...string) notebook.Table {
	level := index(v, "level")
	shown, parts := growth.View{}, growth.View{Columns: v.Columns}
	at := make([]int, len(columns))
	for k, column := range columns {
		at[k] = index(v, column)
		shown.Columns = append(shown.Columns, v.Columns[at[k]])
	}
	total := false
	for _, row := range v.Rows {
		whole := level >= 0 && row[level].Text == "total"
		var cells []growth.Entry
		for k, i := range at {
			e := row[i]
			if e.Kind == growth.TextEntry {
				e.Text = c.cell(columns[k], e.Text)
				if whole && k == 0 {
					e.Text = c.say("Total", "I alt")
				}
			}
			cells = append(cells, e)
		}
		shown.Rows = append(shown.Rows, cells)
		if !whole {
			parts.Rows = append(parts.Rows, row)
		}
		total = total || whole
	}
	t := notebook.FromView(shown, name, caption, c.Lang, c.dressed(shown.Columns)...)
	if n := len(t.Rows); total {
		t.Rows, t.Total = t.Rows[:n-1], t.Rows[n-1]
	}
	if t.Total != nil && len(t.Rows) == 0 { // the total is all there is
		t.Rows, t.Total = [][]notebook.Cell{t.Total}, nil
	}
	data := notebook.FromView(parts, name, caption, c.Lang)
	t.Data = &data
	return t
}

// index returns the place of a column, -1 for a level that the view does not
// have.
func index(v growth.View, column string) int {
	i := slices.IndexFunc(v.Columns, func(c growth.ViewColumn) bool { return c.Name == column })
	if i < 0 && column != "level" {
		panic("chapter: the view has no column " + column)
	}
	return i
}

// cell is a text of a column in the reader's language. Names from data stay
// what they are.
func (c *Chapter) cell(column, text string) string {
	switch column {
	case "class":
		return c.sizeClass(text)
	case "sector", "region", "group", "name":
		return c.Lang.GroupName(text)
	case "of":
		return map[string]string{"size": c.say("size", "størrelse"), "revenue_per_job": c.perJob()}[text]
	}
	return text
}

// dressed gives columns the heads of the reader's language, and jobs the decimals
// they have throughout the chapter.
func (c *Chapter) dressed(shown []growth.ViewColumn) []notebook.Column {
	var columns []notebook.Column
	for _, v := range shown {
		column := notebook.Column{Name: v.Name, Header: c.header(v.Name), Signed: signedColumn(v.Name)}
		switch {
		case v.Name == "equivalent_number":
			column.Scale, column.Decimals = 1, 1
		case v.Unit == c.sectors.Unit(sector.Jobs):
			column.Scale, column.Decimals = 1, c.decimals()
			if column.Signed {
				column.Decimals = 1
			}
		}
		columns = append(columns, column)
	}
	return columns
}

// decimals of printed jobs: small numbers need one.
func (c *Chapter) decimals() int {
	if total, ok := c.sectors.Total(c.year); ok && total.Jobs.Sum.Float64() < 100 {
		return 1
	}
	return 0
}

// signedColumn reports whether a column is a change or a part of one, or of an
// index that can be below zero.
func signedColumn(name string) bool {
	switch name {
	case "change", "growth", "national_share", "industry_mix", "regional_shift", "competitive", "allocation", "undivided", "gamma", "z", "size_between_t", "per_job_between_t":
		return true
	}
	return strings.HasSuffix(name, "_homothetic") || strings.HasSuffix(name, "_remainder")
}

// header is the head of a column for readers.
func (c *Chapter) header(name string) string {
	if name == c.Measure.String() {
		return capital(c.unit())
	}
	head, ok := map[string][2]string{
		"sector": {"Sector", "Branche"}, "region": {"Region", "Region"}, "year": {"Year", "År"}, "class": {"Size class", "Størrelsesklasse"},
		"firms": {"Companies", "Virksomheder"}, "companies": {"Companies", "Virksomheder"}, "revenue": {"Revenue", "Omsætning"}, "figure": {capital(c.unit()), capital(c.unit())},
		"firm_share": {"Share of companies", "Andel af virksomheder"}, "company_share": {"Share of companies", "Andel af virksomheder"},
		"job_share": {"Share of " + c.unit(), "Andel af " + c.unit()}, "revenue_share": {"Share of revenue", "Andel af omsætning"},
		"mean_size": {c.unit() + " a company", capital(c.unit()) + " pr. virksomhed"}, "revenue_per_job": {capital(c.perJob()), capital(c.perJob())},
		"hhi": {"HHI", "HHI"}, "hhi_normalised": {"HHI, normalised", "HHI, normeret"}, "equivalent_number": {"Equivalent number", "Ækvivalent antal"},
		"cr4": {"CR4", "CR4"}, "cr10": {"CR10", "CR10"}, "cr10_revenue": {"CR10 of revenue", "CR10 af omsætning"}, "gini": {"Gini", "Gini"}, "gini_normalised": {"Gini, normalised", "Gini, normeret"},
		"location_quotient": {"LQ", "LQ"},
		"rank":              {"Rank", "Nr."}, "name": {"Company", "Virksomhed"}, "share": {"Share", "Andel"}, "accumulated_share": {"Accumulated", "Akkumuleret"},
		"index": {"Index", "Indeks"}, "part": {"Part of the companies", "Del af virksomhederne"}, "of": {"Of", "Af"}, "total": {"Total", "I alt"}, "within": {"Within sectors", "Inden for brancher"}, "between": {"Between sectors", "Mellem brancher"},
		"between_share": {"Between, share", "Mellem, andel"},
		"size_t":        {"Size: T", "Størrelse: T"}, "size_within_t": {"within", "inden for"}, "size_between_t": {"between", "mellem"},
		"per_job_t": {capital(c.perJob()) + ": T", capital(c.perJob()) + ": T"}, "per_job_within_t": {"within", "inden for"}, "per_job_between_t": {"between", "mellem"},
		"same": {"Same class", "Samme klasse"}, "up": {"Higher", "Højere"}, "down": {"Lower", "Lavere"}, "births": {"New", "Nye"}, "deaths": {"Gone", "Ophørt"}, "stay": {"Stay in class", "Bliver i klassen"},
		"from_year": {"From", "Fra"}, "to_year": {"To", "Til"}, "change": {"Change", "Ændring"}, "percentage_points": {"Contribution", "Bidrag"}, "growth": {"Growth", "Vækst"},
		"sectors": {"Sectors", "Brancher"}, "krugman": {"Krugman, 0–2", "Krugman, 0–2"}, "krugman_halved": {"Krugman halved, 0–1", "Krugman halveret, 0–1"},
		"locational_gini": {"Locational Gini", "Lokaliserings-Gini"}, "hoover": {"Hoover", "Hoover"},
		"gamma": {"γ", "γ"}, "g": {"G", "G"}, "g_expected": {"G expected", "G forventet"}, "plant_hhi": {"H of companies", "H af virksomheder"}, "z": {"z", "z"},
		"plants": {"Companies", "Virksomheder"}, "plants_left_out": {"Left out", "Udeladt"},
		"national_share": {"National share", "National effekt"}, "industry_mix": {"Industry mix", "Brancheeffekt"}, "regional_shift": {"Regional shift", "Regional effekt"},
		"competitive": {"Competitive", "Konkurrenceeffekt"}, "allocation": {"Allocation", "Allokeringseffekt"}, "undivided": {"Undivided", "Ikke opdelt"},
		"national_homothetic": {"National, homothetic", "National, homotetisk"}, "national_remainder": {"National, remainder", "National, rest"},
		"industry_homothetic": {"Industry, homothetic", "Branche, homotetisk"}, "industry_remainder": {"Industry, remainder", "Branche, rest"},
		"regional_homothetic": {"Regional, homothetic", "Regional, homotetisk"}, "regional_remainder": {"Regional, remainder", "Regional, rest"},
		"regional_industry_homothetic": {"Regional industry, homothetic", "Regional branche, homotetisk"}, "regional_industry_remainder": {"Regional industry, remainder", "Regional branche, rest"},
		"jobs_missing": {capital(c.unit()) + " not stated", capital(c.unit()) + " uoplyst"}, "jobs_suppressed": {"suppressed", "diskretioneret"},
		"revenue_missing": {"Revenue not stated", "Omsætning uoplyst"}, "revenue_suppressed": {"suppressed", "diskretioneret"},
		"base": {"Base", "Start"}, "end": {"End", "Slut"},
	}[name]
	if !ok {
		panic("chapter: no words for the column " + name)
	}
	return c.Lang.Pick(head[0], head[1])
}

// stated is columns without those of revenue, where the file has none.
func (c *Chapter) stated(columns ...string) []string {
	if c.file.Has("revenue") {
		return columns
	}
	return slices.DeleteFunc(columns, func(name string) bool { return strings.Contains(name, "revenue") })
}
