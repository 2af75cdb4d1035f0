package dynamics_test

import (
	"fmt"
	"math"

	"smartcity/sector/dynamics"
)

// firms are eight firms with productivity in levels and shares of the market, of
// which two leave and two come. They are the data of R's package dfvad.
func firms() []dynamics.Firm {
	gone := math.NaN()
	return []dynamics.Firm{
		{Weight0: .33, Productivity0: 1.95, Weight1: .30, Productivity1: 1.68, Group: "large"},
		{Weight0: .25, Productivity0: 1.73, Weight1: .21, Productivity1: 1.76, Group: "large"},
		{Weight0: .10, Productivity0: 1.64, Weight1: .17, Productivity1: 1.04, Group: "small"},
		{Weight0: .12, Productivity0: 1.85, Weight1: .01, Productivity1: 1.47, Group: "small"},
		{Weight0: .09, Productivity0: 1.39, Weight1: gone, Productivity1: gone, Group: "small"},
		{Weight0: .11, Productivity0: 1.57, Weight1: gone, Productivity1: gone, Group: "small"},
		{Weight0: gone, Productivity0: gone, Weight1: .25, Productivity1: 1.17, Group: "large"},
		{Weight0: gone, Productivity0: gone, Weight1: .06, Productivity1: 1.23, Group: "small"},
	}
}

func ExampleCompareProductivity() {
	c, err := dynamics.CompareProductivity(firms())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f → %.4f: %.4f, by %d continuers, %d entrants and %d exiters\n",
		c.Before, c.After, c.Change, c.Continuers, c.Entrants, c.Exiters)
	fmt.Println("     within  between    cross    entry     exit")
	for _, m := range dynamics.DecompositionMethods() {
		d, err := c.Decompose(m)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%-3s %7.4f  %7.4f  %7.4f  %7.4f  %7.4f\n", m, d.Within, d.Between, d.Cross, d.Entry, d.Exit)
	}
	// Output:
	// 1.7598 → 1.4314: -0.3284, by 4 continuers, 2 entrants and 2 exiters
	//      within  between    cross    entry     exit
	// BHC -0.1872  -0.2097   0.0000   0.3663  -0.2978
	// GR  -0.1838  -0.0375   0.0000  -0.1283   0.0213
	// FHK -0.1872  -0.0228   0.0067  -0.1792   0.0542
	// BG  -0.1838  -0.0493   0.0000  -0.0953   0.0000
	// DF  -0.2478  -0.0361   0.0000  -0.1122   0.0677
	// MP  -0.3050   0.0211   0.0000  -0.1122   0.0677
}

func ExampleProductivityChange_View() {
	c, err := dynamics.CompareProductivity(firms())
	if err != nil {
		fmt.Println(err)
		return
	}
	v := c.View()
	for i, column := range v.Columns {
		e := v.Rows[2][i]
		fmt.Printf("%s %s%.4g\n", column.Name, e.Text, e.Number)
	}
	// Output:
	// method FHK0
	// before 1.76
	// after 1.431
	// change -0.3284
	// within -0.1872
	// between -0.02282
	// cross 0.0067
	// entry -0.1792
	// exit 0.05416
	// continuers 4
	// entrants 2
	// exiters 2
	// not_known 0
}

// A firm of which it is known that it was there, but not with what figures, is
// neither an entrant nor an exiter.
func ExampleFirm() {
	unknown := math.NaN()
	c, err := dynamics.CompareProductivity(append(firms(),
		dynamics.Firm{Weight0: .2, Productivity0: 1.5, Weight1: .2, Productivity1: unknown},
		dynamics.Firm{Weight0: .2, Productivity0: 1.5, Weight1: unknown, Productivity1: unknown, Active1: true}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f with %d exiters\n", c.Change, c.Exiters)
	for _, w := range c.Warnings {
		fmt.Println(w)
	}
	// Output:
	// -0.3284 with 2 exiters
	// 2 firms with a figure that is not known are left out (2 continuers, 0 entrants, 0 exiters), with 28.6 % of the first year's known weight and 16.7 % of the second's
}
