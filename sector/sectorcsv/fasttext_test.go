package sectorcsv

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLatin(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	counts := map[bool]int{}
	for range 200_000 {
		n := rng.IntN(20)
		text := make([]byte, 0, n+12)
		for len(text) < n {
			switch rng.IntN(6) {
			case 0:
				text = append(text, 0xc3, 0x80+byte(rng.IntN(64)))
			case 1:
				if rng.IntN(6) == 0 {
					text = append(text, byte(rng.IntN(256)))
				}
			default:
				text = append(text, 0x20+byte(rng.IntN(0x5f)))
			}
		}
		want := utf8.Valid(text) && !strings.ContainsFunc(string(text), func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xc0 || r > 0xff })
		counts[want]++
		if got := latin(text); got != want {
			t.Fatalf("latin(%q) is %v", text, got)
		}
	}
	if min(counts[true], counts[false]) < 10_000 {
		t.Error("too few texts of one kind: ", counts)
	}
}

// TestDigits compares the numbers that are read eight bytes at a time with the
// plain way.
func TestDigits(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	counts := map[bool]int{}
	for range 400_000 {
		n := 1 + rng.IntN(15)
		room := make([]byte, 24)
		for i := range room {
			room[i] = "0123456789"[rng.IntN(10)]
		}
		if rng.IntN(2) == 0 {
			room[rng.IntN(n)] = '.'
		}
		switch rng.IntN(8) {
		case 0:
			room[rng.IntN(n)] = byte(rng.IntN(256))
		case 1:
			room[rng.IntN(16)] = '.'
		}
		text := room[:n]
		want, wantDigits, wantDecimals, wantOK := digitsOfLong(text, '.')
		counts[wantOK]++
		x, y := load(room), load(room[8:])
		if n <= 8 {
			got, digits, decimals, ok := digitsIn(x, n, '.')
			if ok != wantOK || ok && (got != want || digits != wantDigits || decimals != wantDecimals) {
				t.Fatalf("digitsIn(%q) is %d, %d, %d, %v", text, got, digits, decimals, ok)
			}
		} else {
			got, decimals, ok := longDigitsIn(x, y, n, '.')
			if ok != wantOK || ok && (got != want || decimals != wantDecimals) {
				t.Fatalf("longDigitsIn(%q) is %d, %d, %v", text, got, decimals, ok)
			}
		}
		got, ok := wholeIn(x, y, n)
		if want, whole := want, wantOK && wantDecimals == 0; ok != whole || ok && got != want {
			t.Fatalf("wholeIn(%q) is %d, %v", text, got, ok)
		}
	}
	if min(counts[true], counts[false]) < 10_000 {
		t.Error("too few texts of one kind: ", counts)
	}
}
