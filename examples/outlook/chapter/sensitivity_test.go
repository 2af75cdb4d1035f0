package chapter

import (
	"fmt"
	"testing"

	"smartcity/growth"
)

// TestAround: what is varied lies in and beside the range that is asked for.
func TestAround(t *testing.T) {
	for _, c := range []struct {
		r    growth.Range
		want string
	}{
		{growth.Range{Low: .12, High: .17}, "[0.08 0.1 0.12 0.145 0.17 0.2]"},
		{growth.Range{Low: .12, High: .12}, "[0.094 0.102 0.11 0.12 0.13 0.142]"},
		{growth.Range{Low: -.99, High: .5}, "[-0.998 -0.994 -0.99 -0.245 0.5 1.394]"},
		{growth.Range{Low: -.995, High: -.995}, "[-0.9995 -0.9985 -0.9975 -0.9913 -0.985 -0.9775]"},
	} {
		if got := fmt.Sprint(around(c.r, -.8, -.4, 0, .5, 1, 1.6)); got != c.want {
			t.Errorf("around %v: %s, want %s", c.r, got, c.want)
		}
	}
}
