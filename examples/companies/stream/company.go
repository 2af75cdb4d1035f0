package stream

import (
	"math/bits"
	"math/rand/v2"
	"strconv"
)

const (
	firstYear = 2014
	lastYear  = 2018
	years     = lastYear - firstYear + 1
)

// status tells whether a figure is printed.
type status uint8

const (
	known status = iota
	missing
	suppressed
)

// figure is a count of the smallest unit it is printed in: quarters of an FTE,
// or kroner.
type figure struct {
	status status
	n      int64
}

// company is the company at hand, in the year whose row comes next.
type company struct {
	id           int
	name         []byte // as a field of the file, quoted if need be
	sector       int    // index into the model's sectors
	region       string
	founded      int
	year, last   int
	quarters     int64 // FTE
	perThousand  int64 // revenue per FTE, thousandths of its sector's
	fte, revenue figure
}

// model draws companies one after another, in place of the one before.
type model struct {
	rng         *rand.Rand
	sectors     []sector
	regions     []region
	first, end  []string // parts of an invented place name
	forms       []string // of companies
	sectorDraw  []int
	regionDraw  []int
	initials    string
	lastCompany int // ID
}

func newModel(seed uint64) *model {
	m := &model{
		rng:     rand.New(rand.NewPCG(seed, 0)),
		sectors: sectors(),
		regions: regions(),
		first: []string{
			"Aa", "Birke", "Bøge", "Dun", "Egne", "Elle", "Enge", "Fjord", "Glim", "Gyvel", "Havre", "Hejre", "Hvid", "Klit",
			"Lyng", "Lærke", "Mose", "Nord", "Pile", "Porse", "Rav", "Rør", "Siv", "Skarv", "Stær", "Tang", "Tern", "Vibe", "Ås",
		},
		end: []string{
			"bakke", "bro", "bæk", "dal", "eng", "gab", "holm", "høj", "klint", "kær", "lund", "mark", "næs", "odde", "rev",
			"skær", "sund", "vang", "vig",
		},
		forms:       []string{"ApS", "ApS", "ApS", "ApS", "ApS", "ApS", "A/S", "A/S", "A/S", "I/S"},
		initials:    "ABCDEFGHIJKLMNOPRSTUVWY",
		lastCompany: 90000000,
	}
	for i, s := range m.sectors {
		for range s.weight {
			m.sectorDraw = append(m.sectorDraw, i)
		}
	}
	for i, r := range m.regions {
		for range r.weight {
			m.regionDraw = append(m.regionDraw, i)
		}
	}
	return m
}

// next draws a new company, up to the row of its first year.
func (m *model) next(c *company) {
	m.lastCompany++
	for validCVR(m.lastCompany) {
		m.lastCompany++
	}
	c.id = m.lastCompany
	c.sector = m.sectorDraw[m.rng.IntN(len(m.sectorDraw))]
	c.region = m.regions[m.regionDraw[m.rng.IntN(len(m.regionDraw))]].name
	c.name = m.appendName(c.name[:0], m.sectors[c.sector].trades)

	// Two in five were there at the start; one in three is gone before the end.
	c.year = firstYear + max(m.rng.IntN(8)-3, 0)
	c.last = lastYear - max(m.rng.IntN(9)-5, 0)
	c.last = max(c.last, c.year)
	c.founded = c.year
	if c.year == firstYear {
		c.founded -= m.rng.IntN(40)
	}

	// The sum of sixteen fair coins is nearly normal with a standard deviation
	// of two, so its power of two is nearly lognormal (σ about 1.4), all in
	// whole numbers: a median of some 3 FTE, and fewer than 1,024.
	draw := m.rng.Uint64()
	c.quarters = max((256+int64(draw>>56))<<bits.OnesCount16(uint16(draw))>>13, 1)
	if m.rng.IntN(150) == 0 {
		c.quarters = 0 // run by its owner, who is not employed
	}
	c.perThousand = 400 + m.rng.Int64N(1200)
	m.figures(c)
}

// age takes the company to its next year: FTE changes by -10 to +20 per cent.
func (m *model) age(c *company) {
	c.year++
	// The rounding is drawn too: one to the nearest would keep the smallest
	// from ever growing. Nobody shrinks to nothing.
	grown := (c.quarters*(900+m.rng.Int64N(301)) + m.rng.Int64N(1000)) / 1000
	c.quarters = max(grown, min(c.quarters, 1))
	m.figures(c)
}

// figures draws the figures of the year.
func (m *model) figures(c *company) {
	c.fte = figure{m.status(), c.quarters}
	// Half a quarter's revenue for those without anybody employed.
	halves := max(2*c.quarters, 1)
	kroner := halves * m.sectors[c.sector].perFTE / 8 * c.perThousand / 1000
	c.revenue = figure{m.status(), kroner * (900_000 + m.rng.Int64N(200_001)) / 1_000_000}
}

func (m *model) status() status {
	switch m.rng.IntN(200) {
	case 0, 1:
		return missing
	case 2:
		return suppressed
	}
	return known
}

// appendName makes up a name and appends it as a field: in quotation marks if it
// holds a comma or some itself, whatever the separator of the file is.
func (m *model) appendName(dst []byte, trades []string) []byte {
	kind := m.rng.IntN(200)
	form := m.forms[m.rng.IntN(len(m.forms))]
	switch {
	case kind < 3:
		dst = m.appendPlace(append(dst, '"'))
		dst = append(append(dst, ", "...), trades[m.rng.IntN(len(trades))]...)
		return append(append(append(dst, ' '), form...), '"')
	case kind < 4:
		dst = m.appendPlace(append(dst, `"""`...))
		return append(append(append(dst, `"" `...), form...), '"')
	}
	dst = m.appendPlace(dst)
	if kind%4 > 0 {
		dst = append(append(dst, ' '), trades[m.rng.IntN(len(trades))]...)
	}
	return append(append(dst, ' '), form...)
}

// appendPlace appends the initials of a founder and a place.
func (m *model) appendPlace(dst []byte) []byte {
	dst = append(dst, m.initials[m.rng.IntN(len(m.initials))], m.initials[m.rng.IntN(len(m.initials))], ' ')
	dst = append(dst, m.first[m.rng.IntN(len(m.first))]...)
	return append(dst, m.end[m.rng.IntN(len(m.end))]...)
}

// validCVR reports whether id passes the check of Danish CVR numbers: of eight
// digits, weighted 2 7 6 5 4 3 2 1, the sum is a multiple of eleven.
func validCVR(id int) bool {
	if id > 99999999 {
		return false
	}
	sum := 0
	for _, weight := range [8]int{1, 2, 3, 4, 5, 6, 7, 2} {
		sum += weight * (id % 10)
		id /= 10
	}
	return sum%11 == 0
}

// appendRow prints the row of the company's year. head is all that its rows have
// in common, up to the separator before the year.
func (c *company) appendRow(dst, head []byte, separator byte, danish bool) []byte {
	dst = append(dst, head...)
	dst = append(strconv.AppendInt(dst, int64(c.year), 10), separator)
	dst = append(appendFTE(dst, c.fte, danish), separator)
	dst = append(appendKroner(dst, c.revenue, danish), separator)
	return append(strconv.AppendInt(dst, int64(c.founded), 10), '\n')
}
