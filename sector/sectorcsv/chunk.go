package sectorcsv

import (
	"bytes"
	"context"
	"io"
)

// chunk is a run of whole records.
type chunk struct {
	text   []byte // its buffer has padding bytes more, all zero
	room   []byte // the buffer
	line   int    // physical line of its first record
	done   int64  // stored bytes read so far
	part   *part  // what a worker made of it
	made   chan struct{}
	summed chan struct{} // told when the text is in the sum of the file
}

// padding lets a worker load eight bytes from the last byte of a chunk.
const padding = 8

// cutter cuts text into chunks at ends of records: line feeds outside quotes,
// which are those after an even number of quotation marks. In RFC 4180 that is
// exact; where a worker finds quotation marks that are not as it says, no cut
// from its chunk on is certain, and the reading lane takes over.
type cutter struct {
	in   io.Reader
	size int // of a chunk
	done func() int64

	line int    // physical line of the next record
	left []byte // after the last cut
	err  error  // of the stream, nil at its end or if it was not reached
}

// longestCut is how many chunks a record may fill before the reading lane is
// to read it.
const longestCut = 16

// cut sends chunks until the text ends or stop is closed. What it has not sent
// is left.
func (c *cutter) cut(ctx context.Context, stop <-chan struct{}, free <-chan *chunk, out ...chan<- *chunk) {
	for {
		var k *chunk
		select {
		case <-stop:
			return
		case <-ctx.Done():
			return
		case k = <-free:
		}
		n, end := c.fill(k)
		if n == 0 {
			return
		}
		k.text, k.line, k.done = k.room[:n], c.line, c.done()
		clear(k.room[n : n+padding])
		c.line += bytes.Count(k.text, []byte{'\n'})
		for _, o := range out { // they have room for all chunks
			o <- k
		}
		if end {
			return
		}
	}
}

// fill reads into a chunk, and returns how much of it is whole records, and
// whether it is the last. It leaves the rest.
func (c *cutter) fill(k *chunk) (n int, end bool) {
	if len(k.room) < max(c.size, 2*len(c.left))+padding {
		k.room = make([]byte, max(c.size, 2*len(c.left))+padding)
	}
	have := copy(k.room, c.left)
	for {
		// io.ReadFull would not tell the end from an archive that is cut short.
		var err error
		for empty := 0; have < len(k.room)-padding && err == nil; {
			var m int
			m, err = c.in.Read(k.room[have : len(k.room)-padding])
			have += m
			if empty++; m > 0 {
				empty = 0
			}
			if empty > 100 {
				err = io.ErrNoProgress
			}
		}
		if err == io.EOF {
			c.left = nil
			return have, true
		}
		c.err = err
		n = lastCut(k.room[:have])
		if n > 0 || c.err != nil || len(k.room) > longestCut*c.size {
			c.left = append(c.left[:0], k.room[n:have]...)
			return n, c.err != nil
		}
		more := make([]byte, 2*len(k.room))
		copy(more, k.room[:have])
		k.room = more
	}
}

// lastCut is the length of the whole records at the start of text.
func lastCut(text []byte) int {
	quotes := bytes.Count(text, []byte{'"'})
	for end := len(text); ; {
		i := bytes.LastIndexByte(text[:end], '\n')
		if i < 0 {
			return 0
		}
		quotes -= bytes.Count(text[i:end], []byte{'"'})
		if quotes%2 == 0 {
			return i + 1
		}
		end = i
	}
}
