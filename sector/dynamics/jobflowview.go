package dynamics

import (
	"cmp"

	"smartcity/growth"
)

// View returns a line for each row, then one for each total: columns level
// (the grouping's name, or "total"), group, from, to, and the parts. Those that
// the BDS has bear its names, from denom and job_creation to reallocation_rate,
// with firms for estabs; rates are in per cent.
func (t *JobFlowTable) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "level"}, {Name: "group"}, {Name: "from", Unit: "year"}, {Name: "to", Unit: "year"}}}
	columns := jobFlowColumns()
	for _, c := range columns {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: c.name, Unit: cmp.Or(c.unit, t.Measure.Unit())})
	}
	line := func(level string, f *JobFlow) {
		row := []growth.Entry{growth.TextOf(level), growth.TextOf(f.Group), growth.NumberOf(float64(f.From)), growth.NumberOf(float64(f.To))}
		for _, c := range columns {
			row = append(row, growth.NumberOf(c.of(f)))
		}
		v.Rows = append(v.Rows, row)
	}
	for i := range t.Rows {
		line(t.By.String(), &t.Rows[i])
	}
	for i := range t.Totals {
		line(InTotal.String(), &t.Totals[i])
	}
	return v
}

// jobFlowColumn is a column of a view; without a unit it is jobs.
type jobFlowColumn struct {
	name, unit string
	of         func(*JobFlow) float64
}

func jobFlowColumns() []jobFlowColumn {
	const companies, percent = "companies", "per cent"
	return []jobFlowColumn{
		{"firms_from", companies, func(f *JobFlow) float64 { return float64(f.Firms.From) }},
		{"firms", companies, func(f *JobFlow) float64 { return float64(f.Firms.To) }},
		{"firms_entry", companies, func(f *JobFlow) float64 { return float64(f.Firms.Entry) }},
		{"firms_entry_rate", percent, func(f *JobFlow) float64 { return f.Firms.EntryRate }},
		{"firms_exit", companies, func(f *JobFlow) float64 { return float64(f.Firms.Exit) }},
		{"firms_exit_rate", percent, func(f *JobFlow) float64 { return f.Firms.ExitRate }},
		{"firms_expanding", companies, func(f *JobFlow) float64 { return float64(f.Firms.Expanding) }},
		{"firms_contracting", companies, func(f *JobFlow) float64 { return float64(f.Firms.Contracting) }},
		{"firms_moved_in", companies, func(f *JobFlow) float64 { return float64(f.Firms.MovedIn) }},
		{"firms_moved_out", companies, func(f *JobFlow) float64 { return float64(f.Firms.MovedOut) }},
		{"firms_returned", companies, func(f *JobFlow) float64 { return float64(f.Firms.Returned) }},
		{"firms_paused", companies, func(f *JobFlow) float64 { return float64(f.Firms.Paused) }},
		{"firms_not_known_in", companies, func(f *JobFlow) float64 { return float64(f.Firms.NotKnownIn) }},
		{"firms_not_known_out", companies, func(f *JobFlow) float64 { return float64(f.Firms.NotKnownOut) }},
		{"jobs_from", "", func(f *JobFlow) float64 { return f.JobsFrom }},
		{"jobs_to", "", func(f *JobFlow) float64 { return f.JobsTo }},
		{"denom", "", func(f *JobFlow) float64 { return f.Denom }},
		{"job_creation", "", func(f *JobFlow) float64 { return f.JobCreation }},
		{"job_creation_births", "", func(f *JobFlow) float64 { return f.JobCreationBirths }},
		{"job_creation_continuers", "", func(f *JobFlow) float64 { return f.JobCreationContinuers }},
		{"job_creation_rate_births", percent, func(f *JobFlow) float64 { return f.JobCreationRateBirths }},
		{"job_creation_rate", percent, func(f *JobFlow) float64 { return f.JobCreationRate }},
		{"job_destruction", "", func(f *JobFlow) float64 { return f.JobDestruction }},
		{"job_destruction_deaths", "", func(f *JobFlow) float64 { return f.JobDestructionDeaths }},
		{"job_destruction_continuers", "", func(f *JobFlow) float64 { return f.JobDestructionContinuers }},
		{"job_destruction_rate_deaths", percent, func(f *JobFlow) float64 { return f.JobDestructionRateDeaths }},
		{"job_destruction_rate", percent, func(f *JobFlow) float64 { return f.JobDestructionRate }},
		{"net_job_creation", "", func(f *JobFlow) float64 { return f.NetJobCreation }},
		{"net_job_creation_rate", percent, func(f *JobFlow) float64 { return f.NetJobCreationRate }},
		{"gross_reallocation", "", func(f *JobFlow) float64 { return f.GrossReallocation }},
		{"gross_reallocation_rate", percent, func(f *JobFlow) float64 { return f.GrossReallocationRate }},
		{"excess_reallocation", "", func(f *JobFlow) float64 { return f.ExcessReallocation }},
		{"reallocation_rate", percent, func(f *JobFlow) float64 { return f.ReallocationRate }},
		{"jobs_moved_in", "", func(f *JobFlow) float64 { return f.JobsMovedIn }},
		{"jobs_moved_out", "", func(f *JobFlow) float64 { return f.JobsMovedOut }},
		{"jobs_returned", "", func(f *JobFlow) float64 { return f.JobsReturned }},
		{"jobs_paused", "", func(f *JobFlow) float64 { return f.JobsPaused }},
		{"jobs_known_in_to", "", func(f *JobFlow) float64 { return f.JobsKnownInTo }},
		{"jobs_known_in_from", "", func(f *JobFlow) float64 { return f.JobsKnownInFrom }},
		{"measured", companies, func(f *JobFlow) float64 { return float64(f.Firms.Measured) }},
		{"missing", companies, func(f *JobFlow) float64 { return float64(f.Firms.LeftOut.Missing) }},
		{"suppressed", companies, func(f *JobFlow) float64 { return float64(f.Firms.LeftOut.Suppressed) }},
	}
}
