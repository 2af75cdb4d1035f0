package projection

import (
	"math"

	"smartcity/growth"
)

// Explanation takes a claim apart into statements, each of which holds the figures
// of one sentence and is in no language. [Readings.Explain] makes it.
type Explanation struct {
	Claim Claim // with its units and base years filled in

	// Statements come in the order in which they would be told: those of each
	// reading, best first and by figure; [NothingExplains] if there is none; what bands
	// say by themselves; and then, by figure, kind and base year, the rates that would
	// be needed where no reading has the figure so.
	Statements []Statement
}

// Says is what a [Statement] says.
type Says int

const (
	SaysNothing     Says = iota // of no statement of an explanation
	Follows                     // P follows from the base at an end of the range and is printed as the figure (grade A)
	FollowsIf                   // the same, if the base is one of Bases (grade B)
	Needs                       // the figure needs the rate, which is Where against the range (grade C, or no reading)
	TakesYears                  // a band takes so many years, whatever its base
	NothingExplains             // no reading explains all figures of the claim together
)

// String returns "nothing", "follows", "follows if", "needs", "takes years" or
// "nothing explains".
func (s Says) String() string {
	return name(s, "nothing", "follows", "follows if", "needs", "takes years", "nothing explains")
}

// Where is the place of a rate against a range.
type Where int

const (
	Unplaced Where = iota // there is no rate to place
	Below                 // less than the low end
	Inside                // ends included
	Above                 // more than the high end
)

// String returns "unplaced", "below", "inside" or "above".
func (w Where) String() string { return name(w, "unplaced", "below", "inside", "above") }

// Statement is one thing to be said about a claim. Which fields hold something
// depends on what it Says.
type Statement struct {
	Says    Says
	Reading int // in Readings.List, from 0; −1 if it belongs to none

	Figure   Figure // the printed one
	Kind     Kind   // Level or Gain, as it is taken here
	BaseYear int
	Years    int     // from there to the target year
	Base     float64 // jobs in the base year
	End      End     // of Follows and FollowsIf: the end of the range that is meant

	// Rate is the growth a year: that of the end, or the one needed. −1 stands for that
	// of an impossible level.
	Rate  growth.Rate
	Where Where // of Rate against the range; of Follows and FollowsIf Inside

	P, Level, Gain float64  // of Follows and FollowsIf: what comes of the base at Rate; P is Level or Gain
	Bases          Interval // of FollowsIf: the bases that lead there
	Band           Band     // of TakesYears
}

// Explain puts the readings, and what no reading can be, into statements: of
// 35,200 from 17,600 at 12–17 % that as a gain it follows at 17 % a year over seven
// years from 2018, that as a level it needs 12.2 % a year from 2019, and that from
// 2018 it would need 10.4 %, which is below the range.
func (r *Readings) Explain() *Explanation {
	e := &Explanation{Claim: r.Claim}
	type taken struct {
		figure, year int
		kind         Kind
	}
	told := map[taken]bool{}
	for i, reading := range r.List {
		for k, f := range reading.Fits {
			told[taken{k, reading.BaseYear, f.Kind}] = true
			s := Statement{
				Says: Follows, Reading: i, Figure: f.Figure, Kind: f.Kind, BaseYear: reading.BaseYear, Years: reading.Years, Base: reading.Base,
				End: f.End, Rate: f.Rate, Where: Inside, P: f.P, Level: f.Level, Gain: f.Gain,
			}
			switch f.Grade {
			case GradeB:
				s.Says, s.Bases = FollowsIf, reading.Bases
			case GradeC:
				s = Statement{Says: Needs, Reading: i, Figure: f.Figure, Kind: f.Kind, BaseYear: reading.BaseYear, Years: reading.Years, Base: reading.Base}
				s.need(f.Implied, r.Claim.Range)
			}
			e.Statements = append(e.Statements, s)
		}
	}
	if len(r.List) == 0 {
		e.Statements = append(e.Statements, Statement{Says: NothingExplains, Reading: -1})
	}
	for _, b := range r.Bands {
		if b.Solved {
			e.Statements = append(e.Statements, Statement{Says: TakesYears, Reading: -1, Kind: b.Kind, Band: b})
		}
	}
	if r.Claim.Base == 0 {
		return e
	}
	for k, f := range r.Claim.Figures {
		for _, kind := range f.Kind.tried() {
			for _, year := range r.Claim.BaseYears {
				if told[taken{k, year, kind}] {
					continue
				}
				s := Statement{Says: Needs, Reading: -1, Figure: f, Kind: kind, BaseYear: year, Years: r.Claim.Target - year, Base: r.Claim.Base}
				s.need(impliedRate(s.Base, f.Value, kind, s.Years), r.Claim.Range)
				e.Statements = append(e.Statements, s)
			}
		}
	}
	return e
}

// need sets the rate that is needed.
func (s *Statement) need(rate growth.Rate, r growth.Range) {
	s.Rate = rate
	switch {
	case rate < r.Low:
		s.Where = Below
	case rate > r.High:
		s.Where = Above
	default:
		s.Where = Inside
	}
}

// View returns a row for each statement: says, reading (from 1, missing if it
// belongs to none), figure, kind, base_year, years, base, rate, where, jobs (P),
// base_low and base_high. What a statement does not hold is missing; years of a
// band are not whole.
func (e *Explanation) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "says"}, {Name: "reading"}, {Name: "figure"}, {Name: "kind"}, {Name: "base_year", Unit: "year"}, {Name: "years"},
		{Name: "base"}, {Name: "rate", Unit: "fraction a year"}, {Name: "where"}, {Name: "jobs"}, {Name: "base_low"}, {Name: "base_high"},
	}}
	given := func(x float64, ok bool) growth.Entry {
		if !ok {
			return growth.NumberOf(math.NaN())
		}
		return growth.NumberOf(x)
	}
	for _, s := range e.Statements {
		figure, kind, where := growth.Entry{}, growth.Entry{}, growth.Entry{}
		about := s.Says == Follows || s.Says == FollowsIf || s.Says == Needs
		years := float64(s.Years)
		if s.Says == TakesYears {
			years = s.Band.Years
		}
		if about {
			figure, where = growth.NumberOf(s.Figure.Value), growth.TextOf(s.Where.String())
		}
		if about || s.Says == TakesYears {
			kind = growth.TextOf(s.Kind.String())
		}
		v.Rows = append(v.Rows, []growth.Entry{
			growth.TextOf(s.Says.String()), given(float64(s.Reading+1), s.Reading >= 0), figure, kind,
			given(float64(s.BaseYear), about), given(years, about || s.Says == TakesYears), given(s.Base, about), given(float64(s.Rate), about), where,
			given(s.P, s.Says == Follows || s.Says == FollowsIf), given(s.Bases.Low, s.Says == FollowsIf), given(s.Bases.High, s.Says == FollowsIf),
		})
	}
	return v
}
