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
	words := headerWords(text)
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

// UnitBeside warns that a text above or below the table may name a unit of its
// figures, such as "Tal i 1.000", which no header does: they are read as they
// stand. Where it is a unit of money, and revenue has none, that is an error.
type UnitBeside struct {
	Text string
	Unit string // what names it
}

func (w *UnitBeside) Error() string {
	return fmt.Sprintf("%s beside the table may name a unit, %q, and headers of figures have none; they are read as they stand", quote(w.Text), w.Unit)
}

// figuresIn looks for a unit of figures that are not money, "" if there is none.
func figuresIn(text string) string {
	words := headerWords(text)
	for i, word := range words[min(1, len(words)):] {
		before, h, next := words[i], heading{unit: 1}, heading{unit: 1}
		h.unitWord(word)
		if i+2 < len(words) {
			next.unitWord(words[i+2])
		}
		in := strings.EqualFold(before, "i") || strings.EqualFold(before, "in")
		if in && h.unit > 1 && !h.short && h.currency == "" && next.currency == "" {
			return before + " " + word
		}
	}
	return ""
}

// unitBeside is the warning for the first text beside the table that calls for
// it, nil without one.
func (d *decoder) unitBeside() *UnitBeside {
	bare := func(c planned) bool {
		figure := isFigure(c.field) && c.field != "share" || c.field == value
		return figure && !c.stated && (c.field != "revenue" || d.opt.RevenueUnit == 0)
	}
	if d.units || !slices.ContainsFunc(d.plan.columns, bare) {
		return nil
	}
	texts := strings.Split(d.title, "\n")
	for _, note := range d.report.Notes {
		texts = append(texts, note.Text)
	}
	for _, text := range texts {
		if unit := figuresIn(text); unit != "" {
			return &UnitBeside{strings.TrimSpace(text), unit}
		}
	}
	return nil
}
