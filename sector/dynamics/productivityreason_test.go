package dynamics

import (
	"testing"

	"smartcity/sector"
)

// Revenue of companies with zero jobs is in no aggregate, by whichever function
// and Activity, and they are always counted.
func TestRevenuePerJobWithoutJobs(t *testing.T) {
	v := sector.Value
	rows := []sector.Company{
		row("A", "x", 2010, v(10), v(100)), row("C", "x", 2010, v(0), v(1000)),
		row("A", "x", 2011, v(10), v(120)), row("C", "x", 2011, v(0), v(2000)),
	}
	p := panelOf(t, rows)
	counted := func(name string, before, after float64, warnings []error, want int) {
		t.Helper()
		near(t, name+" before", before, 10)
		near(t, name+" after", after, 12)
		if w := warning[*RevenuePerJobNotKnown](warnings); w == nil || *w != (RevenuePerJobNotKnown{NoJobs: want}) {
			t.Errorf("%s: %v", name, warnings)
		}
	}
	for _, a := range []Activity{ActiveWithJobs, ActiveWithRow} {
		opt := RevenuePerJobOptions{Activity: a}
		c, err := CompareRevenuePerJob(p, 2010, 2011, opt)
		if err != nil {
			t.Fatal(err)
		}
		counted("compare "+a.String(), c.Before, c.After, c.Warnings, 1)
		o, err := OlleyPakesRevenuePerJob(p, 2010, opt)
		if err != nil {
			t.Fatal(err)
		}
		counted("Olley–Pakes "+a.String(), o.Aggregate, 12, o.Warnings, 1)
	}
	s, err := RevenuePerJobBySector(p, 2010, 2011, AgainstZero)
	if err != nil {
		t.Fatal(err)
	}
	counted("by sector", s.Total.Before, s.Total.After, s.Warnings, 2)
	// The other ratio, which the documentation tells apart from these.
	table, err := sector.Aggregate(rows[:2], sector.Options{})
	if err != nil || table.Rows[0].RevenuePerJob != v(110) {
		t.Errorf("the table has %v, %v", table.Rows[0].RevenuePerJob, err)
	}
}

// A sector where all have zero jobs has come or gone, and one of which that is not
// known is left out; neither keeps the others from being decomposed.
func TestRevenuePerJobBySectorWithoutJobs(t *testing.T) {
	v := sector.Value
	rows := []sector.Company{
		row("A", "x", 2010, v(10), v(100)), row("A", "x", 2011, v(10), v(100)),
		row("B", "y", 2010, v(5), v(1000)), row("B", "y", 2011, v(0), v(900)),
	}
	p := panelOf(t, rows)
	d, err := RevenuePerJobBySector(p, 2010, 2011, AgainstZero)
	if err != nil {
		t.Fatal(err)
	}
	c, err := CompareRevenuePerJob(p, 2010, 2011, RevenuePerJobOptions{})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "before", d.Total.Before, 1100./15)
	near(t, "after", d.Total.After, 10)
	if d.Total.Before != c.Before || d.Total.After != c.After || c.Exiters != 1 {
		t.Errorf("by sector %+v, by company %+v", d.Total, c)
	}
	near(t, "turnover", d.Sectors[1].Turnover, -1000./15)
	for _, w := range [][]error{d.Warnings, c.Warnings} {
		if w := warning[*RevenuePerJobNotKnown](w); w == nil || *w != (RevenuePerJobNotKnown{NoJobs: 1}) {
			t.Errorf("%v", w)
		}
	}
	d, err = RevenuePerJobBySector(panelOf(t, append(rows, row("D", "y", 2011, sector.Hidden(), v(1)))), 2010, 2011, AgainstZero)
	if err != nil {
		t.Fatal(err)
	}
	if w := warning[*SectorsNotKnown](d.Warnings); w == nil || len(w.Sectors) != 1 || w.Sectors[0] != "y" {
		t.Errorf("%v", d.Warnings)
	}
	if w := warning[*RevenuePerJobNotKnown](d.Warnings); w == nil || *w != (RevenuePerJobNotKnown{LeftOut: LeftOut{Suppressed: 1}, NoJobs: 1}) {
		t.Errorf("%v", w)
	}
}
