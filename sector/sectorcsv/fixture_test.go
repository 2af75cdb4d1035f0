package sectorcsv

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// A fixture is a text file in testdata/fixtures: what stands in a company file,
// how it is stored, and what comes out of it. Its parts begin with lines such
// as "-- input --":
//
//	stored    how the input becomes bytes: encoding, line ends, packing (optional)
//	options   a line each: column field=header, year N, decimal comma, … (optional)
//	input     the file
//	detected  what the report says of the dialect and the columns
//	report    what was left out, mended and warned of
//	table     by sector and year, or
//	error     the exact error
//
// UPDATE=1 go test writes the last four anew.
type fixture struct {
	names []string
	parts map[string]string
}

func readFixture(t *testing.T, path string) fixture {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := fixture{parts: map[string]string{}}
	name := ""
	for line := range strings.Lines(string(text)) {
		if s, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- "); ok && strings.HasSuffix(s, " --") {
			name = strings.TrimSuffix(s, " --")
			f.names = append(f.names, name)
			continue
		}
		f.parts[name] += line
	}
	return f
}

func (f fixture) bytes(t *testing.T) []byte {
	t.Helper()
	text := strings.ReplaceAll(f.parts["input"], `\ufeff`, "\ufeff")
	var err error
	for how := range strings.FieldsSeq(f.parts["stored"]) {
		switch how {
		case "crlf":
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case "cr":
			text = strings.ReplaceAll(text, "\n", "\r")
		case "windows-1252":
			text, err = charmap.Windows1252.NewEncoder().String(text)
		case "utf-16le":
			text, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
		case "utf-16be-mark":
			text, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
		case "gzip", "zstd":
			text = pack(t, how, text)
		default:
			t.Fatalf("a file cannot be stored as %q", how)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return []byte(text)
}

func pack(t *testing.T, how, text string) string {
	t.Helper()
	var out bytes.Buffer
	if how == "gzip" {
		z := gzip.NewWriter(&out)
		fmt.Fprint(z, text)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	z, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(z, text)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (f fixture) options(t *testing.T) Options {
	t.Helper()
	opt := Options{Name: "f.csv", Columns: map[string]string{}}
	for line := range strings.Lines(f.parts["options"]) {
		name, v, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch name {
		case "column":
			field, header, _ := strings.Cut(v, "=")
			opt.Columns[field] = header
		case "year":
			fmt.Sscan(v, &opt.Year)
		case "decimal":
			opt.Dialect.Notation = map[string]locale.Notation{"comma": locale.Danish.Notation(), "point": locale.English.Notation()}[v]
		case "unit":
			fmt.Sscan(v, &opt.RevenueUnit)
		case "currency":
			opt.Currency = v
		case "year-columns":
			opt.YearColumns = v
		case "markers":
			opt.Convention = map[string]Convention{"dst": StatisticsDenmark, "eurostat": Eurostat, "bds": BDS, "r": R}[v]
		case "flag":
			p := strings.Split(v, " ")
			opt.Flags = map[string]Flag{p[0]: {p[1], p[2]}}
		case "doubles":
			opt.Doubles = map[string]Doubles{"first": KeepFirst, "last": KeepLast, "sum": AddUp}[v]
		case "no-totals":
			opt.Totals = []string{}
		case "lenient":
			opt.Lenient = true
		default:
			t.Fatalf("option %q is not known", name)
		}
	}
	return opt
}

// results are the parts that come out.
func (f fixture) results(t *testing.T) map[string]string {
	t.Helper()
	companies, r, err := Read(t.Context(), bytes.NewReader(f.bytes(t)), f.options(t))
	if err != nil {
		return map[string]string{"error": err.Error() + "\n"}
	}
	out := map[string]string{"detected": fmt.Sprintf("%v %s separator %q decimal %q group %q header line %d currency %s\n",
		r.Dialect.Encoding, r.Packing, r.Dialect.Comma, r.Dialect.Notation.Decimal, r.Dialect.Notation.Group, r.Dialect.HeaderLine, r.Currency)}
	for _, c := range r.Columns {
		out["detected"] += fmt.Sprintf("%q is %s", c.Header, c.Field)
		if c.Year != 0 {
			out["detected"] += fmt.Sprintf(" of %d", c.Year)
		}
		if c.Unit != 1 {
			out["detected"] += fmt.Sprintf(" in %v", c.Unit)
		}
		if c.Missing+c.Suppressed > 0 {
			out["detected"] += fmt.Sprintf(", %d missing, %d suppressed", c.Missing, c.Suppressed)
		}
		out["detected"] += "\n"
	}
	for _, h := range r.Ignored {
		out["detected"] += fmt.Sprintf("%q is ignored\n", h)
	}
	for _, e := range r.Rejected {
		out["report"] += "rejected " + e.Error() + "\n"
	}
	for _, l := range r.Totals {
		out["report"] += fmt.Sprintf("total in line %d: %s\n", l.Line, l.Text)
	}
	for _, l := range r.Notes {
		out["report"] += fmt.Sprintf("note in line %d: %s\n", l.Line, l.Text)
	}
	if r.UnitsLine > 0 {
		out["report"] += fmt.Sprintf("units in line %d\n", r.UnitsLine)
	}
	for _, u := range r.Units {
		out["report"] += fmt.Sprintf("unit %q: %d figures of %s in %v %s\n", u.Text, u.Count, u.Field, u.Unit, u.Currency)
	}
	if r.Comments+r.Doubles > 0 {
		out["report"] += fmt.Sprintf("%d comments, %d doubles\n", r.Comments, r.Doubles)
	}
	for _, w := range r.Warnings {
		out["report"] += "warning: " + w.Error() + "\n"
	}
	by := r.Options(sector.BySector(), sector.ByYear())
	if r.Has("employees") && !r.Has("fte") {
		by.Measure = sector.Employees
	}
	table, err := sector.Aggregate(companies, by)
	if err != nil {
		t.Fatal(err)
	}
	var csv bytes.Buffer
	if err := WriteTable(&csv, table); err != nil {
		t.Fatal(err)
	}
	out["table"] = csv.String()
	return out
}

func fixtures(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/fixtures/*.txt")
	if err != nil || len(paths) < 30 {
		t.Fatalf("%d fixtures, %v", len(paths), err)
	}
	return paths
}

func TestFixtures(t *testing.T) {
	for _, path := range fixtures(t) {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			f := readFixture(t, path)
			got := f.results(t)
			if os.Getenv("UPDATE") != "" {
				var text strings.Builder
				text.WriteString(f.parts[""])
				for _, name := range []string{"stored", "options", "input"} {
					if f.parts[name] != "" {
						text.WriteString("-- " + name + " --\n" + f.parts[name])
					}
				}
				for _, name := range []string{"detected", "report", "table", "error"} {
					if got[name] != "" {
						text.WriteString("-- " + name + " --\n" + got[name])
					}
				}
				if err := os.WriteFile(path, []byte(text.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, name := range []string{"detected", "report", "table", "error"} {
				if got[name] != f.parts[name] {
					t.Errorf("%s:\n%swant\n%s", name, got[name], f.parts[name])
				}
			}
		})
	}
}
