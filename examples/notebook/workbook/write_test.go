package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"

	"github.com/xuri/excelize/v2"
)

func TestFiguresAreThoseOfTheCSV(t *testing.T) {
	for lang, sheets := range map[locale.Language][]string{
		locale.English: {"Companies and jobs by sector…", "Formats", "Jobs ahead- to 2025"},
		locale.Danish:  {"Virksomheder og job efter…", "Formater", "Jobs ahead- to 2025"},
	} {
		p := sample(lang)
		f := read(t, p)
		want := append([]string{lang.Pick("Contents", "Indhold")}, sheets...)
		if got := f.GetSheetList(); !slices.Equal(got, want) {
			t.Fatalf("sheets %q, want %q", got, want)
		}
		if n := compareWithCSV(t, f, p, want[1:]); n != 11+27+1 {
			t.Errorf("%d figures compared, want 39", n)
		}
	}
}

func TestFormats(t *testing.T) {
	f := read(t, sample(locale.English))
	for _, c := range []struct {
		col, row      int
		format, shown string
	}{
		{1, 2, "0", "2018"},
		{2, 2, "#,##0", "17,600"}, {2, 3, "#,##0.0", "0.2"}, {2, 4, "#,##0", "0"},
		{3, 2, "#,##0.0", "1,234.5"}, {3, 3, "#,##0.000", "0.004"}, {3, 4, "0.00E+00", "1.00E+300"},
		{4, 2, "#,##0.0,,", "17.6"}, {4, 3, "#,##0.0000,,", "0.0003"}, {4, 4, "#,##0.0,,", "0.0"},
		{5, 2, "#,##0.0%", "12.5%"}, {5, 3, "#,##0.000%", "-0.002%"}, {5, 4, "#,##0.0%", "100.0%"},
		{6, 2, "+#,##0.0;-#,##0.0;#,##0.0", "+1,234.5"}, {6, 3, "+#,##0.0;-#,##0.0;#,##0.0", "-3.3"}, {6, 4, "+#,##0.0;-#,##0.0;#,##0.0", ""},
		{7, 2, "+#,##0.00%;-#,##0.00%;#,##0.00%", "+8.15%"}, {7, 4, "+#,##0.00%;-#,##0.00%;#,##0.00%", "+0.00%"},
		{8, 3, "#,##0", "30"},
		{9, 2, "#,##0.000", "1.250"}, {9, 4, "0.00E+00", "1.00E-20"},
	} {
		_, shown, format, kind := at(t, f, "Formats", c.col, c.row)
		if c.shown == "" {
			shown = "" // excelize gives a zero the sign of the first section, Excel does not
		}
		if format != c.format || shown != c.shown || !isNumber(kind) {
			t.Errorf("column %d, row %d is shown as %q by %q, want %q by %q", c.col, c.row, shown, format, c.shown, c.format)
		}
	}
	// Columns that only have a name get decimals from their figures.
	for col, want := range []string{"", "0", "#,##0", "#,##0", "#,##0.0000", "#,##0"} {
		if col == 0 {
			continue
		}
		if _, _, got, _ := at(t, f, "Companies and jobs by sector…", col+1, 2); got != want {
			t.Errorf("column %d has the format %q, want %q", col+1, got, want)
		}
	}
	rows, err := f.GetRows("Formats")
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"Year", "Jobs", "x", "y (DKK m)", "z (%)", "c", "g (%)", "d", "a"}; !slices.Equal(rows[0], want) || len(rows) != 4 {
		t.Errorf("header %q and %d rows, want %q and 4 (no total)", rows[0], len(rows), want)
	}
}

func TestNotKnown(t *testing.T) {
	for lang, word := range map[locale.Language]string{locale.English: "suppressed", locale.Danish: "diskretioneret"} {
		f := read(t, sample(lang))
		sheet := f.GetSheetList()[1]
		if raw, _, _, kind := at(t, f, sheet, 4, 3); raw != word || kind != excelize.CellTypeSharedString {
			t.Errorf("a suppressed figure is %q, want %q", raw, word)
		}
		for _, c := range [][2]int{{3, 3}, {5, 4}, {6, 4}, {1, 4}} {
			if raw, _, _, kind := at(t, f, sheet, c[0], c[1]); raw != "" || kind != excelize.CellTypeUnset {
				t.Errorf("what is missing at %v is %q of type %v, want nothing", c, raw, kind)
			}
		}
	}
}

func TestContents(t *testing.T) {
	p := sample(locale.Danish)
	f := read(t, p)
	rows, err := f.GetRows("Indhold")
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("%q", rows)
	contains(t, "the list", text, "Smart city i Danmark", "2014–2018", `"Ark" "Tabel" "Rækker" "Fil" "Bemærkning"`,
		`["Virksomheder og job efter…" "Tallene bag »Virksomheder og job efter branche, 2018«" "3" "tables/sectors.csv" "Løbende priser."]`,
		`["Formater" "Formater" "3" "tables/formats.csv"]`, `["Jobs ahead- to 2025" "Tallene bag »Jobs ahead: to 2025«" "1" "tables/ahead.csv"]`, "diskretioneret")
	if strings.Contains(text, "no sheet") {
		t.Error("a table without a file is listed")
	}
	for i, sheet := range f.GetSheetList()[1:] {
		ok, target, err := f.GetCellHyperLink("Indhold", fmt.Sprintf("A%d", i+5))
		if err != nil || !ok || target != "'"+sheet+"'!A1" {
			t.Errorf("link %d leads to %q (%v), want the sheet %q", i+1, target, err, sheet)
		}
		panes, err := f.GetPanes(sheet)
		if err != nil || !panes.Freeze || panes.YSplit != 1 || panes.XSplit != 0 || panes.TopLeftCell != "A2" {
			t.Errorf("sheet %q: panes %+v (%v), want a frozen header", sheet, panes, err)
		}
		layout, err := f.GetPageLayout(sheet)
		props, also := f.GetSheetProps(sheet)
		if err != nil || also != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 || !*props.FitToPage {
			t.Errorf("sheet %q is not printed as wide as the paper: %+v (%v, %v)", sheet, layout, err, also)
		}
		if want := (excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!$1:$1", Scope: sheet}); !slices.Contains(f.GetDefinedName(), want) {
			t.Errorf("sheet %q: the header is not repeated on paper: %+v", sheet, f.GetDefinedName())
		}
		cols, _ := f.GetCols(sheet)
		for c := range cols {
			name, _ := excelize.ColumnNumberToName(c + 1)
			if width, err := f.GetColWidth(sheet, name); err != nil || width < narrowest || width > widest {
				t.Errorf("sheet %q: column %s is %v wide (%v)", sheet, name, width, err)
			}
		}
	}
	if got := f.GetActiveSheetIndex(); got != 0 {
		t.Errorf("the workbook opens at sheet %d", got)
	}
	if w, _ := f.GetColWidth("Virksomheder og job efter…", "F"); w < float64(len("11.804.500.000")) {
		t.Errorf("the column of 11,804,500,000 is %v wide", w)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != p.Title || props.Language != "da" || props.Created != "2000-01-01T00:00:00Z" || props.Modified != props.Created || props.Creator != "smartcity notebook" {
		t.Errorf("properties %+v (%v)", props, err)
	}
}

// The same page gives the same bytes, at any GOMAXPROCS, with all times fixed.
func TestSameBytes(t *testing.T) {
	want := made(t, sample(locale.English), excelize.TotalRows)
	for i := range 20 {
		func() {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1 + i%4))
			if !bytes.Equal(made(t, sample(locale.English), excelize.TotalRows), want) {
				t.Fatalf("run %d gives other bytes", i)
			}
		}()
	}
	z, err := zip.NewReader(bytes.NewReader(want), int64(len(want)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" || z.File[1].Name != "_rels/.rels" {
		t.Errorf("the file begins with %s, %s", z.File[0].Name, z.File[1].Name)
	}
	for _, f := range z.File {
		if f.Modified.Year() != 1980 {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
}

func TestHeaderOnly(t *testing.T) {
	empty := notebook.Page{Title: "t", Blocks: []notebook.Block{notebook.Table{Name: "none", Columns: []notebook.Column{{Name: "a"}, {Name: "b", Header: "B"}}}}}
	if got, err := read(t, empty).GetRows("none"); err != nil || len(got) != 1 || !slices.Equal(got[0], []string{"a", "B"}) {
		t.Errorf("a table without rows reads %q (%v)", got, err)
	}
	if got := read(t, notebook.Page{Title: "t"}).GetSheetList(); !slices.Equal(got, []string{"Contents"}) {
		t.Errorf("a page without tables has the sheets %q", got)
	}
}

// A table that is longer than a sheet goes on in the next, and the list says so.
func TestLongTable(t *testing.T) {
	table := notebook.Table{Name: "long", Caption: "Long", Columns: []notebook.Column{{Name: "n"}, {Name: "x"}}}
	for i := range 23 {
		table.Rows = append(table.Rows, []notebook.Cell{notebook.Num(float64(i)), notebook.Num(float64(i) / 8)})
	}
	p := notebook.Page{Title: "t", Blocks: []notebook.Block{table}}
	f := opened(t, made(t, p, 11))
	if got, want := f.GetSheetList(), []string{"Contents", "Long", "Long (2)", "Long (3)"}; !slices.Equal(got, want) {
		t.Fatalf("sheets %q, want %q", got, want)
	}
	n := 0
	for k, sheet := range f.GetSheetList()[1:] {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil || len(rows) > 11 || !slices.Equal(rows[0], []string{"n", "x"}) {
			t.Fatalf("sheet %q: %q (%v)", sheet, rows, err)
		}
		for _, row := range rows[1:] {
			if row[0] != fmt.Sprint(n) {
				t.Fatalf("sheet %q has row %s where %d is next", sheet, row[0], n)
			}
			n++
		}
		if _, _, format, _ := at(t, f, sheet, 2, 2); format != "#,##0.000" {
			t.Errorf("part %d has a format of its own: %q", k+1, format)
		}
	}
	if n != 23 {
		t.Errorf("%d rows, want 23", n)
	}
	rows, _ := f.GetRows("Contents")
	contains(t, "the list", fmt.Sprintf("%q", rows), `["Long (2)" "Long (rows 11–20 of 23)" "10" "tables/long.csv"]`, `"Long (rows 21–23 of 23)" "3"`)
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("æ", 32767)
	page := func(cell, header, note string) notebook.Page {
		return notebook.Page{Title: "t", Blocks: []notebook.Block{notebook.Table{Name: "names", Note: note, Columns: []notebook.Column{{Name: "n"}, {Name: "name", Header: header}},
			Rows: [][]notebook.Cell{{notebook.Num(1), notebook.Str("x")}, {notebook.Num(2), notebook.Str(cell)}}}}}
	}
	if raw, _, _, _ := at(t, read(t, page(long, "h", "")), "names", 2, 3); raw != long {
		t.Errorf("a text of 32,767 letters has %d bytes left of %d", len(raw), len(long))
	}
	for _, c := range []struct {
		page  notebook.Page
		where string
		has   int
	}{
		{page(long+"æ", "h", ""), `table "names", row 2, column "name"`, 32768},
		{page(strings.Repeat("🚲", 16384), "h", ""), `table "names", row 2, column "name"`, 32768},
		{page("x", long+"æ", ""), `table "names", header of column "name"`, 32768},
		{page("x", "h", long+"æ"), `sheet "Contents", row 5`, 32768},
	} {
		var b bytes.Buffer
		err := Write(&b, c.page)
		e, ok := errors.AsType[*LimitError](err)
		if !ok || e.Where != c.where || e.Has != c.has || e.Limit != 32767 || b.Len() > 0 {
			t.Errorf("%d bytes and error %v, want none and one of %s", b.Len(), err, c.where)
		} else {
			contains(t, "the error", err.Error(), "workbook: "+c.where+": 32768 characters in a cell, which holds 32767 at most")
		}
	}
	wide := notebook.Table{Name: "wide"}
	for i := range 16385 {
		wide.Columns = append(wide.Columns, notebook.Column{Name: fmt.Sprintf("c%d", i)})
	}
	if e, ok := errors.AsType[*LimitError](Write(io.Discard, notebook.Page{Title: "t", Blocks: []notebook.Block{wide}})); !ok || e.Has != 16385 || e.Limit != 16384 {
		t.Errorf("16,385 columns: %v", e)
	}
}

func TestErrors(t *testing.T) {
	if err := Write(io.Discard, notebook.Page{}); err == nil {
		t.Error("a page without a title")
	}
	one := notebook.Table{Name: "x", Columns: []notebook.Column{{Name: "a"}}, Rows: [][]notebook.Cell{{notebook.Num(1)}}}
	other := one
	other.Rows = [][]notebook.Cell{{notebook.Num(2)}}
	err := Write(io.Discard, notebook.Page{Title: "t", Blocks: []notebook.Block{one, other}})
	if err == nil || !strings.Contains(err.Error(), "tables/x.csv") {
		t.Errorf("two tables of one name: %v", err)
	}
	if err := Write(full{}, sample(locale.English)); !errors.Is(err, errFull) {
		t.Errorf("a disk that is full: %v", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
