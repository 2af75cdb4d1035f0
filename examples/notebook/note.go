package notebook

// A Note is a remark set apart from the text, in Markdown as [Prose] is.
type Note string

// A Warning is a caveat the reader must see, in Markdown as [Prose] is.
type Warning string

func (Note) check() error    { return nil }
func (Warning) check() error { return nil }
