package projection_test

import (
	"math"
	"testing"

	"smartcity/growth"
	"smartcity/projection"
)

// What must hold of any simulation.
func TestSimulationProperties(t *testing.T) {
	sectors := sectorsFor(t, 4)
	sectors[1].Assumptions.Market = growth.Range{Low: -0.3, High: 0.2} // falls and rises
	for _, persistence := range []projection.Persistence{projection.Persistent, projection.IndependentYears, projection.Autoregressive} {
		s := projection.Simulation{Growth: limits, Persistence: persistence, Correlation: projection.Correlation{Model: projection.OneFactor, Loadings: []float64{0.8, -0.2, 0.1, 1}}, Paths: 5000,
			Targets: []projection.JobsTarget{{Jobs: 2500}, {Jobs: 3500}, {Sector: "sector 02", Jobs: 545}, {Sector: "sector 02", Jobs: 540}}}
		if persistence == projection.Autoregressive {
			s.Rho = 0.5
		}
		r := run(t, sectors, s, 31)
		for year := 2018; year <= 2025; year++ {
			sum, low, high := 0.0, 0.0, 0.0
			for k, f := range r.Sectors {
				sum += f.MeanIn(year)
				p, n := sectors[k], float64(year-2018)
				lo, hi := p.Base*math.Pow(1+float64(p.Assumptions.Market.Low), n), p.Base*math.Pow(1+float64(p.Assumptions.Market.High), n)
				low, high = low+lo, high+hi
				for i, q := range f.Quantiles {
					if q[year-2018] < lo*(1-1e-12) || q[year-2018] > hi*(1+1e-12) || i > 0 && q[year-2018] < f.Quantiles[i-1][year-2018] {
						t.Errorf("%v, %q in %d: quantiles %v are outside %v and %v, or fall", persistence, f.Name, year, f.Quantiles, lo, hi)
					}
				}
			}
			near(t, "means of the sectors add up to that of the total", sum, r.Total.MeanIn(year), 1e-12*sum)
			if m := r.Total.MeanIn(year); m < low*(1-1e-12) || m > high*(1+1e-12) {
				t.Errorf("mean of the total %v is outside %v and %v", m, low, high)
			}
			for _, o := range r.Targets {
				i := year - 2018
				f := r.Total
				if o.Sector != "" {
					f, _ = r.Sector(o.Sector)
				}
				if o.By[i] < o.In[i] || i > 0 && o.By[i] < o.By[i-1] || o.In[i] > 1 || o.Shortfall[i] < 0 ||
					o.Shortfall[i] < o.Jobs-f.Mean[i]-1e-9 || o.Shortfall[i] > o.Jobs*(1-o.In[i]) {
					t.Errorf("%v: target is %+v", persistence, o)
				}
			}
			i := year - 2018
			if r.Targets[0].In[i] < r.Targets[1].In[i] || r.Targets[0].Shortfall[i] > r.Targets[1].Shortfall[i] {
				t.Errorf("a higher target is likelier")
			}
		}
		if o := r.Targets[3]; o.By[0] != 1 || o.By[7] != 1 || o.In[7] == 1 {
			t.Errorf("a target reached in the base year is %+v", o)
		}
		// Twice the base is twice the jobs, to the last bit.
		var double []*projection.Projection
		for _, p := range sectors {
			q := *p
			q.Base *= 2
			double = append(double, &q)
		}
		twice := run(t, double, s, 31)
		for i, q := range r.Total.Quantiles {
			for year, x := range q {
				if twice.Total.Quantiles[i][year] != 2*x {
					t.Errorf("%v: scale matters: %v and %v", persistence, twice.Total.Quantiles[i][year], 2*x)
				}
			}
		}
	}
}

// Sectors that move as one have a total as uncertain as they are; independent
// ones have one that is less so.
func TestCorrelationWidensTheTotal(t *testing.T) {
	sectors := sectorsFor(t, 10)
	width := func(c projection.Correlation) float64 {
		f := run(t, sectors, projection.Simulation{Growth: normal80, Correlation: c, Paths: 20_000}, 5).Total
		return (f.QuantileIn(2025, 0.95) - f.QuantileIn(2025, 0.05)) / f.MeanIn(2025)
	}
	one := width(projection.Correlation{Model: projection.OneFactor, Loadings: []float64{1}})
	half := width(projection.Correlation{Model: projection.OneFactor, Loadings: []float64{math.Sqrt(0.5)}})
	matrix := width(projection.Correlation{Model: projection.GivenMatrix, Matrix: equicorrelated(10, 0.5)})
	none := width(uncorrelated)
	single := run(t, sectors[:1], projection.Simulation{Growth: normal80, Paths: 20_000}, 5).Total
	near(t, "as one", one, (single.QuantileIn(2025, 0.95)-single.QuantileIn(2025, 0.05))/single.MeanIn(2025), 0.03*one)
	near(t, "half, by factor and by matrix", half, matrix, 0.04*half)
	near(t, "half", half/one, math.Sqrt(0.55), 0.05)
	near(t, "none", none/one, math.Sqrt(0.1), 0.03)
}

// Nominal 80 % of one simulation covers 78–82 % of another.
func TestSimulationCoverage(t *testing.T) {
	sectors := sectorsFor(t, 6)
	for _, persistence := range []projection.Persistence{projection.Persistent, projection.IndependentYears} {
		s := projection.Simulation{Growth: normal80, Persistence: persistence, Correlation: uncorrelated, Probabilities: []float64{0.1, 0.9}, Paths: 20_000}
		r := run(t, sectors, s, 1)
		for _, q := range r.Total.Quantiles {
			s.Targets = append(s.Targets, projection.JobsTarget{Jobs: q[7]})
		}
		o := run(t, sectors, s, 2).Targets
		if covered := o[0].In[7] - o[1].In[7]; covered < 0.78 || covered > 0.82 {
			t.Errorf("%v: covers %v", persistence, covered)
		}
	}
}
