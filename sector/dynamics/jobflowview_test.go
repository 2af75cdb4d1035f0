package dynamics

import (
	"testing"

	"smartcity/growth"
)

func TestJobFlowView(t *testing.T) {
	p := mustPanel(t, randomCompanies(4, 50, 4), PanelOptions{})
	for _, opt := range variants() {
		flows, err := JobFlows(p, opt)
		if err != nil {
			t.Fatal(err)
		}
		v := flows.View()
		if len(v.Rows) != len(flows.Rows)+len(flows.Totals) {
			t.Fatalf("%d lines for %d rows", len(v.Rows), len(flows.Rows)+len(flows.Totals))
		}
		names := map[string]int{}
		for i, c := range v.Columns {
			if _, twice := names[c.Name]; twice {
				t.Errorf("column %s is there twice", c.Name)
			}
			names[c.Name] = i
		}
		for i, line := range v.Rows {
			f, level := &flows.Totals[max(0, i-len(flows.Rows))], "total"
			if i < len(flows.Rows) {
				f, level = &flows.Rows[i], opt.By.String()
			}
			for name, want := range map[string]float64{
				"denom": f.Denom, "job_creation": f.JobCreation, "job_destruction_rate_deaths": f.JobDestructionRateDeaths,
				"reallocation_rate": f.ReallocationRate, "firms_exit": float64(f.Firms.Exit), "from": float64(f.From),
				"suppressed": float64(f.Firms.LeftOut.Suppressed), "jobs_moved_out": f.JobsMovedOut,
			} {
				if line[names[name]] != growth.NumberOf(want) {
					t.Errorf("%s is %+v, want %v", name, line[names[name]], want)
				}
			}
			if line[0] != growth.TextOf(level) || line[1] != growth.TextOf(f.Group) {
				t.Errorf("line %d begins %v", i, line[:2])
			}
		}
	}
}
