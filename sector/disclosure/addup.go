package disclosure

import (
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// addUp returns an error unless every cell is the sum of its parts.
func (c *cube) addUp() error {
	columns := []sector.Column{sector.Jobs, sector.Revenue}
	if !c.tables[0].FirmsOverlap {
		columns = append(columns, sector.Firms)
	}
	for _, rel := range c.relations {
		for _, col := range columns {
			var parts, size growth.Sum
			for _, i := range rel.parts {
				if f := c.cells[i].row.Figure(col); f.Known() {
					parts.Add(f.Float64())
					size.Add(math.Abs(f.Float64()))
				}
			}
			total := 0.0
			if f := c.cells[rel.total].row.Figure(col); f.Known() {
				total = f.Float64()
			}
			if !near(total, parts.Float64(), size.Float64()) {
				return &UnlikeTables{Cell: c.name(rel.total), Column: c.columnName(col), Figure: total, Parts: parts.Float64()}
			}
		}
		rows := 0
		for _, i := range rel.parts {
			rows += c.cells[i].row.Rows
		}
		if total := c.cells[rel.total].row.Rows; total != rows && total != 0 && rows != 0 {
			return &UnlikeTables{Cell: c.name(rel.total), Column: "rows", Figure: float64(total), Parts: float64(rows)}
		}
	}
	return nil
}
