package dynamics

import (
	"math"
	"testing"

	"smartcity/sector"
)

// oracle counts the flows of a pair of years company by company, by the words of
// the documentation and with maps.
type oracle struct {
	companies map[string]map[int]sector.Company
	years     []int
	by        JobFlowOptions
}

func newOracle(rows []sector.Company, years []int, by JobFlowOptions) *oracle {
	o := &oracle{map[string]map[int]sector.Company{}, years, by}
	for _, c := range rows {
		if o.companies[c.ID] == nil {
			o.companies[c.ID] = map[int]sector.Company{}
		}
		o.companies[c.ID][c.Year] = c
	}
	return o
}

func (o *oracle) active(id string, year int) bool {
	c, ok := o.companies[id][year]
	return ok && (o.by.Activity == ActiveWithRow || c.FTE != sector.Value(0))
}

func (o *oracle) activeAny(id string, yes func(year int) bool) bool {
	for _, y := range o.years {
		if yes(y) && o.active(id, y) {
			return true
		}
	}
	return false
}

func (o *oracle) group(c sector.Company) string {
	switch o.by.By {
	case BySector:
		return c.Sector
	case ByRegion:
		return c.Region
	}
	return ""
}

func (o *oracle) sizeOf(x float64) string { return sector.SizeOf(sector.Value(x)).String() }

// flow is the flow of a group, "*" for all.
func (o *oracle) flow(group string, from, to int) (f JobFlow) {
	var births, deaths, expanding, contracting, denom, known0, known1 float64
	all := group == "*"
	for id, years := range o.companies {
		c0, there0 := years[from]
		c1, there1 := years[to]
		a0, a1 := o.active(id, from), o.active(id, to)
		if !a0 && !a1 {
			continue
		}
		before := o.activeAny(id, func(y int) bool { return y <= from })
		after := o.activeAny(id, func(y int) bool { return y >= to })
		gap := o.by.Gaps == GapsApart
		x0, x1 := c0.FTE.Float64(), c1.FTE.Float64()
		if !there0 {
			x0 = 0
		}
		if !there1 {
			x1 = 0
		}
		unknown := math.IsNaN(x0) || math.IsNaN(x1)
		bothUnknown := unknown && there0 && there1
		born := !bothUnknown && !a0 && (!before || !gap)
		died := !bothUnknown && !a1 && (!after || !gap)
		back := !bothUnknown && !a0 && !born
		away := !bothUnknown && !a1 && !died

		g0, g1 := o.group(c0), o.group(c1)
		switch o.by.By {
		case ByBaseSize, ByMeanSize:
			x := x0
			if back && !there0 || o.by.By == ByBaseSize && x0 == 0 {
				x = x1
			} else if o.by.By == ByMeanSize && !(away && !there1) {
				x = (x0 + x1) / 2
			}
			g0, g1 = o.sizeOf(x), o.sizeOf(x)
		default:
			if !a0 {
				g0 = g1
			}
			if !a1 {
				g1 = g0
			}
		}
		in0, in1 := all || g0 == group, all || g1 == group
		if a0 && in0 {
			f.Firms.From++
			if !math.IsNaN(x0) {
				known0++
				f.JobsFrom += x0
				if bothUnknown {
					f.JobsKnownInFrom += x0
				}
			}
		}
		if a1 && in1 {
			f.Firms.To++
			if !math.IsNaN(x1) {
				known1++
				f.JobsTo += x1
				if bothUnknown {
					f.JobsKnownInTo += x1
				}
			}
		}
		if g0 != g1 && !all {
			if in0 {
				f.Firms.MovedOut++
				if !unknown {
					f.JobsMovedOut += x0
				}
			}
			if in1 {
				f.Firms.MovedIn++
				if !unknown {
					f.JobsMovedIn += x0
				}
			}
		}
		if !in1 {
			continue
		}
		switch {
		case born:
			f.Firms.Entry++
		case died:
			f.Firms.Exit++
		case back:
			f.Firms.Returned++
		case away:
			f.Firms.Paused++
		case bothUnknown && !a0:
			f.Firms.NotKnownIn++
		case bothUnknown && !a1:
			f.Firms.NotKnownOut++
		}
		if unknown {
			if there0 && c0.FTE.Status() == sector.Suppressed || there1 && c1.FTE.Status() == sector.Suppressed {
				f.Firms.LeftOut.Suppressed++
			} else {
				f.Firms.LeftOut.Missing++
			}
			if born {
				f.Firms.EntryNotKnown++
			}
			if died {
				f.Firms.ExitNotKnown++
			}
			continue
		}
		if back && !there0 {
			f.JobsReturned += x1
			continue
		}
		if away && !there1 {
			f.JobsPaused += x0
			continue
		}
		f.Firms.Measured++
		denom += (x0 + x1) / 2
		switch {
		case born:
			births += x1
		case died:
			deaths += x0
		case x1 > x0:
			f.Firms.Expanding++
			expanding += x1 - x0
		case x1 < x0:
			f.Firms.Contracting++
			contracting += x0 - x1
		}
	}
	f.From, f.To = from, to
	if !all {
		f.Group = group
	}
	if f.Firms.From > 0 && known0 == 0 {
		f.JobsFrom = math.NaN()
	}
	if f.Firms.To > 0 && known1 == 0 {
		f.JobsTo = math.NaN()
	}
	f.Flows = FlowTotals{births + expanding, births, deaths + contracting, deaths, denom}.Flows()
	nan := math.NaN()
	if f.Firms.Measured == 0 && f.Firms.LeftOut.Total() > 0 {
		f.Flows = FlowTotals{nan, nan, nan, nan, nan}.Flows()
	}
	if f.Firms.Entry > 0 && f.Firms.Entry == f.Firms.EntryNotKnown {
		f.JobCreationBirths, f.JobCreationRateBirths = nan, nan
	}
	if f.Firms.Exit > 0 && f.Firms.Exit == f.Firms.ExitNotKnown {
		f.JobDestructionDeaths, f.JobDestructionRateDeaths = nan, nan
	}
	denomFirms := float64(2*f.Firms.To-f.Firms.Entry+f.Firms.Exit) / 2
	f.Firms.EntryRate, f.Firms.ExitRate = 100*float64(f.Firms.Entry)/denomFirms, 100*float64(f.Firms.Exit)/denomFirms
	return f
}

// Every part of every row is that of an independent count. Figures are quarters,
// so that both are exact.
func TestJobFlowsOracle(t *testing.T) {
	for seed := range uint64(6) {
		rows := randomCompanies(seed, 150, 6)
		p := mustPanel(t, rows, PanelOptions{})
		for _, opt := range variants() {
			for _, pairs := range [][][2]int{nil, {{2010, 2015}, {2012, 2014}}} {
				opt.Pairs = pairs
				flows, err := JobFlows(p, opt)
				if err != nil {
					t.Fatal(err)
				}
				o := newOracle(rows, p.Years(), opt)
				for _, f := range flows.Rows {
					if want := o.flow(f.Group, f.From, f.To); !same(f, want) {
						t.Fatalf("seed %d, %+v, %q %d–%d:\n%+v, want\n%+v", seed, opt, f.Group, f.From, f.To, f, want)
					}
				}
				for _, f := range flows.Totals {
					if want := o.flow("*", f.From, f.To); !same(f, want) {
						t.Fatalf("seed %d, %+v, total %d–%d:\n%+v, want\n%+v", seed, opt, f.From, f.To, f, want)
					}
				}
			}
		}
	}
}
