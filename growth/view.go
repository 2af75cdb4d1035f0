package growth

// View is a result as a table, so that it can be printed, written as CSV and
// drawn. Results with several named figures have a method View. The names of
// columns are English, in lower case with underscores, and stay the same from
// version to version; who prints a view translates them.
type View struct {
	Columns []ViewColumn
	Rows    [][]Entry // each as long as Columns
}

// ViewColumn says what the entries below it are.
type ViewColumn struct {
	Name string
	// Unit is that of the numbers as they stand in the entries: "FTE", "DKK",
	// "companies", "year", "fraction" (0.12 is 12 %), "fraction a year",
	// "percentage points"; "" for text and for numbers without a unit.
	Unit string
}

// Entry is a cell of a View. The zero value is a figure that is missing.
type Entry struct {
	Kind   EntryKind
	Text   string  // of a TextEntry
	Number float64 // of a NumberEntry, never NaN or infinite
}

// EntryKind is what stands in an Entry.
type EntryKind uint8

const (
	MissingEntry    EntryKind = iota // a figure that nobody has stated, or that is not defined
	SuppressedEntry                  // a figure that somebody knows and may not tell
	NumberEntry
	TextEntry
)

// TextOf returns an entry of text, as of the name of a sector.
func TextOf(s string) Entry { return Entry{Kind: TextEntry, Text: s} }

// NumberOf returns an entry of a number. NaN is a figure that is missing, and so
// is an infinity, which stands for no figure.
func NumberOf(x float64) Entry {
	if !finite(x) {
		return Entry{}
	}
	return Entry{Kind: NumberEntry, Number: x}
}
