package dynamics

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"

	"smartcity/sector"
)

// manyCompanies are company-years as they come in a file: ten years, companies
// that come and go, twelve sectors, a figure in a hundred hidden.
func manyCompanies(rows int) []sector.Company {
	rng := rand.New(rand.NewPCG(7, 7))
	out := make([]sector.Company, 0, rows+10)
	for id := 10000000; len(out) < rows; id++ {
		c := sector.Company{
			ID: strconv.Itoa(id), Sector: "sector " + strconv.Itoa(rng.IntN(12)), Region: "region " + strconv.Itoa(rng.IntN(5)),
			Founded: 1990 + rng.IntN(25),
		}
		jobs := float64(1 + rng.IntN(200))
		from, to := 2009, 2018
		if rng.IntN(3) == 0 {
			from += rng.IntN(8)
		}
		if rng.IntN(3) == 0 {
			to -= rng.IntN(to - from)
		}
		for c.Year = from; c.Year <= to; c.Year++ {
			jobs = max(.25, float64(int(jobs*(3.4+1.4*rng.Float64())))/4)
			c.FTE, c.Revenue = sector.Value(jobs), sector.Value(jobs*1e6)
			if rng.IntN(100) == 0 {
				c.FTE = sector.Hidden()
			}
			out = append(out, c)
		}
	}
	return out[:rows]
}

// perRow measures what run takes for a company-year, for two numbers of them:
// that must not grow with the number. What setup takes is not counted.
func perRow(b *testing.B, setup func(companies []sector.Company) (run func() error)) {
	for _, rows := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			run := setup(manyCompanies(rows))
			runtime.GC()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				if err := run(); err != nil {
					b.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows), "ns/row")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/float64(rows), "B/row")
		})
	}
}

func BenchmarkNewPanel(b *testing.B) {
	perRow(b, func(companies []sector.Company) func() error {
		return func() error {
			_, err := NewPanel(companies, PanelOptions{})
			return err
		}
	})
}

// onPanel measures f on a panel that is there already.
func onPanel(b *testing.B, f func(p *Panel) error) {
	perRow(b, func(companies []sector.Company) func() error {
		p := mustPanel(b, companies, PanelOptions{})
		return func() error { return f(p) }
	})
}

func BenchmarkJobFlows(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := JobFlows(p, JobFlowOptions{By: BySector})
		return err
	})
}

func BenchmarkFindHighGrowth(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := FindHighGrowth(p, StatisticsDenmark(), HighGrowthOptions{By: BySector})
		return err
	})
}

func BenchmarkEntryAndExit(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := EntryAndExit(p, EntryOptions{By: BySector})
		return err
	})
}

func BenchmarkSurvivalRates(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := SurvivalRates(p, SurvivalOptions{By: BySector})
		return err
	})
}

func BenchmarkMatchedGrowth(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := MatchedGrowth(p, MatchedOptions{By: BySector})
		return err
	})
}

func BenchmarkDHSGrowth(b *testing.B) {
	onPanel(b, func(p *Panel) error {
		_, err := DHSGrowth(p, 2017, 2018, DHSOptions{})
		return err
	})
}
