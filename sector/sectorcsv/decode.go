package sectorcsv

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/gocarina/gocsv"

	"smartcity/sector"
)

// decoder reads the rows of one file.
type decoder struct {
	opt    *Options
	plan   *plan
	report *Report
	values figures
	totals []string // words that tell a row of totals

	csv   *csv.Reader
	gocsv *gocsv.Unmarshaller
	guard *guard
	above int // physical lines above what csv reads
	line  int // physical line of the row at hand

	texts   []textField // that the file has
	years   []yearField
	figures []figureField

	pending   []found // still to be returned
	long      map[sector.Company]*gathered
	longOrder []*gathered
	mendings  map[int]*Mended // by column
}

// newDecoder recognises how a file is written and what its columns are for,
// and gets ready to read its rows.
func newDecoder(src *source, opt *Options, report *Report) (*decoder, error) {
	d := &decoder{opt: opt, report: report, totals: opt.Totals, long: map[sector.Company]*gathered{}, mendings: map[int]*Mended{}}
	if d.totals == nil {
		d.totals = DefaultTotals()
	}
	dialect := opt.Dialect
	dialect.Encoding = src.encoding
	head, whole, err := src.head()
	if err != nil {
		return nil, d.whole(err)
	}
	skip, sample, err := detect(head, whole, &dialect, opt.isKnown)
	if err != nil {
		return nil, d.whole(err)
	}
	if _, err := src.in.Discard(skip); err != nil {
		return nil, d.whole(err)
	}
	d.above = dialect.HeaderLine - 1
	if err := d.open(src.in, dialect); err != nil {
		return nil, err
	}
	if d.plan, err = newPlan(d.gocsv.Headers, opt); err != nil {
		return nil, d.whole(err)
	}
	d.values.convention = opt.Convention
	d.values.notation, d.values.decided = dialect.Notation, true
	if dialect.Notation == (Dialect{}).Notation {
		prefer, certain := preferred(dialect.Comma, d.plan.danish)
		d.values.notation, d.values.decided = notationOf(d.plan.figureCells(sample), prefer, certain)
		dialect.Notation = d.values.notation
	}
	report.Dialect, report.Packing = dialect, src.packing
	d.describe()
	return d, d.gocsv.RenormalizeHeaders(func([]string) []string { return d.plan.keys() })
}

// open reads the header.
func (d *decoder) open(in *bufio.Reader, dialect Dialect) error {
	d.guard = &guard{r: in}
	d.csv = csv.NewReader(d.guard)
	d.csv.Comma, d.csv.ReuseRecord = dialect.Comma, true
	if dialect.Comment > 0 {
		d.csv.Comment = dialect.Comment
	}
	var err error
	if d.gocsv, err = gocsv.NewUnmarshaller(d.csv, &row{}); err != nil {
		return d.broken(err)
	}
	d.guard.n = 0
	return nil
}

// figureCells are the cells of the sample that hold figures.
func (p *plan) figureCells(s *sample) []string {
	var cells []string
	for _, r := range s.data() {
		for i, c := range p.columns {
			if isFigure(c.field) || c.field == value {
				cells = append(cells, strings.TrimSpace(r[i]))
			}
		}
	}
	return cells
}

// keys are the names under which gocsv fills a row.
func (p *plan) keys() []string {
	keys := make([]string, len(p.columns))
	for i, c := range p.columns {
		switch {
		case p.isFlag(i):
			keys[i] = "(flag)"
		case c.year != 0:
			keys[i] = "(wide)"
		case c.field == "":
			keys[i] = "(ignored)"
		default:
			keys[i] = c.field
		}
	}
	return keys
}

// describe begins the report.
func (d *decoder) describe() {
	for i, c := range d.plan.columns {
		header := d.plan.headers[i]
		if c.field == "" && !d.plan.isFlag(i) {
			if header == "" {
				header = fmt.Sprintf("column %d", i+1)
			}
			d.report.Ignored = append(d.report.Ignored, header)
			continue
		}
		field := c.field
		if d.plan.isFlag(i) {
			field = "(flag)"
		}
		column := Column{Field: field, Header: header, Year: c.year, Unit: c.unit}
		d.report.Columns = append(d.report.Columns, column)
	}
	switch {
	case d.plan.has("establishment"):
		d.report.Firms = sector.CountIDs
	case d.plan.has("firms"):
		d.report.Firms = sector.CountColumn
	}
	for _, f := range textFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.texts = append(d.texts, f)
		}
	}
	for _, f := range yearFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.years = append(d.years, f)
		}
	}
	for _, f := range figureFields() {
		if f.at = d.plan.at(f.name); f.at >= 0 {
			d.figures = append(d.figures, f)
		}
	}
}

// next returns the next company, io.EOF after the last.
func (d *decoder) next() (found, error) {
	for {
		if len(d.pending) > 0 {
			c := d.pending[0]
			d.pending = d.pending[1:]
			return c, nil
		}
		record, err := d.gocsv.Read()
		if err == io.EOF && len(d.longOrder) > 0 {
			for _, g := range d.longOrder {
				d.pending = append(d.pending, g.found)
			}
			d.longOrder = nil
			continue
		}
		if err == io.EOF {
			return found{}, err
		}
		if err != nil {
			return found{}, d.broken(err)
		}
		d.guard.n = 0
		r := record.(*row)
		d.line = d.lineOf(0)
		if r.blank() {
			continue // nothing but separators
		}
		d.report.Rows++
		if c, err := d.company(r); err != errSkip {
			return c, err
		}
	}
}

// mended notes a cell that was mended.
func (d *decoder) mended(at int, text string) {
	m, ok := d.mendings[at]
	if !ok {
		m = &Mended{Header: d.plan.headers[at], Line: d.line, Value: strings.TrimSpace(text)}
		d.mendings[at] = m
	}
	m.Count++
}

// lineOf is the physical line in which a column of the row at hand begins.
func (d *decoder) lineOf(column int) int {
	line, _ := d.csv.FieldPos(column)
	return d.above + line
}

// guard keeps a field from growing beyond bounds where a quote is never
// closed.
type guard struct {
	r io.Reader
	n int // bytes since the last whole record
}

// longest is the longest record that is read.
const longest = 16 << 20

func (g *guard) Read(p []byte) (int, error) {
	if g.n > longest {
		return 0, fmt.Errorf("a row of more than %d MB: is a quote never closed?", longest>>20)
	}
	n, err := g.r.Read(p)
	g.n += n
	return n, err
}
