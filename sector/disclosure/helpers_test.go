package disclosure

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"smartcity/sector"
)

// company is one of a sector, region and year; a negative figure is missing.
func company(id, in, region string, year int, fte, revenue float64) sector.Company {
	c := sector.Company{ID: id, Name: "Name of " + id, Sector: in, Region: region, Year: year}
	if fte >= 0 {
		c.FTE = sector.Value(fte)
	}
	if revenue >= 0 {
		c.Revenue = sector.Value(revenue)
	}
	return c
}

// group is n companies of one sector, region and year, of fte each, and ten
// times that in revenue.
func group(in, region string, year, n int, fte float64) []sector.Company {
	var out []sector.Company
	for i := range n {
		out = append(out, company(fmt.Sprint(in, region, year, i), in, region, year, fte, 10*fte))
	}
	return out
}

func tableOf(t *testing.T, companies []sector.Company, by ...sector.Dimension) *sector.Table {
	t.Helper()
	table, err := sector.Aggregate(companies, sector.Options{By: by, Contributions: true})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func protectAll(t *testing.T, o Options, tables ...*sector.Table) *Result {
	t.Helper()
	result, err := Protect(o, tables...)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range result.Warnings {
		if l, ok := w.(*LessUncertain); !ok || l.Column != "firms" { // which TestMissingTellsFirms is about
			t.Errorf("warning: %v", w)
		}
	}
	return result
}

// hiddenIn lists the rows in which a column is hidden, by key.
func hiddenIn(t *sector.Table, column sector.Column) []string {
	var out []string
	for _, r := range t.Rows {
		if r.Figure(column) == sector.Hidden() {
			out = append(out, strings.Join(r.Key, " "))
		}
	}
	for _, r := range t.Totals {
		if r.Figure(column) == sector.Hidden() {
			out = append(out, strings.TrimSpace("total "+strings.Join(r.Key, "")))
		}
	}
	return out
}

func is[E error](err error) bool { _, ok := errors.AsType[E](err); return ok }
