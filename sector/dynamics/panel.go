package dynamics

import (
	"iter"
	"slices"
	"sort"

	"smartcity/sector"
)

// Panel is companies followed over years: at most one row for a company in a
// year. It is made by [NewPanel] or a [PanelBuilder], sorted by ID and year,
// and does not change; it is safe for concurrent reading.
//
// A panel carries one measure of jobs and one currency. It takes 28 bytes a
// row, and the text of each ID, sector and region once.
type Panel struct {
	measure  sector.Measure
	currency string
	warnings []error

	years   []int    // those that have rows, ascending
	ids     []string // one a company, ascending
	founded []int16  // one a company, 0 not stated
	first   []int32  // rows of company c are first[c] up to first[c+1]

	// One a row. Figures are NaN unless their status is known.
	year          []uint16 // index in years
	jobs, revenue []float64
	jobsStatus    []sector.Status
	revenueStatus []sector.Status
	sector        []int32 // index in sectors
	region        []int32 // index in regions

	sectors, regions []string // ascending, not stated ("") last
}

// Observation is a row of a panel: a company in a year.
type Observation struct {
	ID             string
	Year           int
	Sector, Region string        // empty where not stated
	Founded        int           // founding year, 0 where not stated
	Jobs           sector.Figure // in the panel's measure
	Revenue        sector.Figure // in the panel's currency, current prices
}

// Measure is what the panel's jobs count.
func (p *Panel) Measure() sector.Measure { return p.measure }

// Currency is the ISO 4217 code of the panel's revenue.
func (p *Panel) Currency() string { return p.currency }

// Years returns the years that have rows, ascending. A year nobody has is not
// among them.
func (p *Panel) Years() []int { return slices.Clone(p.years) }

// Len is the number of rows, which are company-years.
func (p *Panel) Len() int { return len(p.year) }

// Companies is the number of companies.
func (p *Panel) Companies() int { return len(p.ids) }

// Warnings say what was done to rows that could not be taken as they stood:
// [*RowsLeftOut], [*RowsJoined] and [*FoundedDiffers].
func (p *Panel) Warnings() []error { return slices.Clone(p.warnings) }

// Find returns the row of a company in a year, false if there is none.
func (p *Panel) Find(id string, year int) (Observation, bool) {
	c, ok := slices.BinarySearch(p.ids, id)
	if !ok {
		return Observation{}, false
	}
	for r := p.first[c]; r < p.first[c+1]; r++ {
		if p.years[p.year[r]] == year {
			return p.observation(int32(c), r), true
		}
	}
	return Observation{}, false
}

// All goes through the rows, sorted by ID and year.
func (p *Panel) All() iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		for c := range p.ids {
			for r := p.first[c]; r < p.first[c+1]; r++ {
				if !yield(p.observation(int32(c), r)) {
					return
				}
			}
		}
	}
}

func (p *Panel) observation(c, r int32) Observation {
	return Observation{
		ID: p.ids[c], Year: p.years[p.year[r]], Sector: p.sectors[p.sector[r]], Region: p.regions[p.region[r]],
		Founded: int(p.founded[c]), Jobs: figure(p.jobs[r], p.jobsStatus[r]), Revenue: figure(p.revenue[r], p.revenueStatus[r]),
	}
}

func figure(x float64, s sector.Status) sector.Figure {
	if s == sector.Suppressed {
		return sector.Hidden()
	}
	return sector.Value(x)
}

// absent stands where a company has no row.
const absent int32 = -1

// companies goes through the companies in the order of their IDs, each with
// its rows by index of the year, absent where it has none. The slice is used
// again for the next company.
func (p *Panel) companies() iter.Seq2[int32, []int32] {
	return func(yield func(int32, []int32) bool) {
		at := make([]int32, len(p.years))
		for c := range p.ids {
			for i := range at {
				at[i] = absent
			}
			for r := p.first[c]; r < p.first[c+1]; r++ {
				at[p.year[r]] = r
			}
			if !yield(int32(c), at) {
				return
			}
		}
	}
}

// yearIndex is where a year stands in Years, false if no company has it.
func (p *Panel) yearIndex(year int) (int, bool) {
	i := sort.SearchInts(p.years, year)
	return i, i < len(p.years) && p.years[i] == year
}
