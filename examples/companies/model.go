package main

import (
	"fmt"
	"math"
	"math/rand/v2"
)

const (
	firstYear = 2014
	lastYear  = 2018
)

// rowsIn is the number of companies in the file in each year, firstYear first.
// The last is the published one.
func rowsIn() []int { return []int{2005, 2076, 2145, 2221, 2300} }

// company is the life of one company, as far as the file shows it.
type company struct {
	id, name string
	founded  int
	// kroner tells that its revenue is reported to the krone, not to the
	// thousand.
	kroner bool
	years  []companyYear // in order of year, with gaps where it is not in the file
}

// companyYear is a row of the file.
type companyYear struct {
	year                 int
	sector               int // index into the model's sectors
	region, municipality string
	code                 string
	size                 float64 // FTE before calibration, 0 for a company nobody is employed by
	sales                float64 // revenue before calibration, thousand kroner
	fte                  figure  // quarters of an FTE
	revenue              figure  // kroner
}

// status tells whether a figure is printed.
type status uint8

const (
	known status = iota
	suppressed
	missing
)

// figure is a printed figure: a count of the smallest unit it is printed in.
type figure struct {
	status status
	n      int64
}

// model draws companies one by one, each with all its years, so that any
// number of them can be made without holding the others.
type model struct {
	rng     *rand.Rand
	sectors []sector
	regions []region
	names   *namer
	ids     cvrNumbers
}

func newModel(rng *rand.Rand) *model {
	return &model{rng: rng, sectors: sectors(), regions: regions(), names: newNamer(rng)}
}

// population draws as many companies as each year of rowsIn needs: those there
// at the start, then in each year as many entrants as make up the number.
func (m *model) population() ([]company, error) {
	var companies []company
	present := make([]int, lastYear-firstYear+1)
	for i, rows := range rowsIn() {
		if present[i] > rows {
			return nil, fmt.Errorf("%d companies live on into %d, which is to have %d", present[i], firstYear+i, rows)
		}
		for range rows - present[i] {
			c := m.company(firstYear + i)
			for _, y := range c.years {
				present[y.year-firstYear]++
			}
			companies = append(companies, c)
		}
	}
	return companies, nil
}

// company draws the life of a company that is in the file from the entry year.
func (m *model) company(entry int) company {
	now := companyYear{year: entry}
	m.settle(&now, entry)
	s := m.sectors[now.sector]
	c := company{id: m.ids.next(), name: m.names.name(s.trades), kroner: m.chance(0.06)}

	now.size = m.startSize(s, entry)
	c.founded = m.founded(entry, now.size)

	// Revenue per FTE differs between companies for good; a few that trade
	// more than they make have many times their sector's.
	level := math.Exp(0.5 * m.rng.NormFloat64())
	if m.chance(0.008) {
		level *= 6
	}
	// High growth is a spell of three years, which a few companies have.
	spell := math.MaxInt
	if m.chance(0.05) {
		spell = firstYear + 1 + m.rng.IntN(lastYear-firstYear)
	}

	for {
		seen := now
		seen.size *= 1 + 0.01*m.rng.NormFloat64() // working hours are never counted twice alike
		seen.sales = max(now.size, 0.4) * m.sectors[now.sector].revenuePerFTE * level * math.Exp(0.08*m.rng.NormFloat64())
		seen.fte.status, seen.revenue.status = m.visibility(now.size)
		c.years = append(c.years, seen)

		if now.year == lastYear || m.closes(now, entry) {
			break
		}
		now.year++
		m.move(&now)
		growth := math.Log1p(m.sectors[now.sector].growth) + (0.04+0.2/math.Sqrt(1+now.size))*m.rng.NormFloat64()
		if spell <= now.year && now.year < spell+3 {
			growth += 0.15 + 0.25*m.rng.Float64()
		}
		if now.size > 0 {
			now.size = max(now.size*math.Exp(growth), 0.25)
		}
	}

	// Now and then a company hands in nothing for a year between two others.
	if i := m.rng.IntN(lastYear - firstYear); 0 < i && i < len(c.years)-1 && m.chance(0.012) {
		c.years = append(c.years[:i], c.years[i+1:]...)
	}
	return c
}

// settle gives a company its sector, industry code and home.
func (m *model) settle(y *companyYear, entry int) {
	weights := make([]float64, len(m.sectors))
	for i, s := range m.sectors {
		weights[i] = s.firms
		if entry > firstYear {
			weights[i] = s.born
		}
	}
	y.sector = weighted(m.rng, weights)
	m.register(y)
	m.house(y, weighted(m.rng, m.sectors[y.sector].regions[:]))
}

// register gives a company an industry code of its sector.
func (m *model) register(y *companyYear) {
	codes := m.sectors[y.sector].codes
	y.code = codes[weighted(m.rng, halving(len(codes), 0.5))]
}

// house gives a company a municipality of the region.
func (m *model) house(y *companyYear, region int) {
	r := m.regions[region]
	y.region = r.name
	y.municipality = r.municipalities[weighted(m.rng, halving(len(r.municipalities), 0.75))]
}

// halving returns n weights, each the ratio times the one before.
func halving(n int, ratio float64) []float64 {
	weights := make([]float64, n)
	weight := 1.0
	for i := range weights {
		weights[i] = weight
		weight *= ratio
	}
	return weights
}

// startSize draws a lognormal size: most companies are micro, a few large.
// Entrants start at less than half the size of those already there.
func (m *model) startSize(s sector, entry int) float64 {
	const sigma = 1.42
	draw := m.rng.NormFloat64()
	if m.chance(0.007) {
		return 0 // run by its owner, who is not employed
	}
	years := float64(lastYear - firstYear)
	mean := s.fte / s.firms / math.Exp(years*math.Log1p(s.growth))
	size := mean * math.Exp(sigma*draw-sigma*sigma/2)
	if entry > firstYear {
		size = min(0.4*size, 60)
	}
	return max(size, 0.25)
}

// founded draws the founding year. Larger companies are older; most entrants
// are new, the others have moved into a Smart City sector.
func (m *model) founded(entry int, size float64) int {
	age := m.rng.ExpFloat64() * (8 + 4*math.Log1p(size))
	if entry > firstYear {
		switch draw := m.rng.Float64(); {
		case draw < 0.84:
			age = 0
		case draw < 0.95:
			age = 1
		}
	}
	return entry - min(int(age), 140)
}

// closes draws whether a company is gone the next year. Small and new ones go
// sooner.
func (m *model) closes(y companyYear, entry int) bool {
	p := 0.005
	switch {
	case y.size < 2:
		p = 0.077
	case y.size < 10:
		p = 0.05
	case y.size < 50:
		p = 0.027
	case y.size < 250:
		p = 0.015
	}
	if entry > firstYear && y.year == entry {
		p *= 1.4
	}
	return m.chance(p * m.sectors[y.sector].exit)
}

// move draws whether a company changes sector, region or municipality.
func (m *model) move(y *companyYear) {
	switch draw := m.rng.Float64(); {
	case draw < 0.003:
		y.sector = (y.sector + 1 + m.rng.IntN(len(m.sectors)-1)) % len(m.sectors)
		m.register(y)
	case draw < 0.006:
		m.house(y, m.rng.IntN(len(m.regions)))
	case draw < 0.012:
		for i, r := range m.regions {
			if r.name == y.region {
				m.house(y, i)
				break
			}
		}
	}
}

// visibility draws which figures of a row are hidden or never came in. The
// large are spared: one of them more or less would show as growth or decline
// of its whole sector.
func (m *model) visibility(size float64) (fte, revenue status) {
	draw := m.rng.Float64()
	if size == 0 || size > 30 {
		return known, known
	}
	switch {
	case draw < 0.010:
		return suppressed, suppressed
	case draw < 0.013:
		return suppressed, known
	case draw < 0.017:
		return known, suppressed
	case draw < 0.019:
		return missing, known
	case draw < 0.023:
		return known, missing
	}
	return known, known
}

func (m *model) chance(p float64) bool { return m.rng.Float64() < p }
