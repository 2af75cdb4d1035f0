package structure_test

import (
	"errors"
	"fmt"

	"smartcity/growth"
	"smartcity/sector/structure"
)

// The data of Farhauer and Kröll's example, and a third year.
func threeYears() structure.ShiftShareInput {
	return structure.ShiftShareInput{
		Years:   []int{2016, 2017, 2018},
		Sectors: []string{"Energy", "Water", "Waste", "Lighting"},
		Region:  [][]float64{{90, 20, 10, 60}, {100, 40, 10, 55}, {105, 45, 15, 60}},
		Nation:  [][]float64{{400, 150, 150, 400}, {440, 210, 135, 480}, {460, 230, 155, 500}},
	}
}

func ExampleShiftShare() {
	in := threeYears()
	in.Years, in.Region, in.Nation = in.Years[:2], in.Region[:2], in.Nation[:2]
	r, err := structure.ShiftShare(structure.Dunn, in)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range append(r.Sectors, r.Total) {
		fmt.Printf("%-8s %+5.1f = %+5.1f %+5.1f %+5.1f\n", l.Sector, l.Change, l.NationalShare, l.IndustryMix, l.RegionalShift)
	}
	r, err = structure.ShiftShare(structure.EstebanMarquillas, in)
	fmt.Printf("%v: competitive %.5f, allocation %.5f, %v\n", r.Method, r.Total.Competitive, r.Total.Allocation, err)
	// Output:
	// Energy   +10.0 = +13.5  -4.5  +1.0
	// Water    +20.0 =  +3.0  +5.0 +12.0
	// Waste     +0.0 =  +1.5  -2.5  +1.0
	// Lighting  -5.0 =  +9.0  +3.0 -17.0
	//          +25.0 = +27.0  +1.0  -3.0
	// Esteban-Marquillas: competitive -0.63636, allocation -2.36364, <nil>
}

func ExampleShiftShare_arcelus() {
	r, err := structure.ShiftShare(structure.Arcelus, threeYears())
	if err != nil {
		fmt.Println(err)
		return
	}
	water := r.Sectors[1]
	a := water.Arcelus
	fmt.Printf("national %.3f %.3f\n", a.NationalHomothetic, a.NationalRemainder)
	fmt.Printf("industry %.3f %.3f\n", a.IndustryHomothetic, a.IndustryRemainder)
	fmt.Printf("regional %.3f %.3f\n", a.RegionalHomothetic, a.RegionalRemainder)
	fmt.Printf("regional industry %.3f %.3f\n", a.RegionalIndustryHomothetic, a.RegionalIndustryRemainder)
	fmt.Println("change", water.Change)
	// Output:
	// national 5.467 -1.012
	// industry 7.624 -1.412
	// regional 0.669 -0.124
	// regional industry 16.921 -3.134
	// change 25
}

func ExampleDynamicShiftShare() {
	r, err := structure.DynamicShiftShare(structure.Dunn, threeYears())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range append(r.Steps, r) {
		t := s.Total
		fmt.Printf("%d–%d %+g = %.6f + %.6f + %.6f\n", s.Years[0], s.Years[len(s.Years)-1], t.Change, t.NationalShare, t.IndustryMix, t.RegionalShift)
	}
	// Output:
	// 2016–2017 +25 = 27.000000 + 1.000000 + -3.000000
	// 2017–2018 +20 = 12.964427 + -0.836300 + 7.871873
	// 2016–2018 +45 = 39.964427 + 0.163700 + 4.871873
}

// A sector that is new to the region has no rate of growth there.
func ExampleNoBase() {
	r, err := structure.ShiftShare(structure.EstebanMarquillas, structure.ShiftShareInput{
		Sectors: []string{"Energy", "Water"},
		Years:   []int{2017, 2018},
		Region:  [][]float64{{10, 0}, {12, 3}},
		Nation:  [][]float64{{100, 100}, {110, 108}},
	})
	fmt.Println(r.Sectors[1].RegionalShift, r.Sectors[1].Competitive, r.Sectors[1].Undivided, err)
	for _, w := range r.Warnings {
		if none, ok := errors.AsType[structure.NoBase](w); ok {
			fmt.Println(none.Year, none.Sectors, "–", none)
		}
	}
	// Output:
	// 3 NaN 3 <nil>
	// 2017 [Water] – 1 sectors have nothing in the region in 2017 to grow from: Water
}

func ExampleShiftShareResult_View() {
	r, err := structure.DynamicShiftShare(structure.Dunn, threeYears())
	if err != nil {
		fmt.Println(err)
		return
	}
	v := r.View()
	for k, e := range v.Rows[4] {
		if e.Kind == growth.NumberEntry {
			fmt.Printf("%s %.6g\n", v.Columns[k].Name, e.Number)
		} else {
			fmt.Printf("%s %q\n", v.Columns[k].Name, e.Text)
		}
	}
	// Output:
	// level "total"
	// sector ""
	// method "Dunn, dynamic"
	// from_year 2016
	// to_year 2018
	// base 180
	// end 225
	// change 45
	// national_share 39.9644
	// industry_mix 0.1637
	// regional_shift 4.87187
	// undivided 0
}
