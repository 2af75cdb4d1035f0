package main

import (
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// sheets opens the workbook of a report and gives the sheet of each CSV file, by
// its list of contents.
func sheets(t *testing.T, dir string) (*excelize.File, map[string]string) {
	t.Helper()
	f, err := excelize.OpenFile(filepath.Join(dir, "tables.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for _, row := range rows {
		if len(row) > 3 && strings.HasSuffix(row[3], ".csv") {
			of[row[3]] = row[0]
		}
	}
	return f, of
}

// TestWorkbook: every CSV file is a sheet with the same numbers, which are
// numbers, and no cell is a formula.
func TestWorkbook(t *testing.T) {
	for _, lang := range []string{"en", "da"} {
		dir := full(t, lang)
		f, of := sheets(t, dir)
		numbers, tables := 0, 0
		for name, text := range files(t, dir) {
			if !strings.HasSuffix(name, ".csv") {
				continue
			}
			tables++
			sheet, ok := of[name]
			if !ok {
				t.Errorf("%s has no sheet", name)
				continue
			}
			numbers += compareSheet(t, f, sheet, records(t, text))
		}
		if len(of) != tables || numbers < 400 {
			t.Errorf("%d sheets with %d numbers for %d tables", len(of), numbers, tables)
		}
		for name, sheet := range of {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			checkHeaders(t, lang, name, rows[0])
		}
	}
}

// checkHeaders: no two columns of a sheet are called the same, and none of a Danish one
// by the name it has in the file.
func checkHeaders(t *testing.T, lang, name string, headers []string) {
	t.Helper()
	for i, h := range headers {
		if slices.Contains(headers[:i], h) {
			t.Errorf("%s: two columns %q", name, h)
		}
		if first := h[:1]; lang == "da" && first == strings.ToLower(first) && !unicode.IsDigit(rune(h[0])) {
			t.Errorf("%s: the Danish header %q", name, h)
		}
	}
}

// compareSheet compares a sheet with the records of a CSV file.
func compareSheet(t *testing.T, f *excelize.File, sheet string, records [][]string) (numbers int) {
	t.Helper()
	for r, record := range records[1:] {
		for c, want := range record {
			cell, err := excelize.CoordinatesToCellName(c+1, r+2)
			if err != nil {
				t.Fatal(err)
			}
			got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
				t.Errorf("%s!%s is the formula %s", sheet, cell, formula)
			}
			kind, err := f.GetCellType(sheet, cell)
			if err != nil {
				t.Fatal(err)
			}
			x, err := strconv.ParseFloat(want, 64)
			isNumber := kind == excelize.CellTypeUnset && got != ""
			if (err == nil) != isNumber {
				t.Errorf("%s!%s is %q of type %v, the CSV file has %q", sheet, cell, got, kind, want)
				continue
			}
			if y, err := strconv.ParseFloat(got, 64); isNumber && (err != nil || math.Float64bits(x) != math.Float64bits(y)) {
				t.Errorf("%s!%s is %q, the CSV file has %q", sheet, cell, got, want)
			}
			if isNumber {
				numbers++
			}
		}
	}
	return numbers
}
