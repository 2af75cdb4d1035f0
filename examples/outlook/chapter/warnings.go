package chapter

import (
	"slices"
	"strings"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/projection"
	"smartcity/projection/forecast"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
)

// warn puts warnings into words, each once.
func (c *Chapter) warn(warnings []error) []notebook.Block {
	var said []string
	for _, w := range warnings {
		if text := c.warning(w); text != "" && !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	switch len(said) {
	case 0:
		return nil
	case 1:
		return []notebook.Block{notebook.Warning(said[0])}
	}
	return []notebook.Block{notebook.Warning("- " + strings.Join(said, "\n- "))}
}

// warning says a typed warning in the reader's language, "" where the page says it
// elsewhere. One of a kind that this program does not know yet is its own words.
func (c *Chapter) warning(w error) string {
	and := c.say(" and ", " og ")
	years := func(list []int) string {
		var out []string
		for _, y := range list {
			out = append(out, c.year(y))
		}
		return join(out, and)
	}
	switch w := w.(type) {
	case *projection.BaseIncomplete:
		if w.Name != "" {
			return "" // the total says it
		}
		return c.say("The jobs of %s of %s companies in %d are not known, so that every level here is too low by theirs.",
			"Jobtallet i %s af %s virksomheder i %d kendes ikke, så alle niveauer her er tilsvarende for lave.", c.count(w.Missing+w.Suppressed), c.count(w.Known+w.Missing+w.Suppressed), c.base)
	case *projection.PartsDiffer:
		return c.say("The sectors have %s %s in %d, the total %s. The rest goes the way of sectors without assumptions of their own.",
			"Brancherne har %s %s i %d, det samlede tal er %s. Resten følger brancher uden egne forudsætninger.", c.jobs(w.Parts), c.unit(), c.base, c.jobs(w.Total))
	case *projection.FewPaths:
		return "" // said beside the percentiles
	case *projection.EverythingLost:
		return c.say("In %s growth of −100%% a year or less was drawn %s times: the jobs are gone from then on.",
			"I %s er der %[2]s gange trukket en vækst på −100 pct. om året eller mindre: Derefter er jobbene væk.", c.name(w.Name), c.count(w.Draws))
	case *inputoutput.MayOverlap:
		return c.say("Indirect jobs of one sector may be direct jobs of another that supplies it: direct and indirect jobs must not be added up here.",
			"Indirekte job i én branche kan være direkte job i en anden, der leverer til den: Direkte og indirekte job må ikke lægges sammen her.")
	case *inputoutput.NotMapped:
		var names []string
		for _, n := range w.Sectors {
			names = append(names, c.name(n))
		}
		if c.Multipliers != nil {
			return c.say("Without a multiplier, and left out: %s.", "Uden multiplikator og derfor udeladt: %s.", join(names, and))
		}
		return c.say("Without an industry, and left out: %s.", "Uden erhverv i tabellen og derfor udeladt: %s.", join(names, and))
	case *inputoutput.NoDirect:
		if w.What == "income" {
			return c.say("The industry %s pays no wages in the table, so that there is no multiplier of them.", "Erhvervet %s udbetaler ingen løn i tabellen, så der er ingen lønmultiplikator.", c.name(w.Sector))
		}
		return c.say("The industry %s has no jobs in the table, so that there is no multiplier of them.", "Erhvervet %s har ingen job i tabellen, så der er ingen jobmultiplikator.", c.name(w.Sector))
	case *inputoutput.InputsExceedOutput:
		return c.say("The industry %s buys for %s and produces for %s in the table: it adds a negative value.", "Erhvervet %s køber for %s og producerer for %s i tabellen: Dets værditilvækst er negativ.", c.name(w.Sector), c.Lang.Number(w.Inputs, -1), c.Lang.Number(w.Output, -1))
	case *inputoutput.ConsumptionExceedsIncome:
		return c.say("Households spend %s of an income of %s in the table, so that induced jobs are too many.", "Husholdningerne bruger %s af en indkomst på %s i tabellen, så de inducerede job er for mange.", c.Lang.Number(w.Consumption, -1), c.Lang.Number(w.Income, -1))
	case *forecast.ScenariosOnly:
		return "" // said of all of them together
	case *forecast.NotScored:
		return c.say("%s cannot be tried from %d: no error can be measured there.", "%s kan ikke afprøves fra %d: Der kan ingen fejl måles.", c.series(w.Name), w.Origin)
	case *forecast.Untested:
		return c.say("Of the %d years ahead only %d could be tested.", "Af de %d år, der ses frem, kunne kun %d afprøves.", w.Horizon, w.Tested)
	case *forecast.MissingYears:
		return c.say("%s is not known in %s.", "%s kendes ikke i %s.", c.series(w.Name), years(w.Years))
	case *forecast.Floored:
		if len(w.Points) > 0 {
			return c.say("The forecast is below zero in %s and has been put to zero.", "Prognosen er under nul i %s og er sat til nul.", years(w.Points))
		}
		return c.say("The interval of the forecast reaches below zero in %s and is cut there.", "Prognosens interval går under nul i %s og er afskåret der.", years(w.Years))
	case *forecast.Linearised:
		return c.say("The interval is approximate: one of 80%% covered %s at least where it was measured.", "Intervallet er en tilnærmelse: Et på 80 pct. dækkede mindst %s, hvor det er målt.", c.Lang.Percent(w.Covers, 0))
	case *forecast.MemberRefused:
		return c.say("A method could not be fitted, and the average is without it.", "En metode kunne ikke tilpasses, så gennemsnittet er uden den.")
	case *forecast.NoSpread:
		return "" // the forecast is said without its interval
	case *forecast.NaiveInstead:
		return "" // said beside the forecast
	case *growth.InflectionUnseen:
		return c.say("The curve slows down from before the first year (%s): its beginning is not seen in the figures.", "Kurven flader ud fra før det første år (%s): Dens begyndelse ses ikke i tallene.", c.year(int(w.First)))
	case *growth.RoundingResiduals:
		return c.say("The curve goes through every figure: its interval says how numbers are rounded and no more.", "Kurven går gennem alle tal: Dens interval siger, hvordan der er afrundet, og ikke mere.")
	case *growth.SerialResiduals:
		return c.say("What a trend leaves hangs together from year to year, so that its interval is too narrow.", "Det, en tendens efterlader, hænger sammen fra år til år, så dens interval er for smalt.")
	case *sector.YearsMixed:
		return c.say("Figures of %d–%d are added up.", "Tal for %d–%d er lagt sammen.", w.First, w.Last)
	}
	if words := command.Warning(w, c.Lang); words != "" {
		return words
	}
	return notebook.Text(w.Error())
}

// series names a series of jobs at the start of a sentence: that of a sector, or of
// all of them.
func (c *Chapter) series(name string) string {
	if name == "" {
		return c.say("The number of all jobs", "Det samlede jobtal")
	}
	return c.name(name)
}
