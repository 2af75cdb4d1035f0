package structure

// Coverage says what a result was made of. It is part of every result of a
// measure. An item is left out when its figure, or a figure that belongs to it
// in another slice, is not known (NaN); it is left out of both, and never counted
// as zero. Items of weight zero take no part and are in neither number.
type Coverage struct {
	N       int // items the result is made of
	LeftOut int // items left out because a figure is not known
	// Warnings holds what to know before the result is quoted: [Incomplete]
	// wherever LeftOut is not zero, and what the function's comment names.
	Warnings []error
}

// covers returns the coverage of n items, with a warning if others are missing.
func covers(n, leftOut int) Coverage {
	c := Coverage{N: n, LeftOut: leftOut}
	if leftOut > 0 {
		c.Warnings = []error{Incomplete{n, leftOut}}
	}
	return c
}
