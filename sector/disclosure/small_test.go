package disclosure

import (
	"fmt"
	"math/rand/v2"

	"smartcity/sector"
)

// small makes companies of a small table with small numbers, many of them zero,
// and many groups of one or two.
func small(rng *rand.Rand, n, sectors, regions int, missing float64) []sector.Company {
	var out []sector.Company
	for i := range n {
		figure := func(most int) sector.Figure {
			switch {
			case rng.Float64() < missing:
				return []sector.Figure{{}, sector.Hidden()}[rng.IntN(2)]
			case rng.IntN(10) == 0:
				return sector.Value(0)
			}
			return sector.Value(float64(1 + rng.IntN(most)))
		}
		out = append(out, sector.Company{
			ID: fmt.Sprint(i), Sector: string(rune('A' + int(float64(sectors)*rng.Float64()*rng.Float64()))),
			Region: string(rune('a' + int(float64(regions)*rng.Float64()*rng.Float64()))), Year: 2018, FTE: figure(9), Revenue: figure(40),
		})
	}
	return out
}
