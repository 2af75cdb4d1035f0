package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector/structure"
)

func ExampleTableShiftShare() {
	_, table, reference := tables()
	r, err := structure.TableShiftShare(structure.Dunn, table, reference, &structure.TableShiftShareOptions{Region: "Midtjylland", Dynamic: true})
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range append(r.Sectors, r.Total) {
		fmt.Printf("%-29s %+8.2f = %+8.2f %+8.2f %+8.2f\n", l.Sector, l.Change, l.NationalShare, l.IndustryMix, l.RegionalShift)
	}
	// Output:
	// Buildings                      +215.00 =   +40.20    +6.39  +168.41
	// Energy                          +72.00 =   +24.85    +5.00   +42.16
	// Governance and data            +126.00 =   +22.10   +23.41   +80.49
	// Health and care                +139.25 =   +30.28    -5.55  +114.51
	// Lighting                        -61.25 =   +20.53   -42.81   -38.97
	// Mobility                       +151.75 =   +41.46   -13.03  +123.32
	// Security and emergency          +72.00 =    +6.41    -1.49   +67.08
	// Telecommunications and networks   +21.00 =   +10.61   -12.26   +22.65
	// Waste and recycling             -37.25 =   +14.62    -7.80   -44.07
	// Water and climate adaptation    +57.75 =   +20.31    -2.48   +39.91
	//                                +756.25 =  +231.36   -50.62  +575.51
}
