package projection

import (
	"slices"
	"strconv"
	"strings"

	"smartcity/growth"
	"smartcity/growth/locale"
)

// Simulated is what a [Simulation] has found.
type Simulated struct {
	Simulation   Simulation // as it was run, with its defaults filled in
	Unit         string     // what a job is
	BaseYear, To int
	Total        *Fan // the sum of the sectors, and of the rest, on each path
	Sectors      []*Fan
	Rest         *Fan             // jobs of an [Outlook] that are in no sector; nil if there are none
	Targets      []*TargetOutlook // in the order of Simulation.Targets
	Warnings     []error          // *[FewPaths], *[EverythingLost]; of an [Outlook] also *[BaseIncomplete], *[PartsDiffer]
}

// Sector returns the fan of a sector, and whether there is one.
func (s *Simulated) Sector(name string) (*Fan, bool) {
	i := slices.IndexFunc(s.Sectors, func(f *Fan) bool { return f.Name == name })
	if i < 0 {
		return nil, false
	}
	return s.Sectors[i], true
}

// View returns a row for each year of the total, of each sector and of the rest:
// level ("total", "sector" or "rest"), sector, year, mean, and a column for each
// quantile, such as percentile_5, or percentile_2_5 for 0.025.
func (s *Simulated) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "level"}, {Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "mean", Unit: s.Unit}}}
	for _, p := range s.Simulation.Probabilities {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: "percentile_" + strings.ReplaceAll(strconv.FormatFloat(locale.Shift(p, 2), 'f', -1, 64), ".", "_"), Unit: s.Unit})
	}
	rows := func(level string, f *Fan) {
		for t := range f.Mean {
			row := []growth.Entry{growth.TextOf(level), growth.TextOf(f.Name), growth.NumberOf(float64(f.BaseYear + t)), growth.NumberOf(f.Mean[t])}
			for _, q := range f.Quantiles {
				row = append(row, growth.NumberOf(q[t]))
			}
			v.Rows = append(v.Rows, row)
		}
	}
	rows("total", s.Total)
	for _, f := range s.Sectors {
		rows("sector", f)
	}
	if s.Rest != nil {
		rows("rest", s.Rest)
	}
	return v
}
