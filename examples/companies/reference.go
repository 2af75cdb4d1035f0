package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// referenceStream keeps the numbers drawn for the reference economy apart from
// those of the companies.
const referenceStream = 1

// others is what the model knows of the companies of a sector that are not in
// the company file: the rest of the country's economy. The figures are made up.
type others struct {
	sector        string
	fte           float64 // full-time equivalents in the last year
	growth        float64 // yearly growth of FTE
	ftePerFirm    float64
	heads         float64 // employees per FTE, of the whole sector
	revenuePerFTE float64 // in the last year, thousand kroner
	regions       [5]float64
}

// economy lists the others by sector, in the order of sectors.
func economy() []others {
	return []others{
		{"Energy", 9_400, 0.004, 14, 1.04, 5200, [5]float64{27, 13, 29, 20, 11}},
		{"Buildings", 171_000, 0.024, 5.2, 1.1, 1490, [5]float64{30, 16, 20, 24, 10}},
		{"Mobility", 118_000, 0.012, 9.5, 1.13, 1980, [5]float64{38, 12, 21, 20, 9}},
		{"Governance and data", 62_000, 0.038, 6.1, 1.08, 1420, [5]float64{59, 6, 12, 17, 6}},
		{"Health and care", 41_000, 0.017, 12, 1.28, 780, [5]float64{33, 14, 20, 22, 11}},
		{"Water and climate adaptation", 6_200, 0.006, 6, 1.05, 2100, [5]float64{28, 15, 21, 25, 11}},
		{"Telecommunications and networks", 14_500, -0.021, 21, 1.05, 2900, [5]float64{57, 6, 11, 17, 9}},
		{"Waste and recycling", 9_800, 0.013, 11, 1.08, 2200, [5]float64{28, 16, 22, 23, 11}},
		{"Lighting", 5_900, -0.028, 17, 1.06, 1700, [5]float64{29, 13, 23, 27, 8}},
		{"Security and emergency", 17_500, 0.019, 14, 1.25, 640, [5]float64{49, 11, 15, 17, 8}},
	}
}

// referenceCell is a row of the reference economy: a sector in a region in a
// year, with the companies of the company file and all others.
type referenceCell struct {
	firms, fte, employees int64
	revenue               int64 // thousand kroner
}

// reference draws the economy that the companies are part of, by sector, region
// and year. Every cell is what they have, hidden figures included, and more.
func reference(rng *rand.Rand, companies []company) ([][][]referenceCell, error) {
	sectors, economy, regions := sectors(), economy(), regions()
	cells := make([][][]referenceCell, len(sectors))
	for s := range sectors {
		if s >= len(economy) || economy[s].sector != sectors[s].name {
			return nil, fmt.Errorf("the reference economy lacks %s", sectors[s].name)
		}
		cells[s] = make([][]referenceCell, len(regions))
		for r := range regions {
			cells[s][r] = economy[s].course(rng, r)
		}
	}
	quarters := map[*referenceCell]int64{}
	for i := range companies {
		for j := range companies[i].years {
			y := &companies[i].years[j]
			r := slices.IndexFunc(regions, func(r region) bool { return r.name == y.region })
			c := &cells[y.sector][r][y.year-firstYear]
			c.firms++
			quarters[c] += figureOr(y.fte, 4*y.size)
			c.revenue += figureOr(y.revenue, 1000*y.sales) / 1000
		}
	}
	for s := range cells {
		for r := range cells[s] {
			for t := range cells[s][r] {
				c := &cells[s][r][t]
				c.fte += (quarters[c] + 3) / 4
				c.employees = int64(math.Round(economy[s].heads * float64(c.fte)))
			}
		}
	}
	return cells, nil
}

// figureOr returns a printed figure, or what was drawn for one that is hidden.
func figureOr(f figure, drawn float64) int64 {
	if f.status == known {
		return f.n
	}
	return int64(math.Ceil(drawn))
}

// course draws the years of the others in a region, each a little off the
// growth of the sector.
func (o others) course(rng *rand.Rand, region int) []referenceCell {
	all := 0.0
	for _, weight := range o.regions {
		all += weight
	}
	years := lastYear - firstYear
	growth := math.Log1p(o.growth) + 0.008*rng.NormFloat64()
	fte := o.fte * o.regions[region] / all * math.Exp(-float64(years)*growth)
	perFirm := o.ftePerFirm * math.Exp(0.1*rng.NormFloat64())
	var cells []referenceCell
	for year := firstYear; year <= lastYear; year++ {
		perFTE := o.revenuePerFTE * math.Exp(float64(year-lastYear)*math.Log1p(0.015)+0.015*rng.NormFloat64())
		cells = append(cells, referenceCell{
			firms: int64(math.Ceil(fte / perFirm)), fte: int64(math.Ceil(fte)), revenue: int64(math.Ceil(fte * perFTE)),
		})
		fte *= math.Exp(growth + 0.01*rng.NormFloat64())
	}
	return cells
}

// writeReference prints the reference economy, a row for each sector, region
// and year.
func writeReference(w io.Writer, cells [][][]referenceCell) error {
	sectors, regions := sectors(), regions()
	out := csv.NewWriter(w)
	if err := out.Write([]string{"sector", "region", "year", "firms", "fte", "employees", "revenue"}); err != nil {
		return err
	}
	for s := range cells {
		for r := range cells[s] {
			for t, c := range cells[s][r] {
				err := out.Write([]string{
					sectors[s].name, regions[r].name, strconv.Itoa(firstYear + t),
					strconv.FormatInt(c.firms, 10), strconv.FormatInt(c.fte, 10), strconv.FormatInt(c.employees, 10), strconv.FormatInt(1000*c.revenue, 10),
				})
				if err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}
