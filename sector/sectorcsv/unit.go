package sectorcsv

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// headerUnits makes sure that no unit named in a header is passed over: a
// header that was mapped to a figure and seems to name one needs
// Options.RevenueUnit, and has no business with figures that are no money. A
// currency in a header is the file's.
func (d *decoder) headerUnits() error {
	for _, field := range []string{"fte", "employees", "revenue", "firms", "share"} {
		i, ok := d.columns[field]
		if !ok || recognise(d.headers[i]) == field {
			continue
		}
		unit, currency := unitWords(d.headers[i])
		switch {
		case unit == "" && currency == "":
		case field != "revenue":
			return fmt.Errorf("header %q seems to name a unit, %q, and %s is read in single ones only", d.headers[i], unit+currency, field)
		case d.opt.RevenueUnit == 0:
			return fmt.Errorf("header %q seems to name a unit, %q; say what one unit of it is worth (-revenue-unit 1e6 for millions, 1 for single kroner)", d.headers[i], unit+currency)
		case currency != "" && d.opt.Currency != "" && currency != d.opt.Currency:
			return fmt.Errorf("header %q names the currency %s, but %s was asked for", d.headers[i], currency, d.opt.Currency)
		default:
			d.currency, d.currencyLine = currency, 1
		}
	}
	return nil
}

var words = regexp.MustCompile(`[\p{L}]+\.?|[0-9][0-9.,' ]*|[%€£$]`)

// unitWords returns the words of a header that say in what a column is
// counted: a magnitude, a number that is no year, a per cent sign, or an
// abbreviation in brackets; and the currency.
func unitWords(header string) (unit, currency string) {
	for _, w := range words.FindAllString(header, -1) {
		lower := strings.ToLower(strings.TrimRight(w, ". "))
		year, err := strconv.Atoi(lower)
		switch {
		case locale.IsCurrency(w):
			currency = w
		case lower == "kr" || lower == "kroner":
			currency = "DKK"
		case w == "€":
			currency = "EUR"
		case w == "£":
			currency = "GBP"
		case w == "$":
			currency = "USD"
		case err == nil && year >= sector.FirstYear && year <= sector.LastYear:
		case w[0] >= '0' && w[0] <= '9', w == "%", magnitudeWord(lower):
			unit = w
		}
	}
	return unit, currency
}

func magnitudeWord(w string) bool {
	switch w {
	case "t", "k", "thousand", "thousands", "tusind", "tusinde", "m", "mn", "mio", "mill", "million", "millions", "millioner", "bn", "mia", "mrd", "billion", "billions", "milliarder", "tkr", "pct", "percent":
		return true
	}
	return false
}
