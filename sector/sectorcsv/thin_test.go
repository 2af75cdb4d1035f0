package sectorcsv

import "testing"

// thin is how many of so many random trials to make: under -short an eighth. The
// CI makes all of them, and an eighth once more under the race detector, where each
// takes ten times as long.
func thin(trials int) int {
	if testing.Short() {
		return trials / 8
	}
	return trials
}
