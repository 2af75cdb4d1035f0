package workbook

import "smartcity/growth/locale"

// words are what the package itself says in a workbook.
type words struct {
	contents                     string // name of the first sheet
	sheet, title, rows, file, of string // heads of its columns
	part                         string // rows of a table that takes several sheets
	legend                       string
}

func wordsOf(lang locale.Language) words {
	if lang == locale.Danish {
		return words{
			contents: "Indhold", sheet: "Ark", title: "Tabel", rows: "Rækker", file: "Fil", of: "Bemærkning",
			part:   "%s (række %s–%s af %s)",
			legend: "En tom celle er et tal, der ikke kendes; »diskretioneret« står for et tal, der ikke må vises. Cellerne rummer de fulde tal: millioner, procenter og decimaler er talformater.",
		}
	}
	return words{
		contents: "Contents", sheet: "Sheet", title: "Table", rows: "Rows", file: "File", of: "Note",
		part:   "%s (rows %s–%s of %s)",
		legend: "An empty cell is a figure that is not known; “suppressed” stands for one that must not be shown. Cells hold the full figures: millions, per cents and decimals are number formats.",
	}
}
