package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector/structure"
)

func ExampleCompanyAgglomeration() {
	companies, _, reference := tables()
	a, err := structure.CompanyAgglomeration(companies, reference, 2018)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range a.Lines {
		fmt.Printf("%-29s γ %+.4f, %d companies, %d left out\n", l.Sector, l.Gamma, l.Plants, l.PlantsLeftOut)
	}
	// Output:
	// Buildings                     γ -0.0149, 339 companies, 7 left out
	// Energy                        γ +0.0537, 307 companies, 3 left out
	// Governance and data           γ +0.0947, 385 companies, 6 left out
	// Health and care               γ -0.0077, 288 companies, 3 left out
	// Lighting                      γ -0.0431, 104 companies, 2 left out
	// Mobility                      γ -0.0009, 288 companies, 0 left out
	// Security and emergency        γ +0.0888, 105 companies, 1 left out
	// Telecommunications and networks γ +0.0686, 130 companies, 1 left out
	// Waste and recycling           γ +0.1552, 129 companies, 2 left out
	// Water and climate adaptation  γ +0.0364, 198 companies, 2 left out
}
