package stream_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"smartcity/examples/companies/stream"
)

// text returns a whole file and its totals.
func text(t testing.TB, rows int, o stream.Options) (string, []stream.Cell) {
	t.Helper()
	var b strings.Builder
	r := stream.NewReader(rows, o)
	n, err := io.Copy(&b, r)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("%d bytes of %d, error %v", n, b.Len(), err)
	}
	return b.String(), r.Totals()
}

// The bytes of a file are a promise: measurements are compared over the years.
func TestSameSeedSameBytes(t *testing.T) {
	one, _ := text(t, 50_000, stream.Options{Seed: 2018})
	const want = "eca8058cc38249f85cd0ff30934ec080db0a6749979f9cc97f772c5cf0e406d3"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(one))); got != want {
		t.Errorf("SHA-256 of 50,000 rows of seed 2018: %s, want %s", got, want)
	}
	if two, _ := text(t, 50_000, stream.Options{Seed: 2019}); one == two {
		t.Error("seeds 2018 and 2019 give the same file")
	}
	// A shorter file is the beginning of a longer one.
	for _, rows := range []int{0, 1, 7, 1000} {
		short, _ := text(t, rows, stream.Options{Seed: 2018})
		if !strings.HasPrefix(one, short) {
			t.Errorf("the file of %d rows is not the beginning of the one of 50,000", rows)
		}
	}
}

func TestRows(t *testing.T) {
	for _, rows := range []int{0, 1, 2, 7, 889, 890, 12_345} {
		all, totals := text(t, rows, stream.Options{})
		if lines := strings.Count(all, "\n"); lines != rows+1 || !strings.HasSuffix(all, "\n") {
			t.Errorf("%d lines for %d rows", lines, rows)
		}
		firms := int64(0)
		for _, c := range totals {
			firms += c.Firms
		}
		if firms != int64(rows) {
			t.Errorf("%d company-years in the totals of %d rows", firms, rows)
		}
		if len(all) < 100_000 { // TestReader reads it over and over in small pieces
			if err := iotest.TestReader(stream.NewReader(rows, stream.Options{}), []byte(all)); err != nil {
				t.Errorf("%d rows: %v", rows, err)
			}
		}
	}
}

// Read in pieces of any size, or the first piece so and the rest at once, the
// file and its totals are the same.
func TestReadInPieces(t *testing.T) {
	want, totals := text(t, 5000, stream.Options{Danish: true})
	for _, size := range []int{7, 4096, 100_000} {
		r := stream.NewReader(5000, stream.Options{Danish: true})
		var got bytes.Buffer
		if _, err := io.CopyN(&got, r, int64(size)); err != nil {
			t.Fatal(err)
		}
		if _, err := r.WriteTo(&got); err != nil {
			t.Fatal(err)
		}
		if got.String() != want || !slices.Equal(r.Totals(), totals) {
			t.Errorf("%d bytes, and the rest at once: another file", size)
		}
		r = stream.NewReader(5000, stream.Options{Danish: true})
		got.Reset()
		// The struct hides WriteTo.
		if _, err := io.CopyBuffer(struct{ io.Writer }{&got}, struct{ io.Reader }{r}, make([]byte, size)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want || !slices.Equal(r.Totals(), totals) {
			t.Errorf("in pieces of %d bytes: another file", size)
		}
	}
}

// short writes less than it is given, and says nothing.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestWriteToSaysWhatFails(t *testing.T) {
	full := errors.New("no space left")
	pipe, out := io.Pipe()
	pipe.CloseWithError(full)
	if n, err := stream.NewReader(10, stream.Options{}).WriteTo(out); n != 0 || !errors.Is(err, full) {
		t.Errorf("%d bytes, error %v, want 0 and %v", n, err, full)
	}
	if n, err := stream.NewReader(0, stream.Options{}).WriteTo(short{}); n != 23 || !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("%d bytes, error %v, want 23 and %v", n, err, io.ErrShortWrite)
	}
}

func TestMemoryDoesNotGrow(t *testing.T) {
	cost := func(rows int) float64 {
		return testing.AllocsPerRun(3, func() {
			if _, err := io.Copy(io.Discard, stream.NewReader(rows, stream.Options{})); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := cost(2000), cost(50_000); many > few+10 {
		t.Errorf("%g allocations for 2,000 rows, %g for 50,000", few, many)
	}
}

// What is said of a file, found by a reader that knows nothing of the model.
func TestWhatIsInAFile(t *testing.T) {
	const n = 50_000
	all, totals := text(t, n, stream.Options{Seed: 1})
	if perRow := float64(len(all)) / n; perRow < 70 || perRow > 76 {
		t.Errorf("%.2f bytes a row, want about 73", perRow)
	}
	quoted := 0
	for line := range strings.Lines(all) {
		if strings.Contains(line, `"`) {
			quoted++
		}
	}
	share := func(what string, count int, want float64) {
		t.Helper()
		// Five standard errors; a name stands in some three rows.
		if got := float64(count) / n; math.Abs(got-want) > 5*math.Sqrt(3*want*(1-want)/n) {
			t.Errorf("%s: %.4f of the rows, want about %g", what, got, want)
		}
	}
	share("quoted names", quoted, 0.02)

	rows, err := csv.NewReader(strings.NewReader(all)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "id,name,sector,region,year,fte,revenue,founded" {
		t.Errorf("header %s", got)
	}
	type key struct {
		sector string
		year   int
	}
	counts := map[key]stream.Cell{}
	seen, names, regions := map[string]bool{}, map[string]bool{}, map[string]bool{}
	comma, mark, accent, zero, missing, suppressed := 0, 0, 0, 0, [2]int{}, [2]int{}
	sizes := []float64{}
	last := make([]string, 8)
	for _, row := range rows[1:] {
		year, founded := integer(t, row[4]), integer(t, row[7])
		if row[0] == last[0] {
			if !slices.Equal(row[1:4], last[1:4]) || row[7] != last[7] || year != integer(t, last[4])+1 {
				t.Fatalf("%q after %q", row, last)
			}
		} else {
			if seen[row[0]] || row[0] < last[0] || founded > year || year-founded > 40 {
				t.Fatalf("%q after %q", row, last)
			}
			seen[row[0]], names[row[1]] = true, true
		}
		last = row
		regions[row[3]] = true
		comma += strings.Count(row[1], ",")
		mark += strings.Count(row[1], `"`) / 2
		if strings.ContainsAny(row[1], "æøåÆØÅ") {
			accent++
		}

		k := key{row[2], year}
		c := counts[k]
		c.Sector, c.Year = row[2], year
		c.Firms++
		for i, text := range row[5:7] {
			switch text {
			case "":
				missing[i]++
			case "..":
				suppressed[i]++
			}
		}
		switch row[5] {
		case "":
			c.FTEMissing++
		case "..":
			c.FTESuppressed++
		default:
			fte, err := strconv.ParseFloat(row[5], 64)
			if err != nil || fte < 0 || 4*fte != math.Trunc(4*fte) {
				t.Fatalf("FTE %q", row[5])
			}
			if fte == 0 {
				zero++
			}
			sizes = append(sizes, fte)
			c.Quarters += int64(4 * fte)
		}
		switch row[6] {
		case "":
			c.RevenueMissing++
		case "..":
			c.RevenueSuppressed++
		default:
			kroner := integer(t, row[6])
			if kroner <= 0 {
				t.Fatalf("revenue %q", row[6])
			}
			c.Kroner += int64(kroner)
		}
		counts[k] = c
	}
	if len(rows) != n+1 || len(counts) != 50 || len(regions) != 5 {
		t.Errorf("%d rows, %d sectors and years, %d regions", len(rows)-1, len(counts), len(regions))
	}
	for i, c := range totals {
		if c != counts[key{c.Sector, c.Year}] {
			t.Errorf("total %+v, found %+v", c, counts[key{c.Sector, c.Year}])
		}
		if i > 0 && (c.Sector < totals[i-1].Sector || c.Sector == totals[i-1].Sector && c.Year <= totals[i-1].Year) {
			t.Errorf("%s in %d comes after %s in %d", c.Sector, c.Year, totals[i-1].Sector, totals[i-1].Year)
		}
	}
	if len(totals) != len(counts) {
		t.Errorf("%d totals, %d found", len(totals), len(counts))
	}
	share("names with a comma", comma, 0.015)
	share("names with quotation marks", mark, 0.005)
	for i, what := range []string{"FTE", "revenue"} {
		share(what+" missing", missing[i], 0.01)
		share(what+" suppressed", suppressed[i], 0.005)
	}
	if accent < n/4 || zero == 0 || len(names) < len(seen)*9/10 {
		t.Errorf("%d rows with æ, ø or å, %d zeros, %d names of %d companies", accent, zero, len(names), len(seen))
	}
	if slices.Sort(sizes); sizes[len(sizes)/2] < 2 || sizes[len(sizes)/2] > 5 {
		t.Errorf("median size %g FTE", sizes[len(sizes)/2])
	}
}

func integer(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func BenchmarkReader(b *testing.B) {
	const rows = 100_000
	all, _ := text(b, rows, stream.Options{})
	b.SetBytes(int64(len(all)))
	for b.Loop() {
		if _, err := io.Copy(io.Discard, stream.NewReader(rows, stream.Options{})); err != nil {
			b.Fatal(err)
		}
	}
}
