package workbook

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"smartcity/examples/notebook"

	"github.com/xuri/excelize/v2"
)

// A column of a sheet.
type column struct {
	title  string
	format format
	style  look
	id     int     // number of the style
	width  float64 // in characters
	lines  int     // of the header
}

const (
	narrowest, widest = 8, 60 // of columns
	headWidth         = 22    // where a header breaks, if nothing below it is wider
	lineHeight        = 15
	readable          = 240 // characters across on paper
)

// columns looks through a table for what its columns need.
func (b *book) columns(t notebook.Table) ([]column, error) {
	columns := make([]column, len(t.Columns))
	for i, c := range t.Columns {
		var figures []float64
		texts, width := 0, 0
		for _, row := range t.Rows {
			if x, ok := row[i].Number(); ok {
				figures = append(figures, x)
				continue
			}
			if row[i] != (notebook.Cell{}) {
				width = max(width, utf8.RuneCountInString(row[i].Show(c, b.lang)))
				if row[i] != notebook.Suppressed() {
					texts++
				}
			}
		}
		f, shown := formatOf(c, figures)
		for _, x := range figures {
			width = max(width, len(f.exception(x)))
		}
		if len(figures) > 0 {
			for _, x := range []float64{extreme(figures, 1), extreme(figures, -1)} {
				if f.exception(x) == "" {
					width = max(width, utf8.RuneCountInString(notebook.Num(x).Show(shown, b.lang))+1)
				}
			}
		}
		style := look{right: (len(figures) > 0 || texts == 0) && (i > 0 || !c.Year)}
		if len(figures) > 0 {
			style.format = f.code()
		}
		id, err := b.style(style)
		if err != nil {
			return nil, err
		}
		head, lines := broken(shown.Title(), max(width, headWidth))
		columns[i] = column{shown.Title(), f, style, id, float64(max(narrowest, min(max(width, head)+2, widest))), lines}
	}
	return columns, nil
}

// extreme is the largest figure, or the smallest with the sign −1.
func extreme(figures []float64, sign float64) float64 {
	most := figures[0]
	for _, x := range figures {
		if sign*x > sign*most {
			most = x
		}
	}
	return most
}

// broken is the widest line and the number of them of a text broken at spaces
// where it is wider than width.
func broken(s string, width int) (widest, lines int) {
	lines = 1
	used := 0
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			lines++
			used = 0
		} else if used > 0 {
			used++
		}
		used += n
		widest = max(widest, used)
	}
	return widest, lines
}

// height makes room for lines of text in a row.
func (b *book) height(sheet string, row, lines int) error {
	if lines <= 1 {
		return nil
	}
	return b.file.SetRowHeight(sheet, row, min(float64(lines*lineHeight), excelize.MaxRowHeight))
}

// sheet writes the rows of a table below its header.
func (b *book) sheet(name string, t notebook.Table, columns []column, rows [][]notebook.Cell, first int) error {
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	where := func(row, col int) string {
		return fmt.Sprintf("table %q, row %d, column %q", t.Name, first+row+1, t.Columns[col].Name)
	}
	lines := 1
	for i, c := range columns {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(name, letter, letter, c.width); err != nil {
			return err
		}
		if err := b.file.SetColStyle(name, letter, c.id); err != nil {
			return err
		}
		if err := b.text(name, i+1, 1, c.title, look{kind: head, right: c.style.right, wrapped: true}, fmt.Sprintf("table %q, header of column %q", t.Name, t.Columns[i].Name)); err != nil {
			return err
		}
		lines = max(lines, c.lines)
	}
	if err := b.height(name, 1, lines); err != nil {
		return err
	}
	for r, row := range rows {
		for i, cell := range row {
			c := columns[i]
			x, isNumber := cell.Number()
			var err error
			switch {
			case cell == notebook.Cell{}: // missing
			case isNumber:
				id := 0 // the column's own
				if code := c.format.exception(x); code != "" {
					style := c.style
					style.format = code
					if id, err = b.style(style); err != nil {
						return err
					}
				}
				err = b.number(name, i+1, r+2, x, id)
			case cell == notebook.Suppressed():
				err = b.text(name, i+1, r+2, cell.Show(t.Columns[i], b.lang), look{kind: faint, right: c.style.right}, where(r, i))
			default:
				err = b.text(name, i+1, r+2, cell.Show(t.Columns[i], b.lang), look{right: c.style.right}, where(r, i))
			}
			if err != nil {
				return err
			}
		}
	}
	last, err := excelize.CoordinatesToCellName(len(columns), len(rows)+1)
	if err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return err
	}
	if err := b.file.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	// The header is repeated on every sheet of paper.
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}); err != nil {
		return err
	}
	width := 0.0
	for _, c := range columns {
		width += c.width
	}
	return b.paper(name, width)
}

// paper prints a sheet of so many characters across on A4 lying: made smaller, so that
// all columns are side by side, as long as that can be read.
func (b *book) paper(sheet string, width float64) error {
	a4, lying, down, yes := 9, "landscape", 0, true
	across := 1 + int(width/readable)
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &lying, FitToWidth: &across, FitToHeight: &down}); err != nil {
		return err
	}
	return b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes})
}
