package disclosure

import (
	"fmt"
	"math"

	"smartcity/sector"
)

// few is the number of companies below which a sum is looked at with suspicion.
const few = 3

// Check returns a [*SmallCells] for each table that shows figures of fewer than
// three companies, and nothing for those that do not: a report made without rules
// carries them as warnings.
//
//	table.Warnings = append(table.Warnings, disclosure.Check(table)...)
//
// Companies are those whose figure is known, and of revenue per job those that state
// both. Where the table has no contributions, rows of the file count as companies,
// as far as the number of firms allows, and the ratio is not looked at. A number of
// firms below three is reported unless the figures beside it are suppressed. Where
// [Protect] has hidden how many companies there are, it has seen to the figures too,
// and nothing is reported.
func Check(tables ...*sector.Table) []error {
	var out []error
	for _, t := range tables {
		if t == nil {
			continue
		}
		var cells []SmallCell
		for i, rows := range [][]sector.Row{t.Rows, t.Totals} {
			for k := range rows {
				if c, ok := smallCell(&rows[k]); ok {
					c.Total = i == 1
					cells = append(cells, c)
				}
			}
		}
		if len(cells) > 0 {
			out = append(out, &SmallCells{Fewer: few, Cells: cells})
		}
	}
	return out
}

// SmallCells warns that a table shows figures of few companies, which [Protect]
// would hide.
type SmallCells struct {
	Fewer int         // than this many
	Cells []SmallCell // rows, then totals
}

// SmallCell is a row with a figure of few companies.
type SmallCell struct {
	Key       []string
	Year      int
	Total     bool
	Column    sector.Column // the first of firms, jobs, revenue and, with contributions, their ratio that is of the fewest
	Companies int
}

func (w *SmallCells) Error() string {
	what := "a cell"
	if n := len(w.Cells); n > 1 {
		what = fmt.Sprintf("%d cells", n)
	}
	return fmt.Sprintf("%s with figures of fewer than %d companies; nothing is hidden without rules", what, w.Fewer)
}

// smallCell looks at a row.
func smallCell(r *sector.Row) (SmallCell, bool) {
	out := SmallCell{Key: r.Key, Year: r.Year}
	fewest := math.Inf(1)
	shown := r.Jobs.Sum.Known() || r.Revenue.Sum.Known() || r.Jobs.Sum != sector.Hidden() && r.Revenue.Sum != sector.Hidden()
	for _, column := range []sector.Column{sector.Firms, sector.Jobs, sector.Revenue} {
		if !r.Figure(column).Known() || column == sector.Firms && !shown {
			continue
		}
		n := companiesIn(r, column)
		if parts := contributionsTo(r, (&figures{column: column}).from); parts != nil {
			n = float64(len(parts))
		}
		if n < fewest {
			fewest, out.Column, out.Companies = n, column, int(math.Ceil(n))
		}
	}
	if both := bothIn(r); r.RevenuePerJob.Known() && both > 0 && float64(both) < fewest {
		fewest, out.Column, out.Companies = float64(both), sector.RevenuePerJob, both
	}
	return out, fewest > 0 && fewest < few
}

// bothIn returns the number of companies that state jobs and revenue, 0 if the row
// does not tell.
func bothIn(r *sector.Row) (n int) {
	for i := range r.Contributions {
		if r.Contributions[i].Both {
			n++
		}
	}
	return n
}
