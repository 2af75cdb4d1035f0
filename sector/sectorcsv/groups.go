package sectorcsv

import (
	"math"
	"slices"
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// groups adds up companies by sector, region and year: the finest groups of any
// table and of any check that the fast lane makes.
type groups struct {
	list  []cell
	index pairIndex
	names map[string]*name
}

// cell is the companies of a sector, region and year.
type cell struct {
	sector, region string
	year           int

	usual class   // the class of the first company
	more  []class // the others

	largest [4]sector.Figure // figures of the largest row
	line    int              // where it stands
	top     float64          // a row of which the first figure is less is not larger
}

// class is the companies of a cell of which the same figures are known. Most
// companies of a file are in one class, so that each of their figures is added
// once.
type class struct {
	known statuses
	n     int
	sums  [4]growth.Sum // in the order of figuresOf
}

// statuses are those of four figures, two bits each.
type statuses uint8

func (s statuses) of(i int) sector.Status { return sector.Status(s >> (2 * i) & 3) }

func newGroups() *groups { return &groups{names: map[string]*name{}} }

// reset forgets all companies, and keeps the room.
func (s *groups) reset() {
	s.list = s.list[:0]
	s.index.reset()
}

// at finds or makes a cell.
func (s *groups) at(sector, region *name, year int) *cell {
	return s.in(s.index.find(sector, region), year)
}

// in finds or makes the cell of a year.
func (s *groups) in(p *pair, year int) *cell {
	if i := uint(year - p.first); i < uint(len(p.places)) && p.places[i] != 0 {
		return &s.list[p.places[i]-1]
	}
	place := p.place(year)
	*place = s.grow(p.sector.text, p.region.text, year)
	return &s.list[*place-1]
}

// grow makes a cell, and returns its place counted from 1.
func (s *groups) grow(sector, region string, year int) int32 {
	if len(s.list) < cap(s.list) {
		s.list = s.list[:len(s.list)+1]
		c := &s.list[len(s.list)-1]
		*c = cell{sector: sector, region: region, year: year, more: c.more[:0], top: math.Inf(-1)}
	} else {
		s.list = append(s.list, cell{sector: sector, region: region, year: year, top: math.Inf(-1)})
	}
	return int32(len(s.list))
}

// class finds or makes a class.
func (c *cell) class(known statuses) *class {
	if c.usual.known == known && c.usual.n > 0 {
		return &c.usual
	}
	return c.rare(known)
}

func (c *cell) rare(known statuses) *class {
	if c.usual.n == 0 {
		c.usual.known = known
		return &c.usual
	}
	for i := range c.more {
		if c.more[i].known == known {
			return &c.more[i]
		}
	}
	c.more = append(c.more, class{known: known})
	return &c.more[len(c.more)-1]
}

// add adds a company that stands in a line.
func (c *cell) add(row *[4]sector.Figure, line int) {
	var known statuses
	for i, x := range row {
		known |= statuses(x.Status()) << (2 * i)
	}
	to := c.class(known)
	to.n++
	for i, x := range row {
		if x.Known() {
			to.sums[i].Add(x.Float64())
		}
	}
	if c.line == 0 || larger(row, &c.largest) {
		c.setLargest(row, line)
	}
}

func (c *cell) setLargest(row *[4]sector.Figure, line int) {
	c.largest, c.line = *row, line
	if c.top = math.Inf(-1); row[0].Known() {
		c.top = row[0].Float64()
	}
}

// merge adds the companies of a cell further down in the file.
func (c *cell) merge(d *cell) {
	c.class(d.usual.known).merge(&d.usual)
	for i := range d.more {
		c.class(d.more[i].known).merge(&d.more[i])
	}
	if c.line == 0 || larger(&d.largest, &c.largest) {
		c.setLargest(&d.largest, d.line)
	}
}

func (c *class) merge(d *class) {
	c.n += d.n
	for i := range c.sums {
		if c.known.of(i) == sector.Known {
			c.sums[i].Merge(d.sums[i])
		}
	}
}

// pairIndex finds what is known of a sector in a region by their numbers. A
// table with open addressing: a map costs as much as the rest of a row.
type pairIndex struct {
	slots []int32 // a power of two of them: the number of a pair, counted from 1
	pairs []pair
}

// pair is a sector in a region, and where the cells of its years stand.
type pair struct {
	sector, region *name
	first          int     // year
	places         []int32 // of the years from the first on, counted from 1; 0 where there is none
}

func (x *pairIndex) reset() {
	clear(x.slots)
	x.pairs = x.pairs[:0]
}

// find finds or makes a pair. It stands there until the next one is made.
func (x *pairIndex) find(sector, region *name) *pair {
	if 4*len(x.pairs) >= len(x.slots) {
		x.slots = make([]int32, max(256, 2*len(x.slots)))
		for i, p := range x.pairs {
			*x.probe(p.sector, p.region) = int32(i + 1)
		}
	}
	slot := x.probe(sector, region)
	if *slot == 0 {
		if n := len(x.pairs); n < cap(x.pairs) {
			x.pairs = x.pairs[:n+1]
			x.pairs[n] = pair{sector: sector, region: region, places: x.pairs[n].places[:0]}
		} else {
			x.pairs = append(x.pairs, pair{sector: sector, region: region})
		}
		*slot = int32(len(x.pairs))
	}
	return &x.pairs[*slot-1]
}

func (x *pairIndex) probe(sector, region *name) *int32 {
	mask := uint64(len(x.slots) - 1)
	h := (uint64(sector.id)<<32 | uint64(region.id)) * 0x9e3779b97f4a7c15
	for i := h >> 32; ; i++ {
		s := &x.slots[i&mask]
		if *s == 0 || x.pairs[*s-1].sector == sector && x.pairs[*s-1].region == region {
			return s
		}
	}
}

// place returns where the place of a year's cell is to be put.
func (p *pair) place(year int) *int32 {
	if len(p.places) == 0 {
		p.first = year
	}
	for year < p.first {
		p.places = slices.Insert(p.places, 0, 0)
		p.first--
	}
	for year >= p.first+len(p.places) {
		p.places = append(p.places, 0)
	}
	return &p.places[year-p.first]
}

// name is a sector or region.
type name struct {
	id   uint32
	text string
}

// add adds a company that stands in a line.
func (s *groups) add(c *sector.Company, line int) {
	row := figuresOf(c)
	s.at(s.name(c.Sector), s.name(c.Region), c.Year).add(&row, line)
}

// name numbers a sector or region. Texts of their own are kept, so that no cell
// keeps the row it was read from.
func (s *groups) name(text string) *name {
	n, ok := s.names[text]
	if !ok {
		text = strings.Clone(text)
		n = &name{uint32(len(s.names)), text}
		s.names[text] = n
	}
	return n
}

// merge adds the companies of cells further down in the file.
func (s *groups) merge(t *groups) {
	for i := range t.index.pairs {
		from := &t.index.pairs[i]
		to := s.index.find(s.name(from.sector.text), s.name(from.region.text))
		for k, place := range from.places {
			if place != 0 {
				s.in(to, from.first+k).merge(&t.list[place-1])
			}
		}
	}
}

// into adds the cells to a table.
func (s *groups) into(b *sector.Builder) error {
	for i := range s.list {
		c := &s.list[i]
		if err := c.usual.into(b, c); err != nil {
			return err
		}
		for i := range c.more {
			if err := c.more[i].into(b, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// sums adds the cells to the sums by which a collector looks for rows that are
// sums of others.
func (s *groups) sums(k *collector) {
	for i := range s.list {
		c := &s.list[i]
		k.addCell(sumKey{year: c.year, by: 'y'}, c)
		if c.sector != "" {
			k.addCell(sumKey{sector: c.sector, year: c.year, by: 's'}, c)
		}
		if c.region != "" {
			k.addCell(sumKey{region: c.region, year: c.year, by: 'r'}, c)
		}
	}
}

func (c *class) into(b *sector.Builder, of *cell) error {
	rows := sector.Rows{Sector: of.sector, Region: of.region, Year: of.year, N: c.n}
	for i, to := range []*sector.Part{&rows.FTE, &rows.Employees, &rows.Revenue, &rows.Firms} {
		*to = sector.Part{Status: c.known.of(i), Sum: c.sums[i]}
	}
	return b.AddRows(&rows)
}

func (k *collector) addCell(key sumKey, c *cell) {
	s, ok := k.sums[key]
	if !ok {
		s = &sum{}
		k.sums[key] = s
	}
	for _, class := range append(c.more, c.usual) {
		s.rows += class.n
		for i := range s.total {
			s.total[i].Merge(class.sums[i])
		}
	}
	if s.line == 0 || larger(&c.largest, &s.largest) || !larger(&s.largest, &c.largest) && c.line < s.line {
		s.largest, s.line = c.largest, c.line
	}
}
