package sectorcsv

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"smartcity/examples/companies/stream"
	"smartcity/sector"
)

// TestLargeFile compares the totals of a generated file with what its
// generator counted, and says what reading took. With LARGE it does so for
// files of up to ten million rows, which takes two minutes and a few GB:
//
//	LARGE=1 go test ./sector/sectorcsv -run TestLargeFile -v
func TestLargeFile(t *testing.T) {
	by := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	if path := os.Getenv("LARGE_READ"); path != "" { // in a process of its own
		if _, _, err := AggregateFile(t.Context(), path, Options{}, by); err != nil {
			t.Fatal(err)
		}
		fmt.Println("peak", peakMemory())
		return
	}
	sizes, rounds := []int{100_000}, 1
	if os.Getenv("LARGE") != "" {
		sizes, rounds = append(sizes, 1_000_000, 10_000_000), 5
	}
	path := filepath.Join(t.TempDir(), "large.csv")
	for _, rows := range sizes {
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		r := stream.NewReader(rows, stream.Options{})
		if _, err := r.WriteTo(f); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		best := map[string]time.Duration{}
		timed := func(name string, do func() error) {
			for range rounds {
				runtime.GC()
				start := time.Now()
				if err := do(); err != nil {
					t.Fatal(err)
				}
				if d := time.Since(start); best[name] == 0 || d < best[name] {
					best[name] = d
				}
			}
		}
		var table *sector.Table
		fast := func() (err error) {
			table, _, err = AggregateFile(t.Context(), path, Options{}, by)
			return err
		}
		timed("encoding/csv", func() error {
			f, err := os.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			return plainSums(f)
		})
		timed("aggregate", fast)
		cores := runtime.GOMAXPROCS(1)
		timed("aggregate on one core", fast)
		runtime.GOMAXPROCS(cores)
		timed("aggregate without SHA-256", func() error {
			_, _, err := AggregateFile(t.Context(), path, Options{NoSHA256: true}, by)
			return err
		})
		var columns *sector.Companies
		timed("columns", func() (err error) {
			columns = nil
			columns, _, err = ReadColumnsFile(t.Context(), path, Options{})
			return err
		})
		if columns.Len() != rows {
			t.Errorf("%d rows, want %d", columns.Len(), rows)
		}
		var companies []sector.Company
		timed("companies", func() (err error) {
			companies = nil
			companies, _, err = ReadFile(t.Context(), path, Options{})
			return err
		})
		if len(companies) != rows {
			t.Errorf("%d companies, want %d", len(companies), rows)
		}
		columns, companies = nil, nil
		t.Logf("%d rows, %d cores", rows, cores)
		for _, name := range []string{"encoding/csv", "aggregate", "aggregate on one core", "aggregate without SHA-256", "columns", "companies"} {
			t.Logf("  %-25s %6.0f ms, %5.1f ns a row, ×%.2f encoding/csv, ×%.2f aggregate", name, best[name].Seconds()*1e3, float64(best[name].Nanoseconds())/float64(rows),
				best["encoding/csv"].Seconds()/best[name].Seconds(), best[name].Seconds()/best["aggregate"].Seconds())
		}
		if os.Getenv("LARGE") != "" {
			child := exec.Command(os.Args[0], "-test.run=^TestLargeFile$")
			child.Env = append(os.Environ(), "LARGE_READ="+path)
			out, err := child.Output()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			peak, _, _ := strings.Cut(string(out), "\n")
			t.Logf("  aggregate alone, as a process: %s", peak)
		}
		for _, c := range r.Totals() {
			if row, _ := table.Row(c.Sector, strconv.Itoa(c.Year)); row.Jobs.Sum.Float64() != float64(c.Quarters)/4 || row.Revenue.Sum.Float64() != float64(c.Kroner) || row.Rows != int(c.Firms) || row.Jobs.Suppressed != int(c.FTESuppressed) || row.Revenue.Missing != int(c.RevenueMissing) {
				t.Errorf("%+v, want %+v", row, c)
			}
		}
	}
}

// peakMemory is what the operating system had lent to the process at its
// highest, where it says so.
func peakMemory() string {
	status, _ := os.ReadFile("/proc/self/status") // Linux only
	for line := range strings.Lines(string(status)) {
		if peak, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(peak)
		}
	}
	return "not known"
}
