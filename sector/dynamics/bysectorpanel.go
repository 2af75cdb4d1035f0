package dynamics

import (
	"math"

	"smartcity/growth"
)

// RevenuePerJobBySector divides the change of a panel's revenue per job by sector,
// as [ProductivityBySector] does. A year's figures are those of the companies that
// have both revenue and jobs in it, and [*RevenuePerJobNotKnown] counts the
// company-years that do not. Of a sector in which nobody has both, labour is zero
// if all have zero jobs, whatever their revenue, so that it comes or goes; else the
// sector is not known.
//
// It returns a [*YearError] for a year that nobody has, an error that wraps
// [growth.ErrOrder] for years that do not ascend, and the errors of
// [ProductivityBySector].
func RevenuePerJobBySector(p *Panel, from, to int, against Reallocation) (*SectorDecomposition, error) {
	pairs, err := p.yearPairs([][2]int{{from, to}})
	if err != nil {
		return nil, err
	}
	type cell struct {
		rows, known   int
		notKnown      int // rows whose jobs are not known to be zero, without revenue per job
		jobs, revenue growth.Sum
	}
	cells := make([][2]cell, len(p.sectors))
	reasons := RevenuePerJobNotKnown{}
	for r, year := range p.year {
		for t, y := range pairs[0] {
			if int(year) != y {
				continue
			}
			c := &cells[p.sector[r]][t]
			c.rows++
			if reason := p.notKnownReason(int32(r)); reason != notReason {
				reasons.count(reason)
				if reason != noJobsReason {
					c.notKnown++
				}
				continue
			}
			c.known++
			c.jobs.Add(p.jobs[r])
			c.revenue.Add(p.revenue[r])
		}
	}
	var sectors []SectorOutput
	few := FewFirms{}
	for s, name := range p.sectors {
		var output, labour [2]float64
		for t := range cells[s] {
			c := &cells[s][t]
			output[t], labour[t] = c.revenue.Float64(), c.jobs.Float64()
			if c.notKnown > 0 && c.known == 0 {
				output[t], labour[t] = math.NaN(), math.NaN()
			}
		}
		if cells[s][0].rows+cells[s][1].rows == 0 {
			continue // a sector of other years
		}
		if anyFew(cells[s][0].known, cells[s][1].known) {
			few.Rows++
		}
		sectors = append(sectors, SectorOutput{name, output[0], labour[0], output[1], labour[1]})
	}
	d, err := ProductivityBySector(sectors, against)
	if err != nil {
		return nil, err
	}
	d.From, d.To = from, to
	d.Variable, _, d.Unit = p.revenuePerJobLabels(RevenuePerJobOptions{})
	if reasons.total() > 0 {
		d.Warnings = append(d.Warnings, &reasons)
	}
	if few.Rows > 0 {
		d.Warnings = append(d.Warnings, &few)
	}
	d.Warnings = append(d.Warnings, p.warnings...)
	return d, nil
}
