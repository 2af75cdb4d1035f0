package sectorcsv

import (
	"fmt"
	"strings"

	"smartcity/growth/locale"
)

// kroner is the currency that "kr." stands for: that of a country whose currency
// they are, if the caller or a header names it, or else Danish ones.
func (d *decoder) kroner() string { return kronerOf(d.opt.Currency, d.plan.currency) }

func kronerOf(named ...string) string {
	for _, currency := range named {
		if isKroner(currency) {
			return currency
		}
	}
	return "DKK"
}

func isKroner(currency string) bool {
	switch currency {
	case "DKK", "SEK", "NOK", "ISK":
		return true
	}
	return false
}

// asCurrency is a currency code as the file may write it.
func (d *decoder) asCurrency(s string) string {
	if strings.EqualFold(strings.TrimSuffix(s, "."), "kr") {
		return d.kroner()
	}
	if upper := strings.ToUpper(s); locale.IsCurrency(upper) {
		return upper
	}
	return s
}

// oneCurrency checks that the file names one currency.
func (k *collector) oneCurrency(f *found) error {
	currency := k.d.asCurrency(f.currency)
	field := "currency"
	if !k.d.plan.has(field) {
		field = "revenue"
	}
	switch {
	case currency == "":
	case !locale.IsCurrency(currency):
		return k.d.row(f.line, field, currency, "want a currency code of ISO 4217")
	case k.d.opt.Currency != "" && k.d.opt.Currency != currency:
		return k.d.wholeFile(f.line, field, f.money(), fmt.Sprintf("the currency is %s, but %s was asked for", currency, k.d.opt.Currency))
	case k.currency != "" && k.currency != currency:
		return k.d.wholeFile(f.line, field, f.money(), fmt.Sprintf("a second currency, %s, after %s in line %d", currency, k.currency, k.currencyLine))
	}
	return nil
}
