package chapter

// header is what stands above a column of a result, and whether its numbers get
// a sign.
type header struct {
	en, da string
	signed bool
}

// headers are those of all columns that tables of this chapter show, by their
// names in the views.
func headers() map[string]header {
	return map[string]header{
		"period": {"Years", "År", false}, "year": {"Year", "År", false},
		"group": {"Sector", "Branche", false}, "sector": {"Sector", "Branche", false},
		"missing":    {"Not stated", "Uoplyst", false},
		"suppressed": {"Suppressed", "Diskretioneret", false},
		"not_known":  {"Not known", "Ikke kendt", false},

		// panel and job flows
		"firms_from":                 {"Active before", "Aktive før", false},
		"firms":                      {"Active after", "Aktive efter", false},
		"measured":                   {"In the flows", "Indgår", false},
		"firms_paused":               {"Into a gap", "Holder pause", false},
		"firms_returned":             {"Out of a gap", "Vender tilbage", false},
		"job_creation":               {"Created", "Skabt", false},
		"job_creation_births":        {"Created: births", "Skabt: nye", false},
		"job_creation_continuers":    {"Created: continuers", "Skabt: fortsættende", false},
		"job_destruction":            {"Destroyed", "Nedlagt", false},
		"job_destruction_deaths":     {"Destroyed: deaths", "Nedlagt: ophørte", false},
		"job_destruction_continuers": {"Destroyed: continuers", "Nedlagt: fortsættende", false},
		"net_job_creation":           {"Net", "Netto", true},
		"excess_reallocation":        {"Excess reallocation", "Overskydende reallokering", false},
		"denom":                      {"Mean of jobs", "Gennemsnit af job", false},
		"job_creation_rate":          {"Created", "Skabt", false},
		"job_creation_rate_births":   {"Created: births", "Skabt: nye", false},
		"job_destruction_rate":       {"Destroyed", "Nedlagt", false},
		"job_destruction_rate_deaths": {
			"Destroyed: deaths", "Nedlagt: ophørte", false},
		"net_job_creation_rate":   {"Net", "Netto", true},
		"gross_reallocation_rate": {"Gross reallocation", "Reallokering, brutto", false},
		"reallocation_rate":       {"Excess reallocation", "Overskydende reallokering", false},
		"jobs_from":               {"Jobs before", "Job før", false},
		"jobs_to":                 {"Jobs after", "Job efter", false},
		"jobs_returned":           {"Back from a gap", "Tilbage fra pause", false},
		"jobs_paused":             {"Gone into a gap", "Gået på pause", false},
		"jobs_known_in_to":        {"Known only after", "Kun kendt efter", false},
		"jobs_known_in_from":      {"Known only before", "Kun kendt før", false},

		// entry and exit
		"active":         {"Active", "Aktive", false},
		"births":         {"Births", "Nye", false},
		"deaths":         {"Deaths", "Ophørte", false},
		"birth_rate":     {"Birth rate", "Andel nye", false},
		"death_rate":     {"Death rate", "Andel ophørte", false},
		"churn_rate":     {"Churn", "Udskiftning", false},
		"founded_before": {"Births founded earlier", "Nye, men stiftet tidligere", false},
		"moved_in":       {"Moved in", "Flyttet ind", false},
		"moved_out":      {"Moved out", "Flyttet ud", false},
		"returned":       {"Out of a gap", "Vendt tilbage", false},
		"paused":         {"Into a gap", "På pause", false},

		// high growth
		"rule":                      {"Rule", "Regel", false},
		"of_size":                   {"Of the size", "Store nok", false},
		"born_in_start":             {"Born at the start", "Nye i startåret", false},
		"not_surviving":             {"Not surviving", "Ikke overlevet", false},
		"not_positive":              {"From zero", "Fra nul", false},
		"eligible":                  {"Eligible", "Kan måles", false},
		"high_growth":               {"High growth", "Højvækst", false},
		"share_of_eligible":         {"Share", "Andel", false},
		"gazelles":                  {"Gazelles", "Gazeller", false},
		"gazelle_share_of_eligible": {"Share, gazelles", "Andel, gazeller", false},

		// growth of the same companies
		"matched":          {"Known in both", "Kendt i begge", false},
		"sum_from":         {"Matched before", "De samme, før", false},
		"sum_to":           {"Matched after", "De samme, efter", false},
		"growth":           {"Matched growth", "De samme, vækst", true},
		"known_from":       {"All known before", "Alle kendte, før", false},
		"known_to":         {"All known after", "Alle kendte, efter", false},
		"unmatched_growth": {"Raw growth", "Rå vækst", true},

		// revenue per job
		"method":       {"Method", "Metode", false},
		"before":       {"Before", "Før", false},
		"after":        {"After", "Efter", false},
		"change":       {"Change", "Ændring", true},
		"within":       {"Within", "Inden for", true},
		"between":      {"Between", "Mellem", true},
		"cross":        {"Cross", "Krydsled", true},
		"entry":        {"Entry", "Tilgang", true},
		"exit":         {"Exit", "Afgang", true},
		"static":       {"Static", "Statisk", true},
		"dynamic":      {"Dynamic", "Dynamisk", true},
		"turnover":     {"Come or gone", "Til- og afgang", true},
		"share_before": {"Jobs before", "Job før", false},
		"share_after":  {"Jobs after", "Job efter", false},
		"aggregate":    {"Weighted by jobs", "Vægtet med job", false},
		"mean":         {"Unweighted mean", "Simpelt gennemsnit", false},
		"covariance":   {"Covariance", "Kovarians", true},
	}
}
