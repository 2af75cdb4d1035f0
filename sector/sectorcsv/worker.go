package sectorcsv

import (
	"bytes"
	"io"
	"math"

	"smartcity/sector"
)

// mostColumns is how many columns a file may have for the fast lane.
const mostColumns = 255

// worker adds up chunks. A row that it does not understand at a glance, or of
// which there is something to say, goes through the functions of the reading
// lane.
type worker struct {
	d    *decoder // reads such rows
	k    *collector
	feed feed
	fed  int // physical lines that d has read

	dialect          Dialect
	comma, mark      byte
	steps            []step
	idAt, foundedAt  int // columns, −1 where there is none
	shareAt          int
	figuresAt        []fastFigure
	allKnown         statuses
	tallied          []int // by column of the file: that of the report, −1 if there is none
	recoded          bool
	pairs            totalPairs
	sectors, regions interner
	names            map[string]*name // those of the sectors and regions, numbered once for all chunks
	noRegion         interned
	pow              [32]float64

	// Of the chunk at hand.
	text     []byte // padding bytes more
	kept     int    // rows that the reading lane did not have to read
	lastID   []byte // of the company before
	lastYear int
	lastLine int

	// Of the row at hand.
	texts          [][]byte // by column of the file
	sector, region *interned
	pair           *pair
	changed        bool  // the texts are not those of the row before
	blank          bool  // a text may have become blank
	blanks         []int // columns of blank texts
	year, founded  int
	figures        [4]sector.Figure // in the order of figuresOf
	known          statuses
	share          sector.Figure
}

type fastFigure struct{ figure, at int } // which of figuresOf, and its column

func newWorker(d *decoder) (*worker, error) {
	own := *d
	p := d.plan
	w := &worker{
		d: &own, dialect: d.report.Dialect, comma: byte(d.report.Dialect.Comma), mark: byte(d.values.notation.Decimal),
		steps: stepsOf(p), idAt: p.at("id"), foundedAt: p.at("founded"), shareAt: p.at("share"),
		recoded: d.report.Dialect.Encoding != UTF8, pairs: newTotalPairs(d.totals), pow: powers(), names: map[string]*name{},
		texts: make([][]byte, len(p.columns)),
	}
	w.feed.text = []byte(d.header())
	if err := own.open(&w.feed, d.report.Dialect, 0); err != nil {
		return nil, err
	}
	w.fed = 1
	for i, field := range figureNames() {
		if at := p.at(field); at >= 0 {
			w.figuresAt = append(w.figuresAt, fastFigure{i, at})
			w.allKnown |= statuses(sector.Known) << (2 * i)
		}
	}
	w.tallied = make([]int, len(p.columns))
	for i := range w.tallied {
		w.tallied[i] = -1
	}
	for i, c := range d.columns {
		w.tallied[c.at] = i
	}
	w.k = newCollector(w.d)
	w.k.neighbours = true
	w.k.cells = &groups{names: w.names}
	w.noRegion.name = w.k.cells.name("")
	w.sector, w.region = &w.noRegion, &w.noRegion
	return w, nil
}

// feed is the text that a decoder reads next.
type feed struct{ text []byte }

func (f *feed) Read(p []byte) (int, error) {
	if len(f.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, f.text)
	f.text = f.text[n:]
	return n, nil
}

// read adds up a chunk into its part.
func (w *worker) read(c *chunk) {
	p := c.part
	p.reset()
	p.report.Dialect = w.dialect
	w.d.report, w.d.mendings, w.d.line = &p.report, p.mendings, 0
	w.k.cells = p.cells
	w.k.cells.names = w.names
	w.k.loader = p.loader
	w.k.tally = p.tally
	w.k.begin()
	w.lastID, w.lastYear, w.lastLine = nil, 0, 0
	w.kept = 0
	w.text = c.room[:len(c.text)+padding]
	w.forget()
	w.changed = true

	p.err, p.odd = w.rows(len(c.text), c.line)

	if p.loader != nil {
		p.loader.finish()
	}
	w.syncLast()
	p.report.Rows += w.kept
	w.k.tally.kept += w.kept
	p.tally, p.first, p.last, p.line = w.k.tally, w.k.first, w.k.last, w.d.line
	p.currency, p.currencyLine, p.unnamed = w.k.currency, w.k.currencyLine, w.k.unnamed
}

// forget forgets the texts of the row before.
func (w *worker) forget() {
	for i := range w.steps {
		w.steps[i].stood = nil
	}
}

// rows reads the rows of a chunk up to the first error.
func (w *worker) rows(end, line int) (err error, odd bool) {
	for i := 0; i < end; {
		switch {
		case w.text[i] == '\n':
			i, line = i+1, line+1
			continue
		case w.text[i] == '\r' && w.text[i+1] == '\n':
			i, line = i+2, line+1
			continue
		}
		if next, ok := w.row(i, end); ok && w.keep(line) {
			w.d.line = line
			i, line = next, line+1
			continue
		}
		w.forget()
		next, lines, odd := w.recordEnd(i, end)
		if odd {
			return nil, true
		}
		if err := w.slow(w.text[i:next], line, lines); err != nil {
			return err, false
		}
		i, line = next, line+lines
	}
	return nil, false
}

// slow has the reading lane read a row.
func (w *worker) slow(text []byte, line, lines int) error {
	w.feed.text = text
	w.d.above = line - 1 - w.fed
	w.fed += lines
	f, err := w.d.one()
	if err == io.EOF || err == errSkip {
		return nil
	}
	if err == nil {
		w.syncLast()
		err = w.k.add(&f)
		if last := w.k.last; last.line == f.line {
			w.lastID, w.lastYear, w.lastLine = []byte(last.id), last.year, last.line
		}
	}
	return w.d.lenient(err)
}

// syncLast tells the collector which company was the last.
func (w *worker) syncLast() {
	if w.lastLine > w.k.last.line {
		w.k.last = seenCompany{companyYear{id: string(w.lastID), year: w.lastYear}, w.lastLine}
	}
}

// keep adds up the row that was taken apart. It returns false, and adds
// nothing, if the reading lane is to read it: a doubled company-year, or firms
// that are not whole.
func (w *worker) keep(line int) bool {
	var id []byte
	if w.idAt >= 0 {
		id = w.texts[w.idAt]
		if w.year == w.lastYear && len(id) > 0 && bytes.Equal(id, w.lastID) {
			return false
		}
	}
	if f := w.figures[3]; f.Known() && f.Float64() != math.Trunc(f.Float64()) {
		return false
	}
	if w.known == 0 && w.d.opt.Year != 0 { // may be a note
		return false
	}
	changed := w.changed
	if changed {
		w.changed = false
		w.pair = w.k.cells.index.find(w.sector.name, w.region.name)
		if w.blank || len(w.blanks) > 0 {
			w.findBlanks()
		}
	}
	t := &w.k.tally
	w.kept++
	if len(id) == 0 {
		t.unchecked++
	} else {
		if w.lastLine == 0 {
			w.k.first = seenCompany{companyYear{id: string(id), year: w.year}, line}
		}
		w.lastID, w.lastYear, w.lastLine = id, w.year, line
	}
	for _, at := range w.blanks {
		t.missing[w.tallied[at]]++
	}
	if w.founded == 0 && w.foundedAt >= 0 {
		t.missing[w.tallied[w.foundedAt]]++
	}
	if w.known != w.allKnown {
		for _, f := range w.figuresAt {
			w.status(f.at, w.known.of(f.figure))
		}
	}
	if w.shareAt >= 0 {
		w.status(w.shareAt, w.share.Status())
		if w.share.Known() && w.share.Float64() < 1 {
			t.below1++
		}
	}
	if l := w.k.loader; l != nil {
		l.row(w, line, changed)
	}
	c := w.k.cells.in(w.pair, w.year)
	to := c.class(w.known)
	to.n++
	for _, f := range w.figuresAt {
		if x := w.figures[f.figure&3]; x.Known() {
			to.sums[f.figure&3].Add(x.Float64())
		}
	}
	if !(w.figures[0].Float64() < c.top) && (c.line == 0 || larger(&w.figures, &c.largest)) {
		c.setLargest(&w.figures, line)
	}
	return true
}

// findBlanks notes which texts are blank.
func (w *worker) findBlanks() {
	w.blank, w.blanks = false, w.blanks[:0]
	for i := range w.steps {
		for _, c := range w.steps[i].texts {
			switch {
			case c.kind == sectorText && !w.sector.empty, c.kind == regionText && !w.region.empty:
			case c.kind == sectorText || c.kind == regionText || len(w.texts[c.at]) == 0:
				w.blanks = append(w.blanks, c.at)
			}
		}
	}
}

func (w *worker) status(at int, s sector.Status) {
	switch s {
	case sector.Missing:
		w.k.tally.missing[w.tallied[at]]++
	case sector.Suppressed:
		w.k.tally.suppressed[w.tallied[at]]++
	}
}
