package chapter

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// say writes a sentence in the reader's language. The point of a Danish
// abbreviation is also the one of the sentence it ends.
func (s *Settings) say(english, danish string, args ...any) string {
	text := s.Lang.Pick(english, danish)
	if len(args) > 0 {
		text = fmt.Sprintf(text, args...)
	}
	if s.Lang == locale.Danish {
		text = strings.NewReplacer("pct..", "pct.", "pct.**.", "pct.**", "kr..", "kr.").Replace(text)
	}
	return text
}

// decimals of printed jobs: small numbers need one.
func (c *Chapter) decimals() int {
	if c.outlook.Total.Base < 100 {
		return 1
	}
	return 0
}

func (c *Chapter) jobs(x float64) string { return c.Lang.Number(x, c.decimals()) }

// column is one of jobs.
func (c *Chapter) column(name, header string) notebook.Column {
	return notebook.Column{Name: name, Header: header, Decimals: c.decimals()}
}

func (s *Settings) count(n int) string { return s.Lang.Number(float64(n), 0) }

func (s *Settings) percent(x float64) string { return s.Lang.Percent(x, 1) }

// probability writes one in whole per cents, finely in tenths; what was drawn is
// never called certain or impossible.
func (s *Settings) probability(p float64) string { return s.drawn(p, .01, 0) }
func (s *Settings) finely(p float64) string      { return s.drawn(p, .001, 1) }

func (s *Settings) drawn(p, step float64, decimals int) string {
	switch {
	case p >= 1-step/2:
		return s.say("over %s", "over %s", s.Lang.Percent(1-step, decimals))
	case p < step/2:
		return s.say("under %s", "under %s", s.Lang.Percent(step, decimals))
	}
	return s.Lang.Percent(p, decimals)
}

// unit is what jobs are called in running text: so many of them.
func (s *Settings) unit() string {
	if s.Measure == sector.Employees {
		return s.say("employees", "ansatte")
	}
	return s.say("FTE", "årsværk")
}

// name is a name from data inside a sentence.
func (s *Settings) name(name string) string { return notebook.Text(s.Lang.GroupName(name)) }

// scenario names a scenario.
func (s *Settings) scenario(name string) string {
	return map[string]string{low: s.say("Low", "Lav"), central: s.say("Central", "Central"), high: s.say("High", "Høj")}[name]
}

// join lists names: "A, B and C".
func join(names []string, and string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + and + names[n-1]
	}
	return strings.Join(names, "")
}

// lowerFirst is the other way round, for inside a sentence.
func lowerFirst(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[n:]
}

// capital writes the first letter large, as at the start of a sentence.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}
