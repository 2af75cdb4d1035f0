package sectorcsv

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
)

// titleUnit looks for a unit of money in a text above or below the table, such
// as "Beløb i 1.000 kr." or "EUR million", and returns what names it, "" if
// nothing does. What it is a unit of, only a reader can tell.
func titleUnit(text string) string {
	words := headerWords.FindAllString(text, -1)
	at := func(i int) heading { // what a word alone says
		h := heading{unit: 1}
		if i >= 0 && i < len(words) {
			h.unitWord(words[i])
		}
		return h
	}
	for i, word := range words {
		h := at(i)
		before := ""
		if i > 0 {
			before = strings.ToLower(words[i-1])
		}
		isWord := hasWord(word)
		switch {
		case h.unit == 1 || h.unit == .01:
		case h.currency != "": // TEUR
			return word
		case at(i-1).currency != "" && commonCurrency(words[i-1]):
			return words[i-1] + " " + word
		case at(i+1).currency != "" && commonCurrency(words[i+1]):
			return word + " " + words[i+1]
		case isWord && !h.short && (before == "i" || before == "in"):
			return before + " " + word
		}
	}
	return ""
}

// commonCurrency reports whether a word of running text is a currency. Of the
// codes only common ones are: ALL and TOP are words.
func commonCurrency(word string) bool {
	return currencyWord(strings.ToLower(strings.TrimSuffix(word, "."))) != ""
}

// saysUnit is an error for a text above or below the table that names a unit of
// money, where the revenue of the file has none.
func (d *decoder) saysUnit(text string) error {
	p := d.plan
	if p.long || d.units || d.opt.RevenueUnit != 0 || !slices.ContainsFunc(p.columns, func(c planned) bool { return c.field == "revenue" && !c.stated }) {
		return nil
	}
	if unit := titleUnit(text); unit != "" {
		return fmt.Errorf("%s beside the table names a unit, %q, and the header of revenue none; say what one unit of revenue is worth (-revenue-unit, 1 if this is no unit of it)", quote(strings.TrimSpace(text)), unit)
	}
	return nil
}

// titleSays is saysUnit for the lines above the header.
func (d *decoder) titleSays() error {
	lines := bufio.NewScanner(strings.NewReader(d.title))
	for lines.Scan() {
		if err := d.saysUnit(lines.Text()); err != nil {
			return d.whole(err)
		}
	}
	return nil
}
