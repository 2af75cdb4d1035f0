package dynamics_test

import (
	"fmt"

	"smartcity/sector/dynamics"
)

// What each group of firms has in the parts.
func ExampleProductivityChange_Decompose() {
	c, err := dynamics.CompareProductivity(firms())
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := c.Decompose(dynamics.MelitzPolanec)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, g := range d.Groups {
		fmt.Printf("%s: %.4f = within %.4f + between %.4f + entry %.4f + exit %.4f\n", g.Group, g.Change, g.Within, g.Between, g.Entry, g.Exit)
	}
	fmt.Printf("all:   %.4f = within %.4f + between %.4f + entry %.4f + exit %.4f\n", d.Change, d.Within, d.Between, d.Entry, d.Exit)
	// Output:
	// large: -0.1247 = within -0.0600 + between 0.0287 + entry -0.0934 + exit 0.0000
	// small: -0.2037 = within -0.2450 + between -0.0076 + entry -0.0188 + exit 0.0677
	// all:   -0.3284 = within -0.3050 + between 0.0211 + entry -0.1122 + exit 0.0677
}

func ExampleDecomposition_View() {
	c, err := dynamics.CompareProductivity(firms())
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := c.Decompose(dynamics.FosterHaltiwangerKrizan)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := d.View()
	for _, row := range v.Rows {
		fmt.Printf("%s %s: %s %.4f\n", row[1].Text, row[2].Text, v.Columns[3].Name, row[3].Number)
	}
	// Output:
	// group large: change -0.2267
	// group small: change -0.1017
	// total : change -0.3284
}
