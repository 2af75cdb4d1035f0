package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
)

// The totals published for the Danish Smart City mapping: 17,600 FTE and DKK
// 32 bn (Smart City Cluster Denmark, December 2019).
const (
	publishedQuarters  = 17_600 * 4
	publishedThousands = 32_000_000
)

// calibrate turns the drawn sizes and sales into printed figures. Each sector
// and year has a target, and its known figures are the drawn ones scaled to it
// and rounded by largest remainders, so that they sum to it exactly. The targets
// of the last year sum to the published totals.
func calibrate(rng *rand.Rand, sectors []sector, companies []company) error {
	for year := firstYear; year <= lastYear; year++ {
		fte, revenue, inKroner := knownIn(companies, len(sectors), year)
		quarters, thousands := targets(rng, sectors, year)
		for s := range sectors {
			if err := scaleFTE(fte[s], quarters[s]); err != nil {
				return fmt.Errorf("%s in %d: %w", sectors[s].name, year, err)
			}
			if err := scaleRevenue(revenue[s], thousands[s]); err != nil {
				return fmt.Errorf("%s in %d: %w", sectors[s].name, year, err)
			}
		}
		// Companies that report to the krone come in pairs, of which one gains
		// what the other loses: no sum changes.
		for pair := range slices.Chunk(inKroner, 2) {
			if odd := 1 + rng.Int64N(999); len(pair) == 2 && pair[0].revenue.n > odd {
				pair[0].revenue.n -= odd
				pair[1].revenue.n += odd
			}
		}
	}
	return nil
}

// knownIn collects a year's rows by sector: those to have a positive FTE, those
// to have a revenue, and, over all sectors, those with a revenue in kroner.
func knownIn(companies []company, sectors, year int) (fte, revenue [][]*companyYear, inKroner []*companyYear) {
	fte = make([][]*companyYear, sectors)
	revenue = make([][]*companyYear, sectors)
	for i := range companies {
		for j := range companies[i].years {
			y := &companies[i].years[j]
			if y.year != year {
				continue
			}
			if y.fte.status == known && y.size > 0 {
				fte[y.sector] = append(fte[y.sector], y)
			}
			if y.revenue.status == known {
				revenue[y.sector] = append(revenue[y.sector], y)
				if companies[i].kroner {
					inKroner = append(inKroner, y)
				}
			}
		}
	}
	return fte, revenue, inKroner
}

// targets returns what the sectors' known figures of a year are to sum to: the
// sector's course, a little off it each year. Prices rise 1.5 per cent a year.
func targets(rng *rand.Rand, sectors []sector, year int) (quarters, thousands []int64) {
	back := float64(year - lastYear)
	for _, s := range sectors {
		fte := s.fte * math.Exp(back*math.Log1p(s.growth)) * (1 + 0.01*rng.NormFloat64())
		perFTE := s.revenuePerFTE * math.Exp(back*math.Log1p(0.015)) * (1 + 0.012*rng.NormFloat64())
		quarters = append(quarters, int64(math.Round(4*fte)))
		thousands = append(thousands, int64(math.Round(fte*perFTE)))
	}
	if year == lastYear {
		quarters = apportion(publishedQuarters, quarters)
		thousands = apportion(publishedThousands, thousands)
	}
	return quarters, thousands
}

// scaleFTE gives every row a quarter, and the rest in proportion to what the
// drawn sizes have beyond it.
func scaleFTE(rows []*companyYear, quarters int64) error {
	rest := quarters - int64(len(rows))
	if rest < 0 || len(rows) == 0 {
		return fmt.Errorf("%d quarters of an FTE cannot be shared by %d companies", quarters, len(rows))
	}
	weights := make([]int64, len(rows))
	for i, y := range rows {
		weights[i] = weight(4*y.size - 1)
	}
	for i, n := range apportion(rest, weights) {
		rows[i].fte.n = 1 + n
	}
	return nil
}

// scaleRevenue gives every row a revenue of whole thousands of kroner, in
// proportion to the drawn sales.
func scaleRevenue(rows []*companyYear, thousands int64) error {
	if len(rows) == 0 {
		return fmt.Errorf("nobody to have a revenue of %d thousand kroner", thousands)
	}
	weights := make([]int64, len(rows))
	for i, y := range rows {
		weights[i] = weight(y.sales)
	}
	for i, n := range apportion(thousands, weights) {
		rows[i].revenue.n = 1000 * n
	}
	return nil
}

// weight takes a drawn figure to whole thousandths, at least one. From here on
// all is in integers: a difference in the last bit of a logarithm between two
// processors is gone.
func weight(x float64) int64 { return max(int64(math.Round(1000*x)), 1) }

// apportion shares the total out in proportion to the weights, in whole
// numbers that sum to it: everyone's share rounded down, and what is left over
// one by one to the largest remainders, the first of equals first (Hamilton's
// method). The weights are positive, and total times any weight fits an int64.
func apportion(total int64, weights []int64) []int64 {
	sum := int64(0)
	for _, w := range weights {
		sum += w
	}
	shares := make([]int64, len(weights))
	order := make([]int, len(weights))
	left := total
	for i, w := range weights {
		shares[i] = total * w / sum
		order[i] = i
		left -= shares[i]
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(total*weights[j]%sum, total*weights[i]%sum)
	})
	for _, i := range order[:left] {
		shares[i]++
	}
	return shares
}
