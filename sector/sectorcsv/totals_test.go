package sectorcsv

import (
	"testing"
)

func TestTotalWords(t *testing.T) {
	d := &decoder{totals: DefaultTotals()}
	d.totalWords = newTotalWords(d.totals)
	for text, want := range map[string][2]bool{ // is a total, mentions one
		"Total": {true, false}, "I ALT": {true, false}, "i alt:": {true, false}, "Tot.": {true, false}, "OGÓŁEM": {true, false}, "total général": {true, false}, "_T": {true, false}, "Alle": {true, false},
		"": {false, false}, ":": {false, false}, "Energy": {false, false}, "Totally": {false, false}, "Subtotals": {false, false}, "All other": {false, false}, "Summer": {false, false}, "Tot": {true, false},
		"Energy Total": {false, true}, "TOTAL - all activities": {false, true}, "Total, all": {false, true}, "Energi i alt": {false, true}, "Grand total 2018": {false, true},
		"Energytotal": {false, false}, "Totals of": {false, true}, "Alle øvrige": {false, false}, "Overtotal": {false, false}, "Sum of it": {false, false},
	} {
		if got := [2]bool{d.isTotal(text), !d.isTotal(text) && d.mentionsTotal(text)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	d.totals = []string{}
	d.totalWords = newTotalWords(d.totals)
	if d.isTotal("Total") || d.mentionsTotal("Energy Total") {
		t.Error("no words are no totals")
	}
}

func TestIsNote(t *testing.T) {
	for text, want := range map[string]bool{
		"Kilde: DST": true, "KILDER:": true, "Anm.: x": true, "Note: x": true, "Källa: SCB": true, "Źródło: GUS": true, "Quelle : x": true, "* revised": true, "*": true, "1) without": true, "12) x": true, "Bemærk: x": true,
		"Kilde": false, "Note A/S": false, "3D: print": false, "1)": false, "123) x": false, "a) x": false, "Fjord: Data": false, "http://x": false, "12345678": false,
	} {
		if got := isSource(text) || isFootnote(text); got != want {
			t.Errorf("%q is a note: %v", text, got)
		}
	}
}
