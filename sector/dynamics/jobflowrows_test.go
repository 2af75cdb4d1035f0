package dynamics

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// randomPanel is a panel of few companies that come, go, move, and of which not all
// is known. Figures are quarters, of which sums are exact.
func randomPanel(t *testing.T, rng *rand.Rand) *Panel {
	t.Helper()
	var in []sector.Company
	figure := func() sector.Figure {
		switch rng.IntN(8) {
		case 0:
			return sector.Figure{}
		case 1:
			return sector.Hidden()
		case 2, 3:
			return sector.Value(0)
		}
		return sector.Value(float64(rng.IntN(30)*rng.IntN(30)) / 4)
	}
	for i := range 40 {
		founded := 0
		if rng.IntN(2) == 0 {
			founded = 2010 + rng.IntN(9)
		}
		for _, year := range []int{2012, 2014, 2015, 2016, 2017, 2018} {
			if rng.IntN(4) > 0 {
				in = append(in, sector.Company{
					ID: fmt.Sprint(i), Year: year, Sector: []string{"A", "B", ""}[rng.IntN(3)], Region: []string{"E", "W"}[i%2], Founded: founded, FTE: figure(), Revenue: figure(),
				})
			}
		}
	}
	p, err := NewPanel(in, PanelOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// stayOf is written here as an engine would find it, not as the panel does.
func stayOf(o Observation, there bool) Stay {
	switch {
	case !there:
		return NoRow
	case o.Jobs.Status() == sector.Missing:
		return JobsMissing
	case o.Jobs.Status() == sector.Suppressed:
		return JobsSuppressed
	case o.Jobs == sector.Value(0):
		return NoJobs
	}
	return WithJobs
}

// activeYears are the years in which a company is active.
func activeYears(p *Panel, id string, a Activity) []int {
	var out []int
	for _, year := range p.Years() {
		if o, ok := p.Find(id, year); ok && (a == ActiveWithRow || o.Jobs != sector.Value(0)) {
			out = append(out, year)
		}
	}
	return out
}

func flowRows(p *Panel, opt JobFlowOptions) []FlowRows {
	classes := map[string]*FlowRows{}
	for _, pair := range firstOfEach(opt.Pairs) {
		for _, id := range p.ids {
			r := FlowRows{Years: pair, N: 1, Began: true, Ended: true}
			for _, year := range activeYears(p, id, opt.Activity) {
				r.Began, r.Ended = r.Began && year > pair[0], r.Ended && year < pair[1]
			}
			for k, year := range pair {
				o, ok := p.Find(id, year)
				r.Stays[k] = stayOf(o, ok)
				r.Groups[k] = map[Grouping]string{BySector: o.Sector, ByRegion: o.Region}[opt.By]
				if o.Jobs.Known() && ok {
					r.Jobs[k] = o.Jobs.Float64()
				}
				if opt.By == ByBaseSize || opt.By == ByMeanSize {
					r.Sizes[k] = sector.SizeOf(sector.Value(r.Jobs[k]))
				}
			}
			if opt.By == ByMeanSize {
				r.MeanSize = sector.SizeOf(sector.Value(r.Jobs[0]/2 + r.Jobs[1]/2))
			}
			r.Change, r.Grew = math.Abs(r.Jobs[1]-r.Jobs[0]), cmp.Compare(r.Jobs[1], r.Jobs[0])
			key := r
			key.Jobs, key.Change = [2]float64{}, 0
			name := fmt.Sprintf("%#v", key)
			if c := classes[name]; c != nil {
				c.N++
				c.Jobs[0] += r.Jobs[0]
				c.Jobs[1] += r.Jobs[1]
				c.Change += r.Change
				continue
			}
			classes[name] = &r
		}
	}
	var out []FlowRows
	for _, r := range classes {
		out = append(out, *r)
	}
	return out
}

// Companies added up by what they did make the flows of the companies one by one,
// to the bit where sums are exact.
func TestJobFlowsOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 1))
	for range 6 {
		p := randomPanel(t, rng)
		for by := InTotal; by <= ByMeanSize; by++ {
			for a := ActiveWithJobs; a <= ActiveWithRow; a++ {
				for g := GapsApart; g <= GapsAreFlows; g++ {
					opt := JobFlowOptions{By: by, Activity: a, Gaps: g, Pairs: [][2]int{{2014, 2015}, {2012, 2018}, {2014, 2015}, {2016, 2017}}}
					want, err := JobFlows(p, opt)
					if err != nil {
						t.Fatal(err)
					}
					got, err := JobFlowsOfRows(flowRows(p, opt), p.Measure(), opt)
					if err != nil {
						t.Fatal(err)
					}
					if g, w := text(got), text(want); g != w {
						t.Fatalf("%v %v %v:\n%s\nwant\n%s", by, a, g, g, w)
					}
				}
			}
		}
	}
	opt := JobFlowOptions{Pairs: [][2]int{{2016, 2030}}}
	rows := []FlowRows{{Years: [2]int{2016, 2030}, N: 1, Stays: [2]Stay{WithJobs, NoRow}}}
	if e, ok := errors.AsType[*YearError](errorOf(JobFlowsOfRows(rows, sector.FTE, opt))); !ok || e.Year != 2030 || !slices.Equal(e.Years, []int{2016}) {
		t.Error(e)
	}
	if err := errorOf(JobFlowsOfRows(nil, sector.FTE, JobFlowOptions{})); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	if err := errorOf(JobFlowsOfRows(nil, sector.FTE, JobFlowOptions{Pairs: [][2]int{{2016, 2016}}})); !errors.Is(err, growth.ErrOrder) {
		t.Error(err)
	}
}

func errorOf[T any](_ T, err error) error { return err }

// text is a table with its warnings, as far as they can be printed.
func text(t *JobFlowTable) string {
	return strings.ReplaceAll(fmt.Sprintf("%+v\n%+v\n%v", t.Rows, t.Totals, t.Warnings), "} {", "}\n{")
}
