package notebook_test

import (
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth"
)

func TestFromView(t *testing.T) {
	v := growth.View{
		Columns: []growth.ViewColumn{{Name: "sector"}, {Name: "year", Unit: "year"}, {Name: "jobs", Unit: "FTE"}, {Name: "revenue", Unit: "DKK"}, {Name: "share", Unit: "fraction"}, {Name: "index"}},
		Rows: [][]growth.Entry{
			{growth.TextOf("Energy"), growth.NumberOf(2018), growth.NumberOf(1600.25), growth.NumberOf(32e9), growth.NumberOf(.145), growth.NumberOf(.34)},
			{growth.TextOf("Water"), growth.NumberOf(2018), {Kind: growth.SuppressedEntry}, {}, growth.NumberOf(1), growth.NumberOf(2)},
		},
	}
	danish := map[string]string{"sector": "Sektor", "Energy": "Energi", "DKK bn": "mia. kr."}
	table := notebook.FromView(v, "view", "A view", func(s string) string {
		if d, ok := danish[s]; ok {
			return d
		}
		return s
	})
	var b strings.Builder
	if err := notebook.Markdown(&b, notebook.Page{Title: "Views", Blocks: []notebook.Block{table}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Sektor", "Energi", "2018", "1,600.3", "32.0", "mia. kr.", "14.5", "100.0", "0.340", "2.000"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	b.Reset()
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if want := "sector,year,jobs,revenue,share,index\nEnergi,2018,1600.25,32000000000,0.145,0.34\nWater,2018,,,1,2\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
