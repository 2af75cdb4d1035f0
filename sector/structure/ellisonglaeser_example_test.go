package structure_test

import (
	"fmt"
	"math"

	"smartcity/sector/structure"
)

// Plants of an industry in Vienna, Linz and Graz (Farhauer and Kröll 2014).
func ExampleEllisonGlaeserPlants() {
	plants := [][]float64{
		{200, 650, 12000, 100, 50},
		{16000, 13000, 1500, 1500},
		{25000},
	}
	a, err := structure.EllisonGlaeserPlants(plants, []float64{500000, 400000, 100000})
	if err != nil {
		panic(err)
	}
	fmt.Printf("γ %.8f: G %.4f where chance would give %.4f, z %.2f\n", a.Gamma, a.G, a.Expected, a.Z)
	// Output: γ 0.05990628: G 0.1682 where chance would give 0.1419, z 0.20
}

func ExampleEllisonGlaeser() {
	industry := []float64{13000, 32000, 25000}
	all := []float64{500000, 400000, 100000}
	a, err := structure.EllisonGlaeser(industry, all, 0.2447)
	if err != nil {
		panic(err)
	}
	fmt.Printf("γ %.2f\n", a.Gamma)
	// Output: γ 0.06
}

func ExamplePlantsLeftOut() {
	a, err := structure.EllisonGlaeserPlants([][]float64{{5, 2, math.NaN()}, {4}, {}}, []float64{10, 20, 5})
	if err != nil {
		panic(err)
	}
	fmt.Println(a.Warnings[0])
	// Output: 1 of 4 plants are left out, their sizes are not known
}
