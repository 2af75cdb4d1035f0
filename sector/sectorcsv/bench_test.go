package sectorcsv

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

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
			if err := plain(text, func([]string, int, float64, float64) {}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkAggregate(b *testing.B) {
	text := rows100k()
	opt := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	b.Run("sectorcsv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			companies, _, err := Read(b.Context(), strings.NewReader(text), Options{})
			if err != nil {
				b.Fatal(err)
			}
			if _, err := sector.Aggregate(companies, opt); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-csv", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			type key struct {
				sector string
				year   int
			}
			type sums struct {
				firms        int
				fte, revenue float64
			}
			table := map[key]*sums{}
			err := plain(text, func(record []string, year int, fte, revenue float64) {
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
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// plain is what one writes without this package: encoding/csv with
// ReuseRecord, and no check but those of strconv.
func plain(text string, row func(record []string, year int, fte, revenue float64)) error {
	r := csv.NewReader(strings.NewReader(text))
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
		fte, err := strconv.ParseFloat(record[5], 64)
		if err != nil {
			return err
		}
		revenue, err := strconv.ParseFloat(record[6], 64)
		if err != nil {
			return err
		}
		row(record, year, fte, revenue)
	}
}
