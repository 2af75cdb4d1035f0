package sectorsql

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// Parts of a statement that counts distinct companies. A company of several
// groups is one in the total, so that the totals are counted by the engine, too.
const (
	classPart = iota
	groupPart
	totalPart
)

// A margin is a part of the statement that counts distinct companies, by the
// dimensions of these names.
type margin struct {
	part int
	by   []string
}

// margins are the table's groups and its totals.
func (l *layout) margins() []margin {
	group, total := margin{part: groupPart}, margin{part: totalPart}
	for _, d := range l.q.options().By {
		group.by = append(group.by, d.Name())
	}
	if l.byYear() {
		total.by = []string{sector.ByYear().Name()}
	}
	return []margin{group, total}
}

// withIDs renders the classes and the margins one below the other. All have the
// columns of the classes, after that of the part, and then the distinct companies
// and those of them with a job figure.
func (l *layout) withIDs(r *renderer, keys, classes []item, id, from string, margins []margin) string {
	// Where all are NULL, ClickHouse counts NULL.
	distinct := func(of string) string { return orZero("COUNT(DISTINCT " + of + ")") }
	withJobs := "0"
	if l.figures[0].field == l.q.Options.Measure.String() {
		withJobs = distinct(fmt.Sprintf("CASE WHEN (%s) = 2 THEN %s END", l.figures[0].status, id))
	}
	count := []item{{alias: "ids", expression: distinct(id)}, {alias: "ids_with_jobs", expression: withJobs}}
	none := []item{{alias: "ids", expression: "0"}, {alias: "ids_with_jobs", expression: "0"}}

	part := func(n int, items ...[]item) string {
		all := []item{{alias: "part", expression: fmt.Sprint(n)}}
		for _, list := range items {
			all = append(all, list...)
		}
		return r.grouped(all, from)
	}
	parts := []string{part(classPart, classes, none)}
	for _, m := range margins {
		items := blank(classes)
		for i, key := range keys {
			if slices.Contains(m.by, strings.TrimPrefix(key.alias, "by_")) {
				items[i] = key
			}
		}
		parts = append(parts, part(m.part, items, count))
	}
	return r.parts(parts...)
}

// blank has nothing in all columns.
func blank(items []item) []item {
	out := make([]item, len(items))
	for i, it := range items {
		out[i] = item{alias: it.alias, expression: "NULL"}
	}
	return out
}

func (l *layout) byYear() bool {
	for _, d := range l.q.options().By {
		if d.Name() == sector.ByYear().Name() {
			return true
		}
	}
	return false
}

// keys are the keys of a class's row in the table, and of its total.
func (l *layout) keys(c *class) (row, total []string) {
	texts := c.texts
	for _, d := range l.q.options().By {
		if d.Name() == sector.ByYear().Name() {
			year := strconv.Itoa(c.year)
			row, total = append(row, year), append(total, year)
			continue
		}
		row, total = append(row, ""), append(total, "")
		if len(texts) > 0 { // a total has none
			row[len(row)-1], texts = texts[0], texts[1:]
		}
	}
	return row, total
}

// jobs are those of rows in the table's measure.
func (l *layout) jobs(r *sector.Rows) *sector.Part {
	if l.q.Options.Measure == sector.Employees {
		return &r.Employees
	}
	return &r.FTE
}

// counts are what a table needs to count distinct companies, by the keys of its
// rows and of its totals.
type counts struct {
	groups, totals map[string]*count
}

type count struct {
	with, without int        // rows with an id and without
	jobs          growth.Sum // of rows with an id
	counted       bool       // by the engine
	ids, withJobs int        // distinct companies, and those of them with a job figure
}

func newCounts() *counts { return &counts{map[string]*count{}, map[string]*count{}} }

func at(counts map[string]*count, key []string) *count {
	text := fmt.Sprintf("%q", key)
	if counts[text] == nil {
		counts[text] = &count{}
	}
	return counts[text]
}

// add takes a class.
func (s *counts) add(c *class, row, total []string, jobs *sector.Part) {
	for _, to := range []*count{at(s.groups, row), at(s.totals, total)} {
		if !c.id {
			to.without += c.n
			continue
		}
		to.with += c.n
		if jobs.Status == sector.Known {
			to.jobs.Merge(jobs.Sum)
		}
	}
}

// count takes what the engine has counted of a group or a total.
func (s *counts) count(part int, row, total []string, values []any) error {
	to := at(s.groups, row)
	if part == totalPart {
		to = at(s.totals, total)
	}
	if to.counted {
		return fmt.Errorf("a group stands twice in the result: the same year is written in two ways")
	}
	to.counted = true
	var err, err2 error
	to.ids, err = intOf(values[0])
	to.withJobs, err2 = intOf(values[1])
	return cmp.Or(err, err2)
}

// into puts distinct companies into a table in which the rows' own numbers of
// firms were added up.
func (s *counts) into(t *sector.Table) error {
	t.FirmsOverlap = true
	for _, rows := range []struct {
		of     []sector.Row
		counts map[string]*count
	}{{t.Rows, s.groups}, {t.Totals, s.totals}} {
		for i := range rows.of {
			r, c := &rows.of[i], at(rows.counts, rows.of[i].Key)
			if !c.counted || c.with+c.without != r.Rows || (c.ids == 0) != (c.with == 0) || c.ids > c.with || c.withJobs > c.ids {
				return fmt.Errorf("sectorsql: distinct companies do not fit the groups: the table has changed while it was read")
			}
			r.FirmsWeighted = r.Firms
			r.Firms = sector.Cell{Known: c.with, Missing: c.without}
			r.JobsPerFirm = sector.Figure{}
			if c.ids > 0 {
				r.Firms.Sum = sector.Value(float64(c.ids))
			}
			if c.withJobs > 0 {
				r.JobsPerFirm = sector.Value(c.jobs.Float64() / float64(c.withJobs))
			}
		}
	}
	return nil
}
