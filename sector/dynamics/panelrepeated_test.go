package dynamics

import (
	"errors"
	"math"
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
