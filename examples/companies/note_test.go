package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The note beside the files says what is in them.
func TestNote(t *testing.T) {
	note, err := os.ReadFile(filepath.Join(testdata, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	type count struct {
		rows, fte, zero, revenue                 int
		fteHidden, fteBlank, revHidden, revBlank int
	}
	counts := map[int]*count{}
	present := map[string][]int{}
	all := records(t)
	for _, r := range all {
		c := counts[r.year]
		if c == nil {
			c = &count{}
			counts[r.year] = c
		}
		c.rows++
		q, ok := quarters(t, r.fte)
		c.fte += q
		if ok && q == 0 {
			c.zero++
		}
		k, _ := kroner(t, r.revenue)
		c.revenue += k
		for _, cell := range []struct {
			text          string
			hidden, blank *int
		}{{r.fte, &c.fteHidden, &c.fteBlank}, {r.revenue, &c.revHidden, &c.revBlank}} {
			switch cell.text {
			case "..":
				*cell.hidden++
			case "":
				*cell.blank++
			}
		}
		present[r.id] = append(present[r.id], r.year)
	}
	var want strings.Builder
	for _, year := range slices.Sorted(maps.Keys(counts)) {
		c := counts[year]
		fmt.Fprintf(&want, "| %d | %d | %.2f | %d | %d | %d | %d | %d | %d |\n",
			year, c.rows, float64(c.fte)/4, c.revenue, c.fteHidden, c.fteBlank, c.revHidden, c.revBlank, c.zero)
	}
	gaps := 0
	for _, years := range present {
		if years[len(years)-1]-years[0]+1 > len(years) {
			gaps++
		}
	}
	fmt.Fprintf(&want, "\n%d rows of %d companies; %d companies are absent for a year and come back.\n", len(all), len(present), gaps)
	if !strings.Contains(string(note), want.String()) {
		t.Errorf("testdata/README.md lacks:\n%s", &want)
	}
}
