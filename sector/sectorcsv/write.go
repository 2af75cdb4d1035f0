package sectorcsv

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"github.com/gocarina/gocsv"

	"smartcity/sector"
)

// WriteTable writes a sector table as CSV in UTF-8: comma, decimal point, one
// header line, the rows of the table without totals, a blank where a figure is
// not known. After a column for each dimension come
//
//	firms, fte, revenue, fte_missing, revenue_missing, fte_suppressed, revenue_suppressed
//
// with employees for fte where that is the table's measure. Missing and
// suppressed count companies, and are blank where package disclosure hides how
// many there are. Figures have as many digits as identify them:
// [Read] takes the file of a table by sector for companies added up by group,
// with the same sums. What is not in the file, such as the ratios of companies
// that have both figures, does not come back. Texts are written as they are; a
// name such as "=1+1" is a formula to a spreadsheet.
func WriteTable(w io.Writer, t *sector.Table) error {
	out := csv.NewWriter(w)
	jobs := t.Measure.String()
	var header []string
	for _, d := range t.By {
		header = append(header, d.Name())
	}
	header = append(header, "firms", jobs, "revenue", jobs+"_missing", "revenue_missing", jobs+"_suppressed", "revenue_suppressed")
	if err := out.Write(header); err != nil {
		return fmt.Errorf("sectorcsv: writing a table: %w", err)
	}
	// The number of dimensions is known only now, and gocsv wants a struct.
	var fields []reflect.StructField
	for i := range header {
		fields = append(fields, reflect.StructField{
			Name: "F" + strconv.Itoa(i), Type: reflect.TypeFor[string](), Tag: reflect.StructTag(fmt.Sprintf(`csv:"f%d"`, i)),
		})
	}
	rows := reflect.MakeSlice(reflect.SliceOf(reflect.StructOf(fields)), len(t.Rows), len(t.Rows))
	for i := range t.Rows {
		r := &t.Rows[i]
		cells := append([]string{}, r.Key...)
		for _, f := range []sector.Figure{r.Firms.Sum, r.Jobs.Sum, r.Revenue.Sum} {
			text := ""
			if f.Known() {
				text = f.String()
			}
			cells = append(cells, text)
		}
		for _, n := range []int{r.Jobs.Missing, r.Revenue.Missing, r.Jobs.Suppressed, r.Revenue.Suppressed} {
			text := ""
			if r.Rows > 0 { // else package disclosure hides how many there are
				text = strconv.Itoa(n)
			}
			cells = append(cells, text)
		}
		for j, text := range cells {
			rows.Index(i).Field(j).SetString(text)
		}
	}
	if err := gocsv.MarshalCSVWithoutHeaders(rows.Interface(), gocsv.NewSafeCSVWriter(out)); err != nil {
		return fmt.Errorf("sectorcsv: writing a table: %w", err)
	}
	return nil
}
