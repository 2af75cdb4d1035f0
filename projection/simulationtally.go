package projection

import (
	"fmt"
	"slices"

	"smartcity/growth"
)

// tally counts the paths that reach a target.
type tally struct {
	*TargetOutlook
	sector    int     // among those drawn; the number of these for the total
	column    *column // nil if nothing of it is drawn
	reached   []bool  // by path, so far
	in, by    []int   // by block
	shortfall []float64
}

// tally makes the results of targets, and is done with those that are not drawn.
func (e *engine) tally() error {
	for _, target := range e.Simulation.Targets {
		fan, sector := e.Total, len(e.drawn)
		if target.Sector != "" {
			var ok bool
			if fan, ok = e.Sector(target.Sector); !ok {
				return fmt.Errorf("projection: simulation: target of %q: no such sector: %w", target.Sector, growth.ErrNotKnown)
			}
			sector = slices.IndexFunc(e.drawn, func(d *draw) bool { return d.fan == fan })
		}
		o := &TargetOutlook{
			JobsTarget: target, Unit: e.Unit, BaseYear: e.BaseYear, Paths: e.paths,
			In: make([]float64, e.years+1), By: make([]float64, e.years+1), Shortfall: make([]float64, e.years+1),
		}
		e.Targets = append(e.Targets, o)
		years := fan.Mean // all of them, if they are not drawn
		if sector >= 0 && len(e.drawn) > 0 {
			e.tallies = append(e.tallies, &tally{TargetOutlook: o, sector: sector})
			years = years[:1]
		}
		for t, x := range years {
			if x >= target.Jobs {
				o.In[t] = 1
			}
			o.By[t] = max(o.In[t], o.By[max(t-1, 0)])
			o.Shortfall[t] = max(0, target.Jobs-x)
		}
	}
	return nil
}

// watch makes room to count in.
func (t *tally) watch(columns []*column, paths, blocks int) {
	t.column = columns[t.sector]
	t.reached = make([]bool, paths)
	for i := range t.reached {
		t.reached[i] = t.By[0] == 1
	}
	t.in, t.by, t.shortfall = make([]int, blocks), make([]int, blocks), make([]float64, blocks)
}

// step counts a block in the year it is in.
func (t *tally) step(b, from, to int) {
	reached := t.reached[from:to]
	in, by, shortfall := 0, 0, 0.0
	for i, x := range t.column.jobs[from:to] {
		if x >= t.Jobs {
			reached[i] = true
			in++
		} else {
			shortfall += t.Jobs - x
		}
		if reached[i] {
			by++
		}
	}
	t.in[b], t.by[b], t.shortfall[b] = in, by, shortfall
}

// finish adds up the blocks of a year.
func (t *tally) finish(year int) {
	in, by := 0, 0
	var shortfall growth.Sum
	for b := range t.in {
		in += t.in[b]
		by += t.by[b]
		shortfall.Add(t.shortfall[b])
	}
	n := float64(t.Paths)
	t.In[year], t.By[year], t.Shortfall[year] = float64(in)/n, float64(by)/n, shortfall.Float64()/n
}
