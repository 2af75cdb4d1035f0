package dynamics

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// Numbers and ranks are those of a map that looks up every text, whether the texts
// come sorted, sorted at first, or in no order.
func TestNames(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	for trial := range 600 {
		texts := make([]string, rng.IntN(30))
		for i := range texts {
			if texts[i] = fmt.Sprint(rng.IntN(40)); rng.IntN(9) == 0 {
				texts[i] = ""
			}
		}
		if trial%3 > 0 {
			slices.Sort(texts[:len(texts)*(trial%3)/2])
		}
		var n names
		number := map[string]int32{}
		for _, text := range texts {
			if _, ok := number[text]; !ok {
				number[text] = int32(len(number))
			}
			if got := n.of(text); got != number[text] {
				t.Fatalf("of %q the number of %q is %d, want %d", texts, text, got, number[text])
			}
		}
		want := slices.Sorted(maps.Keys(number))
		if len(want) > 0 && want[0] == "" {
			want = append(want[1:], "")
		}
		rank, sorted := n.ranks()
		if !slices.Equal(sorted, want) {
			t.Fatalf("sorted %q, want %q", sorted, want)
		}
		for text, i := range number {
			if sorted[rank[i]] != text {
				t.Fatalf("%q has the rank %d of %q", text, rank[i], sorted)
			}
		}
	}
}
