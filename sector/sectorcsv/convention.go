package sectorcsv

import (
	"strings"

	"smartcity/sector"
)

// Convention is whose markers stand for figures that are not known.
type Convention uint8

const (
	// CommonMarkers are read in every file: blank, NA, N/A, #N/A, NaN, null are
	// missing; "..", x, c, D, (D), S, (S) are suppressed. "-" and "." are errors.
	CommonMarkers Convention = iota
	// StatisticsDenmark writes "-" for zero, "." for a figure that cannot be
	// (missing), ".." for one that is not given because it is uncertain or
	// confidential (suppressed) and "..." for one that is not there yet (missing).
	StatisticsDenmark
	// Eurostat writes ":" for a figure that is not available and "-" for one that
	// does not exist (both missing), "c" alone or after ":" for a confidential one
	// (suppressed), and lets flags follow a number ("123 p") or the ":".
	Eurostat
	// BDS is the US Census Bureau's Business Dynamics Statistics: D and S are
	// suppressed; X (structurally missing) and N (not available) are missing, also
	// in brackets.
	BDS
	// R writes NA; it has no markers beside the common ones.
	R
)

// marker reads a cell that stands for no number, or for zero.
func (c Convention) marker(s string) (f sector.Figure, ok bool) {
	if len(s) > 5 { // the longest marker is "#N/A" or ": c"
		return f, false
	}
	switch c {
	case StatisticsDenmark:
		switch s {
		case "-", "–":
			return sector.Value(0), true
		case ".", "...":
			return sector.Figure{}, true
		}
	case Eurostat:
		switch strings.ReplaceAll(s, " ", "") {
		case ":", "-":
			return sector.Figure{}, true
		case ":c", "c":
			return sector.Hidden(), true
		}
		if strings.HasPrefix(s, ":") {
			return sector.Figure{}, true
		}
	case BDS:
		switch strings.ToUpper(s) {
		case "X", "(X)", "N", "(N)":
			return sector.Figure{}, true
		}
	}
	switch strings.ToLower(s) {
	case "", "na", "n/a", "#n/a", "nan", "null":
		return sector.Figure{}, true
	case "..", "x", "c", "d", "(d)", "s", "(s)":
		return sector.Hidden(), true
	}
	return f, false
}

// cutFlag removes Eurostat's flags after a number.
func (c Convention) cutFlag(s string) string {
	if c != Eurostat {
		return s
	}
	space := strings.LastIndexByte(s, ' ') // others are between thousands
	if space < 0 || space == len(s)-1 || strings.Trim(s[space+1:], "bcdefinprsuz") != "" {
		return s
	}
	return s[:space]
}
