package projection

import "smartcity/growth"

// View returns a row for each scenario and year: name, scenario, year, rate (of
// that year, missing in the base year), jobs, gain, index (100 in the base year)
// and cagr, the implied rate since the base year.
func (p *Projection) View() growth.View {
	v := growth.View{Columns: scenarioColumns(p.Unit)}
	v.Rows = p.rows()
	return v
}

// View returns the rows of [Projection.View] for each sector, then of the jobs in
// no sector, whose name is empty. There are no rows of the total; Total.View has
// them.
func (o *Outlook) View() growth.View {
	v := growth.View{Columns: scenarioColumns(o.Total.Unit)}
	for _, p := range o.parts() {
		v.Rows = append(v.Rows, p.rows()...)
	}
	return v
}

func scenarioColumns(unit string) []growth.ViewColumn {
	return []growth.ViewColumn{
		{Name: "name"}, {Name: "scenario"}, {Name: "year", Unit: "year"}, {Name: "rate", Unit: "fraction a year"},
		{Name: "jobs", Unit: unit}, {Name: "gain", Unit: unit}, {Name: "index"}, {Name: "cagr", Unit: "fraction a year"},
	}
}

func (p *Projection) rows() (rows [][]growth.Entry) {
	for _, s := range p.Scenarios {
		for t, level := range s.Level {
			year := s.BaseYear + t
			var rate, cagr growth.Entry
			if t > 0 && t <= len(s.Rates) {
				rate = growth.NumberOf(float64(s.Rates[t-1]))
			}
			if g, err := s.CAGR(year); err == nil {
				cagr = growth.NumberOf(float64(g))
			}
			rows = append(rows, []growth.Entry{
				growth.TextOf(p.Name), growth.TextOf(s.Name), growth.NumberOf(float64(year)), rate,
				growth.NumberOf(level), growth.NumberOf(s.GainIn(year)), growth.NumberOf(s.IndexIn(year)), cagr,
			})
		}
	}
	return rows
}
