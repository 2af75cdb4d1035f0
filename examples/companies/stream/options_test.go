package stream_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"smartcity/examples/companies/stream"
)

// However it is written, the file of a seed holds the same.
func TestSameDataInEveryDialect(t *testing.T) {
	const n = 20_000
	english := fields(t, n, stream.Options{Seed: 5}, ',')
	_, want := text(t, n, stream.Options{Seed: 5})
	for _, test := range []struct {
		name      string
		options   stream.Options
		separator rune
	}{
		{"tabs", stream.Options{Seed: 5, Separator: '\t'}, '\t'},
		{"bars", stream.Options{Seed: 5, Separator: '|'}, '|'},
		{"Danish", stream.Options{Seed: 5, Danish: true}, ';'},
		{"Danish with tabs", stream.Options{Seed: 5, Danish: true, Separator: '\t'}, '\t'},
	} {
		if _, got := text(t, n, test.options); !slices.Equal(got, want) {
			t.Errorf("%s: other totals", test.name)
		}
		other := fields(t, n, test.options, test.separator)
		if test.options.Danish {
			if got := strings.Join(other[0], ";"); got != "cvr_nr;virksomhedsnavn;branche;region;regnskabsår;årsværk;omsætning;etableringsår" {
				t.Errorf("%s: header %s", test.name, got)
			}
			other[0] = english[0]
			points, commas := 0, 0
			for _, row := range other[1:] {
				for i, text := range row[5:7] {
					if text == ".." {
						continue
					}
					whole, decimals, ok := strings.Cut(text, ",")
					if parts := strings.Split(whole, "."); len(parts) > 1 {
						points++
						for _, p := range parts[1:] {
							if len(p) != 3 {
								t.Fatalf("%s: %q", test.name, text)
							}
						}
					} else if len(whole) > 3 {
						t.Fatalf("%s: no points in %q", test.name, text)
					}
					text = strings.ReplaceAll(whole, ".", "")
					if ok {
						commas++
						text += "." + decimals
					}
					row[5+i] = text
				}
			}
			if points == 0 || commas == 0 {
				t.Errorf("%s: %d numbers with points, %d with a comma", test.name, points, commas)
			}
		}
		for i, row := range other {
			if !slices.Equal(row, english[i]) {
				t.Fatalf("%s: row %d is %q, in English %q", test.name, i, row, english[i])
			}
		}
	}
}

func fields(t *testing.T, n int, o stream.Options, separator rune) [][]string {
	t.Helper()
	all, _ := text(t, n, o)
	r := csv.NewReader(strings.NewReader(all))
	r.Comma = separator
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestPanics(t *testing.T) {
	for _, test := range []struct {
		rows    int
		options stream.Options
		says    string
	}{
		{-1, stream.Options{}, "stream: -1 rows"},
		{1, stream.Options{Separator: '.'}, `stream: '.' is no separator`},
		{1, stream.Options{Separator: ',', Danish: true}, "stream: a comma cannot separate fields with decimal commas"},
	} {
		func() {
			defer func() {
				if got := recover(); got != test.says {
					t.Errorf("panics with %v, want %q", got, test.says)
				}
			}()
			stream.NewReader(test.rows, test.options)
		}()
	}
}
