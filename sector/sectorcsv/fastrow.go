package sectorcsv

import (
	"bytes"
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
		return len(cell) == 0 || !(odd && !printable(cell)) && bytes.IndexByte(cell, ' ') < 0 && w.d.plainCode(cell)
	default:
		return len(cell) == 0 || w.inOrder(cell, odd, c.kind == nameText)
	}
}
