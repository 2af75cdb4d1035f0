package notebook

import (
	"strings"

	"smartcity/growth/locale"
)

// inWords is the name of a column of a view in words. Danish has words of its own for
// the names of the library's views, and the name as it is for any other.
func inWords(name string, lang locale.Language) string {
	if lang == locale.Danish {
		if n, ok := strings.CutPrefix(name, "percentile_"); ok {
			return n + ". percentil"
		}
		if words, ok := danishColumns()[name]; ok {
			return words
		}
	}
	return strings.ReplaceAll(name, "_", " ")
}

// danishColumns are the columns of views in Danish, as the chapters of the examples
// name them where they show them.
func danishColumns() map[string]string {
	return map[string]string{
		// what rows are of
		"level": "Niveau", "sector": "Branche", "region": "Region", "industry": "Erhverv", "group": "Gruppe", "name": "Navn", "class": "Størrelsesklasse", "cohort": "Årgang",
		"year": "År", "from": "Fra", "to": "Til", "from_year": "Fra år", "to_year": "Til år", "after_years": "Antal år efter", "scenario": "Scenarie", "method": "Metode", "rule": "Regel",
		"assumption": "Forudsætning", "factor": "Faktor", "part": "Del", "of": "Af", "target": "Mål", "sectors": "Brancher", "regions": "Regioner", "total": "I alt",
		"value": "Værdi", "row_value": "Værdi, række", "column_value": "Værdi, kolonne",

		// how much there is of them, and how it has changed
		"firms": "Virksomheder", "companies": "Virksomheder", "plants": "Arbejdssteder", "fte": "Årsværk", "employees": "Ansatte", "jobs": "Job", "figure": "Tal", "revenue": "Omsætning",
		"revenue_per_job": "Omsætning pr. job", "mean_size": "Gennemsnitlig størrelse", "mean": "Gennemsnit", "index": "Indeks", "base": "Start", "end": "Slut", "before": "Før", "after": "Efter",
		"change": "Ændring", "gain": "Tilvækst", "growth": "Vækst", "rate": "Vækst", "cagr": "Gennemsnitlig vækst", "percentage_points": "Bidrag", "effect": "Effekt",
		"share": "Andel", "share_before": "Andel før", "share_after": "Andel efter", "firm_share": "Andel af virksomheder", "company_share": "Andel af virksomheder",
		"job_share": "Andel af job", "revenue_share": "Andel af omsætning", "reference": "Reference", "reference_share": "Referencens andel",

		// what is not known
		"missing": "Uoplyst", "suppressed": "Diskretioneret", "not_known": "Ikke kendt", "left_out": "Udeladt", "plants_left_out": "Arbejdssteder udeladt", "regions_left_out": "Regioner udeladt",
		"jobs_missing": "Jobtal uoplyst", "jobs_suppressed": "Jobtal diskretioneret", "jobs_not_known": "Jobtal ikke kendt", "revenue_missing": "Omsætning uoplyst", "revenue_suppressed": "Omsætning diskretioneret",
		"size_missing": "Størrelse uoplyst", "size_suppressed": "Størrelse diskretioneret", "birth_not_known": "Startår ikke kendt", "age_not_known": "Alder ikke kendt",

		// concentration and inequality
		"hhi": "HHI", "hhi_normalised": "HHI, normeret", "plant_hhi": "HHI for arbejdssteder", "equivalent_number": "Ækvivalent antal", "cr4": "CR4", "cr10": "CR10", "cr10_revenue": "CR10 af omsætning",
		"gini": "Gini", "gini_normalised": "Gini, normeret", "within": "Inden for", "between": "Mellem", "between_share": "Mellem, andel",
		"size_t": "Størrelse: T", "size_within_t": "Størrelse: T inden for", "size_between_t": "Størrelse: T mellem",
		"per_job_t": "Pr. job: T", "per_job_within_t": "Pr. job: T inden for", "per_job_between_t": "Pr. job: T mellem",

		// specialisation, location and shift-share
		"location_quotient": "Lokaliseringskvotient", "krugman": "Krugman", "krugman_halved": "Krugman, halveret", "hoover": "Hoover", "locational_gini": "Lokaliserings-Gini", "gamma": "γ", "g": "G", "g_expected": "G, forventet", "z": "z",
		"national_share": "National effekt", "industry_mix": "Brancheeffekt", "regional_shift": "Regional effekt", "competitive": "Konkurrenceeffekt", "allocation": "Allokeringseffekt", "undivided": "Ikke opdelt",
		"national_homothetic": "National, homotetisk", "national_remainder": "National, rest", "industry_homothetic": "Branche, homotetisk", "industry_remainder": "Branche, rest",
		"regional_homothetic": "Regional, homotetisk", "regional_remainder": "Regional, rest", "regional_industry_homothetic": "Regional branche, homotetisk", "regional_industry_remainder": "Regional branche, rest",

		// companies in motion
		"active": "Aktive", "active_in_to": "Aktive til sidst", "births": "Nye", "deaths": "Ophørte", "birth_rate": "Andel nye", "death_rate": "Andel ophørte", "churn_rate": "Udskiftning", "founded_before": "Nye, men stiftet tidligere",
		"moved_in": "Flyttet ind", "moved_out": "Flyttet ud", "returned": "Vendt tilbage", "paused": "På pause", "not_known_in": "Tilgang ikke kendt", "not_known_out": "Afgang ikke kendt",
		"survivors": "Overlevende", "survival_rate": "Andel overlevende", "measured": "Indgår", "stay": "Bliver i klassen",
		"firms_from": "Virksomheder før", "firms_entry": "Virksomheder, tilgang", "firms_entry_rate": "Virksomheder, tilgangsrate", "firms_exit": "Virksomheder, afgang", "firms_exit_rate": "Virksomheder, afgangsrate",
		"firms_expanding": "Virksomheder, voksende", "firms_contracting": "Virksomheder, skrumpende", "firms_moved_in": "Virksomheder, flyttet ind", "firms_moved_out": "Virksomheder, flyttet ud",
		"firms_returned": "Virksomheder, vendt tilbage", "firms_paused": "Virksomheder, på pause", "firms_not_known_in": "Virksomheder, tilgang ikke kendt", "firms_not_known_out": "Virksomheder, afgang ikke kendt",
		"jobs_from": "Job før", "jobs_to": "Job efter", "denom": "Gennemsnit af job", "job_creation": "Skabte job", "job_creation_births": "Skabte job, nye", "job_creation_continuers": "Skabte job, fortsættende",
		"job_creation_rate": "Jobskabelsesrate", "job_creation_rate_births": "Jobskabelsesrate, nye", "job_destruction": "Nedlagte job", "job_destruction_deaths": "Nedlagte job, ophørte", "job_destruction_continuers": "Nedlagte job, fortsættende",
		"job_destruction_rate": "Jobnedlæggelsesrate", "job_destruction_rate_deaths": "Jobnedlæggelsesrate, ophørte", "net_job_creation": "Nettoændring i job", "net_job_creation_rate": "Nettoændringsrate",
		"gross_reallocation": "Bruttoreallokering", "gross_reallocation_rate": "Bruttoreallokeringsrate", "excess_reallocation": "Overskydende reallokering", "reallocation_rate": "Overskydende reallokeringsrate",
		"jobs_moved_in": "Job flyttet ind", "jobs_moved_out": "Job flyttet ud", "jobs_returned": "Job tilbage fra pause", "jobs_paused": "Job gået på pause", "jobs_known_in_to": "Job, kun kendt efter", "jobs_known_in_from": "Job, kun kendt før",
		"of_size": "Store nok", "born_in_start": "Nye i startåret", "not_surviving": "Ikke overlevet", "not_positive": "Fra nul", "eligible": "Kan måles", "eligible_jobs_from": "Job før, kan måles", "eligible_jobs_to": "Job efter, kan måles",
		"high_growth": "Højvækst", "share_of_eligible": "Andel af dem, der kan måles", "share_of_active": "Andel af aktive", "gazelles": "Gazeller", "gazelle_share_of_eligible": "Gazeller, andel af dem, der kan måles",
		"gazelle_jobs_from": "Gazeller, job før", "gazelle_jobs_to": "Gazeller, job efter",
		"matched": "Kendt i begge år", "only_from": "Kun kendt før", "only_to": "Kun kendt efter", "sum_from": "De samme, før", "sum_to": "De samme, efter", "known_from": "Alle kendte, før", "known_to": "Alle kendte, efter", "unmatched_growth": "Rå vækst",
		"continuers": "Fortsættende", "entrants": "Nye virksomheder", "exiters": "Ophørte virksomheder", "entry": "Tilgang", "exit": "Afgang", "cross": "Krydsled", "static": "Statisk", "dynamic": "Dynamisk", "turnover": "Til- og afgang",
		"aggregate": "Vægtet med job", "covariance": "Kovarians",

		// outlook
		"probability": "Sandsynlighed i året", "probability_by": "Sandsynlighed inden årets udgang", "expected_shortfall": "Forventet mangel", "swing": "Udsving",
		"direct": "Direkte", "indirect": "Indirekte", "induced": "Inducerede", "indirect_jobs_per_100": "Indirekte job pr. 100 direkte", "induced_jobs_per_100": "Inducerede job pr. 100 direkte",
		"jobs_type_1": "Job, type I", "jobs_type_2": "Job, type II", "output_type_1": "Produktion, type I", "output_type_2": "Produktion, type II", "income_type_1": "Indkomst, type I", "income_type_2": "Indkomst, type II",
	}
}
