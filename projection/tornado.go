package projection

import (
	"cmp"
	"fmt"
	"slices"

	"smartcity/growth"
)

// Tornado says how much the jobs of the target year hang on each assumption of a
// scenario, when it is varied and all others stay. [Projection.Tornado] and
// [Outlook.Tornado] make it.
type Tornado struct {
	Name, Unit string // of the projection; the total of an outlook has no name
	Scenario   string
	Year       int     // the target year
	Level      float64 // jobs in it under the assumptions of the scenario

	Bars []Bar // by Swing, the largest first; as given where they are equal
}

// Bar is the effect of one assumption on the jobs of the target year.
type Bar struct {
	Variation
	Levels []float64 // jobs with each of its values, in their order

	// Low and High are the smallest and the largest of Levels, Swing is High − Low.
	// Low may come of the last value, as it does of productivity.
	Low, High, Swing float64
}

// Tornado varies the assumptions of a scenario one at a time. Values that are
// tried need not include the scenario's own.
//
// It returns an error that wraps [growth.ErrTooFew] if there are no variations or
// one has fewer than two values, [growth.ErrNotKnown] if the projection has no such
// scenario, or one that is Derived, or a variation names a sector or has a value
// that is not stated, and those of [ProjectScenarios] under a value tried.
func (p *Projection) Tornado(scenario string, variations ...Variation) (*Tornado, error) {
	s, err := p.sensitive(scenario)
	if err != nil {
		return nil, err
	}
	return s.tornado(variations)
}

// Tornado varies the assumptions of a scenario one at a time, of all sectors or of
// one, and says what that does to the total. A variation of all sectors replaces
// their own assumptions too. With [SharedOut] an assumption of one sector moves
// jobs between sectors and not the total, whose course is its own.
//
// Errors are those of [Projection.Tornado] and [SectorScenarios]; here a
// variation may name a sector that is projected.
func (o *Outlook) Tornado(scenario string, variations ...Variation) (*Tornado, error) {
	s, err := o.sensitive(scenario)
	if err != nil {
		return nil, err
	}
	return s.tornado(variations)
}

func (s *sensitive) tornado(variations []Variation) (*Tornado, error) {
	if len(variations) == 0 {
		return nil, fmt.Errorf("projection: tornado of no assumptions: %w", growth.ErrTooFew)
	}
	total := s.outlook.Total
	t := &Tornado{Name: total.Name, Unit: total.Unit, Scenario: s.c.Name, Year: total.To}
	var err error
	if t.Level, err = s.level(); err != nil {
		return nil, err
	}
	for _, v := range variations {
		if err := s.check(v); err != nil {
			return nil, err
		}
		if len(v.Values) < 2 {
			return nil, fmt.Errorf("projection: tornado of %v with %d value, want 2 or more: %w", v.Assumption, len(v.Values), growth.ErrTooFew)
		}
		v.Values = slices.Clone(v.Values)
		b := Bar{Variation: v}
		for _, x := range v.Values {
			level, err := s.level(setting{v, x})
			if err != nil {
				return nil, in(err, "tornado of %v", v.Assumption)
			}
			b.Levels = append(b.Levels, level)
		}
		b.Low, b.High = slices.Min(b.Levels), slices.Max(b.Levels)
		b.Swing = b.High - b.Low
		t.Bars = append(t.Bars, b)
	}
	slices.SortStableFunc(t.Bars, func(a, b Bar) int { return cmp.Compare(b.Swing, a.Swing) })
	return t, nil
}

// View returns a row for each bar and value: assumption, sector (missing for all),
// value (missing if it differs by year), jobs, change against the scenario, and
// swing.
func (t *Tornado) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "assumption"}, {Name: "sector"}, {Name: "value"},
		{Name: "jobs", Unit: t.Unit}, {Name: "change", Unit: t.Unit}, {Name: "swing", Unit: t.Unit},
	}}
	for _, b := range t.Bars {
		for i, x := range b.Values {
			v.Rows = append(v.Rows, []growth.Entry{
				growth.TextOf(b.Assumption.String()), sectorEntry(b.Sector), yearlyEntry(x),
				growth.NumberOf(b.Levels[i]), growth.NumberOf(b.Levels[i] - t.Level), growth.NumberOf(b.Swing),
			})
		}
	}
	return v
}

func sectorEntry(name string) growth.Entry {
	if name == "" {
		return growth.Entry{}
	}
	return growth.TextOf(name)
}

func yearlyEntry(y Yearly) growth.Entry {
	if !y.IsConstant() {
		return growth.Entry{}
	}
	return growth.NumberOf(y.Values[0])
}
