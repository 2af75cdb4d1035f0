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
	behind     string // caption of the figures of a table or chart
}

func wordsOf(lang locale.Language) words {
	if lang == locale.Danish {
		return words{
			missing: lang.Number(math.NaN(), 0), suppressed: "diskretioneret", unnamed: "(uden navn)",
			note: "Bemærk", warning: "Advarsel", chart: "Figur", table: "Tabel",
			keyFigures: "Nøgletal", contents: "Indhold", skip: "Gå til indholdet", figures: "Tal (CSV)", behind: "Tallene bag »%s«",
		}
	}
	return words{
		missing: lang.Number(math.NaN(), 0), suppressed: "suppressed", unnamed: "(no name)",
		note: "Note", warning: "Warning", chart: "Chart", table: "Table",
		keyFigures: "Key figures", contents: "Contents", skip: "Skip to the content", figures: "Figures (CSV)", behind: "The figures behind “%s”",
	}
}
