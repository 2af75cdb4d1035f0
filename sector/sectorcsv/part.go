package sectorcsv

// part is what a worker made of a chunk, as if the file began there.
type part struct {
	report   Report // rows, rejected and totals
	mendings map[int]*Mended
	tally    tally
	cells    *groups
	loader   *loader // nil where companies are only added up

	first, last  seenCompany
	currency     string
	currencyLine int
	unnamed      bool
	line         int // of the last record

	err error // the reading lane is to word it
	odd bool  // quotation marks are not as RFC 4180 says
}

// reset makes room for the next chunk.
func (p *part) reset() {
	if p.cells == nil {
		p.cells = newGroups()
	}
	p.cells.reset()
	if p.loader != nil {
		p.loader.reset()
	}
	*p = part{cells: p.cells, loader: p.loader, tally: p.tally, mendings: map[int]*Mended{}}
}

// addTo adds a part to what was read above it.
func (p *part) addTo(k *collector) {
	d, r := k.d, k.d.report
	r.Rows += p.report.Rows
	r.Rejected = append(r.Rejected, p.report.Rejected...)
	r.Totals = append(r.Totals, p.report.Totals...)
	r.Notes = append(r.Notes, p.report.Notes...)
	k.tally.add(&p.tally)
	k.cells.merge(p.cells)
	if p.loader != nil {
		k.join(&p.loader.rows)
	}
	for at, m := range p.mendings { // each stands alone
		if before, ok := d.mendings[at]; ok {
			before.Count += m.Count
		} else {
			d.mendings[at] = m
		}
	}
	if p.last.line > 0 {
		k.last = p.last
		if k.first.line == 0 {
			k.first = p.first
		}
	}
	if k.currency == "" {
		k.currency, k.currencyLine = p.currency, p.currencyLine
	}
	if p.line > 0 {
		d.line = p.line
	}
}

func (t *tally) add(u *tally) {
	t.kept += u.kept
	t.unchecked += u.unchecked
	t.below1 += u.below1
	for i := range t.missing {
		t.missing[i] += u.missing[i]
		t.suppressed[i] += u.suppressed[i]
	}
}
