package stream

// sector is what the model knows of a sector.
type sector struct {
	name   string
	weight int      // share of the companies, per cent
	perFTE int64    // revenue per FTE, kroner
	trades []string // middle parts of company names
}

// sectors by name, which is the order of the totals.
func sectors() []sector {
	return []sector{
		{"Buildings", 17, 1_740_000, []string{"Byg", "Indeklima", "Tag", "Måling"}},
		{"Energy", 14, 2_760_000, []string{"Energi", "Elnet", "Varme", "Sol"}},
		{"Governance", 15, 1_210_000, []string{"Data", "Software", "Bydata", "Analyse"}},
		{"Health", 12, 1_060_000, []string{"Pleje", "Omsorg", "Velfærd"}},
		{"Lighting", 6, 1_450_000, []string{"Belysning", "Gadelys", "Lys"}},
		{"Mobility", 12, 1_590_000, []string{"Trafik", "Parkering", "Kørsel", "Cykler"}},
		{"Security", 5, 1_290_000, []string{"Sikring", "Alarm", "Vagt"}},
		{"Telecommunications", 6, 2_790_000, []string{"Fiber", "Netværk", "Bredbånd"}},
		{"Waste", 6, 1_700_000, []string{"Genbrug", "Biogas", "Sortering"}},
		{"Water", 7, 1_900_000, []string{"Vand", "Kloak", "Klima"}},
	}
}

// region is one of the five Danish regions.
type region struct {
	name   string
	weight int // share of the companies, per cent
}

func regions() []region {
	return []region{{"Hovedstaden", 43}, {"Sjælland", 10}, {"Syddanmark", 17}, {"Midtjylland", 21}, {"Nordjylland", 9}}
}
