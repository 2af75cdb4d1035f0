package sectorsql

import (
	"math"
	"math/big"
	"testing"
)

// Numbers of every type that drivers return are read without loss, and what is
// none is an error.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		v     any
		whole int
		ok    bool
	}{
		{int64(7), 7, true}, {uint8(7), 7, true}, {uint64(math.MaxUint64), 0, false}, {7., 7, true}, {7.5, 0, false}, {math.NaN(), 0, false}, {math.Inf(1), 0, false},
		{"7", 7, true}, {"2018.00", 2018, true}, {[]byte("7"), 7, true}, {"7a", 0, false}, {"", 0, false}, {nil, 0, false}, {true, 0, false},
		{big.NewInt(7), 7, true}, {new(big.Int).Lsh(big.NewInt(1), 64), 0, false},
	} {
		if n, err := intOf(c.v); n != c.whole || (err == nil) != c.ok {
			t.Errorf("%v: %d, %v", c.v, n, err)
		}
	}
	for _, c := range []struct {
		v    any
		want float64
		ok   bool
	}{
		{int64(1<<53 + 1), 1 << 53, true}, {uint8(7), 7, true}, {float32(.5), .5, true}, {.1, .1, true}, {"0.1", .1, true}, {[]byte("1e3"), 1000, true},
		{"NaN", 0, false}, {"Infinity", 0, false}, {"1,5", 0, false}, {nil, 0, false}, {math.Inf(-1), 0, false}, {true, 0, false},
		{new(big.Int).Lsh(big.NewInt(1), 70), 1 << 70, true},
	} {
		if x, err := floatOf(c.v); x != c.want || (err == nil) != c.ok {
			t.Errorf("%v: %v, %v", c.v, x, err)
		}
	}
}
