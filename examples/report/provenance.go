package main

import (
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// provenance says where the figures come from.
func (a *analysis) provenance() notebook.Provenance {
	type column struct {
		Field      string  `json:"field"`
		Header     string  `json:"header"`
		Year       int     `json:"year,omitempty"`
		Unit       float64 `json:"unit"`
		Missing    *int    `json:"missing,omitempty"`
		Suppressed *int    `json:"suppressed,omitempty"`
	}
	type left struct {
		Line int    `json:"line"`
		Text string `json:"text"`
	}
	type rejected struct {
		Line   int    `json:"line"`
		Column string `json:"column,omitempty"`
		Value  string `json:"value,omitempty"`
		Reason string `json:"reason"`
	}
	columns, bad, totals, notes, notProjected, warnings := []column{}, []rejected{}, []left{}, []left{}, []string{}, []string{}
	for _, c := range a.read.Columns {
		missing, suppressed := a.unknownOf(c)
		columns = append(columns, column{c.Field, c.Header, c.Year, c.Unit, missing, suppressed})
	}
	for _, e := range a.read.Rejected {
		bad = append(bad, rejected{e.Line, e.Column, e.Value, e.Reason})
	}
	for _, t := range a.read.Totals {
		totals = append(totals, left{t.Line, t.Text})
	}
	for _, t := range a.read.Notes {
		notes = append(notes, left{t.Line, t.Text})
	}
	for _, n := range a.outlook.NotProjected {
		notProjected = append(notProjected, n.Name)
	}
	for _, w := range a.warnings() {
		warnings = append(warnings, w.Error())
	}
	var target any // null if there is none: a target of 0 is another thing
	if a.target > 0 {
		target = a.target
	}
	assumptions := a.outlook.Total.Assumptions
	out := notebook.Provenance{
		Input: map[string]any{"file": a.read.File, "sha256": a.read.SHA256, "bytes": a.read.Size},
		Detected: map[string]any{
			"packing": a.read.Packing, "encoding": a.read.Dialect.Encoding, "separator": string(a.read.Dialect.Comma), "header_line": a.read.Dialect.HeaderLine,
			"decimal_mark": string(a.read.Dialect.Notation.Decimal), "thousands_separator": string(a.read.Dialect.Notation.Group),
			"currency": a.read.Currency, "columns": columns, "ignored": append([]string{}, a.read.Ignored...),
			"firms": [...]string{"rows", "column", "distinct ids"}[a.read.Firms],
		},
		Counts: map[string]any{
			"rows": a.read.Rows, "kept": a.read.Kept, "unchecked_for_doubles": a.read.Unchecked, "rejected": bad, "totals_left_out": totals, "notes_left_out": notes, "not_projected": notProjected, "warnings": warnings,
		},
		Assumptions: map[string]any{
			"language": a.lang, "name": a.name, "measure": a.measure, "prices": "current", "base_year": a.baseYear, "to": a.to, "target_jobs": target,
			"market_growth": assumptions.Market, "productivity_growth": assumptions.Productivity, "market_share_growth": assumptions.Share,
			"simulation": a.sure.Simulation(),
		},
	}
	if a.protect != nil {
		// What is published comes from the protected table. The checksum of the
		// file would tell whoever knows most of it when the rest is guessed.
		hidden, all := a.hidden()
		out.Input = map[string]any{"file": a.read.File}
		out.Counts = map[string]any{"figures": all, "figures_hidden": hidden, "not_projected": notProjected, "warnings": warnings}
		out.Assumptions.(map[string]any)["protected_where"] = a.rules(locale.English)
	}
	if a.pricesFile != "" {
		out.Assumptions.(map[string]any)["real_terms_in_prices_of"] = a.baseYear
	}
	for _, s := range a.sources {
		english, _, _ := strings.Cut(s.what, "|")
		out.Input.(map[string]any)[strings.ReplaceAll(english, " ", "_")] = map[string]any{"file": s.read.File, "sha256": s.read.SHA256, "bytes": s.read.Size}
	}
	return out
}

// warnings are those that the report carries.
func (a *analysis) warnings() []error {
	if a.protect != nil { // those of reading quote single rows
		return slices.Concat(a.table.Warnings, a.outlook.Warnings)
	}
	return slices.Concat(a.read.Warnings, a.table.Warnings, a.outlook.Warnings)
}

// unknownOf counts the cells of a column of the file that are not known, nil
// where that is not told.
func (a *analysis) unknownOf(c sectorcsv.Column) (missing, suppressed *int) {
	if a.protect == nil {
		return &c.Missing, &c.Suppressed
	}
	var m, s int
	ok := false
	switch c.Field {
	case a.measure.String():
		m, s, ok = a.notKnown(func(r sector.Row) sector.Cell { return r.Jobs })
	case "revenue":
		m, s, ok = a.notKnown(func(r sector.Row) sector.Cell { return r.Revenue })
	}
	if !ok {
		return nil, nil
	}
	return &m, &s
}
