package sectorsql

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// HighGrowth asks an engine for what [dynamics.FindHighGrowth] makes of a panel of
// the same companies: how many have grown as a rule asks, and the gazelles among
// them. Counts are the same, sums of jobs to the precision in which the engine
// adds. Growth that is within 10⁻⁸ of what the rule asks is not left to the engine:
// the two figures, as often as a company has them, cross the wire and are compared
// as decimals.
//
// What cannot be pushed down are the single companies, HighGrowthTable.Companies,
// which stay in the engine: the list is nil. The starts of the periods must be named
// in the options, since an engine is not asked for the years it has before. For
// gazelles by founding year Query.Columns.Founded is needed; without it all are
// dated by when they are first active, as those that state none. Of several founding
// years of a company the earliest is taken, too, but there is no
// [*dynamics.FoundedDiffers].
//
// The panel, the query and other errors are those of [JobFlows], with a
// [*dynamics.RuleError] for a rule that makes no sense. It panics if it is asked
// for size classes.
func HighGrowth(ctx context.Context, db Querier, q Query, rule dynamics.HighGrowthRule, opt dynamics.HighGrowthOptions) (*dynamics.HighGrowthTable, error) {
	s, err := newGrowth(&q, rule, opt)
	if err != nil {
		return nil, err
	}
	if err := s.ask(ctx, db, &q, s.take); err != nil {
		return nil, err
	}
	if s.fault != nil {
		return nil, s.fault
	}
	slices.Sort(s.years)
	return dynamics.HighGrowthOfRows(s.rows, s.years, q.Options.Measure, cmp.Or(q.Options.Currency, "DKK"), rule, opt)
}

// growthStatement is the statement of HighGrowth, and what it has returned.
type growthStatement struct {
	*panel
	statement
	rule dynamics.HighGrowthRule
	opt  dynamics.HighGrowthOptions

	rows  []dynamics.HighGrowthRows
	years []int
}

const yearsPart = -1

func newGrowth(q *Query, rule dynamics.HighGrowthRule, opt dynamics.HighGrowthOptions) (*growthStatement, error) {
	// Of nobody, it fails where rule and options are wrong, and else for want of years.
	if _, err := dynamics.HighGrowthOfRows(nil, nil, q.Options.Measure, "", rule, opt); err != nil {
		if _, ok := errors.AsType[*dynamics.YearError](err); !ok {
			return nil, err
		}
	}
	rule, err := rule.WithDefaults()
	if err != nil {
		return nil, err
	}
	column, by := q.column(opt.By)
	if err := q.validatePanel(by...); err != nil {
		return nil, err
	}
	jobs := q.Options.Measure.String()
	fields := [][2]string{{jobs, q.jobs()}}
	if rule.Of == sector.Revenue {
		fields = append(fields, [2]string{"revenue", q.Columns.Revenue})
	}
	for _, f := range fields {
		if f[1] == "" {
			return nil, fmt.Errorf("sectorsql: high growth under the rule %s needs a column of %s", rule.Name, f[0])
		}
	}
	s := &growthStatement{panel: newPanel(q, column, fields...), rule: rule, opt: opt}
	names := s.r.names
	var parts []string
	var items []item
	for i, start := range opt.Starts {
		if slices.Contains(opt.Starts[:i], start) {
			continue
		}
		s.r.names = slices.Clone(names) // each part has its own
		var text string
		text, items = s.part(start)
		parts = append(parts, text)
	}
	s.columns = len(items)
	s.r.names = slices.Clone(names)
	list := blank(items)
	list[0].expression, list[1] = strconv.Itoa(yearsPart), item{alias: items[1].alias, expression: s.row("year_of"), key: true}
	parts = append(parts, s.r.grouped(list, s.from+fmt.Sprintf("\nWHERE %s BETWEEN %d AND %d", s.row("year_of"), sector.FirstYear, sector.LastYear)))
	s.text, s.args, err = s.r.finish(legend(q) + stays + s.r.limited(s.r.parts(parts...)))
	return s, err
}

// part renders the companies of a period.
func (s *growthStatement) part(from int) (text string, items []item) {
	to := from + s.rule.Years
	jobs := s.q.Options.Measure.String()
	inner := []item{
		{alias: "stay_from", expression: s.stay(from, jobs)},
		{alias: "stay_to", expression: s.stay(to, jobs)},
		{alias: "first_active", expression: fmt.Sprintf("COALESCE(MIN(CASE WHEN %s THEN %s END), 0)", s.active(jobs, s.opt.Activity), s.row("year_of"))},
		{alias: "jobs_from", expression: s.figure(from, jobs)},
		{alias: "jobs_to", expression: s.figure(to, jobs)},
	}
	if s.opt.By != dynamics.InTotal {
		inner = append(inner, item{alias: "group_from", expression: s.group(from)}, item{alias: "group_to", expression: s.group(to)})
	}
	if s.q.Columns.Founded != "" {
		inner = append(inner, item{alias: "founded", expression: orZero("MIN(" + s.row("founded_in") + ")")})
	}
	x := "jobs"
	if s.rule.Of == sector.Revenue {
		x = "revenue"
		inner = append(inner,
			item{alias: "revenue_status_from", expression: orZero(s.in(from, s.row("revenue_status")))},
			item{alias: "revenue_status_to", expression: orZero(s.in(to, s.row("revenue_status")))},
			item{alias: "revenue_from", expression: s.figure(from, "revenue")},
			item{alias: "revenue_to", expression: s.figure(to, "revenue")})
	}
	companies, name := s.companies(inner...)
	d := s.q.Dialect.double
	x0, x1 := apply(d, name(x+"_from")), apply(d, name(x+"_to"))
	grew := s.grew(x0, x1)
	key := func(alias, expression string) {
		items = append(items, item{alias: alias, expression: expression, key: true})
	}
	items = []item{{alias: "period", expression: strconv.Itoa(from)}}
	items = append(items, s.faultItems(name)...)
	key("stay_from_of", name("stay_from"))
	key("stay_to_of", name("stay_to"))
	group := "''"
	if s.opt.By != dynamics.InTotal {
		active := name("stay_to") + " > 0"
		if s.opt.Activity == dynamics.ActiveWithJobs {
			active += fmt.Sprintf(" AND %s <> %d", name("stay_to"), dynamics.NoJobs)
		}
		group = fmt.Sprintf("CASE WHEN %s THEN %s ELSE %s END", active, name("group_to"), name("group_from"))
	}
	key("group_at", group)
	for _, at := range []string{"from", "to"} {
		key("of_size_"+at, fmt.Sprintf("CASE WHEN %s >= %s THEN 1 ELSE 0 END", name("jobs_"+at), literal(s.rule.MinJobs)))
	}
	if s.rule.Of == sector.Revenue {
		key("status_from", name("revenue_status_from"))
		key("status_to", name("revenue_status_to"))
	}
	key("positive", fmt.Sprintf("CASE WHEN %s > 0 THEN 1 ELSE 0 END", x0))
	key("grew", grew)
	key("close_from", fmt.Sprintf("CASE WHEN %s = 0 THEN %s END", parenthesised(grew), x0))
	key("close_to", fmt.Sprintf("CASE WHEN %s = 0 THEN %s END", parenthesised(grew), x1))
	// Of years long ago it does not matter which they are.
	ago := min(from, to-s.rule.GazelleAge) - 1
	clipped := func(year string, last int) string {
		return fmt.Sprintf("CASE WHEN %[1]s = 0 THEN 0 WHEN %[1]s < %[2]d THEN %[2]d WHEN %[1]s > %[3]d THEN %[3]d ELSE %[1]s END", year, ago, last)
	}
	key("first_in", clipped(name("first_active"), from+1))
	if s.q.Columns.Founded != "" {
		key("founded_at", clipped(name("founded"), from))
	}
	for _, at := range []string{"from", "to"} {
		items = append(items, item{alias: "jobs_" + at + "_sum", expression: orZero(apply(d, "SUM("+name("jobs_"+at)+")"))})
	}
	return s.r.grouped(items, companies+fmt.Sprintf("\nWHERE %s + %s + %s > 0", name("stay_from"), name("stay_to"), name("fault"))), items
}

func parenthesised(expression string) string { return "(" + expression + ")" }

// grew renders 1 for growth by clearly more than the rule asks, -1 by clearly less
// or if it cannot be told, and 0 where decimals must decide.
func (s *growthStatement) grew(x0, x1 string) string {
	const close = 1e-8 // far beyond the rounding of engines
	ratio, _ := s.rule.Ratio().Float64()
	known := fmt.Sprintf("CASE WHEN %s > 0 AND %s IS NOT NULL THEN", x0, x1)
	if !(1e-100 < ratio && ratio < 1e100) {
		return known + " 0 ELSE -1 END"
	}
	return fmt.Sprintf("%s CASE WHEN %s < 1e-100 THEN 0 WHEN %s > %s * %s THEN 1 WHEN %s < %s * %s THEN -1 ELSE 0 END ELSE -1 END",
		known, x0, x1, x0, literal(ratio*(1+close)), x1, x0, literal(ratio*(1-close)))
}

// take takes a row of the result.
func (s *growthStatement) take(in *reader) error {
	r := dynamics.HighGrowthRows{From: in.int()}
	fault := in.int()
	if r.From == yearsPart {
		s.years = append(s.years, fault) // which is the year
		return nil
	}
	r.N = in.companies()
	id, rows, stated := in.text(), in.int(), in.text()
	for i := range r.Stays {
		r.Stays[i] = dynamics.Stay(in.upTo(int(dynamics.WithJobs)))
	}
	r.Group = in.text()
	r.OfSize = [2]bool{in.int() == 1, in.int() == 1}
	for i, stay := range r.Stays {
		switch {
		case s.rule.Of == sector.Revenue:
			r.Statuses[i] = sector.Status(in.upTo(refused))
		case stay == dynamics.JobsSuppressed:
			r.Statuses[i] = sector.Suppressed
		case stay >= dynamics.NoJobs:
			r.Statuses[i] = sector.Known
		}
	}
	r.Positive, r.Grew = in.int() == 1, in.int()
	for i := range r.X {
		status := sector.Missing
		if r.Grew == 0 {
			status = sector.Known
		}
		r.X[i] = in.float(int(status))
	}
	r.First = in.int()
	if s.q.Columns.Founded != "" {
		r.Founded = in.int()
	}
	for i := range r.Jobs {
		r.Jobs[i] = in.float(int(sector.Known))
	}
	if in.err == nil && !s.refuse(fault, r.N, rows, id, stated) {
		s.rows = append(s.rows, r)
	}
	return in.err
}
