package projection

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"gonum.org/v1/gonum/floats"

	"smartcity/growth"
)

// blockPaths is the number of paths that share a generator. It is part of what a
// seed means.
const blockPaths = 1024

// engine goes from year to year. It keeps the paths as they are in one year, a
// column for each sector, so that memory does not grow with the years: first
// all blocks of paths go a year ahead, then the quantiles of all columns are
// found. Workers take blocks, and then columns, as they come, but what they
// find has a place of its own and is added up in the order of the blocks.
type engine struct {
	*Simulated
	paths, years int
	drawn        []*draw // sectors that are drawn
	columns      []*column
	mixer        mixer
	state        [][]float64 // of drawn sectors: growth factors if persistent and the same in all years, else scores unless years are independent
	generators   []*rand.PCG
	normal       *ziggurat
	settled      []float64 // jobs of the sectors that are not drawn, by year
	tallies      []*tally
	workers      []*worker
}

// column is the jobs of a drawn sector, or of all, on the paths in one year.
type column struct {
	fan       *Fan
	jobs      []float64
	sum       []float64 // by block
	low, high []uint64  // smallest and largest bits, by block
}

// worker is what a goroutine needs for itself.
type worker struct {
	scores   [][]float64
	common   []float64
	selector selector
}

// newEngine sets the base year, and all years of what is not drawn.
func newEngine(draws []*draw, total *Projection, r *Simulated) (*engine, error) {
	e := &engine{Simulated: r, paths: r.Simulation.Paths, years: r.To - r.BaseYear, settled: make([]float64, r.To-r.BaseYear+1)}
	var at []int
	var base growth.Sum
	sums := make([]growth.Sum, len(e.settled))
	for i, d := range draws {
		base.Add(d.fan.Base)
		d.fan.set(0, d.fan.Base)
		if d.level == nil {
			at = append(at, i)
			e.drawn = append(e.drawn, d)
			continue
		}
		for t, x := range d.level {
			d.fan.set(t, x)
			sums[t].Add(x)
		}
	}
	for t := range sums {
		e.settled[t] = sums[t].Float64()
	}
	r.Total.Base = base.Float64()
	if total != nil {
		r.Total.Base = total.Base
	}
	if len(e.drawn) == 0 {
		if level := alike(draws, total, r.Simulation); level != nil {
			copy(e.settled, level)
		}
		for t, x := range e.settled {
			r.Total.set(t, x)
		}
	}
	r.Total.set(0, r.Total.Base)
	var err error
	if e.mixer, err = r.Simulation.Correlation.over(len(draws), at); err != nil {
		return nil, err
	}
	return e, e.tally()
}

// alike returns the levels of the total if it grows as each of the sectors does,
// else nil.
func alike(draws []*draw, total *Projection, s Simulation) []float64 {
	if total == nil || s.Distributions != nil {
		return nil
	}
	low, _, err := total.between(s.Scenarios)
	if err != nil { // the total is derived
		return nil
	}
	for _, d := range draws {
		if !low.equal(d.fan.Low) {
			return nil
		}
	}
	scenario, _ := total.Scenario(s.Scenarios[0])
	return scenario.Level
}

// set makes jobs known without doubt.
func (f *Fan) set(t int, jobs float64) {
	f.Mean[t] = jobs
	for _, q := range f.Quantiles {
		q[t] = jobs
	}
}

func (e *engine) run(ctx context.Context, src rand.Source) error {
	if len(e.drawn) == 0 {
		return nil
	}
	e.normal = newZiggurat()
	blocks := (e.paths + blockPaths - 1) / blockPaths
	for range blocks {
		e.generators = append(e.generators, rand.NewPCG(src.Uint64(), src.Uint64()))
	}
	for _, d := range e.drawn {
		c := newColumn(d.fan, e.paths, blocks)
		for i := range c.jobs {
			c.jobs[i] = d.fan.Base
		}
		e.columns = append(e.columns, c)
		if e.Simulation.Persistence != IndependentYears {
			e.state = append(e.state, make([]float64, e.paths))
		}
	}
	e.columns = append(e.columns, newColumn(e.Total, e.paths, blocks))
	for _, t := range e.tallies {
		t.watch(e.columns, e.paths, blocks)
	}
	for range min(runtime.GOMAXPROCS(0), max(blocks, len(e.columns))) {
		e.workers = append(e.workers, e.newWorker())
	}
	for year := 1; year <= e.years; year++ {
		e.inParallel(ctx, blocks, func(w *worker, b int) { e.step(w, b, year) })
		e.inParallel(ctx, len(e.columns), func(w *worker, i int) { e.columns[i].finish(year, w) })
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("projection: simulation: %w", err)
		}
		for _, c := range e.columns {
			if !(c.fan.Mean[year] <= math.MaxFloat64) {
				return fmt.Errorf("projection: simulation of %q: jobs of %d leave the range of numbers: %w", c.fan.Name, e.BaseYear+year, growth.ErrNotKnown)
			}
		}
		for _, t := range e.tallies {
			t.finish(year)
		}
	}
	return nil
}

func newColumn(f *Fan, paths, blocks int) *column {
	return &column{f, make([]float64, paths), make([]float64, blocks), make([]uint64, blocks), make([]uint64, blocks)}
}

func (e *engine) newWorker() *worker {
	w := &worker{common: make([]float64, min(e.paths, blockPaths))}
	for range e.drawn {
		w.scores = append(w.scores, make([]float64, len(w.common)))
	}
	return w
}

// inParallel calls f for 0 … n−1, until the context ends.
func (e *engine) inParallel(ctx context.Context, n int, f func(w *worker, i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for _, w := range e.workers[:min(n, len(e.workers))] {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				f(w, i)
			}
		})
	}
	wg.Wait()
}

// step takes the paths of a block a year ahead.
func (e *engine) step(w *worker, b, year int) {
	from := b * blockPaths
	to := min(from+blockPaths, e.paths)
	whole := e.columns[len(e.drawn)]
	total := whole.jobs[from:to]
	for i := range total {
		total[i] = e.settled[year]
	}
	factors := e.factors(w, b, year, from, to)
	for k, f := range factors {
		c := e.columns[k]
		jobs := c.jobs[from:to]
		low, high := uint64(math.MaxUint64), uint64(0)
		f, total := f[:len(jobs)], total[:len(jobs)]
		for i, x := range jobs {
			x *= f[i]
			jobs[i] = x
			total[i] += x
			bits := math.Float64bits(x)
			low, high = min(low, bits), max(high, bits)
		}
		c.sum[b], c.low[b], c.high[b] = floats.Sum(jobs), low, high
	}
	low, high := uint64(math.MaxUint64), uint64(0)
	for _, x := range total {
		bits := math.Float64bits(x)
		low, high = min(low, bits), max(high, bits)
	}
	whole.sum[b], whole.low[b], whole.high[b] = floats.Sum(total), low, high
	for _, t := range e.tallies {
		t.step(b, from, to)
	}
}

// factors returns 1 + growth in a year, for each drawn sector on each path.
func (e *engine) factors(w *worker, b, year, from, to int) [][]float64 {
	z := make([][]float64, len(e.drawn))
	persistent := e.Simulation.Persistence == Persistent
	for k := range z {
		if z[k] = w.scores[k][:to-from]; persistent && e.drawn[k].same {
			z[k] = e.state[k][from:to]
		}
	}
	if persistent && year > 1 {
		for k, d := range e.drawn {
			if !d.same {
				copy(z[k], e.state[k][from:to])
				d.factors(year, z[k])
			}
		}
		return z
	}
	e.mixer.draw(func(x []float64) { e.normal.fill(e.generators[b], x) }, z, w.common[:to-from])
	if e.Simulation.Persistence == Autoregressive {
		rho := e.Simulation.Rho
		own := math.Sqrt((1 - rho) * (1 + rho))
		for k := range z {
			state, z := e.state[k][from:to], z[k]
			if year == 1 {
				copy(state, z)
				continue
			}
			z = z[:len(state)] // spares a check for each number
			for i, before := range state {
				x := float64(rho*before) + float64(own*z[i])
				state[i], z[i] = x, x
			}
		}
	}
	for k, d := range e.drawn {
		if persistent && !d.same {
			copy(e.state[k][from:to], z[k])
		}
		d.factors(year, z[k])
	}
	return z
}

// finish computes the mean and the quantiles of a year.
func (c *column) finish(year int, w *worker) {
	var sum growth.Sum
	for _, x := range c.sum {
		sum.Add(x)
	}
	c.fan.Mean[year] = sum.Float64() / float64(len(c.jobs))
	low, high := slices.Min(c.low), slices.Max(c.high)
	if math.Float64frombits(high) > math.MaxFloat64 || math.IsNaN(math.Float64frombits(high)) {
		c.fan.Mean[year] = math.Inf(1)
		return
	}
	for k, q := range w.selector.typeSeven(c.jobs, low, high, c.fan.Probabilities) {
		c.fan.Quantiles[k][year] = q
	}
}
