package sector

import "math"

// SizeClass is an EU size class by number of jobs. The zero value is that the
// size is not known.
type SizeClass uint8

const (
	SizeNotKnown SizeClass = iota // the number of jobs is missing or suppressed
	Micro                         // 0 to below 10
	Small                         // 10 to below 50
	Medium                        // 50 to below 250
	Large                         // 250 and more
)

// SizeOf returns the size class of a number of jobs, SizeNotKnown if that is
// missing or suppressed.
//
// Source: Commission Recommendation 2003/361/EC, the headcount limits alone.
func SizeOf(jobs Figure) SizeClass {
	switch x := jobs.Float64(); {
	case !jobs.Known():
		return SizeNotKnown
	case x < 10:
		return Micro
	case x < 50:
		return Small
	case x < 250:
		return Medium
	}
	return Large
}

// Bounds returns the number of jobs the class begins at and the one it ends
// below, +Inf for Large. Both are zero for SizeNotKnown.
func (s SizeClass) Bounds() (from, below float64) {
	if s == SizeNotKnown {
		return 0, 0
	}
	limits := [...]float64{0, 10, 50, 250, math.Inf(1)}
	return limits[s-1], limits[s]
}

// String returns "micro", "small", "medium" or "large", and "" where the size
// is not known.
func (s SizeClass) String() string {
	return [...]string{"", "micro", "small", "medium", "large"}[s]
}

// sizeRank orders the names; not known comes last.
func sizeRank(name string) int {
	for s := Micro; s <= Large; s++ {
		if s.String() == name {
			return int(s)
		}
	}
	return int(Large) + 1
}
