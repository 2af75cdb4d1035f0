package sectorcsv

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"sync"
)

// fastLane adds up the rows below the header on all cores: one goroutine cuts
// the text into chunks, workers add up a chunk each, and what they made is
// merged in the order of the file.
type fastLane struct {
	d   *decoder
	k   *collector
	src *source
	cut cutter
	sum *chunkSum // nil if the chunks are not the stored file
}

// chunkSize is large enough that merging costs little, and small enough that a
// chunk stays in a core's own cache.
const chunkSize = 256 << 10

// mostExpected is for how many rows room is made before they are seen, whatever
// size a file is said to have.
const mostExpected = 16 << 20

func newLane(d *decoder, k *collector, src *source) *fastLane {
	size := d.opt.chunk
	if size == 0 {
		size = min(chunkSize, src.in.Size()) // which holds all of a small file
	}
	f := &fastLane{d: d, k: k, src: src, cut: cutter{size: size, done: src.stored, line: d.first}}
	if n, ok := src.verbatim(); ok && src.raw.sum != nil {
		f.sum = newChunkSum(src.raw, len(d.ahead)+n)
	}
	f.cut.in = io.MultiReader(bytes.NewReader(d.ahead), src.rest())
	return f
}

// run reads all rows.
func (f *fastLane) run(ctx context.Context) error {
	workers := make([]*worker, runtime.GOMAXPROCS(0))
	for i := range workers {
		var err error
		if workers[i], err = newWorker(f.d); err != nil {
			return err
		}
	}
	chunks := 2*len(workers) + 2
	free, work, order, sum := make(chan *chunk, chunks), make(chan *chunk, chunks), make(chan *chunk, chunks), make(chan *chunk, chunks)
	out := []chan<- *chunk{order, work}
	if f.sum != nil {
		out = append(out, sum)
	}
	for range chunks {
		p := &part{}
		if f.k.columns != nil || f.k.list {
			p.loader = newLoader(f.d)
		}
		free <- &chunk{made: make(chan struct{}, 1), summed: make(chan struct{}, 1), part: p}
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		f.cut.cut(ctx, stop, free, out...)
		close(work)
		close(order)
		close(sum)
	})
	wg.Go(func() {
		for c := range sum {
			f.sum.add(c.text)
			c.summed <- struct{}{}
		}
	})
	for _, w := range workers {
		wg.Go(func() {
			for c := range work {
				w.read(c)
				c.made <- struct{}{}
			}
		})
	}
	var left []*chunk // from the first that the reading lane is to take
	var err error
	for c := range order {
		<-c.made
		switch {
		case left != nil:
			left = append(left, c)
			continue
		case err != nil:
			continue
		}
		if err = f.d.stopped(ctx); err == nil && c.part.odd {
			left = append(left, c)
			close(stop)
			continue
		}
		if err == nil {
			err = f.merge(ctx, c)
		}
		if err != nil {
			close(stop)
			continue
		}
		f.d.progress(c.done)
		if f.sum != nil {
			<-c.summed
		}
		free <- c
	}
	wg.Wait()
	if f.sum != nil {
		f.sum.end(f.cut.left)
	}
	if err == nil {
		err = f.d.stopped(ctx)
	}
	if err != nil {
		return err
	}
	return f.rest(ctx, left)
}

// merge adds what a worker made of a chunk, or has the reading lane go through
// it where that depends on the chunks before.
func (f *fastLane) merge(ctx context.Context, c *chunk) error {
	p, k := c.part, f.k
	if l := p.loader; l != nil && k.expected == 0 && f.src.packing == "" {
		k.expected = int(min(1.03*float64(len(l.lines))*float64(f.d.opt.Size)/float64(len(c.text)), mostExpected))
	}
	double := k.neighbours && p.first.line > 0 && k.last.line > 0 && p.first.companyYear == k.last.companyYear
	money := p.currency != "" && k.currency != "" && p.currency != k.currency
	if p.err != nil || double || money || p.unnamed || !k.neighbours && !k.unseen(p.loader) {
		if err := f.d.redirect(bytes.NewReader(c.text), c.line); err != nil {
			return err
		}
		return f.d.rows(ctx, k, func() int64 { return c.done })
	}
	p.addTo(k)
	return nil
}

// rest has the reading lane read what the cutter has not cut, or not with
// certainty.
func (f *fastLane) rest(ctx context.Context, chunks []*chunk) error {
	var in []io.Reader
	line := f.cut.line
	if len(chunks) > 0 {
		line = chunks[0].line
	}
	for _, c := range chunks {
		in = append(in, bytes.NewReader(c.text))
	}
	in = append(in, bytes.NewReader(f.cut.left), f.cut.in)
	if f.cut.err != nil {
		in[len(in)-1] = brokenStream{f.cut.err}
	}
	if err := f.d.redirect(io.MultiReader(in...), line); err != nil {
		return err
	}
	before := f.d.report.Rows
	err := f.d.rows(ctx, f.k, f.src.stored)
	if f.d.report.Rows > before || len(chunks) > 0 {
		f.d.report.LeftAt = line
	}
	return err
}

// brokenStream is where a stream broke off.
type brokenStream struct{ err error }

func (b brokenStream) Read([]byte) (int, error) { return 0, b.err }
