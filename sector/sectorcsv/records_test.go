package sectorcsv

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"smartcity/growth/locale"
	"smartcity/sector"
)

func records[T any](t *testing.T, text string, opt Options) ([]T, *Report, error) {
	t.Helper()
	if opt.Name == "" {
		opt.Name = "f.csv"
	}
	return ReadRecords[T](t.Context(), strings.NewReader(text), opt)
}

// wantRecords compares what is read with %+v, in which NaN is itself and
// pointers are followed.
func wantRecords[T any](t *testing.T, name, text string, opt Options, want string) {
	t.Helper()
	got, report, err := records[T](t, text, opt)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if s := shown(reflect.ValueOf(got)); s != want {
		t.Errorf("%s:\n got %s\nwant %s", name, s, want)
	}
	if report.Kept != len(got) || report.Rows != len(got) {
		t.Errorf("%s: %d records, but the report says %d of %d rows", name, len(got), report.Kept, report.Rows)
	}
}

func shown(v reflect.Value) string {
	switch {
	case v.Kind() == reflect.Pointer && v.IsNil():
		return "nil"
	case v.Kind() == reflect.Pointer:
		return "&" + shown(v.Elem())
	case v.Kind() == reflect.Slice, v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[sector.Figure]() && v.Type() != reflect.TypeFor[big.Rat]() && v.Type() != reflect.TypeFor[time.Time]():
		var parts []string
		if v.Kind() == reflect.Slice {
			for i := range v.Len() {
				parts = append(parts, shown(v.Index(i)))
			}
		} else {
			for _, field := range v.Fields() {
				parts = append(parts, shown(field))
			}
		}
		return "{" + strings.Join(parts, " ") + "}"
	case v.Kind() == reflect.String:
		return strconv.Quote(v.String())
	case v.Kind() == reflect.Float64, v.Kind() == reflect.Float32:
		return strconv.FormatFloat(v.Float(), 'g', -1, v.Type().Bits())
	}
	if v.CanInt() {
		return strconv.FormatInt(v.Int(), 10)
	}
	if v.CanAddr() {
		if s, ok := v.Addr().Interface().(fmt.Stringer); ok {
			return s.String()
		}
	}
	return fmt.Sprint(v.Interface())
}

type one[T any] struct {
	X T `csv:"x"`
}

// upper reads its text itself.
type upper string

func (u *upper) UnmarshalCSV(s string) error {
	if s == "bad" {
		return errors.New("want anything but bad")
	}
	*u = upper("<" + strings.ToUpper(s) + ">")
	return nil
}

// both is read by UnmarshalCSV, as gocsv prefers it.
type both struct{ by string }

func (b *both) UnmarshalCSV(s string) error     { b.by = "csv " + s; return nil }
func (b *both) UnmarshalText(text []byte) error { b.by = "text " + string(text); return nil }

type (
	code  string
	count int8
	ratio float32
)

func TestReadRecordsKinds(t *testing.T) {
	// Text is kept as it stands, but for NFC and the space around it.
	wantRecords[one[string]](t, "text", "x,y\n  007 ,\n620100.0,\nNA,\n\"a  b\nc\",\nOmra\u030ade,\n\" \",z\n", Options{}, `{{"007"} {"620100.0"} {"NA"} {"a  b\nc"} {"Område"} {""}}`)
	wantRecords[one[*string]](t, "text that may be missing", "x,y\na,\n,1\nNA,1\n", Options{}, `{{&"a"} {nil} {&"NA"}}`)
	wantRecords[one[code]](t, "a type of text", "x\n010110\n", Options{}, `{{"010110"}}`)

	// Whole numbers: gocsv reads these as 17, 83, 0 and a float64 loses digits.
	wantRecords[one[int]](t, "Danish thousands", "x;y\n17.600;1\n1.234.567;1\n0123;1\n-5;1\n(6);1\n7-;1\n12,0;1\n", Options{}, `{{17600} {1234567} {123} {-5} {-6} {-7} {12}}`)
	wantRecords[one[int]](t, "English thousands", "x,y\n\"17,600\",1\n−5,1\n+3,\n", Options{}, `{{17600} {-5} {3}}`)
	wantRecords[one[int64]](t, "to the last digit", "x\n9223372036854775807\n-9223372036854775808\n9007199254740993\n", Options{}, `{{9223372036854775807} {-9223372036854775808} {9007199254740993}}`)
	wantRecords[one[uint64]](t, "unsigned", "x\n18446744073709551615\n0\n-0\n", Options{}, `{{18446744073709551615} {0} {0}}`)
	wantRecords[one[count]](t, "a type of int", "x\n127\n-128\n", Options{}, `{{127} {-128}}`)
	wantRecords[one[*int]](t, "whole numbers that may be missing", "x,y\n1,\n,1\nNA,1\n..,1\n0,\n", Options{}, `{{&1} {nil} {nil} {nil} {&0}}`)

	// Numbers with decimals.
	wantRecords[one[float64]](t, "missing is NaN", "x;y\n17.600,5;1\n;1\nNA;1\n(D);1\n0;1\n", Options{}, `{{17600.5} {NaN} {NaN} {NaN} {0}}`)
	wantRecords[one[*float64]](t, "or nil", "x;y\n0,5;1\n;1\n..;1\n", Options{}, `{{&0.5} {nil} {nil}}`)
	wantRecords[one[ratio]](t, "a type of float32", "x;y\n0,1;\n", Options{}, `{{0.1}}`)
	wantRecords[one[sector.Figure]](t, "figures", "x;y\n0,5;1\n;1\n..;1\n0;1\n", Options{}, `{{0.5} {missing} {suppressed} {0}}`)
	wantRecords[one[*sector.Figure]](t, "figures that are nil", "x;y\n0,5;1\n;1\n..;1\n", Options{}, `{{&0.5} {nil} {nil}}`)
	wantRecords[one[sector.Figure]](t, "a convention", "x;y\n-;1\n...;1\n..;1\n", Options{Convention: StatisticsDenmark}, `{{0} {missing} {suppressed}}`)
	wantRecords[one[int]](t, "an office's zero", "x;y\n-;1\n", Options{Convention: StatisticsDenmark}, `{{0}}`)
	wantRecords[one[int]](t, "an office's flags", "x;y\n12 p;1\n", Options{Convention: Eurostat}, `{{12}}`)

	wantRecords[one[bool]](t, "truth values", "x\nTRUE\nfalse\nYes\nno\nJa\nNEJ\n1\n0\n", Options{}, `{{true} {false} {true} {false} {true} {false} {true} {false}}`)
	wantRecords[one[*bool]](t, "truth values that may be missing", "x,y\nja,\n,1\nNA,1\n", Options{}, `{{&true} {nil} {nil}}`)

	// Types that read text.
	wantRecords[one[upper]](t, "UnmarshalCSV", "x,y\n a ,1\n,1\n", Options{}, `{{"<A>"} {"<>"}}`)
	wantRecords[one[*upper]](t, "UnmarshalCSV by a pointer", "x,y\na,1\n,1\n", Options{}, `{{&"<A>"} {nil}}`)
	wantRecords[one[both]](t, "UnmarshalCSV comes first", "x\na\n", Options{}, `{{{"csv a"}}}`)
	wantRecords[one[time.Time]](t, "UnmarshalText", "x\n2018-12-31T00:00:00Z\n", Options{}, `{{2018-12-31 00:00:00 +0000 UTC}}`)
	wantRecords[one[*big.Rat]](t, "UnmarshalText by a pointer", "x\n1/3\n", Options{}, `{{&1/3}}`)
}

type Place struct {
	Region string `csv:"region"`
	Code   string `csv:"code"`
}

func TestReadRecordsTags(t *testing.T) {
	type tagged struct {
		Name    string  `csv:"name, navn ,omitempty"`
		Exports float64 `csv:"exports,eksport"`
		Notes   string  `csv:"-"`
		Weight  float64 `csv:"weight,default=0.5"`
		Since   *int    `csv:"since,default="`
		Rank    int     `csv:"rank,default=1"`
		Remark  string  `csv:"remark,default=none"`
		_       int
	}
	wantRecords[tagged](t, "names and defaults", "navn;Eksport;vægt\nA;1,5;9\n", Options{}, `{{"A" 1.5 "" 0.5 nil 1 "none" 0}}`)
	wantRecords[tagged](t, "defaults of blank cells", "name;EXPORTS;weight;since;rank;remark;notes\nA;1,5;0,25;2.018;2;x;n\nB;2;;;;;\n", Options{},
		`{{"A" 1.5 "" 0.25 &2018 2 "x" 0} {"B" 2 "" 0.5 nil 1 "none" 0}}`)

	type untagged struct {
		Année         int
		OccupancyRate float64
	}
	wantRecords[untagged](t, "names of fields, folded", "occupancy_rate;ANNEE\n0,5;2013\n", Options{}, `{{2013 0.5}}`)

	type nested struct {
		Place
		Origin *Place `csv:"origin,fra"`
		N      int    `csv:"n"`
	}
	wantRecords[nested](t, "structs", "region,code,origin.region,FRA.code,n\nFyn,01,Als,02,3\n", Options{}, `{{{"Fyn" "01"} &{"Als" "02"} 3}}`)
	type pointed struct {
		*Place
		N int `csv:"n"`
	}
	wantRecords[pointed](t, "a pointer that is embedded", "region,code,n\nFyn,01,3\n", Options{}, `{{&{"Fyn" "01"} 3}}`)

	type part struct {
		Exports float64 `csv:"exports,partial"`
	}
	wantRecords[part](t, "part of a header", "year,Total exports (fob)\n2018,2\n", Options{}, `{{2}}`)

	// A unit beside the name is applied; one in the name is what the caller wants.
	type money struct {
		Exports sector.Figure `csv:"exports"`
		N       int           `csv:"n"`
	}
	wantRecords[money](t, "a unit in the header", "Exports (1.000 kr.);n [mio.]\n4,35;2\n", Options{}, `{{4350 2000000}}`)
	wantRecords[money](t, "a unit in a mapped header", "Eksport, mio. kr.;n\n4,35;2\n", Options{Columns: map[string]string{"exports": "eksport, mio. kr."}}, `{{4350000 2}}`)
	wantRecords[money](t, "the name itself comes first", "exports;Exports (mio. kr.);n\n4,35;9;2\n", Options{}, `{{4.35 2}}`)
	type inMillions struct {
		Exports float64 `csv:"exports (mio. kr.)"`
	}
	wantRecords[inMillions](t, "a unit in the name", "Exports (mio. kr.);n\n4,35;2\n", Options{}, `{{4.35}}`)
	wantRecords[one[string]](t, "text has no unit", "X;m\nA;2\n", Options{}, `{{"A"}}`)
	type weighted struct {
		N float64 `csv:"n,default=2"`
	}
	wantRecords[weighted](t, "a default is in no unit", "n (1000);y\n3;1\n;1\n", Options{}, `{{3000} {2}}`)

	for _, c := range []struct {
		name string
		read func() error
		want string
	}{
		{"no struct", failing1[int], "sectorcsv: records are structs, not int"},
		{"a pointer", failing1[*Place], "sectorcsv: records are structs, not *sectorcsv.Place"},
		{"no fields", failing1[struct{ x int }], "sectorcsv: records of type struct { x int } have no field that a column could fill"},
		{"a map", failing1[one[map[string]int]], "field X is a map[string]int, which no cell can fill"},
		{"a pointer to a pointer", failing1[one[**int]], "field X is a **int, which no cell can fill"},
		{"an interface", failing1[one[any]], "field X is a interface {}, which no cell can fill"},
		{"an embedded type that is no struct", failing1[struct{ time.Time }], "time.Time is embedded and no struct of columns"},
		{"itself", failing1[selfish], "is too deep, or contains itself"},
		{"a name twice", failing1[struct {
			A int `csv:"a"`
			B int `csv:"b,a"`
		}], `two fields go by the name "a"`},
		{"a default that cannot be", failing1[struct {
			A int `csv:"a,default=1.5"`
		}], `the default "1.5" of field A: want a whole number`},
		{"no default of a whole number", failing1[struct {
			A int `csv:"a,default="`
		}], `the default "" of field A: want a whole number; the figure is missing, which the type int cannot say`},
	} {
		if err := c.read(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

type selfish struct {
	A    int `csv:"a"`
	Next *selfish
}

func failing1[T any]() error {
	got, _, err := ReadRecords[T](context.Background(), strings.NewReader("x,a\n1,1\n"), Options{})
	if got != nil {
		panic("records came with an error")
	}
	return err
}

type export struct {
	Code    string        `csv:"code"`
	Year    int           `csv:"year"`
	Exports sector.Figure `csv:"exports"`
	Staff   *int          `csv:"staff,default="`
}

// TestReadRecordsRefused has a good file beside each bad one.
func TestReadRecordsRefused(t *testing.T) {
	for _, c := range []struct {
		name, bad, good string
		opt             Options
		want            string
	}{
		{"empty file", "", "code,year,exports\n1,2018,1\n", Options{}, "f.csv: the file is empty"},
		{"header without rows", "code,year,exports\n", "code,year,exports\n1,2018,1\n", Options{}, "f.csv: there are no rows below the header"},
		{"binary data", "code\x00,year,exports\n", "code,year,exports\n1,2018,1\n", Options{}, "f.csv: this is not a CSV file but binary data (byte 0x00 at 4)"},
		{"no column", "code,year,exporst\n1,2018,1\n", "code,year,exports\n1,2018,1\n", Options{}, `f.csv: no column for exports: the headers are "code", "year", "exporst"; name one with -column exports=HEADER`},
		{"a doubled header", "code,year,exports,exports\n1,2018,1,2\n", "code,year,exports,export\n1,2018,1,2\n", Options{}, `f.csv: header "exports" stands there twice, as columns 3 and 4`},
		{"a doubled header of no field", "code,year,exports,n,n\n1,2018,1,2,2\n", "code,year,exports,n,,\n1,2018,1,2,2,2\n", Options{}, `f.csv: header "n" stands there twice, as columns 4 and 5`},
		{"two headers for a field", "code,year,Exports,EXPORTS\n1,2018,1,2\n", "code,year,exports,EXPORTS\n1,2018,1,2\n", Options{}, `f.csv: headers "Exports" and "EXPORTS" both stand for exports; name the one that holds it (-column exports=EXPORTS)`},
		{"a header that is not there", "code,year,exports\n1,2018,1\n", "code,year,Eksport\n1,2018,1\n", Options{Columns: map[string]string{"exports": "eksport"}}, `f.csv: for exports: there is no header "eksport"; the headers are "code", "year", "exports"`},
		{"a header for two fields", "code,year,exports\n1,2018,1\n", "code,year,exports,Year\n1,2018,1,2\n", Options{Columns: map[string]string{"exports": "Year"}}, `f.csv: header "year" is given for year and for exports`},
		{"metres or millions", "code,year,exports [m]\n1,2018,1\n", "code,year,exports [mio.]\n1,2018,1\n", Options{}, `f.csv: header "exports [m]" seems to name a unit, "a single letter", that is not known; give the field the whole header as its name, or name the column otherwise`},
		{"a unit that is not known", "code,year,exports (100 kr.)\n1,2018,1\n", "code,year,exports (1000 kr.)\n1,2018,1\n", Options{}, `f.csv: header "exports (100 kr.)" seems to name a unit, "100", that is not known; give the field the whole header as its name, or name the column otherwise`},
		{"thousands or decimals", "code;year;exports\n1;2018;1.234\n", "code;year;exports\n1;2018;1.234\n1;2018;1,5\n", Options{}, `f.csv:2: column "exports": "1.234": could be a number of thousands or one with three decimals, and no other number tells which; say so (-decimal comma or -decimal point)`},
		{"a row too short", "code,year,exports\n1,2018\n", "code,year,exports\n1,2018,\n", Options{}, "f.csv:2: the row has 2 of the 3 columns of the header"},
		{"an open quote", "code,year,exports\n\"1,2018,1\n2,2018,1\n", "code,year,exports\n\"1\",2018,1\n2,2018,1\n", Options{}, "f.csv:2: a quote that opens in this row is still open, or followed by text, in line 3"},
		{"a whole number that is missing", "code,year,exports\n1,,1\n", "code,year,exports\n1,0,1\n", Options{}, `f.csv:2: column "year": want a whole number; the figure is missing, which the type int cannot say`},
		{"a whole number that is suppressed", "code,year,exports\n1,..,1\n", "code,year,exports\n1,0,1\n", Options{}, `f.csv:2: column "year": "..": want a whole number; the figure is suppressed, which the type int cannot say`},
		{"half a year", "code,year,exports\n1,2018.5,1\n", "code,year,exports\n1,2018.0,1\n", Options{}, `f.csv:2: column "year": "2018.5": want a whole number`},
		{"nearly whole", "code,year,exports\n1,2018.00000000000000000001,1\n", "code,year,exports\n1,2018.00000000000000000000,1\n", Options{}, `f.csv:2: column "year": "2018.00000000000000000001": want a whole number`},
		{"too large", "code,year,exports\n1,9223372036854775808,1\n", "code,year,exports\n1,9223372036854775807,1\n", Options{}, `f.csv:2: column "year": "9223372036854775808": want a whole number that fits the type int`},
		{"hexadecimal", "code,year,exports\n1,0x1F,1\n", "code,year,exports\n1,31,1\n", Options{}, `f.csv:2: column "year": "0x1F": want a number: 'x' does not belong in it`},
		{"infinity", "code,year,exports\n1,2018,Inf\n", "code,year,exports\n1,2018,1\n", Options{}, `f.csv:2: column "exports": "Inf": want a number: 'I' does not belong in it`},
		{"a dash", "code,year,exports\n1,2018,-\n", "code,year,exports\n1,2018,0\n", Options{}, `f.csv:2: column "exports": "-": means zero, missing or suppressed depending on who wrote it; replace it by 0, by nothing or by "..", or name the convention`},
		{"a cell that contradicts the rest", "code;year;exports\n1;2018;1.234,5\n1;2018;1,234.5\n", "code;year;exports\n1;2018;1.234,5\n1;2018;1.234,5\n", Options{}, `f.csv:3: column "exports": "1,234.5": want a number: '.' does not belong in it`},
		{"after a quoted line break", "code,year,exports\n\"a\nb\",2018,1\n\"c\nd\",2018,x1\n", "code,year,exports\n\"a\nb\",2018,1\n\"c\nd\",2018,1\n", Options{}, `f.csv:5: column "exports": "x1": want a number: 'x' does not belong in it`},
		{"text that is not UTF-8", "code,year,exports\nA\xff,2018,1\n", "code,year,exports\nA,2018,1\n", Options{Dialect: Dialect{Encoding: UTF8}}, `f.csv:2: column "code": "A\xff": want text in UTF-8`},
	} {
		got, _, err := records[export](t, c.bad, c.opt)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.name, err, c.want)
		}
		if _, ok := errors.AsType[*Error](err); !ok || got != nil {
			t.Errorf("%s: %T, with %d records", c.name, err, len(got))
		}
		if got, _, err := records[export](t, c.good, c.opt); err != nil || len(got) == 0 {
			t.Errorf("%s: the file mended: %v", c.name, err)
		}
	}
	for name, err := range map[string]error{
		"an int8": second(records[one[int8]](t, "x\n128\n", Options{})), "a uint": second(records[one[uint]](t, "x\n-1\n", Options{})), "a float32": second(records[one[float32]](t, "x\n1"+strings.Repeat("0", 39)+"\n", Options{})),
		"a bool": second(records[one[bool]](t, "x,y\nmaybe,\n", Options{})), "a blank bool": second(records[one[bool]](t, "x,y\n,1\n", Options{})), "a type's own error": second(records[one[upper]](t, "x\nbad\n", Options{})),
		"units that leave no whole": second(records[one[int]](t, "x (1000),y\n1.0005,\n", Options{})),
	} {
		if e, ok := errors.AsType[*Error](err); !ok || e.Line != 2 || e.Column[:1] != "x" || !strings.HasPrefix(e.Reason, "want ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, opt := range []Options{
		{Year: 2018}, {YearColumns: "fte"}, {Long: Long{"a", "b"}}, {Currency: "DKK"}, {RevenueUnit: 1000}, {Flags: map[string]Flag{"fte": {"a", "b"}}}, {Totals: []string{}}, {Doubles: KeepLast},
		{Columns: map[string]string{"fte": "year"}}, {Columns: map[string]string{"year": ""}}, {Dialect: Dialect{Comma: 'x'}}, {Convention: R + 1},
	} {
		if got, report, err := records[export](t, "code,year,exports\n1,2018,1\n", opt); err == nil || got != nil || report != nil {
			t.Errorf("%+v was taken", opt)
		}
	}
}

func second[A, B any](_ A, _ B, err error) error { return err }

func TestReadRecordsReport(t *testing.T) {
	text := "sep=;\nExports of Denmark\n\nNote;CODE;Year;Exports (mio. kr.);staff;\n;007;2018;1,5;;\n;;;;;\n;008;2018;..;7;\nn;;2018;x1;1;\n;009;2018;;..;\n"
	got, report, err := records[export](t, text, Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	if s, want := shown(reflect.ValueOf(got)), `{{"007" 2018 1500000 nil} {"008" 2018 suppressed &7} {"009" 2018 missing nil}}`; s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
	if want := []Column{{"code", "CODE", 0, 1, 0, 0}, {"year", "Year", 0, 1, 0, 0}, {"exports", "Exports (mio. kr.)", 0, 1e6, 1, 1}, {"staff", "staff", 0, 1, 1, 1}}; !slices.Equal(report.Columns, want) {
		t.Errorf("columns %+v", report.Columns)
	}
	if !slices.Equal(report.Ignored, []string{"Note", "column 6"}) || report.Rows != 4 || report.Kept != 3 || len(report.Rejected) != 1 || report.Rejected[0].Line != 8 {
		t.Errorf("report %+v", report)
	}
	if d := report.Dialect; d.Comma != ';' || d.HeaderLine != 4 || d.Notation != locale.Danish.Notation() || d.Encoding != UTF8 || report.Size != int64(len(text)) || len(report.SHA256) != 64 {
		t.Errorf("dialect %+v", d)
	}
	if _, _, err := records[export](t, "code,year,exports\n1,x,1\n", Options{Lenient: true}); err == nil || !strings.Contains(err.Error(), "none of the 1 rows could be used; the first: f.csv:2") {
		t.Errorf("nothing left: %v", err)
	}
}

// TestReadRecordsDialects: one table, however it is written.
func TestReadRecordsDialects(t *testing.T) {
	const danish, english = "# Ørsted\nCode;Year;Exports\n007;2018;1.234,5\nÅ1;2.019;..\n", "code,year,exports\n007,2018,\"1,234.5\"\nÅ1,2019,..\n"
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(danish, ";", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	latin, err := charmap.Windows1252.NewEncoder().String(danish)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, english); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"Danish": danish, "English": english, "UTF-16": utf16, "Windows-1252": latin, "gzip": packed.String(), "a mark": "\ufeff" + english,
		"CRLF": strings.ReplaceAll(danish, "\n", "\r\n"), "CR": strings.ReplaceAll(danish, "\n", "\r"), "bars": strings.ReplaceAll(danish, ";", "|"), "a sep line": "sep=;\n" + danish[len("# Ørsted\n"):],
	} {
		wantRecords[export](t, name, text, Options{}, `{{"007" 2018 1234.5 nil} {"Å1" 2019 suppressed nil}}`)
	}
}

func TestReadRecordsInterrupted(t *testing.T) {
	text := "code,year,exports\n" + strings.Repeat("1,2018,1\n", 20000)
	broken := errors.New("the cable was pulled")
	got, report, err := ReadRecords[export](t.Context(), io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), Options{Lenient: true})
	if !errors.Is(err, broken) || got != nil || !strings.Contains(err.Error(), "after line 20001") || report.Rows != 20000 {
		t.Errorf("%d records, %v", len(got), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	got, _, err = ReadRecords[export](ctx, strings.NewReader(text), Options{Progress: func(done, size int64) { calls++; cancel() }})
	if !errors.Is(err, context.Canceled) || got != nil || calls != 1 {
		t.Errorf("after cancelling: %d records, %d calls, %v", len(got), calls, err)
	}
	path := filepath.Join(t.TempDir(), "eksport.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var done, size int64
	got, report, err = ReadRecordsFile[export](t.Context(), path, Options{Progress: func(d, s int64) { done, size = d, s }})
	if err != nil || len(got) != 20000 || report.File != "eksport.csv" || done != int64(len(text)) || size != done {
		t.Errorf("%d records, %d of %d bytes, %v", len(got), done, size, err)
	}
	if _, _, err := ReadRecordsFile[export](t.Context(), path+"x", Options{}); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Error(err)
	}
}

// spectrum reads a case of csv-spectrum and the JSON that it must parse to.
func spectrum[T any](t *testing.T, name string, mend func(want []T)) {
	const folder = "../../../shared/data/csv-spectrum/"
	text, err := os.ReadFile(folder + "json/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if text[0] == '{' { // one record
		text = slices.Concat([]byte{'['}, text, []byte{']'})
	}
	var want []T
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if mend != nil {
		mend(want)
	}
	got, report, err := ReadRecordsFile[T](t.Context(), folder+"csvs/"+name+".csv", Options{})
	if err != nil || len(want) == 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %+v, %v, want %+v", name, got, err, want)
		return
	}
	if n := reflect.TypeFor[T]().NumField(); len(report.Columns) != n || len(report.Ignored) > 0 {
		t.Errorf("%s: columns %+v, ignored %q", name, report.Columns, report.Ignored)
	}
}

func TestCSVSpectrum(t *testing.T) {
	cases, err := filepath.Glob("../../../shared/data/csv-spectrum/csvs/*.csv")
	if err != nil || len(cases) == 0 {
		t.Skip("the shared folder with csv-spectrum is not here")
	}
	type ab struct{ A, B string }
	type abc struct{ A, B, C string }
	type address struct{ First, Last, Address, City, Zip string }
	type keyed struct{ Key, Val string }
	type coordinates struct {
		Phone    string `csv:"Contact Phone Number" json:"Contact Phone Number"`
		At       string `csv:"Location Coordinates" json:"Location Coordinates"`
		Cities   string
		Counties string
	}
	for _, path := range cases {
		switch name := strings.TrimSuffix(filepath.Base(path), ".csv"); name {
		case "comma_in_quotes":
			spectrum[address](t, name, nil)
		case "escaped_quotes", "quotes_and_newlines":
			spectrum[ab](t, name, nil)
		case "empty", "empty_crlf", "newlines", "simple", "simple_crlf", "utf8":
			spectrum[abc](t, name, nil)
		case "newlines_crlf": // encoding/csv makes a line feed of CRLF in quotes
			spectrum(t, name, func(want []abc) { want[1].A = strings.ReplaceAll(want[1].A, "\r\n", "\n") })
		case "json":
			spectrum[keyed](t, name, nil)
		case "location_coordinates": // the phone number is another one in the JSON
			spectrum(t, name, func(want []coordinates) { want[0].Phone = "2095257564" })
		default:
			t.Errorf("csv-spectrum has a case %s that is not read", name)
		}
	}
}

func TestTableWithAccents(t *testing.T) {
	const path = "../../../shared/data/real/table-with-accents.csv"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skip("the shared folder of real files is not here: ", err)
	}
	type occupancy struct {
		Class   string `csv:"Classement"`
		Quarter string `csv:"Quartier"`
		Date    string
		Year    int           `csv:"Année"`
		Rate    float64       `csv:"occupancy_rate"`
		Price   sector.Figure `csv:"AveragePrice"`
		RevPAR  *float64
		Source  string
	}
	got, report, err := ReadRecordsFile[occupancy](t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := report.Dialect; d.Encoding != Windows1252 || d.Comma != ';' || d.Notation != locale.Danish.Notation() || d.HeaderLine != 1 || len(report.Ignored) > 0 {
		t.Errorf("dialect %+v, ignored %q", d, report.Ignored)
	}
	// The same file, taken apart by hand.
	text, err := charmap.Windows1252.NewDecoder().String(string(raw))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(text, "\r\n"), "\r\n")[1:]
	if len(got) != len(lines) || report.Kept != 638 {
		t.Fatalf("%d records of %d lines", len(got), len(lines))
	}
	var sum, want [3]float64
	for i, line := range lines {
		cell := strings.Split(line, ";")
		r := got[i]
		for j, read := range []float64{r.Rate, r.Price.Float64(), *r.RevPAR} {
			x, err := strconv.ParseFloat(strings.Replace(cell[4+j], ",", ".", 1), 64)
			if err != nil || x != read {
				t.Fatalf("line %d: %v, %v", i+2, r, err)
			}
			sum[j], want[j] = sum[j]+read, want[j]+x
		}
		if r.Class != strings.TrimSpace(cell[0]) || r.Quarter != strings.TrimSpace(cell[1]) || r.Date != cell[2] || strconv.Itoa(r.Year) != cell[3] || r.Source != cell[7] {
			t.Fatalf("line %d: %+v", i+2, r)
		}
	}
	if sum != want || sum[0] < 1 || math.IsNaN(sum[2]) {
		t.Errorf("sums %v, want %v", sum, want)
	}
	if !slices.ContainsFunc(got, func(r occupancy) bool { return r.Quarter == "Quartier Européen" }) {
		t.Error("no Quartier Européen")
	}
}

func TestStatBankRecords(t *testing.T) {
	const path = "../../../shared/data/real/statbank_folk1a.csv"
	f, err := os.Open(path)
	if err != nil {
		t.Skip("the shared folder of real files is not here: ", err)
	}
	defer f.Close()
	type people struct {
		Area, Sex, Age, Time string `csv:"-"`
	}
	type folk1a struct {
		people        // not exported: nothing of it is a column
		Area   string `csv:"område"`
		Sex    string `csv:"koen"`
		Age    string `csv:"alder"`
		Time   string `csv:"tid"`
		People int    `csv:"indhold"`
	}
	got, report, err := ReadRecordsFile[folk1a](t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	own := csv.NewReader(f)
	own.Comma = ';'
	rows, err := own.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 31200 || len(rows) != 31201 || report.Kept != 31200 {
		t.Fatalf("%d records of %d rows", len(got), len(rows))
	}
	var sum, want int64
	for i, row := range rows[1:] {
		n, err := strconv.ParseInt(row[4], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		want += n
		sum += int64(got[i].People)
		if r := got[i]; r.Area != row[0] || r.Sex != row[1] || r.Age != row[2] || r.Time != row[3] {
			t.Fatalf("line %d: %+v, want %q", i+2, r, row)
		}
	}
	if sum != want || got[0].Area != "000" || got[0].Time != "2008K1" || got[0].People != 32976 {
		t.Errorf("%d people, want %d; the first %+v", sum, want, got[0])
	}
}

func FuzzRecords(f *testing.F) {
	type all struct {
		Text   string        `csv:"text"`
		Int    *int          `csv:"int"`
		Uint   uint16        `csv:"uint,default=7"`
		Float  float64       `csv:"float,default="`
		Figure sector.Figure `csv:"figure,partial,default="`
		Truth  *bool         `csv:"truth,default="`
		Own    *upper        `csv:"own,default="`
	}
	f.Add("text,int\na,1\n", false)
	f.Add("text;int;uint;float;figure (mio. kr.);truth;own\n\"a;b\";17.600;9;1.234,5;..;ja;x\n;;;;;;\nb;;x;;;;bad\n", true)
	f.Add("sep=|\ntitle\n\nTEXT|Int\n\"", true)
	f.Fuzz(func(t *testing.T, text string, lenient bool) {
		got, report, err := ReadRecords[all](context.Background(), strings.NewReader(text), Options{Lenient: lenient})
		if err != nil {
			if _, ok := errors.AsType[*Error](err); !ok || got != nil {
				t.Fatalf("%d records with %T", len(got), err)
			}
			return
		}
		if report.Kept != len(got) || report.Rows != report.Kept+len(report.Rejected) || !lenient && len(report.Rejected) > 0 || len(got) > len(text) {
			t.Fatalf("%d records, report %+v", len(got), report)
		}
		missing := map[string]int{}
		for _, r := range got {
			if r.Int == nil {
				missing["int"]++
			}
			if !r.Figure.Known() {
				missing["figure"]++
			}
			if math.IsNaN(r.Float) {
				missing["float"]++
			}
		}
		for _, c := range report.Columns {
			if n, ok := missing[c.Field]; ok && n != c.Missing+c.Suppressed {
				t.Fatalf("%d not known in %+v", n, c)
			}
		}
	})
}
