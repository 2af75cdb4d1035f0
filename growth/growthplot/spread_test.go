package growthplot

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestSpreadLabels(t *testing.T) {
	for _, c := range []struct {
		want, heights, centres []vg.Length
		ok                     bool
	}{
		{nil, nil, nil, true},
		{[]vg.Length{50}, []vg.Length{20}, []vg.Length{50}, true},
		{[]vg.Length{50, 55}, []vg.Length{20, 20}, []vg.Length{42.5, 62.5}, true},
		{[]vg.Length{55, 50}, []vg.Length{20, 20}, []vg.Length{62.5, 42.5}, true},
		{[]vg.Length{50, 50}, []vg.Length{20, 20}, []vg.Length{40, 60}, true}, // ties: as given
		{[]vg.Length{0, 100}, []vg.Length{20, 20}, []vg.Length{10, 90}, true},
		{[]vg.Length{99, 98, 97}, []vg.Length{20, 20, 20}, []vg.Length{90, 70, 50}, true},
		{[]vg.Length{50, 50}, []vg.Length{60, 60}, []vg.Length{30, 90}, false},
	} {
		got, ok := SpreadLabels(c.want, c.heights, 0, 100)
		if !slices.Equal(got, c.centres) || ok != c.ok {
			t.Errorf("SpreadLabels(%v, %v) = %v, %v, want %v, %v", c.want, c.heights, got, ok, c.centres, c.ok)
		}
	}
}

// Against a search that knows nothing of pools: moving any label, or any run of
// labels, a little way does not bring them nearer to where they want to be.
func TestSpreadLabelsIsOptimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	cost := func(want, at []vg.Length) (sum float64) {
		for i := range want {
			sum += float64((at[i] - want[i]) * (at[i] - want[i]))
		}
		return sum
	}
	for range 500 {
		n := 1 + rnd.IntN(6)
		want, heights := make([]vg.Length, n), make([]vg.Length, n)
		for i := range n {
			want[i], heights[i] = vg.Length(rnd.Float64()*120-10), vg.Length(5+rnd.Float64()*10)
		}
		slices.Sort(want)
		at, ok := SpreadLabels(want, heights, 0, 100)
		legal := func(at []vg.Length) bool {
			for i := range at {
				if at[i]-heights[i]/2 < -1e-9 || at[i]+heights[i]/2 > 100+1e-9 {
					return false
				}
				if i > 0 && at[i]-at[i-1] < (heights[i]+heights[i-1])/2-1e-9 {
					return false
				}
			}
			return true
		}
		if !ok || !legal(at) {
			t.Fatalf("SpreadLabels(%v, %v) = %v, %v", want, heights, at, ok)
		}
		for i := range n {
			for j := i; j < n; j++ {
				for _, d := range []vg.Length{-0.5, -0.01, 0.01, 0.5} {
					moved := slices.Clone(at)
					for k := i; k <= j; k++ {
						moved[k] += d
					}
					if legal(moved) && cost(want, moved) < cost(want, at)-1e-9 {
						t.Fatalf("SpreadLabels(%v, %v) = %v, but %v is better", want, heights, at, moved)
					}
				}
			}
		}
	}
}
