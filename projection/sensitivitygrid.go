package projection

import (
	"fmt"

	"smartcity/growth"
)

// SensitivityGrid is the jobs of the target year for every combination of the
// values of two assumptions. [Projection.Grid] and [Outlook.Grid] make it.
type SensitivityGrid struct {
	Name, Unit    string // of the projection; the total of an outlook has no name
	Scenario      string
	Year          int     // the target year
	Level         float64 // jobs in it under the assumptions of the scenario
	Rows, Columns Variation

	Levels [][]float64 // by value of Rows, then of Columns
}

// Grid varies two assumptions of a scenario at once. Errors are those of
// [Projection.Tornado], but one value will do, and [growth.ErrOrder] if both are
// the same assumption of the same sector, or of one sector and of all.
func (p *Projection) Grid(scenario string, rows, columns Variation) (*SensitivityGrid, error) {
	s, err := p.sensitive(scenario)
	if err != nil {
		return nil, err
	}
	return s.grid(rows, columns)
}

// Grid varies two assumptions of a scenario at once, as [Outlook.Tornado] does one.
func (o *Outlook) Grid(scenario string, rows, columns Variation) (*SensitivityGrid, error) {
	s, err := o.sensitive(scenario)
	if err != nil {
		return nil, err
	}
	return s.grid(rows, columns)
}

func (s *sensitive) grid(rows, columns Variation) (*SensitivityGrid, error) {
	for _, v := range []Variation{rows, columns} {
		if err := s.check(v); err != nil {
			return nil, err
		}
	}
	if rows.Assumption == columns.Assumption && (rows.Sector == columns.Sector || rows.Sector == "" || columns.Sector == "") {
		return nil, fmt.Errorf("projection: grid of %v by itself: %w", rows.Assumption, growth.ErrOrder)
	}
	total := s.outlook.Total
	g := &SensitivityGrid{Name: total.Name, Unit: total.Unit, Scenario: s.c.Name, Year: total.To, Rows: rows, Columns: columns}
	var err error
	if g.Level, err = s.level(); err != nil {
		return nil, err
	}
	for _, r := range rows.Values {
		var line []float64
		for _, c := range columns.Values {
			level, err := s.level(setting{rows, r}, setting{columns, c})
			if err != nil {
				return nil, in(err, "grid of %v and %v", rows.Assumption, columns.Assumption)
			}
			line = append(line, level)
		}
		g.Levels = append(g.Levels, line)
	}
	return g, nil
}

// View returns a row for each combination: row_value and column_value (missing if
// they differ by year), jobs, and change against the scenario. What is varied is
// in Rows and Columns.
func (g *SensitivityGrid) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "row_value"}, {Name: "column_value"}, {Name: "jobs", Unit: g.Unit}, {Name: "change", Unit: g.Unit},
	}}
	for i, line := range g.Levels {
		for k, level := range line {
			v.Rows = append(v.Rows, []growth.Entry{
				yearlyEntry(g.Rows.Values[i]), yearlyEntry(g.Columns.Values[k]), growth.NumberOf(level), growth.NumberOf(level - g.Level),
			})
		}
	}
	return v
}
