package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector/structure"
)

func ExampleSizeClasses() {
	companies, _, _ := tables()
	d, err := structure.SizeClasses(companies, 2018, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range append(d.Lines, d.Total) {
		fmt.Printf("%-6s %4d companies %10v FTE %11v %s\n", l.Name, l.Companies, l.Jobs.Sum, l.Revenue.Sum, d.Currency)
	}
	fmt.Println(d.Warnings[0])
	// Output:
	// micro  1874 companies       4527 FTE  7824665631 DKK
	// small   344 companies    7134.75 FTE 12826487307 DKK
	// medium   52 companies    4846.75 FTE  9847001062 DKK
	// large     3 companies     1091.5 FTE  1390477000 DKK
	//          27 companies suppressed FTE   111369000 DKK
	//        2300 companies      17600 FTE 32000000000 DKK
	// fte: figures that are not in its sums: 7 missing, 20 suppressed
}
