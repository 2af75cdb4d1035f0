package sectorcsv

import (
	"fmt"
	"slices"
	"strings"
)

// mapped is the header that the caller names for a field.
func (f *recordField) mapped(opt *Options) (header string, ok bool) {
	for _, name := range f.names {
		if header, ok = opt.Columns[name]; ok {
			return header, true
		}
	}
	return "", false
}

// title is a header in the ways that it is compared.
type title struct {
	text, folded string
	bare         string  // folded, without unit and currency; "" if it names none
	unit         float64 // what one of its figures is worth
	odd          string  // a word that looks like a unit and is not known as one
}

func titleOf(header string) title {
	t := title{text: header, folded: fold(header), unit: 1}
	h := heading{unit: 1}
	var name strings.Builder
	for _, word := range headerWords(header) {
		if !h.unitWord(word) {
			name.WriteString(word)
		}
	}
	if name.Len() > 0 && (h.unit != 1 || h.currency != "" || h.odd != "") {
		t.unit, t.odd = h.unit, h.odd
		if h.short && h.currency == "" {
			t.odd = "a single letter"
		}
		if h.year == 0 {
			t.bare = fold(name.String())
		}
	}
	return t
}

// is reports how well a title stands for a field: 0 as it is written, 1 folded,
// 2 beside a unit, 3 in part; −1 if it does not.
func (f *recordField) is(t *title) int {
	best := -1
	for i, name := range f.names {
		folded, how := f.folded[i], -1
		switch {
		case t.text == name:
			how = 0
		case folded == "":
		case t.folded == folded:
			how = 1
		case f.kind.number() && t.bare == folded:
			how = 2
		case f.partial && strings.Contains(t.folded, folded):
			how = 3
		}
		if how >= 0 && (best < 0 || how < best) {
			best = how
		}
	}
	return best
}

// isRecordHeader reports whether a header stands for a field, for the search of
// the header line.
func isRecordHeader(fields []recordField, opt *Options) func(string) bool {
	is := func(header string) bool {
		t := titleOf(strings.TrimSpace(header))
		return slices.ContainsFunc(fields, func(f recordField) bool {
			if mapped, ok := f.mapped(opt); ok {
				return fold(mapped) == t.folded
			}
			return f.is(&t) >= 0
		})
	}
	seen := map[string]bool{} // each cell is asked for under every separator
	return func(header string) bool {
		known, ok := seen[header]
		if !ok {
			known = is(header)
			seen[header] = known
		}
		return known
	}
}

// assign gives each field its column.
func assign(fields []recordField, p *plan, opt *Options) error {
	titles := make([]title, len(p.headers))
	seen := map[string]int{}
	for i, h := range p.headers {
		if j, twice := seen[h]; twice && h != "" {
			return fmt.Errorf("header %q stands there twice, as columns %d and %d", h, j+1, i+1)
		}
		seen[h], titles[i] = i, titleOf(h)
	}
	for i := range fields {
		f := &fields[i]
		name, whole := f.names[0], false
		if header, ok := f.mapped(opt); ok {
			at, err := find(p.headers, header)
			if err != nil {
				return fmt.Errorf("for %s: %w", name, err)
			}
			f.at, whole = at, f.is(&titles[at]) == 0 || f.is(&titles[at]) == 1
		} else {
			best := -1
			for at := range titles {
				how := f.is(&titles[at])
				switch {
				case how < 0 || best >= 0 && how > best:
				case how == best:
					return fmt.Errorf("headers %q and %q both stand for %s; name the one that holds it (-column %s=%s)", p.headers[f.at], p.headers[at], name, name, p.headers[at])
				default:
					f.at, best, whole = at, how, how < 2
				}
			}
		}
		if f.at < 0 {
			if f.fallback == nil {
				return absent(name, p.headers)
			}
			continue
		}
		if t := &titles[f.at]; f.kind.number() && !whole {
			if t.odd != "" {
				return fmt.Errorf("header %q seems to name a unit, %q, that is not known; give the field the whole header as its name, or name the column otherwise", t.text, t.odd)
			}
			f.unit = t.unit
		}
		if other := p.columns[f.at].field; other != "" {
			return fmt.Errorf("header %q is given for %s and for %s", p.headers[f.at], other, name)
		}
		p.columns[f.at] = planned{field: name, unit: f.unit}
	}
	return nil
}

// numberCells are the cells of the sample that hold numbers.
func numberCells(fields []recordField, s *sample) []string {
	var cells []string
	for _, row := range s.data() {
		for i := range fields {
			if f := &fields[i]; f.at >= 0 && f.kind.number() {
				cells = append(cells, strings.TrimSpace(row[f.at]))
			}
		}
	}
	return cells
}
