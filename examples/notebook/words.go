package notebook

import (
	"math"

	"smartcity/growth/locale"
)

// words are what the package itself says on a page.
type words struct {
	missing    string // a figure that is not known
	suppressed string // a figure that must not be shown
	unnamed    string // the name of a row that has none
	note       string
	warning    string
	chart      string
	table      string
	keyFigures string
	contents   string
	skip       string
	figures    string // link to the CSV file
	workbook   string // link to the tables of the page
	behind     string // caption of the figures of a table or chart
	svg, png   string // links to the pictures
	folded     string // what folds out below a chart
	files      string // the links below a chart
	code       string
	year       string
	allYears   string
	sorts      string // what headers are for, to those who do not see it
}

func wordsOf(lang locale.Language) words {
	if lang == locale.Danish {
		return words{
			missing: lang.Number(math.NaN(), 0), suppressed: "diskretioneret", unnamed: "(uden navn)",
			note: "Bemærk", warning: "Advarsel", chart: "Figur", table: "Tabel",
			keyFigures: "Nøgletal", contents: "Indhold", skip: "Gå til indholdet", figures: "Tal (CSV)", workbook: "Tabeller (Excel)", behind: "Tallene bag »%s«",
			svg: "Figur (SVG)", png: "Figur (PNG)", folded: "Tallene i figuren", files: "Figuren og dens tal som filer", code: "Kode",
			year: "År", allYears: "Alle år", sorts: "kolonneoverskrifterne er knapper, der sorterer rækkerne",
		}
	}
	return words{
		missing: lang.Number(math.NaN(), 0), suppressed: "suppressed", unnamed: "(no name)",
		note: "Note", warning: "Warning", chart: "Chart", table: "Table",
		keyFigures: "Key figures", contents: "Contents", skip: "Skip to the content", figures: "Figures (CSV)", workbook: "Tables (Excel)", behind: "The figures behind “%s”",
		svg: "Chart (SVG)", png: "Chart (PNG)", folded: "The figures in the chart", files: "The chart and its figures as files", code: "Code",
		year: "Year", allYears: "All years", sorts: "column headers are buttons that sort the rows",
	}
}
