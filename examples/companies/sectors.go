package main

// sector is what the model knows of a sector. The figures are made up; only
// their sums are held to the published totals, by calibrate.
type sector struct {
	name  string
	firms float64 // weight among the companies of the first year
	born  float64 // weight among the companies entering later
	fte   float64 // full-time equivalents in the last year, before calibration
	// growth is the yearly growth of FTE.
	growth float64
	// revenue per FTE in the last year, thousand kroner.
	revenuePerFTE float64
	exit          float64 // factor on the chance to close
	regions       [5]float64
	codes         []string // industry codes (DB07) its companies are registered under, most frequent first
	trades        []string // middle parts of company names
}

// sectors in the order of their FTE. A few industry codes begin with a zero:
// they are text, and a reader that takes them for numbers loses it.
func sectors() []sector {
	return []sector{
		{
			name: "Energy", firms: 305, born: 300, fte: 3050, growth: 0.107, revenuePerFTE: 2760, exit: 1,
			regions: [5]float64{30, 9, 26, 22, 13},
			codes:   []string{"351100", "351300", "353000", "620100", "712090", "022000"},
			trades:  []string{"Energi", "Fjernvarme", "Solceller", "Elnet", "Varmelager", "Energistyring"},
		},
		{
			name: "Buildings", firms: 390, born: 370, fte: 2600, growth: 0.088, revenuePerFTE: 1740, exit: 1,
			regions: [5]float64{42, 12, 17, 21, 8},
			codes:   []string{"432200", "432100", "711210", "711100", "620100"},
			trades:  []string{"Byggestyring", "Indeklima", "Bygningsdata", "Ventilation", "Tagteknik", "Måleteknik"},
		},
		{
			name: "Mobility", firms: 270, born: 330, fte: 2350, growth: 0.127, revenuePerFTE: 1590, exit: 1,
			regions: [5]float64{48, 9, 16, 20, 7},
			codes:   []string{"620100", "522110", "493110", "293100", "711210"},
			trades:  []string{"Mobilitet", "Trafikdata", "Parkering", "Ladestandere", "Cykelteknik", "Kørsel"},
		},
		{
			name: "Governance and data", firms: 350, born: 480, fte: 2150, growth: 0.141, revenuePerFTE: 1210, exit: 1.1,
			regions: [5]float64{60, 6, 11, 18, 5},
			codes:   []string{"620100", "620200", "631100", "702200", "639900"},
			trades:  []string{"Data", "Software", "Digital", "Bydata", "Analyse", "Borgerløsninger"},
		},
		{
			name: "Health and care", firms: 260, born: 330, fte: 1750, growth: 0.132, revenuePerFTE: 1060, exit: 1.1,
			regions: [5]float64{46, 7, 17, 20, 10},
			codes:   []string{"620100", "325000", "266010", "869090"},
			trades:  []string{"Velfærdsteknologi", "Sundhedsdata", "Plejeteknik", "Omsorg", "Hjælpemidler"},
		},
		{
			name: "Water and climate adaptation", firms: 180, born: 150, fte: 1450, growth: 0.073, revenuePerFTE: 1900, exit: 0.8,
			regions: [5]float64{34, 12, 18, 27, 9},
			codes:   []string{"360000", "370000", "711210", "265100", "016100"},
			trades:  []string{"Vandteknik", "Klimasikring", "Spildevand", "Vandmålere", "Regnvand"},
		},
		{
			name: "Telecommunications and networks", firms: 135, born: 110, fte: 1450, growth: 0.062, revenuePerFTE: 2790, exit: 1,
			regions: [5]float64{56, 7, 12, 15, 10},
			codes:   []string{"611000", "612000", "619000", "263000"},
			trades:  []string{"Bredbånd", "Netværk", "Fiber", "Sensornet", "Telefoni"},
		},
		{
			name: "Waste and recycling", firms: 135, born: 110, fte: 1050, growth: 0.051, revenuePerFTE: 1700, exit: 0.9,
			regions: [5]float64{30, 15, 21, 23, 11},
			codes:   []string{"381100", "383200", "382110", "620100", "081200"},
			trades:  []string{"Genbrug", "Affaldsdata", "Kildesortering", "Containere", "Biogas"},
		},
		{
			name: "Lighting", firms: 130, born: 50, fte: 900, growth: -0.034, revenuePerFTE: 1450, exit: 1.6,
			regions: [5]float64{38, 11, 20, 24, 7},
			codes:   []string{"274000", "432100", "464700"},
			trades:  []string{"Belysning", "Gadelys", "Lysstyring", "Armaturer"},
		},
		{
			name: "Security and emergency", firms: 115, born: 95, fte: 850, growth: 0.065, revenuePerFTE: 1290, exit: 1,
			regions: [5]float64{50, 11, 14, 17, 8},
			codes:   []string{"802000", "620100", "801000", "842500"},
			trades:  []string{"Sikring", "Alarm", "Beredskab", "Overvågning", "Adgangskontrol"},
		},
	}
}

// region is one of the five Danish regions with some of its municipalities,
// the likeliest seat of a company first.
type region struct {
	name           string
	municipalities []string
}

func regions() []region {
	return []region{
		{"Hovedstaden", []string{"København", "Frederiksberg", "Gladsaxe", "Ballerup", "Lyngby-Taarbæk", "Gentofte", "Høje-Taastrup", "Rudersdal", "Hillerød", "Albertslund", "Helsingør", "Allerød", "Bornholm"}},
		{"Sjælland", []string{"Roskilde", "Køge", "Næstved", "Slagelse", "Holbæk", "Ringsted", "Greve", "Kalundborg", "Guldborgsund", "Lolland"}},
		{"Syddanmark", []string{"Odense", "Kolding", "Vejle", "Esbjerg", "Sønderborg", "Fredericia", "Middelfart", "Aabenraa", "Svendborg", "Haderslev", "Ærø"}},
		{"Midtjylland", []string{"Aarhus", "Horsens", "Silkeborg", "Viborg", "Randers", "Herning", "Skanderborg", "Holstebro", "Ikast-Brande", "Ringkøbing-Skjern", "Samsø"}},
		{"Nordjylland", []string{"Aalborg", "Hjørring", "Frederikshavn", "Thisted", "Brønderslev", "Rebild", "Mariagerfjord", "Vesthimmerlands", "Jammerbugt", "Morsø"}},
	}
}
