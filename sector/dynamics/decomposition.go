package dynamics

import (
	"fmt"

	"smartcity/growth"
)

// ProductivityParts are the parts of a change of aggregate productivity, in the
// unit of productivity. [DecompositionMethod] defines them.
type ProductivityParts struct {
	Within  float64 // continuers' own productivity
	Between float64 // weight moving between continuers
	Cross   float64 // both at once; 0 but for Foster–Haltiwanger–Krizan
	Entry   float64
	Exit    float64 // in all 0 for Baldwin–Gu
}

// Decomposition is a change of aggregate productivity divided into parts that add
// up to Change.
type Decomposition struct {
	Method DecompositionMethod
	Of     *ProductivityChange // what is divided, with the counts of firms

	Before, After float64 // aggregate productivity in the first year and the second
	Change        float64
	ProductivityParts

	// Groups hold what the firms of each label have in the parts, by label, firms
	// without one last; nil if no firm has a label. Each is made of the same
	// shares, means and aggregates as the parts themselves, those of all firms, so
	// that the groups add up to them. It is not the decomposition of a group taken
	// alone.
	Groups []GroupContribution

	Warnings []error // those of Of
}

// GroupContribution is what the firms of one label have in a decomposition.
type GroupContribution struct {
	Group                         string
	Continuers, Entrants, Exiters int
	Change                        float64 // the sum of its parts
	ProductivityParts
}

// Decompose divides the change into the parts that the method names. They add up
// to it to the last digits of the largest, since nothing is rounded before.
//
// It returns an error that wraps [ErrNoContinuers] for DiewertFox and
// MelitzPolanec if no continuers have weight, and [ErrNoExiters] for BaldwinGu if
// entrants have weight and exiters have none. It panics if there is no such
// method.
func (c *ProductivityChange) Decompose(m DecompositionMethod) (*Decomposition, error) {
	frame, err := m.frame(c.all)
	if err != nil {
		return nil, fmt.Errorf("dynamics: decomposition by %s: %w", m, err)
	}
	total := m.parts(c.all, frame)
	d := &Decomposition{Method: m, Of: c, Before: c.Before, After: c.After, Change: c.Change, ProductivityParts: total.float64s(), Warnings: c.Warnings}
	for _, g := range c.groups {
		p := m.parts(g.sums.over(c.w0, c.w1), frame)
		d.Groups = append(d.Groups, GroupContribution{
			Group: g.name, Continuers: g.sums.continuers, Entrants: g.sums.entrants, Exiters: g.sums.exiters,
			Change: toFloat(p.sum()), ProductivityParts: p.float64s(),
		})
	}
	return d, nil
}

func (p *parts) float64s() ProductivityParts {
	return ProductivityParts{toFloat(p.within), toFloat(p.between), toFloat(p.cross), toFloat(p.entry), toFloat(p.exit)}
}

// View returns a row for each group and one for the total: columns method, level
// ("group" or "total"), group, change, within, between, cross, entry, exit,
// continuers, entrants, exiters. The parts add up to change along a row, and the
// groups to the total down a column. Cross is missing where the method has none.
func (d *Decomposition) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "method"}, {Name: "level"}, {Name: "group"}, {Name: "change", Unit: d.Of.Unit}}}
	v.Columns = append(append(v.Columns, partColumns(d.Of.Unit)...), countColumns()...)
	row := func(level string, g GroupContribution) {
		entries := []growth.Entry{growth.TextOf(d.Method.String()), growth.TextOf(level), growth.TextOf(g.Group), growth.NumberOf(g.Change)}
		entries = append(entries, g.entries(d.Method)...)
		v.Rows = append(v.Rows, append(entries, counts(g.Continuers, g.Entrants, g.Exiters)...))
	}
	for _, g := range d.Groups {
		row("group", g)
	}
	row("total", GroupContribution{
		Continuers: d.Of.Continuers, Entrants: d.Of.Entrants, Exiters: d.Of.Exiters,
		Change: d.Change, ProductivityParts: d.ProductivityParts,
	})
	return v
}

// View returns a row for each method, oldest first: columns method, before,
// after, change, within, between, cross, entry, exit, continuers, entrants,
// exiters, not_known. The parts are missing where [ProductivityChange.Decompose]
// returns an error, and cross where the method has none.
func (c *ProductivityChange) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "method"}}}
	for _, name := range []string{"before", "after", "change"} {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: name, Unit: c.Unit})
	}
	v.Columns = append(append(v.Columns, partColumns(c.Unit)...), countColumns()...)
	v.Columns = append(v.Columns, growth.ViewColumn{Name: "not_known", Unit: "firms"})
	total := *c
	total.groups = nil // the view is of the totals
	for _, m := range DecompositionMethods() {
		row := []growth.Entry{growth.TextOf(m.String()), growth.NumberOf(c.Before), growth.NumberOf(c.After), growth.NumberOf(c.Change)}
		if d, err := total.Decompose(m); err == nil {
			row = append(row, d.entries(m)...)
		} else {
			row = append(row, make([]growth.Entry, 5)...)
		}
		row = append(row, counts(c.Continuers, c.Entrants, c.Exiters)...)
		v.Rows = append(v.Rows, append(row, growth.NumberOf(float64(c.NotKnown))))
	}
	return v
}

func partColumns(unit string) []growth.ViewColumn {
	var columns []growth.ViewColumn
	for _, name := range []string{"within", "between", "cross", "entry", "exit"} {
		columns = append(columns, growth.ViewColumn{Name: name, Unit: unit})
	}
	return columns
}

func (p *ProductivityParts) entries(m DecompositionMethod) []growth.Entry {
	cross := growth.Entry{}
	if m == FosterHaltiwangerKrizan {
		cross = growth.NumberOf(p.Cross)
	}
	return []growth.Entry{growth.NumberOf(p.Within), growth.NumberOf(p.Between), cross, growth.NumberOf(p.Entry), growth.NumberOf(p.Exit)}
}

func countColumns() []growth.ViewColumn {
	return []growth.ViewColumn{{Name: "continuers", Unit: "firms"}, {Name: "entrants", Unit: "firms"}, {Name: "exiters", Unit: "firms"}}
}

func counts(ns ...int) []growth.Entry {
	var entries []growth.Entry
	for _, n := range ns {
		entries = append(entries, growth.NumberOf(float64(n)))
	}
	return entries
}
