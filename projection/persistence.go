package projection

// Persistence is how the growth of one year hangs together with that of the
// next. It decides how wide the fan of levels is: after n years independent draws
// spread about √n times as wide as one year's, persistent ones n times.
type Persistence uint8

const (
	Persistent       Persistence = iota // one draw holds for all years: the range is about what growth is on average
	IndependentYears                    // each year is drawn anew: the range is about single years
	Autoregressive                      // AR(1): the normal score of a year is ρ times that of the year before and a draw of its own
)

// String returns "persistent", "independent years" or "autoregressive".
func (p Persistence) String() string {
	switch p {
	case Persistent:
		return "persistent"
	case IndependentYears:
		return "independent years"
	case Autoregressive:
		return "autoregressive"
	}
	return "unknown"
}
