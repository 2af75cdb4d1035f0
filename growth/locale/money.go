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
		return l.Pick("thousand", "tusind")
	case Millions:
		return l.Pick("m", "mio.")
	case Billions:
		return l.Pick("bn", "mia.")
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

// Amount is an amount of money that was read.
type Amount struct {
	Value     float64   // magnitude included: "32 bn" is 32e9
	Currency  string    // ISO 4217 code, "" if the text names none
	Magnitude Magnitude // Units if the text names none
}

// ParseMoney reads an amount with an optional magnitude word and an optional
// currency before or after it: "DKK 32 bn", "36.9 million", "32 mia. kr.",
// "1.200 kr.". The currency is an ISO 4217 code, or "kr." (DKK), "€", "£" or
// "$" (USD). Words of the other language are refused: a Danish "billion" is
// 10¹².
func (l Language) ParseMoney(s string) (Amount, error) { return l.Notation().ParseMoney(s, l) }

// ParseMoney is [Language.ParseMoney] for numbers in another notation than the
// language's own.
func (n Notation) ParseMoney(s string, l Language) (Amount, error) {
	want := l.Pick("an English amount", "a Danish amount")
	rest := strings.ReplaceAll(s, nbsp, " ")
	var a Amount
	if code, after, ok := cutCurrency(rest, false); ok {
		a.Currency, rest = code, after
	}
	if code, before, ok := cutCurrency(rest, true); ok {
		if a.Currency != "" {
			return Amount{}, &Error{s, want, "it names a currency twice"}
		}
		a.Currency, rest = code, before
	}
	for _, w := range l.magnitudeWords() {
		if number, ok := cutWord(rest, w.text); ok {
			rest, a.Magnitude = number, w.magnitude
			break
		}
	}
	x, err := n.parse(rest, s, want, 3*int(a.Magnitude))
	if err != nil {
		return Amount{}, err
	}
	a.Value = x
	return a, nil
}

type magnitudeWord struct {
	text      string
	magnitude Magnitude
}

// magnitudeWords lists what is read, a longer word before its own ending.
func (l Language) magnitudeWords() []magnitudeWord {
	if l == Danish {
		return []magnitudeWord{
			{"tusind", Thousands}, {"t.", Thousands},
			{"millioner", Millions}, {"mio.", Millions}, {"mio", Millions}, {"mill.", Millions},
			{"milliarder", Billions}, {"mia.", Billions}, {"mia", Billions},
		}
	}
	return []magnitudeWord{
		{"thousand", Thousands}, {"k", Thousands},
		{"million", Millions}, {"mn", Millions}, {"m", Millions},
		{"billion", Billions}, {"bn", Billions},
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
		n := len(sign.text)
		if len(s) < n {
			continue
		}
		if atEnd && strings.EqualFold(s[len(s)-n:], sign.text) {
			return sign.code, cutSpace(s[:len(s)-n]), true
		}
		if !atEnd && strings.EqualFold(s[:n], sign.text) {
			return sign.code, strings.TrimPrefix(s[n:], " "), true
		}
	}
	if len(s) < 4 {
		return "", s, false
	}
	code, rest = s[:3], s[3:]
	if atEnd {
		code, rest = s[len(s)-3:], s[:len(s)-3]
	}
	if !IsCurrency(code) {
		return "", s, false
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
