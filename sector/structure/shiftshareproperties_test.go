package structure

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// exact computes all parts of a sector with rational numbers, straight from the
// papers' formulas.
func exact(in ShiftShareInput, t, i int) (dunn [3]float64, em [2]float64, arcelus [8]float64) {
	q := func(x float64) *big.Rat { return new(big.Rat).SetFloat64(x) }
	sum := func(xs []float64) *big.Rat {
		s := new(big.Rat)
		for _, x := range xs {
			s.Add(s, q(x))
		}
		return s
	}
	mul := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
	sub := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
	quo := func(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
	growth := func(a, b *big.Rat) *big.Rat { return sub(quo(b, a), big.NewRat(1, 1)) }
	f := func(a *big.Rat) float64 { x, _ := a.Float64(); return x }

	e, e1, n, n1 := sum(in.Region[t]), sum(in.Region[t+1]), sum(in.Nation[t]), sum(in.Nation[t+1])
	ei, ni := q(in.Region[t][i]), q(in.Nation[t][i])
	ri, Ri := growth(ei, q(in.Region[t+1][i])), growth(ni, q(in.Nation[t+1][i]))
	r, R := growth(e, e1), growth(n, n1)
	h := quo(mul(e, ni), n)
	rest := sub(ei, h)
	last := sub(sub(ri, r), sub(Ri, R))
	dunn = [3]float64{f(mul(ei, R)), f(mul(ei, sub(Ri, R))), f(mul(ei, sub(ri, Ri)))}
	em = [2]float64{f(mul(h, sub(ri, Ri))), f(mul(rest, sub(ri, Ri)))}
	for k, x := range []*big.Rat{R, sub(Ri, R), sub(r, R), last} {
		arcelus[2*k], arcelus[2*k+1] = f(mul(h, x)), f(mul(rest, x))
	}
	return dunn, em, arcelus
}

func randomInput(rng *rand.Rand, years, sectors int) ShiftShareInput {
	var in ShiftShareInput
	region, nation := make([]float64, sectors), make([]float64, sectors)
	for i := range sectors {
		region[i] = math.Exp(6 * rng.Float64())
		nation[i] = region[i] + math.Exp(9*rng.Float64())
	}
	for range years {
		in.Region = append(in.Region, slices.Clone(region))
		in.Nation = append(in.Nation, slices.Clone(nation))
		for i := range sectors {
			region[i] *= 0.8 + 0.5*rng.Float64()
			nation[i] *= 0.9 + 0.3*rng.Float64()
		}
	}
	return in
}

func TestShiftShareExactArithmetic(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		in := randomInput(rng, 2, 1+rng.IntN(8))
		d, e, a := must(t)(ShiftShare(Dunn, in)), must(t)(ShiftShare(EstebanMarquillas, in)), must(t)(ShiftShare(Arcelus, in))
		for i := range d.Sectors {
			dunn, em, arcelus := exact(in, 0, i)
			scale := math.Abs(in.Region[0][i]) + math.Abs(in.Region[1][i])
			for _, r := range []ShiftShareResult{d, e} {
				for k, x := range []float64{r.Sectors[i].NationalShare, r.Sectors[i].IndustryMix, r.Sectors[i].RegionalShift} {
					near(t, "Dunn", x, dunn[k], 1e-14*scale)
				}
			}
			near(t, "competitive", e.Sectors[i].Competitive, em[0], 1e-13*(scale+math.Abs(em[0])))
			near(t, "allocation", e.Sectors[i].Allocation, em[1], 1e-13*(scale+math.Abs(em[1])))
			for k, x := range a.Sectors[i].parts(Arcelus) {
				near(t, "Arcelus", *x, arcelus[k], 1e-13*(scale+math.Abs(arcelus[k])))
			}
		}
	}
}

// addsUp checks a line and the total of its parts.
func addsUp(t *testing.T, m ShiftShareMethod, l ShiftShareLine) {
	t.Helper()
	sum, size := 0.0, 0.0
	for _, x := range append(l.parts(m), &l.Undivided) {
		if !math.IsNaN(*x) {
			sum += *x
			size += math.Abs(*x)
		}
	}
	if !(math.Abs(sum-l.Change) <= 1e-12*size+1e-320) { // subnormal numbers have fewer digits
		t.Errorf("%v %q: parts add up to %g, change is %g", m, l.Sector, sum, l.Change)
	}
}

func eachLine(r ShiftShareResult, f func(ShiftShareLine)) {
	for _, l := range r.Sectors {
		f(l)
	}
	f(r.Total)
	for i := range r.Steps {
		eachLine(r.Steps[i], f)
	}
}

func TestShiftShareAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		in := randomInput(rng, 2+rng.IntN(5), 1+rng.IntN(30))
		if n%3 == 0 { // changes of a few units in the last places
			for y := range in.Region[1:] {
				for i := range in.Region[0] {
					in.Region[y+1][i] = in.Region[0][i] * (1 + 1e-14*float64(rng.IntN(9)))
					in.Nation[y+1][i] = in.Nation[0][i] * (1 + 1e-14*float64(rng.IntN(9)))
				}
			}
		}
		if n%3 == 1 { // sectors without a base
			for range 3 {
				i := rng.IntN(len(in.Region[0]))
				in.Region[rng.IntN(len(in.Region))][i] = 0
				i = rng.IntN(len(in.Region[0]))
				in.Nation[0][i] = 0
			}
			in.Nation[0][0] = 7
		}
		for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
			for _, f := range []func(ShiftShareMethod, ShiftShareInput) (ShiftShareResult, error){ShiftShare, DynamicShiftShare} {
				r := must(t)(f(m, in))
				eachLine(r, func(l ShiftShareLine) {
					addsUp(t, m, l)
					size := math.Abs(l.NationalShare) + math.Abs(l.IndustryMix) + math.Abs(l.Competitive) + math.Abs(l.Allocation)
					if m == EstebanMarquillas && n%3 != 1 {
						near(t, "regional shift", l.Competitive+l.Allocation, l.RegionalShift, 1e-12*size)
					}
				})
				sum, size := 0.0, 0.0
				for _, l := range r.Sectors {
					sum += l.Change
					size += math.Abs(l.Change)
				}
				near(t, "sum of changes", sum, r.Total.Change, 1e-12*(size+1))
			}
		}
	}
}

func TestShiftShareOfTheNation(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		in := randomInput(rng, 4, 5)
		in.Region = in.Nation
		for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
			r := must(t)(DynamicShiftShare(m, in))
			eachLine(r, func(l ShiftShareLine) {
				a := l.Arcelus
				for _, x := range []float64{
					l.RegionalShift, l.Competitive, l.Allocation,
					a.RegionalHomothetic, a.RegionalRemainder, a.RegionalIndustryHomothetic, a.RegionalIndustryRemainder,
					a.NationalRemainder, a.IndustryRemainder,
				} {
					if x != 0 && !math.IsNaN(x) {
						t.Fatalf("%v: %g in a region equal to the nation", m, x)
					}
				}
			})
			if r.Warnings != nil {
				t.Fatalf("warnings %v", r.Warnings)
			}
		}
	}
}

// Dunn's parts of two regions add up to those of the regions merged.
func TestShiftShareMergingRegions(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 50 {
		a := randomInput(rng, 3, 6)
		b, both := a, a
		b.Region = randomInput(rng, 3, 6).Region
		both.Region = nil
		for y := range a.Region {
			both.Region = append(both.Region, nil)
			for i := range a.Region[y] {
				both.Region[y] = append(both.Region[y], a.Region[y][i]+b.Region[y][i])
			}
		}
		ra, rb, r := must(t)(DynamicShiftShare(Dunn, a)), must(t)(DynamicShiftShare(Dunn, b)), must(t)(DynamicShiftShare(Dunn, both))
		for i, l := range append(r.Sectors, r.Total) {
			la, lb := append(ra.Sectors, ra.Total)[i], append(rb.Sectors, rb.Total)[i]
			for k, x := range l.parts(Dunn) {
				near(t, "merged", *x, *la.parts(Dunn)[k]+*lb.parts(Dunn)[k], 1e-12*l.Base)
			}
		}
	}
}

func TestShiftShareScaleAndPermutation(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 50 {
		in := randomInput(rng, 3, 7)
		for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
			r := must(t)(DynamicShiftShare(m, in))
			order := rng.Perm(7)
			mixed := ShiftShareInput{}
			for _, i := range order {
				mixed.Sectors = append(mixed.Sectors, r.Sectors[i].Sector)
			}
			for y := range in.Region {
				mixed.Region, mixed.Nation = append(mixed.Region, nil), append(mixed.Nation, nil)
				for _, i := range order {
					mixed.Region[y] = append(mixed.Region[y], 1024*in.Region[y][i])
					mixed.Nation[y] = append(mixed.Nation[y], 1<<30*in.Nation[y][i])
				}
			}
			s := must(t)(DynamicShiftShare(m, mixed))
			same := func(a, b ShiftShareLine) {
				t.Helper()
				for k, x := range a.parts(m) {
					if *b.parts(m)[k] != 1024**x {
						t.Errorf("%v %q: %v scaled by 1024 is %v", m, a.Sector, *x, *b.parts(m)[k])
					}
				}
			}
			for at, i := range order {
				same(r.Sectors[i], s.Sectors[at])
			}
			same(r.Total, s.Total)
		}
	}
}

func BenchmarkShiftShare(b *testing.B) {
	in := randomInput(rand.New(rand.NewPCG(1, 1)), 10, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DynamicShiftShare(Arcelus, in); err != nil {
			b.Fatal(err)
		}
	}
}
