package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// names are the sheets of a workbook so far.
type names []string

// add makes a name that Excel accepts of the first wish that has a letter or
// digit in it, and takes it: at most 31 UTF-16 units, none of : \ / ? * [ ], no
// apostrophe (at its ends Excel refuses it, and inside every reference would have
// to double it), not "History", which Excel keeps for itself, and unlike all
// others also when case is left aside.
func (n *names) add(wishes ...string) string {
	var name string
	for _, wish := range wishes {
		if name = tidy(wish); name != "" {
			break
		}
	}
	name = shorten(cmp.Or(name, "1"), excelize.MaxSheetNameLength)
	if strings.EqualFold(name, "History") {
		name += " 1"
	}
	unique := name
	for i := 2; n.has(unique); i++ {
		number := fmt.Sprintf(" (%d)", i)
		unique = shorten(name, excelize.MaxSheetNameLength-len(number)) + number
	}
	*n = append(*n, unique)
	return unique
}

func (n names) has(name string) bool {
	return slices.ContainsFunc(n, func(o string) bool {
		return strings.EqualFold(o, name) || strings.EqualFold(strings.ToUpper(o), strings.ToUpper(name))
	})
}

// tidy leaves out of a name what cannot be seen or cannot be there.
func tidy(s string) string {
	visible := false
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r):
			return '-'
		case r == '\'':
			return '’'
		case r == unicode.ReplacementChar, !unicode.IsGraphic(r) && r != zeroWidthJoiner:
			return -1
		}
		visible = visible || unicode.In(r, unicode.L, unicode.N, unicode.So)
		return r
	}, plain(s))
	if !visible {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

const zeroWidthJoiner = '\u200D' // holds emoji of several parts together

// shorten cuts a name to a number of UTF-16 units, after a word where one ends
// in the second half.
func shorten(s string, limit int) string {
	if units(s) <= limit {
		return s
	}
	cut, n := 0, 0
	for i, r := range s {
		if n+utf16.RuneLen(r) > limit-1 {
			cut = i
			break
		}
		n += utf16.RuneLen(r)
	}
	if i := strings.LastIndexByte(s[:cut+1], ' '); i > 0 && units(s[:i]) > limit/2 {
		cut = i
	}
	return strings.TrimRightFunc(s[:cut], func(r rune) bool {
		return r == zeroWidthJoiner || unicode.IsSpace(r) || unicode.In(r, unicode.Mn, unicode.Pd, unicode.Po)
	}) + "…"
}

// units is the length of a text as Excel counts it.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
