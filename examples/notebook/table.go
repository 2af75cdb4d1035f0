package notebook

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"smartcity/growth/locale"
)

// A Table is rows of cells under columns.
type Table struct {
	// Name is the file name of its figures, tables/Name.csv: lower-case
	// letters, digits and hyphens. A table without a name is shown only.
	Name    string
	Caption string // plain text
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	Total   []Cell   // a row of totals below the others, or nil; never in the CSV
	Note    string   // plain text below the table: unit, source, caveat
	// Sheet is the name of the table's sheet in a workbook, a word or two. Empty
	// means the caption, shortened.
	Sheet string
	// Data holds the figures behind the table where they are more than what is
	// shown (more years, exact counts): it is written and linked in the place
	// of the table itself. Its own Data is not looked at.
	Data *Table
	// Year is the year that caption, rows and total are of, and Years are the table
	// as it is of several years, this one among them: readers of an HTML page pick one
	// of them. Only Year, Caption, Rows and Total of those are looked at. Without the
	// page's script, on a terminal and in Markdown the table is of Year alone.
	Year  int
	Years []Table
}

// A Column says what the cells below it are and how they are printed. Columns
// of text stand left, columns of numbers right.
type Column struct {
	// Name is the header in the CSV file: lower-case letters, digits and
	// underscores. A table that is only shown needs none.
	Name   string
	Header string // what the reader sees; plain text
	Unit   string // "FTE", "DKK m", "%"; may be empty
	// Decimals of printed numbers; negative means as many as it takes. A number
	// that is not zero and would be printed so is "<1", unless it is signed.
	Decimals int
	// Scale is the size of the unit: 1e6 prints 17,600,000 as 17.6, and 0.01 a
	// fraction as per cents. 0 means 1. The CSV file holds the number itself.
	Scale  float64
	Signed bool // positive numbers get a plus sign
	Year   bool // printed without thousands separator: 2018
}

func (t Table) csvPath() string {
	if t.Data != nil {
		return t.Data.csvPath()
	}
	if t.Name == "" {
		return ""
	}
	return "tables/" + t.Name + ".csv"
}

func (t Table) check() error {
	where := fmt.Sprintf("table %q", t.Name)
	if t.Name == "" {
		where = fmt.Sprintf("table %q", t.Caption)
	}
	if len(t.Columns) == 0 {
		return fmt.Errorf("%s has no columns", where)
	}
	if t.Name != "" && t.Data == nil {
		if err := t.checkCSV(); err != nil {
			return fmt.Errorf("%s: %w", where, err)
		}
	}
	for i, c := range t.Columns {
		if !(c.Scale >= 0) || math.IsInf(c.Scale, 0) {
			return fmt.Errorf("%s, column %d: scale %v: want a positive number, or 0 for 1", where, i+1, c.Scale)
		}
	}
	for i, row := range t.Rows {
		if err := t.checkRow(row); err != nil {
			return fmt.Errorf("%s, row %d: %w", where, i+1, err)
		}
	}
	if t.Total != nil {
		if err := t.checkRow(t.Total); err != nil {
			return fmt.Errorf("%s, total: %w", where, err)
		}
	}
	if err := t.checkYears(); err != nil {
		return fmt.Errorf("%s: %w", where, err)
	}
	if t.Data != nil {
		if t.Data.Name == "" {
			return fmt.Errorf("%s: its data has no name", where)
		}
		if t.Data.Data != nil {
			return fmt.Errorf("%s: its data has data of its own", where)
		}
		return t.Data.check()
	}
	return nil
}

// checkYears reports what keeps a reader from picking a year.
func (t Table) checkYears() error {
	seen := map[int]bool{}
	for _, y := range t.Years {
		switch {
		case y.Year == 0:
			return errors.New("one of its years is a table without a year")
		case seen[y.Year]:
			return fmt.Errorf("two tables of the year %d", y.Year)
		}
		seen[y.Year] = true
		of := Table{Caption: y.Caption, Columns: t.Columns, Rows: y.Rows, Total: y.Total}
		if err := of.check(); err != nil {
			return fmt.Errorf("%d: %w", y.Year, err)
		}
	}
	if len(t.Years) > 0 && !seen[t.Year] {
		return fmt.Errorf("its own year %d is not among those to pick", t.Year)
	}
	return nil
}

func (t Table) checkRow(row []Cell) error {
	if len(row) != len(t.Columns) {
		return fmt.Errorf("%d cells under %d columns", len(row), len(t.Columns))
	}
	for i, c := range row {
		if math.IsInf(c.number, 0) {
			return fmt.Errorf("column %d is infinite", i+1)
		}
		if c.kind == number && t.Columns[i].Year && c.number != math.Trunc(c.number) {
			return fmt.Errorf("column %d: %v is not a year", i+1, c.number)
		}
	}
	return nil
}

// right tells for each column whether it stands right: it holds numbers, or
// nothing but figures that are not known. Years that name the rows stand left.
func (t Table) right() []bool {
	right := make([]bool, len(t.Columns))
	for i := range t.Columns {
		numbers, texts := 0, 0
		for _, row := range t.Rows {
			switch row[i].kind {
			case number:
				numbers++
			case text:
				texts++
			}
		}
		right[i] = (numbers > 0 || texts == 0) && (i > 0 || !t.Columns[0].Year)
	}
	return right
}

// years returns the column of years that rows can be picked by, and its years in
// order: those of a column in which there are several, and rows that share one.
// The years are nil if there is no such column.
func (t Table) years() (column int, years []int) {
	for i, c := range t.Columns {
		if !c.Year {
			continue
		}
		seen := map[int]int{}
		for _, row := range t.Rows {
			if row[i].kind == number {
				seen[int(row[i].number)]++
			}
		}
		years = slices.Sorted(maps.Keys(seen))
		if len(years) > 1 && slices.ContainsFunc(years, func(y int) bool { return seen[y] > 1 }) {
			return i, years
		}
	}
	return 0, nil
}

// shown is one row as printed. The first cell names the row, so an empty text
// there gets words.
func (t Table) shown(row []Cell, lang locale.Language) []string {
	s := make([]string, len(row))
	for i, c := range row {
		s[i] = c.Show(t.Columns[i], lang)
	}
	if row[0].kind == text && s[0] == "" {
		s[0] = wordsOf(lang).unnamed
	}
	return s
}

// show writes a number as the column wants it.
func (c Column) show(x float64, lang locale.Language) string {
	x = scaled(x, c.Scale)
	s := lang.Number(x, c.Decimals)
	if c.Year {
		// Grouping is by the language's own separator and nothing else is in a year.
		s = strings.ReplaceAll(lang.Number(x, 0), string(lang.Notation().Group), "")
	}
	if !c.Signed && !c.Year && c.Decimals >= 0 && x != 0 && !strings.ContainsAny(s, "123456789∞") && !math.IsNaN(x) {
		// A figure that is not zero is never printed as zero.
		return map[bool]string{true: "<", false: ">"}[x > 0] + lang.Number(math.Copysign(math.Pow10(-c.Decimals), x), c.Decimals)
	}
	if c.Signed {
		s = locale.Signed(x, s)
	}
	return s
}

// Title is the header with its unit as pages print it: "Revenue (DKK m)".
func (c Column) Title() string {
	header, unit := line(c.Header), line(c.Unit)
	switch {
	case unit == "":
		return header
	case header == "":
		return unit
	}
	return header + " (" + unit + ")"
}
