package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"

	"github.com/xuri/excelize/v2"
)

// hostile are names as they come from data.
var hostile = []string{
	`<script>alert(1)</script>`, `=cmd|' /C calc'!A0`, "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "=1+1", `=HYPERLINK("http://evil.example")`, "\u202Eright to left", "\u200Fشركة",
	strings.Repeat("æ", 300), strings.Repeat("🚲", 40), "👩🏽‍🔬 lab", "", " ", "\x00", "\x1b[31mred", "\xff\xfe", "\uFFFE\uFFFF", "_x0041_", "_x000D_x", "_xD83D_", "a_x005F_x0041_", "__x", "&amp;lt;", `"'quoted'"`, "O'Brien", "'", "History", "HISTORY", "history",
	"a:b\\c/d?e*f[g]", "Contents", "contents", "A1", "R1C1", "TRUE", "1e5", "00123", "2018-01-01", "1,5", "#REF!", "same", "Same", "SAME", "straße", "STRASSE", "ſame",
}

func TestHostileNames(t *testing.T) {
	page := notebook.Page{Title: "=1+1", Subtitle: "@" + strings.Join(hostile, ""), Lang: locale.English}
	for i, name := range hostile {
		page.Blocks = append(page.Blocks, notebook.Table{
			Name: fmt.Sprintf("t%d", i), Caption: name, Note: name, Sheet: name,
			Columns: []notebook.Column{{Name: "name", Header: name, Unit: name}, {Name: "n", Header: name}},
			Rows:    [][]notebook.Cell{{notebook.Str(name), notebook.Num(-1)}, {notebook.Str("x"), notebook.Str(name)}},
		})
	}
	data := made(t, page, excelize.TotalRows)
	f := opened(t, data)
	sheets := f.GetSheetList()
	if len(sheets) != 1+len(hostile) {
		t.Fatalf("%d sheets for %d tables", len(sheets), len(hostile))
	}
	taken := map[string]bool{}
	for _, s := range sheets {
		fold := strings.ToLower(strings.ToUpper(s))
		if units(s) > 31 || units(s) == 0 || strings.ContainsAny(s, `:\/?*[]'`) || fold == "history" || taken[fold] {
			t.Errorf("Excel does not accept a sheet %q", s)
		}
		taken[fold] = true
	}
	compareWithCSV(t, f, page, sheets[1:])
	for i, name := range hostile {
		want := plain(name)
		for _, place := range [][2]int{{1, 2}, {2, 3}} {
			raw, shown, _, kind := at(t, f, sheets[i+1], place[0], place[1])
			if want == "" && raw == "" {
				continue
			}
			if raw != want || shown != want || kind != excelize.CellTypeSharedString {
				t.Errorf("%q reads %q, shown as %q, of type %v; want the text %q", name, raw, shown, kind, want)
			}
			cell, _ := excelize.CoordinatesToCellName(place[0], place[1])
			id, _ := f.GetCellStyle(sheets[i+1], cell)
			quoted := f.Styles.CellXfs.Xf[id].QuotePrefix
			if begins := strings.ContainsAny(want[:1], "=+-@"); begins != (quoted != nil && *quoted) {
				t.Errorf("%q: quote prefix %v, want %v", name, quoted, begins)
			}
		}
	}
	// In the file itself: no formula, and every part XML.
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "<f>") || strings.Contains(string(text), "<f ") || strings.Contains(string(text), "<script") {
			t.Errorf("%s holds a formula or a script", part.Name)
		}
		wellFormed(t, part.Name, text)
	}
}
