package dynamics

import (
	"strconv"

	"smartcity/growth"
	"smartcity/sector"
)

// warn adds the warnings of a table made of a panel of these years.
func (t *HighGrowthTable) warn(years []int) {
	if t.Rule.Measure != t.Measure {
		t.Warnings = append(t.Warnings, &MeasureDiffers{Rule: t.Rule.Name, Meant: t.Rule.Measure, Used: t.Measure})
	}
	start := t.Totals[0].From
	for _, r := range t.Totals {
		start = max(start, r.From)
	}
	for i := 1; i < len(years) && years[i] <= start; i++ {
		if years[i]-years[i-1] > 1 {
			t.Warnings = append(t.Warnings, &YearsApart{From: years[i-1], To: years[i]})
		}
	}
	births, ages := 0, 0
	for _, r := range t.Totals {
		births += r.BirthNotKnown
		ages += r.AgeNotKnown
	}
	if births > 0 {
		t.Warnings = append(t.Warnings, &BirthsNotKnown{Companies: births})
	}
	if ages > 0 {
		t.Warnings = append(t.Warnings, &AgesNotKnown{Companies: ages})
	}
	few := 0
	for _, rows := range [][]HighGrowth{t.Rows, t.Totals} {
		for _, r := range rows {
			if anyFew(r.HighGrowth, r.Gazelles, r.Eligible) {
				few++
			}
		}
	}
	if few > 0 {
		t.Warnings = append(t.Warnings, &FewFirms{Rows: few})
	}
}

// View returns a line for each row, then one for each total: columns rule,
// level (the grouping's name, or "total"), group, from, to, the counts, shares
// and jobs.
func (t *HighGrowthTable) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "rule"}, {Name: "level"}, {Name: "group"}, {Name: "from", Unit: "year"}, {Name: "to", Unit: "year"},
	}}
	columns := highGrowthColumns(t.Measure.Unit())
	for _, c := range columns {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: c.name, Unit: c.unit})
	}
	line := func(level string, h *HighGrowth) {
		row := []growth.Entry{
			growth.TextOf(t.Rule.Name), growth.TextOf(level), growth.TextOf(h.Group),
			growth.NumberOf(float64(h.From)), growth.NumberOf(float64(h.To)),
		}
		for _, c := range columns {
			row = append(row, growth.NumberOf(c.of(h)))
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

type highGrowthColumn struct {
	name, unit string
	of         func(*HighGrowth) float64
}

func highGrowthColumns(jobs string) []highGrowthColumn {
	const companies, fraction = "companies", "fraction"
	return []highGrowthColumn{
		{"of_size", companies, func(h *HighGrowth) float64 { return float64(h.OfSize) }},
		{"born_in_start", companies, func(h *HighGrowth) float64 { return float64(h.BornInStart) }},
		{"not_surviving", companies, func(h *HighGrowth) float64 { return float64(h.NotSurviving) }},
		{"not_positive", companies, func(h *HighGrowth) float64 { return float64(h.NotPositive) }},
		{"missing", companies, func(h *HighGrowth) float64 { return float64(h.LeftOut.Missing) }},
		{"suppressed", companies, func(h *HighGrowth) float64 { return float64(h.LeftOut.Suppressed) }},
		{"size_missing", companies, func(h *HighGrowth) float64 { return float64(h.SizeNotKnown.Missing) }},
		{"size_suppressed", companies, func(h *HighGrowth) float64 { return float64(h.SizeNotKnown.Suppressed) }},
		{"eligible", companies, func(h *HighGrowth) float64 { return float64(h.Eligible) }},
		{"high_growth", companies, func(h *HighGrowth) float64 { return float64(h.HighGrowth) }},
		{"gazelles", companies, func(h *HighGrowth) float64 { return float64(h.Gazelles) }},
		{"share_of_eligible", fraction, func(h *HighGrowth) float64 { return h.Share }},
		{"gazelle_share_of_eligible", fraction, func(h *HighGrowth) float64 { return h.GazelleShare }},
		{"active_in_to", companies, func(h *HighGrowth) float64 { return float64(h.ActiveInTo) }},
		{"share_of_active", fraction, func(h *HighGrowth) float64 { return h.ShareOfActive }},
		{"jobs_from", jobs, func(h *HighGrowth) float64 { return h.JobsFrom }},
		{"jobs_to", jobs, func(h *HighGrowth) float64 { return h.JobsTo }},
		{"gazelle_jobs_from", jobs, func(h *HighGrowth) float64 { return h.GazelleJobsFrom }},
		{"gazelle_jobs_to", jobs, func(h *HighGrowth) float64 { return h.GazelleJobsTo }},
		{"eligible_jobs_from", jobs, func(h *HighGrowth) float64 { return h.EligibleJobsFrom }},
		{"eligible_jobs_to", jobs, func(h *HighGrowth) float64 { return h.EligibleJobsTo }},
		{"jobs_not_known", companies, func(h *HighGrowth) float64 { return float64(h.JobsNotKnown) }},
		{"birth_not_known", companies, func(h *HighGrowth) float64 { return float64(h.BirthNotKnown) }},
		{"age_not_known", companies, func(h *HighGrowth) float64 { return float64(h.AgeNotKnown) }},
	}
}

// columnName names what a panel has a figure of.
func columnName(c sector.Column) string {
	switch c {
	case sector.Jobs:
		return "jobs"
	case sector.Revenue:
		return "revenue"
	}
	return "sector.Column " + strconv.Itoa(int(c))
}
