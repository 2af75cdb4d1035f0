package disclosure

import (
	"slices"
	"testing"

	"smartcity/sector"
)

// checkInsiders lets the largest company of each hidden figure use what it knows:
// that each figure it is in is no less than its own, or nothing else.
func checkInsiders(t *testing.T, groups []*published, column sector.Column, interval float64) (attacked int) {
	t.Helper()
	from := (&figures{column: column}).from
	own := func(g *published, id string) (x float64, in, alone bool) {
		n := 0
		for i := range g.row.Contributions {
			if c := &g.row.Contributions[i]; from(c).Known() {
				if n++; c.ID == id {
					x, in = from(c).Float64(), true
				}
			}
		}
		return x, in, in && n == 1
	}
	done := map[string]bool{}
	for _, g := range groups {
		var largest *sector.Contribution
		for i := range g.row.Contributions {
			if c := &g.row.Contributions[i]; from(c).Known() && (largest == nil || from(c).Float64() > from(largest).Float64()) {
				largest = c
			}
		}
		if !g.hidden[column] || largest == nil || done[largest.ID] {
			continue
		}
		done[largest.ID] = true
		var a attack
		a.column(groups, column)
		for _, p := range groups {
			if x, in, alone := own(p, largest.ID); in && p.hidden[column] {
				row := map[int]float64{a.unknown(unknownOf(p, column)): 1}
				if !alone {
					row[a.unknown("others in "+p.name())] = -1
				}
				a.equation(row, x)
			}
		}
		for _, p := range groups {
			if _, in, _ := own(p, largest.ID); in || p.reasons[column].Reason != Sensitive {
				continue
			}
			x := p.row.Figure(column).Float64()
			low, high := a.interval(t, unknownOf(p, column))
			attacked++
			if need := interval / 100 * x; high-x < need*(1-1e-6) || x-low < need*(1-1e-6) || high-low < 1e-9 {
				t.Errorf("column %d of %s, %v, lies in %v to %v for company %s of %s", column, p.name(), x, low, high, largest.ID, g.name())
			}
		}
	}
	return attacked
}

// TestClassesOfInsiders has two hidden size classes that share 210.5 jobs. Readers
// know of the small one that it has 20 to 100 jobs, but its company of 18 that it
// has no more than 68, and so of the other that it has no less than 142.5: 10 per
// cent of 155.5 are not left.
func TestClassesOfInsiders(t *testing.T) {
	companies := slices.Concat(group("micro", "", 2018, 3, 7),
		[]sector.Company{company("a", "small", "", 2018, 37, 1), company("b", "small", "", 2018, 18, 1), company("c", "medium", "", 2018, 78.5, 1), company("d", "medium", "", 2018, 77, 1)})
	for _, rules := range [][]Rule{{PPercent{P: 10}}, {MinimumCompanies{N: 3}}} {
		result, err := Protect(Options{Rules: rules, Firms: ShowFirms}, tableOf(t, companies, sector.BySize()))
		if err != nil {
			t.Fatal(err)
		}
		got := hiddenIn(result.Tables[0], sector.Jobs)
		warned := slices.ContainsFunc(result.Warnings, func(w error) bool { l, ok := w.(*LessUncertain); return ok && l.Insiders })
		if !slices.Contains(got, "medium") || len(got) == 2 && !warned {
			t.Errorf("%v: %v are hidden, warned: %v", rules, got, warned)
		}
	}
}
