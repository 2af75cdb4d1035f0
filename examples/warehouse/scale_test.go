package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"smartcity/examples/companies/stream"
	"smartcity/sector"
	"smartcity/sector/sectorsql"
)

// generated are the companies of a generated file (package stream), of which part
// are handed over: every company to one of the parts, with all its years.
func generated(r *stream.Reader, part, parts int) iter.Seq2[sector.Company, error] {
	return func(yield func(sector.Company, error) bool) {
		lines := csv.NewReader(r)
		lines.ReuseRecord = true
		if _, err := lines.Read(); err != nil { // the header
			yield(sector.Company{}, err)
			return
		}
		for {
			f, err := lines.Read()
			if err == io.EOF {
				return
			}
			var c sector.Company
			if err == nil {
				c, err = company(f)
			}
			if err != nil {
				yield(sector.Company{}, err)
				return
			}
			if int(c.ID[len(c.ID)-1])%parts == part && !yield(c, nil) {
				return
			}
		}
	}
}

// company reads a row of a generated file.
func company(f []string) (sector.Company, error) {
	figure := func(s string) (sector.Figure, error) {
		switch s {
		case "":
			return sector.Figure{}, nil
		case "..":
			return sector.Hidden(), nil
		}
		x, err := strconv.ParseFloat(s, 64)
		return sector.Value(x), err
	}
	year, err1 := strconv.Atoi(f[4])
	fte, err2 := figure(f[5])
	revenue, err3 := figure(f[6])
	return sector.Company{ID: f[0], Name: f[1], Sector: f[2], Region: f[3], Year: year, FTE: fte, Revenue: revenue}, errors.Join(err1, err2, err3)
}

// TestScale: a table of generated company-years on two shards is that which the
// generator says, and what comes back to the client hangs on the groups, not on the
// rows. It prints how long the engine takes, beside one shard that holds all of them.
// Each server has one core (.ci/engines), as if it had a machine of its own.
//
// On two cores of an AMD EPYC, ClickHouse 18.16, 2026-11-23:
//
//	      rows   two shards   one shard   bytes to the client
//	   100,000        18 ms       23 ms                16,920
//	 1,000,000        83 ms      122 ms                23,026
//	10,000,000       525 ms    1,030 ms                23,076
func TestScale(t *testing.T) {
	const settings = "?max_threads=2" // so that a server waits for the other while it computes
	two := subject{opened(t, server(t, shard1Variable)+settings), opened(t, server(t, shard2Variable)+settings)}
	for _, server := range two.servers() {
		server.execute(t, "SYSTEM STOP MERGES") // which would be measured, too
		t.Cleanup(func() {
			if _, err := server.ExecContext(context.Background(), "SYSTEM START MERGES"); err != nil {
				t.Error(err)
			}
		})
	}
	p, dsn := through(t, two.dsn)
	client := opened(t, dsn)
	opt := sector.Options{By: []sector.Dimension{sector.BySector(), sector.ByYear()}}
	var million int64 // bytes
	for _, c := range []struct {
		rows, copies int // the generator's, and how often the engine has each
	}{{100_000, 1}, {1_000_000, 1}, {1_000_000, 10}} {
		rows := c.rows * c.copies
		start := time.Now()
		table := fmt.Sprintf("generated_%d", rows)
		want := two.generate(t, table, c.rows, c.copies)
		loaded := time.Since(start)
		whole := table + "_whole"
		one := subject{database: two.second}
		one.make(t, whole, one.definition())
		one.execute(t, fmt.Sprintf("INSERT INTO %s SELECT * FROM remote('%s,%s', default, %s_here)", whole, address(t, shard1Variable), address(t, shard2Variable), table))

		ask := func(db *database, table string) time.Duration {
			t.Helper()
			least := time.Duration(math.MaxInt64)
			for range 3 {
				start := time.Now()
				got, err := sectorsql.Aggregate(t.Context(), db, query(db.dialect, table, opt))
				if err != nil {
					t.Fatal(err)
				}
				least = min(least, time.Since(start))
				generatedAre(t, got, want, int64(c.copies))
			}
			return least.Round(time.Millisecond)
		}
		before := p.returned.Load()
		onTwo := ask(client, table)
		returned := (p.returned.Load() - before) / 3
		t.Logf("%d rows, loaded in %.1f s: %v on two shards, %v on one; %d bytes to the client", rows, loaded.Seconds(), onTwo, ask(one.database, whole), returned)

		// A group is a sector and year, and which of two figures are known, missing or
		// suppressed: of a hundred thousand rows not all of them are there.
		if most := int64(len(want) * 9 * 70); returned > most {
			t.Errorf("%d bytes of %d rows; %d are enough for all groups", returned, rows, most)
		}
		if c.copies == 1 {
			million = returned
		} else if returned > million*5/4 { // ClickHouse also tells how far it is, ten times a second
			t.Errorf("%d bytes of %d rows, and %d of a tenth of them", returned, rows, million)
		}
	}
}

// generate makes a table over two shards with generated company-years, and returns what
// one copy of them adds up to. Each shard is loaded on its own, both at a time, and
// makes the other copies itself, as companies with numbers of their own.
func (s subject) generate(t *testing.T, table string, rows, copies int) []stream.Cell {
	t.Helper()
	s.make(t, table, s.definition())
	var list []string
	for _, name := range names(columns()) {
		if name == "id" {
			name = "concat(id, '-', toString(number))"
		}
		list = append(list, name)
	}
	here := table + "_here"
	more := fmt.Sprintf("INSERT INTO %s SELECT %s FROM %[1]s CROSS JOIN (SELECT number FROM system.numbers LIMIT %[3]d)", here, strings.Join(list, ", "), copies-1)
	load := func(db *database, r *stream.Reader, part int) error {
		err := db.load(t.Context(), here, generated(r, part, 2))
		if err == nil && copies > 1 {
			_, err = db.ExecContext(t.Context(), more)
		}
		return err
	}
	first, second := stream.NewReader(rows, stream.Options{}), stream.NewReader(rows, stream.Options{})
	done := make(chan error, 1)
	go func() { done <- load(s.database, first, 0) }()
	err := load(s.second, second, 1)
	if err := errors.Join(err, <-done); err != nil {
		t.Fatal(err)
	}
	return first.Totals()
}

// address is where a server listens.
func address(t *testing.T, variable string) string {
	host, _, _ := strings.Cut(strings.TrimPrefix(server(t, variable), "clickhouse://"), "/")
	return host
}

// generatedAre checks a table of so many copies against what the generator has counted,
// to the last krone.
func generatedAre(t *testing.T, table *sector.Table, want []stream.Cell, copies int64) {
	t.Helper()
	if len(table.Rows) != len(want) {
		t.Fatalf("%d rows of a table of %d", len(table.Rows), len(want))
	}
	for i, w := range want {
		r := table.Rows[i]
		is := func(c sector.Cell, sum float64, missing, suppressed int64) bool {
			return c.Sum == sector.Value(float64(copies)*sum) && int64(c.Missing) == copies*missing && int64(c.Suppressed) == copies*suppressed
		}
		if r.Key[0] != w.Sector || r.Year != w.Year || int64(r.Rows) != copies*w.Firms ||
			!is(r.Jobs, float64(w.Quarters)/4, w.FTEMissing, w.FTESuppressed) || !is(r.Revenue, float64(w.Kroner), w.RevenueMissing, w.RevenueSuppressed) {
			t.Errorf("%+v, want %d times %+v", r, copies, w)
		}
	}
}
