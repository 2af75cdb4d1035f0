package disclosure

import (
	"math"
	"strings"
	"testing"

	"smartcity/sector"
)

// shown is a table as it is published, without companies: rows, then the total.
func shown(by []sector.Dimension, total sector.Figure, rows map[string]sector.Figure, keys ...[]string) *sector.Table {
	t := &sector.Table{By: by, Currency: "DKK", Totals: []sector.Row{{Key: make([]string, len(by)), Jobs: sector.Cell{Sum: total}}}}
	for _, key := range keys {
		t.Rows = append(t.Rows, sector.Row{Key: key, Jobs: sector.Cell{Sum: rows[strings.Join(key, "")]}})
	}
	return t
}

// TestAuditHandbook is example 3 of Hundepool et al. (2012), section 4.2.2, after
// Geurts (1992): three sectors, two regions, four cells hidden.
func TestAuditHandbook(t *testing.T) {
	h, v := sector.Hidden(), sector.Value
	S, R := sector.BySector(), sector.ByRegion()
	inner := shown([]sector.Dimension{S, R}, v(16), map[string]sector.Figure{"1a": h, "1b": h, "2a": h, "2b": h, "3a": v(3), "3b": v(3)},
		[]string{"1", "a"}, []string{"1", "b"}, []string{"2", "a"}, []string{"2", "b"}, []string{"3", "a"}, []string{"3", "b"})
	sectors := shown([]sector.Dimension{S}, v(16), map[string]sector.Figure{"1": v(7), "2": v(3), "3": v(6)}, []string{"1"}, []string{"2"}, []string{"3"})
	regions := shown([]sector.Dimension{R}, v(16), map[string]sector.Figure{"a": v(9), "b": v(7)}, []string{"a"}, []string{"b"})
	audit, err := Audit(inner, sectors, regions)
	if err != nil {
		t.Fatal(err)
	}
	want := [][2]float64{{3, 6}, {1, 4}, {0, 3}, {0, 3}}
	if len(audit.Intervals) != len(want) {
		t.Fatalf("%d intervals, want %d: %+v", len(audit.Intervals), len(want), audit)
	}
	for k, i := range audit.Intervals {
		if math.Abs(i.Lower-want[k][0]) > 1e-9 || math.Abs(i.Upper-want[k][1]) > 1e-9 {
			t.Errorf("%v lies in %v to %v, want %v", i.Key, i.Lower, i.Upper, want[k])
		}
	}
	if _, err := Protect(Options{}, inner); err == nil {
		t.Error("a table with suppressed sums was protected")
	}
	// A total that is shown in one table is no secret in another.
	sectors.Totals[0].Jobs.Sum = h
	if audit, err = Audit(inner, sectors, regions); err != nil {
		t.Fatal(err)
	}
	if last := audit.Intervals[len(audit.Intervals)-1]; last.Lower != 16 || last.Upper != 16 || !last.Total {
		t.Errorf("%+v, want 16", last)
	}
}

func TestAuditLimits(t *testing.T) {
	h, v := sector.Hidden(), sector.Value
	S := []sector.Dimension{sector.BySector()}
	keys := [][]string{{"A"}, {"B"}, {"C"}}
	for _, c := range []struct {
		name         string
		total        sector.Figure
		a, b, c      sector.Figure
		lower, upper float64 // of A
		bad          bool
	}{
		{"alone", v(10), h, v(4), v(4), 2, 2, false},
		{"with another", v(10), h, h, v(4), 0, 6, false},
		{"with the total", h, h, v(4), v(4), 0, math.Inf(1), false},
		{"beside what is missing", v(10), h, sector.Figure{}, v(4), 6, 6, false},
		{"of nothing", v(8), h, h, v(8), 0, 0, false},
		{"large", v(1e12 + .25), h, v(1e12), v(0), .25, .25, false},
		{"beside a loss", v(10), h, h, v(-4), math.Inf(-1), math.Inf(1), false},
		{"more than the total", v(10), h, v(14), v(4), 0, 0, true},
		{"not adding up", v(10), v(1), v(4), v(4), 0, 0, true},
	} {
		audit, err := Audit(shown(S, c.total, map[string]sector.Figure{"A": c.a, "B": c.b, "C": c.c}, keys...))
		if (err != nil) != c.bad {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.bad {
			continue
		}
		if i := audit.Intervals[0]; i.Lower != c.lower || i.Upper != c.upper {
			t.Errorf("%s: A lies in %v to %v, want %v to %v", c.name, i.Lower, i.Upper, c.lower, c.upper)
		}
	}
	if _, err := Audit(); err == nil {
		t.Error("no tables were audited")
	}
}
