package sectorcsv

import "math/bits"

// interner finds sectors or regions by the bytes of their cells. A table with
// open addressing, as in cellIndex.
type interner struct {
	slots []*interned
	used  int
}

// interned is the text of a cell as it is read, and what the cell looks like.
type interned struct {
	raw   string
	hash  uint64
	name  *name
	empty bool
	slow  bool // the row is for the reading lane: a total, or an error
}

// find returns the text of a cell, nil if it is new. Raw has eight bytes of
// capacity at least.
func (t *interner) find(raw []byte) (found *interned, hash uint64) {
	hash = hashOf(raw)
	if len(t.slots) == 0 {
		return nil, hash
	}
	for i := hash; ; i++ {
		e := t.slots[i&uint64(len(t.slots)-1)]
		if e == nil || e.hash == hash && e.raw == string(raw) {
			return e, hash
		}
	}
}

func (t *interner) put(e *interned) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		t.slots = make([]*interned, max(64, 2*len(old)))
		for _, e := range old {
			if e != nil {
				t.place(e)
			}
		}
	}
	t.used++
	t.place(e)
}

func (t *interner) place(e *interned) {
	for i := e.hash; ; i++ {
		if slot := &t.slots[i&uint64(len(t.slots)-1)]; *slot == nil {
			*slot = e
			return
		}
	}
}

// hashOf mixes the length of a text, its first and its last bytes.
func hashOf(raw []byte) uint64 {
	n := len(raw)
	first, last := load(raw[:8]), uint64(0)
	if n < 8 {
		first &= 1<<(8*n) - 1
	} else {
		last = load(raw[n-8:])
	}
	h := (first^bits.RotateLeft64(last, 29))*0xbf58476d1ce4e5b9 + uint64(n)*0x9e3779b97f4a7c15
	return h ^ h>>32
}
