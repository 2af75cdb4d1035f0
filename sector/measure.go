package sector

import "fmt"

// Measure is what a job figure counts. The two are never mixed: a table is
// made of one of them and carries its name.
type Measure uint8

const (
	FTE       Measure = iota // full-time equivalents (årsværk)
	Employees                // headcount (ansatte)
)

// String returns "fte" or "employees", the names of the columns.
func (m Measure) String() string {
	if m == Employees {
		return "employees"
	}
	return "fte"
}

// MarshalText returns the name, so that a Measure can stand in JSON and be
// given to [flag.TextVar].
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText accepts "fte" and "employees".
func (m *Measure) UnmarshalText(text []byte) error {
	switch string(text) {
	case "fte":
		*m = FTE
	case "employees":
		*m = Employees
	default:
		return fmt.Errorf("measure %q is not known: use fte or employees", text)
	}
	return nil
}

// Unit returns the measure as a unit of a series, "FTE" or "employees".
func (m Measure) Unit() string {
	if m == Employees {
		return "employees"
	}
	return "FTE"
}

// one is the unit in the singular.
func (m Measure) one() string {
	if m == Employees {
		return "employee"
	}
	return "FTE"
}
