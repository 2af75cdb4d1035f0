package structure

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Agglomeration is what [EllisonGlaeser] and [EllisonGlaeserPlants] return. In
// its coverage N and LeftOut count regions.
type Agglomeration struct {
	Gamma    float64 // the index γ; 0 as if plants had chosen regions at random, above 0 clustered, below 0 dispersed
	G        float64 // raw concentration Σ(s_j − x_j)²
	Expected float64 // (1 − Σx_j²)·H, what G would be on average at random
	PlantHHI float64 // H, Herfindahl index of the plants of the industry
	// Z is (G − Expected)/σ with the standard deviation σ of G at random; NaN if
	// the sizes of the plants are not known.
	Z             float64
	Plants        int // plants the result is made of; 0 if their sizes are not known
	PlantsLeftOut int // plants left out because their size is not known
	Coverage
}

// EllisonGlaeser returns Ellison and Glaeser's index of geographic concentration
//
//	γ = (G − (1 − Σx_j²)·H) / ((1 − Σx_j²)·(1 − H)),   G = Σ(s_j − x_j)²
//
// where s_j is region j's share of the jobs of an industry, x_j its share of all
// jobs, and H the Herfindahl index of the industry's plants (see [HHI]). An
// industry of a few large plants is concentrated by that alone; γ is what lies
// beyond. industry and allJobs hold jobs, or shares, by region.
//
// Regions of which one figure is NaN are left out of both. The error wraps
// [ErrEmpty], [ErrNegative], [ErrInfinite], [ErrLength], [ErrZeroTotal] if
// industry or allJobs are all zero, [ErrNoReference] if the industry is in a region
// without jobs, [growth.ErrNotKnown] if plantHHI is NaN, and [ErrUndefined] where
// the formula has no value: all jobs in one region, or a plantHHI of 1 (a single
// plant) or more.
//
// Source: Ellison and Glaeser (1997), Journal of Political Economy 105, equation
// 5. R's REAT calls it ellison.a.
func EllisonGlaeser(industry, allJobs []float64, plantHHI float64) (Agglomeration, error) {
	s, err := observe(argument{"industry", industry}, argument{"allJobs", allJobs})
	if err == nil {
		err = valid("plantHHI", plantHHI)
	}
	if err != nil {
		return Agglomeration{}, failed("Ellison–Glaeser", err)
	}
	out, _, err := agglomerate(s, plantHHI)
	return out, failed("Ellison–Glaeser", err)
}

// EllisonGlaeserPlants returns the index of [EllisonGlaeser] from the plants of an
// industry: plants[j] holds the jobs in each of its plants in region j, and
// allJobs[j] all jobs there. A region without plants of the industry has none.
//
// Z compares G with its distribution under random location, whose variance is
// 2·(H²·(Σx² − 2Σx³ + (Σx²)²) − Σz⁴·(Σx² − 4Σx³ + 3(Σx²)²)), z the plants' shares
// of the industry.
//
// Plants of size NaN are left out and counted in PlantsLeftOut. A region is
// left out if allJobs is NaN there, or if it has plants but none of known size.
// Plants of size zero count as plants and change nothing. Errors are those of
// EllisonGlaeser, and [ErrEmpty] if no plant is known.
//
// Source: Ellison and Glaeser (1997), p. 907 for the variance.
func EllisonGlaeserPlants(plants [][]float64, allJobs []float64) (Agglomeration, error) {
	out, err := agglomeratePlants(plants, allJobs)
	return out, failed("Ellison–Glaeser", err)
}

func agglomeratePlants(plants [][]float64, allJobs []float64) (Agglomeration, error) {
	if len(plants) != len(allJobs) {
		return Agglomeration{}, fmt.Errorf("plants has %d regions, allJobs has %d: %w", len(plants), len(allJobs), ErrLength)
	}
	industry := make([]float64, len(plants))
	var sizes []float64
	leftOut := 0
	for j, region := range plants {
		if err := check(argument{fmt.Sprintf("plants[%d]", j), region}); err != nil {
			return Agglomeration{}, err
		}
		before := len(sizes)
		for _, size := range region {
			if math.IsNaN(size) || math.IsNaN(allJobs[j]) {
				leftOut++
				continue
			}
			sizes = append(sizes, size)
		}
		industry[j] = total(sizes[before:])
		if err := finite(industry[j]); err != nil {
			return Agglomeration{}, fmt.Errorf("plants[%d]: %w", j, err)
		}
		if len(region) > 0 && len(sizes) == before {
			industry[j] = math.NaN() // there are plants, and nothing is known of them
		}
	}
	s, err := observe(argument{"industry", industry}, argument{"allJobs", allJobs})
	if err != nil {
		return Agglomeration{}, err
	}
	z, err := observe(argument{"plants", sizes})
	if err != nil {
		return Agglomeration{}, err
	}
	c, err := hhi(z)
	if err != nil {
		return Agglomeration{}, err
	}
	out, x, err := agglomerate(s, c.HHI)
	if err != nil {
		return Agglomeration{}, err
	}
	out.Plants, out.PlantsLeftOut = len(sizes), leftOut
	if leftOut > 0 {
		out.Warnings = append(out.Warnings, PlantsLeftOut{len(sizes), leftOut})
	}
	h, x2, x3 := c.HHI, powers(x, 2), powers(x, 3)
	jobs := total(z.columns[0])
	for k := range z.columns[0] {
		z.columns[0][k] /= jobs
	}
	z4 := powers(z.columns[0], 4)
	variance := 2 * (h*h*(x2-2*x3+x2*x2) - z4*(x2-4*x3+3*x2*x2))
	if variance > 0 {
		out.Z = (out.G - out.Expected) / math.Sqrt(variance)
	}
	return out, nil
}

// agglomerate computes the index, and returns the shares of regions in the total.
func agglomerate(s sample, h float64) (Agglomeration, []float64, error) {
	sums, err := totals(&s, "industry", "allJobs")
	if err != nil {
		return Agglomeration{}, nil, err
	}
	for j, i := range s.at {
		if s.columns[0][j] > 0 && s.columns[1][j] == 0 {
			return Agglomeration{}, nil, &FigureError{"allJobs", i, 0, ErrNoReference}
		}
	}
	x, squares, spread := make([]float64, len(s.at)), make([]float64, len(s.at)), make([]float64, len(s.at))
	for j := range x {
		x[j] = s.columns[1][j] / sums[1]
		d := s.columns[0][j]/sums[0] - x[j]
		squares[j] = d * d
		spread[j] = x[j] * (sums[1] - s.columns[1][j]) / sums[1]
	}
	out := Agglomeration{G: total(squares), PlantHHI: h, Z: math.NaN(), Coverage: covers(len(x), s.leftOut)}
	random := total(spread) // 1 − Σx²
	if random <= 0 {
		return Agglomeration{}, nil, fmt.Errorf("all jobs are in one region: %w", ErrUndefined)
	}
	if h >= 1 {
		return Agglomeration{}, nil, fmt.Errorf("plantHHI is %v: %w", h, ErrUndefined)
	}
	out.Expected = random * h
	out.Gamma = (out.G - out.Expected) / (random * (1 - h))
	return out, x, finite(out.Gamma)
}

// powers returns Σx^n.
func powers(x []float64, n int) float64 {
	terms := make([]float64, len(x))
	for j, v := range x {
		terms[j] = v
		for range n - 1 {
			terms[j] *= v
		}
	}
	return total(terms)
}

// View returns one row: gamma, g, g_expected, plant_hhi, z, plants,
// plants_left_out, n, left_out.
func (a Agglomeration) View() growth.View {
	plants, left := float64(a.Plants), float64(a.PlantsLeftOut)
	if a.Plants == 0 {
		plants, left = math.NaN(), math.NaN()
	}
	return a.record(field{"gamma", "", a.Gamma}, field{"g", "", a.G}, field{"g_expected", "", a.Expected},
		field{"plant_hhi", "", a.PlantHHI}, field{"z", "", a.Z}, field{"plants", "plants", plants}, field{"plants_left_out", "plants", left})
}
