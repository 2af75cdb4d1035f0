package sectorcsv

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// TestSepLine: what the caller says of the separator comes before what the file
// says, and that before what it looks like.
func TestSepLine(t *testing.T) {
	for _, c := range []struct {
		text string
		said rune
		want rune
	}{
		{"sep=;\nsector;year;fte\nA;2018;1\n", 0, ';'},
		{"sep=;\nsector,year,fte\nA,2018,1\n", ',', ','},
		{"SEP=|\r\nsector|year|fte\r\nA|2018|1\r\n", 0, '|'},
		{"\"sep=\t\"\nsector\tyear\tfte\nA\t2018\t1\n", 0, '\t'},
		{"sep=;;;\nsector;year;fte\nA;2018;1\n", 0, ';'}, // a title
	} {
		companies, report, err := Read(t.Context(), strings.NewReader(c.text), Options{Dialect: Dialect{Comma: c.said}})
		if err != nil || len(companies) != 1 || report.Dialect.Comma != c.want || report.Dialect.HeaderLine != 2 {
			t.Errorf("%q, said %q: %q, line %d, %v", c.text, c.said, report.Dialect.Comma, report.Dialect.HeaderLine, err)
		}
	}
	if companies, _, err := Read(t.Context(), strings.NewReader("sep=;\nsector,year,fte\nA,2018,1\n"), Options{}); err == nil {
		t.Errorf("a separator that the file does not have: %+v", companies)
	}
}

// TestCommentBelow: where nobody said that there are comments, a line that begins
// like one and is as wide as the header is an error, also below the first
// megabyte.
func TestCommentBelow(t *testing.T) {
	const rows = 10_000
	text := "# a file\nname;sector;year;fte\n" + strings.Repeat(strings.Repeat("N", 120)+";A;2018;5\n", rows) + "# a remark; in two parts\n#1 Consulting;A;2018;5\nN;A;2018;5\n"
	_, _, err := Read(t.Context(), strings.NewReader(text), Options{Name: "f.csv", Lenient: true})
	if e, ok := errors.AsType[*Error](err); !ok || e.Line != rows+4 || e.File != "f.csv" || !strings.Contains(e.Reason, "Dialect.Comment") {
		t.Errorf("%v", err)
	}
	last := strings.TrimSuffix(strings.TrimSuffix(text, "N;A;2018;5\n"), "\n")
	if _, _, err := Read(t.Context(), strings.NewReader(last), Options{}); err == nil {
		t.Error("in the last line, without an end")
	}
	companies, report, err := Read(t.Context(), strings.NewReader(text), Options{Dialect: Dialect{Comment: '#'}})
	if err != nil || len(companies) != rows+1 || report.Comments != 2 {
		t.Errorf("comments that are said to be: %d companies, %d comments, %v", len(companies), report.Comments, err)
	}
	quoted := "# a file\nname;sector;year;fte\n\"N\n# no comment; A; 1; 2\";A;2018;5\n# a comment\nN;A;2018;5\n"
	companies, report, err = Read(t.Context(), strings.NewReader(quoted), Options{Dialect: Dialect{Comment: '#'}})
	if err != nil || len(companies) != 2 || report.Comments != 1 {
		t.Errorf("in quotes: %d companies, %d comments, %v", len(companies), report.Comments, err)
	}
	type record struct {
		Name string `csv:"name"`
	}
	records, report, err := ReadRecords[record](t.Context(), strings.NewReader("# a file\nname\nN\n# a comment\n"), Options{Dialect: Dialect{Comment: '#'}})
	if err != nil || len(records) != 1 || report.Comments != 1 {
		t.Errorf("records: %v, %d comments, %v", records, report.Comments, err)
	}
}

// TestNotationThreshold: what the rest of the file speaks for gives way to one
// number in ten.
func TestNotationThreshold(t *testing.T) {
	english := locale.English.Notation()
	for _, c := range []struct {
		thousands, decimals int // "1,234" and "12,5" in a file that speaks for points
		want                locale.Notation
	}{
		{9, 1, locale.Danish.Notation()}, {10, 1, english}, {90, 10, locale.Danish.Notation()}, {91, 10, english}, {0, 1, locale.Danish.Notation()}, {1, 0, english},
	} {
		var cells []string
		for range c.thousands {
			cells = append(cells, "1,234")
		}
		for range c.decimals {
			cells = append(cells, "12,5")
		}
		if got, _ := notationOf(cells, english, true); got != c.want {
			t.Errorf("%d thousands, %d decimals: %q %q", c.thousands, c.decimals, got.Decimal, got.Group)
		}
	}
}

// TestNoDigestOfAPart: after an error the checksum is of nobody knows what.
func TestNoDigestOfAPart(t *testing.T) {
	text := "sector,year,fte\n" + strings.Repeat("A,2018,1\n", 50_000)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	type record struct {
		FTE float64 `csv:"fte"`
	}
	for name, read := range map[string]func() (*Report, error){
		"a bad row": func() (*Report, error) {
			_, r, err := Read(t.Context(), strings.NewReader(text+"A,2018,y\n"), Options{})
			return r, err
		},
		"a bad header": func() (*Report, error) {
			_, r, err := Read(t.Context(), strings.NewReader("a,b\n1,2\n"), Options{})
			return r, err
		},
		"a stop": func() (*Report, error) {
			_, r, err := Aggregate(ctx, strings.NewReader(text), Options{}, sector.Options{})
			return r, err
		},
		"a stream that broke": func() (*Report, error) {
			_, r, err := Aggregate(t.Context(), io.MultiReader(strings.NewReader(text), iotest.ErrReader(errors.New("gone"))), Options{}, sector.Options{})
			return r, err
		},
		"records": func() (*Report, error) {
			_, r, err := ReadRecords[record](t.Context(), strings.NewReader(text+"A,2018,y\n"), Options{})
			return r, err
		},
	} {
		if report, err := read(); err == nil || report.SHA256 != "" || report.Size != 0 {
			t.Errorf("%s: %v, %q of %d bytes", name, err, report.SHA256, report.Size)
		}
	}
	if _, report, err := Aggregate(t.Context(), strings.NewReader(text), Options{}, sector.Options{}); err != nil || len(report.SHA256) != 64 || report.Size != int64(len(text)) {
		t.Errorf("a whole file: %v, %+v", err, report)
	}
}
