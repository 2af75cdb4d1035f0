package structure

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartcity/sector"
)

// A company that is there twice is found in any order of the rows, as by looking
// each of them up, and no other is taken for it.
func TestCrossSectionRepeated(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	repeats := 0
	for trial := range 3000 {
		var in []sector.Company
		for range rng.IntN(14) {
			c := firm(strconv.Itoa(rng.IntN(20)), 2017+rng.IntN(2), sector.Value(1), sector.Value(1))
			if c.Establishment = strconv.Itoa(rng.IntN(3)); rng.IntN(8) == 0 {
				c.ID = ""
			}
			in = append(in, c)
		}
		if trial%3 > 0 { // in order, which needs no looking up, or nearly
			slices.SortStableFunc(in, func(a, b sector.Company) int {
				return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Establishment, b.Establishment))
			})
			if len(in) > 1 && trial%3 > 1 {
				i := rng.IntN(len(in))
				in[i], in[0] = in[0], in[i]
			}
		}
		want := [2]int{-1, -1}
		seen := map[[2]string]int{}
		kept := 0
		for i, c := range in {
			if c.Year != 2018 {
				continue
			}
			kept++
			key := [2]string{c.ID, c.Establishment}
			if first, again := seen[key]; again && c.ID != "" {
				want = [2]int{first, i}
				break
			}
			seen[key] = i
		}
		got, err := crossSection(in, 2018, true)
		repeated, is := errors.AsType[*RepeatedError](err)
		switch {
		case is:
			repeats++
			if repeated.Rows != want || repeated.ID != in[want[0]].ID {
				t.Fatalf("%v is said to be there twice, want rows %v", repeated, want)
			}
		case want[0] >= 0:
			t.Fatalf("rows %v are the same company: %v", want, err)
		case kept == 0 != errors.Is(err, ErrEmpty) || len(got) != kept:
			t.Fatalf("%d companies and %v, want %d", len(got), err, kept)
		}
	}
	if repeats < 200 {
		t.Errorf("%d trials had a company twice: the test shows little", repeats)
	}
}
