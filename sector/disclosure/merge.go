package disclosure

import (
	"smartcity/growth"
	"smartcity/sector"
)

// merged returns the row of several cells taken together, as far as it follows
// from them. Whether it has revenue per job is told by contributions alone.
func (c *cube) merged(parts []int) sector.Row {
	var out sector.Row
	var contributions [][]sector.Contribution
	for _, i := range parts {
		r := &c.cells[i].row
		out.Rows += r.Rows
		addCell(&out.Firms, r.Firms)
		addCell(&out.FirmsWeighted, r.FirmsWeighted)
		addCell(&out.Jobs, r.Jobs)
		addCell(&out.Revenue, r.Revenue)
		contributions = append(contributions, r.Contributions)
	}
	sums := func(of sector.Column) sector.Figure {
		var s growth.Sum
		known := false
		for _, i := range parts {
			if f := c.cells[i].row.Figure(of); f.Known() {
				s.Add(f.Float64())
				known = true
			}
		}
		if !known {
			return sector.Figure{}
		}
		return sector.Value(s.Float64())
	}
	out.Firms.Sum, out.FirmsWeighted.Sum = sums(sector.Firms), sums(sector.FirmsWeighted)
	out.Jobs.Sum, out.Revenue.Sum = sums(sector.Jobs), sums(sector.Revenue)
	out.Contributions = sector.JoinContributions(contributions...)
	if c.tables[0].FirmsOverlap {
		ids := 0
		for _, x := range out.Contributions {
			if x.ID != "" {
				ids++
			}
		}
		out.Firms.Sum = sector.Value(float64(ids))
	}
	if out.Jobs.Sum.Known() && out.Firms.Sum.Known() {
		out.JobsPerFirm = sector.Value(out.Jobs.Sum.Float64() / out.Firms.Sum.Float64())
	}
	return out
}

// addCell adds the counts of a cell.
func addCell(to *sector.Cell, from sector.Cell) {
	to.Known += from.Known
	to.Missing += from.Missing
	to.Suppressed += from.Suppressed
}
