package workbook

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"

	"github.com/xuri/excelize/v2"
)

type picture string

func (picture) SVG(w io.Writer) error {
	_, err := io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	return err
}
func (picture) PNG(io.Writer) error { return nil }
func (p picture) Alt() string       { return string(p) }
func (p picture) Title() string     { return string(p) }

// made is the bytes of a page's workbook.
func made(t *testing.T, p notebook.Page, rows int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, p, rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened reads a workbook back.
func opened(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func read(t *testing.T, p notebook.Page) *excelize.File {
	t.Helper()
	return opened(t, made(t, p, excelize.TotalRows))
}

// at is a cell as it is stored and as it is shown.
func at(t *testing.T, f *excelize.File, sheet string, col, row int) (raw, shown, format string, kind excelize.CellType) {
	t.Helper()
	cell, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		t.Fatal(err)
	}
	must := func(s string, err error) string {
		t.Helper()
		if err != nil {
			t.Fatalf("%s!%s: %v", sheet, cell, err)
		}
		return s
	}
	raw = must(f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}))
	shown = must(f.GetCellValue(sheet, cell))
	if kind, err = f.GetCellType(sheet, cell); err != nil {
		t.Fatal(err)
	}
	if formula := must(f.GetCellFormula(sheet, cell)); formula != "" {
		t.Errorf("%s!%s is a formula: %s", sheet, cell, formula)
	}
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case style.CustomNumFmt != nil:
		format = *style.CustomNumFmt
	case style.NumFmt != 0:
		format = map[int]string{1: "0", 3: "#,##0", 4: "#,##0.00", 10: "0.00%", 11: "0.00E+00"}[style.NumFmt]
	}
	return raw, shown, format, kind
}

// isNumber tells whether a cell holds a number and nothing that only looks like
// one.
func isNumber(kind excelize.CellType) bool {
	return kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber
}

// compareWithCSV holds the sheets of a page against its CSV files, figure by
// figure and bit by bit.
func compareWithCSV(t *testing.T, f *excelize.File, p notebook.Page, sheets []string) (figures int) {
	t.Helper()
	tables, err := p.Tables()
	if err != nil || len(tables) != len(sheets) {
		t.Fatalf("%d tables (%v) for sheets %q", len(tables), err, sheets)
	}
	for k, table := range tables {
		var b bytes.Buffer
		if err := table.WriteCSV(&b); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(sheets[k])
		if err != nil || len(rows) > len(records) {
			t.Fatalf("sheet %q has %d rows (%v), the CSV file %d", sheets[k], len(rows), err, len(records))
		}
		for r, record := range records[1:] {
			for c, want := range record {
				raw, _, _, kind := at(t, f, sheets[k], c+1, r+2)
				if _, ok := table.Rows[r][c].Number(); !ok {
					if isNumber(kind) && raw != "" || !isNumber(kind) && kind != excelize.CellTypeSharedString {
						t.Errorf("sheet %q, row %d, column %d: %q of type %v, want a text or nothing", sheets[k], r+2, c+1, raw, kind)
					}
					continue
				}
				x, errX := strconv.ParseFloat(raw, 64)
				y, errY := strconv.ParseFloat(want, 64)
				if errX != nil || errY != nil || math.Float64bits(x) != math.Float64bits(y) || !isNumber(kind) {
					t.Errorf("sheet %q, row %d, column %d: %q of type %v, the CSV file has %q", sheets[k], r+2, c+1, raw, kind, want)
				}
				figures++
			}
		}
	}
	return figures
}

// sample has every kind of cell and format; its chart shares figures with a
// table, and one table has figures behind it.
func sample(lang locale.Language) notebook.Page {
	pick := lang.Pick
	data := &notebook.Table{Name: "sectors", Columns: []notebook.Column{
		{Name: "sector"}, {Name: "year", Year: true}, {Name: "firms"}, {Name: "fte"}, {Name: "rate"}, {Name: "revenue"},
	}, Rows: [][]notebook.Cell{
		{notebook.Str("Energy"), notebook.Num(2017), notebook.Num(1612), notebook.Num(5120.25), notebook.Num(.30000000000000004), notebook.Num(11_804_500_000)},
		{notebook.Str("Water"), notebook.Num(2018), {}, notebook.Suppressed(), notebook.Num(-.012), notebook.Num(640_000_000.5)},
		{notebook.Str(""), notebook.Num(2018), notebook.Num(7), notebook.Num(1e-7), {}, {}},
	}}
	shown := notebook.Table{
		Name: "shown", Data: data, Caption: pick("Companies and jobs by sector, 2018", "Virksomheder og job efter branche, 2018"), Note: pick("Current prices.", "Løbende priser."),
		Columns: []notebook.Column{{Header: pick("Sector", "Branche")}}, Rows: [][]notebook.Cell{{notebook.Str("Energy")}},
	}
	formats := notebook.Table{
		Name: "formats", Caption: pick("Formats", "Formater"),
		Columns: []notebook.Column{
			{Name: "year", Header: pick("Year", "År"), Year: true}, {Name: "whole", Header: pick("Jobs", "Job")}, {Name: "tenths", Header: "x", Decimals: 1},
			{Name: "millions", Header: "y", Unit: "DKK m", Scale: 1e6, Decimals: 1}, {Name: "share", Header: "z", Unit: "%", Scale: .01, Decimals: 1},
			{Name: "change", Header: "c", Signed: true, Decimals: 1}, {Name: "growth", Header: "g", Unit: "%", Scale: .01, Decimals: 2, Signed: true}, {Name: "dozens", Header: "d", Unit: "12", Scale: 12},
			{Name: "as_it_takes", Header: "a", Decimals: -1},
		},
		Rows: [][]notebook.Cell{
			{notebook.Num(2018), notebook.Num(17600), notebook.Num(1234.5), notebook.Num(17_600_000), notebook.Num(.125), notebook.Num(1234.5), notebook.Num(.0815), notebook.Num(24), notebook.Num(1.25)},
			{notebook.Num(2019), notebook.Num(.2), notebook.Num(.004), notebook.Num(300), notebook.Num(-.00002), notebook.Num(-3.25), notebook.Num(-.5), notebook.Num(30), notebook.Num(2.5)},
			{notebook.Num(2020), notebook.Num(0), notebook.Num(1e300), notebook.Num(math.Copysign(0, -1)), notebook.Num(1), notebook.Num(0), notebook.Num(1e-9), notebook.Num(7), notebook.Num(1e-20)},
		},
		Total: []notebook.Cell{{}, notebook.Num(99), {}, {}, {}, {}, {}, {}, {}},
	}
	return notebook.Page{
		Title: pick("Smart City in Denmark", "Smart city i Danmark"), Subtitle: "2014–2018", Lang: lang,
		Blocks: []notebook.Block{
			notebook.Chart{Name: "c", Picture: picture("Energy is largest"), Data: data}, shown, formats,
			notebook.Chart{Name: "d", Picture: picture("Jobs ahead: to 2025"), Data: &notebook.Table{Name: "ahead", Columns: []notebook.Column{{Name: "year", Year: true}}, Rows: [][]notebook.Cell{{notebook.Num(2025)}}}},
			notebook.Table{Caption: "no name, no sheet", Columns: []notebook.Column{{}}},
		},
	}
}

func contains(t *testing.T, where, text string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q:\n%s", where, want, text)
		}
	}
}

// wellFormed reads XML to its end.
func wellFormed(t *testing.T, name string, text []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s is not XML: %v", name, err)
			return
		}
	}
}
