package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestFewCompanies warns of cells of one or two companies, and of no others.
func TestFewCompanies(t *testing.T) {
	for _, c := range []struct {
		text, lang, want string
	}{
		{"Energy,2018,5\nEnergy,2018,6\n", "en", "2 cells show figures of fewer than 3 companies"}, // and the total
		{"Energi,2018,5\nEnergi,2018,6\nEnergi,2018,7\nVand,2018,7\n", "da", "Én celle viser tal for færre end 3 virksomheder"},
		{"Energy,2018,5\nEnergy,2018,6\nEnergy,2018,7\n", "en", ""},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "f.csv"), "sector,year,fte\n"+c.text)
		page := undrawn(t, "-data", filepath.Join(dir, "f.csv"), "-out", filepath.Join(dir, "out"), "-lang", c.lang)
		if got := strings.Contains(page, "fewer than 3 ") || strings.Contains(page, "færre end 3 "); got != (c.want != "") || !strings.Contains(page, c.want) {
			t.Errorf("%q: the page has a warning: %v, want %q", c.text, got, c.want)
		}
	}
}
