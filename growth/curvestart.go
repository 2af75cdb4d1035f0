package growth

import "math"

// frame returns the scale for fitting: 0 is the first point, or the launch, and
// the last point lies in (½, 1].
func (c curveKind) frame(points []pair) frame {
	f := frame{zero: points[0].x}
	if c.launch {
		f.zero = c.origin
	}
	fraction, exponent := math.Frexp(points[len(points)-1].x - f.zero)
	if fraction == .5 {
		exponent--
	}
	f.unit = math.Ldexp(1, exponent)
	return f
}

// curveIterations ends a descent from there, one of the bold ones. To a minimum
// it takes some ten; after a hundred the level is on its way to infinity.
const curveIterations = 100

// start returns starting values: over a grid of rates and places of the
// inflection, each with the level K that fits best, the one with the smallest
// sum of squares. The grid is fine enough that the descent from there ends in
// the lowest minimum.
func (c curveKind) start(points []pair, f frame) []float64 {
	least := math.Inf(1)
	var best []float64
	for i := range 16 {
		rate := math.Exp2(float64(i-1) / 2)
		for j := range 41 {
			place := c.placing(rate, float64(j-10)/20)
			k, rss := proportional(points, func(x float64) float64 {
				g, _, _ := c.shape(rate, place, f.to(x))
				return g
			})
			if k > 0 && rss < least {
				least, best = rss, []float64{k, rate, place}
			}
		}
	}
	return best
}

// proportional returns the k that minimises Σ(y − k·g(x))², and the minimum.
// The points are sorted, so plain sums are the same in any order of the data.
func proportional(points []pair, g func(x float64) float64) (k, rss float64) {
	values := make([]float64, len(points))
	var gy, gg float64
	for i, p := range points {
		v := g(p.x)
		values[i] = v
		gy += float64(v * p.y)
		gg += float64(v * v)
	}
	k = gy / gg
	for i, p := range points {
		e := p.y - float64(k*values[i])
		rss += float64(e * e)
	}
	return k, rss
}
