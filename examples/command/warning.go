package command

import (
	"fmt"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// Warning puts a warning of reading, or of a concordance, into words, in the
// prose of a page. It is "" for warnings of other kinds.
func Warning(warning error, l locale.Language) string {
	say := func(english, danish string, args ...any) string { return fmt.Sprintf(l.Pick(english, danish), args...) }
	n := func(i int) string { return l.Number(float64(i), 0) }
	text := notebook.Text
	switch w := warning.(type) {
	case *sectorcsv.ShareNotApplied:
		return say("%s companies belong to the field in part only (column %s). Figures are those of whole companies.", "%s virksomheder hører kun delvis til feltet (kolonnen %s). Tallene er for hele virksomheder.", n(w.Below1), text(w.Header))
	case *sectorcsv.Mended:
		return say("%s cells of the column %s were mended, such as %s in line %d.", "%s celler i kolonnen %s er rettet til, for eksempel %s i linje %d.", n(w.Count), text(w.Header), text(w.Value), w.Line)
	case *sectorcsv.UnitBeside:
		return say("“%s” beside the table may name a unit, and headers of figures have none. They are read as they stand.", "»%s« ved tabellen kan være en enhed, og talkolonnernes overskrifter har ingen. Tallene er læst, som de står.", text(w.Text))
	case *sectorcsv.SumOfOthers:
		return say("Line %d is the sum of all other rows of its group in %d. If it is a total, everything is counted twice.", "Linje %d er summen af alle andre rækker i sin gruppe i %d. Er den en total, tæller alt dobbelt.", w.Line, w.Year)
	case *sectorcsv.TotalsKept:
		return say("%s rows may be totals: the column %s says “%s” in line %d. They are counted. If they are totals, what they hold is counted twice.",
			"%s rækker kan være totaler: I kolonnen %s står der »%s« i linje %d. De er talt med. Er de totaler, tæller deres tal dobbelt.", n(w.Count), text(w.Header), text(w.Value), w.Line)
	case *sectorcsv.NothingKnown:
		return say("%s rows have neither a number nor a known figure, the first in line %d. Each is counted as a company; notes in a table look the same.",
			"%s rækker har hverken et nummer eller et kendt tal, den første i linje %d. Hver tæller som en virksomhed; noter i en tabel ser ligesådan ud.", n(w.Count), w.Line)
	case *sectorcsv.DoublesDiffer:
		return say("%s rows that were added up differ in the column %s from the first row of their company and year, such as line %d from line %d. Their figures stand in the group of the first.",
			"%s rækker, der er lagt sammen, afviger i kolonnen %s fra den første række for virksomheden i året, for eksempel linje %d fra linje %d. Deres tal står i den førstes gruppe.", n(w.Count), text(w.Header), w.Line, w.First)
	case *sector.MappingIncomplete:
		why := map[sector.Gap][2]string{
			sector.NoCode: {"they have no industry code", "de har ingen branchekode"}, sector.NotACode: {"their industry code is none", "deres branchekode er ikke en kode"},
			sector.NotInLinks: {"their code is not in the concordance", "deres kode er ikke i nøglen"}, sector.NotInYear: {"their code is not in the concordance for the year", "deres kode er ikke i nøglen for året"},
			sector.RestOfWeights: {"the weights of their code leave a rest", "vægtene for deres kode efterlader en rest"},
		}[w.Gap]
		return say("%s of %s rows are in no sector, or not wholly: %s.", "%s af %s rækker er ikke, eller ikke helt, i en branche: %s.", n(w.Rows), n(w.Of), l.Pick(why[0], why[1]))
	}
	return ""
}
