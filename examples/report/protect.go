package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/disclosure"
)

// protection reads the rules of -protect: "min=3,dominance=2:85,p=10", each at
// most once.
func protection(text string) (*disclosure.Options, error) {
	out := &disclosure.Options{}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(text, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		if seen[name] {
			return nil, fmt.Errorf("%q is given twice", name)
		}
		seen[name] = true
		var rule disclosure.Rule
		switch name {
		case "min":
			n, err := strconv.Atoi(value)
			if err != nil || n < 2 {
				return nil, fmt.Errorf("%q: want a number of companies, 2 or more, such as min=3", part)
			}
			rule = disclosure.MinimumCompanies{N: n}
		case "dominance":
			largest, share, _ := strings.Cut(value, ":")
			n, err := strconv.Atoi(largest)
			k, bad := strconv.ParseFloat(share, 64)
			if err != nil || bad != nil || n < 1 || !(k >= 1 && k < 100) {
				return nil, fmt.Errorf("%q: want the largest companies and the per cent that is too much, such as dominance=2:85", part)
			}
			rule = disclosure.Dominance{N: n, K: k}
		case "p":
			p, err := strconv.ParseFloat(value, 64)
			if err != nil || !(p >= 1 && p <= 100) {
				return nil, fmt.Errorf("%q: want per cent, 1 to 100, such as p=10", part)
			}
			rule = disclosure.PPercent{P: p}
		default:
			return nil, fmt.Errorf(`there is no rule %q: want min=3, dominance=2:85 and p=10, one or more of them with commas between`, part)
		}
		out.Rules = append(out.Rules, rule)
	}
	return out, nil
}

// protect hides in a table what the rules keep back. What the office is to know
// of it goes to its terminal, and nowhere else.
func protect(table *sector.Table, s settings, stderr io.Writer) (*sector.Table, error) {
	result, err := disclosure.Protect(*s.protect, table)
	if err != nil {
		why := "%s cannot be protected: %w"
		if _, ok := errors.AsType[*disclosure.NegativeFigures](err); ok {
			why += "; leave the figure blank to count it as not stated"
		}
		return nil, fmt.Errorf(why, s.data, err)
	}
	for _, w := range result.Warnings {
		fmt.Fprintln(stderr, "report: not for publication:", w)
	}
	return result.Tables[0], nil
}

// concealed reports whether the counts of a row are hidden with its number of
// firms.
func concealed(r sector.Row) bool { return r.Firms.Sum.Status() == sector.Suppressed }

// hidden counts the figures of firms, jobs and revenue in the table by sector
// and year, and those of them that are hidden, as any reader can.
func (a *analysis) hidden() (hidden, all int) {
	for _, rows := range [][]sector.Row{a.table.Rows, a.table.Totals} {
		for _, r := range rows {
			for _, c := range []sector.Cell{r.Firms, r.Jobs, r.Revenue} {
				switch c.Sum.Status() {
				case sector.Suppressed:
					hidden++
					all++
				case sector.Known:
					all++
				}
			}
		}
	}
	return hidden, all
}

// rules names what figures are protected by. The parameters of those that look
// at the size of companies are not told: they would narrow down what is hidden.
func (a *analysis) rules(l locale.Language) []string {
	var out []string
	for _, rule := range a.protect.Rules {
		switch r := rule.(type) {
		case disclosure.MinimumCompanies:
			out = append(out, fmt.Sprintf(l.Pick("fewer than %d companies", "færre end %d virksomheder"), r.N))
		case disclosure.Dominance:
			out = append(out, l.Pick("a few companies dominate", "enkelte virksomheder dominerer"))
		case disclosure.PPercent:
			out = append(out, l.Pick("a company could be worked out by another (p% rule)", "én virksomhed kunne beregne en andens tal (p-procentreglen)"))
		}
	}
	return out
}

// notKnown counts the rows of the file whose figure is not known, by the totals
// that are published; ok is false where one of them hides it.
func (a *analysis) notKnown(of func(sector.Row) sector.Cell) (missing, suppressed int, ok bool) {
	for _, r := range a.table.Totals {
		if concealed(r) {
			return 0, 0, false
		}
		missing, suppressed = missing+of(r).Missing, suppressed+of(r).Suppressed
	}
	return missing, suppressed, true
}
