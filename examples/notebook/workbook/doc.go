// Package workbook writes the tables of a notebook page as an Excel workbook,
// for readers who go on calculating.
//
// [Write] makes of a page what a program adds to its folder beside the CSV
// files:
//
//		folder.Add("tables.xlsx", func(w io.Writer) error { return workbook.Write(w, page) })
//
//	 1. The first sheet lists the tables: a link to each sheet, title, rows, CSV
//	    file and note, in the language of the page.
//	 2. Each table that has a CSV file is a sheet with the same columns and rows:
//	    the header in row 1, which stays in view, and no totals. What stands on a
//	    page more than once is there once. On paper the columns stand side by side as
//	    long as they can be read so, and each sheet repeats the header.
//
// # Figures
//
// A number is a number, bit for bit the one in the CSV file. What pages do to it
// is done by its number format: thousands separators, decimals, signs, per cents
// of a fraction, millions of single kroner, years without separator. Where the
// page prints "<1" the cell gets the decimals it takes to show a digit. A column
// with a name only, and one with as many decimals as it takes, get those of
// their figures, up to four digits of the largest.
//
// A missing figure is an empty cell, also where it is a name; a suppressed one
// is the word the page has for it. Sum and average of Excel skip both, as ours
// do.
//
// # Names are data
//
// Texts stand in cells of text as pages show them: on one line, without control
// characters and changes of writing direction. Excel does not compute a cell of
// text, whatever it begins with; one that begins as a formula could also gets
// Excel's quote prefix, so that it stays text when somebody edits it. Names of
// sheets are made to be what Excel accepts (see [notebook.Table]).
//
// # What Excel holds
//
// A table with more rows than a sheet (1,048,576 with the header) goes on in
// further sheets, and the list says which rows are where. More columns than
// 16,384 or a text of more than 32,767 characters is a [*LimitError]; nothing is
// cut without a word.
//
// Same page, same bytes: nothing in the file tells the time.
package workbook
