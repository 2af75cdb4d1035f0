package sectorcsv

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"smartcity/sector"
)

var byAll = sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByRegion(), sector.ByYear()}}

// outcome is all that a lane gives.
type outcome struct {
	table     *sector.Table
	companies []sector.Company
	report    *Report
	err       error
}

func (o outcome) String() string {
	var b strings.Builder
	if o.table != nil {
		for _, r := range append(o.table.Rows, o.table.Totals...) {
			fmt.Fprintf(&b, "row %+v\n", r)
		}
		fmt.Fprintf(&b, "table %s %s %v\n", o.table.Measure, o.table.Currency, o.table.Warnings)
	}
	if o.report != nil {
		fmt.Fprintf(&b, "report %+v\n", *o.report)
		for _, w := range o.report.Warnings {
			fmt.Fprintf(&b, "warning %v\n", w)
		}
		for _, e := range o.report.Rejected {
			fmt.Fprintf(&b, "rejected %v\n", e)
		}
	}
	for i, c := range o.companies {
		fmt.Fprintf(&b, "company %d %+v\n", i, c)
	}
	fmt.Fprintf(&b, "error %v", o.err)
	return b.String()
}

func aggregate(t testing.TB, r io.Reader, opt Options) outcome {
	table, report, err := Aggregate(t.Context(), r, opt, byAll)
	return outcome{table: table, report: report, err: err}
}

// slowly is Read, row by row, and sector.Aggregate.
func slowly(t testing.TB, r io.Reader, opt Options) outcome {
	opt.reading = true
	companies, report, err := Read(t.Context(), r, opt)
	if err != nil {
		return outcome{report: report, err: err}
	}
	by := report.Options(byAll.By...)
	table, err := sector.Aggregate(companies, by)
	return outcome{table: table, report: report, err: err}
}

func companies(t testing.TB, r io.Reader, opt Options) outcome {
	companies, report, err := Read(t.Context(), r, opt)
	return outcome{companies: companies, report: report, err: err}
}

func columns(t testing.TB, r io.Reader, opt Options) outcome {
	c, report, err := ReadColumns(t.Context(), r, opt)
	o := outcome{report: report, err: err}
	if c != nil {
		for i := range c.Len() {
			o.companies = append(o.companies, c.Company(i))
		}
	}
	return o
}

// same compares two outcomes but for the lane and the kind of check that was
// made for doubles.
func same(t testing.TB, what, text string, got, want outcome) {
	t.Helper()
	plain := func(o outcome) outcome {
		if o.report != nil {
			r := *o.report
			r.Lane, r.LeftAt, r.Checked = 0, 0, 0
			o.report = &r
		}
		return o
	}
	got, want = plain(got), plain(want)
	if !reflect.DeepEqual(got.table, want.table) || !slices.Equal(got.companies, want.companies) || !reflect.DeepEqual(got.report, want.report) || !sameError(got.err, want.err) {
		if len(text) > 2000 {
			text = text[:2000] + "…"
		}
		a, b := strings.Split(got.String(), "\n"), strings.Split(want.String(), "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("%s: %q\n got %v\nwant %v", what, text, a[i], b[i])
			}
		}
		t.Fatalf("%s: %q: the reports differ, %d and %d lines", what, text, len(a), len(b))
	}
}

func sameError(a, b error) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.Error() != b.Error() {
		return false
	}
	e, ok := errors.AsType[*Error](a)
	f, ok2 := errors.AsType[*Error](b)
	return ok == ok2 && (!ok || e.Line == f.Line && e.Column == f.Column && e.Value == f.Value && e.Reason == f.Reason)
}

// lanesAgree checks that a text gives the same in both lanes, wherever it is
// cut.
func lanesAgree(t testing.TB, text string, opt Options) {
	t.Helper()
	chunks := []int{1, 7, 32, 0}
	if len(text) > 100_000 { // a chunk a row would take long
		chunks = []int{90_000, 0}
	}
	opt.CheckAllDoubles = true
	same(t, "in a stream", text, aggregate(t, strings.NewReader(text), opt), slowly(t, strings.NewReader(text), opt))
	opt.CheckAllDoubles = false
	for _, lenient := range []bool{opt.Lenient, true} {
		opt.Lenient = lenient
		opt.reading = true
		want := aggregate(t, strings.NewReader(text), opt)
		opt.reading = false
		for _, opt.chunk = range chunks {
			got := aggregate(t, strings.NewReader(text), opt)
			same(t, fmt.Sprintf("chunks of %d", opt.chunk), text, got, want)
		}
		loadsAgree(t, text, opt, chunks...)
	}
}

// loadsAgree checks that companies, and columns of them, are the same in both
// lanes.
func loadsAgree(t testing.TB, text string, opt Options, chunks ...int) {
	t.Helper()
	opt.reading = true
	want := companies(t, strings.NewReader(text), opt)
	same(t, "columns of the reading lane", text, columns(t, strings.NewReader(text), opt), want)
	opt.reading = false
	for _, opt.chunk = range chunks {
		same(t, fmt.Sprintf("companies, chunks of %d", opt.chunk), text, companies(t, strings.NewReader(text), opt), want)
		opt.CheckAllDoubles = true
		same(t, fmt.Sprintf("columns, chunks of %d", opt.chunk), text, columns(t, strings.NewReader(text), opt), want)
		opt.CheckAllDoubles = false
	}
}

// messy makes a file of which most is in order.
func messy(rng *rand.Rand, rows int) string {
	var b strings.Builder
	headers := []string{
		"id,name,sector,region,year,fte,revenue,founded\n", "name,id,year,sector,region,founded,revenue,employees\n",
		"id,name,sector,region,year,fte,Revenue (1000),share\n", "id,note,sector,region,year,firms,revenue,industry_code\n",
		"id,currency,sector,region,year,fte,employees,firms\n",
	}
	header := headers[rng.IntN(len(headers))]
	b.WriteString(header)
	end := []string{"\n", "\r\n"}[rng.IntN(2)]
	pick := func(texts ...string) string { return texts[rng.IntN(len(texts))] }
	dirt := rng.IntN(4)
	id := 0
	for range rows {
		if rng.IntN(3) > 0 {
			id++
		}
		var cells []string
		for h := range strings.SplitSeq(strings.TrimSpace(header), ",") {
			cell := ""
			dirty := dirt > 0 && rng.IntN(40) == 0
			rotten := dirt == 3 && rng.IntN(200) == 0
			switch h {
			case "id":
				cell = fmt.Sprintf("%08d", id)
				if dirty {
					cell = pick("", "1.0", " 7", "DK 12", "ø1", "007", "0")
				}
			case "name", "note":
				cell = pick("Fjord Data ApS", "Bøge & Co", "\"Lund, Dal\"", "\"A \"\"B\"\" C\"", "Å", "Tot", "All right", "Ås", "\"two\nlines\"", "\"two\r\nlines\"", "Ham. Sum")
				if dirty {
					cell = pick("", "Total", " x", "a  b", "I  alt", "\u00a0", "e\u0301", "\ufffd")
				}
			case "sector", "region":
				cell = pick("Energy", "Water", "Sjælland", "Nord", "\"a, b\"", "")
				if dirty {
					cell = pick("I alt", " Energy ", "total", "Wa\u0301ter", "\"Energy\"")
				}
			case "year":
				cell = pick("2014", "2015", "2016")
				if dirty {
					cell = pick(" 2014", "2018/19", "2014.0")
				}
			case "currency":
				if dirty {
					cell = pick("EUR", "kr.", "EUR", "EUR ")
				}
			case "industry_code":
				cell = pick("620100", "0101", "", "A")
				if dirty {
					cell = pick("620100.0", " ", "\u00a0")
				}
			case "founded":
				cell = pick("1999", "2001", "")
				if dirty {
					cell = pick("..", " 1999", "NA")
				}
			case "firms":
				cell = pick("1", "2", "12", "")
			case "share":
				cell = pick("1", "0.5", "50%", "")
			default:
				cell = pick("1", "7.25", "0.1", "123456789", "12345678.5", "0", "", "..", "3.333333333333333333", "1.234", "999999999999", ".5", "4.35")
				if dirty {
					cell = pick("NA", "x", "\"1,234.5\"", " 7 ", "1000000", "0.0010000000000000000000", "5 mio.", "1234567890123")
				}
			}
			if rotten {
				cell = pick("x\"y", "20188", "-1", "1e5", "a,b", "XXQ", "\x01", "\xff", "-", "EUR 5", "DKK 5", "\"x\"y")
			}
			cells = append(cells, cell)
		}
		b.WriteString(strings.Join(cells, ","))
		b.WriteString(end)
		if dirt > 1 && rng.IntN(60) == 0 {
			b.WriteString(pick("\n", "\r\n", ",,,,,,,"+end, ",,"+end))
		}
	}
	text := b.String()
	if rng.IntN(3) == 0 {
		text = strings.TrimRight(text, "\r\n")
	}
	return text
}

func TestLanesAgree(t *testing.T) {
	fast, left, seeds := 0, 0, thin(200)
	for seed := range uint64(seeds) {
		rng := rand.New(rand.NewPCG(seed, 1))
		text := messy(rng, 1+rng.IntN(120))
		opt := Options{Name: "f.csv", Lenient: seed%2 == 0}
		opt.reading = true
		want := aggregate(t, strings.NewReader(text), opt)
		opt.reading = false
		for _, opt.chunk = range []int{16, 100, 1000, 0} {
			got := aggregate(t, strings.NewReader(text), opt)
			same(t, fmt.Sprintf("seed %d, chunks of %d", seed, opt.chunk), text, got, want)
			if got.report.Lane == FastLane {
				fast++
			}
			if got.report.LeftAt > 0 {
				left++
			}
		}
		if seed%3 == 0 {
			loadsAgree(t, text, opt, 16, 1000)
		}
	}
	if fast < seeds*5/2 || left < seeds/8 {
		t.Errorf("the fast lane was taken %d times and left %d times: this test tests little", fast, left)
	}
}

func FuzzLanes(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(messy(rand.New(rand.NewPCG(seed, 2)), 8), seed%2 == 0, uint8(seed*13))
	}
	f.Add("sector,year,fte\nA,2018,1\n\n,,\nB,2018,..", true, uint8(1))
	f.Add("sector;region;year;fte\r\n\"A;\r\nb\";;2018;1,5\r\n", false, uint8(3))
	f.Add("sector,id,year\nA,1,2018\nA,\"\",2016", false, uint8(2))                                            // ends in an id
	f.Add("id,currency,sector,year\n1,EUR,A,2016\n2,,A,2015\n2,EUR 5,A,2015\n2,DKK,A,2015\n", true, uint8(16)) // wrong in two ways
	f.Fuzz(func(t *testing.T, text string, lenient bool, chunk uint8) {
		opt := Options{Name: "f", Lenient: lenient, chunk: int(chunk)}
		opt.reading = true
		want := aggregate(t, strings.NewReader(text), opt)
		opt.reading = false
		same(t, fmt.Sprint("chunks of ", chunk), text, aggregate(t, strings.NewReader(text), opt), want)
		loadsAgree(t, text, opt, int(chunk))
	})
}

func TestLanesAnyGOMAXPROCS(t *testing.T) {
	text := messy(rand.New(rand.NewPCG(5, 5)), 3000)
	opt := Options{Name: "f.csv", Lenient: true, chunk: 4000, reading: true}
	want := aggregate(t, strings.NewReader(text), opt)
	opt.reading = false
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		same(t, fmt.Sprint(n, " processors"), text, aggregate(t, strings.NewReader(text), opt), want)
	}
	same(t, "byte by byte", text, aggregate(t, iotest.OneByteReader(strings.NewReader(text)), opt), want)
	same(t, "data with the end", text, aggregate(t, iotest.DataErrReader(strings.NewReader(text)), opt), want)
}

func TestLaneInterrupted(t *testing.T) {
	text := "sector,year,fte\n" + strings.Repeat("A,2018,1\n", 20000) + "B,20"
	broken := errors.New("the cable was pulled")
	for _, reading := range []bool{true, false} {
		r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		got := aggregate(t, r, Options{Name: "f.csv", chunk: 10000, reading: reading})
		if !errors.Is(got.err, broken) || got.table != nil || !strings.Contains(got.err.Error(), "after line 20001") || got.report.Rows != 20000 {
			t.Errorf("reading %v: %v", reading, got)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	opt := Options{chunk: 1000, Size: int64(len(text)), Progress: func(done, size int64) {
		if n++; n == 3 {
			cancel()
		}
		if done > size {
			t.Errorf("%d of %d bytes", done, size)
		}
	}}
	table, report, err := Aggregate(ctx, strings.NewReader(text), opt, byAll)
	if !errors.Is(err, context.Canceled) || table != nil || report.Rows > 1000 {
		t.Errorf("cancelled in the third chunk: %v, %d rows", err, report.Rows)
	}
}
