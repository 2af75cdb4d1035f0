package dynamics

import (
	"errors"
	"math"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func TestDHSGrowthOfDomain(t *testing.T) {
	p := mustPanel(t, []sector.Company{
		companyYear("A", 2017, 10, ""), companyYear("A", 2018, 12, ""), companyYear("B", 2017, 20, ""), companyYear("B", 2018, 18, ""),
		companyYear("C", 2017, 10, ""), companyYear("D", 2018, 10, ""), companyYear("E", 2017, 4, ""), companyYear("E", 2018, math.Inf(-1), ""),
	}, PanelOptions{})
	d, err := DHSGrowth(p, 2017, 2018, DHSOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []DHSValue{{"A", 10, 12, 2. / 11}, {"B", 20, 18, -2. / 19}, {"C", 10, 0, -2}, {"D", 0, 10, 2}}
	if !slices.Equal(d.Values, want) {
		t.Errorf("values %v, want %v", d.Values, want)
	}
	if d.WeightedMean != 0 || math.Abs(d.Mean-(2./11-2./19)/4) > 1e-16 || d.LeftOut != (LeftOut{0, 1}) {
		t.Errorf("%+v", d)
	}
	if q := d.Quantile(.5); math.Abs(q-(2./11-2./19)/2) > 1e-15 || d.Quantile(0) != -2 || d.Quantile(1) != 2 {
		t.Errorf("median %v", q)
	}
	full := map[float64]int{-2: 0, 2: 22, -2. / 19: 10, 2. / 11: 12}
	for g, b := range full {
		if d.Bins[b].Companies != 1 || g < d.Bins[b].Low || g > d.Bins[b].High {
			t.Errorf("%v is not in bin %d, %+v", g, b, d.Bins[b])
		}
	}
}

// A company without jobs in either year is not active unless rows make it so.
func TestDHSGrowthZero(t *testing.T) {
	p := mustPanel(t, []sector.Company{
		companyYear("A", 2017, 0, ""), companyYear("A", 2018, 0, ""), companyYear("B", 2017, 1, ""), companyYear("B", 2018, 2, ""),
	}, PanelOptions{})
	for a, want := range map[Activity]int{ActiveWithJobs: 0, ActiveWithRow: 1} {
		d, err := DHSGrowth(p, 2017, 2018, DHSOptions{Activity: a})
		if err != nil || d.Zero != want || len(d.Values) != 1 {
			t.Errorf("%v: %d zero, %v, %v", a, d.Zero, d.Values, err)
		}
	}
}

// Every company is in the one bin that its growth falls into, and the mean of
// growth weighted with size is the net job creation rate.
func TestDHSGrowthProperties(t *testing.T) {
	p := mustPanel(t, randomCompanies(21, 4000, 6), PanelOptions{})
	for _, opt := range []DHSOptions{{}, {Bins: 1}, {Bins: 7, Activity: ActiveWithRow}, {Bins: 1000, Gaps: GapsAreFlows}} {
		d, err := DHSGrowth(p, 2012, 2013, opt)
		if err != nil {
			t.Fatal(err)
		}
		n := max(opt.Bins, 10)
		if opt.Bins > 0 {
			n = opt.Bins
		}
		if len(d.Bins) != 2*n+3 {
			t.Fatalf("%d bins", len(d.Bins))
		}
		companies, jobs := 0, 0.
		for i, b := range d.Bins {
			companies += b.Companies
			jobs += b.Jobs
			count := 0
			for _, v := range d.Values {
				point := v.Growth == -2 || v.Growth == 0 || v.Growth == 2
				if b.Low == b.High && v.Growth == b.Low || b.Low < b.High && !point && b.Low <= v.Growth && v.Growth < b.High {
					count++
				}
			}
			if count != b.Companies {
				t.Errorf("bin %d %+v holds %d", i, b, count)
			}
			if i > 0 && d.Bins[i-1].High != b.Low {
				t.Errorf("a hole between bins %d and %d", i-1, i)
			}
		}
		flows, err := JobFlows(p, JobFlowOptions{Pairs: [][2]int{{2012, 2013}}, Activity: opt.Activity, Gaps: opt.Gaps})
		if err != nil {
			t.Fatal(err)
		}
		f := flows.Totals[0]
		if companies != len(d.Values) || math.Abs(jobs-f.Denom) > 1e-9 || math.Abs(100*d.WeightedMean-f.NetJobCreationRate) > 1e-12 {
			t.Errorf("%+v: %d companies of %d, %v jobs, mean %v; flows %+v", opt, companies, len(d.Values), jobs, d.WeightedMean, f)
		}
		if len(d.Values)+d.Zero != f.Firms.Measured || d.LeftOut != f.Firms.LeftOut {
			t.Errorf("%d values and %d zeros of %d", len(d.Values), d.Zero, f.Firms.Measured)
		}
		if len(d.View().Rows) != len(d.Bins) || d.View().Rows[0][0] != growth.NumberOf(-2) {
			t.Error("view")
		}
	}
}

func TestDHSGrowthErrors(t *testing.T) {
	p := mustPanel(t, []sector.Company{companyYear("1", 2016, math.NaN(), ""), companyYear("1", 2018, 5, "")}, PanelOptions{})
	if _, err := DHSGrowth(p, 2018, 2016, DHSOptions{}); !errors.Is(err, growth.ErrOrder) {
		t.Error(err)
	}
	if _, err := DHSGrowth(p, 2016, 2017, DHSOptions{}); err == nil {
		t.Error("a year nobody has")
	}
	d, err := DHSGrowth(p, 2016, 2018, DHSOptions{})
	if err != nil || !math.IsNaN(d.Mean) || !math.IsNaN(d.WeightedMean) || !math.IsNaN(d.Quantile(.5)) || len(d.Warnings) != 1 {
		t.Errorf("nobody known: %+v, %v", d, err)
	}
	for name, f := range map[string]func(){
		"bins":     func() { _, _ = DHSGrowth(p, 2016, 2018, DHSOptions{Bins: -1}) },
		"quantile": func() { d.Quantile(math.NaN()) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}
