package sectorcsv

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"unicode"
)

// headSize is how much of a file is looked at before it is read.
const headSize = 64 << 10

// counter counts the bytes of a stream.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// sniff looks at the start of a file, steps over a byte order mark, and
// returns the separator.
func sniff(in *bufio.Reader, opt *Options) (rune, error) {
	head, err := in.Peek(headSize)
	if err != nil && err != io.EOF {
		return 0, fmt.Errorf("reading failed at the start: %w", err)
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		in.Discard(3)
		head = head[3:]
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return 0, fmt.Errorf("the file is empty")
	}
	if kind := foreign(head); kind != "" {
		return 0, fmt.Errorf("this is not a CSV file in UTF-8 but %s", kind)
	}
	if opt.Comma != 0 {
		return opt.Comma, nil
	}
	best, most, columns := ',', 0, 0
	for _, comma := range []rune{',', ';'} {
		r := csv.NewReader(bytes.NewReader(head))
		r.Comma = comma
		header, err := r.Read()
		if err != nil {
			continue
		}
		known := 0
		for _, h := range header {
			if recognise(h) != "" || slices.ContainsFunc(sortedKeys(opt.Columns), func(f string) bool { return fold(opt.Columns[f]) == fold(h) }) {
				known++
			}
		}
		if known > most || known == most && len(header) > columns {
			best, most, columns = comma, known, len(header)
		}
	}
	return best, nil
}

// foreign names the kind of file that begins so, "" for text.
func foreign(head []byte) string {
	for _, k := range []struct{ magic, kind string }{
		{"PK\x03\x04", "a zip archive or an Excel workbook (save it as CSV first)"},
		{"\xd0\xcf\x11\xe0", "an old Excel or Word file (save it as CSV first)"},
		{"\x1f\x8b", "a gzip archive (unpack it first)"},
		{"\x28\xb5\x2f\xfd", "a zstd archive (unpack it first)"},
		{"%PDF", "a PDF"}, {"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"},
		{"\xff\xfe", "UTF-16 text (save it as UTF-8 first)"}, {"\xfe\xff", "UTF-16 text (save it as UTF-8 first)"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return k.kind
		}
	}
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }
	if i := bytes.IndexFunc(head[:min(len(head), 4096)], control); i >= 0 {
		return fmt.Sprintf("binary data (byte %#02x at %d)", head[i], i)
	}
	return ""
}
