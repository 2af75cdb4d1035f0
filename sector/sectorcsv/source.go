package sectorcsv

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// headSize is how much of a file, unpacked, decides how it is written.
const headSize = 1 << 20

// source is a file as text: unpacked, in UTF-8, with lines that end in a line
// feed.
type source struct {
	raw         *counter
	packing     string        // "gzip", "zstd" or ""
	in          *bufio.Reader // its buffer holds the first megabyte, or all of a small file
	room        int           // of that buffer
	under       io.Reader     // what in reads
	encoding    Encoding
	closePacked func()
}

// counter counts and sums up the bytes of the file as it is stored.
type counter struct {
	r   io.Reader
	sum *digest // nil if there is to be none
	n   int64
	err error // comes again, also after it was seen by a look ahead
}

func (c *counter) Read(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.r.Read(p)
	if c.sum != nil {
		c.sum.write(p[:n])
	}
	c.n += int64(n)
	c.err = err
	return n, err
}

// openSource looks at the start of a file and makes text of it.
func openSource(r io.Reader, opt *Options) (*source, error) {
	s := &source{raw: &counter{r: r}, room: headSize, encoding: opt.Dialect.Encoding, closePacked: func() {}}
	if !opt.NoSHA256 {
		s.raw.sum = newDigest()
	}
	packed := bufio.NewReaderSize(s.raw, 64<<10)
	magic, _ := packed.Peek(4) // an error comes again with the text
	var unpacked io.Reader = packed
	switch {
	case bytes.HasPrefix(magic, []byte("\x1f\x8b")):
		z, err := gzip.NewReader(packed)
		if err != nil {
			return s, fmt.Errorf("this looks like a gzip archive, but: %w", err)
		}
		s.packing, unpacked = "gzip", z
	case bytes.HasPrefix(magic, []byte("\x28\xb5\x2f\xfd")):
		z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return s, fmt.Errorf("this looks like a zstd archive, but: %w", err)
		}
		s.packing, unpacked, s.closePacked = "zstd", z, z.Close
	default:
		// A byte becomes three at most, in UTF-8, and the end is seen after the last.
		if all, err := packed.Peek(packed.Size()); err == io.EOF {
			s.room = 3*len(all) + 1
		}
	}
	text := s.through(unpacked)
	head, err := text.Peek(text.Size())
	if err != nil && err != io.EOF && len(head) == 0 {
		return s, fmt.Errorf("reading failed at the start: %w", err)
	}
	if kind := foreign(head); kind != "" {
		return s, fmt.Errorf("this is not a CSV file but %s", kind)
	}
	if s.encoding == EncodingUnknown || bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) { // a mark is beyond doubt
		s.encoding = encodingOf(head, err == io.EOF)
	}
	if d := s.encoding.decoder(); d != nil {
		s.through(transform.NewReader(text, d))
	}
	if err := s.stepOverMark(); err != nil {
		return s, err
	}
	return s, s.mendLineEnds()
}

// through has the text read through another reader.
func (s *source) through(r io.Reader) *bufio.Reader {
	s.in, s.under = bufio.NewReaderSize(r, s.room), r
	if s.in == r { // which has room enough itself
		s.under = s.raw
	}
	return s.in
}

// rest is the text that is left, for large reads: they need no buffer.
func (s *source) rest() io.Reader {
	head, _ := s.in.Peek(s.in.Buffered())
	if file, ok := s.under.(*bufio.Reader); ok {
		more, _ := file.Peek(file.Buffered())
		return io.MultiReader(bytes.NewReader(head), bytes.NewReader(more), s.raw)
	}
	return io.MultiReader(bytes.NewReader(head), s.under)
}

// verbatim reports whether the text is the stored file byte for byte, and how
// much of the file was read that is to come in the text.
func (s *source) verbatim() (ahead int, ok bool) {
	switch under := s.under.(type) { // no decoder, no archive
	case *counter:
		return s.in.Buffered(), true
	case *bufio.Reader:
		return s.in.Buffered() + under.Buffered(), true
	}
	return 0, false
}

// head is the first megabyte of text; whole tells whether it is all there is.
func (s *source) head() (head []byte, whole bool, err error) {
	head, err = s.in.Peek(s.in.Size())
	if err != nil && err != io.EOF && len(head) == 0 { // else it comes again in its place
		return nil, false, fmt.Errorf("reading failed at the start: %w", err)
	}
	return head, err == io.EOF, nil
}

func (s *source) stepOverMark() error {
	head, _, err := s.head()
	if err != nil {
		return err
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		s.in.Discard(len("\ufeff"))
	}
	if head, _, err = s.head(); err != nil {
		return err
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return fmt.Errorf("the file is empty")
	}
	// A few tens of bytes are enough to see that a file is no text.
	if i := bytes.IndexFunc(head[:min(len(head), 4096)], isControl); i >= 0 {
		return fmt.Errorf("this is not a CSV file but binary data (byte %#02x at %d)", head[i], i)
	}
	return nil
}

// mendLineEnds makes line feeds of the carriage returns of files that have no
// others, as old Macintosh programs write.
func (s *source) mendLineEnds() error {
	head, _, err := s.head()
	if err != nil {
		return err
	}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head[:max(0, len(head)-1)], '\r') >= 0 {
		s.through(&carriageReturns{s.in})
	}
	return nil
}

// stored is how much of the stored file has been read.
func (s *source) stored() int64 { return s.raw.n }

type carriageReturns struct{ r io.Reader }

func (c *carriageReturns) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// decoder makes UTF-8 of the encoding, nil for UTF-8 itself.
func (e Encoding) decoder() transform.Transformer {
	switch e {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case Windows1252:
		return charmap.Windows1252.NewDecoder()
	}
	return nil
}

// encodingOf recognises an encoding by its byte order mark; UTF-16 without one
// by the zero bytes of plain letters; UTF-8 by its rules; and takes the rest
// for Windows-1252.
func encodingOf(head []byte, whole bool) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE
	}
	var zeros [2]int
	if bytes.IndexByte(head, 0) >= 0 {
		for i, c := range head {
			if c == 0 {
				zeros[i%2]++
			}
		}
	}
	switch n := len(head) / 2; {
	case zeros[1] > n/2 && zeros[0] == 0:
		return UTF16LE
	case zeros[0] > n/2 && zeros[1] == 0:
		return UTF16BE
	}
	if !whole { // the last character may be cut
		for range utf8.UTFMax - 1 {
			if len(head) > 0 && !utf8.Valid(head) {
				head = head[:len(head)-1]
			}
		}
	}
	if utf8.Valid(head) {
		return UTF8
	}
	// A few broken characters in a text that is UTF-8 otherwise must not make
	// two of every other: they are errors where they stand.
	good, bad := 0, 0
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		head = head[size:]
	}
	if good > 4*bad {
		return UTF8
	}
	return Windows1252
}

// foreign names the kind of file that begins so, "" for what may be text.
func foreign(head []byte) string {
	for _, k := range []struct{ magic, kind string }{
		{"PK\x03\x04", "a zip archive or an Excel workbook (save it as CSV first)"},
		{"\xd0\xcf\x11\xe0", "an old Excel or Word file (save it as CSV first)"},
		{"BZh", "a bzip2 archive (unpack it first)"}, {"\xfd7zXZ", "an xz archive (unpack it first)"}, {"7z\xbc\xaf", "a 7z archive (unpack it first)"},
		{"%PDF", "a PDF"}, {"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"SQLite format 3", "an SQLite database"}, {"PAR1", "a Parquet file"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return k.kind
		}
	}
	return ""
}

// isControl reports whether a character has no place in text.
func isControl(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\r' && r != '\t' || r >= 0x7f && r < 0xa0
}
