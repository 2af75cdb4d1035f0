package disclosure

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/sector"
)

// setting is a case of an attack: companies, the tables made of them and how
// they are protected.
type setting struct {
	name      string
	companies func(rng *rand.Rand) []sector.Company
	tables    [][]sector.Dimension
	builder   sector.Options // but By
	options   func(rng *rand.Rand) Options
	seeds     uint64
	work      int // −1 for boxes alone
}

func (s setting) interval(o Options) float64 {
	o, _ = o.settled()
	return o.Interval
}

// protect makes the tables of a setting and protects them.
func (s setting) protect(t *testing.T, companies []sector.Company, o Options) ([]*sector.Table, *Result) {
	t.Helper()
	var tables []*sector.Table
	for _, by := range s.tables {
		b := s.builder
		b.By = by
		table, err := sector.Aggregate(companies, b)
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, table)
	}
	work := mostWork
	if s.work != 0 {
		work = s.work
	}
	result, err := protect(o, work, tables)
	if err != nil {
		t.Fatal(err)
	}
	return tables, result
}

// levels are all that is published: the tables and totals, and with AllMargins
// what lies between.
func (s setting) levels(o Options) [][]sector.Dimension {
	var out [][]sector.Dimension
	add := func(dims []sector.Dimension) {
		same := func(have []sector.Dimension) bool {
			return len(have) == len(dims) && !slices.ContainsFunc(dims, func(d sector.Dimension) bool {
				return !slices.ContainsFunc(have, func(e sector.Dimension) bool { return d.Name() == e.Name() })
			})
		}
		if !slices.ContainsFunc(out, same) {
			out = append(out, dims)
		}
	}
	for _, by := range s.tables {
		add(by)
		add(slices.DeleteFunc(slices.Clone(by), func(d sector.Dimension) bool { return d.Name() != "year" }))
		if o.Margins == AllMargins {
			for _, l := range levels(by) {
				add(l)
			}
		}
	}
	return out
}

// byYear makes companies over several years, in few sectors and regions, that
// come and go.
func byYear(years int, missing float64) func(rng *rand.Rand) []sector.Company {
	return func(rng *rand.Rand) []sector.Company {
		var out []sector.Company
		for _, c := range small(rng, 4+rng.IntN(30), 1+rng.IntN(4), 1+rng.IntN(3), missing) {
			for y := range years {
				if rng.IntN(5) == 0 {
					continue
				}
				c.Year = 2015 + y
				if c.FTE.Known() {
					c.FTE = sector.Value(max(0, c.FTE.Float64()+float64(rng.IntN(3)-1)))
				}
				out = append(out, c)
			}
		}
		return out
	}
}

func settings() []setting {
	S, R, Y, Z := sector.BySector(), sector.ByRegion(), sector.ByYear(), sector.BySize()
	type tables = [][]sector.Dimension
	with := sector.Options{Contributions: true}
	plain := func(*rand.Rand) Options { return Options{} }
	some := func(rng *rand.Rand) Options {
		return Options{
			Rules:    [][]Rule{nil, {PPercent{P: 20}}, {MinimumCompanies{N: 4}, Dominance{N: 1, K: 70}}}[rng.IntN(3)],
			Interval: []float64{0, 3, 30}[rng.IntN(3)], Margins: Margins(rng.IntN(2)),
		}
	}
	given := func(rng *rand.Rand) Options { o := some(rng); o.Margins = GivenMargins; return o }
	series := func(rng *rand.Rand) Options { o := some(rng); o.Years = WholeSeries; return o }
	workplaces := func(rng *rand.Rand) []sector.Company { // of a third as many companies
		out := byYear(1, .1)(rng)
		for i := range out {
			out[i].Establishment, out[i].ID = out[i].ID, fmt.Sprint(i/3)
		}
		return out
	}
	half := sector.By("half", func(c sector.Company) string { return map[bool]string{true: "first", false: "second"}[c.Sector < "C"] })
	return []setting{
		{name: "by sector", companies: byYear(1, .1), tables: tables{{S}}, builder: with, options: some, seeds: 20},
		{name: "by sector and year", companies: byYear(4, .1), tables: tables{{S, Y}}, builder: with, options: some, seeds: 15},
		{name: "whole series", companies: byYear(3, .1), tables: tables{{S, R, Y}}, builder: with, options: series, seeds: 10},
		{name: "three tables", companies: byYear(2, .1), tables: tables{{S, Y}, {R, Y}, {S, R, Y}}, builder: with, options: given, seeds: 10},
		{name: "margins alone", companies: byYear(1, 0), tables: tables{{S}, {R}}, builder: with, options: given, seeds: 10},
		{name: "sum over years", companies: byYear(3, 0), tables: tables{{S, Y}, {S}}, builder: with, options: given, seeds: 15},
		{name: "tables with a margin in common", companies: byYear(1, 0), tables: tables{{S, R}, {S, Z}}, builder: with, options: given, seeds: 15},
		{name: "by size", companies: byYear(1, .1), tables: tables{{S, Z}}, builder: with, options: some, seeds: 15},
		{name: "three dimensions", companies: byYear(1, .1), tables: tables{{S, R, half}}, builder: with, options: some, seeds: 15},
		{name: "groups of sectors", companies: byYear(1, .1), tables: tables{{S, half}, {S}, {half}}, builder: with, options: given, seeds: 15},
		{name: "without contributions", companies: byYear(2, .1), tables: tables{{S, R, Y}}, options: plain, seeds: 10},
		{name: "years in another order", companies: byYear(2, .1), tables: tables{{Y, R}}, builder: with, options: some, seeds: 10},
		{name: "workplaces", companies: workplaces, tables: tables{{S, R}}, builder: sector.Options{Firms: sector.CountIDs, Contributions: true}, options: some, seeds: 15},
	}
}

func TestAttackOnTables(t *testing.T) {
	for _, s := range settings() {
		attackOn(t, s)
		s.work, s.name = -1, s.name+" with boxes"
		attackOn(t, s)
	}
}

func attackOn(t *testing.T, s setting) {
	t.Run(s.name, func(t *testing.T) {
		hidden, inside := 0, 0
		for seed := range s.seeds {
			rng := rand.New(rand.NewPCG(seed, 9))
			companies := s.companies(rng)
			o := s.options(rng)
			tables, result := s.protect(t, companies, o)
			groups := inCommon(t, groupsOf(t, companies, s.builder, s.levels(o), result), companies, s.builder, s.levels(o))
			for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
				if column == sector.Firms && tables[0].FirmsOverlap {
					continue
				}
				hidden += checkColumn(t, groups, column, s.interval(o))
				if column != sector.Firms && seed%3 == 0 && s.builder.Contributions && !warned(result, tables[0], column) {
					inside += checkInsiders(t, groups, column, s.interval(o))
				}
			}
			shownAsBefore(t, tables, result)
			if t.Failed() {
				t.Fatalf("seed %d, %+v", seed, o)
			}
		}
		if hidden == 0 || inside == 0 && s.builder.Contributions {
			t.Errorf("%d figures attacked, %d by companies", hidden, inside)
		}
	})
}

// warned reports whether a result says that companies know more of a column than
// they should.
func warned(r *Result, t *sector.Table, column sector.Column) bool {
	return slices.ContainsFunc(r.Warnings, func(w error) bool {
		e, ok := w.(*LessUncertain)
		return ok && e.Insiders && e.Column == columnName(t, column)
	})
}

// shownAsBefore checks that figures which are not suppressed are the same as they
// were, and that all suppressed ones are listed.
func shownAsBefore(t *testing.T, tables []*sector.Table, result *Result) {
	t.Helper()
	listed := 0
	for n, table := range tables {
		now := result.Tables[n]
		for k, rows := range [][]sector.Row{table.Rows, table.Totals} {
			after := [][]sector.Row{now.Rows, now.Totals}[k]
			if len(after) != len(rows) {
				t.Fatalf("table %d has %d rows, had %d", n, len(after), len(rows))
			}
			for i := range rows {
				if !slices.Equal(rows[i].Key, after[i].Key) {
					t.Fatalf("row %q was %q", after[i].Key, rows[i].Key)
				}
				for _, column := range columns() {
					was, is := rows[i].Figure(column), after[i].Figure(column)
					if is != was && is != sector.Hidden() {
						t.Fatalf("%q: %v was %v", rows[i].Key, is, was)
					}
					if is == sector.Hidden() && was.Known() {
						listed++
					}
				}
			}
		}
	}
	for _, s := range result.Suppressions {
		if s.Table >= 0 {
			row, ok := tables[s.Table].Row(s.Key...)
			if s.Total {
				row, ok = tables[s.Table].Total(s.Year)
			}
			if ok && row.Figure(s.Column).Known() {
				listed--
			}
		}
	}
	if listed != 0 {
		t.Errorf("%d more figures are hidden than are listed", listed)
	}
}

// TestAuditAgainstSimplex compares the intervals that Audit computes with those
// of gonum, over the same tables.
func TestAuditAgainstSimplex(t *testing.T) {
	for _, s := range settings() {
		for seed := range min(s.seeds, 8) {
			rng := rand.New(rand.NewPCG(seed, 10))
			companies := s.companies(rng)
			o := s.options(rng)
			o.Margins = GivenMargins
			_, result := s.protect(t, companies, o)
			audit, err := Audit(result.Tables...)
			if err != nil {
				t.Fatal(err)
			}
			groups := inCommon(t, groupsOf(t, companies, s.builder, s.levels(o), result), companies, s.builder, s.levels(o))
			for _, i := range audit.Intervals {
				var a attack
				a.column(groups, i.Column)
				g := groups[slices.IndexFunc(groups, func(g *published) bool {
					return sameGroup(g, Suppression{By: names(result.Tables[i.Table]), Key: i.Key, Year: i.Year, Total: i.Total})
				})]
				low, high := a.interval(t, unknownOf(g, i.Column))
				if !near(low, i.Lower, 1e3) || high != i.Upper && !near(high, i.Upper, 1e3) {
					t.Fatalf("%s, seed %d: column %d of %s lies in %v to %v, gonum says %v to %v", s.name, seed, i.Column, g.name(), i.Lower, i.Upper, low, high)
				}
			}
		}
	}
}
