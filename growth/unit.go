package growth

import (
	"slices"
	"strings"
)

// noFraction reports whether a unit says that figures are per cents, percentage
// points or index numbers, and so no fractions.
func noFraction(unit string) bool {
	unit = strings.ToLower(unit)
	if strings.HasPrefix(unit, "fraction") {
		return false
	}
	return slices.ContainsFunc([]string{"%", "per cent", "percent", "procent", "pct", "point", "index", "indeks"},
		func(word string) bool { return strings.Contains(unit, word) })
}

// noMoney reports whether a unit says that figures are jobs, companies, shares or
// index numbers, which have no prices. What is counted stands last before "per"
// or "a": "1,000 FTE", but "DKK per FTE" is money.
func noMoney(unit string) bool {
	unit = strings.ToLower(unit)
	if strings.HasPrefix(unit, "index") || strings.HasPrefix(unit, "indeks") || strings.Contains(unit, "percentage point") {
		return true
	}
	if strings.HasPrefix(unit, "per cent") {
		unit = "percent" // and not "per" something
	}
	for _, per := range []string{" per ", " a ", " pr. ", "/"} {
		unit, _, _ = strings.Cut(unit, per)
	}
	words := strings.Fields(unit)
	return len(words) > 0 && slices.Contains([]string{
		"fte", "ftes", "equivalents", "employee", "employees", "person", "persons", "people", "jobs",
		"company", "companies", "firm", "firms", "establishments", "fraction", "%", "percent", "pct.", "pct",
		"årsværk", "ansatte", "personer", "virksomheder", "firmaer", "procent",
	}, words[len(words)-1])
}
