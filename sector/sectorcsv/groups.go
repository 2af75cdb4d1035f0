package sectorcsv

import (
	"strings"

	"smartcity/growth"
	"smartcity/sector"
)

// groups adds up companies by sector, region and year: the finest groups of any
// table and of any check that the fast lane makes.
type groups struct {
	list  []cell
	index cellIndex
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
	slot := s.index.find(sector.id, region.id, year)
	if *slot == 0 {
		*slot = s.grow(sector.text, region.text, year)
	}
	return &s.list[*slot-1]
}

// grow makes a cell, and returns its place counted from 1.
func (s *groups) grow(sector, region string, year int) int32 {
	if len(s.list) < cap(s.list) {
		s.list = s.list[:len(s.list)+1]
		c := &s.list[len(s.list)-1]
		*c = cell{sector: sector, region: region, year: year, more: c.more[:0]}
	} else {
		s.list = append(s.list, cell{sector: sector, region: region, year: year})
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
		c.largest, c.line = *row, line
	}
}

// merge adds the companies of a cell further down in the file.
func (c *cell) merge(d *cell) {
	c.class(d.usual.known).merge(&d.usual)
	for i := range d.more {
		c.class(d.more[i].known).merge(&d.more[i])
	}
	if c.line == 0 || larger(&d.largest, &c.largest) {
		c.largest, c.line = d.largest, d.line
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

// cellIndex finds the place of a cell, counted from 1, by the numbers of its
// sector and region and by its year. A table with open addressing: a map costs
// as much as the rest of a row.
type cellIndex struct {
	slots []indexSlot // a power of two of them
	used  int
}

type indexSlot struct {
	names uint64
	year  int32
	place int32 // 0 where the slot is free
}

func (x *cellIndex) reset() {
	clear(x.slots)
	x.used = 0
}

// find returns where the place of a cell stands, or is to be put.
func (x *cellIndex) find(sector, region uint32, year int) *int32 {
	names := uint64(sector)<<32 | uint64(region)
	if len(x.slots) > 0 {
		if s := x.probe(names, int32(year)); s.place != 0 {
			return &s.place
		}
	}
	if 2*x.used >= len(x.slots) {
		old := x.slots
		x.slots = make([]indexSlot, max(64, 2*len(old)))
		for _, s := range old {
			if s.place != 0 {
				*x.probe(s.names, s.year) = s
			}
		}
	}
	x.used++
	s := x.probe(names, int32(year))
	s.names, s.year = names, int32(year)
	return &s.place
}

func (x *cellIndex) probe(names uint64, year int32) *indexSlot {
	mask := uint64(len(x.slots) - 1)
	h := (names ^ uint64(year)<<20) * 0x9e3779b97f4a7c15
	for i := h >> 32; ; i++ {
		s := &x.slots[i&mask]
		if s.place == 0 || s.names == names && s.year == year {
			return s
		}
	}
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
	for i := range t.list {
		c := &t.list[i]
		s.at(s.name(c.sector), s.name(c.region), c.year).merge(c)
	}
}

// into adds the cells to a table, and to the sums by which a collector looks
// for rows that are sums of others.
func (s *groups) into(b *sector.Builder, k *collector) error {
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
		k.addCell(sumKey{year: c.year, by: 'y'}, c)
		if c.sector != "" {
			k.addCell(sumKey{sector: c.sector, year: c.year, by: 's'}, c)
		}
		if c.region != "" {
			k.addCell(sumKey{region: c.region, year: c.year, by: 'r'}, c)
		}
	}
	return nil
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
