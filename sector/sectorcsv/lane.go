package sectorcsv

// Lane is a way of reading rows. Both give the same values, the same counts and
// warnings, and the same first error.
type Lane uint8

const (
	// ReadingLane reads through gocsv, row by row. It takes every file.
	ReadingLane Lane = iota
	// FastLane cuts a file into chunks and takes them apart on all cores. It
	// leaves wide and long files, files of establishments or with comments, those
	// read with a concordance or with Options.Doubles set, and tables by size
	// class or by functions to the reading lane.
	FastLane
)

// String returns "reading" or "fast".
func (l Lane) String() string {
	if l == FastLane {
		return "fast"
	}
	return "reading"
}

// MarshalText returns the name, so that a Lane can stand in JSON.
func (l Lane) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// DoubleCheck is among which rows doubled company-years are looked for.
type DoubleCheck uint8

const (
	// AllRows compares each row with all before it.
	AllRows DoubleCheck = iota
	// NeighbouringRows compares each row with the last before it that has an id.
	NeighbouringRows
)

// String returns "all rows" or "neighbouring rows".
func (c DoubleCheck) String() string {
	if c == NeighbouringRows {
		return "neighbouring rows"
	}
	return "all rows"
}

// MarshalText returns the name, so that a DoubleCheck can stand in JSON.
func (c DoubleCheck) MarshalText() ([]byte, error) { return []byte(c.String()), nil }
