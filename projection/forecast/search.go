package forecast

import "math"

// minimise returns the point of the unit cube, of as many dimensions as grid has
// counts, at which f is smallest: the best of the descents from the lowest
// points of a grid. It is Hooke and Jeeves' pattern search, which keeps to bounds,
// at which smoothing parameters often lie, and takes no derivatives.
//
// gonum/optimize is not used: it has no method that keeps to bounds and starts
// goroutines for each of many thousand small searches. A random search, in the
// tests, finds no lower minima.
//
// Source: Hooke and Jeeves, "Direct search solution of numerical and statistical
// problems", Journal of the ACM 8 (1961).
func minimise(grid []int, f func([]float64) float64) []float64 {
	const starts = 3
	d := len(grid)
	if d == 0 {
		return nil
	}
	type point struct {
		x []float64
		f float64
	}
	// The lowest points of the grid that are not beside a lower one kept.
	var kept []point
	index := make([]int, d)
	x := make([]float64, d)
	for {
		for i, k := range index {
			x[i] = float64(k) / float64(grid[i]-1)
		}
		v := f(x)
		if len(kept) < starts || v < kept[len(kept)-1].f {
			near := -1
			for i, p := range kept {
				close := true
				for j := range d {
					if gap := p.x[j] - x[j]; gap > 1.5/float64(grid[j]-1) || gap < -1.5/float64(grid[j]-1) {
						close = false
					}
				}
				if close {
					near = i
					break
				}
			}
			switch {
			case near >= 0 && kept[near].f <= v:
			default:
				if near >= 0 {
					kept = append(kept[:near], kept[near+1:]...)
				} else if len(kept) == starts {
					kept = kept[:starts-1]
				}
				at := len(kept)
				for at > 0 && kept[at-1].f > v {
					at--
				}
				kept = append(kept, point{})
				copy(kept[at+1:], kept[at:])
				kept[at] = point{append([]float64(nil), x...), v}
			}
		}
		i := d - 1
		for ; i >= 0; i-- {
			if index[i]++; index[i] < grid[i] {
				break
			}
			index[i] = 0
		}
		if i < 0 {
			break
		}
	}

	best := point{f: -1}
	for _, p := range kept {
		x, v := descend(p.x, p.f, 1/float64(grid[0]), f)
		if best.x == nil || v < best.f {
			best = point{x, v}
		}
	}
	return best.x
}

// descend is the pattern search from one point.
func descend(x []float64, v, step float64, f func([]float64) float64) ([]float64, float64) {
	const smallest = 1e-8
	d := len(x)
	base, trial, last := append([]float64(nil), x...), make([]float64, d), make([]float64, d)
	baseV := v
	// explore moves trial, whose value is v, by a step along each axis that
	// lowers f.
	explore := func(v float64) float64 {
		for i := range d {
			old := trial[i]
			for _, move := range []float64{step, -step} {
				trial[i] = min(1, max(0, old+move))
				if trial[i] != old {
					if w := f(trial); w < v {
						v = w
						break
					}
				}
				trial[i] = old
			}
		}
		return v
	}
	for step > smallest {
		copy(trial, base)
		v := explore(baseV)
		if !(v < baseV) { // NaN too
			step /= 2
			continue
		}
		// As long as it goes down, go twice as far as the last move.
		for v < baseV {
			far := false // a move much shorter than the step leads nowhere soon
			for i := range d {
				last[i] = base[i]
				far = far || math.Abs(trial[i]-base[i]) > step/2
			}
			copy(base, trial)
			baseV = v
			if !far {
				break
			}
			for i := range d {
				trial[i] = min(1, max(0, 2*base[i]-last[i]))
			}
			v = explore(f(trial))
		}
	}
	return base, baseV
}
