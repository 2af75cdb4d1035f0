package main

import "smartcity/growth/growthplot"

// A chart is an entry of the gallery.
type chart struct {
	name     string // of its files
	draw     func(*data) (*growthplot.Page, error)
	title    [2]string // English, Danish
	shows    [2]string // what can be seen in it; Markdown
	overview bool      // it is in the picture of the README
}

// charts are all there are, in the order of the page.
func charts() []chart {
	return []chart{
		{"jobs", jobs, [2]string{"Jobs by sector", "Job efter branche"}, [2]string{
			"Sorted bars, each with its value, so that they need no axis. The title names the sectors that make up a simple part of all jobs, and their bars are blue. A sector that is suppressed or missing has that in words in place of a bar; what does not fit becomes “Other”.",
			"Sorterede søjler, hver med sit tal, så der ikke er brug for en akse. Titlen nævner de brancher, der udgør en enkel del af alle job, og deres søjler er blå. Er et tal diskretioneret eller uoplyst, står det med ord i stedet for en søjle; det, der ikke er plads til, bliver til »Andre«."}, true},
		{"two-years", twoYears, [2]string{"Jobs in two years", "Job i to år"}, [2]string{
			"The same beside an earlier year. The title names the sector that has grown most and the one that has grown least or fallen.",
			"Det samme ved siden af et tidligere år. Titlen nævner den branche, der er vokset mest, og den, der er vokset mindst eller faldet."}, false},
		{"revenue-per-job", revenuePerJob, [2]string{"Revenue per job", "Omsætning pr. job"}, [2]string{
			"Made of the companies that have both figures, with the average of all as a dashed line.",
			"Beregnet af de virksomheder, der har begge tal, med gennemsnittet for alle som en stiplet linje."}, false},
		{"index", index, [2]string{"Sectors as index lines", "Brancher som indekslinjer"}, [2]string{
			"Every sector is 100 in the first year and named at the end of its line. Those that the title names are highlighted, the others grey. A year that is not known is a gap.",
			"Hver branche er 100 i det første år og navngivet ved enden af sin linje. De brancher, titlen nævner, er fremhævet, de øvrige grå. Et år, der ikke kendes, er et hul."}, true},
		{"series", seriesIndex, [2]string{"Any series as index lines", "Vilkårlige serier som indekslinjer"}, [2]string{
			"The same of series of one's own: here the jobs of the field and those of the economy it is part of.",
			"Det samme med egne serier: her feltets job og jobbene i den økonomi, det er en del af."}, false},
		{"bubbles", bubbles, [2]string{"Growth, revenue per job and size", "Vækst, omsætning pr. job og størrelse"}, [2]string{
			"A circle is a sector, its area its jobs. The dashed lines are the averages of all sectors.",
			"En cirkel er en branche, og dens areal er jobtallet. De stiplede linjer er gennemsnittet for alle brancher."}, true},
		{"heat-map", heatMap, [2]string{"Sectors by region", "Brancher efter region"}, [2]string{
			"A table whose cells are coloured in classes; the number stands in each, so that nothing hangs on the colour alone.",
			"En tabel, hvis celler er farvet i klasser; tallet står i hver, så intet afhænger af farven alene."}, true},
		{"heat-map-protected", protectedHeatMap, [2]string{"A protected table, on a dark screen", "En beskyttet tabel på mørk skærm"}, [2]string{
			"What too few companies are behind is hidden, with what it could be worked out from (package disclosure), and the chart says so. The dark theme is for screens; any chart takes it.",
			"Det, som for få virksomheder står bag, er skjult, sammen med det, det kunne regnes ud fra (pakken disclosure), og figuren siger det. Det mørke tema er til skærme; alle figurer kan tegnes i det."}, false},
		{"shift-share", shiftShare, [2]string{"Shift-share analysis", "Shift-share-analyse"}, [2]string{
			"What a region has gained or lost, taken apart: what the whole economy's growth would have given, what the growth of the sector there adds, and what is the region's own. Parts that add lie right of zero, parts that take lie left; the mark is the change itself.",
			"Det, en region har vundet eller tabt, delt op: det, hele økonomiens vækst ville have givet, det, branchens vækst på landsplan lægger til, og det, der er regionens eget. Bidrag op ligger til højre for nul, bidrag ned til venstre; mærket er selve ændringen."}, true},
		{"job-flows", jobFlows, [2]string{"Jobs created and destroyed", "Job, der skabes og nedlægges"}, [2]string{
			"For each year the jobs created in companies that were born or grew, as a bar up, those destroyed as a bar down, and the net change as a line.",
			"For hvert år de job, der er skabt i nye og voksende virksomheder, som en søjle op, de nedlagte som en søjle ned og nettoændringen som en linje."}, false},
		{"size-classes", sizeClasses, [2]string{"Companies and jobs by size", "Virksomheder og job efter størrelse"}, [2]string{
			"Two times parts of a whole in the same scale: all companies and all jobs.",
			"To gange dele af en helhed i samme skala: alle virksomheder og alle job."}, false},
		{"band", band, [2]string{"Scenario band", "Scenariebånd"}, [2]string{
			"What has been, what growth between a low and a high rate leads to, and a target. The title says by when the target is reached.",
			"Det, der har været, det, en vækst mellem en lav og en høj sats fører til, og et mål. Titlen siger, hvornår målet nås."}, false},
		{"fan", fan, [2]string{"Fan of a simulation", "Vifte fra en simulering"}, [2]string{
			"The middle half and the middle nine in ten of the simulated paths, their median, and the probability of the target.",
			"Den midterste halvdel og de midterste ni ud af ti af de simulerede forløb, deres median og sandsynligheden for målet."}, true},
		{"fans", fans, [2]string{"A panel a sector", "Et panel pr. branche"}, [2]string{
			"The same for each sector, on the same axes; behind it the others in grey.",
			"Det samme for hver branche på de samme akser; bagved ligger de andre i gråt."}, false},
		{"waterfall", waterfall, [2]string{"From the base year to the target year", "Fra basisår til målår"}, [2]string{
			"What each sector adds to the jobs of the base year. The steps lead from the first bar to the last exactly.",
			"Det, hver branche lægger til basisårets job. Trinene fører præcist fra den første søjle til den sidste."}, false},
		{"tornado", tornado, [2]string{"What the answer hangs on", "Det, svaret afhænger af"}, [2]string{
			"One assumption at a time is varied, and all others stay; the widest bar is above.",
			"Én forudsætning ad gangen varieres, mens alle andre holdes fast; den bredeste søjle står øverst."}, false},
		{"grid", grid, [2]string{"Two assumptions together", "To forudsætninger sammen"}, [2]string{
			"The jobs of the target year for every combination; those that reach the target are blue.",
			"Målårets job for hver kombination; de, der når målet, er blå."}, false},
	}
}
