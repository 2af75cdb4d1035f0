package main

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestApportion(t *testing.T) {
	tests := []struct {
		name    string
		total   int64
		weights []int64
		want    []int64
	}{
		{"even", 10, []int64{1, 1}, []int64{5, 5}},
		// Quotas 4.7, 1.6, 1.58, 1.2, 0.6 and 0.32: the three seats left after
		// rounding down go to the remainders .7, .6 and .6.
		{"largest remainders", 10, []int64{4700, 1600, 1580, 1200, 600, 320}, []int64{5, 2, 1, 1, 1, 0}},
		{"first of equals", 4, []int64{1, 1, 1}, []int64{2, 1, 1}},
		{"nothing to share", 0, []int64{3, 5}, []int64{0, 0}},
	}
	for _, test := range tests {
		if got := apportion(test.total, test.weights); !slices.Equal(got, test.want) {
			t.Errorf("%s: apportion(%d, %v) = %v, want %v", test.name, test.total, test.weights, got, test.want)
		}
	}
}

// Whatever is shared out, the shares sum to it and each is its quota rounded up
// or down.
func TestApportionStaysWithinQuota(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		weights := make([]int64, 1+rng.IntN(40))
		sum := int64(0)
		for i := range weights {
			weights[i] = 1 + rng.Int64N(1_000_000)
			sum += weights[i]
		}
		total := rng.Int64N(1_000_000)
		left := total
		for i, share := range apportion(total, weights) {
			left -= share
			if floor := total * weights[i] / sum; share != floor && share != floor+1 {
				t.Fatalf("apportion(%d, %v)[%d] = %d, quota between %d and %d", total, weights, i, share, floor, floor+1)
			}
		}
		if left != 0 {
			t.Fatalf("apportion(%d, %v) leaves %d", total, weights, left)
		}
	}
}

// The calibration is no accident of the default seed.
func TestAnySeedMeetsThePublishedTotals(t *testing.T) {
	for seed := range uint64(20) {
		companies, err := synthesize(rand.NewPCG(seed, 0))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		rows := make([]int, lastYear-firstYear+1)
		var quarters, kroner int64
		for _, c := range companies {
			for _, y := range c.years {
				rows[y.year-firstYear]++
				if y.fte.n < 0 || y.revenue.n < 0 {
					t.Fatalf("seed %d: %s has a negative figure in %d", seed, c.id, y.year)
				}
				if y.fte.status != known && y.fte.n != 0 || y.revenue.status != known && y.revenue.n != 0 {
					t.Fatalf("seed %d: %s has a hidden figure in %d that was counted", seed, c.id, y.year)
				}
				if y.year == lastYear {
					quarters += y.fte.n
					kroner += y.revenue.n
				}
			}
		}
		if !slices.Equal(rows, rowsIn()) {
			t.Errorf("seed %d: rows %v, want %v", seed, rows, rowsIn())
		}
		if quarters != 17_600*4 || kroner != 32_000_000_000 {
			t.Errorf("seed %d: %d quarters of an FTE and %d kroner in %d", seed, quarters, kroner, lastYear)
		}
	}
}
