package disclosure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartcity/sector"
)

func TestYears(t *testing.T) {
	var companies []sector.Company
	for y := 2014; y <= 2018; y++ {
		n := 4
		if y == 2016 {
			n = 2
		}
		companies = slices.Concat(companies, group("A", "", y, n, 10))
		for i, name := range []string{"B", "C", "D", "E"} {
			// The smallest is another one each year.
			companies = append(companies, group(name, "", y, 5, 20+float64((i+y)%4))...)
		}
	}
	companies = append(companies, group("F", "", 2014, 2, 1)...)
	companies = append(companies, group("F", "", 2018, 2, 1)...)
	table := tableOf(t, companies, sector.BySector(), sector.ByYear())
	each := hiddenIn(protectAll(t, Options{}, table).Tables[0], sector.Jobs)
	slices.Sort(each)
	if len(each) != 6 || !slices.Equal(slices.Delete(slices.Clone(each), 3, 4), []string{"A 2014", "A 2016", "A 2018", "F 2014", "F 2018"}) || !strings.HasSuffix(each[3], " 2016") {
		t.Errorf("hidden: %v, want F, with A that is hidden in 2016 anyway, and A with another", each)
	}
}

func TestWholeSeries(t *testing.T) {
	var companies []sector.Company
	for y := 2014; y <= 2018; y++ {
		companies = slices.Concat(companies, group("A", "", y, map[bool]int{true: 2, false: 4}[y == 2016], 10), group("B", "", y, 5, 20), group("C", "", y, 5, 40))
	}
	result := protectAll(t, Options{Years: WholeSeries}, tableOf(t, companies, sector.BySector(), sector.ByYear()))
	var want []string
	for _, s := range []string{"A", "B"} {
		for y := 2014; y <= 2018; y++ {
			want = append(want, fmt.Sprint(s, " ", y))
		}
	}
	if got := hiddenIn(result.Tables[0], sector.Jobs); !slices.Equal(got, want) {
		t.Errorf("hidden: %v, want %v", got, want)
	}
	reasons := map[Reason]int{}
	for _, s := range result.Suppressions {
		if s.Column == sector.Jobs {
			reasons[s.Reason]++
		}
	}
	if reasons[Sensitive] != 1 || reasons[Sensitive]+reasons[Complementary]+reasons[OtherYear] != 10 || reasons[OtherYear] == 0 {
		t.Errorf("reasons: %v", reasons)
	}
}
