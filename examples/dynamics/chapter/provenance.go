package chapter

import (
	"slices"

	"smartcity/examples/notebook"
	"smartcity/sector/dynamics"
)

// Provenance says where the figures come from.
func (c *Chapter) Provenance() notebook.Provenance {
	warnings, rules, methods := []string{}, []string{}, []string{}
	for _, w := range slices.Concat(c.read.Warnings, c.panel.Warnings()) {
		warnings = append(warnings, w.Error())
	}
	for _, r := range c.rules() {
		rules = append(rules, r.Name+": "+r.Source)
	}
	for _, m := range dynamics.DecompositionMethods() {
		methods = append(methods, m.String())
	}
	return notebook.Provenance{
		Input: map[string]any{"file": c.read.File, "sha256": c.read.SHA256, "bytes": c.read.Size},
		Counts: map[string]any{
			"rows": c.read.Rows, "kept": c.read.Kept, "rejected": len(c.read.Rejected),
			"companies": c.panel.Companies(), "company_years": c.panel.Len(), "warnings": warnings,
		},
		Assumptions: map[string]any{
			"language": c.Lang, "measure": c.Measure, "currency": c.panel.Currency(), "prices": "current", "first_year": c.first, "last_year": c.last,
			"activity": dynamics.ActiveWithJobs.String(), "gaps": dynamics.GapsApart.String(), "rules_of_high_growth": rules,
			"decompositions": methods, "weights": "jobs", "reallocation": dynamics.AgainstZero.String(), "growth_accounting": "LMDI-I",
		},
	}
}
