package sectorcsv

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

// sample is the start of a file in one way of reading it.
type sample struct {
	comma  rune
	lines  []int // physical line of each record
	rows   [][]string
	header int // index of the header in rows
	known  int // headers that are recognised
	units  int // rows below the header that hold units, 0 or 1

	head    []byte // that it is of
	first   int    // physical line of its beginning
	comment rune
}

// extend makes the sample one of all of the head.
func (s *sample) extend() {
	if all := readSample(s.head, s.first, s.comma, s.comment, len(s.head)); all != nil && len(all.rows) > len(s.rows) {
		s.rows, s.lines = all.rows, all.lines
	}
}

// sampleRows is how many records are looked at for separator and header.
const sampleRows = 200

// detect fills in the separator, the line of the header and the comment
// character. Known tells which headers are recognised. It returns the bytes
// above the header, and the sample.
func detect(head []byte, whole bool, d *Dialect, known func(header string) bool) (skip int, best *sample, err error) {
	// The last line may be cut.
	if !whole {
		if i := bytes.LastIndexByte(head, '\n'); i >= 0 {
			head = head[:i+1]
		}
	}
	first := 1 // physical line that the sample begins with
	if line, rest, ok := cutLine(head); ok || whole {
		if comma, is := sepLine(line); is {
			if d.Comma == 0 {
				d.Comma = comma
			}
			skip, head, first = len(head)-len(rest), rest, 2
		}
	}
	text, auto := head, d.Comment == 0
	if auto {
		d.Comment = commentOf(head, known)
	}
	commas := []rune{',', ';', '\t', '|'}
	if d.Comma != 0 {
		commas = []rune{d.Comma}
	}
	for _, comma := range commas {
		s := readSample(head, first, comma, d.Comment, sampleRows)
		if s == nil {
			continue
		}
		if err := s.findHeader(d.HeaderLine, known); err != nil {
			if d.HeaderLine != 0 && len(commas) > 1 {
				continue
			}
			return 0, nil, err
		}
		if best == nil || s.known > best.known || s.known == best.known && s.width() > best.width() {
			best = s
		}
	}
	if best == nil {
		return 0, nil, fmt.Errorf("no header was found")
	}
	d.Comma, d.HeaderLine = best.comma, best.lines[best.header]
	if auto && d.Comment > 0 && best.commented(text, d.Comment) {
		return 0, nil, fmt.Errorf("lines that begin with %q stand above the header and as rows below it; say whether they are comments (Dialect.Comment)", d.Comment)
	}
	best.head, best.first, best.comment = bytes.Clone(head), first, d.Comment // the reader goes on
	for line := first; line < d.HeaderLine; line++ {
		_, rest, _ := cutLine(head)
		skip, head = skip+len(head)-len(rest), rest
	}
	return skip, best, nil
}

func (s *sample) width() int { return len(s.rows[s.header]) }

// data is the rows below the header that are as wide as it.
func (s *sample) data() [][]string {
	return slices.DeleteFunc(slices.Clone(s.rows[s.header+1+s.units:]), func(r []string) bool { return len(r) != s.width() })
}

// readSample reads the first records with a separator; nil if there are none.
func readSample(head []byte, first int, comma, comment rune, most int) *sample {
	r := csv.NewReader(bytes.NewReader(head))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	if comment > 0 {
		r.Comment = comment
	}
	s := &sample{comma: comma}
	for len(s.rows) < most {
		row, err := r.Read()
		if err != nil { // the end, or something that is reported when it is read
			break
		}
		line, _ := r.FieldPos(0)
		s.rows, s.lines = append(s.rows, row), append(s.lines, first+line-1)
	}
	if len(s.rows) == 0 {
		return nil
	}
	return s
}

// findHeader finds the row with the most headers that are recognised, the
// first of equal ones; without two of them, the first row of two columns or
// more that is as wide as the next; and else the first row.
func (s *sample) findHeader(line int, known func(string) bool) error {
	if line != 0 {
		s.header = slices.Index(s.lines, line)
		if s.header < 0 {
			return fmt.Errorf("no row begins in line %d, where the header is said to be", line)
		}
	}
	before := map[string]bool{} // most cells of companies stand there more than once
	for i, row := range s.rows[:min(len(s.rows), 50)] {
		if line != 0 && i != s.header {
			continue
		}
		if line == 0 && len(row) <= s.known && !s.odd(s.header) {
			continue // it cannot have more
		}
		n := 0
		for _, h := range row {
			is, seen := before[h]
			if !seen {
				is = known(h)
				before[h] = is
			}
			if is {
				n++
			}
		}
		// Of rows with as many headers the first, unless it stands above the
		// others like a title and is not as wide as what follows it.
		if n > s.known || n == s.known && n > 0 && s.odd(s.header) && !s.odd(i) {
			s.known, s.header = n, i
		}
	}
	if line != 0 || s.known >= 2 {
		return nil
	}
	for i := range len(s.rows) - 1 {
		if n := len(s.rows[i]); n >= 2 && n == len(s.rows[i+1]) {
			s.header = i
			return nil
		}
	}
	if s.known == 0 {
		s.header = 0
	}
	return nil
}

// odd reports whether a row is not as wide as the next one.
func (s *sample) odd(i int) bool { return i+1 < len(s.rows) && len(s.rows[i]) != len(s.rows[i+1]) }

// cutLine returns the first line, without its end, and the rest.
func cutLine(text []byte) (line, rest []byte, ok bool) {
	line, rest, ok = bytes.Cut(text, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), rest, ok
}

// sepLine recognises the line by which Excel is told the separator.
func sepLine(line []byte) (rune, bool) {
	s := strings.Trim(string(line), `"`)
	if len(s) != len("sep=;") || !strings.EqualFold(s[:4], "sep=") || !strings.ContainsRune(",;\t|", rune(s[4])) {
		return 0, false
	}
	return rune(s[4]), true
}

// commentOf is '#' where the first line that is not blank begins with it and is
// no header, "#;sector;year".
func commentOf(head []byte, known func(string) bool) rune {
	first, _, _ := cutLine(bytes.TrimLeft(head, " \t\r\n"))
	if !bytes.HasPrefix(first, []byte("#")) {
		return NoComment
	}
	headers := 0
	for _, h := range strings.FieldsFunc(string(first), func(r rune) bool { return strings.ContainsRune(",;\t|", r) }) {
		if known(strings.Trim(h, ` "`)) {
			headers++
		}
	}
	if headers >= 2 {
		return NoComment
	}
	return '#'
}

// commented reports whether a line below the header that begins like a comment
// is as wide as the header: then it is a row.
func (s *sample) commented(head []byte, comment rune) bool {
	line := s.lines[s.header]
	for i := 1; len(head) > 0; i++ {
		l, rest, _ := cutLine(head)
		if i > line && bytes.HasPrefix(l, []byte(string(comment))) {
			r := csv.NewReader(bytes.NewReader(l))
			r.Comma, r.LazyQuotes = s.comma, true
			if row, err := r.Read(); err == nil && len(row) == s.width() {
				return true
			}
		}
		head = rest
	}
	return false
}
