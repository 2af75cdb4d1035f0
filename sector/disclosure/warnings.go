package disclosure

import "fmt"

// LessUncertain warns that a hidden figure is not as uncertain as it should be
// though all that could be hidden were: readers know too much of it beside the
// tables, as that a size class begins at 50 jobs; or may work out how many firms
// are where none has stated its figure, from the counts of missing figures in
// sums; or, with Insiders, some of the companies do that stand alone elsewhere.
type LessUncertain struct {
	Cell     string
	Column   string
	Insiders bool
}

func (w *LessUncertain) Error() string {
	who := "readers know"
	if w.Insiders {
		who = "companies that stand alone elsewhere know"
	}
	return fmt.Sprintf("%s of %s is hidden, but what %s of it leaves less doubt than it should", w.Column, w.Cell, who)
}

// MoreThanNeeded warns that the tables were too large, or too closely tied
// together, for the least of what could be hidden to be looked for: what is hidden
// in the column is safe, and more than it would have to be.
type MoreThanNeeded struct {
	Column string
}

func (w *MoreThanNeeded) Error() string {
	return fmt.Sprintf("more of %s is hidden than is needed: the tables are too large for the least of it to be found", w.Column)
}
