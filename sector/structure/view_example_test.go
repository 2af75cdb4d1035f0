package structure_test

import (
	"fmt"
	"strings"

	"smartcity/growth"
	"smartcity/sector/structure"
)

// show prints a view, a line for each row.
func show(v growth.View) {
	for _, row := range v.Rows {
		var cells []string
		for i, e := range row {
			switch e.Kind {
			case growth.TextEntry:
				cells = append(cells, e.Text)
			case growth.NumberEntry:
				cells = append(cells, fmt.Sprintf("%s %.4g", v.Columns[i].Name, e.Number))
			default:
				cells = append(cells, v.Columns[i].Name+" n/a")
			}
		}
		fmt.Println(strings.Join(cells, ", "))
	}
}

// Every measure of a structure, as a table to print, write or draw.
func Example_views() {
	region := []float64{120, 80, 40, 10}
	nation := []float64{900, 1400, 700, 500}
	concentration, err := structure.HHI(region)
	check(err)
	ratio, err := structure.CR(region, 2)
	check(err)
	gini, err := structure.Gini(region, nil)
	check(err)
	lorenz, err := structure.Lorenz(region, nil)
	check(err)
	theil, err := structure.Theil(region, nil)
	check(err)
	groups, err := structure.TheilGroups(region, nil, []string{"green", "green", "blue", "blue"})
	check(err)
	quotients, err := structure.LocationQuotients(region, nation, nil)
	check(err)
	krugman, err := structure.Krugman(region, nation)
	check(err)
	hoover, err := structure.Hoover(region, nation)
	check(err)
	locational, err := structure.LocationalGini(region, nation)
	check(err)
	clustered, err := structure.EllisonGlaeserPlants([][]float64{{30, 20}, {10}, {5, 5}, nil}, nation)
	check(err)
	for _, v := range []interface{ View() growth.View }{
		concentration, ratio, gini, lorenz, theil, groups, quotients, krugman, hoover, locational, clustered,
	} {
		show(v.View())
	}
	// Output:
	// hhi 0.36, hhi_normalised 0.1467, equivalent_number 2.778, n 4, left_out 0
	// k 2, concentration_ratio 0.8, n 4, left_out 0
	// gini 0.37, gini_normalised 0.4933, gini_maximum 0.75, n 4, left_out 0
	// cumulated_items 0, cumulated_total 0
	// cumulated_items 0.25, cumulated_total 0.04
	// cumulated_items 0.5, cumulated_total 0.2
	// cumulated_items 0.75, cumulated_total 0.52
	// cumulated_items 1, cumulated_total 1
	// theil_t 0.2474, theil_l 0.3449, n 4, left_out 0
	// blue, n 2, left_out 0, weight_share 0.5, total_share 0.2, mean 25, theil_t 0.1927, theil_l 0.2231, within_t 0.03855, between_t -0.1833, within_l 0.1116, between_l 0.4581
	// green, n 2, left_out 0, weight_share 0.5, total_share 0.8, mean 100, theil_t 0.02014, theil_l 0.02041, within_t 0.01611, between_t 0.376, within_l 0.01021, between_l -0.235
	// 1, share 0.48, reference_share 0.2571, location_quotient 1.867
	// 2, share 0.32, reference_share 0.4, location_quotient 0.8
	// 3, share 0.16, reference_share 0.2, location_quotient 0.8
	// 4, share 0.04, reference_share 0.1429, location_quotient 0.28
	// krugman 0.4457, krugman_halved 0.2229, n 4, left_out 0
	// hoover 0.2229, n 4, left_out 0
	// locational_gini 0.3176, locational_gini_weighted 0.2674, locational_gini_area 0.1337, n 4, left_out 0
	// gamma 0.1745, g 0.2988, g_expected 0.2111, plant_hhi 0.2959, z 0.6381, plants 5, plants_left_out 0, n 4, left_out 0
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
