package sector

import "testing"

func TestSizeBounds(t *testing.T) {
	for s := Micro; s <= Large; s++ {
		from, below := s.Bounds()
		if SizeOf(Value(from)) != s || SizeOf(Value(below)) == s && s != Large || SizeOf(Value((from+min(below, 1e9))/2)) != s {
			t.Errorf("%v is from %v to %v", s, from, below)
		}
	}
	if from, below := SizeNotKnown.Bounds(); from != 0 || below != 0 {
		t.Errorf("not known is from %v to %v", from, below)
	}
}
