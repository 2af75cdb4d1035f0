package dynamics

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// highGrowthExample: one company for each thing that can happen.
func highGrowthExample() []sector.Company {
	nan, hidden := math.NaN(), math.Inf(-1)
	var rows []sector.Company
	add := func(id string, founded int, group string, x0, x1 float64) {
		for _, c := range []struct {
			year int
			x    float64
		}{{2015, x0}, {2018, x1}} {
			r := companyYear(id, c.year, c.x, group)
			r.Founded = founded
			rows = append(rows, r)
		}
	}
	rows = append(rows, companyYear("00", 2012, 50, "a")) // so that the panel begins before
	add("01", 2000, "a", 10, 17.28)                       // at the threshold
	add("02", 2013, "a", 10, 17.5)                        // a gazelle, five years old
	add("03", 2012, "a", 10, 18)                          // six years old
	add("04", 2015, "a", 10, 30)                          // born in the start year
	add("05", 2014, "a", 9.75, 40)                        // too small
	add("06", 2014, "b", 20, nan)                         // end not known
	add("07", 2014, "b", hidden, 40)                      // size not known
	add("08", 2014, "b", 20, 0)                           // gone, in jobs
	add("09", 0, "b", 10, 40)                             // first seen in the start year
	rows = append(rows, companyYear("10", 2015, 99, "b")) // gone
	rows = append(rows, companyYear("11", 2014, 5, "b"))  // first seen in 2014: a gazelle
	add("11", 0, "b", 12, 36)
	rows = append(rows, companyYear("12", 2012, 5, "b")) // there from the beginning, founded who knows when
	add("12", 0, "b", 12, 36)
	return rows
}

func TestHighGrowthByHand(t *testing.T) {
	p := mustPanel(t, highGrowthExample(), PanelOptions{Measure: sector.FTE})
	table, err := FindHighGrowth(p, OECDEurostat2007(sector.Jobs), HighGrowthOptions{By: BySector, Starts: []int{2015}})
	if err != nil {
		t.Fatal(err)
	}
	a := HighGrowth{
		Group: "a", From: 2015, To: 2018, OfSize: 4, BornInStart: 1, Eligible: 3, HighGrowth: 2, Gazelles: 1, Share: 2. / 3, GazelleShare: 1. / 3,
		ActiveInTo: 5, ShareOfActive: .4, JobsFrom: 20, JobsTo: 35.5, GazelleJobsFrom: 10, GazelleJobsTo: 17.5, EligibleJobsFrom: 30, EligibleJobsTo: 52.78,
	}
	b := HighGrowth{
		Group: "b", From: 2015, To: 2018, OfSize: 6, BornInStart: 2, NotSurviving: 1, LeftOut: LeftOut{1, 0}, SizeNotKnown: LeftOut{0, 1},
		Eligible: 2, HighGrowth: 2, Gazelles: 1, Share: 1, GazelleShare: .5, ActiveInTo: 4, ShareOfActive: .5,
		JobsFrom: 24, JobsTo: 72, GazelleJobsFrom: 12, GazelleJobsTo: 36, EligibleJobsFrom: 24, EligibleJobsTo: 72, AgeNotKnown: 0,
	}
	if !same(table.Rows[0], a) {
		t.Errorf("a: %+v, want %+v", table.Rows[0], a)
	}
	if !same(table.Rows[1], b) { // the panel begins six years before the end: 12 is too old to be a gazelle
		t.Errorf("b: %+v, want %+v", table.Rows[1], b)
	}
	if want := []FastCompany{
		{"02", "a", 2015, 2018, 10, 17.5, true}, {"03", "a", 2015, 2018, 10, 18, false},
		{"11", "b", 2015, 2018, 12, 36, true}, {"12", "b", 2015, 2018, 12, 36, false},
	}; !slices.Equal(table.Companies, want) {
		t.Errorf("companies %v, want %v", table.Companies, want)
	}
	if w, ok := table.Warnings[0].(*MeasureDiffers); !ok || *w != (MeasureDiffers{"oecd_eurostat_2007_employees", sector.Employees, sector.FTE}) || w.Error() == "" {
		t.Errorf("warnings %v", table.Warnings)
	}
	if table.Rule.Name != "oecd_eurostat_2007_employees" || table.Rule.Source == "" {
		t.Errorf("the result does not name its rule: %+v", table.Rule)
	}

	// Statistics Denmark takes the threshold in and companies from five.
	danish, err := FindHighGrowth(p, StatisticsDenmark(), HighGrowthOptions{Starts: []int{2015}})
	if err != nil {
		t.Fatal(err)
	}
	if d := danish.Totals[0]; d.OfSize != 11 || d.Eligible != 6 || d.HighGrowth != 6 || d.Gazelles != 3 {
		t.Errorf("Statistics Denmark: %+v", d)
	}
	if w := danish.Warnings; len(w) != 1 || *warning[*YearsApart](w) != (YearsApart{2012, 2014}) {
		t.Errorf("warnings %v", w)
	}
}

// Without founding years, the first year of the panel cannot tell who is born
// or how old anybody is, and the result says so.
func TestHighGrowthWhereThePanelBegins(t *testing.T) {
	p := mustPanel(t, []sector.Company{companyYear("1", 2015, 10, ""), companyYear("1", 2018, 20, ""), companyYear("2", 2015, 10, ""), companyYear("2", 2018, 10, "")}, PanelOptions{})
	table, err := FindHighGrowth(p, StatisticsDenmark(), HighGrowthOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if h := table.Totals[0]; h.Eligible != 2 || h.BirthNotKnown != 2 || h.HighGrowth != 1 || h.Gazelles != 0 || h.AgeNotKnown != 1 {
		t.Errorf("%+v", h)
	}
	births, ok1 := table.Warnings[0].(*BirthsNotKnown)
	ages, ok2 := table.Warnings[1].(*AgesNotKnown)
	if !ok1 || !ok2 || births.Companies != 2 || ages.Companies != 1 || births.Error() == "" || ages.Error() == "" {
		t.Errorf("warnings %v", table.Warnings)
	}
}

// Growth may be of revenue, while size is of jobs.
func TestHighGrowthOfRevenue(t *testing.T) {
	make2 := func(id string, jobs0, revenue0, jobs1, revenue1 float64) []sector.Company {
		return []sector.Company{
			{ID: id, Year: 2015, Founded: 2000, FTE: figureOf(jobs0), Revenue: figureOf(revenue0)},
			{ID: id, Year: 2018, Founded: 2000, FTE: figureOf(jobs1), Revenue: figureOf(revenue1)},
		}
	}
	nan := math.NaN()
	var rows []sector.Company
	for _, c := range [][]sector.Company{
		make2("1", 20, 100, 5, 172.8), make2("2", 20, 100, 5, 200), make2("3", 20, 100, nan, 300), make2("4", 20, -5, 20, 100),
		make2("5", 20, 0, 20, 100), make2("6", 20, nan, 20, 100), make2("7", 9, 100, 90, 900), make2("8", 20, -5, 20, nan),
	} {
		rows = append(rows, c...)
	}
	table, err := FindHighGrowth(mustPanel(t, rows, PanelOptions{}), OECDEurostat2007(sector.Revenue), HighGrowthOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := HighGrowth{
		From: 2015, To: 2018, OfSize: 7, NotPositive: 3, LeftOut: LeftOut{1, 0}, Eligible: 3, HighGrowth: 2, Share: 2. / 3,
		ActiveInTo: 5, ShareOfActive: .4, JobsFrom: 20, JobsTo: 5, EligibleJobsFrom: 40, EligibleJobsTo: 10, JobsNotKnown: 1,
	}
	if !same(table.Totals[0], want) {
		t.Errorf("%+v, want %+v", table.Totals[0], want)
	}
}

// An independent count over random panels and rules; the order of rows changes
// nothing; groups add up.
func TestHighGrowthOracle(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for seed := range uint64(8) {
		rows := randomCompanies(100+seed, 400, 9)
		rule := HighGrowthRule{
			Name: "mine", Growth: growth.Rate(rng.IntN(30)-10) / 100, OrMore: rng.IntN(2) == 0, Years: 1 + rng.IntN(4),
			Of: []sector.Column{sector.Jobs, sector.Revenue}[rng.IntN(2)], MinJobs: float64(rng.IntN(20)), GazelleAge: 1 + rng.IntN(6),
		}
		p := mustPanel(t, rows, PanelOptions{})
		table, err := FindHighGrowth(p, rule, HighGrowthOptions{By: BySector})
		if err != nil {
			t.Fatal(err)
		}
		o := newOracle(rows, p.Years(), JobFlowOptions{})
		for _, total := range table.Totals {
			var want HighGrowth
			for id, years := range o.companies {
				founded, first := 0, 0
				for _, y := range p.Years() {
					if c, ok := years[y]; ok && c.Founded != 0 {
						founded = c.Founded
					}
					if first == 0 && o.active(id, y) {
						first = y
					}
				}
				sure := founded != 0 || first > 2010
				if founded == 0 {
					founded = first
				}
				c0, c1 := years[total.From], years[total.To]
				if o.active(id, total.To) && c1.FTE.Known() && c1.FTE.Float64() >= rule.MinJobs {
					want.ActiveInTo++
				}
				if !o.active(id, total.From) || !c0.FTE.Known() || c0.FTE.Float64() < rule.MinJobs {
					continue
				}
				want.OfSize++
				x0, x1 := c0.FTE, c1.FTE
				if rule.Of == sector.Revenue {
					x0, x1 = c0.Revenue, c1.Revenue
				}
				switch {
				case sure && founded >= total.From:
					want.BornInStart++
				case !o.active(id, total.To):
					want.NotSurviving++
				case x0.Known() && x0.Float64() <= 0:
					want.NotPositive++
				case !x0.Known() || !x1.Known():
				default:
					want.Eligible++
					factor := new(big.Rat).SetFloat64(x0.Float64())
					for range rule.Years {
						factor.Mul(factor, big.NewRat(int64(math.Round(100*float64(rule.Growth)))+100, 100))
					}
					if order := new(big.Rat).SetFloat64(x1.Float64()).Cmp(factor); order > 0 || order == 0 && rule.OrMore {
						want.HighGrowth++
						if total.To-founded <= rule.GazelleAge {
							if sure {
								want.Gazelles++
							} else {
								want.AgeNotKnown++
							}
						}
					}
				}
			}
			got := HighGrowth{ActiveInTo: total.ActiveInTo, OfSize: total.OfSize, BornInStart: total.BornInStart, NotSurviving: total.NotSurviving,
				NotPositive: total.NotPositive, Eligible: total.Eligible, HighGrowth: total.HighGrowth, Gazelles: total.Gazelles, AgeNotKnown: total.AgeNotKnown}
			if got != want {
				t.Errorf("seed %d, %+v, %d: %+v, want %+v", seed, rule, total.From, got, want)
			}
			if total.OfSize != total.BornInStart+total.NotSurviving+total.NotPositive+total.LeftOut.Total()+total.Eligible {
				t.Errorf("%+v does not add up", total)
			}
			var sum HighGrowth
			jobs := 0.
			for _, r := range table.Rows {
				if r.From == total.From {
					sum.OfSize += r.OfSize
					sum.HighGrowth += r.HighGrowth
					sum.Gazelles += r.Gazelles
					sum.Eligible += r.Eligible
					sum.ActiveInTo += r.ActiveInTo
					jobs += nanZero(r.JobsTo)
				}
			}
			if sum.OfSize != total.OfSize || sum.HighGrowth != total.HighGrowth || sum.Gazelles != total.Gazelles || sum.Eligible != total.Eligible || sum.ActiveInTo != total.ActiveInTo || jobs != nanZero(total.JobsTo) {
				t.Errorf("groups make %+v, %v jobs, of %+v", sum, jobs, total)
			}
		}
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		again, err := FindHighGrowth(mustPanel(t, rows, PanelOptions{}), rule, HighGrowthOptions{By: BySector})
		if err != nil {
			t.Fatal(err)
		}
		for i := range table.Rows {
			if !same(again.Rows[i], table.Rows[i]) {
				t.Errorf("row %d changes with the order", i)
			}
		}
		if !slices.Equal(again.Companies, table.Companies) {
			t.Error("the companies change with the order")
		}
	}
}

func TestHighGrowthErrors(t *testing.T) {
	p := mustPanel(t, []sector.Company{companyYear("1", 2015, 10, ""), companyYear("1", 2017, 20, "")}, PanelOptions{})
	if _, err := FindHighGrowth(p, EU439of2014(), HighGrowthOptions{}); !errors.Is(err, ErrTooFewYears) {
		t.Error(err)
	}
	for _, start := range []int{2014, 2015} {
		if _, err := FindHighGrowth(p, EU439of2014(), HighGrowthOptions{Starts: []int{start}}); err == nil {
			t.Errorf("a start in %d", start)
		} else if e, ok := errors.AsType[*YearError](err); !ok || e.Year != 2014 && e.Year != 2018 {
			t.Error(err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic for size classes")
		}
	}()
	_, _ = FindHighGrowth(p, EU439of2014(), HighGrowthOptions{By: ByMeanSize})
}

func TestHighGrowthView(t *testing.T) {
	table, err := FindHighGrowth(mustPanel(t, highGrowthExample(), PanelOptions{}), EU439of2014(), HighGrowthOptions{By: BySector})
	if err != nil {
		t.Fatal(err)
	}
	v := table.View()
	if len(v.Rows) != len(table.Rows)+len(table.Totals) {
		t.Fatalf("%d lines", len(v.Rows))
	}
	at := map[string]int{}
	for i, c := range v.Columns {
		if _, twice := at[c.Name]; twice {
			t.Errorf("column %s is there twice", c.Name)
		}
		at[c.Name] = i
	}
	for i, r := range table.Rows {
		line := v.Rows[i]
		for name, want := range map[string]float64{
			"high_growth": float64(r.HighGrowth), "share_of_eligible": r.Share, "gazelle_jobs_to": r.GazelleJobsTo, "from": float64(r.From),
			"size_suppressed": float64(r.SizeNotKnown.Suppressed), "share_of_active": r.ShareOfActive,
		} {
			if line[at[name]] != growth.NumberOf(want) {
				t.Errorf("%s is %+v, want %v", name, line[at[name]], want)
			}
		}
		if line[0] != growth.TextOf("eu_439_2014") {
			t.Errorf("the line does not name the rule: %v", line[0])
		}
	}
}
