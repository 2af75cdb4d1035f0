package chapter

import (
	"math"
	"slices"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/sector/structure"
)

// inequality says how unequal companies are: the Lorenz curve and the Gini
// coefficient of their size, and Theil's indices within and between sectors.
func (c *Chapter) inequality() ([]notebook.Block, error) {
	heading := notebook.Heading{Text: c.say("Inequality between companies", "Ulighed mellem virksomheder")}
	jobs, _ := c.figures(c.jobsOf)
	gini, err := structure.Gini(jobs, nil)
	if err != nil {
		return c.cannot(heading, err)
	}
	curve, err := structure.Lorenz(jobs, nil)
	if err != nil {
		return nil, err
	}
	var text []string
	half, tenth, hundredth := c.percent(lorenzAt(curve, .5)), c.percent(1-lorenzAt(curve, .9)), c.percent(1-lorenzAt(curve, .99))
	switch { // three companies or more stand behind each part
	case curve.N >= 300:
		text = append(text, c.say("The smaller half of the companies have %s of the %s, the largest tenth **%s** and the largest hundredth %s.", "Den mindste halvdel af virksomhederne har %s af alle %s, den største tiendedel **%s** og den største hundrededel %s.", half, c.unit(), tenth, hundredth))
	case curve.N >= 30:
		text = append(text, c.say("The smaller half of the companies have %s of the %s, the largest tenth **%s**.", "Den mindste halvdel af virksomhederne har %s af alle %s, den største tiendedel **%s**.", half, c.unit(), tenth))
	}
	text = append(text,
		c.say("The Gini coefficient, twice the area between the Lorenz curve and the line of equality, is **%s**, and %s normalised by n/(n − 1).", "Gini-koefficienten, det dobbelte af arealet mellem Lorenz-kurven og lighedslinjen, er **%s** og %s normeret med n/(n − 1).",
			c.number(gini.Gini, 3), c.number(gini.Normalised, 3)))
	if c.from < c.year {
		before := *c
		before.year = c.from
		jobs, _ := before.figures(c.jobsOf)
		if g, err := structure.Gini(jobs, nil); err == nil {
			text = append(text, c.say("In %d it was %s.", "I %d var den %s.", c.from, c.number(g.Gini, 3)))
		}
	}
	blocks := []notebook.Block{heading, notebook.Prose(strings.Join(text, " ")), c.lorenz(curve)}
	theil, err := c.theil()
	return append(blocks, theil...), err
}

// lorenzAt reads the Lorenz curve at a part of the items, between its points
// along the line that joins them.
func lorenzAt(curve structure.LorenzCurve, part float64) float64 {
	i, _ := slices.BinarySearchFunc(curve.Points, part, func(p structure.LorenzPoint, part float64) int {
		if p.Items < part {
			return -1
		}
		return 1
	})
	if i == 0 {
		return curve.Points[0].Total
	}
	a, b := curve.Points[i-1], curve.Points[i]
	return a.Total + (b.Total-a.Total)*(part-a.Items)/(b.Items-a.Items)
}

// lorenz shows points of the Lorenz curves. Those of single companies are not
// in the file: their distances would tell the size of each.
func (c *Chapter) lorenz(jobs structure.LorenzCurve) notebook.Table {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "year", Unit: "year"}, {Name: "part", Unit: "fraction"}, {Name: "job_share", Unit: "fraction"}, {Name: "revenue_share", Unit: "fraction"}}}
	revenue, _ := c.figures(revenueOf)
	sales, err := structure.Lorenz(revenue, nil)
	for _, part := range []float64{.1, .25, .5, .75, .9, .95, .99} {
		if min(part, 1-part)*float64(jobs.N) < 3 {
			continue // so few companies are single ones
		}
		share := math.NaN()
		if err == nil {
			share = lorenzAt(sales, part)
		}
		v.Rows = append(v.Rows, []growth.Entry{growth.NumberOf(float64(c.year)), growth.NumberOf(part), growth.NumberOf(lorenzAt(jobs, part)), growth.NumberOf(share)})
	}
	t := c.show(v, "lorenz", c.say("Points of the Lorenz curves: what the smallest companies have together, %d", "Punkter på Lorenz-kurverne: hvad de mindste virksomheder har tilsammen, %d", c.year), "part", "job_share", "revenue_share")
	t.Columns[0].Decimals = 0
	t.Note = c.say("Each column ranks the companies whose figure is known by that figure; zeros count.", "Hver kolonne rangordner de virksomheder, hvis tal kendes, efter det tal; nuller tæller med.")
	if err != nil { // nothing is known, or some are negative
		t.Note += " " + c.say("Revenue: %s", "Omsætning: %s", c.reason(err))
	}
	return t
}

// theil divides the inequality of companies in size, and that of jobs in revenue
// per job, into inequality within sectors and between them.
func (c *Chapter) theil() ([]notebook.Block, error) {
	var sizes, perJob, weights []float64
	var groups []string
	for i := range c.companies {
		f := &c.companies[i]
		if f.Year != c.year {
			continue
		}
		jobs, ratio := c.jobsOf(f).Float64(), math.NaN()
		if jobs > 0 { // nobody's revenue per job is not a figure
			ratio = f.Revenue.Float64() / jobs
		}
		sizes, perJob, weights, groups = append(sizes, jobs), append(perJob, ratio), append(weights, jobs), append(groups, f.Sector)
	}
	size, err := structure.TheilGroups(sizes, nil, groups)
	if err != nil {
		return nil, err
	}
	c.warn(only[structure.ZeroFigures](size.Warnings)...)
	blocks := []notebook.Block{notebook.Heading{Level: 3, Text: c.say("Within and between sectors", "Inden for og mellem brancher")}}
	text := []string{c.say(
		"Theil’s T of size is %s. Of that **%s** lies between the mean sizes of sectors, the rest within them.", "Theils T for størrelse er %s. Heraf ligger **%s** mellem branchernes gennemsnitsstørrelser, resten inden for dem.",
		c.number(size.T, 3), c.percent(size.BetweenT/size.T))}
	rows := []theilRow{{"size", size}}
	ofRevenue, err := structure.TheilGroups(perJob, weights, groups)
	if err != nil { // nothing is known, or some is negative
		text = append(text, capital(c.perJob())+": "+c.reason(err))
	} else {
		rows = append(rows, theilRow{"revenue_per_job", ofRevenue})
		c.warn(only[structure.ZeroFigures](ofRevenue.Warnings)...)
		text = append(text, c.say("Of %s, each company weighted by its %s, T is %s, and **%s** of it lies between sectors.", "For %s, hvor hver virksomhed vejer med sine %s, er T %s, og **%s** heraf ligger mellem brancher.",
			c.perJob(), c.unit(), c.number(ofRevenue.T, 3), c.percent(ofRevenue.BetweenT/ofRevenue.T)))
	}
	return append(blocks, notebook.Prose(strings.Join(text, " ")), c.theilTotals(rows), c.theilSectors(rows)), nil
}

// theilRow is a decomposition and what it is of, "size" or "revenue_per_job".
type theilRow struct {
	of string
	structure.TheilDecomposition
}

func (c *Chapter) theilTotals(rows []theilRow) notebook.Table {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "of"}, {Name: "index"}, {Name: "year", Unit: "year"}, {Name: "total"}, {Name: "within"}, {Name: "between"}, {Name: "between_share", Unit: "fraction"}}}
	add := func(of, index string, total, within, between float64) {
		v.Rows = append(v.Rows, []growth.Entry{growth.TextOf(of), growth.TextOf(index), growth.NumberOf(float64(c.year)), growth.NumberOf(total), growth.NumberOf(within), growth.NumberOf(between), growth.NumberOf(between / total)})
	}
	for _, r := range rows {
		add(r.of, "T", r.T, r.WithinT, r.BetweenT)
		add(r.of, "L", r.L, r.WithinL, r.BetweenL)
	}
	t := c.show(v, "theil", c.say("Theil’s indices and their parts, %d", "Theils indeks og deres dele, %d", c.year), "of", "index", "total", "within", "between", "between_share")
	undefined(t)
	t.Note = c.say("T weighs differences among large figures more, L those among small ones. L is not defined where a figure is zero.", "T lægger vægt på forskelle mellem store tal, L på forskelle mellem små. L er ikke defineret, hvor et tal er nul.")
	return t
}

func (c *Chapter) theilSectors(rows []theilRow) notebook.Table {
	columns := [][]string{{"size_t", "size_within_t", "size_between_t"}, {"per_job_t", "per_job_within_t", "per_job_between_t"}}
	v := growth.View{Columns: []growth.ViewColumn{{Name: "level"}, {Name: "sector"}, {Name: "year", Unit: "year"}}}
	names := []string{"sector"}
	for k := range rows {
		for _, name := range columns[k] {
			v.Columns = append(v.Columns, growth.ViewColumn{Name: name})
			names = append(names, name)
		}
	}
	// Every decomposition has the same groups, in the same order: by name, ascending.
	for i, g := range rows[0].Groups {
		row := []growth.Entry{growth.TextOf("sector"), growth.TextOf(g.Name), growth.NumberOf(float64(c.year))}
		for _, r := range rows {
			g := r.Groups[i]
			row = append(row, growth.NumberOf(g.T), growth.NumberOf(g.WithinT), growth.NumberOf(g.BetweenT))
		}
		v.Rows = append(v.Rows, row)
	}
	total := []growth.Entry{growth.TextOf("total"), growth.TextOf(""), growth.NumberOf(float64(c.year))}
	for _, r := range rows {
		total = append(total, growth.NumberOf(r.T), growth.NumberOf(r.WithinT), growth.NumberOf(r.BetweenT))
	}
	v.Rows = append(v.Rows, total)
	t := c.show(v, "theil-by-sector", c.say("Theil’s T by sector, and what each adds to the parts, %d", "Theils T efter branche, og hvad hver lægger til delene, %d", c.year), names...)
	undefined(t)
	t.Note = c.say("A sector adds to the part between sectors what is above the mean of all, and takes from it what is below.", "En branche lægger til delen mellem brancher, hvis dens gennemsnit er over det samlede, og trækker fra, hvis det er under.")
	return t
}

// undefined puts a dash where an index is not defined, which is not the same as
// not stated.
func undefined(t notebook.Table) {
	for _, row := range t.Rows {
		for i, cell := range row {
			if cell == (notebook.Cell{}) {
				row[i] = notebook.Str("–")
			}
		}
	}
}

// only keeps the warnings of one kind: the others are of what the tables of
// figures that are not known say.
func only[T error](warnings []error) []error {
	var out []error
	for _, w := range warnings {
		if _, ok := w.(T); ok {
			out = append(out, w)
		}
	}
	return out
}
