package stream

// Cell is what a file holds of a sector in a year, in whole numbers. Each of
// its Firms rows has an FTE that is known, missing or suppressed, and a revenue
// likewise. Quarters and Kroner are the sums of those known; they mean nothing
// where Firms are all missing or suppressed, and are 0 there.
type Cell struct {
	Sector            string
	Year              int
	Firms             int64 // rows, of a company each
	Quarters          int64 // FTE, in quarters of one: 29 is 7.25 FTE
	Kroner            int64 // revenue
	FTEMissing        int64
	FTESuppressed     int64
	RevenueMissing    int64
	RevenueSuppressed int64
}

// add counts a row.
func (c *Cell) add(fte, revenue figure) {
	c.Firms++
	switch fte.status {
	case known:
		c.Quarters += fte.n
	case missing:
		c.FTEMissing++
	case suppressed:
		c.FTESuppressed++
	}
	switch revenue.status {
	case known:
		c.Kroner += revenue.n
	case missing:
		c.RevenueMissing++
	case suppressed:
		c.RevenueSuppressed++
	}
}
