package sector

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Counting says how the firms of a group are counted.
type Counting uint8

const (
	// CountRows counts each row as one company. A row that says otherwise, with
	// an establishment or another number of firms, is refused.
	CountRows Counting = iota
	// CountColumn adds up Company.Firms, which may not be known.
	CountColumn
	// CountIDs counts the distinct company IDs of a group, for files whose rows
	// are establishments, and for companies divided between domains. Rows
	// without an ID count as missing. It keeps the IDs in memory.
	CountIDs
)

// Options say what a table is made of. The zero value groups by sector, counts
// FTE, rows as firms, and kroner.
type Options struct {
	By       []Dimension // default BySector
	Measure  Measure
	Firms    Counting
	Currency string // ISO 4217 code of Company.Revenue, default DKK

	// Contributions keeps what each company adds to a row, as package disclosure
	// needs it for rules on the largest of them. Memory then grows with the rows
	// of the file. A row that stands for several companies, or does not say, is
	// refused.
	Contributions bool
}

// Builder groups a stream of companies. It is not safe for concurrent use;
// fill several and merge them. Its size grows with the groups, not with the
// companies, unless distinct IDs are counted or contributions kept.
type Builder struct {
	opt    Options
	groups map[string]*group
	key    []byte // scratch
	years  [2]int // first and last seen
}

// NewBuilder returns an empty builder. It panics if a dimension is given twice.
func NewBuilder(opt Options) *Builder {
	if len(opt.By) == 0 {
		opt.By = []Dimension{BySector()}
	}
	opt.By = slices.Clone(opt.By)
	if opt.Currency == "" {
		opt.Currency = "DKK"
	}
	for i, d := range opt.By {
		if slices.ContainsFunc(opt.By[:i], func(e Dimension) bool { return e.Name() == d.Name() }) {
			panic(fmt.Sprintf("sector: dimension %q is given twice", d.Name()))
		}
	}
	return &Builder{opt: opt, groups: map[string]*group{}}
}

// Add adds a company to its group. It returns a [*FieldError], and adds
// nothing, if [Company.Validate] does or if the company cannot be counted as
// Options.Firms asks: an establishment or a row of several firms under
// CountRows, or either of them grouped by size class, which is the size of
// single companies; or a row of several firms of which contributions are asked.
func (b *Builder) Add(c Company) error {
	if err := c.Validate(); err != nil {
		return err
	}
	firms, err := b.firms(&c)
	if err != nil {
		return err
	}
	b.key = b.key[:0]
	for _, d := range b.opt.By {
		if d.kind == byYear { // without a string for every row
			b.key = binary.AppendVarint(b.key, int64(c.Year))
			continue
		}
		value := d.value(&c, b.opt.Measure)
		b.key = binary.AppendUvarint(b.key, uint64(len(value))) // so that no text can look like two
		b.key = append(b.key, value...)
	}
	g, ok := b.groups[string(b.key)]
	if !ok {
		g = b.newGroup(&c)
		b.groups[string(b.key)] = g
	}
	g.add(&c, b.opt.Measure, firms)
	if b.opt.Contributions {
		g.addRecord(&c, b.opt.By, c.Jobs(b.opt.Measure))
	}
	if b.opt.Firms == CountIDs {
		g.weighted.add(c.Firms)
		if c.ID != "" {
			g.addID(c.ID, c.Jobs(b.opt.Measure).Known())
		}
	}
	b.sawYears(c.Year, c.Year)
	return nil
}

// Merge adds everything that was added to part, which is left as it is. It
// returns an error, and adds nothing, if the two were made with different
// options. Functions given to [By] under the same name are taken to be the
// same.
func (b *Builder) Merge(part *Builder) error {
	if !b.sameOptions(part) {
		return fmt.Errorf("sector: builders with different options cannot be merged: %s and %s", b.describe(), part.describe())
	}
	for key, h := range part.groups {
		g, ok := b.groups[key]
		if !ok {
			g = &group{key: h.key, year: h.year}
			b.groups[key] = g
		}
		g.merge(h)
	}
	if len(part.groups) > 0 {
		b.sawYears(part.years[0], part.years[1])
	}
	return nil
}

// Table returns what has been added so far. More can be added afterwards; the
// table does not change. A table of nothing has no rows and, unless it is by
// year, a total that is missing.
func (b *Builder) Table() *Table {
	t := &Table{By: b.opt.By, Measure: b.opt.Measure, Currency: b.opt.Currency, FirmsOverlap: b.opt.Firms == CountIDs}
	groups := slices.SortedFunc(maps.Values(b.groups), func(g, h *group) int {
		for i, d := range b.opt.By {
			if order := d.compare(g.key[i], h.key[i]); order != 0 {
				return order
			}
		}
		return 0
	})
	totals := map[int]*group{}
	if !t.byYear() {
		totals[0] = &group{key: make([]string, len(b.opt.By))}
	}
	for _, g := range groups {
		t.Rows = append(t.Rows, g.row())
		total, ok := totals[g.year]
		if !ok {
			total = &group{key: b.yearOnly(g.key), year: g.year}
			totals[g.year] = total
		}
		total.merge(g)
	}
	for _, year := range slices.Sorted(maps.Keys(totals)) {
		t.Totals = append(t.Totals, totals[year].row())
	}
	if !t.byYear() && b.years[0] != b.years[1] {
		t.Warnings = append(t.Warnings, &YearsMixed{First: b.years[0], Last: b.years[1]})
	}
	return t
}

// Aggregate returns the table of companies in memory, as [Builder.Table] does: one
// of no companies has no rows. It returns the error of [Builder.Add] for the first
// company that is refused, with its place counted from 1, and panics as
// [NewBuilder] does.
func Aggregate(companies []Company, opt Options) (*Table, error) {
	b := NewBuilder(opt)
	for i := range companies {
		if err := b.Add(companies[i]); err != nil {
			return nil, fmt.Errorf("company %d of %d: %w", i+1, len(companies), err)
		}
	}
	return b.Table(), nil
}

// firms settles how many firms a row stands for.
func (b *Builder) firms(c *Company) (Figure, error) {
	if b.opt.Firms != CountRows && slices.ContainsFunc(b.opt.By, func(d Dimension) bool { return d.kind == bySize }) {
		if b.opt.Firms == CountIDs || c.Firms != Value(1) {
			return Figure{}, &FieldError{"firms", c.Firms.String(), "one company a row: only single companies have a size class"}
		}
	}
	if b.opt.Contributions && (c.Firms.Float64() > 1 || b.opt.Firms == CountColumn && !c.Firms.Known()) {
		return Figure{}, &FieldError{"firms", c.Firms.String(), "at most one company a row: contributions are those of single companies"}
	}
	switch {
	case b.opt.Firms == CountColumn:
		return c.Firms, nil
	case b.opt.Firms == CountIDs && c.ID == "":
		return Figure{}, nil
	case b.opt.Firms == CountIDs:
		return Value(1), nil
	}
	return Value(1), c.single()
}

func (b *Builder) newGroup(c *Company) *group {
	g := &group{key: make([]string, len(b.opt.By))}
	for i, d := range b.opt.By {
		// A clone, so that a group does not keep the line it was read from.
		g.key[i] = strings.Clone(d.value(c, b.opt.Measure))
		if d.kind == byYear {
			g.year = c.Year
		}
	}
	return g
}

// yearOnly is the key of a total.
func (b *Builder) yearOnly(key []string) []string {
	out := make([]string, len(key))
	for i, d := range b.opt.By {
		if d.kind == byYear {
			out[i] = key[i]
		}
	}
	return out
}

func (b *Builder) sawYears(first, last int) {
	if b.years[0] == 0 {
		b.years = [2]int{first, last}
	}
	b.years = [2]int{min(b.years[0], first), max(b.years[1], last)}
}

func (b *Builder) sameOptions(c *Builder) bool {
	return b.opt.Measure == c.opt.Measure && b.opt.Firms == c.opt.Firms && b.opt.Currency == c.opt.Currency && b.opt.Contributions == c.opt.Contributions &&
		slices.EqualFunc(b.opt.By, c.opt.By, func(d, e Dimension) bool { return d.kind == e.kind && d.name == e.name })
}

func (b *Builder) describe() string {
	var names []string
	for _, d := range b.opt.By {
		names = append(names, d.Name())
	}
	return fmt.Sprintf("%s by %s in %s", b.opt.Measure, strings.Join(names, ", "), b.opt.Currency)
}
