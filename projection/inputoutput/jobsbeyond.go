package inputoutput

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth"
	"smartcity/projection"
)

// JobsBeyond is the indirect and induced jobs that go with a projection, kept
// apart from the jobs projected. [IndirectJobs] makes it.
type JobsBeyond struct {
	Unit         string // of all jobs: that of the projection
	BaseYear, To int
	Sectors      []SectorJobs // in the order of the projection, without those not mapped

	// Total sums Sectors; its direct jobs are those of Sectors and so may be fewer
	// than the projection's. Induced jobs are NaN where those of one sector are. It
	// has no name.
	Total SectorJobs

	NotMapped []string // sectors of the projection without a multiplier, in its order

	Warnings []error // *[NotMapped], *[MayOverlap]
}

// SectorJobs is the jobs of one sector, in every scenario.
type SectorJobs struct {
	Sector, Industry string        // of the projection; of the table of multipliers
	Multiplier       JobMultiplier // zero of the total
	Scenarios        []ScenarioJobs
}

// ScenarioJobs is the jobs of one scenario, from the base year on.
type ScenarioJobs struct {
	Name string
	// Direct are the jobs projected. Indirect and Induced are those elsewhere; NaN
	// where the multiplier is not known.
	Direct, Indirect, Induced []float64
}

// NotMapped is a warning: sectors have no multiplier, so that indirect jobs leave
// theirs out. It unwraps to [ErrNotMapped].
type NotMapped struct {
	Sectors []string
}

func (w *NotMapped) Error() string {
	return fmt.Sprintf("inputoutput: %q: %v", w.Sectors, ErrNotMapped)
}

// Unwrap returns [ErrNotMapped].
func (w *NotMapped) Unwrap() error { return ErrNotMapped }

// MayOverlap is a warning: indirect jobs of one sector may be direct jobs of
// another of them, which supplies it. Direct and indirect jobs of several sectors
// then must not be added.
type MayOverlap struct {
	Sectors int
}

func (w *MayOverlap) Error() string {
	return fmt.Sprintf("inputoutput: %d sectors may supply each other, so that indirect jobs of one are direct jobs of another", w.Sectors)
}

// IndirectJobs multiplies the jobs of each sector of an outlook, in every year
// and scenario, by the multipliers of the industry it belongs to. Industries names
// the industry of each sector that goes by another name in the table; it may be
// nil.
//
// Multipliers are taken to be the same in every year, which overstates the
// indirect jobs where productivity grows among the suppliers. A sector without a
// multiplier is listed, and is not taken to have no indirect jobs. The rest of a
// total that is in no sector has none either.
//
// It returns an error that wraps [ErrShape] if an industry is in the table twice or
// has no name, [ErrNotMapped] if industries names one that the table does not have,
// or has one for a sector that the outlook does not have, or no sector has a
// multiplier, and a *[SectorError] with [ErrNegative] or
// [growth.ErrNotKnown] for multipliers that are negative or infinite. A multiplier
// of indirect jobs that is NaN counts as none.
func IndirectJobs(o *projection.Outlook, table []JobMultiplier, industries map[string]string) (*JobsBeyond, error) {
	find := make(map[string]JobMultiplier, len(table))
	for _, m := range table {
		if _, twice := find[m.Sector]; twice || m.Sector == "" {
			return nil, fmt.Errorf("inputoutput: multipliers: %q is there twice, or has no name: %w", m.Sector, ErrShape)
		}
		for _, c := range []struct {
			what  string
			value float64
		}{{"indirect jobs per direct job", m.Indirect}, {"induced jobs per direct job", m.Induced}} {
			if math.IsNaN(c.value) {
				continue
			}
			if err := nonNegative(m.Sector, c.what, c.value); err != nil {
				return nil, err
			}
		}
		find[m.Sector] = m
	}
	for _, name := range slices.Sorted(maps.Keys(industries)) {
		if _, ok := o.Sector(name); !ok && !slices.ContainsFunc(o.NotProjected, func(n projection.NotProjected) bool { return n.Name == name }) {
			return nil, fmt.Errorf("inputoutput: industry of %q, which is no sector of the projection: %w", name, ErrNotMapped)
		}
	}
	b := &JobsBeyond{Unit: o.Total.Unit, BaseYear: o.Total.BaseYear, To: o.Total.To}
	for _, p := range o.Sectors {
		industry, named := industries[p.Name]
		if !named {
			industry = p.Name
		}
		m, ok := find[industry]
		if named && !ok {
			return nil, fmt.Errorf("inputoutput: industry %q of %q: %w", industry, p.Name, ErrNotMapped)
		}
		if !ok || math.IsNaN(m.Indirect) {
			b.NotMapped = append(b.NotMapped, p.Name)
			continue
		}
		s := SectorJobs{Sector: p.Name, Industry: industry, Multiplier: m}
		for _, sc := range p.Scenarios {
			j := ScenarioJobs{Name: sc.Name, Direct: slices.Clone(sc.Level)}
			for _, x := range sc.Level {
				j.Indirect = append(j.Indirect, x*m.Indirect)
				j.Induced = append(j.Induced, x*m.Induced)
			}
			s.Scenarios = append(s.Scenarios, j)
		}
		b.Sectors = append(b.Sectors, s)
	}
	if len(b.Sectors) == 0 {
		return nil, fmt.Errorf("inputoutput: none of %d sectors has a multiplier: %w", len(o.Sectors), ErrNotMapped)
	}
	if b.NotMapped != nil {
		b.Warnings = append(b.Warnings, &NotMapped{b.NotMapped})
	}
	if len(b.Sectors) > 1 {
		b.Warnings = append(b.Warnings, &MayOverlap{len(b.Sectors)})
	}
	for k, first := range b.Sectors[0].Scenarios {
		part := func(of func(ScenarioJobs) []float64) []float64 {
			sums := make([]float64, len(first.Direct))
			for t := range sums {
				var sum growth.Sum
				for _, s := range b.Sectors {
					sum.Add(of(s.Scenarios[k])[t])
				}
				sums[t] = sum.Float64()
			}
			return sums
		}
		b.Total.Scenarios = append(b.Total.Scenarios, ScenarioJobs{
			Name:     first.Name,
			Direct:   part(func(j ScenarioJobs) []float64 { return j.Direct }),
			Indirect: part(func(j ScenarioJobs) []float64 { return j.Indirect }),
			Induced:  part(func(j ScenarioJobs) []float64 { return j.Induced }),
		})
	}
	return b, nil
}

// View returns a row for each sector, scenario and year: sector, industry,
// scenario, year, direct, indirect, induced. There are no rows of the total.
func (b *JobsBeyond) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "sector"}, {Name: "industry"}, {Name: "scenario"}, {Name: "year", Unit: "year"},
		{Name: "direct", Unit: b.Unit}, {Name: "indirect", Unit: b.Unit}, {Name: "induced", Unit: b.Unit},
	}}
	for _, s := range b.Sectors {
		for _, j := range s.Scenarios {
			for t := range j.Direct {
				v.Rows = append(v.Rows, []growth.Entry{
					growth.TextOf(s.Sector), growth.TextOf(s.Industry), growth.TextOf(j.Name), growth.NumberOf(float64(b.BaseYear + t)),
					growth.NumberOf(j.Direct[t]), growth.NumberOf(j.Indirect[t]), growth.NumberOf(j.Induced[t]),
				})
			}
		}
	}
	return v
}
