package sectorcsv

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSwallowed leaves out a closing quote, or opens one, in files in which
// another quote further down may close it: no file is read with fewer rows than
// it has.
func TestSwallowed(t *testing.T) {
	swallowed, other := 0, 0
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 3))
		comma := []string{",", ";"}[rng.IntN(2)]
		rows := make([][]string, 3+rng.IntN(6))
		quotes := []int{1, 2}
		for i := range rows {
			rows[i] = []string{fmt.Sprint(i + 1), `"Fjord Data"`, `"Energy"`, "2018", []string{fmt.Sprint(5 + i), "", ".."}[rng.IntN(3)], `"x"`}
		}
		at, column := rng.IntN(len(rows)-1), quotes[rng.IntN(2)]
		rows[at][column] = strings.TrimSuffix(rows[at][column], `"`)
		// The stray quote that closes it.
		below, column2 := at+1+rng.IntN(len(rows)-at-1), rng.IntN(6)
		for i := at; i <= below; i++ {
			for j := range rows[i] {
				if i > at || j > column {
					rows[i][j] = strings.Trim(rows[i][j], `"`)
				}
			}
		}
		rows[below][column2] += `"`
		var text strings.Builder
		text.WriteString(strings.Join([]string{"id", "name", "sector", "year", "fte", "note"}, comma) + "\n")
		for _, r := range rows {
			text.WriteString(strings.Join(r, comma) + "\n")
		}
		for _, lenient := range []bool{false, true} {
			companies, _, err := Read(t.Context(), strings.NewReader(text.String()), Options{Lenient: lenient})
			e, ok := errors.AsType[*Error](err)
			switch {
			case !ok:
				t.Fatalf("%q was read as %+v", text.String(), companies)
			case strings.Contains(e.Reason, "closing quote"):
				swallowed++
				if e.Line != at+2 {
					t.Fatalf("%q: %v, want line %d", text.String(), err, at+2)
				}
			default:
				other++
			}
		}
	}
	if swallowed < 300 {
		t.Errorf("%d swallowed rows found, %d other errors: this test tests little", swallowed, other)
	}
}

// TestLineBreaks: texts with line breaks and separators are texts.
func TestLineBreaks(t *testing.T) {
	for _, text := range []string{
		"id,name,sector,year,fte\n1,\"A, B, 2018, 5\nC\",S,2018,1\n",
		"id,name,sector,year,fte\n1,\"Street 4,\n4000 Roskilde, S\",S,2018,1\n",
		"id,name,sector,year,fte\n1,\"a,b,c,d\ne,f\",S,2018,1\n",
		"name,sector,year,fte\n\"one,two,three\nA,B,C,D\",S,2018,1\n",
		"name,sector,year,fte\n\"\n\n\n\",S,2018,1\n",
		"sector,year,fte,note\nS,2018,1,\"2018\n5\n6,7,8\"\n",
		"sector,year,fte,note\nS,2018,1,\"S, in 2018, 5 more\nand so on\"\n",
	} {
		if companies, _, err := Read(t.Context(), strings.NewReader(text), Options{}); err != nil || len(companies) != 1 {
			t.Errorf("%q: %d companies, %v", text, len(companies), err)
		}
	}
	// Records of one's own have numbers to tell rows by, too.
	type record struct {
		Name   string  `csv:"name"`
		Number float64 `csv:"number"`
	}
	if _, _, err := ReadRecords[record](t.Context(), strings.NewReader("name,number\n\"a,1\nb,2\nc\",3\n"), Options{}); err == nil || !strings.Contains(err.Error(), "closing quote") {
		t.Errorf("records: %v", err)
	}
	type texts struct {
		A string `csv:"a"`
		B string `csv:"b"`
	}
	if got, _, err := ReadRecords[texts](t.Context(), strings.NewReader("a,b\n\"1,2\n3,4\n5\",6\n"), Options{}); err != nil || len(got) != 1 {
		t.Errorf("texts alone tell no rows: %v, %v", got, err)
	}
}
