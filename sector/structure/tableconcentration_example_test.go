package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector"
	"smartcity/sector/structure"
)

func ExampleTableConcentration() {
	_, table, reference := tables()
	c, err := structure.TableConcentration(table, reference, sector.Jobs, 2018)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range c.Lines {
		fmt.Printf("%-29s Hoover %.3f, HHI %.3f\n", l.Sector, l.Hoover.Float64(), l.HHI.Float64())
	}
	// Output:
	// Buildings                     Hoover 0.043, HHI 0.246
	// Energy                        Hoover 0.225, HHI 0.279
	// Governance and data           Hoover 0.251, HHI 0.443
	// Health and care               Hoover 0.065, HHI 0.265
	// Lighting                      Hoover 0.074, HHI 0.264
	// Mobility                      Hoover 0.117, HHI 0.324
	// Security and emergency        Hoover 0.274, HHI 0.474
	// Telecommunications and networks Hoover 0.290, HHI 0.396
	// Waste and recycling           Hoover 0.396, HHI 0.314
	// Water and climate adaptation  Hoover 0.301, HHI 0.289
	//                               Hoover 0.051, HHI 0.267
}
