package locale

import (
	"math"
	"strings"
)

// Magnitude is the power of a thousand that an amount of money is written in.
type Magnitude uint8

// The magnitudes, with their exponents of ten.
const (
	Units     Magnitude = iota // 10⁰
	Thousands                  // 10³
	Millions                   // 10⁶
	Billions                   // 10⁹, milliarder in Danish
)

// MagnitudeOf returns the largest magnitude that does not exceed |x|, which
// leaves one to three digits before the decimal mark below a thousand
// billions. It is Units for zero, for NaN and below a thousand.
func MagnitudeOf(x float64) Magnitude {
	switch a := math.Abs(x); {
	case a >= 1e9:
		return Billions
	case a >= 1e6:
		return Millions
	case a >= 1e3:
		return Thousands
	}
	return Units
}

// word is the magnitude as it stands after the number.
func (m Magnitude) word(l Language) string {
	switch m {
	case Thousands:
		return l.pick("thousand", "tusind")
	case Millions:
		return l.pick("m", "mio.")
	case Billions:
		return l.pick("bn", "mia.")
	}
	return ""
}

// Money writes an amount in a currency (an ISO 4217 code), scaled exactly:
// Money(32e9, "DKK", Billions, 0) is "DKK 32 bn" or "32 mia. kr.". Decimals are
// those of the scaled number; negative means as many as needed. Spaces are
// no-break spaces. NaN is written as [Language.Number] does, without currency.
func (l Language) Money(amount float64, currency string, m Magnitude, decimals int) string {
	if s, ok := l.special(amount); ok {
		return s
	}
	s := newDecimal(amount).scale(-3*int(m)).format(l.Notation(), decimals)
	if w := m.word(l); w != "" {
		s += nbsp + w
	}
	switch {
	case currency == "":
		return s
	case l == Danish && currency == "DKK":
		return s + nbsp + "kr."
	case l == Danish:
		return s + nbsp + currency
	}
	return currency + nbsp + s
}

// ParseMoney reads an amount with an optional magnitude word and an optional
// currency before or after it: "DKK 32 bn", "36.9 million", "32 mia. kr.",
// "1.200 kr.". The currency is an ISO 4217 code, or "kr." (DKK), "€", "£" or
// "$" (USD), and is returned as its code, "" where the text has none. Words of
// the other language are refused: a Danish "billion" is 10¹².
func (l Language) ParseMoney(s string) (amount float64, currency string, err error) {
	want := l.pick("an English amount", "a Danish amount")
	rest := strings.ReplaceAll(s, nbsp, " ")
	if code, after, ok := cutCurrency(rest, false); ok {
		currency, rest = code, after
	}
	if code, before, ok := cutCurrency(rest, true); ok {
		if currency != "" {
			return 0, "", &Error{s, want, "it names a currency twice"}
		}
		currency, rest = code, before
	}
	exponent := 0
	for _, w := range l.magnitudeWords() {
		if number, ok := cutWord(rest, w.text); ok {
			rest, exponent = number, w.exponent
			break
		}
	}
	amount, err = l.Notation().parse(rest, s, want, exponent)
	if err != nil {
		return 0, "", err
	}
	return amount, currency, nil
}

type magnitudeWord struct {
	text     string
	exponent int
}

// magnitudeWords lists what is read, a longer word before its own ending.
func (l Language) magnitudeWords() []magnitudeWord {
	if l == Danish {
		return []magnitudeWord{
			{"tusind", 3}, {"t.", 3},
			{"millioner", 6}, {"mio.", 6}, {"mio", 6}, {"mill.", 6},
			{"milliarder", 9}, {"mia.", 9}, {"mia", 9},
		}
	}
	return []magnitudeWord{
		{"thousand", 3}, {"k", 3},
		{"million", 6}, {"mn", 6}, {"m", 6},
		{"billion", 9}, {"bn", 9},
	}
}

// cutWord removes a word from the end of s, whatever its case, with the space
// before it.
func cutWord(s, word string) (string, bool) {
	if len(s) <= len(word) || !strings.EqualFold(s[len(s)-len(word):], word) {
		return s, false
	}
	return cutSpace(s[:len(s)-len(word)]), true
}

// cutCurrency removes a currency from one end of s.
func cutCurrency(s string, atEnd bool) (code, rest string, ok bool) {
	for _, sign := range []struct{ text, code string }{{"kr.", "DKK"}, {"kr", "DKK"}, {"€", "EUR"}, {"£", "GBP"}, {"$", "USD"}} {
		if atEnd && strings.HasSuffix(s, sign.text) {
			return sign.code, cutSpace(strings.TrimSuffix(s, sign.text)), true
		}
		if !atEnd && strings.HasPrefix(s, sign.text) {
			return sign.code, strings.TrimPrefix(s[len(sign.text):], " "), true
		}
	}
	if len(s) < 4 {
		return "", s, false
	}
	code, rest = s[:3], s[3:]
	if atEnd {
		code, rest = s[len(s)-3:], s[:len(s)-3]
	}
	for i := range len(code) {
		if code[i] < 'A' || code[i] > 'Z' {
			return "", s, false
		}
	}
	// A letter beside the code means that it is part of a longer word.
	next := rest[0]
	if atEnd {
		next = rest[len(rest)-1]
	}
	if next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z' {
		return "", s, false
	}
	if atEnd {
		return code, cutSpace(rest), true
	}
	return code, strings.TrimPrefix(rest, " "), true
}
