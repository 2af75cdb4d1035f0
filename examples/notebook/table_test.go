package notebook_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

func TestCSVRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	table := notebook.Table{Name: "numbers", Columns: []notebook.Column{{Name: "x", Scale: 1e6, Decimals: 1}, {Name: "y"}}}
	numbers := []float64{0, math.Copysign(0, -1), 0.1, -7.25, 1e21, 1e-9, math.MaxFloat64, math.SmallestNonzeroFloat64, 32e9, math.NaN()}
	for range 500 {
		x := math.Float64frombits(rng.Uint64())
		if !math.IsInf(x, 0) {
			numbers = append(numbers, x)
		}
	}
	for _, x := range numbers {
		table.Rows = append(table.Rows, []notebook.Cell{notebook.NumAs(x, "as said"), notebook.Suppressed()})
	}
	table.Total = []notebook.Cell{notebook.Num(1), {}}
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String()[4:], "eEs") {
		t.Error("a number has an exponent")
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(numbers)+1 || rows[0][0] != "x" || rows[0][1] != "y" {
		t.Fatalf("%d rows under %v, want %d under x, y", len(rows)-1, rows[0], len(numbers))
	}
	for i, x := range numbers {
		got := rows[i+1]
		if got[1] != "" {
			t.Errorf("a suppressed figure is written as %q", got[1])
		}
		if math.IsNaN(x) {
			if got[0] != "" {
				t.Errorf("a missing figure is written as %q", got[0])
			}
			continue
		}
		y, err := strconv.ParseFloat(got[0], 64)
		if err != nil || y != x || strings.HasPrefix(got[0], "-0") && x == 0 {
			t.Errorf("%v is written as %q", x, got[0])
		}
	}
}

func TestCSVOfOneBlankColumn(t *testing.T) {
	table := notebook.Table{Name: "one", Columns: []notebook.Column{{Name: "x"}}, Rows: [][]notebook.Cell{{notebook.Num(1)}, {{}}, {notebook.Num(2)}}}
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "x\n1\n\"\"\n2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// cellText is what a page prints for a number.
func cellText(t *testing.T, lang locale.Language, c notebook.Column, cell notebook.Cell) string {
	t.Helper()
	var b bytes.Buffer
	p := notebook.Page{Title: "t", Lang: lang, Blocks: []notebook.Block{notebook.Table{Columns: []notebook.Column{{Header: "a"}, c}, Rows: [][]notebook.Cell{{notebook.Str("row"), cell}}}}}
	if err := notebook.Terminal(&b, p, notebook.TerminalOptions{}); err != nil {
		t.Fatal(err)
	}
	_, last, ok := strings.Cut(b.String(), "row")
	if !ok {
		t.Fatal(b.String())
	}
	return strings.TrimSpace(last)
}

func TestCellText(t *testing.T) {
	for _, test := range []struct {
		column notebook.Column
		cell   notebook.Cell
		en, da string
	}{
		{notebook.Column{}, notebook.Num(17600), "17,600", "17.600"},
		{notebook.Column{Decimals: 1}, notebook.Num(7.25), "7.3", "7,3"},
		{notebook.Column{Decimals: -1}, notebook.Num(7.25), "7.25", "7,25"},
		{notebook.Column{Year: true, Decimals: 2}, notebook.Num(2018), "2018", "2018"},
		{notebook.Column{Scale: 1e6, Decimals: 1}, notebook.Num(32e9), "32,000.0", "32.000,0"},
		{notebook.Column{Scale: 0.01}, notebook.Num(0.145), "15", "15"}, // 0.145/0.01 is 14.499999999999998
		{notebook.Column{Scale: 0.01, Decimals: -1}, notebook.Num(0.07), "7", "7"},
		{notebook.Column{Scale: 3, Decimals: 1}, notebook.Num(1), "0.3", "0,3"},
		{notebook.Column{Signed: true}, notebook.Num(0.4), "0", "0"},
		{notebook.Column{Signed: true}, notebook.Num(430), "+430", "+430"},
		{notebook.Column{Signed: true}, notebook.Num(-190), "−190", "−190"},
		{notebook.Column{}, notebook.Num(0), "0", "0"},
		{notebook.Column{Scale: .01}, notebook.NumAs(.9997, "over 99.9%"), "over 99.9%", "over 99.9%"},
		{notebook.Column{}, notebook.NumAs(math.NaN(), "none"), "n/a", "uoplyst"},
		{notebook.Column{}, notebook.Cell{}, "n/a", "uoplyst"},
		{notebook.Column{}, notebook.Num(math.NaN()), "n/a", "uoplyst"},
		{notebook.Column{}, notebook.Suppressed(), "suppressed", "diskretioneret"},
	} {
		if got := cellText(t, locale.English, test.column, test.cell); got != test.en {
			t.Errorf("%+v %+v prints %q, want %q", test.column, test.cell, got, test.en)
		}
		if got := cellText(t, locale.Danish, test.column, test.cell); got != test.da {
			t.Errorf("%+v %+v prints %q in Danish, want %q", test.column, test.cell, got, test.da)
		}
	}
}

func TestWrongPages(t *testing.T) {
	ok := notebook.Table{Name: "t", Columns: []notebook.Column{{Name: "x"}}, Rows: [][]notebook.Cell{{notebook.Num(1)}}}
	with := func(change func(*notebook.Table)) notebook.Table {
		table := ok
		change(&table)
		return table
	}
	for _, test := range []struct {
		block notebook.Block
		want  string
	}{
		{ok, ""},
		{nil, "block 1 of \"p\" is nil"},
		{notebook.Heading{Text: "h", Level: 5}, "level 5"},
		{notebook.Heading{}, "without text"},
		{notebook.KeyFigures{{Label: "a"}}, "key figure \"a\""},
		{with(func(t *notebook.Table) { t.Rows = [][]notebook.Cell{{}} }), "row 1: 0 cells under 1 columns"},
		{with(func(t *notebook.Table) { t.Rows = [][]notebook.Cell{{notebook.Num(math.Inf(1))}} }), "row 1: column 1 is infinite"},
		{with(func(t *notebook.Table) { t.Total = []notebook.Cell{{}, {}} }), "total: 2 cells"},
		{with(func(t *notebook.Table) { t.Columns = nil }), "no columns"},
		{with(func(t *notebook.Table) { t.Columns = []notebook.Column{{Name: "X"}} }), `column 1 is named "X"`},
		{with(func(t *notebook.Table) { t.Columns = []notebook.Column{{Name: "x", Scale: -1}} }), "scale -1"},
		{with(func(t *notebook.Table) { t.Name = "../t" }), `table name "../t"`},
		{with(func(t *notebook.Table) { t.Data = &notebook.Table{} }), "its data has no name"},
		{with(func(t *notebook.Table) {
			t.Columns = []notebook.Column{{Name: "x", Year: true}}
			t.Rows = [][]notebook.Cell{{notebook.Num(2018.5)}}
		}), "2018.5 is not a year"},
		{notebook.Chart{Name: "c"}, `chart "c" has no picture`},
		{notebook.Chart{Name: "a/b", Picture: fakeChart{}}, `chart name "a/b"`},
		{notebook.Chart{Name: "c", Picture: fakeChart{}, Data: &notebook.Table{}}, "its data has no name"},
	} {
		p := notebook.Page{Title: "p", Blocks: []notebook.Block{test.block}}
		var b bytes.Buffer
		for name, render := range map[string]func(io.Writer, notebook.Page) error{
			"HTML": notebook.HTML, "Markdown": notebook.Markdown,
			"Terminal": func(w io.Writer, p notebook.Page) error { return notebook.Terminal(w, p, notebook.TerminalOptions{}) },
		} {
			err := render(&b, p)
			if test.want == "" {
				if err != nil {
					t.Errorf("%s of a good page: %v", name, err)
				}
				b.Reset()
				continue
			}
			if err == nil || !strings.Contains(err.Error(), test.want) || b.Len() > 0 {
				t.Errorf("%s: error %v after %d bytes, want %q after none", name, err, b.Len(), test.want)
			}
		}
	}
	if err := notebook.HTML(io.Discard, notebook.Page{}); err == nil {
		t.Error("a page without a title passes")
	}
	for name, bad := range map[string]bool{"tables.xlsx": false, "../tables.xlsx": true, "javascript:alert(1)": true} {
		if err := notebook.HTML(io.Discard, notebook.Page{Title: "t", Workbook: name}); (err != nil) != bad {
			t.Errorf("a page with the workbook %q: %v", name, err)
		}
	}
}
