package command

import (
	"context"
	"fmt"
	"io"

	"smartcity/examples/notebook"
	"smartcity/examples/notebook/workbook"
)

// Write writes the page of a program into a folder: the page under the program's
// name, its charts and tables, all tables, if there are any, as tables.xlsx, which the
// page links to, and provenance.json. What an interrupted run had left there is told on
// stderr.
func Write(ctx context.Context, stderr io.Writer, program string, folder *notebook.Folder, page notebook.Page, from notebook.Provenance) error {
	tables, err := page.Tables()
	if err != nil {
		return err
	}
	if len(tables) > 0 {
		page.Workbook = "tables.xlsx"
		if err := folder.Add(page.Workbook, func(w io.Writer) error { return workbook.Write(w, page) }); err != nil {
			return err
		}
	}
	if err := folder.AddPage(ctx, program, page); err != nil {
		return err
	}
	if err := folder.Write(from); err != nil {
		return err
	}
	if folder.Interrupted() {
		fmt.Fprintf(stderr, "%s: %s held what an interrupted run had left; it is whole now\n", program, folder.Dir())
	}
	return nil
}
