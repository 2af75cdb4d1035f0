package notebook

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"smartcity/growth/locale"
)

func render(t *testing.T, p Page) string {
	t.Helper()
	var b strings.Builder
	if err := HTML(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The policy of a page names what is inline in it, byte for byte, and nothing else.
func TestPolicy(t *testing.T) {
	page := render(t, Page{Title: "t", Blocks: []Block{Prose("x")}})
	between := func(from, to string) string {
		_, rest, ok := strings.Cut(page, from)
		text, _, end := strings.Cut(rest, to)
		if !ok || !end {
			t.Fatalf("no %s in the page", from)
		}
		return text
	}
	policy := html.UnescapeString(between(`http-equiv="Content-Security-Policy" content="`, `"`))
	for _, want := range []string{"default-src 'none';", "script-src " + policyHash(between("<script>", "</script>")) + ";", "style-src " + policyHash(between("<style>", "</style>")) + ";"} {
		if !strings.Contains(policy, want) {
			t.Errorf("%q is not in the policy %q", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Count(page, "<script") != 1 || strings.Count(page, "<style") != 1 || strings.Contains(page, " style=") {
		t.Error("there is something inline that has no hash")
	}
}

func TestYears(t *testing.T) {
	year := Column{Header: "Year", Year: true}
	for _, test := range []struct {
		name    string
		columns []Column
		rows    [][]Cell
		want    string
	}{
		{"sectors by year", []Column{{Header: "Sector"}, year}, [][]Cell{{Str("A"), Num(2018)}, {Str("A"), Num(2014)}, {Str("B"), Num(2018)}, {Str("B"), {}}}, "2014 2018"},
		{"one year", []Column{{Header: "Sector"}, year}, [][]Cell{{Str("A"), Num(2018)}, {Str("B"), Num(2018)}}, ""},
		{"a row a year", []Column{year, {Header: "n"}}, [][]Cell{{Num(2017), Num(1)}, {Num(2018), Num(2)}}, ""},
		{"no years", []Column{{Header: "n"}, {Header: "m"}}, [][]Cell{{Num(2017), Num(1)}, {Num(2017), Num(2)}, {Num(2018), Num(2)}}, ""},
		{"the second column of years", []Column{year, year}, [][]Cell{{Num(2014), Num(2017)}, {Num(2014), Num(2018)}, {Num(2014), Num(2018)}}, "2017 2018"},
	} {
		page := render(t, Page{Title: "t", Blocks: []Block{Table{Columns: test.columns, Rows: test.rows}}})
		got := ""
		if m := regexp.MustCompile(`data-years="([^"]*)"`).FindStringSubmatch(page); m != nil {
			got = m[1]
		}
		if got != test.want {
			t.Errorf("%s: years to pick %q, want %q", test.name, got, test.want)
		}
		if n := strings.Count(page, "<tr data-year="); (n > 0) != (test.want != "") {
			t.Errorf("%s: %d rows have a year", test.name, n)
		}
	}
}

// What a table sorts by is the number itself, in either language; what is not
// known has none.
func TestSortValues(t *testing.T) {
	table := Table{
		Columns: []Column{{Header: "Navn"}, {Header: "Tal", Scale: 1e6, Decimals: 1}},
		Rows:    [][]Cell{{Str("a"), Num(-1250000.5)}, {Str("b"), {}}, {Str("c"), Suppressed()}, {Str("d"), NumAs(.9997, "over 99,9 pct.")}, {Str("e"), Num(1e21)}, {Str("f"), Num(1e-7)}, {Str("g"), Str("aldrig")}},
	}
	page := render(t, Page{Title: "t", Lang: locale.Danish, Blocks: []Block{table}})
	for _, want := range []string{
		` data-v="-1250000.5">−1,3<`, ` class="num unknown">uoplyst<`, ` class="num unknown">diskretioneret<`, ` data-v="0.9997">over 99,9 pct.<`,
		` data-v="1000000000000000000000">`, ` data-v="0.0000001">&lt;0,1<`, ` class="num">aldrig<`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in %s", want, page[strings.Index(page, "<tbody>"):])
		}
	}
}
