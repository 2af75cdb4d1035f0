package notebook

import "fmt"

// KeyFigures is a row of the figures a page is about.
type KeyFigures []KeyFigure

// A KeyFigure is one figure with its name. All three are plain text; the
// caller writes the value with the methods of locale.Language.
type KeyFigure struct {
	Label string // what it is: "Full-time equivalents, 2018"
	Value string // "17,600"
	Note  string // change, source or caveat; may be empty
}

func (k KeyFigures) check() error {
	for _, f := range k {
		if line(f.Label) == "" || line(f.Value) == "" {
			return fmt.Errorf("key figure %q with value %q: want both", f.Label, f.Value)
		}
	}
	return nil
}
