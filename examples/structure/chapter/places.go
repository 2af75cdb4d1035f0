package chapter

import (
	"slices"
	"strconv"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/growthplot"
	"smartcity/sector"
	"smartcity/sector/disclosure"
	"smartcity/sector/sectorplot"
)

// places shows the jobs of each sector in each region.
func (c *Chapter) places() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("Where the sectors are", "Hvor brancherne ligger")}
	if !c.byRegion {
		return []notebook.Block{heading, notebook.Prose(c.say("The file has no regions, so that it is not known where the sectors are.", "Filen har ingen regioner, så det vides ikke, hvor brancherne ligger."))}, nil
	}
	regions, all := c.regions()
	if len(regions) < 2 {
		return []notebook.Block{heading, notebook.Prose(c.say("In %d the file names fewer than two regions: there is nothing to compare.", "I %d nævner filen færre end to regioner: der er intet at sammenligne.", c.year))}, nil
	}
	c.warn(c.smallCells()...)
	chart, err := sectorplot.NewHeatMapPage(c.table, sector.Jobs, c.year, c.text(), growthplot.Style{Lang: c.Lang})
	if err != nil {
		return nil, err
	}
	text := c.say("A company counts in the region that the file has for it.", "En virksomhed tæller med i den region, som filen angiver for den.")
	if r, ok := most(regions, func(r region) float64 { return r.jobs }); ok && all > 0 {
		of := c.unit()
		if slices.ContainsFunc(c.table.In(c.year), func(r sector.Row) bool { return r.Key[1] == "" }) {
			of = c.say("%s whose region is stated", "%s, hvis region er oplyst", of)
		}
		text = c.say("**%s** has the most %s: %s of %s (%s).", "**%s** har flest %s: %s af %s (%s).",
			c.name(r.name), of, c.number(r.jobs, c.decimals()), c.number(all, c.decimals()), c.percent(r.jobs/all)) + " " + text
	}
	return []notebook.Block{heading, notebook.Prose(text), notebook.Chart{Name: "sectors-by-region", Picture: chart, Data: c.regionMatrix()}}, nil
}

// region is one that is named, and its jobs as far as they are known.
type region struct {
	name string
	jobs float64
}

// regions are those of the year in the order of the table, and their jobs in all.
func (c *Chapter) regions() (regions []region, all float64) {
	at := map[string]int{}
	var sums []growth.Sum
	var total growth.Sum
	for _, r := range c.table.In(c.year) {
		name := r.Key[1]
		if name == "" {
			continue
		}
		i, ok := at[name]
		if !ok {
			i = len(regions)
			at[name] = i
			regions, sums = append(regions, region{name: name}), append(sums, growth.Sum{})
		}
		if r.Jobs.Sum.Known() {
			sums[i].Add(r.Jobs.Sum.Float64())
			total.Add(r.Jobs.Sum.Float64())
		}
	}
	for i := range regions {
		regions[i].jobs = sums[i].Float64()
	}
	return regions, total.Float64()
}

// smallCells warns of jobs by sector and region that are those of one or two
// companies.
func (c *Chapter) smallCells() []error {
	shown := sector.Table{}
	for _, r := range c.table.In(c.year) {
		r.Revenue, r.RevenuePerJob = sector.Cell{}, sector.Figure{} // are not shown
		shown.Rows = append(shown.Rows, r)
	}
	return disclosure.Check(&shown)
}

// regionMatrix sets sectors against regions; its file has a row for each cell.
func (c *Chapter) regionMatrix() *notebook.Table {
	caption := c.say("%s by sector and region, %d", "%s efter branche og region, %d", capital(c.unit()), c.year)
	jobs := notebook.Column{Name: c.Measure.String(), Header: capital(c.unit()), Decimals: c.decimals()}
	data := &notebook.Table{
		Name: "sectors-by-region", Sheet: c.say("Sectors by region", "Brancher efter region"), Caption: caption,
		Columns: []notebook.Column{{Name: "sector", Header: c.header("sector")}, {Name: "region", Header: c.header("region")}, {Name: "year", Header: c.header("year"), Year: true}, {Name: "firms", Header: c.header("firms")}, jobs},
	}
	t := &notebook.Table{Data: data, Caption: caption, Columns: []notebook.Column{{Header: c.header("sector")}}}
	across, down := map[string]int{}, map[string]int{}
	rows := c.table.In(c.year)
	for _, r := range rows {
		if _, ok := across[r.Key[1]]; !ok {
			across[r.Key[1]] = len(t.Columns)
			t.Columns = append(t.Columns, notebook.Column{Header: c.Lang.GroupName(r.Key[1]), Decimals: jobs.Decimals})
		}
	}
	t.Columns = append(t.Columns, notebook.Column{Header: c.say("All regions", "Alle regioner"), Decimals: jobs.Decimals})
	for _, r := range rows {
		i, ok := down[r.Key[0]]
		if !ok {
			i = len(t.Rows)
			down[r.Key[0]] = i
			line := make([]notebook.Cell, len(t.Columns))
			for k := range line {
				line[k] = notebook.Str("–") // no company there
			}
			whole, _ := c.sectors.Row(r.Key[0], strconv.Itoa(c.year))
			line[0], line[len(line)-1] = notebook.Str(c.Lang.GroupName(r.Key[0])), figureCell(whole.Jobs)
			t.Rows = append(t.Rows, line)
		}
		t.Rows[i][across[r.Key[1]]] = figureCell(r.Jobs)
		data.Rows = append(data.Rows, []notebook.Cell{notebook.Str(r.Key[0]), notebook.Str(r.Key[1]), notebook.Num(float64(r.Year)), notebook.Num(r.Firms.Sum.Float64()), figureCell(r.Jobs)})
	}
	t.Note = c.say("–: no company. Sums are of what is known.", "–: ingen virksomhed. Summer er af det, der kendes.")
	return t
}

// figureCell is a sum as a table takes it: suppressed where nothing is known and
// somebody may not tell.
func figureCell(c sector.Cell) notebook.Cell {
	if c.Sum.Status() == sector.Suppressed || !c.Sum.Known() && c.Suppressed > 0 {
		return notebook.Suppressed()
	}
	return notebook.Num(c.Sum.Float64())
}
