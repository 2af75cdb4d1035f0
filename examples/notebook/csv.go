package notebook

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WriteCSV writes the figures of the table: UTF-8, comma, decimal point, one
// header line of column names, no row of totals. A figure that is missing or
// suppressed is blank. A number is the shortest decimal that reads back as the
// same float64, without exponent and without scale.
//
// A text that begins with =, +, -, @, tab, carriage return or line feed gets an
// apostrophe in front, because spreadsheets would compute it as a formula (the
// rule of OWASP, "CSV Injection"); so does one that begins so after spaces and
// characters nobody sees. The same holds within a text for what follows a comma,
// semicolon, tab, vertical bar or line break, the first character among them: a
// spreadsheet told, or guessing, that the file is divided by these begins a cell
// there (where the decimal mark is a comma, Excel takes the semicolon). Programs
// that read the file and need such a text as it was take the apostrophes off
// again. Numbers, negative ones included, stay as they are. Bytes that are not
// UTF-8 become U+FFFD.
//
// A table with Data writes Data.
func (t Table) WriteCSV(w io.Writer) error {
	if t.Data != nil {
		return t.Data.WriteCSV(w)
	}
	if err := t.check(); err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	if err := t.checkCSV(); err != nil {
		return fmt.Errorf("notebook: table %q: %w", t.Name, err)
	}
	cw := csv.NewWriter(w)
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = c.Name
	}
	if err := cw.Write(record); err != nil {
		return err
	}
	for _, row := range t.Rows {
		for i, c := range row {
			record[i] = c.csv()
		}
		if len(record) == 1 && record[0] == "" {
			// encoding/csv writes one blank field as an empty line, which readers skip.
			cw.Flush()
			if _, err := io.WriteString(w, "\"\"\n"); err != nil {
				return err
			}
			continue
		}
		if err := cw.Write(record); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

// checkCSV reports what keeps the table from having a file.
func (t Table) checkCSV() error {
	if err := checkName("table", t.Name); err != nil {
		return err
	}
	seen := map[string]bool{}
	for i, c := range t.Columns {
		ok := c.Name != "" && 'a' <= c.Name[0] && c.Name[0] <= 'z'
		for _, r := range c.Name {
			ok = ok && ('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '_')
		}
		if !ok {
			return fmt.Errorf("column %d is named %q: want lower-case letters, digits and underscores", i+1, c.Name)
		}
		if seen[c.Name] {
			return fmt.Errorf("two columns are named %q", c.Name)
		}
		seen[c.Name] = true
	}
	return nil
}

// csv is the cell in a CSV file.
func (c Cell) csv() string {
	switch c.kind {
	case number:
		if c.number == 0 {
			return "0" // never "-0"
		}
		return strconv.FormatFloat(c.number, 'f', -1, 64)
	case text:
		return guarded(strings.ToValidUTF8(c.text, "\uFFFD"))
	default:
		return ""
	}
}

// guarded puts an apostrophe wherever a spreadsheet could begin a formula.
func guarded(s string) string {
	var out []byte
	start := 0 // where what may be a cell begins in out, −1 inside one
	for i, r := range s {
		if i == 0 && strings.ContainsRune("\t\r\n", r) {
			out = append(out, '\'')
		}
		switch {
		case strings.ContainsRune(",;|\t\n\v\f\r\u0085\u2028\u2029", r):
			start = len(out) + utf8.RuneLen(r)
		case start >= 0 && strings.ContainsRune("=+-@＝＋－＠", r):
			out, start = slices.Insert(out, start, '\''), -1
		case start > 0 && r == '"': // which opens a cell for that reader
		case !unicode.IsSpace(r) && !unicode.In(r, unicode.Cc, unicode.Cf):
			start = -1
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}
