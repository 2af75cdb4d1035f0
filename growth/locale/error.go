package locale

import "fmt"

// Error reports a text that could not be read. Text is the whole input, Want
// names the form expected, and Reason says what is wrong with it.
type Error struct {
	Text   string
	Want   string
	Reason string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%q is not %s: %s", e.Text, e.Want, e.Reason)
}
