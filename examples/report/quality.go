package main

import (
	"errors"
	"fmt"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/projection"
	"smartcity/sector"
	"smartcity/sector/disclosure"
)

// dataQuality says what was read, left out and not known.
func (a *analysis) dataQuality() ([]notebook.Block, error) {
	l, r := a.lang, a.read
	n := func(i int) string { return l.Number(float64(i), 0) }
	if a.protect != nil {
		return a.protectedQuality()
	}
	text := fmt.Sprintf(l.Pick("%s was read: %s rows, of which %s were used and %s left out. ", "%s er læst: %s rækker, hvoraf %s er brugt og %s udeladt. "),
		notebook.Text(r.File), n(r.Rows), n(r.Kept), n(len(r.Rejected)))
	switch {
	case r.Unchecked == r.Kept:
		text += l.Pick("Without a company number, companies that stand twice could not be looked for.", "Uden virksomhedsnumre kunne der ikke ses efter virksomheder, der optræder to gange.")
	case r.Firms == sector.CountIDs:
		text += l.Pick("No workplace stands twice in a year", "Intet arbejdssted optræder to gange i et år")
	default:
		text += l.Pick("No company stands twice in a year", "Ingen virksomhed optræder to gange i et år")
	}
	switch {
	case r.Unchecked == r.Kept:
	case r.Unchecked > 0:
		text += fmt.Sprintf(l.Pick(", as far as they have a number; %s rows have none.", ", så vidt de har et nummer; %s rækker har intet."), n(r.Unchecked))
	default:
		text += "."
	}
	if len(r.Totals) > 0 {
		text += fmt.Sprintf(l.Pick(" Rows of totals left out: %s.", " Udeladte rækker med totaler: %s."), n(len(r.Totals)))
	}
	if len(r.Notes) > 0 {
		text += fmt.Sprintf(l.Pick(" Notes below or in the table left out: %s.", " Udeladte noter under eller i tabellen: %s."), n(len(r.Notes)))
	}
	if r.Comments > 0 {
		text += fmt.Sprintf(l.Pick(" Lines of comments: %s.", " Kommentarlinjer: %s."), n(r.Comments))
	}
	if len(r.Ignored) > 0 {
		var names []string
		for _, h := range r.Ignored {
			names = append(names, notebook.Text(l.Pick("“"+h+"”", "»"+h+"«")))
		}
		text += " " + l.Pick("Columns not used: ", "Kolonner, der ikke er brugt: ") + strings.Join(names, ", ") + "."
	}
	table := a.qualityTable()
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("Data quality", "Datakvalitet")}, notebook.Prose(text), table}
	if len(r.Rejected) > 0 {
		blocks = append(blocks, a.rejected())
	}
	return append(blocks, a.warningBlocks()...), nil
}

// protectedQuality says what is hidden, and of the rest of the file only what the
// protected table says too.
func (a *analysis) protectedQuality() ([]notebook.Block, error) {
	l := a.lang
	hidden, all := a.hidden()
	text := fmt.Sprintf(l.Pick(
		"%s was read. Figures that would tell single companies are hidden, and with them those from which they could be worked out: %s of the %s figures by sector and year. Every table, chart and figure here is made of what is left, so that shares, growth and projections have gaps. A figure is hidden where one of these holds: %s.",
		"%s er læst. Tal, der ville røbe enkelte virksomheders, er diskretioneret, og med dem de tal, som de kunne beregnes ud fra: %s af de %s tal efter branche og år. Alle tabeller, figurer og tal her er lavet af resten, så andele, vækst og fremskrivninger har huller. Et tal er diskretioneret, hvor et af disse forhold gælder: %s."),
		notebook.Text(a.read.File), l.Number(float64(hidden), 0), l.Number(float64(all), 0), strings.Join(a.rules(l), "; "))
	text += "\n\n" + l.Pick(
		"What single rows of the file say is left out: those that were rejected, notes and totals in the file, and the sizes of single companies.",
		"Hvad enkelte rækker i filen siger, er udeladt: afviste rækker, filens noter og totaler samt enkelte virksomheders størrelse.")
	blocks := []notebook.Block{notebook.Heading{Text: l.Pick("Data quality", "Datakvalitet")}, notebook.Prose(text), a.qualityTable()}
	return append(blocks, a.warningBlocks()...), nil
}

// qualityTable counts what is not known, by column of the file.
func (a *analysis) qualityTable() notebook.Table {
	l := a.lang
	count := func(n *int) notebook.Cell {
		if n == nil {
			return notebook.Suppressed()
		}
		return notebook.Num(float64(*n))
	}
	table := notebook.Table{
		Name: "quality", Sheet: l.Pick("Data quality", "Datakvalitet"), Caption: l.Pick("Rows whose cell is not known, by column", "Rækker, hvis celle ikke kendes, efter kolonne"),
		Columns: []notebook.Column{
			{Name: "field", Header: l.Pick("Field", "Felt")}, {Name: "header", Header: l.Pick("Header in the file", "Overskrift i filen")},
			{Name: "missing", Header: l.Pick("Not stated", "Uoplyst")}, {Name: "suppressed", Header: l.Pick("Suppressed", "Diskretioneret")},
		},
	}
	for _, c := range a.read.Columns {
		missing, suppressed := a.unknownOf(c)
		table.Rows = append(table.Rows, []notebook.Cell{notebook.Str(c.Field), notebook.Str(c.Header), count(missing), count(suppressed)})
	}
	return table
}

// warningBlocks are the warnings that the page has not said elsewhere.
func (a *analysis) warningBlocks() (blocks []notebook.Block) {
	for _, w := range a.warnings() {
		if text := a.words(w); text != "" {
			blocks = append(blocks, notebook.Warning(text))
		}
	}
	return blocks
}

func (a *analysis) rejected() notebook.Table {
	l := a.lang
	t := notebook.Table{
		Name: "rejected", Caption: l.Pick("Rows left out", "Udeladte rækker"),
		Columns: []notebook.Column{
			{Name: "line", Header: l.Pick("Line", "Linje"), Year: true}, {Name: "column", Header: l.Pick("Column", "Kolonne")},
			{Name: "value", Header: l.Pick("Value", "Værdi")}, {Name: "reason", Header: l.Pick("Reason", "Grund")},
		},
	}
	for _, e := range a.read.Rejected {
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Num(float64(e.Line)), notebook.Str(e.Column), notebook.Str(e.Value), notebook.Str(e.Reason)})
	}
	return t
}

// words renders a typed warning in the reader's language, "" if the page says
// it elsewhere.
func (a *analysis) words(w error) string {
	l := a.lang
	if words := command.Warning(w, l); words != "" {
		return words
	}
	if w, ok := errors.AsType[*projection.BaseIncomplete](w); ok {
		if w.Name != "" {
			return "" // the total says it, and the sector's row in the table
		}
		return fmt.Sprintf(l.Pick("Jobs in the base year: %s. They are not in the total, so its projection is too low by theirs.", "Job i udgangsåret: %s. De er ikke med i totalen, så fremskrivningen er tilsvarende for lav."), a.unknown(w.Missing, w.Suppressed))
	}
	if w, ok := errors.AsType[*projection.PartsDiffer](w); ok {
		return fmt.Sprintf(l.Pick("The sectors projected have %s jobs in the base year, the total %s.", "De fremskrevne brancher har %s job i udgangsåret, totalen %s."), a.jobs(w.Parts), a.jobs(w.Total))
	}
	if w, ok := errors.AsType[*sector.YearsMixed](w); ok {
		return fmt.Sprintf(l.Pick("Figures of %d–%d are added up.", "Tal for %d–%d er lagt sammen."), w.First, w.Last)
	}
	if w, ok := errors.AsType[*disclosure.SmallCells](w); ok {
		if len(w.Cells) == 1 {
			return fmt.Sprintf(l.Pick("One cell shows figures of fewer than %d companies. Nothing has been hidden: do not publish it as it is.", "Én celle viser tal for færre end %d virksomheder. Intet er diskretioneret: offentliggør den ikke, som den er."), w.Fewer)
		}
		return fmt.Sprintf(l.Pick("%s cells show figures of fewer than %d companies. Nothing has been hidden: do not publish them as they are.", "%s celler viser tal for færre end %d virksomheder. Intet er diskretioneret: offentliggør dem ikke, som de er."), l.Number(float64(len(w.Cells)), 0), w.Fewer)
	}
	return notebook.Text(w.Error())
}

// method states every assumption.
func (a *analysis) method() ([]notebook.Block, error) {
	l := a.lang
	counted := [...]string{
		l.Pick("each row is one company", "hver række er én virksomhed"),
		l.Pick("from the column of the file", "fra kolonnen i filen"),
		l.Pick("distinct company numbers, since rows are workplaces", "forskellige virksomhedsnumre, da rækkerne er arbejdssteder"),
	}[a.read.Firms]
	prices := l.Pick(", current prices.", ", løbende priser.")
	if a.pricesFile != "" {
		prices = fmt.Sprintf(l.Pick(", current prices; in %d prices only under “In real terms”.", ", løbende priser; kun under »I faste priser« i %d-priser."), a.baseYear)
	}
	revenue := l.Pick("Revenue: ", "Omsætning: ") + a.table.Currency + prices + l.Pick(" Revenue per job is not productivity.", " Omsætning pr. job er ikke produktivitet.")
	if !a.hasRevenue() {
		revenue = l.Pick("Revenue: not in the file.", "Omsætning: ikke i filen.")
	}
	items := []string{
		l.Pick("Jobs: ", "Job: ") + a.unit() + a.short() + ".",
		l.Pick("Companies: ", "Virksomheder: ") + counted + ".",
		revenue,
		fmt.Sprintf(l.Pick("Growth: %s a year from %d to %d, compound; jobs in year *t* are jobs in %[2]d × (1 + rate)^(*t* − %[2]d).", "Vækst: %s om året fra %d til %d med renters rente; job i år *t* er job i %[2]d × (1 + vækst)^(*t* − %[2]d)."), a.growth.Format(l), a.baseYear, a.to),
		l.Pick("Growth of output per job and of the market share: none assumed.", "Vækst i produktion pr. job og i markedsandel: ingen antaget."),
		l.Pick("Simulation: ", "Simulering: ") + a.sure.Draws(),
		l.Pick("A target is reached in the first year whose figure is at least the target.", "Et mål nås i det første år, hvis tal mindst er målet."),
		l.Pick("A figure that is not stated or suppressed is left out of sums and counted, never taken for zero.", "Et tal, der er uoplyst eller diskretioneret, udelades af summer og tælles; det regnes aldrig for nul."),
	}
	if a.multipliers != "" {
		items = append(items, l.Pick("Indirect and induced jobs: the jobs of a sector times its multipliers, which stay the same in all years.", "Indirekte og inducerede job: branchens job gange dens multiplikatorer, som er de samme i alle år."))
	}
	return []notebook.Block{notebook.Heading{Text: l.Pick("Method and assumptions", "Metode og forudsætninger")}, notebook.Prose("- " + strings.Join(items, "\n- "))}, nil
}

// short is what full-time equivalents are called where there is little room.
func (a *analysis) short() string {
	if a.measure == sector.Employees {
		return ""
	}
	return a.lang.Pick(" (FTE)", " (årsværk)")
}
