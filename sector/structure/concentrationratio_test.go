package structure

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestCR(t *testing.T) {
	x := []float64{20, 50, math.NaN(), 20, 10}
	for _, c := range []struct {
		k    int
		want float64
	}{{1, .5}, {2, .7}, {3, .9}, {4, 1}, {5, 1}, {100, 1}} {
		r := ok[ConcentrationRatio](t)(CR(x, c.k))
		agree(t, "CR", r.Ratio, c.want, 0)
		if r.K != c.k || r.N != 4 || r.LeftOut != 1 {
			t.Errorf("%+v", r)
		}
	}
	if !slices.Equal(x[:2], []float64{20, 50}) || x[4] != 10 {
		t.Errorf("CR has changed its argument to %v", x)
	}
	if r := ok[ConcentrationRatio](t)(CR([]float64{3}, 4)); r.Ratio != 1 {
		t.Errorf("one figure: %+v", r)
	}
	defer func() {
		if s, _ := recover().(string); !strings.HasPrefix(s, "structure: ") {
			t.Errorf("k of 0: %q", s)
		}
	}()
	_, _ = CR(x, 0)
}
