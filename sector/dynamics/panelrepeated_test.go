package dynamics

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"smartcity/sector"
)

func unsafeSame(a, b string) bool { return unsafe.StringData(a) == unsafe.StringData(b) }

func TestRepeatedIsAnError(t *testing.T) {
	rows := []sector.Company{companyYear("9", 2017, 1, ""), companyYear("4", 2018, 1, ""), companyYear("9", 2017, 2, ""), companyYear("4", 2017, 1, ""), companyYear("4", 2018, 3, ""), companyYear("4", 2018, 4, "")}
	_, err := NewPanel(rows, PanelOptions{})
	e, ok := errors.AsType[*RepeatedError](err)
	if !ok || e.ID != "4" || e.Year != 2018 || e.Rows != [2]int{2, 5} {
		t.Fatalf("%v", err)
	}
	for _, part := range []string{`"4"`, "2018", "rows 2 and 5"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not name %s", err, part)
		}
	}
}

func TestRepeatedVariants(t *testing.T) {
	rows := []sector.Company{
		companyYear("1", 2018, 3, "Water"), companyYear("1", 2018, 5, "Energy"), companyYear("1", 2018, 5, "Air"),
		companyYear("2", 2018, 2, "Water"), companyYear("2", 2018, math.NaN(), "Energy"),
		companyYear("3", 2018, math.Inf(-1), "Water"), companyYear("3", 2018, math.NaN(), "Energy"),
		companyYear("4", 2018, 7, "Water"),
	}
	for _, c := range []struct {
		how  Repeated
		jobs [3]sector.Figure
		in   [3]string
	}{
		{SumRepeated, [3]sector.Figure{sector.Value(13), {}, sector.Hidden()}, [3]string{"Air", "Water", "Energy"}},
		{FirstRepeated, [3]sector.Figure{sector.Value(3), sector.Value(2), sector.Hidden()}, [3]string{"Water", "Water", "Water"}},
		{LastRepeated, [3]sector.Figure{sector.Value(5), {}, {}}, [3]string{"Air", "Energy", "Energy"}},
	} {
		p := mustPanel(t, rows, PanelOptions{Repeated: c.how})
		for i, id := range []string{"1", "2", "3"} {
			o, _ := p.Find(id, 2018)
			if o.Jobs != c.jobs[i] || o.Sector != c.in[i] {
				t.Errorf("%v: company %s has %v in %q, want %v in %q", c.how, id, o.Jobs, o.Sector, c.jobs[i], c.in[i])
			}
		}
		w, ok := p.Warnings()[0].(*RowsJoined)
		if !ok || *w != (RowsJoined{c.how, 3, 7}) || !strings.Contains(w.Error(), c.how.String()) {
			t.Errorf("%v: warnings %v", c.how, p.Warnings())
		}
	}
}

// Workplaces add up as the decimals they are written as, so that a threshold which
// their sum is at is reached. A sum of the binary numbers nearest to them misses
// that of 0.04 and 17.24 by a bit.
func TestRepeatedSumInDecimals(t *testing.T) {
	rows := func(id, start1, start2, end1, end2 string) []sector.Company {
		var out []sector.Company
		for i, x := range []string{start1, start2, end1, end2} {
			v, err := strconv.ParseFloat(x, 64)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, sector.Company{ID: id, Establishment: string(rune('a' + i)), Year: 2015 + i/2*3, Founded: 2000, FTE: sector.Value(v), Revenue: sector.Value(1000 * v)})
		}
		return out
	}
	p := mustPanel(t, append(rows("E", "10", "0", "0.04", "17.24"), rows("F", "3.7", "1.3", "1e-3", "8.639")...), PanelOptions{Repeated: SumRepeated})
	table, err := FindHighGrowth(p, StatisticsDenmark(), HighGrowthOptions{})
	if err != nil || table.Totals[0].HighGrowth != 2 || table.Totals[0].Eligible != 2 {
		t.Errorf("%+v, %v", table.Totals, err)
	}
	// Every sum of cents is the number nearest to it, on either side of ten.
	for cents := range 2000 {
		want := float64(cents+1234) / 100
		p := mustPanel(t, rows("E", strconv.FormatFloat(float64(cents)/100, 'f', 2, 64), "12.34", "1e9", "1e-9"), PanelOptions{Repeated: SumRepeated})
		if o, _ := p.Find("E", 2015); o.Jobs != sector.Value(want) {
			t.Fatalf("%d cents and 12.34 are %v", cents, o.Jobs)
		}
	}
}

// A sum of rows is the same in any order, also of workplaces.
func TestRepeatedSumInAnyOrder(t *testing.T) {
	rows := []sector.Company{
		{ID: "1", Establishment: "a", Year: 2018, FTE: sector.Value(.1), Sector: "Water", Region: "North"},
		{ID: "1", Establishment: "b", Year: 2018, FTE: sector.Value(.2), Sector: "Energy", Region: "South"},
		{ID: "1", Establishment: "c", Year: 2018, FTE: sector.Value(.2), Sector: "Energy", Region: "East"},
	}
	want, _ := mustPanel(t, rows, PanelOptions{Repeated: SumRepeated}).Find("1", 2018)
	if want.Sector != "Energy" || want.Region != "East" || want.Jobs != sector.Value(.5) {
		t.Errorf("sum %+v", want)
	}
	for _, order := range [][3]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		p := mustPanel(t, []sector.Company{rows[order[0]], rows[order[1]], rows[order[2]]}, PanelOptions{Repeated: SumRepeated})
		if o, _ := p.Find("1", 2018); o != want {
			t.Errorf("in the order %v: %+v, want %+v", order, o, want)
		}
	}
}
