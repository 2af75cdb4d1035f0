package sectorcsv

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestInterner compares with a map, also for cells that begin alike.
func TestInterner(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for name, cell := range map[string]func() string{
		"short":       func() string { return strings.Repeat("ab", rng.IntN(3)) + fmt.Sprint(rng.IntN(100)) },
		"alike":       func() string { return fmt.Sprint("Industry ", rng.IntN(5000)) },
		"very alike":  func() string { return strings.Repeat("Industry ", 4) + fmt.Sprint(rng.IntN(5000)) },
		"one a start": func() string { return strings.Repeat("Industry", rng.IntN(6)) },
		"quoted":      func() string { return fmt.Sprintf("\"Industry; %d\"", rng.IntN(500)) },
	} {
		var table interner
		seen := map[string]*interned{}
		for range 20_000 {
			raw := cell() + ";"
			text := []byte(raw + "2015;1;2\n" + strings.Repeat("\x00", padding))
			found, key := table.find(text, ';'*ones)
			if found != seen[raw] {
				t.Fatalf("%s: %q is found as %v, want %v", name, raw, found, seen[raw])
			}
			if found == nil {
				seen[raw] = &interned{raw: raw, key: key}
				table.put(seen[raw], ';'*ones)
			}
		}
		longest := 0
		for _, e := range seen {
			for n, i := 1, hashOf(e.key); table.slots[i&uint64(len(table.slots)-1)] != e; n, i = n+1, i+1 {
				longest = max(longest, n)
			}
		}
		free := slices.Contains(table.slots, nil)
		if !free || table.used != len(seen) || longest > 64 {
			t.Errorf("%s: %d cells in %d slots, want %d; %d steps to one of them", name, table.used, len(table.slots), len(seen), longest)
		}
	}
}
