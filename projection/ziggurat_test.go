package projection

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func TestZigguratCloses(t *testing.T) {
	z := newZiggurat()
	top := z.scale[layers-1] * 0x1p52 // the width of the highest layer
	area := zigguratX*z.height[1] + math.Sqrt(math.Pi/2)*math.Erfc(zigguratX/math.Sqrt2)
	nearTo(t, "the top layer ends at", z.height[layers-1]+area/top, 1, 1e-12)
	for i := range layers - 1 {
		if z.scale[i] <= z.scale[i+1] || z.height[i] >= z.height[i+1] {
			t.Errorf("layer %d is not below the next", i)
		}
	}
}

// Draws fall into equally likely classes, and far out in the tails, as often as
// they should; those of the standard library are held to the same.
func TestZigguratIsNormal(t *testing.T) {
	const n, bins = 1_000_000, 1000
	z, p := newZiggurat(), rand.NewPCG(17, 600)
	r := rand.New(rand.NewPCG(17, 601))
	for name, fill := range map[string]func(x []float64){
		"ziggurat":         func(x []float64) { z.fill(p, x) },
		"standard library": func(x []float64) { normals(r, x) },
	} {
		x := make([]float64, n)
		fill(x)
		var counts [bins]float64
		var m [5]float64
		tail := map[float64]float64{3: 0, zigguratX: 0, 4.2: 0}
		for _, v := range x {
			counts[int(bins*distuv.UnitNormal.CDF(v))]++
			power := 1.0
			for k := range m {
				m[k] += power / n
				power *= v
			}
			for from := range tail {
				if math.Abs(v) > from {
					tail[from]++
				}
			}
		}
		chi := 0.0
		for _, c := range counts {
			chi += (c - n/bins) * (c - n/bins) / (n / bins)
		}
		nearTo(t, name+": χ²", chi, bins-1, 4.5*math.Sqrt(2*bins))
		for k, want := range map[int][2]float64{1: {0, 1}, 2: {1, 2}, 3: {0, 15}, 4: {3, 96}} { // moment, variance
			nearTo(t, name+": moment", m[k], want[0], 4.5*math.Sqrt(want[1]/n))
		}
		for from, got := range tail {
			want := 2 * distuv.UnitNormal.Survival(from) * n
			nearTo(t, name+": tail", got, want, 4.5*math.Sqrt(want))
		}
	}
}

func normals(r *rand.Rand, x []float64) {
	for i := range x {
		x[i] = r.NormFloat64()
	}
}

func BenchmarkZiggurat(b *testing.B) {
	x := make([]float64, 1024)
	b.Run("ziggurat", func(b *testing.B) {
		z, p := newZiggurat(), rand.NewPCG(1, 2)
		for b.Loop() {
			z.fill(p, x)
		}
	})
	b.Run("standard library", func(b *testing.B) {
		r := rand.New(rand.NewPCG(1, 2))
		for b.Loop() {
			normals(r, x)
		}
	})
}
