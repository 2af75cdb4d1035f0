package notebook_test

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

// titledChart is a picture that says its title, as those of growthplot do.
type titledChart struct{ fakeChart }

func (c titledChart) Title() string { return c.title }

// The tables of a page are its CSV files, each once, and know what stands above
// them on the page.
func TestTables(t *testing.T) {
	column := []notebook.Column{{Name: "n"}}
	rows := [][]notebook.Cell{{notebook.Num(1)}}
	data := &notebook.Table{Name: "data", Columns: column, Rows: rows}
	described := &notebook.Table{Name: "described", Caption: "own", Note: "own note", Sheet: "own sheet", Columns: column}
	chart := func(name string, data *notebook.Table) notebook.Chart {
		return notebook.Chart{Name: name, Picture: titledChart{fakeChart{title: "Title of " + name}}, Data: data}
	}
	p := notebook.Page{Title: "t", Blocks: []notebook.Block{
		notebook.Table{Caption: "shown only", Columns: column},
		chart("a", data),
		notebook.Table{Name: "shown", Caption: "shown", Note: "note", Sheet: "sheet", Columns: []notebook.Column{{Header: "x"}, {Header: "y"}}, Data: data},
		chart("b", data),
		chart("c", described),
		chart("d", &notebook.Table{Name: "ahead", Columns: column}),
		notebook.Chart{Name: "e", Picture: fakeChart{title: "x"}},
		notebook.Chart{Name: "f", Picture: fakeChart{title: "x"}, Data: &notebook.Table{Name: "untitled", Columns: column}},
	}}
	tables, err := p.Tables()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, table := range tables {
		if len(table.Columns) != 1 {
			t.Errorf("%q is not what is in the file", table.Name)
		}
		got = append(got, strings.Join([]string{table.Name, table.Caption, table.Note, table.Sheet}, "|"))
	}
	want := []string{"data|The figures behind “shown”|note|sheet", "described|own|own note|own sheet", "ahead|The figures behind “Title of d”||Title of d", "untitled|||"}
	if !slices.Equal(got, want) {
		t.Errorf("tables %q, want %q", got, want)
	}
	if data.Caption != "" {
		t.Error("the page was changed")
	}
	// A table that says the same in the reader's words is taken as it stands.
	coded := &notebook.Table{Name: "coded", Columns: []notebook.Column{{Name: "scenario"}, {Name: "fte"}}, Rows: [][]notebook.Cell{{notebook.Str("low"), notebook.Num(38908)}, {notebook.Str("high"), {}}}}
	words := notebook.Table{Data: coded, Columns: []notebook.Column{{Header: "Scenarie"}, {Header: "Årsværk"}}, Rows: [][]notebook.Cell{{notebook.Str("Lav"), notebook.Num(38908)}, {notebook.Str("Høj"), notebook.Str("aldrig")}}}
	for _, other := range []float64{38908, 38909} {
		coded.Rows[0][1] = notebook.Num(other)
		tables, err := notebook.Page{Title: "t", Blocks: []notebook.Block{words}}.Tables()
		if err != nil || len(tables) != 1 {
			t.Fatal(tables, err)
		}
		want := map[float64]string{38908: "Scenarie Lav coded fte", 38909: " low coded fte"}[other]
		if got := strings.Join([]string{tables[0].Columns[0].Header, tables[0].Rows[0][0].Show(notebook.Column{}, locale.Danish), tables[0].Name, tables[0].Columns[1].Name}, " "); got != want {
			t.Errorf("a table of the same words and %v is %q, want %q", other, got, want)
		}
		var b bytes.Buffer
		if err := tables[0].WriteCSV(&b); err != nil || !strings.HasPrefix(b.String(), "scenario,fte\nlow,") {
			t.Errorf("its file reads %q (%v)", b.String(), err)
		}
	}
	if words.Columns[0].Name != "" {
		t.Error("the page was changed")
	}
	p.Blocks = append(p.Blocks, chart("g", &notebook.Table{Name: "data", Columns: column}))
	if _, err := p.Tables(); err == nil || !strings.Contains(err.Error(), "tables/data.csv") {
		t.Errorf("two tables of one name and different figures: %v", err)
	}
	if _, err := (notebook.Page{}).Tables(); err == nil {
		t.Error("a page without a title")
	}
}

func TestCellShow(t *testing.T) {
	money := notebook.Column{Header: "Omsætning", Unit: "mio. kr.", Scale: 1e6, Decimals: 1}
	for _, c := range []struct {
		cell   notebook.Cell
		want   string
		number float64
		ok     bool
	}{
		{notebook.Num(17_600_000), "17,6", 17_600_000, true}, {notebook.Str("a\nb\x00"), "a b\uFFFD", 0, false},
		{notebook.Suppressed(), "diskretioneret", 0, false}, {notebook.Cell{}, locale.Danish.Number(math.NaN(), 0), 0, false},
	} {
		x, ok := c.cell.Number()
		if got := c.cell.Show(money, locale.Danish); got != c.want || x != c.number || ok != c.ok {
			t.Errorf("%v is shown as %q and holds %v, %v; want %q, %v, %v", c.cell, got, x, ok, c.want, c.number, c.ok)
		}
	}
	if got := money.Title(); got != "Omsætning (mio. kr.)" {
		t.Errorf("title %q", got)
	}
}
