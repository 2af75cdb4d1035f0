package command

import (
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/projection"
)

// FanTable is the figures in the charts of a simulation: those of all sectors
// together (level "total") or of each ("sector"), with the median and the bands
// that the charts draw. Its file, tables/simulation.csv, has all there is. Name
// gives what a reader sees for the name of a sector.
func FanTable(s *projection.Simulated, level, caption string, l locale.Language, name func(string) string) *notebook.Table {
	whole := s.View()
	shown := growth.View{Columns: whole.Columns} // level and sector come first
	for _, row := range whole.Rows {
		if row[0].Text == level {
			row = append([]growth.Entry{row[0], growth.TextOf(name(row[1].Text))}, row[2:]...)
			shown.Rows = append(shown.Rows, row)
		}
	}
	columns := []notebook.Column{
		{Name: "sector", Header: l.Pick("Sector", "Branche")}, {Name: "year", Header: l.Pick("Year", "År")},
		{Name: "percentile_5", Header: l.Pick("5th percentile", "5. percentil")}, {Name: "percentile_25", Header: l.Pick("25th percentile", "25. percentil")},
		{Name: "percentile_50", Header: "Median"},
		{Name: "percentile_75", Header: l.Pick("75th percentile", "75. percentil")}, {Name: "percentile_95", Header: l.Pick("95th percentile", "95. percentil")},
	}
	if level == "total" {
		columns = columns[1:]
	}
	t := notebook.FromView(shown, "", caption, l, columns...)
	file := notebook.FromView(whole, "simulation", "", l)
	t.Data = &file
	return &t
}
