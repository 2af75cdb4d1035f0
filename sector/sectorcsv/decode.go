package sectorcsv

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
	"strings"

	"github.com/gocarina/gocsv"

	"smartcity/sector"
)

// decoder reads the rows of one file.
type decoder struct {
	opt        *Options
	plan       *plan
	report     *Report
	values     figures
	totals     []string // words that tell a row of totals
	totalWords totalWords

	csv   *csv.Reader
	gocsv *gocsv.Unmarshaller
	guard *guard
	above int    // physical lines above what csv reads
	line  int    // physical line of the row at hand
	title string // what stands above the header
	width int    // columns of a row with another number of them than the header

	ahead []byte // below the header, that csv has read already
	first int    // physical line below the header

	texts   []textField // that the file has
	years   []yearField
	figures []figureField
	columns []reported
	others  []int      // columns that are not used
	expect  []expected // by column

	pending   []found // of the row at hand, but for the first
	ofRow     []found
	long      map[sector.Company]*gathered
	longOrder []*gathered
	longOver  bool // all rows were read

	quotes   *bareQuotes            // of a file with comments, or of records
	units    bool                   // rows name the units of their figures
	unit     *unitPhrase            // of the row at hand
	phrases  map[string]*unitPhrase // that were read
	mendings map[int]*Mended        // and other remarks: see remark
}

// newDecoder recognises how a file is written and what its columns are for,
// and gets ready to read its rows.
func newDecoder(src *source, opt *Options, report *Report) (*decoder, error) {
	d := &decoder{opt: opt, report: report, totals: opt.Totals, long: map[sector.Company]*gathered{}, mendings: map[int]*Mended{}, phrases: map[string]*unitPhrase{}}
	if d.totals == nil {
		d.totals = DefaultTotals()
	}
	d.totalWords = newTotalWords(d.totals)
	dialect := opt.Dialect
	sample, err := d.begin(src, &dialect, opt.isKnown, &row{}, false)
	if err != nil {
		return nil, err
	}
	if d.plan, err = newPlan(d.gocsv.Headers, opt); err != nil {
		return nil, d.whole(err)
	}
	units, err := d.plan.unitsLine(sample, opt)
	if err != nil {
		return nil, d.whole(err)
	}
	if units {
		sample.units, report.UnitsLine = 1, sample.lines[sample.header+1]
		if _, err := d.csv.Read(); err != nil {
			return nil, d.broken(err)
		}
	}
	if err := d.plan.settleUnits(sample, opt); err != nil {
		return nil, d.whole(err)
	}
	d.units = d.plan.has("unit")
	opt.reading = opt.reading || d.units // the fast lane has no units of rows
	if err := d.titleSays(); err != nil {
		return nil, err
	}
	d.beginRows()
	d.settleNotation(&dialect, sample, d.plan.figureCells)
	report.Dialect, report.Packing = dialect, src.packing
	d.describe()
	return d, d.gocsv.RenormalizeHeaders(func([]string) []string { return d.plan.keys() })
}

// begin recognises how a file is written, and reads its header; gocsv fills
// rows of the type of into. Known tells which headers are recognised; bare, that
// quotes inside of cells are text.
func (d *decoder) begin(src *source, dialect *Dialect, known func(string) bool, into any, bare bool) (*sample, error) {
	dialect.Encoding = src.encoding
	head, whole, err := src.head()
	if err != nil {
		return nil, d.whole(err)
	}
	said := dialect.Comment > 0
	skip, sample, err := detect(head, whole, dialect, known)
	if err != nil {
		return nil, d.whole(err)
	}
	d.title = string(head[:min(skip, longestComment)])
	if _, err := src.in.Discard(skip); err != nil {
		return nil, d.whole(err)
	}
	var in io.Reader = src.in
	if bare || dialect.Comment > 0 {
		d.quotes = newBareQuotes(in, dialect, bare)
		if dialect.Comment > 0 && !said {
			d.quotes.doubt(sample.width(), dialect.HeaderLine)
		}
		in = d.quotes
	}
	return sample, d.openHeader(in, *dialect, dialect.HeaderLine-1, into)
}

// settleNotation recognises the notation of numbers, which stand in some of the
// cells of a sample.
func (d *decoder) settleNotation(dialect *Dialect, s *sample, cells func(*sample) []string) {
	d.values.convention = d.opt.Convention
	d.values.notation, d.values.decided = dialect.Notation, true
	if dialect.Notation != (Dialect{}).Notation {
		return
	}
	prefer, certain := preferred(dialect.Comma, d.plan.danish)
	some := cells(s)
	d.values.notation, d.values.decided = notationOf(some, prefer, certain)
	if !proves(numbersIn(some), d.values.notation) { // the first rows do not tell, all of the head may
		s.extend()
		d.values.notation, d.values.decided = notationOf(cells(s), prefer, certain)
	}
	dialect.Notation = d.values.notation
}

// open reads the header, which has physical lines above it.
func (d *decoder) open(in io.Reader, dialect Dialect, above int) error {
	if err := d.openHeader(in, dialect, above, &row{}); err != nil {
		return err
	}
	d.beginRows()
	return nil
}

func (d *decoder) openHeader(in io.Reader, dialect Dialect, above int, into any) error {
	d.above = above
	d.guard = &guard{r: in, most: cmp.Or(d.opt.longest, longest)}
	d.csv = csv.NewReader(d.guard)
	d.csv.Comma, d.csv.ReuseRecord = dialect.Comma, true
	if dialect.Comment > 0 {
		d.csv.Comment = dialect.Comment
	}
	var err error
	if d.gocsv, err = gocsv.NewUnmarshaller(d.csv, into); err != nil {
		return d.broken(err)
	}
	return nil
}

// beginRows notes what was read ahead of the rows.
func (d *decoder) beginRows() {
	above := d.guard.record(d.csv.InputOffset())
	d.ahead, d.first = bytes.Clone(d.guard.ahead), d.above+1+bytes.Count(above, []byte{'\n'})
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

// next returns the companies of the next row, errSkip for a record without one,
// io.EOF after the last. Those of a long file come one by one after its last row.
// The slice is overwritten by the next call.
func (d *decoder) next() ([]found, error) {
	if d.longOver {
		if len(d.longOrder) == 0 {
			return nil, io.EOF
		}
		d.ofRow = append(d.ofRow[:0], d.longOrder[0].found)
		d.longOrder = d.longOrder[1:]
		return d.ofRow, nil
	}
	c, err := d.one()
	if err == io.EOF && d.plan.long {
		d.longOver = true
		return d.next()
	}
	d.ofRow = append(append(d.ofRow[:0], c), d.pending...)
	d.pending = d.pending[:0]
	return d.ofRow, err
}

// one reads a record: its company, errSkip if there is none in it, io.EOF
// after the last.
func (d *decoder) one() (found, error) {
	record, err := d.gocsv.Read()
	if err == io.EOF {
		return found{}, err
	}
	if err := d.swallowed(err); err != nil {
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

// lineOf is the physical line in which a column of the row at hand begins.
func (d *decoder) lineOf(column int) int {
	line, _ := d.csv.FieldPos(column)
	return d.above + line
}
