package sectorcsv

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/sector"
)

// DefaultTotals returns the words that tell a row of totals, whatever their
// case and spaces, and the colon or full stop behind them.
func DefaultTotals() []string {
	return []string{
		"total", "totals", "grand total", "subtotal", "all", "all sectors", "all industries", "tot", "_t", "i alt", "ialt", "total i alt", "totalt", "hovedtotal", "alle", "alle brancher", "hele landet",
		"insgesamt", "gesamt", "gesamtergebnis", "summe", "sum", "summa", "totalsumma", "totaal", "eindtotaal", "total général", "ogółem", "razem", "suma końcowa",
	}
}

// TotalsKept warns of rows that may be totals and are kept: their sector or
// region begins or ends with a word for totals, or such a word stands in another
// column, used or not, in which other rows say something else. If they are
// totals, what they hold is counted twice.
type TotalsKept struct {
	Header string
	Count  int
	Line   int    // of the first
	Value  string // the first
}

func (w *TotalsKept) Error() string {
	return fmt.Sprintf("%d rows say that they are totals in column %q, the first in line %d: %q; they are kept, since only the whole sector, region or name tells a total", w.Count, w.Header, w.Line, w.Value)
}

// totalWords are the bytes that words for totals begin and end with, so that most
// texts can be told to be none.
type totalWords struct{ begin, end [256]bool }

func newTotalWords(words []string) (w totalWords) {
	for _, word := range words {
		if word == "" {
			continue
		}
		for _, s := range []string{word, strings.ToUpper(word), strings.ToLower(word)} {
			w.begin[s[0]], w.end[s[len(s)-1]] = true, true
		}
	}
	return w
}

// totalOf is the text that tells a row of totals, "" for a company.
func (d *decoder) totalOf(c *sector.Company) string {
	for _, text := range [...]string{c.Sector, c.Region, c.Name} {
		if d.isTotal(text) {
			return text
		}
	}
	return ""
}

// isTotal reports whether a text is a word for totals.
func (d *decoder) isTotal(text string) bool {
	if text == "" || !d.totalWords.begin[text[0]] {
		return false
	}
	if end := text[len(text)-1]; end == ':' || end == '.' {
		text = strings.TrimRight(text, ":. ")
	}
	return slices.ContainsFunc(d.totals, func(word string) bool { return len(text) == len(word) && strings.EqualFold(text, word) })
}

// mentionsTotal reports whether a sector or region that is no total begins or
// ends with a word for totals: "Energy Total", "TOTAL - all activities". Words
// such as "all" begin names of sectors.
func (d *decoder) mentionsTotal(text string) bool {
	if text == "" || !d.totalWords.begin[text[0]] && !d.totalWords.end[text[len(text)-1]] {
		return false
	}
	for _, word := range d.totals {
		n := len(text) - len(word)
		if n <= 0 || len(word) < len("i alt") {
			continue
		}
		if strings.EqualFold(text[:len(word)], word) && isBreak(text[len(word):]) || strings.EqualFold(text[n:], word) && isBreak(reversed(text[:n])) {
			return true
		}
	}
	return false
}

// isBreak reports whether a word ends where a text begins.
func isBreak(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// reversed is the last character of a text.
func reversed(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// totalsKept notes what may be a total in a row that is not left out as one.
func (d *decoder) totalsKept(c *sector.Company, r *row) {
	say := func(at int, text string) { d.remark(len(d.plan.columns)+at, d.plan.title(at), text) }
	for _, f := range d.texts {
		text := *f.to(c)
		switch f.name {
		case "name": // a name may be anything
		case "sector", "region":
			if d.mentionsTotal(text) {
				say(f.at, text)
			}
		default:
			if text != "" && d.isTotal(text) {
				say(f.at, text)
			}
		}
	}
	for i, at := range d.others {
		if text := r.Others[i]; text != "" && d.isTotal(strings.TrimSpace(text)) {
			say(at, text)
		}
	}
}
