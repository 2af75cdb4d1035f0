package disclosure

import "slices"

// proofs are those of all targets so far.
type proofs struct {
	all []proof
	at  map[int][]int // by cell, the proofs that change it, or did; nil before the first
}

// proof is the changes that reach a target.
type proof struct {
	target
	moves  []move
	gone   bool // the target has lapsed
	failed int  // how often there was no other
}

type move struct {
	cell   int
	change float64
}

func (p *proofs) add(t target, moves []move) {
	p.all = append(p.all, proof{target: t})
	p.set(len(p.all)-1, moves)
}

// set gives a target another proof.
func (p *proofs) set(k int, moves []move) {
	if p.at == nil {
		p.at = map[int][]int{}
	}
	p.all[k].moves = moves
	for _, m := range moves {
		p.at[m.cell] = append(p.at[m.cell], k)
	}
}

// using returns the proofs that change some of the cells, in order.
func (p *proofs) using(cells []int) []int {
	var out []int
	if p.at == nil {
		return nil
	}
	for _, i := range cells {
		var kept []int
		for _, k := range p.at[i] {
			if p.all[k].uses([]int{i}) && !slices.Contains(kept, k) {
				kept = append(kept, k)
			}
		}
		p.at[i] = kept
		out = append(out, kept...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// uses reports whether a proof changes some of the cells.
func (p *proof) uses(cells []int) bool {
	return !p.gone && slices.ContainsFunc(p.moves, func(m move) bool { return slices.Contains(cells, m.cell) })
}
