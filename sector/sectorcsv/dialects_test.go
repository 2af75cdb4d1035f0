package sectorcsv

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// written is a way to write companies.
type written struct {
	comma    rune
	decimal  byte
	group    string
	danish   bool // headers
	crlf     bool
	encoding encoding.Encoding // nil for UTF-8
	packing  string
	shape    string // "", "wide" or "long"
}

func (w written) String() string { return fmt.Sprintf("%+v", struct{ written }{w}) }

// number writes a figure as people do in that notation.
func (w written) number(f sector.Figure) string {
	switch f.Status() {
	case sector.Suppressed:
		return ".."
	case sector.Missing:
		return "NA"
	}
	s := locale.English.Number(f.Float64(), -1)
	s = strings.NewReplacer("−", "-", ",", w.group, ".", string(w.decimal)).Replace(s)
	return s
}

// write writes companies that have an id, a name, a sector, a region, a year,
// FTE and revenue.
func (w written) write(t testing.TB, companies []sector.Company) []byte {
	t.Helper()
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	out.Comma, out.UseCRLF = w.comma, w.crlf
	header := []string{"company_id", "name", "sector", "region"}
	year, fte, revenue, variable, value := "year", "fte", "revenue", "variable", "value"
	if w.danish {
		header = []string{"CVR-nummer", "Virksomhedsnavn", "Branche", "Landsdel"}
		year, fte, revenue, variable, value = "Regnskabsår", "Årsværk", "Omsætning", "Variabel", "Værdi"
	}
	var rows [][]string
	texts := func(c *sector.Company) []string { return []string{c.ID, c.Name, c.Sector, c.Region} }
	switch w.shape {
	case "wide":
		first, last := 2014, 2018
		for y := first; y <= last; y++ {
			header = append(header, fmt.Sprintf("%s %d", fte, y), fmt.Sprintf("%s %d", revenue, y))
		}
		at := map[string]int{}
		for i := range companies {
			c := &companies[i]
			j, ok := at[c.ID]
			if !ok {
				j = len(rows)
				at[c.ID] = j
				rows = append(rows, append(texts(c), make([]string, 2*(last-first+1))...))
			}
			rows[j][4+2*(c.Year-first)], rows[j][5+2*(c.Year-first)] = w.number(c.FTE), w.number(c.Revenue)
		}
	case "long":
		header = append(header, year, variable, value)
		for i := range companies {
			c := &companies[i]
			rows = append(rows, append(texts(c), strconv.Itoa(c.Year), fte, w.number(c.FTE)), append(texts(c), strconv.Itoa(c.Year), revenue, w.number(c.Revenue)))
		}
	default:
		header = append(header, year, fte, revenue)
		for i := range companies {
			c := &companies[i]
			rows = append(rows, append(texts(c), strconv.Itoa(c.Year), w.number(c.FTE), w.number(c.Revenue)))
		}
	}
	if err := out.WriteAll(append([][]string{header}, rows...)); err != nil {
		t.Fatal(err)
	}
	s := text.String()
	if w.encoding != nil {
		var err error
		if s, err = w.encoding.NewEncoder().String(s); err != nil {
			t.Fatal(err)
		}
	}
	if w.packing != "" {
		tt, ok := t.(*testing.T)
		if !ok {
			panic("packing is for tests")
		}
		s = pack(tt, w.packing, s)
	}
	return []byte(s)
}

// someCompanies makes companies with ids, names that need quotes, and figures
// of every kind, in the order of ids and years. No text has white space that
// would be trimmed.
func someCompanies(rng *rand.Rand, n int) []sector.Company {
	names := []string{"Fjord Data", "Å & Ø", `The "Best", A/S`, "Línea; uno", "a\nb", "Nord|Syd"}
	figure := func(scale float64) sector.Figure {
		switch rng.IntN(8) {
		case 0:
			return sector.Figure{}
		case 1:
			return sector.Hidden()
		}
		return sector.Value(float64(rng.IntN(int(scale*100))) / 100)
	}
	var out []sector.Company
	for id := 1; len(out) < n; id++ {
		c := sector.Company{ID: fmt.Sprintf("%08d", id), Name: strings.Join(strings.Fields(names[rng.IntN(len(names))]), " "), Sector: []string{"Energi", "Vand og miljø", "Sundhed"}[rng.IntN(3)], Region: []string{"Sjælland", "Fyn", ""}[rng.IntN(3)]}
		for y := 2014; y <= 2018 && len(out) < n; y++ {
			if rng.IntN(4) > 0 {
				c.Year, c.FTE, c.Revenue = y, figure(3000), figure(5e7)
				out = append(out, c)
			}
		}
	}
	return out
}

func waysToWrite() []written {
	ways := []written{
		{comma: ',', decimal: '.', group: ","},
		{comma: ',', decimal: '.', group: "", packing: "gzip"},
		{comma: ';', decimal: ',', group: ".", danish: true, crlf: true, encoding: charmap.Windows1252},
		{comma: '\t', decimal: ',', group: ".", encoding: unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{comma: '\t', decimal: '.', group: "'", encoding: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), packing: "zstd"},
		{comma: '|', decimal: ',', group: " ", danish: true},
		{comma: ';', decimal: '.', group: "\u00a0", encoding: charmap.Windows1252},
		{comma: ';', decimal: ',', group: "\u202f", crlf: true},
	}
	for _, w := range ways[:4] {
		for _, shape := range []string{"wide", "long"} {
			w.shape = shape
			ways = append(ways, w)
		}
	}
	return ways
}

// TestSameData: the same data give one and the same table, bit for bit,
// however they are written.
func TestSameData(t *testing.T) {
	companies := someCompanies(rand.New(rand.NewPCG(11, 12)), 2000)
	by := []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
	want, err := sector.Aggregate(companies, sector.Options{By: by})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range waysToWrite() {
		got, report, err := Read(t.Context(), bytes.NewReader(w.write(t, companies)), Options{Name: "f.csv"})
		if err != nil {
			t.Errorf("%v: %v", w, err)
			continue
		}
		if w.shape == "" && !reflect.DeepEqual(got, companies) {
			t.Errorf("%v: the companies differ", w)
		}
		table, err := sector.Aggregate(got, report.Options(by...))
		if err != nil {
			t.Errorf("%v: %v", w, err)
			continue
		}
		if !reflect.DeepEqual(table.Rows, want.Rows) || !reflect.DeepEqual(table.Totals, want.Totals) {
			t.Errorf("%v: the tables differ", w)
		}
	}
}

// FuzzDialects: companies of any kind, written in any dialect, are read back
// the same.
func FuzzDialects(f *testing.F) {
	for i := range waysToWrite() {
		f.Add(uint64(i), uint8(i))
	}
	f.Fuzz(func(t *testing.T, seed uint64, way uint8) {
		ways := waysToWrite()
		w := ways[int(way)%len(ways)]
		w.packing = ""
		rng := rand.New(rand.NewPCG(seed, 1))
		companies := someCompanies(rng, 60+rng.IntN(40))
		got, report, err := Read(context.Background(), bytes.NewReader(w.write(t, companies)), Options{})
		if err != nil {
			t.Fatalf("%v: %v", w, err)
		}
		by := []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}
		want, err := sector.Aggregate(companies, sector.Options{By: by})
		if err != nil {
			t.Fatal(err)
		}
		table, err := sector.Aggregate(got, report.Options(by...))
		if err != nil || !reflect.DeepEqual(table.Rows, want.Rows) {
			t.Fatalf("%v: the tables differ, %v", w, err)
		}
	})
}
