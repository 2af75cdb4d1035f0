package sector

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func concordance(t *testing.T, links ...Link) *Concordance {
	t.Helper()
	c, err := NewConcordance(links, "")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLinksRefused(t *testing.T) {
	ok := Link{Code: "62", Domain: "Data"}
	for _, c := range []struct {
		want  string
		index int
		links []Link
	}{
		{"want a domain", 0, []Link{{Code: "62"}}},
		{"want a domain", 1, []Link{ok, {Code: "63", Domain: " \t"}}},
		{"want a code of 2 to 6 digits", 0, []Link{{Domain: "Data"}}},
		{"want a code of 2 to 6 digits", 0, []Link{{Code: "620100.0", Domain: "Data"}}},
		{"a leading zero may have been lost", 0, []Link{{Code: "10110", Domain: "Food"}}},
		{"which has no 04", 0, []Link{{Code: "04", Domain: "Food"}}},
		{"want a code of a division of section A", 0, []Link{{Code: "A62.01", Domain: "Data"}}},
		{"from 0 to 1", 0, []Link{{Code: "62", Domain: "Data", Weight: Value(-.1)}}},
		{"from 0 to 1", 0, []Link{{Code: "62", Domain: "Data", Weight: Value(1.0000001)}}},
		{"from 0 to 1", 0, []Link{{Code: "62", Domain: "Data", Weight: Value(math.Inf(1))}}},
		{"from 0 to 1", 0, []Link{{Code: "62", Domain: "Data", Weight: Hidden()}}},
		{"years from 1800 to 2200", 0, []Link{{Code: "62", Domain: "Data", From: 20}}},
		{"years from 1800 to 2200", 0, []Link{{Code: "62", Domain: "Data", To: 99999}}},
		{"not after the last", 0, []Link{{Code: "62", Domain: "Data", From: 2018, To: 2017}}},
		{`revision "" as in link 1`, 1, []Link{ok, {Revision: "DB03", Code: "63", Domain: "Data"}}},
		{"once for 1800", 1, []Link{ok, {Code: "62", Domain: "Data", Weight: Value(0)}}},
		{"once for 2015", 2, []Link{{Code: "62", Domain: "Data", To: 2015}, {Code: "62", Domain: "Data", From: 2017}, {Code: "J62", Domain: "Data", From: 2015, To: 2016}}},
		{"they are 1.5 in 1800", 1, []Link{ok, {Code: "62", Domain: "Energy", Weight: Value(.5)}}},
		// Only in 2017 and 2018 are all three valid.
		{"they are 1.25 in 2017", 2, []Link{
			{Code: "62.01", Domain: "Data", Weight: Value(.5), To: 2018}, {Code: "62.01", Domain: "Energy", Weight: Value(.5), From: 2017},
			{Code: "62.01", Domain: "Water", Weight: Value(.25), From: 2010, To: 2020},
		}},
		{"they are 1.00000000001", 1, []Link{{Code: "62", Domain: "Data", Weight: Value(.5)}, {Code: "62", Domain: "Water", Weight: Value(.5 + 1e-11)}}},
	} {
		_, err := NewConcordance(c.links, "")
		e, isLink := errors.AsType[*LinkError](err)
		if !isLink || e.Index != c.index || e.Link != c.links[c.index] || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want link %d, %s", c.links, err, c.index, c.want)
		}
	}
	for _, links := range [][]Link{
		{{Code: "62", Domain: "Data", Weight: Value(.5)}, {Code: "62", Domain: "Water", Weight: Value(.5 + 1e-13)}},
		{{Code: "62", Domain: "Data", To: 2017}, {Code: "62", Domain: "Data", From: 2018}, {Code: "62.01", Domain: "Data"}, {Code: "J", Domain: "Data"}},
		{{Revision: "NACE Rev. 2", Code: "62", Domain: "Data"}, {Revision: "nace rev.2", Code: "63", Domain: "Data"}},
		{{Revision: "SNI 2007", Code: "62010", Domain: "Data"}, {Revision: "SNI 2007", Code: "04", Domain: "Data"}},
	} {
		concordance(t, links...)
	}
	for _, revision := range []string{"", "DB07"} {
		if _, err := NewConcordance(nil, revision); err == nil {
			t.Error("a concordance without links")
		}
	}
}

// TestRevisionChosen: links of another revision are passed over, whatever they
// say, and the index of a wrong link is that among all.
func TestRevisionChosen(t *testing.T) {
	links := []Link{{Revision: "DB03", Code: "72", Domain: "Data"}, {Revision: "DB03", Code: "J", Domain: "x"}, {Revision: "DB07", Code: "62", Domain: "Data"}}
	c, err := NewConcordance(links, "db 07")
	if err != nil {
		t.Fatal(err)
	}
	if d, _ := c.Split(Company{Year: 2018, IndustryCode: "72.00"}, CountRows); d.Gap != NotInLinks {
		t.Errorf("a code of another revision: %+v", d)
	}
	links = append(links, Link{Revision: "DB07", Code: "6", Domain: "Data"})
	if _, err := NewConcordance(links, "DB07"); err == nil || !strings.Contains(err.Error(), `link 4 of the concordance (code "6", domain "Data")`) {
		t.Error(err)
	}
	if _, err := NewConcordance(links, "DB25"); err == nil {
		t.Error("a revision that no link has")
	}
}

func TestLinkErrorNames(t *testing.T) {
	_, err := NewConcordance([]Link{{Code: "62.01", Domain: "Data", Weight: Value(1.5), From: 2008}}, "")
	want := `sector: link 1 of the concordance (code "62.01", domain "Data", weight 1.5, 2008–): want a weight from 0 to 1`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %v", err, want)
	}
}

// someLinks draws links that are accepted, at every level and in many ways of
// writing, few enough codes that prefixes meet.
func someLinks(rng *rand.Rand) []Link {
	var links []Link
	for range 5 + rng.IntN(60) {
		code := someCode(rng)
		if rng.IntN(4) == 0 {
			code = []string{"A", "B", "J", "K", "C"}[rng.IntN(5)]
		} else if n := []int{2, 2, 3, 4, 6}[rng.IntN(5)]; len(code) == 6 {
			code = code[:n]
			if n == 4 && rng.IntN(2) == 0 {
				code = code[:2] + "." + code[2:]
			}
		}
		l := Link{Code: code, Domain: fmt.Sprintf("domain %d", rng.IntN(6)), Weight: Value(float64(rng.IntN(101)) / 100)}
		if rng.IntN(4) == 0 {
			l.Weight = Figure{}
		}
		if rng.IntN(2) == 0 {
			l.From = 2010 + rng.IntN(10)
		}
		if rng.IntN(2) == 0 {
			l.To = max(l.From, 2010) + rng.IntN(5)
		}
		if _, err := NewConcordance(append(links[:len(links):len(links)], l), ""); err == nil {
			links = append(links, l)
		}
	}
	return links
}

func someCode(rng *rand.Rand) string {
	division := []string{"01", "02", "05", "10", "62", "63", "64"}[rng.IntN(7)]
	return fmt.Sprintf("%s%d%d%d0", division, rng.IntN(2), rng.IntN(2), rng.IntN(2))
}

// oracle finds the links of a code the slow way, by level from the finest.
func oracle(links []Link, digits string, year int) (domains []string) {
	section := map[string]string{"01": "A", "02": "A", "05": "B", "10": "C", "62": "J", "63": "J", "64": "K"}[digits[:2]]
	for level := 6; level >= 1; level-- {
		for domain := range 6 {
			for _, l := range links {
				code := strings.ReplaceAll(l.Code, ".", "")
				fits := len(code) == level && strings.HasPrefix(digits, code)
				if level == 1 {
					fits = code == section
				}
				if fits && l.Domain == fmt.Sprintf("domain %d", domain) && (l.From == 0 || year >= l.From) && (l.To == 0 || year <= l.To) {
					domains = append(domains, fmt.Sprint(l.Domain, " ", l.weight()))
				}
			}
		}
		if domains != nil {
			return domains
		}
	}
	return nil
}

func TestLongestPrefix(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	found := 0
	for range 200 {
		links := someLinks(rng)
		c := concordance(t, links...)
		for range 40 {
			code, year := someCode(rng), 2008+rng.IntN(16)
			want := oracle(links, code, year)
			of, _, _ := c.find(code, year)
			var got []string
			for _, l := range of {
				got = append(got, fmt.Sprint(l.Domain, " ", l.weight()))
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s in %d: %q, want %q of %+v", code, year, got, want, links)
			}
			if want != nil {
				found++
			}
		}
	}
	if found < 2000 {
		t.Errorf("only %d codes were found", found)
	}
}

func TestYears(t *testing.T) {
	c := concordance(t, Link{Code: "62", Domain: "Old", To: 2014}, Link{Code: "62", Domain: "New", From: 2015, To: 2016},
		Link{Code: "62.01", Domain: "Class", From: 2016, To: 2016}, Link{Code: "J", Domain: "Section", From: 2018})
	for year, want := range map[int]string{1800: "Old", 2014: "Old", 2015: "New", 2016: "Class", 2017: "", 2018: "Section", 2200: "Section"} {
		d, err := c.Split(Company{Year: year, IndustryCode: "620100", FTE: Value(1)}, CountRows)
		got := ""
		if len(d.Parts) == 1 {
			got = d.Parts[0].Sector
		}
		if err != nil || got != want || (want == "") != (d.Gap == NotInYear) || len(d.Parts) > 1 {
			t.Errorf("%d: %q, %v, %v, want %q", year, got, d.Gap, err, want)
		}
	}
}
