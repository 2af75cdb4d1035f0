package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector/structure"
)

func ExampleSummarise() {
	companies, _, reference := tables()
	s, err := structure.Summarise(companies, 2018, &structure.SummaryOptions{Reference: reference})
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range s.Lines {
		fmt.Printf("%-29s %3d firms %7.2f FTE %4.1f %% HHI %.3f CR4 %.3f Gini %.3f LQ %.2f\n", l.Sector, l.Firms, l.Jobs.Sum.Float64(),
			100*l.JobShare.Float64(), l.HHI.Float64(), l.CR4.Float64(), l.Gini.Float64(), l.LocationQuotient.Float64())
	}
	fmt.Println(s.Total.Firms, s.Total.Jobs.Sum, s.Total.Revenue.Sum)
	// Output:
	// Buildings                     346 firms 2634.75 FTE 15.0 % HHI 0.018 CR4 0.203 Gini 0.706 LQ 0.41
	// Energy                        310 firms 3062.00 FTE 17.4 % HHI 0.020 CR4 0.217 Gini 0.718 LQ 6.56
	// Governance and data           391 firms 2165.25 FTE 12.3 % HHI 0.026 CR4 0.269 Gini 0.731 LQ 0.88
	// Health and care               291 firms 1741.25 FTE  9.9 % HHI 0.015 CR4 0.147 Gini 0.690 LQ 1.10
	// Lighting                      106 firms  899.25 FTE  5.1 % HHI 0.050 CR4 0.386 Gini 0.705 LQ 3.54
	// Mobility                      288 firms 2321.25 FTE 13.2 % HHI 0.026 CR4 0.236 Gini 0.754 LQ 0.51
	// Security and emergency        106 firms  845.25 FTE  4.8 % HHI 0.041 CR4 0.304 Gini 0.700 LQ 1.24
	// Telecommunications and networks 131 firms 1423.25 FTE  8.1 % HHI 0.039 CR4 0.326 Gini 0.673 LQ 2.40
	// Waste and recycling           131 firms 1048.00 FTE  6.0 % HHI 0.114 CR4 0.496 Gini 0.803 LQ 2.66
	// Water and climate adaptation  200 firms 1459.75 FTE  8.3 % HHI 0.140 CR4 0.511 Gini 0.791 LQ 5.06
	// 2300 17600 32000000000
}
