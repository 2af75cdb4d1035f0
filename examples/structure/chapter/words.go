package chapter

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/examples/notebook"
	"smartcity/growth/growthplot"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// say writes a sentence in the reader's language. The point of a Danish
// abbreviation is also the one of the sentence it ends.
func (s *Settings) say(english, danish string, args ...any) string {
	text := fmt.Sprintf(s.Lang.Pick(english, danish), args...)
	if s.Lang == locale.Danish {
		text = strings.NewReplacer("pct..", "pct.", "pct.**.", "pct.**", "kr..", "kr.", "kr.**.", "kr.**").Replace(text)
	}
	return text
}

func (s *Settings) number(x float64, decimals int) string { return s.Lang.Number(x, decimals) }

func (s *Settings) count(n int) string { return s.Lang.Number(float64(n), 0) }

func (s *Settings) percent(x float64) string { return s.Lang.Percent(x, 1) }

// signed writes a change with its sign.
func (s *Settings) signed(x float64, decimals int) string {
	return locale.Signed(x, s.Lang.Number(x, decimals))
}

// change writes growth with its sign.
func (s *Settings) change(x float64) string {
	return locale.Signed(x, s.Lang.Percent(x, 1))
}

// unit is what jobs are called in running text: so many of them.
func (s *Settings) unit() string {
	if s.Measure == sector.Employees {
		return s.say("employees", "ansatte")
	}
	return s.say("FTE", "årsværk")
}

// perJob is what revenue per job is called; it is not productivity.
func (s *Settings) perJob() string {
	if s.Measure == sector.Employees {
		return s.say("revenue per employee", "omsætning pr. ansat")
	}
	return s.say("revenue per FTE", "omsætning pr. årsværk")
}

// name is a name from data inside a sentence.
func (s *Settings) name(name string) string { return notebook.Text(s.Lang.GroupName(name)) }

// list joins names: "A, B and C".
func (s *Settings) list(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = s.name(n)
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + s.say(" and ", " og ") + out[n-1]
	}
	return strings.Join(out, "")
}

// companiesWord is a number of companies with the word for them.
func (s *Settings) companiesWord(n int) string {
	if n == 1 {
		return s.say("1 company", "1 virksomhed")
	}
	return s.say("%s companies", "%s virksomheder", s.count(n))
}

func (s *Settings) sectorsWord(n int) string {
	if n == 1 {
		return s.say("1 sector", "1 branche")
	}
	return s.say("%s sectors", "%s brancher", s.count(n))
}

// amount writes money in the magnitude that fits it, without decimals that are
// all zero.
func (c *Chapter) amount(x float64) string {
	f := growthplot.FormatOf(c.Lang, c.sectors.Currency, x)
	if scaled := locale.Shift(x, -3*int(f.Magnitude)); scaled == math.Trunc(scaled) {
		f.Decimals = 0
	}
	return f.Format(x)
}

// capital writes the first letter large, as at the start of a sentence.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// sizeClass names a size class with its limits, which the classes of the EU
// have; "" is that of companies whose size is not known.
func (s *Settings) sizeClass(name string) string {
	text, ok := map[string][2]string{
		"micro":  {"Micro: below 10", "Mikro: under 10"},
		"small":  {"Small: 10 to below 50", "Små: 10 til under 50"},
		"medium": {"Medium: 50 to below 250", "Mellemstore: 50 til under 250"},
		"large":  {"Large: 250 and more", "Store: 250 og derover"},
		"":       {"Size not known", "Størrelse ikke kendt"},
	}[name]
	if !ok {
		panic("chapter: no words for the size class " + name)
	}
	return s.Lang.Pick(text[0], text[1])
}

// place names where companies come from or go to between two years.
func (s *Settings) place(name string) string {
	text, ok := map[string][2]string{
		"micro": {"Micro", "Mikro"}, "small": {"Small", "Små"}, "medium": {"Medium", "Mellemstore"}, "large": {"Large", "Store"},
		"not known": {"Size not known", "Størrelse ikke kendt"}, "": {"Size not known", "Størrelse ikke kendt"},
		"birth": {"New", "Nye"}, "death": {"Gone", "Ophørt"}, "absent": {"Absent", "Fraværende"},
	}[name]
	if !ok {
		panic("chapter: no words for the place " + name)
	}
	return s.Lang.Pick(text[0], text[1])
}

// most returns the item with the largest value. There is none unless two are
// known and one of them is alone at the top: of a tie nothing can be said.
func most[T any](items []T, value func(T) float64) (T, bool) {
	var best T
	top, known, ties := math.Inf(-1), 0, 0
	for _, item := range items {
		switch x := value(item); {
		case math.IsNaN(x):
			continue
		case x > top:
			best, top, ties = item, x, 0
		case x == top:
			ties++
		}
		known++
	}
	return best, known > 1 && ties == 0
}

// least is the other end of [most].
func least[T any](items []T, value func(T) float64) (T, bool) {
	return most(items, func(item T) float64 { return -value(item) })
}
