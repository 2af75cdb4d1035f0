package growth

import (
	"fmt"
	"strconv"
	"strings"
)

// LeftOut is a warning: a series is not part of a result because its figures
// are not known in some of the years needed. It unwraps to [ErrNotKnown].
type LeftOut struct {
	Name  string // of the series
	Years []int  // in which a figure is not known, in order

	// Zero names a factor that is zero in such a year though the figure is not,
	// as FTE per company are where there is revenue without FTE, so that another
	// factor is not known; "" if there is none. Of [LMDI] only.
	Zero string
}

func (w *LeftOut) Error() string {
	if w.Zero != "" {
		return fmt.Sprintf("growth: %q is left out: not zero with %s of zero, or not known, in %s", w.Name, w.Zero, listYears(w.Years))
	}
	return fmt.Sprintf("growth: %q is left out: not known in %s", w.Name, listYears(w.Years))
}

// Unwrap returns [ErrNotKnown].
func (w *LeftOut) Unwrap() error { return ErrNotKnown }

// listYears writes years as "2014, 2016".
func listYears(years []int) string {
	words := make([]string, len(years))
	for i, y := range years {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, ", ")
}
