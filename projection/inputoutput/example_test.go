package inputoutput_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"smartcity/growth"
	"smartcity/projection"
	"smartcity/projection/inputoutput"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// model is the example of Miller and Blair (2009), chapter 2.
func model() *inputoutput.Model {
	m, err := inputoutput.New(inputoutput.Table{
		Sectors:      []string{"Agriculture", "Manufacturing"},
		Transactions: [][]float64{{150, 500}, {200, 100}},
		FinalDemand:  []float64{350, 1700},
		Output:       []float64{1000, 2000},
	})
	if err != nil {
		panic(err)
	}
	return m
}

// The table as statistics offices publish it, a line for each pair of sectors, and
// a file of what there is once for each sector. The reader is that of any other
// records; the table is plain slices.
func ExampleTable() {
	type sale struct {
		Seller string  `csv:"seller,sælger"`
		Buyer  string  `csv:"buyer,køber"`
		Amount float64 `csv:"amount,beløb"`
	}
	type industry struct {
		Name   string  `csv:"industry,branche"`
		Output float64 `csv:"output,produktion"`
		Jobs   float64 `csv:"jobs,beskæftigede"`
	}
	const sales = "Sælger;Køber;Beløb (mio. kr.)\n" +
		"Landbrug;Landbrug;150\nLandbrug;Industri;500\nIndustri;Landbrug;200\nIndustri;Industri;100\n"
	const industries = "Branche;Produktion (mio. kr.);Beskæftigede\nLandbrug;1.000;300\nIndustri;2.000;500\n"

	ctx := context.Background()
	lines, _, err := sectorcsv.ReadRecords[industry](ctx, strings.NewReader(industries), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	pairs, _, err := sectorcsv.ReadRecords[sale](ctx, strings.NewReader(sales), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var table inputoutput.Table
	var jobs []float64
	place := map[string]int{}
	for i, l := range lines {
		place[l.Name] = i
		table.Sectors = append(table.Sectors, l.Name)
		table.Output = append(table.Output, l.Output)
		table.Transactions = append(table.Transactions, make([]float64, len(lines)))
		jobs = append(jobs, l.Jobs)
	}
	for _, p := range pairs {
		i, sells := place[p.Seller]
		j, buys := place[p.Buyer]
		if !sells || !buys {
			fmt.Println("no such industry:", p)
			return
		}
		table.Transactions[i][j] += p.Amount
	}
	m, err := inputoutput.New(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := m.Multipliers(jobs, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range r.Sectors {
		fmt.Printf("%s: %.0f indirect jobs per 100 direct\n", s.Sector, s.Jobs.IndirectPer100())
	}
	// Output:
	// Landbrug: 47 indirect jobs per 100 direct
	// Industri: 52 indirect jobs per 100 direct
}

func ExampleNew() {
	m := model()
	fmt.Printf("A = %.2f\nL = %.4f\n", m.Coefficients, m.Inverse)
	// Output:
	// A = [[0.15 0.25] [0.20 0.05]]
	// L = [[1.2541 0.3300] [0.2640 1.1221]]
}

func ExampleSectorError() {
	_, err := inputoutput.New(inputoutput.Table{Sectors: []string{"Energy"}, Transactions: [][]float64{{20}}, FinalDemand: []float64{70}, Output: []float64{100}})
	if e, ok := errors.AsType[*inputoutput.SectorError](err); ok && errors.Is(err, inputoutput.ErrUnbalanced) {
		fmt.Println(e.Sector, e.What, e.Value, "of", e.Want)
	}
	// Output:
	// Energy sales 90 of 100
}

func ExampleModel_View() {
	for _, row := range model().View().Rows {
		fmt.Printf("%s to %s: %.2f, in all %.3f\n", row[0].Text, row[1].Text, row[2].Number, row[3].Number)
	}
	// Output:
	// Agriculture to Agriculture: 0.15, in all 1.254
	// Agriculture to Manufacturing: 0.25, in all 0.330
	// Manufacturing to Agriculture: 0.20, in all 0.264
	// Manufacturing to Manufacturing: 0.05, in all 1.122
}

func ExampleModel_OutputFor() {
	x, err := model().OutputFor([]float64{600, 1500})
	fmt.Printf("%.1f %v\n", x, err)
	// Output:
	// [1247.5 1841.6] <nil>
}

func ExampleModel_JobsFor() {
	jobs, err := model().JobsFor([]float64{300, 500}, []float64{600, 1500})
	fmt.Printf("%.4f %v\n", jobs, err)
	// Output:
	// [374.2574 460.3960] <nil>
}

func ExampleModel_Multipliers() {
	r, err := model().Multipliers([]float64{300, 500}, &inputoutput.Households{
		Income: []float64{300, 500}, Consumption: []float64{50, 400}, Own: 50, Total: 1000,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range r.Sectors {
		fmt.Printf("%s: output %.3f and %.3f, jobs %.3f and %.3f\n", s.Sector, s.Output.TypeI, s.Output.TypeII, s.Jobs.TypeI, s.Jobs.TypeII)
		fmt.Printf("  %.0f indirect and %.0f induced jobs per 100 direct\n", s.Jobs.IndirectPer100(), s.Jobs.InducedPer100())
	}
	// Output:
	// Agriculture: output 1.518 and 1.892, jobs 1.474 and 1.805
	//   47 indirect and 33 induced jobs per 100 direct
	// Manufacturing: output 1.452 and 1.773, jobs 1.518 and 1.858
	//   52 indirect and 34 induced jobs per 100 direct
}

func ExampleMultipliers_JobMultipliers() {
	r, err := model().Multipliers([]float64{300, 500}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range r.JobMultipliers() {
		fmt.Printf("%s %.3f %v\n", m.Sector, m.Indirect, m.Induced)
	}
	// Output:
	// Agriculture 0.474 NaN
	// Manufacturing 0.518 NaN
}

func ExampleMultipliers_View() {
	r, err := model().Multipliers([]float64{300, 500}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := r.View()
	for i, c := range v.Columns {
		if e := v.Rows[0][i]; e.Kind == growth.NumberEntry {
			fmt.Printf("%s %.3f\n", c.Name, e.Number)
		}
	}
	// Output:
	// output_type_1 1.518
	// jobs_type_1 1.474
	// indirect_jobs_per_100 47.415
}

// A published table of multipliers, and a projection.
func ExampleIndirectJobs() {
	const file = "sector,indirect_jobs_per_direct_job\nElectricity,0.95\nWater,1.2\n"
	multipliers, _, err := sectorcsv.ReadRecords[inputoutput.JobMultiplier](context.Background(), strings.NewReader(file), sectorcsv.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := sector.Aggregate([]sector.Company{
		{Year: 2018, Sector: "Energy", FTE: sector.Value(100)},
		{Year: 2018, Sector: "Water", FTE: sector.Value(50)},
		{Year: 2018, Sector: "Drones", FTE: sector.Value(10)},
	}, sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	o, err := projection.Sectors(table, 2018, 2025, projection.Assumptions{Market: growth.Range{Low: .12, High: .17}})
	if err != nil {
		fmt.Println(err)
		return
	}
	beyond, err := inputoutput.IndirectJobs(o, multipliers, map[string]string{"Energy": "Electricity"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range append(beyond.Sectors, beyond.Total) {
		for _, j := range s.Scenarios {
			fmt.Printf("%-6s %-4s %5.1f direct, %5.1f indirect in %d\n", s.Sector, j.Name, j.Direct[7], j.Indirect[7], beyond.To)
		}
	}
	fmt.Println("no multiplier:", beyond.NotMapped)
	// Output:
	// Energy low  221.1 direct, 210.0 indirect in 2025
	// Energy high 300.1 direct, 285.1 indirect in 2025
	// Water  low  110.5 direct, 132.6 indirect in 2025
	// Water  high 150.1 direct, 180.1 indirect in 2025
	//        low  331.6 direct, 342.7 indirect in 2025
	//        high 450.2 direct, 465.2 indirect in 2025
	// no multiplier: [Drones]
}
