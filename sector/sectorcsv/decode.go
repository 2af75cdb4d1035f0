package sectorcsv

import (
	"bytes"
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

	ahead []byte // below the header, that csv has read already
	first int    // physical line below the header

	texts   []textField // that the file has
	years   []yearField
	figures []figureField
	columns []reported

	pending   []found // still to be returned
	long      map[sector.Company]*gathered
	longOrder []*gathered
	mendings  map[int]*Mended // by column
}

// reported is a column of the report.
type reported struct {
	field string
	year  int
	at    int // column of the file
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
	if err := d.open(src.in, dialect, dialect.HeaderLine-1); err != nil {
		return nil, err
	}
	if d.plan, err = newPlan(d.gocsv.Headers, opt); err != nil {
		return nil, d.whole(err)
	}
	d.values.convention = opt.Convention
	d.values.notation, d.values.decided = dialect.Notation, true
	if dialect.Notation == (Dialect{}).Notation {
		prefer, certain := preferred(dialect.Comma, d.plan.danish)
		cells := d.plan.figureCells(sample)
		d.values.notation, d.values.decided = notationOf(cells, prefer, certain)
		if !proves(numbersIn(cells), d.values.notation) { // the first rows do not tell, all of the head may
			sample.extend()
			d.values.notation, d.values.decided = notationOf(d.plan.figureCells(sample), prefer, certain)
		}
		dialect.Notation = d.values.notation
	}
	report.Dialect, report.Packing = dialect, src.packing
	d.describe()
	return d, d.gocsv.RenormalizeHeaders(func([]string) []string { return d.plan.keys() })
}

// open reads the header, which has physical lines above it.
func (d *decoder) open(in io.Reader, dialect Dialect, above int) error {
	d.above = above
	d.guard = &guard{r: in, keep: true}
	d.csv = csv.NewReader(d.guard)
	d.csv.Comma, d.csv.ReuseRecord = dialect.Comma, true
	if dialect.Comment > 0 {
		d.csv.Comment = dialect.Comment
	}
	var err error
	if d.gocsv, err = gocsv.NewUnmarshaller(d.csv, &row{}); err != nil {
		return d.broken(err)
	}
	header := d.csv.InputOffset()
	d.ahead, d.first = d.guard.kept[header:], above+1+bytes.Count(d.guard.kept[:header], []byte{'\n'})
	d.guard.n, d.guard.keep, d.guard.kept = 0, false, nil
	return nil
}

// redirect lets the decoder go on with records of the same columns, of which
// the first is in a physical line.
func (d *decoder) redirect(in io.Reader, line int) error {
	return d.open(io.MultiReader(strings.NewReader(d.header()), in), d.report.Dialect, line-2)
}

// header is a line that gocsv takes for the header of records without one.
func (d *decoder) header() string {
	return strings.Join(d.plan.keys(), string(d.report.Dialect.Comma)) + "\n"
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
		d.report.Columns = append(d.report.Columns, Column{Field: field, Header: header, Year: c.year, Unit: c.unit})
		d.columns = append(d.columns, reported{field, c.year, i})
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

// next returns the next company, errSkip for a record without one, io.EOF after
// the last.
func (d *decoder) next() (found, error) {
	for {
		if len(d.pending) > 0 {
			c := d.pending[0]
			d.pending = d.pending[1:]
			return c, nil
		}
		c, err := d.one()
		if err == io.EOF && len(d.longOrder) > 0 {
			for _, g := range d.longOrder {
				d.pending = append(d.pending, g.found)
			}
			d.longOrder = nil
			continue
		}
		return c, err
	}
}

// one reads a record: its company, errSkip if there is none in it, io.EOF
// after the last.
func (d *decoder) one() (found, error) {
	record, err := d.gocsv.Read()
	d.guard.n = 0
	if err == io.EOF {
		return found{}, err
	}
	if err != nil {
		return found{}, d.broken(err)
	}
	r := record.(*row)
	d.line = d.lineOf(0)
	if r.blank() {
		return found{}, errSkip // nothing but separators
	}
	d.report.Rows++
	return d.company(r)
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

	keep bool // what is read
	kept []byte
}

// longest is the longest record that is read.
const longest = 16 << 20

func (g *guard) Read(p []byte) (int, error) {
	if g.n > longest {
		return 0, fmt.Errorf("a row of more than %d MB: is a quote never closed?", longest>>20)
	}
	n, err := g.r.Read(p)
	g.n += n
	if g.keep {
		g.kept = append(g.kept, p[:n]...)
	}
	return n, err
}
