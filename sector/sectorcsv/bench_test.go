package sectorcsv

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"smartcity/examples/companies/stream"
	"smartcity/sector"
)

// rows100k is a file of 100,000 company-years of the shape of testdata.
func rows100k() string {
	var b strings.Builder
	b.WriteString("company_id,name,sector,region,year,fte,revenue,founded\n")
	for i := range 100_000 {
		fmt.Fprintf(&b, "%08d,Fjord Data %d ApS,Sector %d,Region %d,%d,%d.25,%d000,%d\n", i/5, i/5, i/5%10, i/5%5, 2014+i%5, i%97, 500+i%9001, 1980+i/5%30)
	}
	return b.String()
}

func BenchmarkLoad(b *testing.B) {
	text := rows100k()
	b.Run("sectorcsv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := Read(b.Context(), strings.NewReader(text), Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if err := plain(strings.NewReader(text), func([]string, int, float64, float64) {}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAggregate(b *testing.B) {
	by := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	for _, rows := range []int{100_000, 1_000_000} {
		var text bytes.Buffer
		if _, err := stream.NewReader(rows, stream.Options{}).WriteTo(&text); err != nil {
			b.Fatal(err)
		}
		lane := func(opt Options, processors int) func() error {
			return func() error {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
				_, _, err := Aggregate(b.Context(), bytes.NewReader(text.Bytes()), opt, by)
				return err
			}
		}
		// The ratio is to encoding/csv in the same run.
		var plainly float64
		for _, c := range []struct {
			name string
			once func() error
		}{
			{"encoding-csv", func() error { return plainSums(bytes.NewReader(text.Bytes())) }},
			{"fast", lane(Options{}, runtime.GOMAXPROCS(0))},
			{"fast-without-SHA-256", lane(Options{NoSHA256: true}, runtime.GOMAXPROCS(0))},
			{"fast-1-core", lane(Options{}, 1)},
			{"columns", func() error {
				_, _, err := ReadColumns(b.Context(), bytes.NewReader(text.Bytes()), Options{Size: int64(text.Len())})
				return err
			}},
			{"companies", func() error {
				_, _, err := Read(b.Context(), bytes.NewReader(text.Bytes()), Options{Size: int64(text.Len())})
				return err
			}},
			{"reading", lane(Options{reading: true}, runtime.GOMAXPROCS(0))},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, rows), func(b *testing.B) {
				b.SetBytes(int64(text.Len()))
				for b.Loop() {
					if err := c.once(); err != nil {
						b.Fatal(err)
					}
				}
				each := b.Elapsed().Seconds() / float64(b.N)
				if c.name == "encoding-csv" {
					plainly = each
				}
				b.ReportMetric(each*1e9/float64(rows), "ns/row")
				if plainly > 0 {
					b.ReportMetric(plainly/each, "×encoding/csv")
				}
			})
		}
	}
}

// BenchmarkNamesAlike shows that the time of a row does not depend on how many
// sectors there are and how their names begin, but for the rows of the table.
func BenchmarkNamesAlike(b *testing.B) {
	const rows = 200_000
	for _, names := range []int{10, 1000, 10_000} {
		var text strings.Builder
		text.WriteString("id;name;sector;year;fte\n")
		for i := range rows {
			fmt.Fprintf(&text, "%08d;Fjord Data %d ApS;Industry %d;%d;%d\n", i, i, i%names, 2014+i%5, i%97)
		}
		b.Run(fmt.Sprint(names), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := Aggregate(b.Context(), strings.NewReader(text.String()), Options{}, sector.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/rows, "ns/row")
		})
	}
}

// plainSums adds up as one does without this package.
func plainSums(in io.Reader) error {
	type key struct {
		sector string
		year   int
	}
	type sums struct {
		firms        int
		fte, revenue float64
	}
	table := map[key]*sums{}
	return plain(in, func(record []string, year int, fte, revenue float64) {
		k := key{record[2], year}
		s := table[k]
		if s == nil {
			s = &sums{}
			table[key{strings.Clone(record[2]), year}] = s
		}
		s.firms++
		s.fte += fte
		s.revenue += revenue
	})
}

// plain is what one writes without this package: encoding/csv with
// ReuseRecord, and no check but those of strconv.
func plain(in io.Reader, row func(record []string, year int, fte, revenue float64)) error {
	r := csv.NewReader(in)
	r.ReuseRecord = true
	if _, err := r.Read(); err != nil {
		return err
	}
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		year, err := strconv.Atoi(record[4])
		if err != nil {
			return err
		}
		fte, err := parseFloat(record[5])
		if err != nil {
			return err
		}
		revenue, err := parseFloat(record[6])
		if err != nil {
			return err
		}
		row(record, year, fte, revenue)
	}
}

// parseFloat takes blanks and ".." for zero, and leaves the counting of them
// to others.
func parseFloat(s string) (float64, error) {
	if s == "" || s == ".." {
		return 0, nil
	}
	return strconv.ParseFloat(s, 64)
}
