package workbook

import "fmt"

// A LimitError says that a page does not fit into a workbook of Excel.
type LimitError struct {
	Where string // such as `table "rejected", row 3, column "value"`
	What  string // what there is too much of: "characters in a cell", "columns in a sheet"
	Has   int
	Limit int
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("workbook: %s: %d %s, which holds %d at most", e.Where, e.Has, e.What, e.Limit)
}
