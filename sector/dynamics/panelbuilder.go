package dynamics

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"smartcity/sector"
)

// PanelOptions say how rows become a panel. The zero value counts FTE and
// kroner and refuses every row that is not one company in one year.
type PanelOptions struct {
	Measure  sector.Measure
	Currency string   // ISO 4217 code of Company.Revenue, default DKK
	Repeated Repeated // what to do where a company has two rows in one year

	// LeaveOut leaves out rows that cannot be followed from year to year, counts
	// them and says so with a [*RowsLeftOut] warning, instead of refusing them.
	// Those are rows without an ID, workplaces, and rows that stand for another
	// number of firms than one.
	LeaveOut bool
}

// PanelBuilder makes a panel of a stream of companies. It is not safe for
// concurrent use.
type PanelBuilder struct {
	opt   PanelOptions
	added int // rows given to Add, for messages
	left  RowsLeftOut

	ids, sectors, regions names

	rows []builderRow
}

// builderRow is a row in the order of arrival.
type builderRow struct {
	company, sector, region   int32
	row                       int32 // as counted by Add
	jobs, revenue             float64
	year, founded             int16
	jobsStatus, revenueStatus sector.Status
}

// NewPanelBuilder returns an empty builder.
func NewPanelBuilder(opt PanelOptions) *PanelBuilder {
	if opt.Repeated > LastRepeated {
		panic(fmt.Sprintf("dynamics: there is no Repeated %d", opt.Repeated))
	}
	opt.Currency = cmp.Or(opt.Currency, "DKK")
	return &PanelBuilder{opt: opt}
}

// NewPanel makes a panel of companies in memory, with the errors of
// [PanelBuilder.Add] and [PanelBuilder.Panel]. The result does not depend on
// the order of the companies, unless the first or last of repeated rows is
// asked for. A panel of nothing is empty.
func NewPanel(companies []sector.Company, opt PanelOptions) (*Panel, error) {
	b := NewPanelBuilder(opt)
	b.rows = make([]builderRow, 0, len(companies))
	for i := range companies {
		if err := b.Add(companies[i]); err != nil {
			return nil, err
		}
	}
	return b.Panel()
}

// Add adds a row. It returns a [*RowError], and adds nothing, that wraps the
// [*sector.FieldError] of [sector.Company.Validate], [ErrNoID] for a row
// without an ID, or [ErrNotOneFirm] for a workplace or a row that stands for
// another number of firms than one. PanelOptions.LeaveOut counts the latter two
// instead, and a workplace is taken where repeated rows are added up.
//
// Companies are the same if their IDs are, byte by byte: "A" and " A" are two, and
// so are "01" and "1". Readers of files, as package sectorcsv, trim what they read.
//
// Company.Share is not applied: the panel follows the whole of each company.
func (b *PanelBuilder) Add(c sector.Company) error {
	b.added++
	refuse := func(err error) error { return &RowError{Row: b.added, ID: c.ID, Year: c.Year, Err: err} }
	if err := c.Validate(); err != nil {
		return refuse(err)
	}
	switch {
	case c.ID == "" && b.opt.LeaveOut:
		b.left.NoID++
		return nil
	case c.ID == "":
		return refuse(ErrNoID)
	case c.Firms != sector.Figure{} && c.Firms != sector.Value(1), c.Establishment != "" && b.opt.Repeated != SumRepeated:
		if b.opt.LeaveOut {
			b.left.NotOneFirm++
			return nil
		}
		return refuse(ErrNotOneFirm)
	case b.added > math.MaxInt32:
		return refuse(fmt.Errorf("a panel holds up to %d rows", math.MaxInt32))
	}
	jobs := c.Jobs(b.opt.Measure)
	b.rows = append(b.rows, builderRow{
		company: b.ids.of(c.ID), sector: b.sectors.of(c.Sector), region: b.regions.of(c.Region),
		row: int32(b.added), year: int16(c.Year), founded: int16(c.Founded),
		jobs: jobs.Float64(), jobsStatus: jobs.Status(), revenue: c.Revenue.Float64(), revenueStatus: c.Revenue.Status(),
	})
	return nil
}

// Panel returns the panel of what has been added so far. More can be added
// afterwards; the panel does not change. It returns a [*RepeatedError] for the
// first company-year, by ID and year, that is there twice, unless
// PanelOptions.Repeated says what to do.
func (b *PanelBuilder) Panel() (*Panel, error) {
	p := &Panel{measure: b.opt.Measure, currency: b.opt.Currency}
	companyRank, ids := b.ids.ranks() // none is empty
	sectorRank, sectors := b.sectors.ranks()
	regionRank, regions := b.regions.ranks()
	p.ids, p.sectors, p.regions = ids, sectors, regions

	order, first := b.byCompany(companyRank)
	years, yearIndex := b.years()
	p.years, p.founded = years, make([]int16, len(ids))
	p.reserve(len(order), len(ids))
	joined, differs := RowsJoined{How: b.opt.Repeated}, FoundedDiffers{}
	for c := range ids {
		p.first = append(p.first, int32(len(p.year)))
		rows := order[first[c]:first[c+1]]
		// Stable, so that the first and last of a year are those of the input.
		slices.SortStableFunc(rows, func(i, j int32) int { return cmp.Compare(b.rows[i].year, b.rows[j].year) })
		foundedTwo := false
		for len(rows) > 0 {
			n := 1
			for n < len(rows) && b.rows[rows[n]].year == b.rows[rows[0]].year {
				n++
			}
			row := b.rows[rows[0]]
			if n > 1 {
				if b.opt.Repeated == RefuseRepeated {
					return nil, &RepeatedError{ID: ids[c], Year: int(row.year), Rows: [2]int{int(row.row), int(b.rows[rows[1]].row)}}
				}
				joined.CompanyYears++
				joined.Rows += n
				row = b.join(rows[:n], sectorRank, regionRank)
			}
			for _, r := range rows[:n] {
				if y := b.rows[r].founded; y != 0 && y != p.founded[c] {
					foundedTwo = foundedTwo || p.founded[c] != 0
					if p.founded[c] == 0 || y < p.founded[c] {
						p.founded[c] = y
					}
				}
			}
			p.append(row, yearIndex[row.year-sector.FirstYear], sectorRank[row.sector], regionRank[row.region])
			rows = rows[n:]
		}
		if foundedTwo {
			differs.Companies++
		}
	}
	p.first = append(p.first, int32(len(p.year)))
	p.warn(b.left, joined, differs)
	return p, nil
}

func (p *Panel) warn(left RowsLeftOut, joined RowsJoined, differs FoundedDiffers) {
	if left != (RowsLeftOut{}) {
		p.warnings = append(p.warnings, &left)
	}
	if joined.Rows > 0 {
		p.warnings = append(p.warnings, &joined)
	}
	if differs.Companies > 0 {
		p.warnings = append(p.warnings, &differs)
	}
}

func (p *Panel) reserve(rows, companies int) {
	p.first = make([]int32, 0, companies+1)
	p.year = make([]uint16, 0, rows)
	p.jobs, p.revenue = make([]float64, 0, rows), make([]float64, 0, rows)
	p.jobsStatus, p.revenueStatus = make([]sector.Status, 0, rows), make([]sector.Status, 0, rows)
	p.sector, p.region = make([]int32, 0, rows), make([]int32, 0, rows)
}

func (p *Panel) append(row builderRow, year uint16, sector, region int32) {
	p.year = append(p.year, year)
	p.jobs, p.revenue = append(p.jobs, row.jobs), append(p.revenue, row.revenue)
	p.jobsStatus, p.revenueStatus = append(p.jobsStatus, row.jobsStatus), append(p.revenueStatus, row.revenueStatus)
	p.sector, p.region = append(p.sector, sector), append(p.region, region)
}

// byCompany sorts the rows by company in linear time: order holds the rows,
// those of the company of rank c from first[c] up to first[c+1].
func (b *PanelBuilder) byCompany(rank []int32) (order, first []int32) {
	first = make([]int32, len(rank)+1)
	for i := range b.rows {
		first[rank[b.rows[i].company]+1]++
	}
	for c := range rank {
		first[c+1] += first[c]
	}
	next := slices.Clone(first)
	order = make([]int32, len(b.rows))
	for i := range b.rows {
		c := rank[b.rows[i].company]
		order[next[c]] = int32(i)
		next[c]++
	}
	return order, first
}

// years returns the years that have rows, ascending, and where each stands, by
// the years since [sector.FirstYear].
func (b *PanelBuilder) years() (years []int, index []uint16) {
	has, index := make([]bool, sector.LastYear-sector.FirstYear+1), make([]uint16, sector.LastYear-sector.FirstYear+1)
	for i := range b.rows {
		has[b.rows[i].year-sector.FirstYear] = true
	}
	for i := range has {
		if has[i] {
			index[i] = uint16(len(years))
			years = append(years, sector.FirstYear+i)
		}
	}
	return years, index
}
