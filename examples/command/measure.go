package command

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// NoMeasure is the error of a company file without a column for a measure of jobs. It
// points at the measure that the file does have.
func NoMeasure(file string, read *sectorcsv.Report, m sector.Measure) error {
	other := ""
	for _, alternative := range []sector.Measure{sector.FTE, sector.Employees} {
		if alternative != m && read.Has(alternative.String()) {
			other = fmt.Sprintf(" (there is one for %s: -measure %[1]s)", alternative)
		}
	}
	return fmt.Errorf("%s: there is no column for %s%s; name one with -column %[2]s=HEADER", file, m, other)
}
