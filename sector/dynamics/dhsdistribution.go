package dynamics

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/sector"
)

// DHSOptions say what is distributed. The zero value is all companies,
// births and deaths included, in bins of 0.2.
type DHSOptions struct {
	Bins     int // between −2 and 0, and as many between 0 and 2; default 10, at most 10⁶
	Activity Activity
	Gaps     Gaps
}

// DHSDistribution is how the companies of a panel grew between two years,
// by [DHS].
type DHSDistribution struct {
	From, To int
	Measure  sector.Measure
	Activity Activity
	Gaps     Gaps
	Values   []DHSValue // one a company, by ID; not for publication
	Bins     []DHSBin   // ascending, and none left out

	Mean         float64 // of the companies; NaN if there are none
	WeightedMean float64 // with the mean of the jobs in the two years: 1/100 of the net job creation rate

	Gapped int // companies in a gap in one of the years, left out
	// Zero are companies with no jobs in either year, whose growth is 0/0, left out.
	// They are active with ActiveWithRow only: by default Zero is 0, and they are
	// counted nowhere.
	Zero     int
	LeftOut  LeftOut // companies with a figure that is not known
	Warnings []error // *YearsApart, *FewFirms and those of the panel
}

// DHSValue is the growth of a company.
type DHSValue struct {
	ID       string
	From, To float64 // jobs, 0 where it was not born yet or is dead
	Growth   float64 // in [−2, 2]
}

// DHSBin is an interval of growth, Low ≤ g < High. The values −2, 0 and 2,
// at which companies pile up, have bins of their own with Low = High, and no
// other bin holds them.
type DHSBin struct {
	Low, High float64
	Companies int
	Jobs      float64 // mean of the jobs in the two years
}

// DHSGrowth returns how the companies of a panel grew between two years: each of
// them, and how many fall into which interval. Births have 2 and deaths −2. It
// returns a [*YearError] for a year that nobody has, an error that wraps
// [growth.ErrOrder] for two years that do not ascend, and one that wraps
// [ErrTooFewYears] for a panel of fewer than two years. It panics if Bins is
// negative or above 10⁶.
func DHSGrowth(p *Panel, from, to int, opt DHSOptions) (*DHSDistribution, error) {
	if opt.Bins == 0 {
		opt.Bins = 10
	}
	if opt.Bins < 0 || opt.Bins > 1e6 {
		panic(fmt.Sprintf("dynamics: a distribution of growth has 1 to 1000000 bins on each side of zero, not %d", opt.Bins))
	}
	pairs, err := p.yearPairs([][2]int{{from, to}})
	if err != nil {
		return nil, err
	}
	by := newRules(opt.Activity, opt.Gaps)
	d := &DHSDistribution{From: from, To: to, Measure: p.measure, Activity: opt.Activity, Gaps: opt.Gaps, Warnings: p.Warnings()}
	if to-from > 1 {
		d.Warnings = append(d.Warnings, &YearsApart{From: from, To: to})
	}
	for c, at := range p.companies() {
		kind := p.classify(at, pairs[0][0], pairs[0][1], p.span(at, opt.Activity), by)
		if kind == inactive {
			continue
		}
		f := p.flowOf(at[pairs[0][0]], at[pairs[0][1]], kind, opt.Activity)
		switch {
		case f.unknown != sector.Known:
			d.LeftOut.add(f.unknown)
		case kind == returned || kind == paused:
			d.Gapped++
		case f.x0 == 0 && f.x1 == 0: // under ActiveWithRow
			d.Zero++
		default:
			d.Values = append(d.Values, DHSValue{p.ids[c], f.x0, f.x1, DHS(f.x0, f.x1)})
		}
	}
	d.measure(opt.Bins)
	return d, nil
}

// measure fills in what follows from the values.
func (d *DHSDistribution) measure(n int) {
	var sum, change, volume growth.Sum
	// Bin 0 is −2, 1 to n lie below zero, n+1 is zero, then n above, and 2.
	jobs := make([]growth.Sum, 2*n+3)
	d.Bins = make([]DHSBin, 2*n+3)
	edge := func(i int) float64 { return 2 * float64(i-n) / float64(n) }
	for i := range n {
		d.Bins[1+i].Low, d.Bins[1+i].High = edge(i), edge(i+1)
		d.Bins[n+2+i].Low, d.Bins[n+2+i].High = edge(n+i), edge(n+i+1)
	}
	d.Bins[0].Low, d.Bins[0].High = -2, -2
	d.Bins[2*n+2].Low, d.Bins[2*n+2].High = 2, 2
	for _, v := range d.Values {
		sum.Add(v.Growth)
		change.Add(v.To)
		change.Add(-v.From)
		volume.Add(v.To)
		volume.Add(v.From)
		b := binOf(d.Bins, n, v.Growth)
		d.Bins[b].Companies++
		jobs[b].Add(v.To)
		jobs[b].Add(v.From)
	}
	few := 0
	for b := range jobs {
		d.Bins[b].Jobs = jobs[b].Float64() / 2
		if anyFew(d.Bins[b].Companies) {
			few++
		}
	}
	if few > 0 {
		d.Warnings = append(d.Warnings, &FewFirms{Rows: few})
	}
	d.Mean = sum.Float64() / float64(len(d.Values)) // 0/0 is NaN
	d.WeightedMean = change.Float64() / (volume.Float64() / 2)
}

// binOf finds the bin of a growth.
func binOf(bins []DHSBin, n int, g float64) int {
	switch g {
	case -2:
		return 0
	case 0:
		return n + 1
	case 2:
		return 2*n + 2
	}
	first := 1
	if g > 0 {
		first = n + 2
	}
	i, found := slices.BinarySearchFunc(bins[first:first+n], g, func(b DHSBin, g float64) int {
		switch {
		case b.Low < g:
			return -1
		case b.Low > g:
			return 1
		}
		return 0
	})
	if !found {
		i-- // the bin begins below g
	}
	return first + i
}

// Quantile returns the growth below which the fraction q of the companies lie,
// of type 7 (Hyndman and Fan 1996), NaN if there are no companies. It panics
// unless q is from 0 to 1.
func (d *DHSDistribution) Quantile(q float64) float64 {
	if !(q >= 0 && q <= 1) {
		panic(fmt.Sprintf("dynamics: a quantile is from 0 to 1, not %v", q))
	}
	g := make([]float64, len(d.Values))
	for i, v := range d.Values {
		g[i] = v.Growth
	}
	x, err := growth.Quantile(g, q)
	if err != nil { // no companies
		return math.NaN()
	}
	return x
}

// View returns a line for each bin: low, high, companies and jobs.
func (d *DHSDistribution) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "low"}, {Name: "high"}, {Name: "companies", Unit: "companies"}, {Name: "jobs", Unit: d.Measure.Unit()},
	}}
	for _, b := range d.Bins {
		v.Rows = append(v.Rows, []growth.Entry{
			growth.NumberOf(b.Low), growth.NumberOf(b.High), growth.NumberOf(float64(b.Companies)), growth.NumberOf(b.Jobs),
		})
	}
	return v
}
