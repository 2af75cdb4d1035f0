package sector

import (
	"math"
	"math/big"
	"math/rand/v2"
	"reflect"
	"testing"
)

// coded gives random companies codes, shares and IDs of their own.
func coded(rng *rand.Rand, n int) []Company {
	out := random(rng, n)
	for i := range out {
		out[i].ID = string(rune('A'+i/26%26)) + string(rune('a'+i%26))
		out[i].IndustryCode = someCode(rng)
		switch rng.IntN(12) {
		case 0:
			out[i].IndustryCode = ""
		case 1:
			out[i].IndustryCode = "620100.0"
		case 2:
			out[i].IndustryCode = "999999"
		}
		switch rng.IntN(6) {
		case 0:
			out[i].Share = Value(float64(rng.IntN(101)) / 100)
		case 1:
			out[i].Share = Value(1)
		case 2:
			if rng.IntN(3) == 0 {
				out[i].Share = Hidden()
			}
		}
	}
	return out
}

func figures(c *Company) [4]Figure { return [4]Figure{c.FTE, c.Employees, c.Revenue, c.Firms} }

// TestSplitAddsUp: parts and rest are the company times its share, in rational
// arithmetic, and what is not known of it is not known of them.
func TestSplitAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	seen := map[Gap]int{}
	for range 100 {
		c := concordance(t, someLinks(rng)...)
		for _, company := range coded(rng, 60) {
			d, err := c.Split(company, CountRows)
			if err != nil {
				t.Fatal(err)
			}
			seen[d.Gap]++
			pieces := d.Parts
			if d.Gap != NoGap {
				pieces = append(pieces, d.Rest)
			}
			whole := company
			whole.Firms = Value(1)
			for i, f := range figures(&whole) {
				want := new(big.Rat)
				if f.Known() {
					want.SetFloat64(f.Float64())
					if company.Share.Known() {
						want.Mul(want, new(big.Rat).SetFloat64(company.Share.Float64()))
					}
				}
				status := f.Status()
				if f.Known() && company.Share.Status() == Suppressed {
					status = Suppressed
				}
				sum, abs := new(big.Rat), 0.
				for _, p := range pieces {
					g := figures(&p)[i]
					if g.Status() != status {
						t.Fatalf("figure %d of %+v is %v in %+v", i, company, g, p)
					}
					if g.Known() {
						sum.Add(sum, new(big.Rat).SetFloat64(g.Float64()))
						abs += math.Abs(g.Float64())
					}
				}
				if off, _ := sum.Sub(sum, want).Float64(); status == Known && math.Abs(off) > 1e-12*abs {
					t.Fatalf("figure %d of %+v: parts off by %v: %+v", i, company, off, d)
				}
			}
		}
	}
	for gap := NoGap; gap <= RestOfWeights; gap++ {
		if seen[gap] < 10 {
			t.Errorf("%q came up %d times", gap, seen[gap])
		}
	}
}

// TestSplitInvariant: links in another order change nothing, and figures in
// another unit change the unit of the parts.
func TestSplitInvariant(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	for range 100 {
		links := someLinks(rng)
		c := concordance(t, links...)
		rng.Shuffle(len(links), func(i, j int) { links[i], links[j] = links[j], links[i] })
		shuffled := concordance(t, links...)
		for _, company := range coded(rng, 30) {
			d, err := c.Split(company, CountRows)
			if err != nil {
				t.Fatal(err)
			}
			if e, _ := shuffled.Split(company, CountRows); !reflect.DeepEqual(d, e) {
				t.Fatalf("links in another order:\n%+v\n%+v", d, e)
			}
			scaled := company
			if company.Revenue.Known() {
				scaled.Revenue = Value(company.Revenue.Float64() / 1024)
			}
			e, _ := c.Split(scaled, CountRows)
			for i, p := range e.Parts {
				if p.Revenue.Known() {
					p.Revenue = Value(p.Revenue.Float64() * 1024)
				}
				if p != d.Parts[i] {
					t.Fatalf("scaled:\n%+v\n%+v", p, d.Parts[i])
				}
			}
		}
	}
}

func TestSplitShares(t *testing.T) {
	c := concordance(t, Link{Code: "01", Domain: "Food", Weight: Value(.75)}, Link{Code: "01", Domain: "Water", Weight: Value(0)}, Link{Code: "01.2", Domain: "Energy"}, Link{Code: "A", Domain: "Land"})
	company := Company{ID: "0012", Sector: "Farm", IndustryCode: "010110", Year: 2018, FTE: Value(16), Employees: Hidden(), Share: Value(.5)}
	part := Company{ID: "0012", Sector: "Food", IndustryCode: "010110", Year: 2018, FTE: Value(6), Employees: Hidden(), Firms: Value(.375), Share: Value(1)}
	rest := part
	rest.Sector, rest.FTE, rest.Firms = "", Value(2), Value(.125)
	check := func(want Division) {
		t.Helper()
		if got, err := c.Split(company, CountRows); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%v\n%+v, want\n%+v", err, got, want)
		}
	}
	check(Division{"01", []Company{part}, RestOfWeights, rest})
	company.Share = Hidden()
	part.FTE, part.Firms, part.Share = Hidden(), Hidden(), Hidden()
	rest = part
	rest.Sector = ""
	check(Division{"01", []Company{part}, RestOfWeights, rest})
	company.Share = Value(0)
	check(Division{})
	company.Share = Figure{}
	company.IndustryCode = "A"
	whole := company
	whole.Sector, whole.Firms, whole.Share = "Land", Value(1), Value(1)
	check(Division{Code: "A", Parts: []Company{whole}})
	company.IndustryCode, whole.IndustryCode, whole.Sector = "01.20", "01.20", "Energy"
	check(Division{Code: "012", Parts: []Company{whole}})
	company.IndustryCode, whole.IndustryCode, whole.Sector = "999999", "999999", ""
	check(Division{Gap: NotInLinks, Rest: whole})
}

// TestWeightZero: a class taken out of its division is in no domain, and no
// firm of a domain.
func TestWeightZero(t *testing.T) {
	c := concordance(t, Link{Code: "62", Domain: "Data"}, Link{Code: "62.09", Domain: "Data", Weight: Value(0)})
	d, err := c.Split(Company{Year: 2018, IndustryCode: "62.09", FTE: Value(5)}, CountRows)
	if err != nil || len(d.Parts) != 0 || d.Code != "6209" || d.Gap != RestOfWeights || d.Rest.FTE != Value(5) {
		t.Errorf("%+v, %v", d, err)
	}
}

// TestThirds: weights that rounding keeps from 1 leave no rest.
func TestThirds(t *testing.T) {
	for _, third := range []float64{1. / 3, .333333333333, .3333} {
		var links []Link
		for _, domain := range []string{"Data", "Energy", "Water"} {
			links = append(links, Link{Code: "62", Domain: domain, Weight: Value(third)})
		}
		d, err := concordance(t, links...).Split(Company{Year: 2018, IndustryCode: "62", FTE: Value(30)}, CountRows)
		if rest := third == .3333; err != nil || len(d.Parts) != 3 || (d.Gap == RestOfWeights) != rest || d.Rest.FTE.Known() != rest {
			t.Errorf("%v: %+v, %v", third, d, err)
		}
	}
}

func TestNotStatedIsNoSection(t *testing.T) {
	for _, link := range []string{"U", "99", "99.00"} {
		c := concordance(t, Link{Code: link, Domain: "Abroad"})
		for code, want := range map[string]Gap{"99.00": NoGap, "990000": NoGap, "999999": NotInLinks} {
			if d, err := c.Split(Company{Year: 2018, IndustryCode: code}, CountRows); err != nil || d.Gap != want {
				t.Errorf("%s of %s: %+v, %v", code, link, d, err)
			}
		}
	}
	own := concordance(t, Link{Code: "999999", Domain: "Not stated"}, Link{Code: "99", Domain: "Abroad"})
	if d, err := own.Split(Company{Year: 2018, IndustryCode: "999999"}, CountRows); err != nil || d.Gap != NoGap || d.Parts[0].Sector != "Not stated" {
		t.Errorf("a link of its own: %+v, %v", d, err)
	}
	other := concordance(t, Link{Revision: "DB25", Code: "99", Domain: "Abroad"})
	if d, err := other.Split(Company{Year: 2018, IndustryCode: "999999"}, CountRows); err != nil || d.Gap != NoGap {
		t.Errorf("in a classification of which nothing is known: %+v, %v", d, err)
	}
}

func TestSplitFirms(t *testing.T) {
	c := concordance(t, Link{Code: "62", Domain: "Data", Weight: Value(.5)}, Link{Code: "62", Domain: "Energy", Weight: Value(.25)})
	for _, v := range []struct {
		firms   Figure
		by      Counting
		want    [3]Figure
		refused string
	}{
		{Figure{}, CountRows, [3]Figure{Value(.5), Value(.25), Value(.25)}, ""},
		{Value(1), CountRows, [3]Figure{Value(.5), Value(.25), Value(.25)}, ""},
		{Value(12), CountColumn, [3]Figure{Value(6), Value(3), Value(3)}, ""},
		{Figure{}, CountColumn, [3]Figure{}, ""},
		{Hidden(), CountColumn, [3]Figure{Hidden(), Hidden(), Hidden()}, ""},
		{Figure{}, CountIDs, [3]Figure{}, ""},
		{Value(12), CountRows, [3]Figure{}, "firms"},
		{Value(1.5), CountColumn, [3]Figure{}, "firms"},
	} {
		d, err := c.Split(Company{Year: 2018, IndustryCode: "62", Firms: v.firms}, v.by)
		if v.refused != "" {
			if !isField(err, v.refused) {
				t.Errorf("%+v: %v", v, err)
			}
			continue
		}
		if err != nil || [3]Figure{d.Parts[0].Firms, d.Parts[1].Firms, d.Rest.Firms} != v.want {
			t.Errorf("%+v: %+v, %v", v, d, err)
		}
	}
	if _, err := c.Split(Company{Year: 2018, Establishment: "1"}, CountRows); !isField(err, "establishment") {
		t.Errorf("an establishment divided as a company: %v", err)
	}
	if _, err := c.Split(Company{}, CountRows); !isField(err, "year") {
		t.Errorf("a company without a year: %v", err)
	}
	// What is no whole company is refused where it would be counted as one.
	d, _ := c.Split(Company{ID: "1", Year: 2018, IndustryCode: "62", FTE: Value(100)}, CountRows)
	if _, err := Aggregate(d.Parts, Options{}); !isField(err, "firms") {
		t.Errorf("half a firm counted as one: %v", err)
	}
	if _, err := Aggregate(d.Parts, Options{By: []Dimension{BySize()}, Firms: CountColumn}); !isField(err, "firms") {
		t.Errorf("the size class of half a firm: %v", err)
	}
}
