package sectorcsv

import (
	"slices"
	"strings"

	"smartcity/growth/locale"
)

// marks stand inside of numbers, and not at their ends.
const marks = ".,'’ \u00a0\u2009\u202f"

// numberIn is the number in a cell, whatever stands around it: a currency, a
// unit, brackets.
func numberIn(cell string) string {
	start := strings.IndexAny(cell, "0123456789")
	if start < 0 {
		return ""
	}
	end := start
	for i, r := range cell[start:] {
		switch {
		case r >= '0' && r <= '9':
			end = start + i + 1
		case !strings.ContainsRune(marks, r):
			return cell[start:end]
		}
	}
	return cell[start:end]
}

// numbersIn are the numbers in cells that have marks.
func numbersIn(cells []string) []string {
	var numbers []string
	for _, c := range cells {
		if !strings.ContainsAny(c, marks) {
			continue
		}
		if s := numberIn(c); strings.ContainsAny(s, marks) {
			numbers = append(numbers, s)
		}
	}
	return numbers
}

// notations are those that a file may be written in, decimal points first.
func notations() []locale.Notation {
	return []locale.Notation{
		{Decimal: '.', Group: ','}, {Decimal: ',', Group: '.'},
		{Decimal: '.', Group: ' '}, {Decimal: ',', Group: ' '},
		{Decimal: '.', Group: '\''}, {Decimal: ',', Group: '\''},
	}
}

// notationOf recognises the notation of numbers from cells that hold figures.
// Prefer is the one that the rest of the file speaks for, and certain says that
// it does so beyond doubt. Decided is false where numbers such as "1.234" could
// be thousands or decimals for all that the cells tell.
func notationOf(cells []string, prefer locale.Notation, certain bool) (n locale.Notation, decided bool) {
	numbers := numbersIn(cells)
	if len(numbers) == 0 {
		return prefer, certain
	}
	// A cell counts for the notations it can be read in; one that cannot be read
	// in any is no evidence, and an error when its row is read.
	var left []locale.Notation
	most := 0
	for _, n := range notations() {
		fit := 0
		for _, s := range numbers {
			if _, err := n.Parse(s); err == nil {
				fit++
			}
		}
		if fit > most {
			left, most = nil, fit
		}
		if fit == most && fit > 0 {
			left = append(left, n)
		}
	}
	if len(left) == 0 {
		return prefer, certain
	}
	// One typing error must not turn thousands into decimals: what the rest of
	// the file speaks for gives way to one cell in ten at least.
	if !slices.Contains(left, prefer) {
		fit := 0
		for _, s := range numbers {
			if _, err := prefer.Parse(s); err == nil {
				fit++
			}
		}
		if 10*(most-fit) < most {
			return prefer, proves(numbers, prefer)
		}
	}
	if slices.Contains(left, prefer) {
		if certain {
			return prefer, true
		}
		left = append([]locale.Notation{prefer}, slices.DeleteFunc(left, func(n locale.Notation) bool { return n == prefer })...)
	}
	// Spaces or apostrophes between thousands say nothing of the decimals.
	for _, n := range left {
		if n.Decimal == prefer.Decimal && n.Group == left[0].Group {
			left[0], prefer = n, n
		}
	}
	return left[0], sameValues(numbers, left)
}

// proves reports whether a number can be read in one way only.
func proves(numbers []string, n locale.Notation) bool {
	return slices.ContainsFunc(numbers, func(s string) bool {
		_, err := n.Parse(s)
		return err == nil && !doubtful(s)
	})
}

// sameValues reports whether numbers mean the same in all of the notations,
// among those that can read them.
func sameValues(numbers []string, notations []locale.Notation) bool {
	for _, s := range numbers {
		first, err := notations[0].Parse(s)
		if err != nil {
			continue
		}
		for _, n := range notations[1:] {
			if x, err := n.Parse(s); err == nil && x != first {
				return false
			}
		}
	}
	return true
}

// doubtful reports whether a number could be one of thousands or one with
// three decimals: one mark, three digits after it, and up to three before.
func doubtful(s string) bool {
	s = numberIn(s)
	i := strings.IndexAny(s, ".,")
	return i >= 1 && i <= 3 && s[0] != '0' && len(s) == i+4 && !strings.ContainsAny(s[i+1:], ".,'’ ")
}
