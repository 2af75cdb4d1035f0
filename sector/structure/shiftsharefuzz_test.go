package structure

import (
	"math"
	"testing"

	"smartcity/sector"
)

// FuzzShiftShare divides any figures: it ends in an error, or in finite parts
// that add up.
func FuzzShiftShare(f *testing.F) {
	f.Add([]byte{90, 20, 10, 60, 100, 40, 10, 55, 200, 150, 150, 200, 210, 210, 135, 220}, byte(4))
	f.Add([]byte{0, 0, 10, 0, 3, 0, 0, 50, 40, 0, 60, 0}, byte(3))
	f.Add([]byte{240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 0, 1, 2, 3, 4}, byte(3))
	f.Add([]byte("00\xf2001"), byte(1)) // falls to almost nothing and comes back
	f.Fuzz(func(t *testing.T, data []byte, sectors byte) {
		figure := func(b byte) float64 {
			if b < 240 {
				return float64(b) / 4
			}
			return []float64{math.MaxFloat64, math.SmallestNonzeroFloat64, 1e-300, 1e300, 0x1p-1022, .1, 1e-17, 1e17,
				1 + 0x1p-52, 1 - 0x1p-53, math.NaN(), 1e18, 1e154, math.Copysign(0, -1), math.Inf(1), -1}[b-240]
		}
		n := max(int(sectors)%8, 1)
		years := min(len(data)/(2*n), 4)
		var in ShiftShareInput
		for y := range years {
			var region, nation []float64
			for i := range n {
				region = append(region, figure(data[2*y*n+i]))
				nation = append(nation, figure(data[2*y*n+n+i]))
			}
			in.Region, in.Nation = append(in.Region, region), append(in.Nation, nation)
		}
		for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
			for _, f := range []func(ShiftShareMethod, ShiftShareInput) (ShiftShareResult, error){ShiftShare, DynamicShiftShare} {
				r, err := f(m, in)
				if err != nil {
					continue
				}
				eachLine(r, func(l ShiftShareLine) {
					if l.Status != sector.Known {
						return
					}
					for _, x := range append(l.parts(m), &l.Undivided, &l.Base, &l.End, &l.Change) {
						if math.IsInf(*x, 0) || *x == 0 && math.Signbit(*x) {
							t.Errorf("%v %q: %v of %+v", m, l.Sector, *x, in)
						}
					}
					addsUp(t, m, l)
				})
			}
		}
	})
}
