package disclosure

import (
	"errors"
	"fmt"
	"slices"

	"smartcity/sector"
)

// admit returns an error unless tables are what can be protected.
func admit(opt Options, tables []*sector.Table) error {
	if len(tables) == 0 {
		return errors.New("disclosure: no tables to protect")
	}
	some := false // rows with contributions
	for i, t := range tables {
		if t == nil {
			return fmt.Errorf("disclosure: table %d is nil", i)
		}
		some = some || slices.ContainsFunc(t.Totals, func(r sector.Row) bool { return r.Contributions != nil })
	}
	for i, t := range tables {
		why := opt.wants(t)
		if some && why == "" {
			why = "protection beside tables that have them"
		}
		for _, r := range slices.Concat(t.Rows, t.Totals) {
			if r.Firms.Sum == sector.Hidden() || r.Jobs.Sum == sector.Hidden() || r.Revenue.Sum == sector.Hidden() {
				return fmt.Errorf("disclosure: table %d has suppressed sums: protect the table they come from", i)
			}
			if why != "" && r.Contributions == nil && r.Rows > 0 {
				return &NoContributions{Table: i, Why: why}
			}
			if named(t, &r) {
				return &NamedCompanies{Table: i, By: names(t)}
			}
			for _, column := range []sector.Column{sector.Jobs, sector.Revenue, sector.Firms, sector.FirmsWeighted} {
				parts := contributionsTo(&r, (&figures{column: column}).from)
				if r.Figure(column).Float64() < 0 || slices.ContainsFunc(parts, func(x float64) bool { return x < 0 }) {
					return &NegativeFigures{Table: i, Key: r.Key, Column: columnName(t, column)}
				}
			}
		}
	}
	return nested(tables)
}

// named reports whether a row is called like a company in it. A sector or region
// may be, where other companies are in it too.
func named(t *sector.Table, r *sector.Row) bool {
	n := 0
	for i := range r.Contributions {
		if r.Contributions[i].Named {
			n++
		}
	}
	own := slices.ContainsFunc(names(t), func(name string) bool { return !builtIn(name) })
	return n > 0 && (own || n == len(r.Contributions))
}

// wants says what a table needs contributions for, "" if nothing does.
func (o Options) wants(t *sector.Table) string {
	for _, r := range o.Rules {
		if _, ok := r.(MinimumCompanies); !ok {
			return "the " + r.String()
		}
	}
	if t.FirmsOverlap {
		return "counting companies that stand in several rows of the file"
	}
	for _, w := range t.Warnings {
		if _, ok := errors.AsType[*sector.YearsMixed](w); ok {
			return "counting companies of several years"
		}
	}
	for _, name := range names(t) {
		if !builtIn(name) {
			return "telling whether rows by " + name + " are named after companies"
		}
	}
	return ""
}

// names returns those of a table's dimensions.
func names(t *sector.Table) (out []string) {
	for _, d := range t.By {
		out = append(out, d.Name())
	}
	return out
}
