package notebook_test

import (
	"bytes"
	"io"
	"testing"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

func TestGolden(t *testing.T) {
	for _, lang := range []locale.Language{locale.English, locale.Danish} {
		p := samplePage(lang)
		for name, render := range map[string]func(io.Writer) error{
			"txt":    func(w io.Writer) error { return notebook.Terminal(w, p, notebook.TerminalOptions{Folder: "report"}) },
			"narrow": func(w io.Writer) error { return notebook.Terminal(w, p, notebook.TerminalOptions{Width: 50}) },
			"ansi":   func(w io.Writer) error { return notebook.Terminal(w, p, notebook.TerminalOptions{Colour: true}) },
			"md":     func(w io.Writer) error { return notebook.Markdown(w, p) },
			"html":   func(w io.Writer) error { return notebook.HTML(w, p) },
		} {
			var b bytes.Buffer
			if err := render(&b); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			golden(t, "page-"+lang.Tag()+"."+name, b.Bytes())
		}
	}
}
