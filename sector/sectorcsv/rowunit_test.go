package sectorcsv

import (
	"reflect"
	"strings"
	"testing"
)

func TestParseUnit(t *testing.T) {
	for text, want := range map[string]unitPhrase{
		"mio. kr.":         {"", 1e6, "kr", "", false},
		"1.000 kr.":        {"", 1e3, "kr", "", false},
		"(1.000 kr.)":      {"", 1e3, "kr", "", false},
		"MIO_EUR":          {"", 1e6, "EUR", "", false},
		"THS_PER":          {"", 1e3, "", "", true},
		"Thousand persons": {"", 1e3, "", "", true},
		"EUR m":            {"", 1e6, "EUR", "", false},
		"TDKK":             {"", 1e3, "DKK", "", false},
		"kr.":              {"", 1, "kr", "", false},
		"%":                {"", .01, "", "", false},
		"Antal":            {"", 1, "", "", true},
		"Number of persons": {
			"", 1, "", "", true},
		"Årsværk":          {"", 1, "", "fte", false},
		"1.000 årsværk":    {"", 1e3, "", "fte", false},
		"fuldtidspersoner": {"", 1, "", "fte", false},
		"employees":        {"", 1, "", "employees", false},
		"1":                {"", 1, "", "", false},
		"1000":             {"", 1e3, "", "", false},
	} {
		want.text = text
		if got, ok := parseUnit(text); !ok || got != want {
			t.Errorf("%q is %+v, %v, want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", " ", "()", "indeks 2015=100", "kr. pr. indbygger", "kr./m", "kr. per person", "m", "k", "Afdeling Nord", "100 kr.", "2018", "5", "billion kr.",
		"EUR USD", "fte employees", "% kr.", "antal kr.", "1.000 %", "Antal %",
	} {
		if got, ok := parseUnit(text); ok {
			t.Errorf("%q is the unit %+v", text, got)
		}
	}
}

func TestRowUnits(t *testing.T) {
	text := "id,sector,year,fte,revenue,share,unit\n1,A,2018,5,4.35,0.5,DKK m\n2,A,2018,5,4.35,50,\n"
	for _, c := range []struct {
		opt  Options
		text string
		want []RowUnit
		err  string
	}{
		{Options{Lenient: true}, text, []RowUnit{{"DKK m", "revenue", 1e6, "DKK", 1}}, ""},
		{Options{}, text, nil, `:3: column "unit": want the unit of the revenue`},
		{Options{RevenueUnit: 1e3}, strings.Replace(text, "50,", "0.5,", 1), nil, ""},
		{Options{RevenueUnit: 1}, "sector,year,revenue,unit\nA,2018,5,North\n", nil, ""},
		{Options{RevenueUnit: 1}, "sector,year,revenue,unit\nA,2018,5,kr.\nA,2018,5,North\n", nil, "want a unit that is known"},
		{Options{Columns: map[string]string{"unit": "Maß"}}, "sector,year,fte,Maß\nA,2018,5,Köpfe\n", nil, `:2: column "Maß": "Köpfe": want a unit that is known`},
		{Options{Columns: map[string]string{"unit": "Maß"}}, "sector,year,fte,Maß\nA,2018,5,1000\n", []RowUnit{{"1000", "fte", 1e3, "", 1}}, ""},
		{Options{}, "sector,year,share,fte,unit\nA,2018,50,3,%\n", nil, "is no unit of fte"},
		{Options{}, "sector,year,share,fte,unit\nA,2018,50,..,%\n", []RowUnit{{"%", "share", .01, "", 1}}, ""},
		{Options{}, "sector,year,share,fte,unit\nA,2018,0.5,3,thousand\nA,2018,0.5,3,FTE\n", []RowUnit{{"thousand", "fte", 1e3, "", 1}, {"FTE", "fte", 1, "", 1}}, ""},
		{Options{}, "sector,year,variable,value,unit\nA,2018,share,50,thousand\n", nil, "is no unit of a share"},
		{Options{}, "sector,year,variable,value,unit\nA,2018,share,50,%\nA,2018,fte,5,FTE\n", []RowUnit{{"%", "share", .01, "", 1}, {"FTE", "fte", 1, "", 1}}, ""},
		{Options{}, "sector,year,revenue,unit\nA,2018,5,FTE\n", nil, "is no unit of revenue"},
		{Options{}, "sector,year,revenue,unit\nA,2018,,\nA,2018,..,\nA,2018,5,kr.\n", []RowUnit{{"kr.", "revenue", 1, "DKK", 1}}, ""},
		{Options{Currency: "SEK"}, "sector,year,revenue,unit\nA,2018,5,mio. kr.\n", []RowUnit{{"mio. kr.", "revenue", 1e6, "SEK", 1}}, ""},
		{Options{}, "sector,year,revenue,currency,unit\nA,2018,5,EUR,mio. kr.\n", nil, "the currency is DKK here and EUR in the same row"},
		{Options{}, "sector,year,variable,value,unit\nA,2018,Revenue (1000),5,mio. kr.\n", nil, "is another unit than that of the header or the name of the figure, 1000"},
		{Options{}, "sector,year,variable,value,unit\nA,2018,Revenue (1000),5,1.000 kr.\n", []RowUnit{{"1.000 kr.", "revenue", 1e3, "DKK", 1}}, ""},
		{Options{}, "sector,year,variable,value,unit\nA,2018,fte,5,employees\n", nil, "is no unit of fte"},
		{Options{}, "sector,fte_2017,fte_2018,unit\nA,5,6,thousand\n", []RowUnit{{"thousand", "fte", 1e3, "", 2}}, ""},
	} {
		c.opt.Name = "f.csv"
		_, report, err := Read(t.Context(), strings.NewReader(c.text), c.opt)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: %v, want %q", c.text, err, c.err)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(report.Units, c.want) {
			t.Errorf("%q: %+v, %v, want %+v", c.text, report.Units, err, c.want)
		}
	}
}

func TestTitleUnit(t *testing.T) {
	for text, want := range map[string]string{
		"Beløb i 1.000 kr.":            "1.000 kr.",
		"Alle tal i t.kr.":             "t. kr.",
		"Revenue in EUR million, 2018": "EUR million",
		"DKK m":                        "DKK m",
		"in thousands of euros":        "in thousands",
		"i mia.":                       "i mia.",
		"TDKK":                         "TDKK",
		"Umsatz in Tsd. Euro":          "Tsd. Euro",
		"(000 DKK)":                    "000 DKK",
		"Omsætning over 1 mio. kr.":    "mio. kr.",
		"Smart City 2018":              "",
		"All companies, top 1000":      "",
		"1000 virksomheder i 98 byer":  "",
		"kr.":                          "",
		"Udtræk 12-03-2019 kl. 10.000": "",
		"The K in Denmark, ALL t":      "",
		"Million Dollar Companies":     "",
		"5 kr. og 100 %":               "",
	} {
		if got := titleUnit(text); got != want {
			t.Errorf("%q names the unit %q, want %q", text, got, want)
		}
	}
}

func TestFiguresIn(t *testing.T) {
	for text, want := range map[string]string{
		"Tal i 1.000":                       "i 1.000",
		"Employment, in thousands, by year": "in thousands",
		"I tusind personer":                 "I tusind",
		"tal i 1.000 kr.":                   "",
		"Beløb i mio. EUR":                  "",
		"1000 virksomheder i 98 byer":       "",
		"Jobs in 2018":                      "",
		"in":                                "",
		"":                                  "",
	} {
		if got := figuresIn(text); got != want {
			t.Errorf("%q names the unit %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]int{
		"Tal i 1.000\nsector;year;fte\nA;2018;1,5\n":                           1,
		"Tal i 1.000\nsector;year;fte (1.000)\nA;2018;1,5\n":                   0,
		"sector;year;fte\nA;2018;1,5\nNote: in thousands;;\n":                  1,
		"Tal i 1.000\nsector;year;omsætning (1.000 kr.)\nA;2018;1,5\n":         0,
		"Tal i 1.000 kr.\nsector;year;fte;revenue (1.000 kr.)\nA;2018;1;2,5\n": 0,
	} {
		for _, reading := range []bool{false, true} {
			_, report, err := Aggregate(t.Context(), strings.NewReader(text), Options{reading: reading}, byAll)
			if err != nil || len(report.Warnings) != want {
				t.Errorf("%q: %v, warnings %v, want %d", text, err, report.Warnings, want)
			}
		}
	}
}
