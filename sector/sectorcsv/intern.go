package sectorcsv

import "math/bits"

// interner finds sectors or regions by the bytes of their cells, each with what
// ends it. A table with open addressing: a map costs as much as the rest of a
// row.
type interner struct {
	slots []*interned
	used  int
	whole bool // keys are of whole cells: too many begin alike
}

// interned is the cell of a sector or region, and what it says.
type interned struct {
	raw   string // as it stands in the file, quotation marks and what ends it included
	key   uint64
	name  *name
	empty bool
	slow  bool // the row is for the reading lane: a total, or an error
}

// find returns the cell that text begins with, nil if it is new, and its key.
// Text has eight bytes at least.
func (t *interner) find(text []byte, stop uint64) (found *interned, key uint64) {
	if key = keyOf(text, stop); t.whole {
		key = wholeKeyOf(text, stop)
	}
	if len(t.slots) == 0 {
		return nil, key
	}
	for i := hashOf(key); ; i++ {
		e := t.slots[i&uint64(len(t.slots)-1)]
		if e == nil || e.key == key && len(e.raw) <= len(text) && string(text[:len(e.raw)]) == e.raw {
			return e, key
		}
	}
}

// mostAlike is how many cells may begin with the same eight bytes before keys
// are made of whole cells.
const mostAlike = 2

func (t *interner) put(e *interned, stop uint64) {
	if t.used++; 2*t.used > len(t.slots) {
		t.rebuild(max(64, 2*len(t.slots)), stop)
	}
	if alike := t.place(e); alike > mostAlike && !t.whole {
		t.whole = true
		t.rebuild(len(t.slots), stop)
	}
}

// rebuild places all cells anew.
func (t *interner) rebuild(size int, stop uint64) {
	old := t.slots
	t.slots = make([]*interned, size)
	for _, e := range old {
		if e == nil {
			continue
		}
		if t.whole {
			e.key = wholeKeyOf(append([]byte(e.raw), make([]byte, 8)...), stop)
		}
		t.place(e)
	}
}

// place puts a cell into a free slot, and counts those of the same key before it.
func (t *interner) place(e *interned) (alike int) {
	for i := hashOf(e.key); ; i++ {
		slot := &t.slots[i&uint64(len(t.slots)-1)]
		if *slot == nil {
			*slot = e
			return alike
		}
		if (*slot).key == e.key {
			alike++
		}
	}
}

// keyOf is the first eight bytes of a text, and of those none after the first
// stop: what all texts that begin with a cell have in common. To look no further
// costs least, and most names are told apart by it.
func keyOf(text []byte, stop uint64) uint64 {
	x := load(text[:8])
	m := first(x, stop)
	return x & (m ^ (m - 1))
}

// wholeKeyOf is made of all bytes to the first stop, or quotation mark if the
// cell begins with one.
func wholeKeyOf(text []byte, stop uint64) (key uint64) {
	if text[0] == '"' {
		text, stop = text[1:], '"'*ones
	}
	for ; len(text) >= 8; text = text[8:] {
		x := load(text[:8])
		if m := first(x, stop); m != 0 {
			return key ^ x&(m^(m-1))
		}
		key = bits.RotateLeft64((key^x)*spread, 32)
	}
	return key
}

// spread is 2⁶⁴ divided by the golden ratio, for multiplicative hashing.
const spread = 0x9e3779b97f4a7c15

func hashOf(key uint64) uint64 { return key * spread >> 40 }
