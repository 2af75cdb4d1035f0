package sectorcsv

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// heading is what a header says: the field it names, "" if it is not known,
// the year that its figures are of, and the unit and currency they are in.
type heading struct {
	field    string
	danish   bool
	year     int     // 0 if it names none
	unit     float64 // 1 if it names none
	currency string  // "" if it names none
	odd      string  // a word that looks like a unit and is not known as one
	short    bool    // the unit is a single letter
}

var headerWords = regexp.MustCompile(`\p{L}+\.?|[0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+|[%€£$]`)

// withoutGroups takes the marks out of a number. It is made once.
var withoutGroups = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(".", "", ",", "", "'", "", " ", "") })

// parseHeader takes a header apart: "Revenue 2018 ($M)", "omsætning (1.000 kr.)",
// "fte_2018". A header that stands in the table as a whole has no parts.
func parseHeader(header string) heading {
	h := heading{unit: 1}
	if k := byHeader()[accentless(header)]; k.field != "" {
		h.field, h.danish = k.field, k.danish
		return h
	}
	var name strings.Builder
	for _, at := range headerWords.FindAllStringIndex(header, -1) {
		word := header[at[0]:at[1]]
		if !h.unitWord(word) {
			name.WriteString(word)
			name.WriteByte(' ')
		}
	}
	if k := byHeader()[accentless(name.String())]; k.field != "" {
		h.field, h.danish = k.field, k.danish
	}
	switch {
	case h.short && (h.field != "revenue" || h.currency == ""):
		h.odd = "a single letter" // "Employees (m)" are men, "(k)" kvinder
	case h.unit == .01 && h.field != "share" && h.field != "":
		h.odd = "%"
	}
	return h
}

// unitWord takes a word of a header that is no part of its name.
func (h *heading) unitWord(word string) bool {
	lower := strings.ToLower(strings.TrimSuffix(word, "."))
	plain := withoutGroups().Replace(word)
	n, err := strconv.Atoi(plain)
	switch {
	case locale.IsCurrency(word):
		h.money(word, word)
	case lower == "kr" || lower == "kroner" || lower == "kronor":
		h.money("kr", word)
	case lower == "tkr":
		h.money("kr", word)
		h.times(1e3, word)
	case word == "€":
		h.money("EUR", word)
	case word == "£":
		h.money("GBP", word)
	case word == "$":
		h.money("USD", word)
	case word == "%" || lower == "pct":
		h.times(.01, word)
	case err == nil && word == plain && n >= sector.FirstYear && n <= sector.LastYear:
		if h.year != 0 && h.year != n {
			h.odd = word
		}
		h.year = n
	case err == nil && (n == 1000 || n == 1_000_000 || n == 1_000_000_000):
		h.times(float64(n), word)
	case err == nil:
		h.odd = word
	case lower == "hundred" || lower == "billion" || lower == "billions" || lower == "billioner" || lower == "trillion":
		h.odd = word // a billion is 10⁹ in English and 10¹² in Danish
	default:
		m, ok := magnitudeOf(lower)
		if !ok {
			return false
		}
		h.short = h.short || len(lower) == 1
		h.times(m, word)
	}
	return true
}

// times takes a magnitude; a second one is a repetition or a mistake.
func (h *heading) times(m float64, word string) {
	if h.unit != 1 {
		h.odd = word
	}
	h.unit = m
}

// money takes a currency. Kroner are those of the country that is named, or
// else those of the file: "kr".
func (h *heading) money(currency, word string) {
	kroner := func(c string) bool { return c == "DKK" || c == "SEK" || c == "NOK" || c == "ISK" || c == "kr" }
	switch {
	case h.currency == "" || h.currency == "kr" && kroner(currency):
		h.currency = currency
	case currency == "kr" && kroner(h.currency), currency == h.currency:
	default:
		h.odd = word
	}
}

// magnitudeOf reads a magnitude word of a header.
func magnitudeOf(lower string) (float64, bool) {
	switch lower {
	case "t", "k", "thousand", "thousands", "tusind", "tusinde", "tsd":
		return 1e3, true
	case "m", "mn", "mio", "mill", "mln", "million", "millions", "millioner":
		return 1e6, true
	case "bn", "mia", "mrd", "milliard", "milliarder":
		return 1e9, true
	}
	return 0, false
}
