package sector

import "testing"

// TestHiddenMakesRatiosHidden checks every pair of statuses.
func TestHiddenMakesRatiosHidden(t *testing.T) {
	for _, c := range []struct{ f, g, want Figure }{
		{Value(6), Value(3), Value(2)}, {Value(0), Value(3), Value(0)}, {Value(6), Value(0), Figure{}},
		{Hidden(), Value(3), Hidden()}, {Value(6), Hidden(), Hidden()}, {Hidden(), Hidden(), Hidden()}, {Hidden(), Value(0), Figure{}},
		{Figure{}, Hidden(), Figure{}}, {Hidden(), Figure{}, Figure{}}, {Figure{}, Figure{}, Figure{}}, {Value(0), Hidden(), Hidden()},
	} {
		if got := c.f.over(c.g); got != c.want {
			t.Errorf("%v over %v is %v, want %v", c.f, c.g, got, c.want)
		}
	}
}
