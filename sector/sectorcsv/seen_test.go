package sectorcsv

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestSeenRows compares with a map.
func TestSeenRows(t *testing.T) {
	for seed := range uint64(50) {
		rng := rand.New(rand.NewPCG(seed, 9))
		seen, want := newSeenRows(), map[companyYear]place{}
		sorted, id := seed%3 == 0, 0
		for i := range 500 {
			if id += rng.IntN(2); !sorted {
				id = rng.IntN(60)
			}
			key := companyYear{id: fmt.Sprintf("%04d", id), year: 2000 + rng.IntN(12)}
			if seed%2 == 0 && rng.IntN(4) == 0 {
				key.establishment = fmt.Sprint("p", rng.IntN(3))
			}
			key.parted = seed%5 == 0 && rng.IntN(6) == 0
			got, ok := seen.find(key)
			if before, there := want[key]; ok != there || got != before {
				t.Fatalf("%+v is at %v, %v; want %v, %v", key, got, ok, before, there)
			}
			if ok {
				continue
			}
			n := len(seen.rows)
			at := place{i + 2, i}
			seen.put(key, at)
			if rng.IntN(5) == 0 { // the chunk is read again
				seen.forget(n)
				if _, ok := seen.find(key); ok {
					t.Fatal("a row that was forgotten is found")
				}
				seen.put(key, at)
			}
			want[key] = at
		}
		for key, at := range want {
			if got, ok := seen.find(key); !ok || got != at {
				t.Fatalf("%+v is at %v, %v; want %v", key, got, ok, at)
			}
		}
	}
}
