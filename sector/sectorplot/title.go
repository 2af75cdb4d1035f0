package sectorplot

import (
	"math"
	"strings"

	"smartcity/growth"
	"smartcity/growth/growthplot"
)

// find computes the title and highlights the bars it names.
func (f *figures) find(subject string) {
	var named []int // bars with a name and a known figure, largest first
	unknown := false
	for i, b := range f.bars {
		switch {
		case !b.Figure.Known():
			unknown = true
		case b.Name != "" && !b.Rest:
			named = append(named, i)
		}
	}
	if len(named) == 0 {
		f.title = f.nothing()
		return
	}
	top := f.leaders(named)
	switch {
	case !f.column.Additive() && len(top) == len(f.bars):
		f.title = f.same(f.list(top), len(top), f.print(top[0]))
	case !f.column.Additive():
		f.title = f.highest(f.list(top), f.print(top[0]), unknown)
	case len(f.bars) == 1:
		f.title = f.only(f.list(top), f.print(top[0]))
	default:
		if part, group := f.part(named, unknown); group != nil {
			top, f.title = group, f.employ(f.list(group), len(group), part, subject)
			break
		}
		f.title = f.largestIs(f.list(top), len(top), f.print(top[0]), unknown)
	}
	if len(top) <= mostNamed {
		for _, i := range top {
			f.bars[i].Highlight = true
		}
	}
}

// mostNamed is how many groups a title names.
const mostNamed = 3

// leaders are the groups whose figure, as printed, is the largest.
func (f *figures) leaders(named []int) []int {
	n := 1
	for n < len(named) && f.print(named[n]) == f.print(named[0]) {
		n++
	}
	return named[:n]
}

func (f *figures) print(i int) string { return f.numbers.Format(f.bars[i].Figure.Float64()) }

// list writes names as they stand at the start of a sentence, or how many there
// are where those are too many to name.
func (f *figures) list(group []int) string {
	if len(group) > mostNamed {
		return f.count(len(group))
	}
	var names []string
	for k, i := range group {
		name := f.bars[i].Name
		if k > 0 {
			name = growthplot.LowerFirst(name)
		}
		names = append(names, name)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + f.and() + names[last]
}

// A part is a simple part of a whole, in words.
type part struct {
	share           float64
	english, danish string
}

// parts are the simple parts a title may speak of.
func parts() []part {
	return []part{
		{1. / 5, "one in five", "hver femte"},
		{1. / 4, "one in four", "hver fjerde"},
		{1. / 3, "one in three", "hver tredje"},
		{1. / 2, "one in two", "hver anden"},
		{2. / 3, "two in three", "to ud af tre"},
		{3. / 4, "three in four", "tre ud af fire"},
	}
}

// part finds the fewest of the largest groups that together have a simple part
// of the total, within a twentieth of that part, where this says something: they
// are no more than a third of all groups, and no group after them is as large as
// the last of them, as printed. Where a figure is not known there is no saying
// which are the largest, nor what the total is.
func (f *figures) part(named []int, unknown bool) (part, []int) {
	total := f.total.Figure(f.column)
	if unknown || !total.Known() || f.total.Rows == 0 || f.total.Jobs.Missing+f.total.Jobs.Suppressed > 0 {
		return part{}, nil
	}
	var sum growth.Sum
	for k := 1; k <= mostNamed && k < len(named) && 3*k <= len(f.bars); k++ {
		sum.Add(f.bars[named[k-1]].Figure.Float64())
		if f.print(named[k]) == f.print(named[k-1]) {
			continue
		}
		for _, p := range parts() {
			if math.Abs(sum.Float64()/total.Float64()-p.share) <= p.share/20 {
				return p, named[:k]
			}
		}
	}
	return part{}, nil
}
