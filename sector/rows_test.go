package sector

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"smartcity/growth"
)

// addedUp are companies added up by sector, region, year and what is known of
// them, in random order.
func addedUp(rng *rand.Rand, companies []Company) []Rows {
	type key struct {
		sector, region string
		year           int
		known          [4]Status
	}
	groups := map[key]*Rows{}
	var order []key
	for _, c := range companies {
		figures := [4]Figure{c.FTE, c.Employees, c.Revenue, c.Firms}
		k := key{c.Sector, c.Region, c.Year, [4]Status{figures[0].Status(), figures[1].Status(), figures[2].Status(), figures[3].Status()}}
		r := groups[k]
		if r == nil {
			r = &Rows{Sector: c.Sector, Region: c.Region, Year: c.Year}
			groups[k], order = r, append(order, k)
		}
		r.N++
		for i, p := range []*Part{&r.FTE, &r.Employees, &r.Revenue, &r.Firms} {
			if p.Status = figures[i].Status(); p.Status == Known {
				p.Sum.Add(figures[i].Float64())
			}
		}
	}
	rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	var out []Rows
	for _, k := range order {
		out = append(out, *groups[k])
	}
	return out
}

// TestAddRows: companies added up beforehand give the table of the companies
// one by one.
func TestAddRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	figure := func(scale float64) Figure {
		switch rng.IntN(6) {
		case 0:
			return Figure{}
		case 1:
			return Hidden()
		}
		return Value(float64(rng.IntN(1000)) * scale)
	}
	for _, opt := range []Options{
		{}, {By: []Dimension{ByYear()}}, {By: []Dimension{BySector(), ByRegion(), ByYear()}, Measure: Employees}, {By: []Dimension{ByRegion()}, Firms: CountColumn, Currency: "EUR"},
		{By: []Dimension{BySector(), ByYear()}, Firms: CountColumn, Measure: Employees},
	} {
		for n := range 60 {
			var companies []Company
			for range n {
				c := Company{
					Sector: []string{"", "A", "B"}[rng.IntN(3)], Region: []string{"", "N"}[rng.IntN(2)], Year: 2016 + rng.IntN(3),
					FTE: figure(.25), Employees: figure(1), Revenue: figure(-7.5),
				}
				if opt.Firms == CountColumn {
					c.Firms = figure(1)
				}
				companies = append(companies, c)
			}
			want, err := Aggregate(companies, opt)
			if err != nil {
				t.Fatal(err)
			}
			b := NewBuilder(opt)
			if !b.TakesRows() {
				t.Fatalf("%+v: rows are not taken", opt)
			}
			for _, r := range addedUp(rng, companies) {
				if err := b.AddRows(&r); err != nil {
					t.Fatal(err)
				}
			}
			if got := b.Table(); !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v, %d companies:\n got %+v\nwant %+v", opt, n, got, want)
			}
			// Half of them one by one, in a builder of their own.
			half, rest := NewBuilder(opt), NewBuilder(opt)
			slices.SortFunc(companies, func(a, b Company) int { return cmp.Compare(a.Year, b.Year) })
			for _, c := range companies[:n/2] {
				if err := half.Add(c); err != nil {
					t.Fatal(err)
				}
			}
			for _, r := range addedUp(rng, companies[n/2:]) {
				if err := rest.AddRows(&r); err != nil {
					t.Fatal(err)
				}
			}
			if err := half.Merge(rest); err != nil {
				t.Fatal(err)
			}
			if got := half.Table(); !reflect.DeepEqual(got, want) {
				t.Fatalf("%+v, %d companies, half of them added up:\n got %+v\nwant %+v", opt, n, got, want)
			}
		}
	}
}

func TestAddRowsRefused(t *testing.T) {
	for _, opt := range []Options{
		{Firms: CountIDs}, {By: []Dimension{BySize()}}, {By: []Dimension{BySector(), By("letter", func(c Company) string { return c.Name })}},
	} {
		b := NewBuilder(opt)
		if err := b.AddRows(&Rows{Sector: "A", Year: 2018, N: 1}); b.TakesRows() || err == nil {
			t.Errorf("%+v: companies added up beforehand are taken, %v", opt, err)
		} else if _, ok := errors.AsType[*FieldError](err); ok {
			t.Errorf("%+v: %v blames a field", opt, err)
		}
		if rows := b.Table().Rows; len(rows) != 0 {
			t.Errorf("%+v: %d rows were added all the same", opt, len(rows))
		}
	}
	b := NewBuilder(Options{})
	if err := b.AddRows(&Rows{Sector: "A", Year: 2018}); err != nil || len(b.Table().Rows) != 0 {
		t.Errorf("no companies make the rows %+v, %v", b.Table().Rows, err)
	}
	var sum growth.Sum
	sum.Add(3)
	if err := b.AddRows(&Rows{Sector: "A", Year: 2018, N: 2, FTE: Part{Status: Known, Sum: sum}, Revenue: Part{Status: Suppressed}}); err != nil {
		t.Fatal(err)
	}
	row, _ := b.Table().Row("A")
	if row.Firms.Sum != Value(2) || row.Jobs != (Cell{Sum: Value(3), Known: 2}) || row.Revenue != (Cell{Suppressed: 2}) {
		t.Errorf("%+v", row)
	}
}
