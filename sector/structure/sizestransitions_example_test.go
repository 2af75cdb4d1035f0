package structure_test

import (
	"fmt"
	"log"

	"smartcity/sector/structure"
)

func ExampleSizeTransitions() {
	companies, _, _ := tables()
	m, err := structure.SizeTransitions(companies, 2017, 2018, nil)
	if err != nil {
		log.Fatal(err)
	}
	for i, from := range m.Sources {
		fmt.Printf("%-9v", from)
		for j, to := range m.Destinations {
			fmt.Printf(" %v %d", to, m.Moves[i][j].Companies)
		}
		fmt.Println()
	}
	fmt.Println("same", m.Same, "up", m.Up, "down", m.Down, "births", m.Births, "deaths", m.Deaths)
	// Output:
	// micro     micro 1652 small 41 medium 0 large 0 not known 20 death 115 absent 0
	// small     micro 9 small 285 medium 8 large 0 not known 5 death 11 absent 0
	// medium    micro 0 small 0 medium 43 large 1 not known 0 death 0 absent 0
	// large     micro 0 small 0 medium 0 large 2 not known 0 death 0 absent 0
	// not known micro 23 small 6 medium 0 large 0 not known 0 death 0 absent 0
	// birth     micro 188 small 11 medium 0 large 0 not known 1 death 0 absent 0
	// absent    micro 2 small 1 medium 1 large 0 not known 1 death 0 absent 0
	// same 1982 up 50 down 9 births 200 deaths 126
}
