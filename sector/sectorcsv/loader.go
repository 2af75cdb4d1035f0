package sectorcsv

import "smartcity/sector"

// loader keeps the companies of a chunk column by column. Their texts stand one
// after the other in one string, so that a row costs no memory of its own but
// its columns.
type loader struct {
	rows  sector.Companies
	lines []int32 // physical ones

	texts []loaderText
	arena []byte

	sector, region string // of the row at hand
	hasSector      bool
	hasRegion      bool
	hasFounded     bool
	figures        [4]*[]sector.Figure // in the order of figuresOf, nil where there is no column
	hasShare       bool
}

// loaderText is a column of texts by which companies are not grouped.
type loaderText struct {
	at    int // column of the file
	to    *[]string
	spans []span
	now   span // of the row at hand
}

// span is a part of the arena.
type span struct{ from, to uint32 }

func newLoader(d *decoder) *loader {
	l := &loader{rows: *columnsOf(d)}
	for _, field := range []string{"id", "name", "industry_code", "municipality"} {
		if at := d.plan.at(field); at >= 0 {
			l.texts = append(l.texts, loaderText{at: at, to: textColumnOf(&l.rows, field)})
		}
	}
	for i, field := range figureNames() {
		if d.plan.has(field) {
			l.figures[i] = figureColumnOf(&l.rows, field)
		}
	}
	l.hasSector, l.hasRegion, l.hasFounded, l.hasShare = d.plan.has("sector"), d.plan.has("region"), d.plan.has("founded"), d.plan.has("share")
	return l
}

// reset forgets all rows, and keeps the room.
func (l *loader) reset() {
	r := &l.rows
	for _, column := range []*[]string{&r.ID, &r.Name, &r.Sector, &r.IndustryCode, &r.Region, &r.Municipality} {
		*column = (*column)[:0]
	}
	r.Year, r.Founded = r.Year[:0], r.Founded[:0]
	for _, column := range []*[]sector.Figure{&r.FTE, &r.Employees, &r.Revenue, &r.Firms, &r.Share} {
		*column = (*column)[:0]
	}
	for i := range l.texts {
		l.texts[i].spans = l.texts[i].spans[:0]
	}
	l.lines, l.arena = l.lines[:0], l.arena[:0]
}

func (l *loader) put(text []byte) span {
	from := len(l.arena)
	l.arena = append(l.arena, text...)
	return span{uint32(from), uint32(len(l.arena))}
}

// row adds the row that a worker took apart. Changed tells that its texts are
// not those of the row before.
func (l *loader) row(w *worker, line int, changed bool) {
	if changed {
		for i := range l.texts {
			t := &l.texts[i]
			t.now = l.put(w.tidy(w.texts[t.at]))
		}
		l.sector, l.region = w.sector.name.text, w.region.name.text
	}
	l.add(line, w.year, w.founded, w.share, &w.figures)
}

// company adds a row that the reading lane read.
func (l *loader) company(c *sector.Company, line int) {
	for i, text := range [...]string{c.ID, c.Name, c.IndustryCode, c.Municipality} {
		to := [...]*[]string{&l.rows.ID, &l.rows.Name, &l.rows.IndustryCode, &l.rows.Municipality}[i]
		for k := range l.texts {
			if l.texts[k].to == to {
				l.texts[k].now = l.put([]byte(text))
			}
		}
	}
	l.sector, l.region = c.Sector, c.Region
	row := figuresOf(c)
	l.add(line, c.Year, c.Founded, c.Share, &row)
}

func (l *loader) add(line, year, founded int, share sector.Figure, figures *[4]sector.Figure) {
	r := &l.rows
	for i := range l.texts {
		l.texts[i].spans = append(l.texts[i].spans, l.texts[i].now)
	}
	if l.hasSector {
		r.Sector = append(r.Sector, l.sector)
	}
	if l.hasRegion {
		r.Region = append(r.Region, l.region)
	}
	r.Year = append(r.Year, year)
	if l.hasFounded {
		r.Founded = append(r.Founded, founded)
	}
	for i, column := range l.figures {
		if column != nil {
			*column = append(*column, figures[i])
		}
	}
	if l.hasShare {
		r.Share = append(r.Share, share)
	}
	l.lines = append(l.lines, int32(line))
}

// finish makes texts of the spans.
func (l *loader) finish() {
	arena := string(l.arena)
	for i := range l.texts {
		t := &l.texts[i]
		for _, s := range t.spans {
			*t.to = append(*t.to, arena[s.from:s.to])
		}
	}
}

// keep keeps a company that was added up.
func (k *collector) keep(c *sector.Company, line int) {
	switch {
	case k.loader != nil:
		k.loader.company(c, line)
	case k.columns != nil:
		add(k.columns, c)
	case k.list:
		k.companies = append(k.companies, *c)
	}
}

// join keeps the companies of a chunk.
func (k *collector) join(rows *sector.Companies) {
	if k.columns != nil {
		join(k.columns, rows, k.expected)
		return
	}
	if k.companies == nil {
		k.companies = make([]sector.Company, 0, max(k.expected, rows.Len()))
	}
	for i := range rows.Len() {
		k.companies = append(k.companies, rows.Company(i))
	}
}

// unseen notes the company-years of a chunk. It returns false, and notes none,
// if one of them was there before.
func (k *collector) unseen(l *loader) bool {
	before := len(k.seen.rows)
	if before == 0 {
		k.seen.rows = make([]seenRow, 0, max(k.expected, len(l.lines)))
	}
	for i, id := range l.rows.ID {
		if id == "" {
			continue
		}
		key := companyYear{id: id, year: l.rows.Year[i]}
		if _, twice := k.seen.find(key); twice {
			k.seen.forget(before)
			return false
		}
		k.seen.put(key, place{line: int(l.lines[i])})
	}
	return true
}
