package sectorcsv

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"smartcity/sector"
)

// step is what a worker does with the next column of a row, or with the next
// columns if they are texts.
type step struct {
	kind   stepKind
	at     int  // column of the file
	last   bool // of the row: it ends in a line feed
	figure int  // which of figuresOf, of a figureStep
	unit   unit
	wide   bool // numbers of more than eight bytes stand there

	// Of a textStep: the texts of several columns stand side by side, and those
	// of a company are often the same in the next row. Then they are compared
	// all at once, and not read again.
	texts []textColumn
	stood []byte // in the row before, separators included; nil if that is not known
}

type stepKind uint8

const (
	ignoredStep stepKind = iota
	textStep
	yearStep
	foundedStep
	figureStep
	shareStep
	currencyStep
)

type textColumn struct {
	kind textKind
	at   int
	last bool
}

type textKind uint8

const (
	idText textKind = iota
	nameText
	sectorText
	regionText
	codeText
)

// stepsOf are the steps of a file's columns.
func stepsOf(p *plan) []step {
	var steps []step
	texts := map[string]textKind{"id": idText, "name": nameText, "sector": sectorText, "region": regionText, "industry_code": codeText, "municipality": codeText}
	others := map[string]stepKind{"year": yearStep, "founded": foundedStep, "share": shareStep, "currency": currencyStep}
	for at, c := range p.columns {
		s := step{at: at, last: at == len(p.columns)-1, unit: unitOf(c.unit)}
		if kind, ok := texts[c.field]; ok {
			column := textColumn{kind, at, s.last}
			if n := len(steps) - 1; n >= 0 && steps[n].kind == textStep {
				steps[n].texts = append(steps[n].texts, column)
				continue
			}
			s.kind, s.texts = textStep, []textColumn{column}
		} else if kind, ok := others[c.field]; ok {
			s.kind = kind
		}
		for i, field := range figureNames() {
			if c.field == field {
				s.kind, s.figure = figureStep, i
			}
		}
		steps = append(steps, s)
	}
	return steps
}

// figureNames are the fields of figuresOf.
func figureNames() [4]string { return [4]string{"fte", "employees", "revenue", "firms"} }

// row takes apart the row that begins at i. It returns false, and leaves
// nothing behind but texts, if the reading lane is to read the row.
func (w *worker) row(i, end int) (next int, ok bool) {
	text, comma := w.text, uint64(w.comma)*ones
	w.year = w.d.opt.Year
	w.known, w.share, w.founded = 0, sector.Figure{}, 0
	for k := range w.steps {
		s := &w.steps[k]
		switch s.kind {
		case textStep:
			if n := len(s.stood); n > 0 && i+n <= end && string(text[i:i+n]) == string(s.stood) {
				i += n
				continue
			}
			if i, ok = w.readTexts(s, i, end); !ok {
				return 0, false
			}

		case figureStep:
			if !s.last && s.unit.small {
				if mantissa, n, decimals, ok := w.digits(s, i, comma); ok {
					x := float64(mantissa)
					switch e := s.unit.power - decimals; {
					case e > 0:
						x *= w.pow[e&31]
					case e < 0 || !s.wide: // to divide by one costs less than not to know whether to
						x /= w.pow[-e&31]
					}
					w.figures[s.figure&3] = sector.Value(x)
					w.known |= statuses(sector.Known) << (2 * s.figure)
					i += n + 1
					continue
				}
			}
			var cell []byte
			if cell, i, ok = w.cell(i, end, s.last); !ok {
				return 0, false
			}
			f, ok := w.figure(cell, &s.unit, s.figure == 2, false)
			if !ok {
				return 0, false
			}
			w.figures[s.figure&3] = f
			w.known |= statuses(f.Status()) << (2 * s.figure)

		case yearStep, foundedStep:
			var year int
			x := load(text[i : i+8 : i+8])
			if y, isYear := yearIn(uint32(x)); isYear && !s.last && byte(x>>32) == w.comma {
				year, i = y, i+5
			} else if isYear && s.last && byte(x>>32) == '\n' {
				year, i = y, i+5
			} else {
				var cell []byte
				if cell, i, ok = w.cell(i, end, s.last); !ok {
					return 0, false
				}
				if len(cell) > 0 || s.kind == yearStep {
					if year, ok = yearOf(cell); !ok {
						return 0, false
					}
				}
			}
			if s.kind == yearStep {
				w.year = year
				if year < sector.FirstYear || year > sector.LastYear {
					return 0, false
				}
			} else {
				w.founded = year
				if year != 0 && (year < 1000 || year > sector.LastYear) {
					return 0, false
				}
			}

		default:
			var cell []byte
			if cell, i, ok = w.cell(i, end, s.last); !ok {
				return 0, false
			}
			switch s.kind {
			case shareStep:
				if w.share, ok = w.figure(cell, &s.unit, false, true); !ok || w.share.Known() && !(w.share.Float64() <= 1) {
					return 0, false
				}
			case currencyStep:
				if len(cell) > 0 && string(cell) != w.k.currency {
					return 0, false
				}
			}
		}
	}
	if i > end { // past a line feed that the buffer held from another chunk
		return 0, false
	}
	return i, true
}

// digits reads the number that begins at i and ends before a separator: up to
// 15 digits, and decimals after a mark if there are any. Wide numbers are taken
// as sixteen bytes, since a branch on whether eight are enough cannot be
// foretold.
func (w *worker) digits(s *step, i int, comma uint64) (mantissa uint64, n, decimals int, ok bool) {
	x := load(w.text[i : i+8 : i+8])
	m := equal(x, comma)
	if !s.wide {
		if m != 0 {
			n = bits.TrailingZeros64(m) / 8
			mantissa, _, decimals, ok = digitsIn(x, n, w.mark)
			return mantissa, n, decimals, ok && (decimals == 0 || w.d.values.decided)
		}
		s.wide = true
	}
	if i+16 > len(w.text) {
		return 0, 0, 0, false
	}
	y := load(w.text[i+8 : i+16 : i+16])
	near, far := bits.TrailingZeros64(m), bits.TrailingZeros64(equal(y, comma))
	n = (near + far&-(near>>6)) / 8 // a word without a separator has 64 zeros
	if n == 0 || n > 15 {
		return 0, n, 0, false
	}
	if mantissa, ok = wholeIn(x, y, n); ok {
		return mantissa, n, 0, true
	}
	if n <= 8 {
		mantissa, _, decimals, ok = digitsIn(x, n, w.mark)
	} else {
		mantissa, decimals, ok = longDigitsIn(x, y, n, w.mark)
	}
	return mantissa, n, decimals, ok && (decimals == 0 || w.d.values.decided)
}

// readTexts reads the texts of a step.
func (w *worker) readTexts(s *step, i, end int) (next int, ok bool) {
	from := i
	odd, plain := w.scanTexts(s, i)
	for k := range s.texts {
		c := &s.texts[k]
		var cell []byte
		if plain {
			stop := w.ends[k]
			cell, i = w.text[i:stop], stop+1
			if c.last && len(cell) > 0 && cell[len(cell)-1] == '\r' {
				cell = cell[:len(cell)-1]
			}
		} else if cell, i, ok = w.cell(i, end, c.last); !ok {
			return 0, false
		}
		if !w.readText(c, cell, odd) {
			return 0, false
		}
	}
	w.changed = true
	s.stood = w.text[from:i]
	return i, true
}

// scanTexts finds the ends of the texts of a step. Odd tells that they hold
// bytes that are not printable ASCII. They are not plain where there are
// quotation marks, or too few of them.
func (w *worker) scanTexts(s *step, from int) (odd, plain bool) {
	text, commas := w.text, uint64(w.comma)*ones
	n, seen := 0, uint64(0)
	for i := from; n < len(s.texts); i += 8 {
		if i+8 > len(text) || n > mostColumns {
			return true, false
		}
		x := load(text[i : i+8 : i+8])
		m := equal(x, commas) | equal(x, '\n'*ones) | equal(x, '"'*ones)
		seen |= outside(x | m>>2) // so that a tab or a line feed at the end is none
		// Two are noted whether they are there or not, since a branch on how many
		// there are cannot be foretold.
		next := n + bits.OnesCount64(m)
		w.ends[n] = i + bits.TrailingZeros64(m)/8
		m &= m - 1
		w.ends[n+1] = i + bits.TrailingZeros64(m)/8
		for m &= m - 1; m != 0; m &= m - 1 {
			w.ends[n+2] = i + bits.TrailingZeros64(m)/8
			n++
		}
		n = next
	}
	for k, c := range s.texts {
		stop := w.comma
		if c.last {
			stop = '\n'
		}
		if text[w.ends[k]] != stop {
			return true, false
		}
	}
	return seen != 0, true
}

// readText takes a text for what it is. It returns false if the reading lane
// is to read it.
func (w *worker) readText(c *textColumn, cell []byte, odd bool) bool {
	w.texts[c.at] = cell
	switch c.kind {
	case sectorText:
		w.sector = w.intern(&w.sectors, cell)
		return !w.sector.slow && !(w.sector.empty && w.d.opt.Year != 0) // the row may be blank
	case regionText:
		w.region = w.intern(&w.regions, cell)
		return !w.region.slow
	case idText:
		if len(cell) == 8 && !noDigits(load(cell)) {
			return true
		}
		return len(cell) == 0 || !(odd && !printable(cell)) && bytes.IndexByte(cell, ' ') < 0 && !bytes.HasSuffix(cell, []byte(".0"))
	default:
		return len(cell) == 0 || w.inOrder(cell, odd, c.kind == nameText)
	}
}

// cell reads a cell of any kind, and steps over what follows it.
func (w *worker) cell(i, end int, last bool) (cell []byte, next int, ok bool) {
	text := w.text
	if i >= end {
		return nil, 0, false
	}
	if text[i] == '"' {
		if cell, i, ok = w.quoted(i, end); !ok {
			return nil, 0, false
		}
	} else {
		from := i
		for i < end && text[i] != w.comma && text[i] != '\n' {
			if text[i] == '"' {
				return nil, 0, false
			}
			i++
		}
		cell = text[from:i]
		if last && i < end && text[i] == '\n' && len(cell) > 0 && cell[len(cell)-1] == '\r' {
			cell = cell[:len(cell)-1]
		}
	}
	if last && i+1 < end && text[i] == '\r' && text[i+1] == '\n' {
		i++
	}
	if i >= end || last != (text[i] == '\n') || !last && text[i] != w.comma {
		return nil, 0, false
	}
	return cell, i + 1, true
}

// quoted reads a text in quotes on one line, and stops behind it.
func (w *worker) quoted(i, end int) (cell []byte, next int, ok bool) {
	i++
	for from := i; ; {
		q := bytes.IndexByte(w.text[i:end], '"')
		if q < 0 {
			return nil, 0, false
		}
		part := w.text[i : i+q]
		// Line breaks are for the reading lane: it makes line feeds of them.
		if bytes.IndexByte(part, '\n') >= 0 {
			return nil, 0, false
		}
		i += q + 1
		twice := i < end && w.text[i] == '"'
		if !twice && cell == nil {
			return w.text[from : i-1], i, true
		}
		if cell == nil {
			cell = make([]byte, 0, len(part)+64)
		}
		cell = append(cell, part...)
		if !twice {
			return append(cell, make([]byte, padding)...)[:len(cell)], i, true
		}
		cell = append(cell, '"')
		i++
	}
}

// recordEnd finds the end of a record that the reading lane is to read. Odd
// tells that its quotation marks are not as RFC 4180 says.
func (w *worker) recordEnd(from, end int) (next, lines int, odd bool) {
	text := w.text[:end]
	next = end
	if n := bytes.IndexByte(text[from:], '\n'); n >= 0 {
		next = from + n + 1
	}
	if bytes.IndexByte(text[from:next], '"') < 0 {
		return next, 1, false
	}
	for i := from; ; {
		if i < end && text[i] == '"' {
			for i++; ; {
				q := bytes.IndexByte(text[i:], '"')
				if q < 0 {
					return 0, 0, true
				}
				if i += q + 1; i == end || text[i] != '"' {
					break
				}
				i++
			}
		} else {
			for i < end && text[i] != w.comma && text[i] != '\n' {
				if text[i] == '"' {
					return 0, 0, true
				}
				i++
			}
		}
		switch {
		case i < end && text[i] == w.comma:
			i++
			continue
		case i+1 < end && text[i] == '\r' && text[i+1] == '\n':
			i += 2
		case i < end && text[i] == '\n':
			i++
		case i < end: // text after a closing quote
			return 0, 0, true
		}
		return i, max(1, bytes.Count(text[from:i], []byte{'\n'})), false
	}
}

// yearIn reads a year of four digits from the first four bytes of a text.
func yearIn(x uint32) (int, bool) {
	if (x+0x46464646|(x-0x30303030))&0x80808080 != 0 {
		return 0, false
	}
	x = x & 0x0f0f0f0f * (10<<8 + 1) >> 8 & 0x00ff00ff
	return int(x * (100<<16 + 1) >> 16), true
}

// yearOf reads a year of four digits.
func yearOf(text []byte) (int, bool) {
	if len(text) != 4 {
		return 0, false
	}
	return yearIn(binary.LittleEndian.Uint32(text))
}
