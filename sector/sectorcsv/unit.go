package sectorcsv

import (
	"regexp"
	"slices"
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
	for _, word := range headerWords(header) {
		if !h.unitWord(word) {
			name.WriteString(word)
			name.WriteByte(' ')
		}
	}
	h.inBrackets(header)
	if k := byHeader()[accentless(name.String())]; k.field != "" {
		h.field, h.danish = k.field, k.danish
		h.odd = h.oddFor(h.field)
	}
	return h
}

// inBrackets looks for words beside a unit in brackets that may be a part of it:
// the header that a caller names for a field may say anything, "Sales (mil. DKK)".
func (h *heading) inBrackets(header string) {
	if !strings.ContainsAny(header, "([") {
		return
	}
	for _, inside := range brackets.FindAllString(header, -1) {
		unit, other := heading{unit: 1}, ""
		for _, word := range headerWords(inside) {
			if other == "" && !unit.unitWord(word) && !isFiller(word) {
				other = word
			}
		}
		if other != "" && h.odd == "" && (unit.unit != 1 || unit.currency != "") {
			h.odd = other
		}
	}
}

// isFiller reports whether a word stands between the words of a unit.
func isFiller(word string) bool {
	return slices.Contains([]string{"of", "in", "i", "af", "d", "de"}, word)
}

var brackets = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

// oddFor is what is odd about a unit for a field, which the caller may have
// named: "" if nothing is.
func (h *heading) oddFor(field string) string {
	switch {
	case h.short && (field != "revenue" || h.currency == ""):
		return "a single letter" // "Employees (m)" are men, "(k)" kvinder
	case h.unit == .01 && field != "share" && field != "":
		return "%"
	}
	return h.odd
}

// unitWord takes a word of a header that is no part of its name.
func (h *heading) unitWord(word string) bool {
	lower := strings.ToLower(strings.TrimSuffix(word, "."))
	plain := withoutGroups().Replace(word)
	n, err := strconv.Atoi(plain)
	switch {
	case locale.IsCurrency(word):
		h.money(word, word)
	case currencyWord(lower) != "":
		h.money(currencyWord(lower), word)
	case word == "%" || lower == "pct":
		h.times(.01, word)
	case err == nil && word == plain && n >= sector.FirstYear && n <= sector.LastYear:
		if h.year != 0 && h.year != n {
			h.odd = word
		}
		h.year = n
	case err == nil && (n == 1000 || n == 1_000_000 || n == 1_000_000_000):
		h.times(float64(n), word)
	case word == "000": // DKK '000
		h.times(1e3, word)
	case err == nil:
		h.odd = word
	case lower == "hundred" || lower == "billion" || lower == "billions" || lower == "billioner" || lower == "trillion" || lower == "mil" || lower == "mm":
		h.odd = word // a billion is 10⁹ in English and 10¹² in Danish, mil a million or a thousand
	default:
		if currency, m := compound(lower); currency != "" {
			h.money(currency, word)
			h.times(m, word)
			return true
		}
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
	kroner := func(c string) bool { return isKroner(c) || c == "kr" }
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
	case "t", "k", "thousand", "thousands", "ths", "tusind", "tusinde", "tusen", "tsd", "tausend", "duizend", "milliers", "tys":
		return 1e3, true
	case "m", "mn", "mio", "mill", "mln", "million", "millions", "millioner", "millionen", "miljoner", "miljoen", "milj":
		return 1e6, true
	case "bn", "mia", "mrd", "mld", "milliard", "milliards", "milliarder", "milliarden", "miljarder", "miljard":
		return 1e9, true
	}
	return 0, false
}

// currencyWord is the currency that a word or sign of a header stands for, ""
// if none. Of the codes in small letters only common ones are read: "all" and
// "top" are words.
func currencyWord(lower string) string {
	switch lower {
	case "kr", "kroner", "kronor":
		return "kr"
	case "€", "euro", "euros":
		return "EUR"
	case "£":
		return "GBP"
	case "$":
		return "USD"
	case "zł":
		return "PLN"
	case "dkk", "sek", "nok", "isk", "eur", "usd", "gbp", "chf", "pln":
		return strings.ToUpper(lower)
	}
	return ""
}

// compound takes apart a currency and a magnitude that are written as one word:
// TEUR, MSEK, tkr, DKKm.
func compound(lower string) (currency string, magnitude float64) {
	for _, letters := range [...]struct {
		text string
		m    float64
	}{{"t", 1e3}, {"k", 1e3}, {"mn", 1e6}, {"mio", 1e6}, {"m", 1e6}, {"md", 1e9}, {"mia", 1e9}, {"bn", 1e9}} {
		if rest, ok := strings.CutPrefix(lower, letters.text); ok && len(rest) > 1 && currencyWord(rest) != "" {
			return currencyWord(rest), letters.m
		}
	}
	if len(lower) > 3 {
		if m, ok := magnitudeOf(lower[3:]); ok {
			return currencyWord(lower[:3]), m
		}
	}
	return "", 0
}
