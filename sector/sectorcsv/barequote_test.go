package sectorcsv

import (
	"encoding/csv"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

func throughBareQuotes(text string, comment rune) ([][]string, error) {
	// One byte at a time: the state outlives a Read.
	r := csv.NewReader(newBareQuotes(iotest.OneByteReader(strings.NewReader(text)), &Dialect{Comma: ',', Comment: comment}, true))
	r.FieldsPerRecord = -1
	if comment > 0 {
		r.Comment = comment
	}
	var rows [][]string
	for {
		row, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		for i := range row {
			row[i] = plainQuotes(row[i])
		}
		rows = append(rows, row)
	}
}

func TestBareQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		comment    rune
		want       [][]string
	}{
		{"inches", "5\" pipe,b\"\n", 0, [][]string{{`5" pipe`, `b"`}}},
		{"two of them", "a\"\"b,\"c\"\"d\"\n", 0, [][]string{{`a""b`, `c"d`}}},
		{"after a space", "a,  b\"c\n", 0, [][]string{{"a", `  b"c`}}},
		{"beside quoted fields", "\"a,\nb\",c\"d,\"e\"\r\nf\",\"g\"\r\n", 0, [][]string{{"a,\nb", `c"d`, "e"}, {`f"`, "g"}}},
		{"an empty quoted field", "\"\",a\"\n", 0, [][]string{{"", `a"`}}},
		{"a comment with a quote", "#a,\"b\n\"c\",d\"\n", '#', [][]string{{"c", `d"`}}},
		{"a comment of two bytes", "§ a,\"b\n\"c\",d\"\n", '§', [][]string{{"c", `d"`}}},
		{"no comment of two bytes", "¨x\"y\n", '§', [][]string{{`¨x"y`}}},
	} {
		if got, err := throughBareQuotes(c.text, c.comment); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for _, text := range []string{"a, \"b\"\n", "\"a\"b\n", "\"a\n", " \"a,b\"\n", "\"a\" ,b\n"} {
		if got, err := throughBareQuotes(text, 0); err == nil {
			t.Errorf("%q was read as %q", text, got)
		}
	}
	// A row that is an error ends with its line, as for encoding/csv.
	got, _, err := records[one[string]](t, "x,y\n\"a\"b,1\n\"c,d\",e\"\n f,\"g\n\"\n", Options{Lenient: true})
	if err != nil || !reflect.DeepEqual(got, []one[string]{{"c,d"}, {"f"}}) {
		t.Errorf("%q, %v", got, err)
	}
	if _, _, err := records[one[string]](t, "x\n\xf7\n", Options{Dialect: Dialect{Encoding: UTF8}}); err == nil {
		t.Error("a byte 0xF7 was taken for a quote")
	}
}

// FuzzBareQuotes: what encoding/csv reads without the filter, it reads the same
// with it.
func FuzzBareQuotes(f *testing.F) {
	f.Add("a,\"b\"\"\n\",c\n# d\"\n")
	f.Add("a \"b\n\"c")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\xf7") {
			return
		}
		plain := csv.NewReader(strings.NewReader(text))
		plain.FieldsPerRecord, plain.Comment = -1, '#'
		want, err := plain.ReadAll()
		if err != nil {
			return
		}
		if got, err := throughBareQuotes(text, '#'); err != nil || len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("%q, %v, want %q", got, err, want)
		}
	})
}
