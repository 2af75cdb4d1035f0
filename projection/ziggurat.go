package projection

import (
	"math"
	"math/rand/v2"
)

// ziggurat draws standard normal numbers. A simulation spends most of its time
// on them, and rand.Rand.NormFloat64, which is kept as the oracle of the tests,
// takes twice as long: 5.9 ns against 3.0, of which 2.8 are the generator's
// (measured on one core of an AMD EPYC). With 256 layers of float64 it also
// draws from 2⁶¹ numbers rather than 2³⁸.
//
// Under the density, without its constant f(x) = exp(−x²/2), lie layers of the
// same area: rectangles from 0 to x₁, x₂, …, and a base of the strip to
// x₁ and the tail beyond. Nearly every draw falls into the part of a layer that is
// under the density all over.
//
// Source: Marsaglia and Tsang, "The ziggurat method for generating random
// variables", Journal of Statistical Software 5 (2000).
type ziggurat struct {
	scale  [layers]float64 // x_i/2⁵²
	within [layers]int64   // below x_{i+1}/x_i·2⁵² a number of layer i is taken at once
	height [layers + 1]float64
}

const (
	layers    = 256
	zigguratX = 3.6541528853610088 // x₁, for which the top layer ends at f(0) = 1
)

func newZiggurat() *ziggurat {
	var x [layers + 1]float64
	f := func(x float64) float64 { return math.Exp(-x * x / 2) }
	area := zigguratX*f(zigguratX) + math.Sqrt(math.Pi/2)*math.Erfc(zigguratX/math.Sqrt2)
	x[0], x[1] = area/f(zigguratX), zigguratX // the base is as wide as if it were a rectangle
	for i := 2; i < layers; i++ {
		x[i] = math.Sqrt(-2 * math.Log(area/x[i-1]+f(x[i-1])))
	}
	z := new(ziggurat)
	for i := range layers {
		z.scale[i] = x[i] * 0x1p-52
		z.within[i] = int64(x[i+1] / x[i] * 0x1p52)
		z.height[i] = f(x[i])
	}
	z.height[layers] = 1
	return z
}

// fill draws len(out) numbers.
func (z *ziggurat) fill(p *rand.PCG, out []float64) {
	for n := range out {
		u := p.Uint64()
		layer, k := u%layers, int64(u)>>11
		x := float64(k) * z.scale[layer]
		if k^(k>>63) >= z.within[layer] { // |k|, or |k|−1 if k < 0
			x = z.edge(p, layer, x)
		}
		out[n] = x
	}
}

// edge decides on a number that may lie beyond the density, and draws others
// until one does not.
func (z *ziggurat) edge(p *rand.PCG, layer uint64, x float64) float64 {
	uniform := func() float64 { return float64(p.Uint64()>>11+1) * 0x1p-53 } // in (0, 1]
	for {
		if layer == 0 { // Marsaglia's tail
			for {
				beyond := -math.Log(uniform()) / zigguratX
				if -2*math.Log(uniform()) >= beyond*beyond {
					return math.Copysign(zigguratX+beyond, x)
				}
			}
		}
		if z.height[layer]+uniform()*(z.height[layer+1]-z.height[layer]) < math.Exp(-x*x/2) {
			return x
		}
		u := p.Uint64()
		k := int64(u) >> 11
		layer = u % layers
		x = float64(k) * z.scale[layer]
		if k^(k>>63) < z.within[layer] {
			return x
		}
	}
}
