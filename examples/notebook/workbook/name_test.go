package workbook

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

func TestNames(t *testing.T) {
	var n names
	for _, c := range []struct {
		wishes []string
		want   string
	}{
		{[]string{"Sectors"}, "Sectors"},
		{[]string{"SECTORS"}, "SECTORS (2)"},
		{[]string{"sectors (2)"}, "sectors (2) (2)"},
		{[]string{"", "Brancher", "x"}, "Brancher"},
		{[]string{" \t", "?*", "ærø"}, "ærø"},
		{[]string{"ÆRØ"}, "ÆRØ (2)"},
		{[]string{""}, "1"},
		{[]string{"History"}, "History 1"},
		{[]string{"hiSTory"}, "hiSTory 1 (2)"},
		{[]string{"2018/19: jobs [FTE]"}, "2018-19- jobs -FTE-"},
		{[]string{"'O'Brien'"}, "’O’Brien’"},
		{[]string{"Companies, jobs and revenue by sector, 2018"}, "Companies, jobs and revenue by…"},
		{[]string{"Companies, jobs and revenue by region, 2018"}, "Companies, jobs and… (2)"},
		{[]string{"Companies, jobs and revenue by size class"}, "Companies, jobs and… (3)"},
		{[]string{strings.Repeat("æ", 31)}, strings.Repeat("æ", 31)},
		{[]string{strings.Repeat("æ", 32)}, strings.Repeat("æ", 30) + "…"},
		{[]string{strings.Repeat("🚲", 16)}, strings.Repeat("🚲", 15) + "…"},
		{[]string{"\u202Ea\x00b\ufeffc"}, "abc"},
		{[]string{"👩🏽‍🔬 lab"}, "👩🏽‍🔬 lab"},
	} {
		if got := n.add(c.wishes...); got != c.want {
			t.Errorf("%q becomes %q (%d units), want %q", c.wishes, got, units(got), c.want)
		}
	}
}

// FuzzNames: Excel, in the person of excelize, takes every name, and links lead
// to it.
func FuzzNames(f *testing.F) {
	for _, name := range hostile {
		f.Add(name, "x")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var n names
		file := excelize.NewFile()
		defer file.Close()
		n.add("Sheet1")
		for i, wish := range []string{a, b, a, strings.ToUpper(a), strings.ToLower(b), a + b} {
			name := n.add(wish, fmt.Sprint("t", i))
			if _, err := file.NewSheet(name); err != nil || !utf8.ValidString(name) || strings.Contains(name, "'") || name == "" || strings.EqualFold(name, "history") {
				t.Fatalf("%q is no name: %v", name, err)
			}
			if list := file.GetSheetList(); len(list) != i+2 || list[i+1] != name {
				t.Fatalf("%q is not taken as a new name: %q", name, list)
			}
		}
	})
}
