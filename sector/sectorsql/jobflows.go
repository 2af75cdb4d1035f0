package sectorsql

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// JobFlows asks an engine for what [dynamics.JobFlows] makes of a panel of the same
// companies: job creation and destruction between years, births, deaths, gaps and
// moves. Counts are the same, sums to the precision in which the engine adds, and
// the net change to that of creation and destruction. The engine groups rows by
// company and then companies by what they did, once a pair of years, and no row is
// joined with another.
//
// The panel is all rows that pass the filters, of all years: whether a company was
// born or came back shows in the years before. An engine is not asked for the
// years it has, so that the pairs must be named in the options. Measure is that of
// Query.Options; what else a query may say, and other errors, are as in
// [SizeClasses], but that there must be columns of years and IDs. Rows without an
// ID are an error that wraps [dynamics.ErrNoID], and rows with the same ID and
// year, in any year, a [*RepeatedError]: other ways to take them are left to a
// subquery. A pair of years is refused as there, but a [*dynamics.YearError] knows
// of no other years than those of the pairs.
//
// Classes of companies cross the wire, at most some dozens for each pair of
// groups. Inside, the engine holds a line for each company; engines of several
// nodes send it from where the rows are to where companies are put together.
func JobFlows(ctx context.Context, db Querier, q Query, opt dynamics.JobFlowOptions) (*dynamics.JobFlowTable, error) {
	s, err := newFlowStatement(&q, opt)
	if err != nil {
		return nil, err
	}
	if err := s.ask(ctx, db, &q, s.take); err != nil {
		return nil, err
	}
	if s.fault != nil {
		return nil, s.fault
	}
	return dynamics.JobFlowsOfRows(s.rows, q.Options.Measure, s.opt)
}

// flowStatement is the statement of JobFlows, and what it has returned.
type flowStatement struct {
	*panel
	opt dynamics.JobFlowOptions

	statement

	rows []dynamics.FlowRows
}

func newFlowStatement(q *Query, opt dynamics.JobFlowOptions) (*flowStatement, error) {
	// Of nobody, flows fail where options are wrong, and else for want of years.
	if _, err := dynamics.JobFlowsOfRows(nil, q.Options.Measure, opt); err != nil {
		if _, ok := errors.AsType[*dynamics.YearError](err); !ok {
			return nil, err
		}
	}
	column, by := q.column(opt.By)
	if err := q.validatePanel(by...); err != nil {
		return nil, err
	}
	jobs := q.Options.Measure.String()
	if q.jobs() == "" {
		return nil, fmt.Errorf("sectorsql: job flows need a column of %s", jobs)
	}
	s := &flowStatement{panel: newPanel(q, column, [2]string{jobs, q.jobs()}), opt: opt}
	names := s.r.names
	var parts []string
	for i, pair := range opt.Pairs {
		if slices.Contains(opt.Pairs[:i], pair) {
			continue
		}
		s.r.names = slices.Clone(names) // each part has its own
		parts = append(parts, s.part(i, pair))
	}
	text := parts[0]
	if len(parts) > 1 {
		text = s.r.parts(parts...)
	}
	var err error
	s.text, s.args, err = s.r.finish(legend(q) + stays + s.r.limited(text))
	return s, err
}

const stays = "-- stay in a year: 0 no row, 1 jobs missing, 2 suppressed, 3 zero, 4 above zero\n"

// part renders the flows of a pair of years.
func (s *flowStatement) part(pair int, years [2]int) string {
	jobs := s.q.Options.Measure.String()
	inner := []item{
		{alias: "stay_from", expression: s.stay(years[0], jobs)},
		{alias: "stay_to", expression: s.stay(years[1], jobs)},
		{alias: "began", expression: s.never(jobs, s.opt.Activity, "<= "+strconv.Itoa(years[0]))},
		{alias: "ended", expression: s.never(jobs, s.opt.Activity, ">= "+strconv.Itoa(years[1]))},
		{alias: "jobs_from", expression: orZero(s.figure(years[0], jobs))},
		{alias: "jobs_to", expression: orZero(s.figure(years[1], jobs))},
	}
	grouped := s.opt.By == dynamics.BySector || s.opt.By == dynamics.ByRegion
	if grouped {
		inner = append(inner, item{alias: "group_from", expression: s.group(years[0])}, item{alias: "group_to", expression: s.group(years[1])})
	}
	companies, name := s.companies(inner...)
	from, to := name("jobs_from"), name("jobs_to")
	items := []item{{alias: "pair", expression: strconv.Itoa(pair)}}
	items = append(items, s.faultItems(name)...)
	for _, key := range []string{"stay_from", "stay_to", "began", "ended"} {
		items = append(items, item{alias: key + "_of", expression: name(key), key: true})
	}
	items = append(items, item{alias: "grew", expression: fmt.Sprintf("CASE WHEN %[1]s > %[2]s THEN 1 WHEN %[1]s < %[2]s THEN -1 ELSE 0 END", to, from), key: true})
	switch {
	case grouped:
		items = append(items, item{alias: "group_from_of", expression: name("group_from"), key: true}, item{alias: "group_to_of", expression: name("group_to"), key: true})
	case s.opt.By != dynamics.InTotal:
		d := s.q.Dialect.double // halves of decimals are not those of the numbers that cross the wire
		mean := apply(d, from) + " / 2 + " + apply(d, to) + " / 2"
		items = append(items, item{alias: "size_from", expression: sizeOf(from), key: true}, item{alias: "size_to", expression: sizeOf(to), key: true},
			item{alias: "size_mean", expression: sizeOf(mean), key: true})
	}
	change := fmt.Sprintf("SUM(CASE WHEN %[1]s > %[2]s THEN %[1]s - %[2]s ELSE %[2]s - %[1]s END)", to, from)
	for _, sum := range []item{{alias: "jobs_from_sum", expression: "SUM(" + from + ")"}, {alias: "jobs_to_sum", expression: "SUM(" + to + ")"}, {alias: "change", expression: change}} {
		items = append(items, item{alias: sum.alias, expression: apply(s.q.Dialect.double, sum.expression)})
	}
	s.columns = len(items)
	// Nobody is left out who has a fault.
	return s.r.grouped(items, companies+fmt.Sprintf("\nWHERE %s + %s + %s > 0", name("stay_from"), name("stay_to"), name("fault")))
}

// take takes a row of the result.
func (s *flowStatement) take(in *reader) error {
	r := dynamics.FlowRows{}
	pair, fault := in.upTo(len(s.opt.Pairs)-1), in.int()
	r.N = in.companies()
	id, rows, stated := in.text(), in.int(), in.text()
	for i := range r.Stays {
		r.Stays[i] = dynamics.Stay(in.upTo(int(dynamics.WithJobs)))
	}
	r.Began, r.Ended, r.Grew = in.int() == 1, in.int() == 1, in.int()
	switch s.opt.By {
	case dynamics.BySector, dynamics.ByRegion:
		r.Groups = [2]string{in.text(), in.text()}
	case dynamics.ByBaseSize, dynamics.ByMeanSize:
		r.Sizes = [2]sector.SizeClass{in.size(), in.size()}
		r.MeanSize = in.size()
	}
	for _, sum := range []*float64{&r.Jobs[0], &r.Jobs[1], &r.Change} {
		*sum = in.float(int(sector.Known))
	}
	if in.err == nil && !s.refuse(fault, r.N, rows, id, stated) {
		r.Years = s.opt.Pairs[pair]
		s.rows = append(s.rows, r)
	}
	return in.err
}

// size is a size class of sizeOf.
func (r *reader) size() sector.SizeClass { return sector.SizeClass(r.upTo(int(sector.Large))) }
