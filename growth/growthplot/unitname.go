package growthplot

import "smartcity/growth/locale"

// UnitName writes the unit of a series as a chart names it at the start of a
// subtitle: "Full-time equivalent jobs" for "FTE". A unit it does not know it
// returns as it is.
func UnitName(l locale.Language, unit string) string {
	switch unit {
	case "FTE":
		return l.Pick("Full-time equivalent jobs", "Fuldtidsbeskæftigede")
	case "employees":
		return l.Pick("Employees", "Ansatte")
	case "firms":
		return l.Pick("Companies", "Virksomheder")
	}
	return unit
}
