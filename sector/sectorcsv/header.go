package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"smartcity/growth/locale"
)

// field is a field of a company file and the headers it is known by.
type field struct {
	name            string
	english, danish []string
}

// fields is DOMAIN.md's table, in the order of sector.Company. The currency
// and the unit of a row are fields of the file, not of the company.
func fields() []field {
	return []field{
		{"id", []string{"company_id", "id", "vat", "orgnr"}, []string{"cvr", "cvr_nr", "cvr-nummer", "virksomheds-id"}},
		{"establishment", []string{"establishment", "establishment_id", "workplace_id"}, []string{"p_nr", "pnr", "p-nummer", "arbejdssted"}},
		{"name", []string{"name", "company", "company_name"}, []string{"navn", "virksomhed", "virksomhedsnavn"}},
		{"sector", []string{"sector", "industry", "domain"}, []string{"sektor", "branche", "domæne"}},
		{"industry_code", []string{"industry_code", "nace", "nace_code"}, []string{"db07", "branchekode"}},
		{"region", []string{"region"}, []string{"landsdel"}},
		{"municipality", []string{"municipality"}, []string{"kommune"}},
		{"year", []string{"year", "fiscal_year"}, []string{"år", "aar", "regnskabsår"}},
		{"fte", []string{"fte", "ftes", "full_time_equivalents"}, []string{"årsværk", "fuldtidsårsværk", "fuldtidsbeskæftigede", "fuldtidsansatte"}},
		{"employees", []string{"employees", "headcount", "workers", "staff"}, []string{"ansatte", "antal ansatte", "beskæftigede"}},
		{"revenue", []string{"revenue", "turnover", "sales"}, []string{"omsætning", "nettoomsætning"}},
		{"firms", []string{"firms", "companies", "number_of_firms"}, []string{"antal_firmaer", "antal virksomheder", "firmaer"}},
		{"founded", []string{"founded", "founding_year", "start_year"}, []string{"stiftet", "etableringsår", "startår"}},
		{"share", []string{"share", "smart_share"}, []string{"andel", "smart_andel"}},
		{"currency", []string{"currency"}, []string{"valuta"}},
		{"unit", []string{"unit", "units"}, []string{"enhed", "enheder", "måleenhed"}},
	}
}

func fieldNames() []string {
	var names []string
	for _, f := range fields() {
		names = append(names, f.name)
	}
	return names
}

// fold makes headers comparable: no case, spaces, underscores, hyphens, full
// stops or accents, and å, æ, ø like their spellings aa, ae, oe.
func fold(s string) string {
	s = strings.ToLower(norm.NFC.String(s))
	s = danishLetters().Replace(s)
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.IsSpace(r), unicode.Is(unicode.Pd, r), unicode.Is(unicode.Cf, r), r == '_', r == '.':
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// accentless is fold for those who write a for å.
func accentless(s string) string {
	return withoutRings().Replace(fold(s))
}

// The replacers are made once: a header may have very many columns.
var (
	danishLetters = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("å", "aa", "ø", "oe", "æ", "ae") })
	withoutRings  = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("aa", "a", "oe", "o") })
)

// recognise returns the field a header stands for, "" if none.
func recognise(header string) string { return byHeader()[accentless(header)].field }

type known struct {
	field  string
	danish bool
}

// byHeader is the table of fields the other way round. It is made once and
// never changes.
var byHeader = sync.OnceValue(func() map[string]known {
	table := map[string]known{}
	for _, f := range fields() {
		for _, h := range f.english {
			table[accentless(h)] = known{f.name, false}
		}
		for _, h := range f.danish {
			table[accentless(h)] = known{f.name, true}
		}
	}
	return table
})

func absent(field string, headers []string) error {
	return fmt.Errorf("no column for %s: the headers are %s; name one with -column %s=HEADER", field, quoted(headers), strings.Split(field, ",")[0])
}

func quoted(headers []string) string {
	var out []string
	for _, h := range headers {
		out = append(out, quote(h))
	}
	return strings.Join(out, ", ")
}

func joined(names []string) string { return strings.Join(names, ", ") }

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }

// find looks for a header, as it is written or else folded.
func find(headers []string, header string) (int, error) {
	for _, same := range []func(h string) bool{
		func(h string) bool { return h == header },
		func(h string) bool { return fold(h) == fold(header) },
	} {
		if i := slices.IndexFunc(headers, same); i >= 0 {
			if j := slices.IndexFunc(headers[i+1:], same); j >= 0 {
				return 0, fmt.Errorf("header %q stands there twice, as columns %d and %d", header, i+1, i+j+2)
			}
			return i, nil
		}
	}
	return 0, fmt.Errorf("there is no header %q; the headers are %s", header, quoted(headers))
}

// preferred is the notation that separator and headers speak for, and whether
// that settles it: commas between columns leave the point for decimals, and
// Danes write a decimal comma.
func preferred(comma rune, danish bool) (locale.Notation, bool) {
	switch {
	case comma == ',':
		return locale.English.Notation(), !danish
	case danish:
		return locale.Danish.Notation(), true
	case comma == ';':
		return locale.Danish.Notation(), false
	}
	return locale.English.Notation(), false
}
