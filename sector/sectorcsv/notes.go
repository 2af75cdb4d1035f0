package sectorcsv

import (
	"fmt"
	"slices"
	"strings"

	"smartcity/sector"
)

// note leaves out a row that is a note on the table, errSkip, and refuses one
// that may be a note or a heading and would be counted as a company. Neither has
// a figure or a year of its own.
//
// A note begins with a word such as "Source:", or is nothing but a text with an
// asterisk, or a number and a bracket, before it. Another text that is alone in
// its row, in a file of three columns or more whose rows are companies, says
// nothing that tells it from a heading, unless it has a digit and no space, as
// numbers of companies do.
func (d *decoder) note(r *row) error {
	if r.Year != "" || r.FTE != "" || r.Employees != "" || r.Revenue != "" || r.Firms != "" || r.Value != "" || slices.ContainsFunc(r.Wide, notBlank) {
		return nil
	}
	first, n := "", 0
	for _, cell := range d.plan.cells(r) {
		if text := strings.TrimSpace(cell); text != "" {
			if n++; n == 1 {
				first = text
			}
		}
	}
	switch {
	case n == 0:
		return nil
	case isSource(first), n == 1 && isFootnote(first):
		if err := d.saysUnit(first); err != nil {
			e := d.whole(err).(*Error)
			e.Line = d.line
			return e
		}
		d.report.Notes = append(d.report.Notes, Left{Line: d.line, Text: first})
		return errSkip
	case n > 1, len(d.plan.columns) < 3, d.plan.wide || d.plan.long || d.plan.has("firms"):
		return nil
	case strings.ContainsAny(first, "0123456789") && !strings.ContainsAny(first, " \u00a0"):
		return nil
	}
	return &Error{
		File: d.opt.Name, Line: d.line, row: true,
		Reason: fmt.Sprintf("nothing but %s stands in this row: take it out if it is a note or a heading; if it is a company of which nothing is known, write NA for one of its figures", quote(first)),
	}
}

func notBlank(s string) bool { return strings.TrimSpace(s) != "" }

// isFootnote reports whether a text has a mark of footnotes before it.
func isFootnote(text string) bool {
	before, after, ok := strings.Cut(text, ")")
	return text[0] == '*' || ok && len(before) <= 2 && strings.HasPrefix(after, " ") && isDigits(before)
}

// isSource reports whether a text says that it is a note or a source.
func isSource(text string) bool {
	before, _, ok := strings.Cut(text, ":")
	if !ok || len(before) > 20 {
		return false
	}
	return slices.Contains([]string{
		"source", "sources", "note", "notes", "kilde", "kilder", "noter", "anm", "anmaerkning", "anmaerkninger", "bemaerk", "kalla", "quelle", "quellen", "anmerkung", "anmerkungen", "zrodło", "uwaga", "bron",
	}, fold(before))
}

// nothingKnown notes a company of which nothing is known.
func (d *decoder) nothingKnown(c *sector.Company) {
	if d.opt.Year != 0 && c.ID == "" && figuresOf(c) == [4]sector.Figure{} && !d.plan.has("firms") {
		d.remark(2*len(d.plan.columns), "", "")
	}
}
