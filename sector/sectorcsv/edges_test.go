package sectorcsv

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// TestEdges has files that a careless reader reads wrongly without a word:
// each is read right, or is an error.
func TestEdges(t *testing.T) {
	rows := func(n int, row string) string { return strings.Repeat(row, n) }
	for _, c := range []struct {
		name, text string
		opt        Options
		want       []sector.Company // or
		err        string
	}{
		{"one year of a wide file", "id;sector;fte_2018;fte_2019\n1;A;5;6\n", Options{Year: 2018, Columns: map[string]string{"fte": "fte_2018"}}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(5)}}, ""},
		{"one year of a wide file, another given", "id;sector;fte_2018;fte_2019\n1;A;5;6\n", Options{Year: 2019, Columns: map[string]string{"fte": "fte_2018"}}, nil, "is of the year 2018, and 2019 is given"},
		{"two years of a wide file, one mapped", "id;sector;fte_2018;jobs 2019\n1;A;5;6\n", Options{Columns: map[string]string{"fte": "jobs 2019"}}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(5)}, {ID: "1", Sector: "A", Year: 2019, FTE: v(6)}}, ""},
		{"a share in a long file", "id;sector;year;variable;value\n1;S;2018;share;50%\n", Options{}, []sector.Company{{ID: "1", Sector: "S", Year: 2018, Share: v(.5)}}, ""},
		{"thousands or decimals before a word", "id;sector;year;revenue\n1;A;2018;1.234 million\n", Options{}, nil, "-decimal"},
		{"thousands or decimals before a currency", "id\tsector\tyear\trevenue\n1\tA\t2018\t1,234 DKK\n", Options{}, nil, "-decimal"},
		{"one broken character", "navn;sektor;år;fte\nØrsted;Grøn energi;2018;1\nÅge;Blå\xff;2018;1\n", Options{}, nil, `f.csv:3: column "sektor": "Blå\xff": want text in UTF-8`},
		{"men and women", "sector,year,Employees (m)\nA,2018,5\n", Options{}, nil, "a single letter"},
		{"per cents of revenue", "sector,year,fte,Revenue %\nA,2018,5,1\n", Options{}, nil, `"%"`},
		{"a unit twice", "sector,year,\"Revenue (thousands, 1000 DKK)\"\nA,2018,5\n", Options{}, nil, `"1000"`},
		{"Swedish kronor", "sector;year;revenue (SEK, mio. kr)\nA;2018;5\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(5e6)}}, ""},
		{"kronor of the option", "sector;year;Omsætning (mio. kr)\nA;2018;5\n", Options{Currency: "SEK"}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(5e6)}}, ""},
		{"a unit of all values", "id;sector;year;variable;Value (1.000 kr.)\n1;S;2018;revenue;5\n", Options{Long: Long{"variable", "Value (1.000 kr.)"}}, nil, "names a unit of all figures"},
		{"a figure of another year", "id;sector;year;variable;value\n1;S;2018;fte 2017;5\n", Options{}, nil, "is a figure of 2017 in a row of 2018"},
		{"a column of units", "sector;year;revenue;enhed\nA;2018;5;mio. kr.\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(5e6)}}, ""},
		{"a column of powers of ten", "sector;year;revenue;unit_mult\nA;2018;5;6\n", Options{}, nil, "power of ten"},
		{"a column of units, answered", "sector;year;revenue;enhed\nA;2018;5;mio. kr.\n", Options{RevenueUnit: 1e6}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(5e6)}}, ""},
		{"flags in a wide file", "sector,fte_2018,fte_2019,flag\nA,0,0,D\n", Options{Flags: map[string]Flag{"fte": {"flag", "D"}}}, nil, "flags are read"},
		{"a flag of nothing", "sector,year,fte,flag\nA,2018,0,D\n", Options{Flags: map[string]Flag{"revenue": {"flag", "D"}}}, nil, "no column for it"},
		{"counter-evidence between commas", "sector,year,fte\n" + rows(30, "A,2018,1.234\n") + "A,2018,\"1.234,5\"\n", Options{Lenient: true}, nil, "-decimal"},
		{"counter-evidence under Danish headers", "sektor;år;fte\n" + rows(30, "A;2018;1.234\n") + "A;2018;12.34\n", Options{Lenient: true}, nil, "-decimal"},
		{"Danish headers between commas", "sektor,år,fte\nA,2018,17.600\n", Options{}, nil, "-decimal"},
		{"a row that begins like a comment", "# source\nname;sector;year;fte\n#1 Consulting;A;2018;5\n", Options{}, nil, "say whether they are comments"},
		{"the same, said", "# source\nname;sector;year;fte\n#1 Consulting;A;2018;5\n", Options{Dialect: Dialect{Comment: NoComment}}, []sector.Company{{Name: "#1 Consulting", Sector: "A", Year: 2018, FTE: v(5)}}, ""},
		{"a header that begins like a comment", "#;name;sector;year;fte\n1;B;A;2018;5\n", Options{}, []sector.Company{{Name: "B", Sector: "A", Year: 2018, FTE: v(5)}}, ""},
		{"a share of a year without the company", "id;sector;fte_2018;fte_2019;share_2018;share_2019\n1;A;5;;0,5;0,6\n", Options{}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(5), Share: v(.5)}}, ""},
		{"nothing in brackets", "sector,year,revenue\nA,2018,(0)\nA,2018,0-\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(0)}, {Sector: "A", Year: 2018, Revenue: v(0)}}, ""},
		{"two signs", "sector,year,revenue\nA,2018,(−5)\n", Options{}, nil, "want a number"},
		{"two signs, apart", "sector,year,revenue\nA,2018,-5−\n", Options{}, nil, "want a number"},
		{"spaces between thousands, decimals later", "sector;year;fte\n" + rows(3, "A;2018;1 234\n") + "A;2018;12,5\n", Options{}, append(sameCompany(3, v(1234)), sector.Company{Sector: "A", Year: 2018, FTE: v(12.5)}), ""},
		{"evidence far below", "sector;year;fte\n" + rows(300, "A;2018;1.234\n") + rows(40, "A;2018;12,5\n"), Options{}, append(sameCompany(300, v(1234)), sameCompany(40, v(12.5))...), ""},
		{"a month", "sector,year,fte\nA,2011-12,1\n", Options{}, nil, "want a year"},
		{"an accounting year over the century", "sector,year,fte\nA,1999/00,1\n", Options{}, []sector.Company{{Sector: "A", Year: 2000, FTE: v(1)}}, ""},
		{"a title with two words that are headers", "Sector;Region;Year\nid;sector;year;fte\n1;A;2018;1\n2;B;2018;2\n", Options{}, []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(1)}, {ID: "2", Sector: "B", Year: 2018, FTE: v(2)}}, ""},
		{"a separator that is none", "sep=:\nsector;year;fte\nA;2018;1\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, FTE: v(1)}}, ""},
		{"a single letter in a mapped header", "sector;year;Umsatz (T)\nA;2018;2\n", Options{Columns: map[string]string{"revenue": "Umsatz (T)"}}, nil, "a single letter"},
		{"a single letter in a mapped header of jobs", "sector;year;Jobs (k, EUR)\nA;2018;2\n", Options{Columns: map[string]string{"fte": "Jobs (k, EUR)"}}, nil, "a single letter"},
		{"a number below the header is no unit", "sector;year;revenue\n;;1000\nA;2018;2\n", Options{}, nil, "want a year"},
		{"a line of units that is too short", "id;sector;year;fte\n;;FTE\n1;A;2018;5\n", Options{}, nil, "3 of the 4 columns"},
		{"kroner of the row's currency", "sector;year;revenue;currency\nA;2018;2 kr.;SEK\n", Options{}, []sector.Company{{Sector: "A", Year: 2018, Revenue: v(2)}}, ""},
		{"kroner of another header", "sector;revenue 2017 (kr.);revenue 2018 (SEK)\nA;1;2\n", Options{}, []sector.Company{{Sector: "A", Year: 2017, Revenue: v(1)}, {Sector: "A", Year: 2018, Revenue: v(2)}}, ""},
		{"two currencies in headers", "sector;revenue 2017 (EUR);revenue 2018 (DKK)\nA;1;2\n", Options{}, nil, "two currencies, EUR and DKK"},
		{"the currency of a later long row", "id;sector;year;variable;value;currency\n1;S;2018;fte;5;\n1;S;2018;revenue;7;EUR\n2;S;2018;revenue;7;DKK\n", Options{}, nil, "a second currency"},
	} {
		got, _, err := read(t, c.text, c.opt)
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %+v, %v; want an error with %q", c.name, got, err, c.err)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %+v, %v\nwant %+v", c.name, got, err, c.want)
		}
	}
	if _, report, err := read(t, "sector;year;revenue (SEK, mio. kr)\nA;2018;5\n", Options{}); err != nil || report.Currency != "SEK" {
		t.Errorf("Swedish kronor are %q, %v", report.Currency, err)
	}
	for _, opt := range []Options{{Dialect: Dialect{Notation: locale.Notation{Decimal: 'x', Group: '5'}}}, {Long: Long{"a", "a"}}, {Long: Long{Variable: "a"}}} {
		if err := opt.Validate(); err == nil {
			t.Errorf("%+v was taken", opt)
		}
	}
}

func sameCompany(n int, fte sector.Figure) []sector.Company {
	out := make([]sector.Company, n)
	for i := range out {
		out[i] = sector.Company{Sector: "A", Year: 2018, FTE: fte}
	}
	return out
}

// TestCutCharacter: the first megabyte ends inside a character.
func TestCutCharacter(t *testing.T) {
	header, row := "name,year,fte,sector\n", strings.Repeat("n", 990)+",2018,1,A\n"
	text := header + strings.Repeat(row, (headSize-len(header)-4)/len(row)) + "n,2018,1,"
	text += strings.Repeat("B", headSize-1-len(text)) + "ø\n"
	companies, report, err := read(t, text, Options{})
	if err != nil || report.Dialect.Encoding != UTF8 || !strings.HasSuffix(companies[len(companies)-1].Sector, "Bø") {
		t.Errorf("%v, %v", report.Dialect.Encoding, err)
	}
}

// TestGuard: the bound is on a record, not on a file.
func TestGuard(t *testing.T) {
	row := "A," + strings.Repeat("x", 4<<20) + ",2018,1\n"
	companies, _, err := Read(t.Context(), strings.NewReader("sector,name,year,fte\n"+strings.Repeat(row, 6)), Options{})
	if err != nil || len(companies) != 6 {
		t.Errorf("six rows of 4 MB: %d companies, %v", len(companies), err)
	}
	endless := io.MultiReader(strings.NewReader("sector,year,fte\n\"A"), bytes.NewReader(make([]byte, 0)), &endlessText{left: 64 << 20})
	if _, _, err := Read(t.Context(), endless, Options{Lenient: true}); err == nil || !strings.Contains(err.Error(), "never closed") {
		t.Errorf("a quote that is never closed: %v", err)
	}
}

// endlessText is so many bytes of text without a quote.
type endlessText struct{ left int }

func (e *endlessText) Read(p []byte) (int, error) {
	n := min(len(p), e.left)
	if n == 0 {
		return 0, io.EOF
	}
	for i := range p[:n] {
		p[i] = 'y'
	}
	e.left -= n
	return n, nil
}

// TestCancelledLong: a long file, whose companies come after its last row, is
// left within a thousand rows.
func TestCancelledLong(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	text := &strings.Builder{}
	text.WriteString("id,sector,year,variable,value\n")
	for i := range 50_000 {
		fmt.Fprintf(text, "%d,A,2018,fte,1\n", i)
	}
	calls := 0
	companies, report, err := Read(ctx, strings.NewReader(text.String()), Options{Progress: func(done, size int64) {
		if calls++; calls == 3 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || companies != nil || report.Rows > 5000 {
		t.Errorf("%d rows were read after the stop, %d calls, %v", report.Rows, calls, err)
	}
}

// TestEvidenceFarBelow: what decides the notation stands in the last rows of
// the first megabyte, for companies and for records.
func TestEvidenceFarBelow(t *testing.T) {
	const rows = 4_000
	text := "sector;year;fte;name\n" + strings.Repeat("A;2018;1.234;"+strings.Repeat("n", 200)+"\n", rows) + "A;2018;12,5;n\n"
	companies, _, err := read(t, text, Options{})
	if err != nil || companies[0].FTE != v(1234) || companies[rows].FTE != v(12.5) {
		t.Errorf("%v", err)
	}
	type record struct {
		FTE float64 `csv:"fte"`
	}
	records, _, err := ReadRecords[record](t.Context(), strings.NewReader(text), Options{})
	if err != nil || records[0].FTE != 1234 || records[rows].FTE != 12.5 {
		t.Errorf("records: %v", err)
	}
}
