package notebook

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/growth/locale"
)

// FromView makes a table of the view of a result, for readers of a language.
//
// Columns are the ones shown, by their names in the view and in this order; none
// means all of them. What a column leaves open comes from the view:
//
//   - Header: the name in words of the reader's language.
//   - Unit, Scale and Decimals, all three, where Scale is 0: fractions are per
//     cents; money, but not money per job, is in millions or billions where it is
//     that much; figures have three digits that say something, and all columns of
//     jobs, and all of money, are printed alike. What the header says is not said
//     again, and what is counted (companies, regions) has no unit at all.
//   - Signed and Year: percentage points have signs, and years are years.
//
// Text in cells is shown as it is: who prints a view translates it before.
// FromView panics if the view has no column of a name that is asked for.
func FromView(v growth.View, name, caption string, lang locale.Language, columns ...Column) Table {
	if len(columns) == 0 {
		for _, c := range v.Columns {
			columns = append(columns, Column{Name: c.Name})
		}
	}
	t := Table{Name: name, Caption: caption, Columns: slices.Clone(columns), Rows: make([][]Cell, len(v.Rows))}
	for i := range t.Columns {
		c := &t.Columns[i]
		at := slices.IndexFunc(v.Columns, func(vc growth.ViewColumn) bool { return vc.Name == c.Name })
		if at < 0 {
			panic(fmt.Sprintf("notebook: table %q: the view has no column %q", name, c.Name))
		}
		unit := v.Columns[at].Unit
		if c.Header == "" {
			c.Header = inWords(c.Name, lang)
		}
		c.Year = c.Year || unit == "year"
		if c.Scale == 0 {
			c.Unit, c.Scale, c.Decimals = inUnit(unit, sizeOf(v, at), lang)
			c.Signed = c.Signed || unit == "percentage points"
			c.Unit = unsaid(c.Unit, c.Header, lang)
		}
		for j, row := range v.Rows {
			t.Rows[j] = append(t.Rows[j], entryCell(row[at]))
		}
	}
	return t
}

// unsaid is what a header does not say of a unit: nothing of "FTE" below "FTE", "DKK"
// of "DKK per FTE" below "Revenue per FTE".
func unsaid(unit, header string, lang locale.Language) string {
	if strings.EqualFold(unit, header) {
		return ""
	}
	amount, per, ratio := strings.Cut(unit, lang.Pick(" per ", " pr. "))
	if ratio && strings.HasSuffix(strings.ToLower(header), strings.ToLower(lang.Pick(" per ", " pr. ")+per)) {
		return amount
	}
	return unit
}

func entryCell(e growth.Entry) Cell {
	switch e.Kind {
	case growth.TextEntry:
		return Str(e.Text)
	case growth.NumberEntry:
		return Num(e.Number)
	case growth.SuppressedEntry:
		return Suppressed()
	}
	return Cell{}
}

// size is how large numbers are.
type size struct {
	largest  float64
	fraction bool // not all of them are whole
}

// sizeOf is the size of a column: over all columns of its unit for jobs and for money,
// its own for indices, ratios and what is counted, which have nothing in common.
func sizeOf(v growth.View, at int) (s size) {
	unit := v.Columns[at].Unit
	amount, _, _ := strings.Cut(unit, " per ")
	alike := unit == "FTE" || unit == "employees" || locale.IsCurrency(amount)
	for i, c := range v.Columns {
		if i != at && !(alike && c.Unit == unit) {
			continue
		}
		for _, row := range v.Rows {
			if e := row[i]; e.Kind == growth.NumberEntry {
				s.largest = max(s.largest, math.Abs(e.Number))
				s.fraction = s.fraction || e.Number != math.Trunc(e.Number)
			}
		}
	}
	return s
}

// inUnit is how numbers of a unit of a view are printed.
func inUnit(unit string, s size, lang locale.Language) (word string, scale float64, decimals int) {
	switch unit {
	case "year":
		return "", 0, 0
	case "fraction", "share", "rate":
		return lang.Pick("%", "pct."), .01, 1
	case "fraction a year":
		return lang.Pick("% a year", "pct. om året"), .01, 1
	case "per cent":
		return lang.Pick("%", "pct."), 0, 1
	case "percentage points":
		return lang.Pick("percentage points", "procentpoint"), 0, 2
	case "":
		if s.fraction {
			return "", 0, 3
		}
		return "", 0, 0
	}
	for _, jobs := range [][2]string{{"FTE", "årsværk"}, {"employees", "ansatte"}} {
		if unit == jobs[0] {
			return lang.Pick(jobs[0], jobs[1]), 0, s.decimals()
		}
	}
	amount, per, ratio := strings.Cut(unit, " per ")
	if !locale.IsCurrency(amount) {
		return "", 0, s.decimals()
	}
	currency := amount
	if lang == locale.Danish && currency == "DKK" {
		currency = "kr."
	}
	word = currency
	switch {
	case ratio: // its parts, in the columns beside it, are much smaller
	case s.largest >= 1e12:
		word, scale = lang.Pick(currency+" bn", "mia. "+currency), 1e9
	case s.largest >= 1e7:
		word, scale = lang.Pick(currency+" m", "mio. "+currency), 1e6
	}
	if scale != 0 {
		s = size{s.largest / scale, true}
	}
	decimals = s.decimals()
	if ratio {
		if lang == locale.Danish {
			per = strings.NewReplacer("FTE", "årsværk", "employee", "ansat", "firm", "virksomhed", "company", "virksomhed").Replace(per)
		}
		word += lang.Pick(" per ", " pr. ") + per
	}
	return word, scale, decimals
}

// decimals gives figures three digits that say something.
func (s size) decimals() int {
	switch {
	case !s.fraction || s.largest >= 1000:
		return 0
	case s.largest >= 100:
		return 1
	}
	return 2
}
