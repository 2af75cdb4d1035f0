package command

import (
	"io"
	"os"

	"smartcity/examples/notebook"

	"golang.org/x/term"
)

// Show writes a page as text of so many columns. Where w is a terminal it is in
// colour, unless the variable NO_COLOR is set (no-color.org), and no wider than the
// terminal. Folder is where the page was written, "" for nowhere.
func Show(w io.Writer, page notebook.Page, width int, folder string) error {
	options := notebook.TerminalOptions{Width: width, Folder: folder}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		options.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 {
			options.Width = min(width, columns)
		}
	}
	return notebook.Terminal(w, page, options)
}
