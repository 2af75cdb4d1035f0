package sectorsql_test

import (
	"database/sql/driver"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"

	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// simulate groups companies in the way an engine is asked to: in random order,
// with sums in plain float64.
func simulate(q sectorsql.Query, companies []sector.Company) [][]driver.Value {
	ids := q.Options.Firms == sector.CountIDs
	type group struct {
		keys, statuses []driver.Value
		n              int
		sums           []float64
		ids, withJobs  map[string]bool
	}
	groups := map[string]*group{}
	var order []string
	for _, i := range rand.New(rand.NewPCG(1, 2)).Perm(len(companies)) {
		c := &companies[i]
		g := group{ids: map[string]bool{}, withJobs: map[string]bool{}}
		text := map[string]string{"sector": c.Sector, "region": c.Region}
		for _, d := range q.Options.By {
			if name := d.Name(); name == "region" || name == "sector" && q.Concordance == nil {
				g.keys = append(g.keys, text[name])
			}
		}
		if q.Concordance != nil {
			g.keys = append(g.keys, c.IndustryCode)
		}
		g.keys = append(g.keys, int64(c.Year))
		share := 1.
		if q.Columns.Share != "" && c.Share.Known() {
			share = c.Share.Float64()
		}
		var figures []float64
		for _, f := range []struct {
			column string
			figure sector.Figure
		}{{q.Columns.FTE, c.FTE}, {q.Columns.Revenue, c.Revenue}, {q.Columns.Firms, c.Firms}, {q.Columns.Share, c.Share}} {
			if f.column == "" {
				continue
			}
			status := int64(f.figure.Status())
			if f.column == q.Columns.Share {
				if f.figure == sector.Value(0) {
					status = 4
				}
				figures = append(figures, f.figure.Float64())
			} else {
				figures = append(figures, f.figure.Float64()*share)
			}
			g.statuses = append(g.statuses, status)
		}
		if ids {
			status := int64(2)
			if c.ID == "" {
				status = 0
			}
			g.statuses = append(g.statuses, status)
		}
		add := func(part int, keys, statuses []driver.Value) {
			name := fmt.Sprintf("%d %q %v", part, keys, statuses)
			to := groups[name]
			if to == nil {
				to = &group{keys: keys, statuses: statuses, sums: make([]float64, len(figures)), ids: g.ids, withJobs: g.withJobs}
				groups[name] = to
				order = append(order, name)
			}
			to.n++
			for i, x := range figures {
				to.sums[i] += x
			}
			if c.ID != "" {
				to.ids[c.ID] = true
				if c.FTE.Known() {
					to.withJobs[c.ID] = true
				}
			}
		}
		add(0, g.keys, g.statuses)
		if ids {
			g.ids, g.withJobs = map[string]bool{}, map[string]bool{}
			keys, total := slices.Clone(g.keys), make([]driver.Value, len(g.keys))
			if slices.ContainsFunc(q.Options.By, func(d sector.Dimension) bool { return d.Name() == "year" }) {
				total[len(total)-1] = keys[len(keys)-1]
			} else {
				keys[len(keys)-1] = nil
			}
			add(1, keys, nil)
			g.ids, g.withJobs = map[string]bool{}, map[string]bool{}
			add(2, total, nil)
		}
	}
	var rows [][]driver.Value
	for _, name := range order {
		g := groups[name]
		part, _ := strconv.ParseInt(name[:1], 10, 64)
		var row []driver.Value
		if ids {
			row = append(row, part)
		}
		row = append(row, g.keys...)
		if part == 0 {
			row = append(append(row, g.statuses...), int64(g.n))
			for i := range g.sums {
				sum := driver.Value(g.sums[i])
				if g.statuses[i] != int64(sector.Known) {
					sum = nil
				}
				row = append(row, sum, nil)
			}
		} else {
			row = append(row, make([]driver.Value, len(rows[0])-len(row)-2)...)
		}
		if ids {
			row = append(row, int64(len(g.ids)), int64(len(g.withJobs)))
			if part == 0 {
				row[len(row)-1], row[len(row)-2] = int64(0), int64(0)
			}
		}
		rows = append(rows, row)
	}
	return rows
}
