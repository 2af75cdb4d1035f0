package growthplot

import "strings"

// Plural reports whether an English name takes a plural verb, as far as its form
// shows: a list, such as "Governance and data", or a word in -s that is no singular.
func Plural(name string) bool {
	lower := strings.ToLower(name)
	if strings.Contains(lower, " and ") || strings.Contains(lower, " & ") {
		return true
	}
	return strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss") && !strings.HasSuffix(lower, "us") &&
		!strings.HasSuffix(lower, "is") && !strings.HasSuffix(lower, "ics")
}
