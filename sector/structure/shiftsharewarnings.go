package structure

import (
	"fmt"
	"slices"

	"smartcity/sector"
)

// SectorsLeftOut warns that sectors are not known in both economies and all
// years, and are left out of all of it.
type SectorsLeftOut struct {
	Missing, Suppressed []string // by what their figures are
}

func (w SectorsLeftOut) Error() string {
	return fmt.Sprintf("%d sectors are left out: missing %s; suppressed %s", len(w.Missing)+len(w.Suppressed), list(w.Missing), list(w.Suppressed))
}

// NoBase warns that sectors begin a pair of years with nothing, in the region
// or in the nation, so that parts made of their rate of growth are not defined
// and ShiftShareLine.Undivided has what cannot be divided.
type NoBase struct {
	Year    int
	Nation  bool // in the nation, otherwise in the region alone
	Sectors []string
}

func (w NoBase) Error() string {
	return fmt.Sprintf("%d sectors have nothing in the %s in %d to grow from: %s", len(w.Sectors), economy(w.Nation), w.Year, list(w.Sectors))
}

// LargerThanNation warns that sectors have more in the region than in the
// nation, which the region therefore is no part of.
type LargerThanNation struct {
	Year    int
	Sectors []string
}

func (w LargerThanNation) Error() string {
	return fmt.Sprintf("%d sectors are larger in the region than in the nation in %d: %s", len(w.Sectors), w.Year, list(w.Sectors))
}

// YearsSkipped warns that a pair of years of a dynamic analysis is more than a
// year apart.
type YearsSkipped struct {
	From, To int
}

func (w YearsSkipped) Error() string {
	return fmt.Sprintf("%d and %d are compared as one step", w.From, w.To)
}

func economy(nation bool) string {
	if nation {
		return "nation"
	}
	return "region"
}

func (p *shiftSharePanel) warnings(status []sector.Status, steps []ShiftShareResult, dynamic bool) []error {
	var out []error
	var left SectorsLeftOut
	for i, s := range status {
		switch s {
		case sector.Missing:
			left.Missing = append(left.Missing, p.sectors[i])
		case sector.Suppressed:
			left.Suppressed = append(left.Suppressed, p.sectors[i])
		}
	}
	if len(left.Missing)+len(left.Suppressed) > 0 {
		out = append(out, left)
	}
	for t, year := range p.years {
		larger := LargerThanNation{Year: year}
		for i, name := range p.sectors {
			if status[i] == sector.Known && p.region[t][i].Float64() > p.nation[t][i].Float64() {
				larger.Sectors = append(larger.Sectors, name)
			}
		}
		if larger.Sectors != nil {
			out = append(out, larger)
		}
	}
	for t := range steps {
		s := &steps[t]
		nation, region := NoBase{Year: p.years[t], Nation: true}, NoBase{Year: p.years[t]}
		for i := range s.Sectors {
			l := &s.Sectors[i]
			undefined := slices.ContainsFunc(l.parts(s.Method), func(x *float64) bool { return *x != *x })
			switch {
			case l.Status != sector.Known || !undefined:
			case p.nation[t][i] == sector.Value(0):
				nation.Sectors = append(nation.Sectors, l.Sector)
			default:
				region.Sectors = append(region.Sectors, l.Sector)
			}
		}
		for _, w := range []NoBase{nation, region} {
			if w.Sectors != nil {
				out = append(out, w)
			}
		}
		if dynamic && p.years[t+1]-p.years[t] > 1 {
			out = append(out, YearsSkipped{p.years[t], p.years[t+1]})
		}
	}
	return out
}
