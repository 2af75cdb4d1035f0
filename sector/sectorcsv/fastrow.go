package sectorcsv

import (
	"math/bits"

	"smartcity/sector"
)

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
			if s.quick {
				if mantissa, n, decimals, ok := w.digits(s, i, comma); ok {
					x := float64(mantissa)
					switch e := s.unit.power - decimals; {
					case e > 0:
						x *= w.pow[e&31]
					case e < 0 || !s.wide: // to divide by one costs less than not to know whether to
						x /= w.pow[-e&31]
					}
					w.figures[s.figure&3] = sector.Value(x)
					w.known |= s.known
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
			case ignoredStep:
				if !w.d.plainOther(s.at, cell) {
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

// readTexts reads the texts of a step.
func (w *worker) readTexts(s *step, i, end int) (next int, ok bool) {
	from := i
	for k := range s.texts {
		c := &s.texts[k]
		stop := w.comma
		if c.last {
			stop = '\n'
		}
		switch c.kind {
		case sectorText:
			w.sector, i = w.group(&w.sectors, i, end, stop)
			if w.sector == nil || w.sector.slow || w.sector.empty && w.d.opt.Year != 0 { // the row may be blank
				return 0, false
			}
			w.blank = w.blank || w.sector.empty
		case regionText:
			w.region, i = w.group(&w.regions, i, end, stop)
			if w.region == nil || w.region.slow {
				return 0, false
			}
			w.blank = w.blank || w.region.empty
		default:
			var cell []byte
			var odd bool
			if c.kind == idText && i < end && w.text[i+8] == stop && !noDigits(load(w.text[i:i+8:i+8])) {
				w.texts[c.at] = w.text[i : i+8]
				i += 9
				continue
			}
			if cell, i, odd, ok = w.plainText(i, end, stop); !ok {
				return 0, false
			}
			w.texts[c.at] = cell
			w.blank = w.blank || len(cell) == 0
			if len(cell) > 0 && !w.inOrder(c.kind, cell, odd) {
				return 0, false
			}
		}
	}
	w.changed = true
	s.stood = w.text[from:i]
	return i, true
}

// plainText reads a text that is not grouped by. Odd tells that it holds other
// characters than those of ASCII and the letters of Latin-1 (U+00C0 to U+00FF),
// whose first byte is 0xC3.
func (w *worker) plainText(from, end int, stop byte) (cell []byte, next int, odd, ok bool) {
	text, stops, others := w.text, uint64(stop)*ones, uint64(w.comma)*ones
	if stop == w.comma {
		others = '"' * ones
	}
	var strange, before uint64
	for i := from; i <= end; i += 8 {
		x := load(text[i : i+8 : i+8])
		m := first(x, stops)
		here := (m&-m)>>7 - 1 // the bytes before the stop, all of them without one
		// Quotation marks, control characters, and a separator in the last column.
		if ((x-0x20*ones)|(x+ones)|((x^'"'*ones)-ones)|((x^others)-ones))&^x&highs&here != 0 {
			break
		}
		lead, second := equal(x, 0xc3*ones), x&^(x<<1)&highs
		strange |= ((lead ^ x&highs&^second) | (second ^ (lead<<8 | before))) & here
		before = lead >> 56
		if m != 0 {
			i += bits.TrailingZeros64(m) / 8
			return text[from:i], i + 1, strange != 0, true
		}
	}
	cell, next, ok = w.cell(from, end, stop == '\n')
	return cell, next, true, ok
}

// group reads the cell of a sector or region.
func (w *worker) group(t *interner, i, end int, stop byte) (e *interned, next int) {
	stops := uint64(stop) * ones
	e, key := t.find(w.text[i:], stops)
	if e == nil {
		cell, next, ok := w.cell(i, end, stop == '\n')
		if !ok {
			return nil, 0
		}
		e = w.interned(cell)
		e.raw, e.key = string(w.text[i:next]), key
		t.put(e, stops)
	}
	return e, i + len(e.raw)
}
