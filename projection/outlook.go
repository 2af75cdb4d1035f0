package projection

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// Outlook is the projection of a sector table: its total and its sectors.
// [Sectors] and [SectorScenarios] make it.
type Outlook struct {
	Total        *Projection    // its base is the table's total, not the sum of sectors; its Name is empty
	Sectors      []*Projection  // in the order of the table
	NotProjected []NotProjected // sectors left out, in the order of the table

	// Rest is jobs of the total that are in no sector projected; nil if there are
	// none. Its Name is empty.
	Rest *Projection

	Approach Approach // how sectors and total go together
	Cases    []Case   // the assumptions of each scenario

	Warnings []error // *[BaseIncomplete], *[PartsDiffer]
}

// NotProjected is a sector that has no jobs to project from. It is not a sector
// that will have none.
type NotProjected struct {
	Name   string
	Status sector.Status // of its jobs in the base year: sector.Suppressed if those of any company are, sector.Known if there are exactly zero
}

// BaseIncomplete warns that the jobs of some companies are not known, so that
// the base, and with it every level, is too low by theirs.
type BaseIncomplete struct {
	Name                       string // sector; "" for the total
	Known, Missing, Suppressed int    // companies
}

func (w *BaseIncomplete) Error() string {
	return fmt.Sprintf("projection: base of %q: jobs of %d companies are missing and of %d suppressed, %d are known", w.Name, w.Missing, w.Suppressed, w.Known)
}

// PartsDiffer warns that the sectors projected do not add up to the total, as is
// the case where a sector's jobs are suppressed and the total contains them.
type PartsDiffer struct {
	Total, Parts float64 // jobs in the base year
}

func (w *PartsDiffer) Error() string {
	return fmt.Sprintf("projection: the sectors projected have %v jobs in the base year, the total %v", w.Parts, w.Total)
}

// Sectors projects the jobs of each sector of a table, and their total, from
// baseYear to the year to. The table is by one dimension, as a rule the sector,
// and may be by year; one that is not is taken to be of baseYear.
//
// Sectors and total grow at the same rates, so that sectors add up to the total
// in every year and scenario as they do in the table (to 1e-12 of the parts). A
// sector whose jobs are missing, suppressed or zero is listed in NotProjected,
// and neither projected nor taken for zero.
//
// It returns an error that wraps [growth.ErrNotKnown] if the table is by other
// dimensions, has nothing in baseYear or its total is not known there; the
// *[sector.YearsMixed] of a table in which years are added up; and the errors of
// [Project], so [growth.ErrNotPositive] if the total is zero.
func Sectors(t *sector.Table, baseYear, to int, a Assumptions) (*Outlook, error) {
	o, err := newOutlook(t, baseYear, to)
	if err != nil {
		return nil, err
	}
	o.Approach, o.Cases = SharedOut, a.Cases()
	for _, p := range append(o.parts(), o.Total) {
		q, err := Project(p.Name, p.Unit, p.Base, baseYear, to, a)
		if err != nil {
			return nil, err
		}
		*p = *q
	}
	return o, nil
}

// newOutlook finds what there is to project, without scenarios.
func newOutlook(t *sector.Table, baseYear, to int) (*Outlook, error) {
	at, year := -1, 0
	for i, d := range t.By {
		switch {
		case d.Name() == sector.ByYear().Name():
			year = baseYear
		case at >= 0:
			return nil, fmt.Errorf("projection: table is by %s and %s, want one of them: %w", t.By[at].Name(), d.Name(), growth.ErrNotKnown)
		default:
			at = i
		}
	}
	if at < 0 {
		return nil, fmt.Errorf("projection: table is not by sector: %w", growth.ErrNotKnown)
	}
	for _, w := range t.Warnings {
		if w, ok := w.(*sector.YearsMixed); ok {
			return nil, fmt.Errorf("projection: no base year: %w", w)
		}
	}
	total, ok := t.Total(year)
	if !ok {
		return nil, fmt.Errorf("projection: table has nothing in %d: %w", baseYear, growth.ErrNotKnown)
	}
	unit := t.Unit(sector.Jobs)
	o := &Outlook{}
	var err error
	if o.Total, err = newProjection("", unit, total.Jobs.Sum.Float64(), baseYear, to); err != nil {
		return nil, err
	}
	o.warn("", total.Jobs)
	var parts growth.Sum
	for _, r := range t.In(year) {
		name, base := r.Key[at], r.Jobs.Sum
		if !base.Known() || base.Float64() == 0 {
			status := base.Status()
			if !base.Known() && r.Jobs.Suppressed > 0 {
				status = sector.Suppressed // the sum of nothing known is missing, whatever its parts are
			}
			o.NotProjected = append(o.NotProjected, NotProjected{name, status})
			continue
		}
		p, err := newProjection(name, unit, base.Float64(), baseYear, to)
		if err != nil {
			return nil, err
		}
		o.Sectors = append(o.Sectors, p)
		o.warn(name, r.Jobs)
		parts.Add(p.Base)
	}
	if sum := parts.Float64(); math.Abs(sum-o.Total.Base) > 1e-12*sum {
		o.Warnings = append(o.Warnings, &PartsDiffer{Total: o.Total.Base, Parts: sum})
		if sum < o.Total.Base {
			rest := growth.Sum{}
			rest.Add(o.Total.Base)
			for _, p := range o.Sectors {
				rest.Add(-p.Base)
			}
			if o.Rest, err = newProjection("", unit, rest.Float64(), baseYear, to); err != nil {
				return nil, err
			}
		}
	}
	return o, nil
}

// warn notes companies that the base leaves out.
func (o *Outlook) warn(name string, jobs sector.Cell) {
	if jobs.Missing+jobs.Suppressed > 0 {
		o.Warnings = append(o.Warnings, &BaseIncomplete{name, jobs.Known, jobs.Missing, jobs.Suppressed})
	}
}

// Sector returns the projection of a sector, and whether there is one.
func (o *Outlook) Sector(name string) (*Projection, bool) {
	i := slices.IndexFunc(o.Sectors, func(p *Projection) bool { return p.Name == name })
	if i < 0 {
		return nil, false
	}
	return o.Sectors[i], true
}
