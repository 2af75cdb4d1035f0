package notebook_test

import (
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
)

func TestFromView(t *testing.T) {
	v := growth.View{
		Columns: []growth.ViewColumn{{Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "jobs", Unit: "FTE"}, {Name: "revenue", Unit: "DKK"}, {Name: "share", Unit: "fraction"}, {Name: "index"}},
		Rows: [][]growth.Entry{
			{growth.TextOf("Energy"), growth.NumberOf(2018), growth.NumberOf(1600.25), growth.NumberOf(32e9), growth.NumberOf(.145), growth.NumberOf(.34)},
			{growth.TextOf("Water"), growth.NumberOf(2018), {Kind: growth.SuppressedEntry}, {}, growth.NumberOf(1), growth.NumberOf(2)},
		},
	}
	table := notebook.FromView(v, "view", "A view", locale.English)
	var b strings.Builder
	if err := notebook.Markdown(&b, notebook.Page{Title: "Views", Blocks: []notebook.Block{table}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| sector |", "| 2018 |", "1,600", "revenue (DKK m)", "32,000", "share (%)", "14.5", "100.0", "0.340", "2.000"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	b.Reset()
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if want := "sector,year,jobs,revenue,share,index\nEnergy,2018,1600.25,32000000000,0.145,0.34\nWater,2018,,,1,2\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestFromViewOfColumns(t *testing.T) {
	v := growth.View{
		Columns: []growth.ViewColumn{{Name: "group"}, {Name: "fte", Unit: "FTE"}, {Name: "change", Unit: "FTE"}, {Name: "firms", Unit: "companies"}, {Name: "ratio", Unit: "DKK per FTE"}, {Name: "part", Unit: "DKK per FTE"}, {Name: "rate", Unit: "fraction a year"}, {Name: "points", Unit: "percentage points"}, {Name: "paid", Unit: "EUR"}, {Name: "earned", Unit: "EUR"}, {Name: "equal_ones", Unit: "companies"}},
		Rows: [][]growth.Entry{
			{growth.TextOf("Energi"), growth.NumberOf(1600.25), growth.NumberOf(-12.75), growth.NumberOf(31), growth.NumberOf(1_740_044.6), growth.NumberOf(79.4), growth.NumberOf(.0815), growth.NumberOf(1.25), growth.NumberOf(2.5e7), growth.NumberOf(1.5e5), growth.NumberOf(12.25)},
		},
	}
	got := func(lang locale.Language, columns ...notebook.Column) string {
		t.Helper()
		var b strings.Builder
		if err := notebook.Markdown(&b, notebook.Page{Title: "Views", Lang: lang, Blocks: []notebook.Block{notebook.FromView(v, "", "", lang, columns...)}}); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		return lines[len(lines)-3] + "\n" + lines[len(lines)-1]
	}
	for _, test := range []struct {
		lang    locale.Language
		columns []notebook.Column
		want    string
	}{
		{locale.English, []notebook.Column{{Name: "fte", Header: "FTE"}, {Name: "change", Signed: true}, {Name: "firms", Header: "Companies"}, {Name: "equal_ones"}},
			"| FTE | change (FTE) | Companies | equal ones |\n| 1,600 | −13 | 31 | 12.25 |"},
		{locale.Danish, []notebook.Column{{Name: "fte", Header: "Årsværk"}, {Name: "ratio", Header: "Omsætning pr. årsværk"}, {Name: "part", Header: "Del", Signed: true}},
			"| Årsværk | Omsætning pr. årsværk (kr.) | Del (kr. pr. årsværk) |\n| 1.600 | 1.740.045 | +79 |"},
		{locale.Danish, []notebook.Column{{Name: "rate", Header: "Vækst"}, {Name: "points", Header: "Bidrag"}, {Name: "paid", Header: "Betalt"}, {Name: "earned", Header: "Tjent"}},
			"| Vækst (pct. om året) | Bidrag (procentpoint) | Betalt (mio. EUR) | Tjent (mio. EUR) |\n| 8,2 | +1,25 | 25,00 | 0,15 |"},
		{locale.English, []notebook.Column{{Name: "earned", Scale: 1e3, Unit: "EUR 1,000", Decimals: 1}}, "| earned (EUR 1,000) |\n| 150.0 |"},
	} {
		if got := got(test.lang, test.columns...); got != test.want {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
	if got, want := got(locale.Danish, notebook.Column{Name: "group"}, notebook.Column{Name: "change"}, notebook.Column{Name: "points"}), "| Gruppe | Ændring (årsværk) | points (procentpoint) |\n| Energi | −13 | +1,25 |"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	defer func() {
		if text, ok := recover().(string); !ok || text != `notebook: table "": the view has no column "fet"` {
			t.Errorf("a column that is not there: %q", text)
		}
	}()
	notebook.FromView(v, "", "", locale.English, notebook.Column{Name: "fet"})
}
