package main

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

// The companies are to behave as companies do.
func TestPlausible(t *testing.T) {
	type cell struct {
		sector string
		year   int
	}
	fte := map[cell]int{}     // quarters, by sector, and over all of them under ""
	revenue := map[cell]int{} // kroner, the same
	panel := map[string]map[int]record{}
	for _, r := range records(t) {
		q, _ := quarters(t, r.fte)
		k, _ := kroner(t, r.revenue)
		for _, sector := range []string{"", r.sector} {
			fte[cell{sector, r.year}] += q
			revenue[cell{sector, r.year}] += k
		}
		if panel[r.id] == nil {
			panel[r.id] = map[int]record{}
		}
		panel[r.id][r.year] = r
	}
	within := func(what string, got, low, high float64) {
		t.Helper()
		if !(low <= got && got <= high) {
			t.Errorf("%s: %.4g, want between %g and %g", what, got, low, high)
		}
	}

	for i, about := range []float64{12_400, 13_500, 14_650, 16_100, 17_600} {
		within(fmt.Sprintf("FTE in %d", 2014+i), float64(fte[cell{"", 2014 + i}])/4, 0.99*about, 1.01*about)
	}
	falling := 0
	for c, first := range fte {
		if c.sector == "" || c.year != 2014 {
			continue
		}
		ratio := float64(fte[cell{c.sector, 2018}]) / float64(first)
		within(c.sector+", FTE 2018 to 2014", ratio, 0.8, 1.8)
		if ratio < 1 {
			falling++
		}
	}
	if falling != 1 {
		t.Errorf("%d sectors fall, want one", falling)
	}
	perFTE := func(sector string) float64 {
		return float64(revenue[cell{sector, 2018}]) / (float64(fte[cell{sector, 2018}]) / 4)
	}
	for _, high := range []string{"Energy", "Telecommunications and networks"} {
		for _, low := range []string{"Health and care", "Governance and data"} {
			within("revenue per FTE, "+high+" to "+low, perFTE(high)/perFTE(low), 1.8, 3.5)
		}
	}

	for year := 2015; year <= 2018; year++ {
		var before, now, entries, exits float64
		for _, years := range panel {
			_, was := years[year-1]
			_, is := years[year]
			switch {
			case was && is:
				before++
				now++
			case was:
				before++
				exits++
			case is:
				now++
				entries++
			}
		}
		within(fmt.Sprintf("entry rate %d", year), entries/now, 0.08, 0.12)
		within(fmt.Sprintf("exit rate %d", year), exits/before, 0.05, 0.08)
	}

	var sizes []int
	gaps, moved, changedSector, fast, candidates, newAtEntry, entrants := 0, 0, 0, 0, 0, 0, 0
	for _, years := range panel {
		order := slices.Sorted(maps.Keys(years))
		first, last := years[order[0]], years[order[len(order)-1]]
		if last.year-first.year+1 > len(years) {
			gaps++
		}
		if first.region != last.region {
			moved++
		}
		if first.sector != last.sector {
			changedSector++
		}
		if first.year > 2014 {
			entrants++
			if first.founded == first.year {
				newAtEntry++
			}
		}
		if q, ok := quarters(t, years[2018].fte); ok {
			sizes = append(sizes, q)
			if start, ok := quarters(t, years[2015].fte); ok && start >= 40 {
				candidates++
				if float64(q) > 1.728*float64(start) {
					fast++
				}
			}
		}
	}
	within("gaps", float64(gaps), 5, 40)
	within("companies that change region", float64(moved), 5, 50)
	within("companies that change sector", float64(changedSector), 5, 60)
	within("entrants founded in their first year", float64(newAtEntry)/float64(entrants), 0.7, 0.95)
	within("share with more than 20 % growth a year over three years", float64(fast)/float64(candidates), 0.03, 0.15)

	slices.Sort(sizes)
	total := 0
	for _, q := range sizes {
		total += q
	}
	top := 0
	for _, q := range sizes[len(sizes)*9/10:] {
		top += q
	}
	micro, _ := slices.BinarySearch(sizes, 10*4)
	below, _ := slices.BinarySearch(sizes, 250*4)
	within("share of micro companies", float64(micro)/float64(len(sizes)), 0.75, 0.9)
	within("companies of 250 FTE and up", float64(len(sizes)-below), 2, 10)
	within("share of FTE in the largest tenth", float64(top)/float64(total), 0.5, 0.75)
	within("largest company's share of FTE", float64(sizes[len(sizes)-1])/float64(total), 0.01, 0.04)
}
