package sectorcsv

import (
	"bytes"
	"io"
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartcity/sector"
)

// mostColumns is how many columns a file may have for the fast lane.
const mostColumns = 255

// worker adds up chunks. Cells that it does not understand at a glance go
// through the functions of the reading lane, and so do whole rows if there is
// something to say of them.
type worker struct {
	d    *decoder // reads such rows
	k    *collector
	feed feed
	fed  int // physical lines that d has read

	dialect                                 Dialect
	comma, mark                             byte
	columns                                 int
	id, name, sector, region, year, founded int // columns, −1 where there is none
	currency, share                         int
	codes                                   []int // texts that are read and not used
	figures                                 []fastFigure
	first                                   int // of figures that the file has
	allKnown                                statuses
	shareUnit                               unit
	tallied                                 []int // by column of the file: that of the report, −1 if there is none
	recoded                                 bool
	pairs                                   totalPairs
	sectors, regions                        interner
	names                                   map[string]*name // those of the sectors and regions, numbered once for all chunks
	noRegion                                interned
	pow                                     [32]float64
	led                                     int // columns of texts that a file begins with: those of a company are often the same in the next row

	// Of the chunk at hand.
	text     []byte
	starts   [mostColumns + 10]int // of the fields of a row, in base
	kept     int                   // rows that the reading lane did not have to read
	scratch  []byte                // a row with quotation marks, without them
	lastID   []byte                // of the company before
	lastYear int
	lastLine int
	lastName []byte       // one that was in order
	lead     []byte       // what a row begins with that was in order, up to the column led
	leadOf   [2]*interned // its sector and region
}

type fastFigure struct {
	figure, at int // which of figuresOf, and its column
	unit       unit
}

// unit is what a figure of a column is worth, and its power of ten if that is
// one.
type unit struct {
	worth float64
	power int
	plain bool // is a power of ten from 1 to 10^12
}

func unitOf(worth float64) unit {
	e := int(math.Round(math.Log10(worth)))
	return unit{worth, e, e >= 0 && e <= 12 && math.Pow10(e) == worth}
}

func newWorker(d *decoder) (*worker, error) {
	own := *d
	w := &worker{d: &own, dialect: d.report.Dialect, comma: byte(d.report.Dialect.Comma), mark: byte(d.values.notation.Decimal), columns: len(d.plan.columns), pow: powers()}
	w.feed.text = []byte(d.header())
	if err := own.open(&w.feed, d.report.Dialect, 0); err != nil {
		return nil, err
	}
	w.fed = 1
	p := d.plan
	w.id, w.name, w.sector, w.region, w.year, w.founded = p.at("id"), p.at("name"), p.at("sector"), p.at("region"), p.at("year"), p.at("founded")
	w.currency, w.share = p.at("currency"), p.at("share")
	for _, field := range []string{"industry_code", "municipality"} {
		if at := p.at(field); at >= 0 {
			w.codes = append(w.codes, at)
		}
	}
	for i, field := range []string{"fte", "employees", "revenue", "firms"} {
		if at := p.at(field); at >= 0 {
			w.figures = append(w.figures, fastFigure{i, at, unitOf(p.columns[at].unit)})
		}
	}
	if w.share >= 0 {
		w.shareUnit = unitOf(p.columns[w.share].unit)
	}
	w.tallied = make([]int, w.columns)
	for i := range w.tallied {
		w.tallied[i] = -1
	}
	for i, c := range d.columns {
		w.tallied[c.at] = i
	}
	w.led = w.columns
	for i, c := range p.columns {
		if isFigure(c.field) || c.field == "year" || c.field == "founded" || c.field == "currency" {
			w.led = min(w.led, i)
		}
	}
	w.recoded = d.report.Dialect.Encoding != UTF8
	w.pairs = newTotalPairs(d.totals)
	w.k = newCollector(w.d)
	w.k.neighbours = true
	w.names = map[string]*name{}
	w.k.cells = &groups{names: w.names}
	w.noRegion.name = w.k.cells.name("")
	w.first = w.figures[0].figure
	for _, f := range w.figures {
		w.allKnown |= statuses(sector.Known) << (2 * f.figure)
	}
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
	w.k.tally = p.tally
	w.k.begin()
	w.lastID, w.lastYear, w.lastLine, w.lastName, w.lead = nil, 0, 0, nil, nil
	w.kept = 0
	w.text = c.room[:len(c.text)+padding]

	p.err, p.odd = w.rows(len(c.text), c.line)

	w.syncLast()
	p.report.Rows += w.kept
	w.k.tally.kept += w.kept
	p.tally, p.first, p.last, p.line = w.k.tally, w.k.first, w.k.last, w.d.line
	p.currency, p.currencyLine = w.k.currency, w.k.currencyLine
}

// rows reads the rows of a chunk up to the first error.
func (w *worker) rows(end, line int) (err error, odd bool) {
	text := w.text
	quote := nextQuote(text[:end], 0)
	for i := 0; i < end; {
		from, column := i, 0
		if n := len(w.lead); n > 0 && i+n <= end && string(text[i:i+n]) == string(w.lead) {
			from, column = i+n, w.led
		}
		n := bytes.IndexByte(text[from:end], '\n')
		next := from + n + 1
		if n < 0 {
			next = end
		}
		fast, lines := false, 1
		switch stop := next - 1; {
		case quote < next:
			var fits bool
			if next, lines, fits, odd = w.quoted(i, end); odd {
				return nil, true
			}
			quote = nextQuote(text[:end], next)
			w.lead = nil
			fast = fits && w.row(w.scratch, line, w.odd(w.scratch), false)
			w.lead = nil
		case n < 0: // no line feed at the end of the file
		default:
			if stop > i && text[stop-1] == '\r' {
				stop--
			}
			if stop == i { // a blank line
				i, line = next, line+1
				continue
			}
			if fits, outside := w.split(from, stop, column); fits {
				fast = w.row(text, line, outside, column > 0)
			}
			if !fast {
				w.lead = nil
			} else if column == 0 && w.led > 0 {
				w.lead = text[i:w.starts[w.led]]
			}
		}
		if fast {
			w.d.line = line
		} else if err := w.slow(text[i:next], line, lines); err != nil {
			return err, false
		}
		i, line = next, line+lines
	}
	return nil, false
}

func nextQuote(text []byte, from int) int {
	if i := bytes.IndexByte(text[from:], '"'); i >= 0 {
		return from + i
	}
	return math.MaxInt
}

// split finds the fields of a row without quotation marks, from a column on.
// Outside tells that they hold bytes that are not printable ASCII.
func (w *worker) split(from, end, column int) (fits, outsideASCII bool) {
	text, commas := w.text, uint64(w.comma)*ones
	starts := &w.starts
	starts[column] = from
	n, odd := column+1, uint64(0)
	for i := from; i < end; i += 8 {
		x := load(text[i : i+8 : i+8])
		if i+8 > end {
			keep := ^uint64(0) >> (64 - 8*(end-i))
			x = x&keep | (0x41*ones)&^keep
		}
		m := equal(x, commas)
		odd |= outside(x | m>>2) // so that a tab between fields is none
		// Two separators are noted whether they are there or not, since a branch
		// on how many there are cannot be foretold.
		if n > w.columns {
			return false, false
		}
		next := n + bits.OnesCount64(m)
		starts[n] = i + bits.TrailingZeros64(m)/8 + 1
		m &= m - 1
		starts[n+1] = i + bits.TrailingZeros64(m)/8 + 1
		for m &= m - 1; m != 0; m &= m - 1 {
			starts[n+2] = i + bits.TrailingZeros64(m)/8 + 1
			n++
		}
		n = next
	}
	if n > w.columns {
		return false, false
	}
	w.starts[n] = end + 1
	return n == w.columns, odd != 0
}

// quoted finds the fields of a row with quotation marks, and copies them
// without. Odd tells that the marks are not as RFC 4180 says.
func (w *worker) quoted(from, end int) (next, lines int, fits, odd bool) {
	text, out := w.text[:end], w.scratch[:0]
	i, n := from, 0
	w.starts[0] = 0
	for {
		if i < end && text[i] == '"' {
			for i++; ; {
				q := bytes.IndexByte(text[i:], '"')
				if q < 0 {
					return 0, 0, false, true
				}
				out = append(out, text[i:i+q]...)
				i += q + 1
				if i == end || text[i] != '"' {
					break
				}
				out = append(out, '"')
				i++
			}
		} else {
			start := i
			for i < end && text[i] != w.comma && text[i] != '\n' {
				if text[i] == '"' {
					return 0, 0, false, true
				}
				i++
			}
			out = append(out, text[start:i]...)
			if i < end && text[i] == '\n' && i > start && text[i-1] == '\r' {
				out = out[:len(out)-1]
			}
		}
		n++
		if n <= w.columns {
			w.starts[n] = len(out) + 1
		}
		out = append(out, w.comma)
		switch {
		case i < end && text[i] == w.comma:
			i++
			continue
		case i < end && text[i] == '\r' && i+1 < end && text[i+1] == '\n':
			i += 2
		case i < end && text[i] == '\n':
			i++
		default: // text after a closing quote, or the end of the file
			if i < end {
				return 0, 0, false, true
			}
			n = 0
		}
		break
	}
	for range padding {
		out = append(out, 0)
	}
	w.scratch = out
	lines = bytes.Count(text[from:i], []byte{'\n'})
	if lines != 1 {
		// Line breaks are for the reading lane: it makes line feeds of them.
		return i, max(lines, 1), false, false
	}
	return i, lines, n == w.columns, false
}

// odd reports whether a row holds bytes that are not printable ASCII.
func (w *worker) odd(text []byte) bool {
	for _, c := range text[:len(text)-padding] {
		if (c < 0x20 || c >= 0x7f) && c != w.comma {
			return true
		}
	}
	return false
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
			w.lastID, w.lastYear, w.lastLine = append(make([]byte, 0, len(last.id)+8), last.id...), last.year, last.line
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

// row adds a row of which the fields are known. It returns false, and adds
// nothing, if the reading lane is to read it. Led tells that its first columns
// are those of the row before.
func (w *worker) row(base []byte, line int, odd, led bool) bool {
	starts := &w.starts
	cell := func(at int) []byte { return base[starts[at] : starts[at+1]-1] }

	year := w.d.opt.Year
	if w.year >= 0 {
		y, ok := yearOf(cell(w.year))
		if !ok || y < sector.FirstYear || y > sector.LastYear {
			return false
		}
		year = y
	}
	from := 0 // the first column that is not in order for certain
	if led {
		from = w.led
	}
	s, r := w.leadOf[0], w.leadOf[1]
	if w.sector >= from {
		s = w.intern(&w.sectors, cell(w.sector))
		if s.slow || s.empty && w.year < 0 { // the row may be blank
			return false
		}
	}
	if w.region >= from {
		if r = w.intern(&w.regions, cell(w.region)); r.slow {
			return false
		}
	} else if w.region < 0 {
		r = &w.noRegion
	}
	var id []byte
	newID := false
	if w.id >= 0 {
		id = cell(w.id)
		switch {
		case len(id) == 0:
		case w.id >= from && !bytes.Equal(id, w.lastID):
			newID = true
			if odd && !printable(id) || bytes.IndexByte(id, ' ') >= 0 || len(id) > 2 && id[len(id)-1] == '0' && id[len(id)-2] == '.' {
				return false
			}
		case year == w.lastYear:
			return false // a double
		}
	}
	if w.name >= from {
		if n := cell(w.name); len(n) > 0 && !bytes.Equal(n, w.lastName) {
			if !w.inOrder(n, odd, true) {
				return false
			}
			w.lastName = n
		}
	}
	for _, at := range w.codes {
		if c := cell(at); at >= from && len(c) > 0 && !w.inOrder(c, odd, false) {
			return false
		}
	}
	founded := 0
	if w.founded >= 0 {
		if f := cell(w.founded); len(f) > 0 {
			y, ok := yearOf(f)
			if !ok || y < 1000 || y > sector.LastYear {
				return false
			}
			founded = y
		}
	}
	if w.currency >= 0 {
		if c := cell(w.currency); len(c) > 0 && string(c) != w.k.currency {
			return false
		}
	}
	var figures [4]sector.Figure
	var known statuses
	for i := range w.figures {
		f := &w.figures[i]
		x, ok := w.figure(cell(f.at), &f.unit, f.figure == 2, false)
		if !ok {
			return false
		}
		figures[f.figure&3] = x
		known |= statuses(x.Status()) << (2 * f.figure)
	}
	var share sector.Figure
	if w.share >= 0 {
		var ok bool
		if share, ok = w.figure(cell(w.share), &w.shareUnit, false, true); !ok || share.Known() && !(share.Float64() <= 1) {
			return false
		}
	}
	if f := figures[3]; f.Known() && f.Float64() != math.Trunc(f.Float64()) {
		return false
	}

	// Nothing can go wrong any more.
	t := &w.k.tally
	w.kept++
	if len(id) == 0 {
		t.unchecked++
		w.missing(w.id)
	} else {
		if w.lastLine == 0 {
			w.k.first = seenCompany{companyYear{id: string(id), year: year}, line}
		}
		if newID {
			if &base[0] == &w.text[0] {
				w.lastID = id
			} else {
				w.lastID = bytes.Clone(base[starts[w.id] : starts[w.id+1]-1])
			}
		}
		w.lastYear, w.lastLine = year, line
	}
	if &base[0] != &w.text[0] {
		w.lastName = nil // it is in the scratch
	}
	if w.name >= 0 && len(cell(w.name)) == 0 {
		w.missing(w.name)
	}
	if s.empty {
		w.missing(w.sector)
	}
	if r.empty {
		w.missing(w.region)
	}
	for _, at := range w.codes {
		if len(cell(at)) == 0 {
			w.missing(at)
		}
	}
	if founded == 0 {
		w.missing(w.founded)
	}
	if known != w.allKnown {
		for i := range w.figures {
			f := &w.figures[i]
			w.status(f.at, figures[f.figure].Status())
		}
	}
	if w.share >= 0 {
		w.status(w.share, share.Status())
		if share.Known() && share.Float64() < 1 {
			t.below1++
		}
	}
	if !led {
		w.leadOf = [2]*interned{s, r}
	}
	c := w.k.cells.at(s.name, r.name, year)
	to := c.class(known)
	to.n++
	for i := range w.figures {
		if f := w.figures[i].figure & 3; figures[f].Known() {
			to.sums[f].Add(figures[f].Float64())
		}
	}
	if first := &c.largest[w.first]; c.line == 0 || !(figures[w.first].Known() && first.Known() && figures[w.first].Float64() < first.Float64()) && larger(&figures, &c.largest) {
		c.largest, c.line = figures, line
	}
	return true
}

// missing counts a blank cell.
func (w *worker) missing(at int) {
	if at >= 0 {
		w.k.tally.missing[w.tallied[at]]++
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

// intern reads the cell of a sector or region.
func (w *worker) intern(t *interner, raw []byte) *interned {
	e, hash := t.find(raw)
	if e == nil {
		text, _, err := clean(string(raw), false, w.recoded)
		e = &interned{raw: string(raw), hash: hash, name: w.k.cells.name(text), empty: text == "", slow: err != nil || w.d.isTotal(text)}
		t.put(e)
	}
	return e
}

// inOrder reports whether a text that is read and not grouped by is one: neither
// blank nor wrong nor, if it is a name, one of a total.
func (w *worker) inOrder(text []byte, odd, isName bool) bool {
	if text[0] <= ' ' || odd && !printable(text) && !w.valid(text) {
		return false
	}
	if !isName {
		return !bytes.HasSuffix(text, []byte(".0"))
	}
	if w.pairs.exclude(text) {
		return true
	}
	s, _, err := clean(string(text), false, w.recoded)
	return err == nil && s != "" && !w.d.isTotal(s)
}

// figure reads a figure. A currency that its cell names, and anything else
// that is no figure on its own, is for the reading lane.
func (w *worker) figure(text []byte, u *unit, negative, share bool) (sector.Figure, bool) {
	if len(text) == 0 {
		return sector.Figure{}, true
	}
	number := text
	minus := negative && text[0] == '-'
	if minus {
		number = text[1:]
	}
	mantissa, digits, decimals, ok := digitsOf(number, w.mark)
	if !ok || mantissa > 1<<53 || decimals > 0 && !w.d.values.decided || !u.plain || u.power > 0 && digits > 15 {
		return w.slowFigure(string(text), u, negative, share)
	}
	x := float64(mantissa)
	if e := u.power - decimals; e > 0 {
		x *= w.pow[e&31]
	} else {
		x /= w.pow[-e&31]
	}
	if u.power > 0 && x > 1e18 { // a mantissa is less
		return sector.Figure{}, false
	}
	if minus && x != 0 {
		x = -x
	}
	return sector.Value(x), true
}

// slowFigure has the functions of the reading lane read a figure.
func (w *worker) slowFigure(text string, u *unit, negative, share bool) (f sector.Figure, ok bool) {
	text = strings.TrimSpace(text)
	var err error
	if share {
		f, err = w.d.values.share(text, u.worth)
	} else {
		f, err = w.d.values.number(text, u.worth)
	}
	x := f.Float64()
	return f, err == nil && (!f.Known() || math.Abs(x) <= 1e18 && (negative || x >= 0))
}

// printable reports whether a text is printable ASCII. It has eight bytes of
// capacity at least.
func printable(text []byte) bool {
	odd := uint64(0)
	for len(text) >= 8 {
		odd |= outside(load(text))
		text = text[8:]
	}
	if len(text) > 0 {
		odd |= outside(load(text[:8])<<(64-8*len(text)) | 0x20*ones>>(8*len(text)))
	}
	return odd == 0
}

// valid reports whether a text that may not be ASCII is in order as it stands
// and does not begin with white space.
func (w *worker) valid(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c < 0x20 || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && (size == 1 || w.recoded) || isControl(r) || i == 0 && unicode.IsSpace(r) {
			return false
		}
		i += size
	}
	return true
}

// totalPairs marks the pairs of characters that a word for totals begins with,
// so that most names can be told to be none.
type totalPairs [128][2]uint64

func newTotalPairs(words []string) (t totalPairs) {
	for _, word := range words {
		runes := []rune(word)
		if len(runes) == 0 {
			continue
		}
		for a := range rune(128) {
			if !strings.EqualFold(string(a), string(runes[0])) {
				continue
			}
			for b := range rune(128) {
				if len(runes) == 1 || strings.EqualFold(string(b), string(runes[1])) {
					t[a][b/64] |= 1 << (b % 64)
				}
			}
		}
	}
	return t
}

// exclude reports whether a text is for certain no total. Its third character is
// looked at since an accent could change the second.
func (t *totalPairs) exclude(text []byte) bool {
	if len(text) < 3 {
		return false
	}
	a, b, c := text[0], text[1], text[2]
	return a > 0x20 && a < 0x7f && b >= 0x20 && b < 0x7f && c >= 0x20 && c < 0x7f && t[a][b/64]>>(b%64)&1 == 0
}
