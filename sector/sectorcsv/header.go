package sectorcsv

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// field is a field of a company file and the headers it is known by.
type field struct {
	name            string
	english, danish []string
}

// fields is DOMAIN.md's table, in the order of sector.Company. The currency of
// a row is a field of the file, not of the company.
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
	s = strings.NewReplacer("å", "aa", "ø", "oe", "æ", "ae").Replace(s)
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
	return strings.NewReplacer("aa", "a", "oe", "o").Replace(fold(s))
}

// recognise returns the field a header stands for, "" if none.
func recognise(header string) string { return byHeader()[accentless(header)].field }

// isDanish reports whether a header is one that only Danes use.
func isDanish(header string) bool { return byHeader()[accentless(header)].danish }

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

// match gives each column of the header its field, "" for those to ignore.
func match(headers []string, opt *Options) ([]string, error) {
	out := make([]string, len(headers))
	for _, field := range sortedKeys(opt.Columns) {
		i, err := find(headers, opt.Columns[field])
		if err != nil {
			return nil, fmt.Errorf("for %s: %w", field, err)
		}
		if out[i] != "" {
			return nil, fmt.Errorf("header %q is given for %s and for %s", headers[i], out[i], field)
		}
		out[i] = field
	}
	for i, h := range headers {
		f := recognise(h)
		if _, mapped := opt.Columns[f]; f == "" || mapped || out[i] != "" {
			continue
		}
		if j := slices.Index(out, f); j >= 0 {
			return nil, fmt.Errorf("headers %q and %q both stand for %s; name the one that holds it (-column %s=%s)", headers[j], h, f, f, h)
		}
		out[i] = f
	}
	for i, h := range headers {
		if j := slices.Index(headers, h); h != "" && j < i {
			return nil, fmt.Errorf("header %q stands there twice, as columns %d and %d", h, j+1, i+1)
		}
	}
	if err := required(headers, out, opt); err != nil {
		return nil, err
	}
	if i := slices.Index(out, "firms"); i >= 0 && slices.Contains(out, "establishment") {
		out[i] = "" // firms are counted by id then
	}
	return out, nil
}

// find looks for a mapped header, as it is written or else folded.
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

func required(headers, matched []string, opt *Options) error {
	has := func(f string) bool { return slices.Contains(matched, f) }
	switch {
	case !has("sector"):
		return absent("sector", headers)
	case !has("year") && opt.Year == 0:
		return fmt.Errorf("%w; a file of one year needs -year", absent("year", headers))
	case has("year") && opt.Year != 0:
		return fmt.Errorf("the file has a year column, %q, so the year %d cannot be given for it", headers[slices.Index(matched, "year")], opt.Year)
	case !has("fte") && !has("employees") && !has("revenue") && !has("firms"):
		return absent("fte, employees, revenue or firms", headers)
	}
	return nil
}

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
