package sectorcsv

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"smartcity/sector"
)

// ReadRecordsFile reads a file of records of one's own. Options.Name defaults
// to the path, and Report.File is its last element. Errors are those of
// [ReadRecords], or say that the file cannot be opened.
func ReadRecordsFile[T any](ctx context.Context, path string, opt Options) ([]T, *Report, error) {
	f, err := openFile(path, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	records, report, err := ReadRecords[T](ctx, f, opt)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return records, report, err
}

// ReadRecords reads a file into structs of any type T whose fields have gocsv's
// tags, in the order of the file: exports, value added, patents, price indices.
// How the file is written is recognised, and numbers are read, as [Read] does;
// gocsv's own conversions, which read "17.600" as 17.6 and a blank as 0, are
// never used.
//
// # Columns
//
// A field belongs to the column that one of the names in its tag stands for:
// as it is written, or else without regard to case, spaces, underscores,
// hyphens, full stops and accents, or else, for a number, beside a unit:
// "Exports (1.000 kr.)" is exports, times 1000. A name that spells the unit out
// gets the figures as they stand. Options.Columns names the header by a name of
// the tag instead. As in gocsv, `csv:"exports,eksport"` gives two names, a field
// without a tag goes by its own name, `csv:"-"` leaves it out, "partial" takes a
// header that contains the name, fields of embedded structs are those of T, and
// those of other structs are named "outer.inner".
//
// Every column is required, unless the tag has "default=": `csv:"weight,default=1"`
// stands for a blank cell and for a column that is absent; a number is written
// as in Go, and nothing after the sign means missing. "omitempty" concerns
// writing only. No header may stand there twice. Columns of no field are
// ignored and listed in the report.
//
// # Cells
//
//   - string: the text as it stands, in Unicode NFC and without white space
//     around it. Codes keep their zeros; nothing is mended, and a marker of
//     missing figures is a text like others.
//   - [sector.Figure]: known, missing or suppressed by the markers of
//     Options.Convention.
//   - float32, float64: NaN where the figure is missing or suppressed.
//   - integers: whole numbers that fit the type, exact to the last digit. They
//     cannot be missing: a blank or a marker is an error.
//   - bool: true or false, yes or no, ja or nej, 1 or 0, whatever their case. It
//     cannot be missing.
//   - a pointer to any of these: nil where the cell is blank or, but for text, a
//     marker.
//   - types with UnmarshalCSV(string) error or [encoding.TextUnmarshaler], in this
//     order: they are given the text, also a blank one, unless the field is a
//     pointer, which is nil then.
//
// A quote inside a cell that does not begin with one, as in 37.8"N, is text. A
// row of blank cells is skipped. Nothing is done about totals and doubled
// rows, and options that concern companies only are refused.
//
// Errors, Options.Lenient, Options.Progress, ctx and the report are as for
// [Read]; Column.Field is the first name of the tag. An error is returned, too,
// for a T that no file can be read into.
func ReadRecords[T any](ctx context.Context, r io.Reader, opt Options) ([]T, *Report, error) {
	var records []T
	report, err := eachRecord(ctx, r, opt, func(record *T, _ int) { records = append(records, *record) })
	if err != nil {
		return nil, report, err
	}
	return records, report, nil
}

// eachRecord reads records and the physical lines in which they begin.
func eachRecord[T any](ctx context.Context, r io.Reader, opt Options, add func(record *T, line int)) (*Report, error) {
	fields, err := recordFields(reflect.TypeFor[T]())
	if err == nil {
		err = opt.validateRecords(fields)
	}
	if err != nil {
		return nil, wholeError(opt.Name, err)
	}
	report := &Report{File: opt.Name}
	return report, opened(r, &opt, report, func(src *source) error {
		d := &recordDecoder{decoder: decoder{opt: &opt, report: report}, fields: fields}
		if err := d.begin(src); err != nil {
			return err
		}
		for i := 0; ; i++ {
			if i%1024 == 0 {
				if err := d.stopped(ctx); err != nil {
					return err
				}
				d.progress(src.stored())
			}
			var record T
			err := d.next(reflect.ValueOf(&record).Elem())
			switch {
			case err == io.EOF:
				d.progress(src.stored())
				report.Comments = d.quotes.comments
				return d.nothing()
			case err == nil:
				report.Kept++
				add(&record, d.line)
			default:
				if err := d.lenient(err); err != nil {
					return err
				}
			}
		}
	})
}

// validateRecords returns an error for options that no records can be read
// with.
func (o *Options) validateRecords(fields []recordField) error {
	for _, name := range sortedKeys(o.Columns) {
		if !slices.ContainsFunc(fields, func(f recordField) bool { return slices.Contains(f.names, name) }) {
			var all []string
			for _, f := range fields {
				all = append(all, f.names...)
			}
			return fmt.Errorf("there is no field %q; the fields are %s", name, joined(all))
		}
		if o.Columns[name] == "" {
			return fmt.Errorf("no header is given for the field %q", name)
		}
	}
	if o.Year != 0 || o.YearColumns != "" || o.Long != (Long{}) || o.Currency != "" || o.RevenueUnit != 0 || o.Flags != nil || o.Totals != nil || o.Doubles != RefuseDoubles {
		return errors.New("the options Year, YearColumns, Long, Currency, RevenueUnit, Flags, Totals and Doubles are for companies, not for records of one's own")
	}
	plain := *o
	plain.Columns = nil
	return plain.Validate()
}

// record is a row as gocsv fills it: the text of every column, from left to
// right.
type record struct {
	Cells recordCells `csv:"(cell)"`
}

type recordCells []string

// UnmarshalCSV is called by gocsv for each column.
func (c *recordCells) UnmarshalCSV(s string) error {
	*c = append(*c, plainQuotes(s))
	return nil
}

// recordDecoder reads the rows of one file into records.
type recordDecoder struct {
	decoder
	fields   []recordField
	statuses []sector.Status // of the row at hand, by column
}

// begin recognises how the file is written and which column belongs to which
// field.
func (d *recordDecoder) begin(src *source) error {
	dialect := d.opt.Dialect
	start, err := d.decoder.begin(src, &dialect, isRecordHeader(d.fields, d.opt), &record{}, true)
	if err != nil {
		return err
	}
	d.plan = &plan{columns: make([]planned, len(d.gocsv.Headers))}
	keys := make([]string, len(d.gocsv.Headers))
	for i, h := range d.gocsv.Headers {
		if !utf8.ValidString(h) {
			return d.whole(fmt.Errorf("the header of column %d, %s, is not UTF-8", i+1, quote(h)))
		}
		h = strings.TrimSpace(plainQuotes(h))
		d.plan.headers = append(d.plan.headers, h)
		d.plan.danish = d.plan.danish || parseHeader(h).danish
		keys[i] = "(cell)"
	}
	if err := assign(d.fields, d.plan, d.opt); err != nil {
		return d.whole(err)
	}
	d.beginRows()
	d.settleNotation(&dialect, start, func(s *sample) []string { return numberCells(d.fields, s) })
	d.report.Dialect, d.report.Packing = dialect, src.packing
	d.expect = make([]expected, len(keys))
	for _, f := range d.fields {
		if f.at >= 0 && f.kind.number() {
			d.expect[f.at] = aNumber
		}
	}
	for i, c := range d.plan.columns {
		if c.field == "" {
			d.report.Ignored = append(d.report.Ignored, d.plan.title(i))
			continue
		}
		d.report.Columns = append(d.report.Columns, Column{Field: c.field, Header: d.plan.headers[i], Unit: c.unit})
	}
	return d.gocsv.RenormalizeHeaders(func([]string) []string { return keys })
}

// next fills the next record, io.EOF after the last.
func (d *recordDecoder) next(into reflect.Value) error {
	for {
		filled, err := d.gocsv.Read()
		if err == io.EOF {
			return err
		}
		if err := d.swallowed(err); err != nil {
			return err
		}
		if err != nil {
			return d.broken(err)
		}
		d.line = d.lineOf(0)
		row := filled.(*record).Cells
		if !slices.ContainsFunc(row, notBlank) {
			continue // nothing but separators
		}
		d.report.Rows++
		return d.fill(into, row)
	}
}

// fill converts a row.
func (d *recordDecoder) fill(into reflect.Value, row []string) error {
	recoded := d.report.Dialect.Encoding != UTF8
	d.statuses = append(d.statuses[:0], make([]sector.Status, len(row))...)
	for i := range d.fields {
		f := &d.fields[i]
		if f.at < 0 {
			if err := f.set(into, "", &d.values, recoded, new(sector.Status)); err != nil {
				return err
			}
			continue
		}
		if err := f.set(into, row[f.at], &d.values, recoded, &d.statuses[f.at]); err != nil {
			return d.cell(f.at, row[f.at], err)
		}
	}
	column := 0
	for at, c := range d.plan.columns {
		if c.field == "" {
			continue
		}
		switch d.statuses[at] {
		case sector.Missing:
			d.report.Columns[column].Missing++
		case sector.Suppressed:
			d.report.Columns[column].Suppressed++
		}
		column++
	}
	return nil
}
