package sectorcsv

import (
	"strings"
	"testing"
)

// TestNotes has rows without figures in files of one year.
func TestNotes(t *testing.T) {
	for _, c := range []struct {
		header, row string
		kept, notes int
		unknown     bool   // is warned of
		err         string // or
	}{
		{"sector,fte", "A,", 1, 0, true, ""},
		{"sector,fte", "Source: x,", 0, 1, false, ""},
		{"name,sector,fte", "N,A,", 1, 0, true, ""},
		{"name,sector,fte", "N,A,..", 1, 0, false, ""},
		{"name,sector,fte", "N,,", 0, 0, false, `nothing but "N" stands in this row`},
		{"name,sector,fte", "Top 10,,", 0, 0, false, `nothing but "Top 10" stands in this row`},
		{"name,sector,fte", "12345678,,", 1, 0, true, ""},
		{"name,sector,fte", "N,,NA", 1, 0, true, ""},
		{"id,sector,fte", "12345678,,", 1, 0, false, ""},
		{"id,sector,fte", "Total A/S,,", 0, 0, false, "nothing but"},
		{"sector,firms,fte", "A,,", 1, 0, false, ""},
		{"sector,firms,fte", "Note: x,,", 0, 1, false, ""},
		{"name,sector,fte", "* x,,", 0, 1, false, ""},
		{"name,sector,fte", "* x,A,", 1, 0, true, ""},
		{"name,sector,fte,source", "N,A,,Source: x", 1, 0, true, ""},
		{"name,sector,fte,source", ",,,Source: x", 0, 1, false, ""},
		{"name,sector,fte", "Source: x,,7", 1, 0, false, ""},
		{"name,sector,fte", " ,\u00a0,", 0, 0, false, ""},
	} {
		text := c.header + "\n" + c.row + "\n" + strings.Repeat("1,", strings.Count(c.header, ",")) + "1\n"
		if !strings.Contains(c.header, "firms") {
			text = strings.Replace(text, "\n1,", "\nB,", 1)
		}
		opt := Options{Name: "f.csv", Year: 2018}
		lanesAgree(t, text, opt)
		companies, report, err := Read(t.Context(), strings.NewReader(text), opt)
		if c.err != "" {
			if err == nil || !strings.HasPrefix(err.Error(), "f.csv:2: ") || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: %v, want %q", text, err, c.err)
			}
			continue
		}
		if err != nil || len(companies) != c.kept+1 || len(report.Notes) != c.notes || (len(report.Warnings) > 0) != c.unknown {
			t.Errorf("%q: %+v, %+v, %v", text, companies, report, err)
		}
	}
}
