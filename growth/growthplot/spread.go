package growthplot

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// SpreadLabels moves labels of the given heights apart, so that none overlaps
// another and all lie between low and high, and returns their new centres in
// the order given. The order by wanted centre is kept, that of equal ones as
// given, and the sum of squared moves is as small as it can be. ok is false if
// the labels are higher than the room; they then overlap no more than they must.
//
// It is the pooling of adjacent violators (Ayer et al. 1955) after the
// heights below each label are subtracted.
func SpreadLabels(want, heights []vg.Length, low, high vg.Length) (centres []vg.Length, ok bool) {
	if len(want) != len(heights) {
		panic("growthplot: SpreadLabels with other heights than labels")
	}
	order := make([]int, len(want))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(want[a], want[b]) })

	// offset[i] is where the i-th label's centre lies when all are stacked on 0.
	offset := make([]vg.Length, len(order))
	var total vg.Length
	for i, o := range order {
		offset[i] = total + heights[o]/2
		total += heights[o]
	}
	type pool struct {
		sum vg.Length
		n   int
	}
	var pools []pool
	for i, o := range order {
		pools = append(pools, pool{want[o] - offset[i], 1})
		for len(pools) > 1 {
			a, b := pools[len(pools)-2], pools[len(pools)-1]
			if a.sum*vg.Length(b.n) <= b.sum*vg.Length(a.n) {
				break
			}
			pools = append(pools[:len(pools)-2], pool{a.sum + b.sum, a.n + b.n})
		}
	}
	centres = make([]vg.Length, len(want))
	i := 0
	for _, q := range pools {
		shift := min(max(q.sum/vg.Length(q.n), low), max(high-total, low))
		for range q.n {
			centres[order[i]] = shift + offset[i]
			i++
		}
	}
	return centres, total <= high-low+1e-9
}
