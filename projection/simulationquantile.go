package projection

import (
	"math"
	"slices"
)

// selector finds order statistics, exactly and in time linear in the figures.
// Figures that are not negative are in the order of their bits, so the bits are
// counted in equal classes, and only the figures of the few classes that hold an
// order statistic are looked at again; where these are many, in the same way, at
// most six times over. A benchmark sets it beside sorting.
type selector struct {
	counts [classes]uint32
	found  [classes]uint16 // 1 + index of a class that holds an order statistic
	buffer []float64
}

const (
	classes = 1 << 12
	sortOut = 1 << 10 // so many figures are sorted instead
)

// typeSeven returns the quantiles of figures that are not negative and have the
// given smallest and largest bits, as [growth.Quantile] defines them, at
// probabilities that rise.
func (s *selector) typeSeven(x []float64, low, high uint64, probabilities []float64) []float64 {
	ranks := make([]int, 0, 2*len(probabilities))
	for _, p := range probabilities {
		i := int(float64(len(x)-1) * p)
		ranks = append(ranks, i, min(i+1, len(x)-1))
	}
	slices.Sort(ranks)
	ranks = slices.Compact(ranks)
	order := make([]float64, len(ranks))
	s.selectAt(x, low, high, ranks, 0, order, false)
	q := make([]float64, len(probabilities))
	for k, p := range probabilities {
		h := float64(len(x)-1) * p
		i := int(h)
		at, _ := slices.BinarySearch(ranks, i)
		from, to := order[at], order[min(at+1, len(order)-1)]
		q[k] = min(from+float64((h-float64(i))*(to-from)), to)
	}
	return q
}

// selectAt puts the figures of the given ranks, less skip, into order. The slice
// x may be reordered if it is owned.
func (s *selector) selectAt(x []float64, low, high uint64, ranks []int, skip int, order []float64, owned bool) {
	switch {
	case low == high:
		for k := range ranks {
			order[k] = math.Float64frombits(low)
		}
		return
	case len(x) <= sortOut:
		if !owned {
			x = slices.Clone(x)
		}
		slices.Sort(x)
		for k, r := range ranks {
			order[k] = x[r-skip]
		}
		return
	}
	shift := uint(0)
	for (high-low)>>shift >= classes {
		shift++
	}
	counts, found := &s.counts, &s.found
	clear(counts[:])
	for _, v := range x {
		counts[(math.Float64bits(v)-low)>>(shift&63)%classes]++
	}
	groups := grouped(counts, ranks, skip)
	size := 0
	for k, g := range groups {
		found[g.class] = uint16(k + 1)
		groups[k].from, groups[k].to = size, size
		size += g.count
	}
	buffer := s.buffer
	if owned || len(buffer) < size { // a buffer that is being read cannot be written
		buffer = make([]float64, size)
		if !owned {
			s.buffer = buffer
		}
	}
	for _, v := range x {
		if k := found[(math.Float64bits(v)-low)>>(shift&63)%classes]; k != 0 {
			g := &groups[k-1]
			buffer[g.to] = v
			g.to++
		}
	}
	for _, g := range groups {
		found[g.class] = 0
	}
	for _, g := range groups {
		first := low + uint64(g.class)<<shift
		last := min(high, first+(1<<shift-1))
		s.selectAt(buffer[g.from:g.to], first, last, ranks[g.first:g.last], g.below, order[g.first:g.last], true)
	}
}

// group is a class that holds order statistics.
type group struct {
	class, count int
	below        int // figures in classes below
	first, last  int // its ranks are ranks[first:last]
	from, to     int // where its figures are gathered
}

// grouped lists the classes that the ranks fall into.
func grouped(counts *[classes]uint32, ranks []int, skip int) []group {
	var groups []group
	class, below := 0, skip
	for k, r := range ranks {
		for below+int(counts[class]) <= r {
			below += int(counts[class])
			class++
		}
		if n := len(groups); n == 0 || groups[n-1].class != class {
			groups = append(groups, group{class: class, count: int(counts[class]), below: below, first: k})
		}
		groups[len(groups)-1].last = k + 1
	}
	return groups
}
