package disclosure

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"
)

// system is linear equations in unknowns of zero or more, for an attack by
// linear programming with gonum: nothing in it comes from the package.
type system struct {
	names map[string]int
	rows  []map[int]float64
	right []float64
}

// unknown numbers an unknown.
func (s *system) unknown(name string) int {
	if s.names == nil {
		s.names = map[string]int{}
	}
	if _, ok := s.names[name]; !ok {
		s.names[name] = len(s.names)
	}
	return s.names[name]
}

// equation says that a sum of unknowns is a number.
func (s *system) equation(row map[int]float64, right float64) {
	s.rows = append(s.rows, row)
	s.right = append(s.right, right)
}

// interval is what an unknown can be.
func (s *system) interval(t *testing.T, name string) (low, high float64) {
	t.Helper()
	return s.extreme(t, name, 1), s.extreme(t, name, -1)
}

// extreme returns the least value of an unknown, or with −1 the largest.
func (s *system) extreme(t *testing.T, name string, sign float64) float64 {
	t.Helper()
	target := s.unknown(name)
	keep, rows, right := s.reduced(target)
	if len(rows) == 0 { // nothing binds it
		return map[float64]float64{1: 0, -1: math.Inf(1)}[sign]
	}
	// The simplex of gonum wants full rank, no empty columns, and may fail where a
	// vertex is degenerate, as those of tables are; another order of the unknowns
	// then takes it elsewhere.
	rng := rand.New(rand.NewPCG(1, uint64(target)))
	for range 50 {
		a := mat.NewDense(len(rows), len(keep), nil)
		c := make([]float64, len(keep))
		for j, k := range keep {
			for i, row := range rows {
				a.Set(i, j, row[k])
			}
			if k == target {
				c[j] = sign
			}
		}
		f, _, err := lp.Simplex(c, a, right, 1e-10, nil)
		switch {
		case err == nil:
			return f * sign
		case errors.Is(err, lp.ErrUnbounded):
			return -sign * math.Inf(1)
		}
		rng.Shuffle(len(keep), func(i, j int) { keep[i], keep[j] = keep[j], keep[i] })
	}
	t.Fatalf("no linear program for %s", name)
	return 0
}

// reduced returns the part of the system that an unknown hangs together with,
// without equations that follow from others.
func (s *system) reduced(target int) (keep []int, rows []map[int]float64, right []float64) {
	in := map[int]bool{target: true}
	taken := make([]bool, len(s.rows))
	for again := true; again; {
		again = false
		for i, row := range s.rows {
			if taken[i] {
				continue
			}
			for k := range row {
				if in[k] {
					taken[i], again = true, true
					for k := range row {
						in[k] = true
					}
					break
				}
			}
		}
	}
	for k := range len(s.names) {
		if in[k] {
			keep = append(keep, k)
		}
	}
	// Gaussian elimination finds a basis of the equations.
	type line struct {
		row   []float64
		pivot int
	}
	var basis []line
	for i, row := range s.rows {
		if !taken[i] {
			continue
		}
		dense := make([]float64, len(s.names))
		for k, v := range row {
			dense[k] = v
		}
		for _, b := range basis {
			if f := dense[b.pivot]; f != 0 {
				for k := range dense {
					dense[k] -= f * b.row[k]
				}
			}
		}
		pivot := 0
		for k := range dense {
			if math.Abs(dense[k]) > math.Abs(dense[pivot]) {
				pivot = k
			}
		}
		if math.Abs(dense[pivot]) < 1e-9 {
			continue
		}
		f := dense[pivot]
		for k := range dense {
			dense[k] /= f
		}
		basis = append(basis, line{dense, pivot})
		rows = append(rows, row)
		right = append(right, s.right[i])
	}
	// Unknowns that no equation has are bound by nothing.
	keep = slices.DeleteFunc(keep, func(k int) bool {
		return !slices.ContainsFunc(rows, func(r map[int]float64) bool { return r[k] != 0 })
	})
	return keep, rows, right
}

func TestSystemByHand(t *testing.T) {
	// Hundepool et al. (2012), section 4.2.2, example 3 (after Geurts, 1992).
	var s system
	x := func(name string) int { return s.unknown(name) }
	s.equation(map[int]float64{x("11"): 1, x("12"): 1}, 7)
	s.equation(map[int]float64{x("21"): 1, x("22"): 1}, 3)
	s.equation(map[int]float64{x("11"): 1, x("21"): 1}, 6)
	s.equation(map[int]float64{x("12"): 1, x("22"): 1}, 4)
	if low, high := s.interval(t, "11"); math.Abs(low-3) > 1e-9 || math.Abs(high-6) > 1e-9 {
		t.Errorf("cell (1,1) lies in %v to %v, want 3 to 6", low, high)
	}
}
