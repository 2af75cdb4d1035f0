package sectorcsv

import (
	"encoding/binary"
	"math/bits"
)

// Eight bytes at a time: a word holds the first byte of text in its lowest
// bits, and each byte of a mask has its high bit set where the byte of the word
// is meant.
const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

func load(text []byte) uint64 { return binary.LittleEndian.Uint64(text) }

// equal marks the bytes of a word that equal those of another, exactly.
func equal(x, y uint64) uint64 {
	x ^= y
	return ^((x&^highs + ^uint64(highs)) | x | ^uint64(highs))
}

// outside is not zero where a byte of a word is none of the printable characters
// of ASCII.
func outside(x uint64) uint64 {
	return (x - 0x20*ones | x + ones | x) & highs
}

// powers are the powers of ten that a float64 holds exactly, up to 10²².
func powers() [32]float64 {
	return [32]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}
}

// digitsOf reads a number without sign: digits, and decimals after a mark if
// there are any. Text has eight bytes of capacity at least. Ok is false for
// anything else, and for more than 18 digits.
func digitsOf(text []byte, mark byte) (mantissa uint64, digits, decimals int, ok bool) {
	n := len(text)
	if n > 8 {
		return digitsOfLong(text, mark)
	}
	if n == 0 {
		return 0, 0, 0, false
	}
	// Without branches on what stands there: whether the next number has decimals
	// cannot be foretold.
	width := 8 * n
	x := load(text[:8]) & (^uint64(0) >> (64 - width))
	at := min(bits.TrailingZeros64(equal(x, uint64(mark)*ones))&^7, width) // bit of the mark
	below := uint64(1)<<at - 1
	x = x&below | x>>8&^below
	marks := int(uint(at-width) >> 63)
	n -= marks
	decimals = n - at/8
	if marks > decimals {
		return 0, 0, 0, false
	}
	x = x<<(64-8*n) | (0x30*ones)>>(8*n)
	if (x+0x46*ones|(x-0x30*ones))&highs != 0 {
		return 0, 0, 0, false
	}
	x = (x & (0x0f * ones)) * 2561 >> 8
	x = (x & 0x00ff00ff00ff00ff) * 6553601 >> 16
	x = (x & 0x0000ffff0000ffff) * 42949672960001 >> 32
	return x, n, decimals, true
}

func digitsOfLong(text []byte, mark byte) (mantissa uint64, digits, decimals int, ok bool) {
	if len(text) > 19 {
		return 0, 0, 0, false
	}
	at := -1
	for i, c := range text {
		switch {
		case c-'0' <= 9:
			mantissa = 10*mantissa + uint64(c-'0')
			digits++
		case c == mark && at < 0:
			at = i
		default:
			return 0, 0, 0, false
		}
	}
	if at >= 0 {
		decimals = len(text) - 1 - at
	}
	return mantissa, digits, decimals, at != len(text)-1 && digits <= 18
}

// yearOf reads a year of four digits.
func yearOf(text []byte) (int, bool) {
	if len(text) != 4 {
		return 0, false
	}
	x := binary.LittleEndian.Uint32(text)
	if (x+0x46464646|(x-0x30303030))&0x80808080 != 0 {
		return 0, false
	}
	x = x & 0x0f0f0f0f * (10<<8 + 1) >> 8 & 0x00ff00ff
	return int(x * (100<<16 + 1) >> 16), true
}
