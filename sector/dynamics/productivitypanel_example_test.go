package dynamics_test

import (
	"fmt"

	"smartcity/sector"
	"smartcity/sector/dynamics"
)

// smallPanel follows five companies from 2018 to 2020.
func smallPanel() *dynamics.Panel {
	company := func(id, name string, year int, fte, revenue float64) sector.Company {
		return sector.Company{ID: id, Sector: name, Year: year, FTE: sector.Value(fte), Revenue: sector.Value(revenue)}
	}
	p, err := dynamics.NewPanel([]sector.Company{
		company("1", "Energy", 2018, 40, 80e6), company("1", "Energy", 2020, 50, 110e6),
		company("2", "Energy", 2018, 10, 12e6), company("2", "Energy", 2020, 10, 16e6),
		company("3", "Water", 2018, 30, 45e6), company("3", "Water", 2020, 20, 34e6),
		company("4", "Water", 2018, 20, 18e6),
		company("5", "Energy", 2020, 20, 50e6),
	}, dynamics.PanelOptions{})
	if err != nil {
		panic(err)
	}
	return p
}

func ExampleCompareRevenuePerJob() {
	c, err := dynamics.CompareRevenuePerJob(smallPanel(), 2018, 2020, dynamics.RevenuePerJobOptions{By: dynamics.BySector})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s, weighted by %s: %.0f → %.0f %s\n", c.Variable, c.Weights, c.Before, c.After, c.Unit)
	d, err := c.Decompose(dynamics.GrilichesRegev)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range d.Groups {
		fmt.Printf("%s: %.0f = within %.0f, between %.0f, entry %.0f, exit %.0f\n", g.Group, g.Change, g.Within, g.Between, g.Entry, g.Exit)
	}
	fmt.Printf("all: %.0f = within %.0f, between %.0f, entry %.0f, exit %.0f\n", d.Change, d.Within, d.Between, d.Entry, d.Exit)
	fmt.Println(c.Warnings)
	// Output:
	// revenue per FTE, weighted by FTE: 1550000 → 2100000 DKK per FTE
	// Energy: 292500 = within 130000, between 27500, entry 135000, exit 0
	// Water: 257500 = within 50000, between 22500, entry 0, exit 185000
	// all: 550000 = within 180000, between 50000, entry 135000, exit 185000
	// [3 rows have figures that rest on fewer than three companies, and are not fit for publication]
}

func ExampleOlleyPakesRevenuePerJob() {
	r, err := dynamics.OlleyPakesRevenuePerJob(smallPanel(), 2018, dynamics.RevenuePerJobOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s %d: %.0f = %.0f + %.0f %s\n", r.Variable, r.Year, r.Aggregate, r.Mean, r.Covariance, r.Unit)
	// Output:
	// revenue per FTE 2018: 1550000 = 1400000 + 150000 DKK per FTE
}

func ExampleRevenuePerJobBySector() {
	d, err := dynamics.RevenuePerJobBySector(smallPanel(), 2018, 2020, dynamics.AgainstAggregate)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range append(d.Sectors, d.Total) {
		fmt.Printf("%-6s %.0f → %.0f: within %.0f, static %.0f, dynamic %.0f\n", s.Sector, s.Before, s.After, s.Within, s.Static, s.Dynamic)
	}
	// Output:
	// Energy 1840000 → 2200000: within 180000, static 87000, dynamic -57000
	// Water  1260000 → 1700000: within 220000, static 87000, dynamic 33000
	//        1550000 → 2100000: within 400000, static 174000, dynamic -24000
}

// In log points and by market shares, as in Olley and Pakes.
func ExampleRevenuePerJobOptions() {
	r, err := dynamics.OlleyPakesRevenuePerJob(smallPanel(), 2018, dynamics.RevenuePerJobOptions{
		Weights: dynamics.RevenueWeights, Scale: dynamics.Logs,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s by %s: %.3f = %.3f + %.3f\n", r.Variable, r.Weights, r.Aggregate, r.Mean, r.Covariance)
	// Output:
	// log of revenue per FTE by revenue: 14.293 = 14.109 + 0.183
}
