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

// first marks the first byte of a word that equals that of another; bytes above
// it may be marked too. Zero if there is none.
func first(x, y uint64) uint64 {
	x ^= y
	return (x - ones) &^ x & highs
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
	if len(text) > 8 {
		return digitsOfLong(text, mark)
	}
	return digitsIn(load(text[:8]), len(text), mark)
}

// digitsIn reads a number from the first n of eight bytes. There are no
// branches on what stands there: whether the next number has decimals cannot
// be foretold.
func digitsIn(x uint64, n int, mark byte) (mantissa uint64, digits, decimals int, ok bool) {
	m := first(x, uint64(mark)*ones)
	below := (m&-m)>>7 - 1                       // the bytes before the mark, all of them without one
	behind := n - 1 - bits.TrailingZeros64(m)>>3 // the bytes behind the mark, negative without one
	x = x&below | x>>8&^below
	n -= 1 + behind>>63
	// To the upper end of the word, as numbers: what is no digit is above 9.
	x = (x ^ 0x30*ones) << (uint(64-8*n) & 63)
	if n <= 0 || behind == 0 || (x+0x76*ones|x)&highs != 0 {
		return 0, 0, 0, false
	}
	return eightDigits(x), n, behind &^ (behind >> 63), true
}

// longDigitsIn reads a number from the first 9 to 15 of sixteen bytes.
func longDigitsIn(x, y uint64, n int, mark byte) (mantissa uint64, decimals int, ok bool) {
	y &= 1<<(8*(n-8)) - 1
	marks := uint64(mark) * ones
	if m := first(x, marks); m != 0 {
		at := bits.TrailingZeros64(m) &^ 7
		below := uint64(1)<<at - 1
		x = x&below | (x>>8|y<<56)&^below
		y >>= 8
		n--
		decimals = n - at/8
	} else if m := first(y, marks); m != 0 {
		at := bits.TrailingZeros64(m) &^ 7
		below := uint64(1)<<at - 1
		y = y&below | y>>8&^below
		n--
		if decimals = n - 8 - at/8; decimals == 0 {
			return 0, 0, false
		}
	}
	if mantissa, ok = wholeIn(x, y, n); !ok {
		return 0, 0, false
	}
	return mantissa, decimals, true
}

// wholeIn reads a number without decimals from the first 1 to 16 of sixteen
// bytes, without branches on how many there are.
func wholeIn(x, y uint64, n int) (mantissa uint64, ok bool) {
	// To the upper end of two words, as numbers: what is no digit is above 9. A
	// shift by 64 or more leaves nothing.
	x, y = x^0x30*ones, y^0x30*ones
	s := uint(128 - 8*n)
	x, y = x<<s, y<<s|x>>(64-s)|x<<(s-64)
	if (x+0x76*ones|x|(y+0x76*ones|y))&highs != 0 {
		return 0, false
	}
	return eightDigits(x)*1e8 + eightDigits(y), true
}

// noDigits reports whether one of eight bytes is none of 0 to 9.
func noDigits(x uint64) bool {
	x ^= 0x30 * ones
	return (x+0x76*ones|x)&highs != 0
}

// eightDigits is the number of eight digits, each from 0 to 9.
func eightDigits(x uint64) uint64 {
	x = x * 2561 >> 8
	x = (x & 0x00ff00ff00ff00ff) * 6553601 >> 16
	return (x & 0x0000ffff0000ffff) * 42949672960001 >> 32
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
