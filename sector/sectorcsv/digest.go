package sectorcsv

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
)

// digest sums up the bytes of a file with SHA-256, those of a long file on a
// core of its own: that costs a third as much as reading them.
type digest struct {
	sum   hash.Hash
	block []byte        // still to be summed up
	full  chan []byte   // blocks on their way, nil as long as there was none
	free  chan []byte   // blocks that were summed up
	done  chan struct{} // closed when all have been
}

const (
	blockSize  = 128 << 10
	blockCount = 4
)

func newDigest() *digest { return &digest{sum: sha256.New()} }

// write adds bytes.
func (d *digest) write(p []byte) {
	for len(p) > 0 {
		if d.block == nil {
			d.block = make([]byte, 0, blockSize)
		}
		n := min(len(p), blockSize-len(d.block))
		d.block = append(d.block, p[:n]...)
		if p = p[n:]; len(d.block) == blockSize {
			d.pass()
		}
	}
}

// pass hands a full block over, and takes a free one.
func (d *digest) pass() {
	if d.full == nil {
		d.full, d.free, d.done = make(chan []byte, blockCount), make(chan []byte, blockCount), make(chan struct{})
		for range blockCount - 1 {
			d.free <- nil
		}
		go func() {
			for b := range d.full {
				d.sum.Write(b)
				d.free <- b[:0]
			}
			close(d.done)
		}()
	}
	d.full <- d.block
	d.block = <-d.free
}

// settle waits until all bytes that were added have been summed up.
func (d *digest) settle() {
	if d.full != nil {
		close(d.full)
		<-d.done
		d.full = nil
	}
	d.sum.Write(d.block)
	d.block = nil
}

// hexadecimal returns the sum.
func (d *digest) hexadecimal() string {
	d.settle()
	return hex.EncodeToString(d.sum.Sum(nil))
}
