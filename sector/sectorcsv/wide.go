package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// unroll makes one company for each year of a wide row. A year in which all
// cells are blank is a year without the company; a marker of a missing figure
// is not.
func (d *decoder) unroll(base found, r *row) (found, error) {
	if at := d.plan.at("share"); at >= 0 {
		if err := d.figure(&base, "share", at, r.Share, d.plan.columns[at].unit); err != nil {
			return base, err
		}
	}
	byYear := map[int]*found{}
	var shares []int // columns and cells of shares that came before their year
	i := 0
	for at, column := range d.plan.columns {
		if column.year == 0 {
			continue
		}
		text := r.Wide[i]
		i++
		if strings.TrimSpace(text) == "" {
			continue
		}
		c, ok := byYear[column.year]
		if !ok && column.field == "share" {
			shares = append(shares, at, i-1) // a share alone makes no company
			continue
		}
		if !ok {
			one := base
			c = &one
			c.company.Year = column.year
			byYear[column.year] = c
		}
		if err := d.figure(c, column.field, at, text, column.unit); err != nil {
			return base, err
		}
		if err := c.company.Validate(); err != nil {
			return base, d.cell(at, text, err)
		}
	}
	for j := 0; j < len(shares); j += 2 {
		at := shares[j]
		if c, ok := byYear[d.plan.columns[at].year]; ok {
			if err := d.figure(c, "share", at, r.Wide[shares[j+1]], d.plan.columns[at].unit); err != nil {
				return base, err
			}
			if err := c.company.Validate(); err != nil {
				return base, d.cell(at, r.Wide[shares[j+1]], err)
			}
		}
	}
	if len(byYear) == 0 {
		d.report.NoFigures++
		return base, errSkip
	}
	years := slices.Sorted(maps.Keys(byYear))
	for _, y := range years[1:] {
		d.pending = append(d.pending, *byYear[y])
	}
	return *byYear[years[0]], nil
}

// gathered is a company-year of a long file.
type gathered struct {
	found
	lines map[string]int // of the figures it has
}

// gather keeps the figure of a long row; the companies come after the last.
func (d *decoder) gather(c found, r *row) error {
	h := parseHeader(strings.TrimSpace(r.Variable))
	if !isFigure(h.field) {
		if text := strings.TrimSpace(r.Variable); !slices.Contains(d.report.OtherVariables, text) {
			d.report.OtherVariables = append(d.report.OtherVariables, text)
		}
		return errSkip
	}
	at := d.plan.at(value)
	if h.year != 0 && h.year != c.company.Year {
		return d.cell(d.plan.at(variable), r.Variable, &wanted{fmt.Sprintf("is a figure of %d in a row of %d", h.year, c.company.Year)})
	}
	key := c.company
	g, ok := d.long[key]
	if !ok {
		g = &gathered{c, map[string]int{}}
		g.found.currency = ""
	}
	if line, twice := g.lines[h.field]; twice {
		return d.cell(at, r.Value, &wanted{fmt.Sprintf("a second %s of the same company-year, after line %d", h.field, line)})
	}
	unit := h.unit
	if h.field == "revenue" && d.opt.RevenueUnit != 0 {
		unit = d.opt.RevenueUnit
	}
	if h.odd != "" {
		return d.cell(at, r.Value, &wanted{fmt.Sprintf("%s seems to name a unit, %q, that is not known", quote(r.Variable), h.odd)})
	}
	one := g.found
	// Only the currency of revenue is one of the file.
	if h.field == "revenue" {
		one.currency, one.line = c.currency, c.line
		if h.currency != "" && one.currency == "" {
			one.currency = strings.Replace(h.currency, "kr", "kr.", 1)
		}
	}
	if err := d.figure(&one, h.field, at, r.Value, unit); err != nil {
		return err
	}
	if err := one.company.Validate(); err != nil {
		return d.cell(at, r.Value, err)
	}
	if !ok { // only now, so that a row that is wrong leaves no company behind
		d.long[key] = g
		d.longOrder = append(d.longOrder, g)
	}
	g.found, g.lines[h.field] = one, d.line
	return errSkip
}
