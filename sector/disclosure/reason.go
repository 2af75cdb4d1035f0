package disclosure

// Reason says why a figure is hidden.
type Reason uint8

const (
	NotHidden     Reason = iota // of no suppression
	Sensitive                   // a rule says so, of a ratio about the companies it is made of or leaves out: primary suppression
	Complementary               // others could be worked out from it: secondary suppression
	OtherYear                   // it is hidden in another year, under WholeSeries
	PartHidden                  // a ratio, of which a part is hidden
	Unclear                     // a ratio that leaves out companies nobody can tell, since the table has no contributions
)

// String returns the reason in a word or two.
func (r Reason) String() string {
	return [...]string{"not hidden", "sensitive", "complementary", "other year", "part hidden", "unclear"}[r]
}
