package growth

import (
	"errors"
	"testing"
)

func TestChainUnit(t *testing.T) {
	for unit, fraction := range map[string]bool{
		"": true, "fraction": true, "fraction a year": true, "fraction of the index": true, "share": true,
		"%": false, "% a year": false, "per cent": false, "Per cent a year": false, "percentage points": false,
		"pct.": false, "procent": false, "index 2014 = 100": false, "Indeks": false,
	} {
		_, err := Series{Unit: unit, FirstYear: 2001, Values: []float64{2.3, 1.9}}.Chain(2000)
		if errors.Is(err, ErrUnit) == fraction {
			t.Errorf("%q: %v", unit, err)
		}
	}
}

func TestDeflateMoney(t *testing.T) {
	prices := Series{FirstYear: 2014, Values: []float64{100, 102}}
	for unit, money := range map[string]bool{
		"": true, "DKK": true, "mio. DKK": true, "EUR, current prices": true, "DKK per FTE": true, "DKK a year": true, "kr. pr. ansat": true,
		"1000 kr./årsværk": true, "revenue": true,
		"FTE": false, "1,000 FTE": false, "FTE a year": false, "FTE per company": false, "employees": false, "companies": false, "firms": false,
		"full-time equivalents": false, "jobs": false, "%": false, "per cent": false, "percentage points": false, "fraction a year": false,
		"index 2014 = 100": false, "årsværk": false, "FTE, current prices": false,
	} {
		_, err := Deflate(Series{Unit: unit, FirstYear: 2014, Values: []float64{1, 2}}, prices, 2014)
		if errors.Is(err, ErrUnit) == money || money && err != nil {
			t.Errorf("%q: %v", unit, err)
		}
	}
	changes := Series{Unit: "fraction a year", FirstYear: 2014, Values: []float64{.02, .03}}
	if _, err := Deflate(Series{Unit: "DKK", FirstYear: 2014, Values: []float64{1, 2}}, changes, 2014); !errors.Is(err, ErrUnit) {
		t.Errorf("changes for prices: %v", err)
	}
}
