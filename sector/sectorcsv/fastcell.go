package sectorcsv

import "bytes"

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
