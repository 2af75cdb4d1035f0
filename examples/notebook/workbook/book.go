package workbook

import (
	"io"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"

	"github.com/xuri/excelize/v2"
)

// book is a workbook in the making.
type book struct {
	file   *excelize.File
	lang   locale.Language
	words  words
	rows   int // that a sheet holds, the header among them
	names  names
	styles map[look]int
}

// A look is what a cell looks like.
type look struct {
	format string // of numbers, "" for Excel's own
	kind   kind
	right  bool
	// indented keeps a text from touching the number at its left.
	indented bool
	wrapped  bool
	quoted   bool // with the quote prefix
}

// The font of cells that have none of their own, which the others are to match.
const (
	fontFamily = "Calibri"
	fontSize   = 11
)

// kind is what a cell is for.
type kind uint8

const (
	body kind = iota
	heading
	head
	link
	faint // a figure that must not be shown, and remarks
)

// style is the number of a look in the workbook.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	if l.quoted {
		// excelize knows no quote prefix: a copy of the look gets it.
		bare := l
		bare.quoted = false
		id, err := b.style(bare)
		if err != nil {
			return 0, err
		}
		xfs, yes := b.file.Styles.CellXfs, true
		xf := xfs.Xf[id]
		xf.QuotePrefix = &yes
		xfs.Xf = append(xfs.Xf, xf)
		xfs.Count = len(xfs.Xf)
		b.styles[l] = xfs.Count - 1
		return b.styles[l], nil
	}
	s := excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrapped}}
	switch {
	case l.right:
		s.Alignment.Horizontal = "right"
	case l.indented:
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	switch l.kind {
	case heading:
		s.Font = &excelize.Font{Family: fontFamily, Bold: true, Size: 14}
	case head:
		s.Font = &excelize.Font{Family: fontFamily, Bold: true, Size: fontSize}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E9EEF2"}}
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "0B5A8F"}}
	case link:
		s.Font = &excelize.Font{Family: fontFamily, Size: fontSize, Color: "0B5A8F", Underline: "single"}
	case faint:
		s.Font = &excelize.Font{Family: fontFamily, Size: fontSize, Color: "595959"}
	}
	id, err := b.file.NewStyle(&s)
	b.styles[l] = id
	return id, err
}

// text puts a text into a cell; where says which in an error.
func (b *book) text(sheet string, col, row int, s string, l look, where string) error {
	s = plain(s)
	if n := units(s); n > excelize.TotalCellChars {
		return &LimitError{where, "characters in a cell", n, excelize.TotalCellChars}
	}
	l.quoted = s != "" && strings.ContainsRune("=+-@", rune(s[0]))
	cell, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	id, err := b.style(l)
	if err != nil {
		return err
	}
	if err := b.file.SetCellStyle(sheet, cell, cell, id); err != nil || s == "" {
		return err
	}
	if escaped := escape(s); escaped != s {
		// excelize reads such escapes and does not write them, nor can it be told:
		// what is put in is replaced behind its back.
		if err := b.file.SetCellRichText(sheet, cell, []excelize.RichTextRun{{Text: strings.ReplaceAll(s, "_", "\x00")}}); err != nil {
			return err
		}
		si := b.file.SharedStrings.SI
		si[len(si)-1].R[0].T.Val = escaped
		return nil
	}
	return b.file.SetCellStr(sheet, cell, s)
}

// number puts a number into a cell of its column's style.
func (b *book) number(sheet string, col, row int, x float64, style int) error {
	cell, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	if style != 0 {
		if err := b.file.SetCellStyle(sheet, cell, cell, style); err != nil {
			return err
		}
	}
	// Left to itself excelize cuts figures to 15 digits; the number of decimals
	// of the shortest decimal keeps all of them.
	n, exp := digits(x)
	return b.file.SetCellFloat(sheet, cell, x+0, max(0, n-1-exp), 64)
}

// escape writes what Excel would read as an escaped character, such as _x0041_
// for A, so that it reads it as it is.
func escape(s string) string {
	var out strings.Builder
	for i, r := range s {
		if r == '_' && len(s) >= i+7 && s[i+1] == 'x' && s[i+6] == '_' && strings.Trim(s[i+2:i+6], "0123456789abcdefABCDEF") == "" {
			out.WriteString("_x005F")
		}
		out.WriteRune(r)
	}
	return out.String()
}

// plain is a text as pages print it, on one line, without the two characters
// that XML does not have and pages let pass.
func plain(s string) string {
	s = notebook.Str(s).Show(notebook.Column{}, locale.English)
	return strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(s)
}

// zip has the workbook written as archive does it.
func (b *book) zip(w io.Writer) error {
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &archive{w: w} })
	return b.file.Write(w)
}
