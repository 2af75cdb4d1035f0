// Package notebook holds a page as a Go value and hands it over: on a
// terminal, as Markdown, as a self-contained HTML page, and as a folder of
// files that can be trusted to be whole.
//
// The way of a page:
//
//  1. A program computes its results and puts them into a [Page]: a title, the
//     language of the reader, and blocks in reading order. Blocks are
//     [Heading], [Prose] (Markdown), [KeyFigures], [Table], [Chart], [Note] and
//     [Warning]. Numbers in prose are written by the caller with the methods of
//     locale.Language; names that come from data go through [Text] first.
//  2. [Terminal], [Markdown] and [HTML] render the same value to a writer. None
//     of them writes anything when the page is wrong: an unknown heading level,
//     a row too short or two tables of one name are errors that say where.
//  3. [OpenFolder] looks at the output folder and refuses one that holds files
//     of somebody else. [Folder.AddPage] renders the page and its charts in
//     memory, on all cores, and [Folder.Write] puts everything on disk:
//     the page as HTML and Markdown, charts/NAME.svg, charts/NAME.png,
//     tables/NAME.csv and, last, provenance.json. A program may add files of its
//     own, such as the same tables as a workbook (package workbook).
//
// # The HTML page
//
// It is one file with everything in it and a policy that lets nothing else run or
// be fetched. Below a chart its figures fold out, and beside it are links to its
// files. A small script (script.js) puts buttons into the headers of tables, by
// which they sort, and a list of years above those of several years; both work with
// keys. Without the script a table with years in its rows has all of them, and one
// that is there for several years ([Table.Years]) shows its own year alone. Paper
// gets the year that is picked, and the figures of charts folded out. Charts are drawn on paper,
// so there is no dark page.
//
// # Figures that are not known
//
// A [Cell] is text, a number, missing or suppressed; its zero value is
// missing, so that a forgotten cell never passes for a true zero. Pages print
// "n/a" or "suppressed" ("uoplyst", "diskretioneret" in Danish); the CSV files
// leave both blank.
//
// # Names are data
//
// Company and sector names are taken as they come. Every rendering escapes
// them for its own format; control characters and explicit changes of writing
// direction are shown as U+FFFD on pages; a text cell that a spreadsheet would
// take for a formula gets an apostrophe in front (see [Table.WriteCSV]). File
// names come from the program, never from data, and are checked to be short
// lower-case words.
//
// # What is on disk
//
// Every file goes through os.Root, is written under a temporary name in its
// own folder, flushed, and renamed, so that it appears whole or not at all and
// no symbolic link leads out of the folder. provenance.json is removed first
// and written last: a folder that has it is complete. While files are being
// written the folder holds .incomplete.json, the list of what the run may
// leave behind, by which the next run recognises an interrupted one. See
// [Folder] for the rules. Nothing written holds a time of day, and the same
// page gives the same bytes at any GOMAXPROCS.
package notebook
