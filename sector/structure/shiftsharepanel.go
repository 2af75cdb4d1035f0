package structure

import (
	"fmt"
	"math"

	"smartcity/growth"
	"smartcity/sector"
)

// largest bounds figures and parts, so that sums of them do not overflow.
const largest = 1e300

// shiftSharePanel is what a shift-share is computed from, checked for its
// shape: figures by year and sector.
type shiftSharePanel struct {
	sectors        []string
	years          []int
	unit           string
	region, nation [][]sector.Figure
}

func (p *shiftSharePanel) decompose(m ShiftShareMethod, dynamic bool) (ShiftShareResult, error) {
	if m > Arcelus {
		panic("structure: there is no " + m.String())
	}
	if len(p.years) < 2 {
		return ShiftShareResult{}, fmt.Errorf("structure: shift-share of %d years, want two or more: %w", len(p.years), ErrLength)
	}
	if err := rising(p.years); err != nil {
		return ShiftShareResult{}, err
	}
	if last := len(p.years) - 1; !dynamic {
		p = &shiftSharePanel{
			sectors: p.sectors, years: []int{p.years[0], p.years[last]}, unit: p.unit,
			region: [][]sector.Figure{p.region[0], p.region[last]}, nation: [][]sector.Figure{p.nation[0], p.nation[last]},
		}
	}
	if err := p.check(); err != nil {
		return ShiftShareResult{}, err
	}
	status, err := p.status()
	if err != nil {
		return ShiftShareResult{}, err
	}
	var steps []ShiftShareResult
	for t := range p.years[1:] {
		s, err := p.step(m, t, status)
		if err != nil {
			return ShiftShareResult{}, err
		}
		steps = append(steps, s)
	}
	r := steps[0]
	if dynamic {
		r = p.addUp(m, steps)
	}
	r.Warnings = p.warnings(status, steps, dynamic)
	return r, nil
}

func rising(years []int) error {
	for i := 1; i < len(years); i++ {
		if years[i-1] >= years[i] {
			return fmt.Errorf("structure: shift-share of %d before %d: %w", years[i-1], years[i], growth.ErrOrder)
		}
	}
	return nil
}

// check refuses figures that no rate of growth can be made of.
func (p *shiftSharePanel) check() error {
	for t, year := range p.years {
		for i, name := range p.sectors {
			for _, f := range []struct {
				economy string
				figure  sector.Figure
			}{{"Region", p.region[t][i]}, {"Nation", p.nation[t][i]}} {
				var err error
				x := f.figure.Float64()
				switch {
				case x < 0:
					err = ErrNegative
				case x > largest:
					err = ErrInfinite
				default:
					continue
				}
				return fmt.Errorf("structure: shift-share of %q: %w", name, &FigureError{fmt.Sprintf("%s of %d", f.economy, year), i, x, err})
			}
		}
	}
	return nil
}

// status says which sectors are known in all years and both economies.
func (p *shiftSharePanel) status() ([]sector.Status, error) {
	out := make([]sector.Status, len(p.sectors))
	none := true
	for i := range out {
		out[i] = sector.Known
		for t := range p.years {
			for _, f := range []sector.Figure{p.region[t][i], p.nation[t][i]} {
				switch {
				case f.Status() == sector.Suppressed:
					out[i] = sector.Suppressed
				case !f.Known() && out[i] == sector.Known:
					out[i] = sector.Missing
				}
			}
		}
		none = none && out[i] != sector.Known
	}
	if none {
		return nil, fmt.Errorf("structure: shift-share of %d sectors, none of them known in all of %v in region and nation: %w", len(out), p.years, ErrEmpty)
	}
	return out, nil
}

// step divides the change from one of the years to the next.
func (p *shiftSharePanel) step(m ShiftShareMethod, t int, status []sector.Status) (ShiftShareResult, error) {
	r := ShiftShareResult{Method: m, Years: p.years[t : t+2 : t+2], Unit: p.unit}
	var region, nation pairOfSums
	for i := range p.sectors {
		if status[i] == sector.Known {
			region.add(p.region[t][i].Float64(), p.region[t+1][i].Float64())
			nation.add(p.nation[t][i].Float64(), p.nation[t+1][i].Float64())
		}
	}
	e, total := region.rate(), nation.rate()
	switch {
	case total.base == 0:
		return r, fmt.Errorf("structure: shift-share from %d, when the nation has nothing: %w", p.years[t], ErrZeroTotal)
	case !e.finite() || !total.finite():
		return r, fmt.Errorf("structure: shift-share %d–%d: %w", p.years[t], p.years[t+1], ErrInfinite)
	}
	for i, name := range p.sectors {
		l := blank(name, status[i])
		if l.Status == sector.Known {
			l.Base, l.End = p.region[t][i].Float64(), p.region[t+1][i].Float64()
			l.divide(m, change(p.region[t][i], p.region[t+1][i]), change(p.nation[t][i], p.nation[t+1][i]), e, total)
			for _, x := range append(l.parts(m), &l.Undivided, &l.RegionalShift) {
				if math.Abs(*x) > largest {
					return r, fmt.Errorf("structure: shift-share of %q %d–%d: %w", name, p.years[t], p.years[t+1], ErrInfinite)
				}
			}
		}
		r.Sectors = append(r.Sectors, l)
	}
	r.Total = sumOf(m, r.Sectors, e.change)
	r.Total.Base, r.Total.End = e.base, region.end.Float64()
	return r, nil
}

// divide fills in the parts of a sector: of changes of the region's sector i and
// the nation's sector n, of the whole region e and the whole nation total.
//
// Every part is a base times a rate or a difference of rates. Each is rounded
// relative to the rates in it, so the parts add up to a few units in the last
// place of the sum of their sizes, however small the rates.
func (l *ShiftShareLine) divide(m ShiftShareMethod, i, n, e, total rate) {
	homothetic := e.base / total.base * n.base
	remainder := i.base - homothetic
	l.Change, l.Undivided = i.change, 0
	if i.base == 0 && i.change == 0 && homothetic == 0 { // nothing from nothing
		for _, part := range append(l.parts(m), &l.RegionalShift) {
			*part = 0
		}
		if m == Arcelus {
			l.RegionalShift = math.NaN()
		}
		return
	}
	mix := n.minus(total)
	if m == Arcelus {
		a := &l.Arcelus
		region := e.minus(total)
		a.NationalHomothetic, a.NationalRemainder = homothetic*total.rate(), remainder*total.rate()
		a.IndustryHomothetic, a.IndustryRemainder = homothetic*mix, remainder*mix
		a.RegionalHomothetic, a.RegionalRemainder = homothetic*region, remainder*region
		own := i.minus(n) - region
		a.RegionalIndustryHomothetic, a.RegionalIndustryRemainder = homothetic*own, remainder*own
	} else {
		l.NationalShare = i.base * total.rate()
		l.IndustryMix = i.base * mix
		own := i.minus(n)
		l.RegionalShift = i.base * own
		if i.base == 0 && n.base != 0 {
			l.RegionalShift = i.change
		}
		if m == EstebanMarquillas {
			l.Competitive, l.Allocation = homothetic*own, remainder*own
		}
	}
	for _, part := range append(l.parts(m), &l.RegionalShift) {
		*part += 0 // no negative zeros
	}
	l.Undivided = l.rest(m)
}

// rest is what the parts that are defined leave of the change.
func (l *ShiftShareLine) rest(m ShiftShareMethod) float64 {
	var rest growth.Sum
	rest.Add(l.Change)
	defined := true
	for _, part := range l.parts(m) {
		if math.IsNaN(*part) {
			defined = false
		} else {
			rest.Add(-*part)
		}
	}
	if defined {
		return 0
	}
	return rest.Float64()
}

// sumOf adds up the parts of lines, where they are defined, to those of the
// change of all of them.
func sumOf(m ShiftShareMethod, lines []ShiftShareLine, change float64) ShiftShareLine {
	out := blank("", sector.Known)
	out.Change = change
	fields := func(l *ShiftShareLine) []*float64 {
		return append(l.parts(m), &l.Undivided, &l.RegionalShift)
	}
	into := fields(&out)
	sums := make([]growth.Sum, len(into))
	known := make([]bool, len(into))
	for i := range lines {
		for k, x := range fields(&lines[i]) {
			if !math.IsNaN(*x) {
				sums[k].Add(*x)
				known[k] = true
			}
		}
	}
	for k, x := range into {
		if known[k] {
			*x = sums[k].Float64()
		}
	}
	out.settle(m)
	return out
}

// settle gives what rounding has left over to the largest part. Where parts of
// several years cancel, nothing but rounding might be left of them, of one part
// after another.
func (l *ShiftShareLine) settle(m ShiftShareMethod) {
	parts := append(l.parts(m), &l.Undivided)
	for range parts {
		var rest growth.Sum
		rest.Add(l.Change)
		most := &l.Undivided // never NaN
		for _, part := range parts {
			if math.IsNaN(*part) {
				continue
			}
			rest.Add(-*part)
			if math.Abs(*part) > math.Abs(*most) {
				most = part
			}
		}
		if rest.Float64() == 0 {
			return
		}
		*most += rest.Float64()
	}
}

// addUp adds up the parts of a dynamic analysis over its steps.
func (p *shiftSharePanel) addUp(m ShiftShareMethod, steps []ShiftShareResult) ShiftShareResult {
	r := ShiftShareResult{Method: m, Dynamic: true, Years: p.years, Unit: p.unit, Steps: steps}
	lines := make([]ShiftShareLine, len(steps))
	over := func(line func(*ShiftShareResult) ShiftShareLine) ShiftShareLine {
		var change growth.Sum
		for t := range steps {
			lines[t] = line(&steps[t])
			change.Add(lines[t].Change)
		}
		l := sumOf(m, lines, change.Float64())
		l.Sector, l.Status = lines[0].Sector, lines[0].Status
		l.Base, l.End = lines[0].Base, lines[len(lines)-1].End
		return l
	}
	for i := range p.sectors {
		r.Sectors = append(r.Sectors, over(func(s *ShiftShareResult) ShiftShareLine { return s.Sectors[i] }))
	}
	r.Total = over(func(s *ShiftShareResult) ShiftShareLine { return s.Total })
	return r
}
