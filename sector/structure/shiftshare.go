package structure

import (
	"fmt"
	"math"
	"strconv"

	"smartcity/growth"
	"smartcity/sector"
)

// ShiftShareMethod names a way to divide the change of a region into parts.
// Each later method divides parts of the one before it.
//
// Of a sector with e_i in the region and E_i in the nation, e_i' and E_i' at the
// end, e and E over all sectors, let r_i = e_i'/e_i − 1, R_i = E_i'/E_i − 1,
// r = e'/e − 1 and R = E'/E − 1 be the rates of growth, and h_i = e·E_i/E the
// homothetic figure: what the region would have with the nation's mix.
type ShiftShareMethod uint8

const (
	// Dunn divides e_i' − e_i into NationalShare e_i·R, IndustryMix e_i(R_i − R)
	// and RegionalShift e_i(r_i − R_i). Dunn (1960).
	Dunn ShiftShareMethod = iota

	// EstebanMarquillas divides Dunn's RegionalShift into Competitive
	// h_i(r_i − R_i) and Allocation (e_i − h_i)(r_i − R_i). Esteban-Marquillas
	// (1972).
	EstebanMarquillas

	// Arcelus divides e_i' − e_i into the eight ArcelusParts. Arcelus (1984).
	Arcelus
)

// String returns "Dunn", "Esteban-Marquillas" or "Arcelus".
func (m ShiftShareMethod) String() string {
	switch m {
	case Dunn:
		return "Dunn"
	case EstebanMarquillas:
		return "Esteban-Marquillas"
	case Arcelus:
		return "Arcelus"
	}
	return "ShiftShareMethod(" + strconv.Itoa(int(m)) + ")"
}

// ShiftShareInput holds the figures of a region and of the nation, or of any
// economy and a larger one that it is part of: jobs, companies, revenue, or any
// other figure of zero and more that adds up. NaN is a figure that is missing. A
// sector that the region does not have is 0 there.
type ShiftShareInput struct {
	Sectors []string    // names; nil numbers the sectors from 1
	Years   []int       // in order; nil numbers them from 0
	Region  [][]float64 // one slice a year, one figure a sector
	Nation  [][]float64 // the same
}

// ShiftShare divides the change of a region from the first year to the last
// into parts, by sector and in total. It is the comparative static analysis: the
// years between are not looked at.
//
// Every line's parts add up to its Change. Sectors whose figure is not known in
// the region or in the nation, in the first or the last year, are left out of
// both economies and all totals, and [SectorsLeftOut] names them. Where a rate
// of growth has no base the parts made of it are not defined, see
// ShiftShareLine.Undivided. [LargerThanNation] warns of a region that cannot be
// part of the nation.
//
// It returns an error that wraps [ErrLength] if the slices do not fit, including
// fewer than two years, [growth.ErrOrder] if the years do not rise, [ErrNegative]
// or [ErrInfinite] for such figures or for a result too large, [ErrEmpty] if no
// sector is known, and [ErrZeroTotal] if the nation begins with nothing. It
// panics if there is no such method.
//
// Sources: Dunn, A statistical and analytical technique for regional analysis,
// Papers in Regional Science 6 (1960); Esteban-Marquillas, A reinterpretation of
// shift-share analysis, Regional and Urban Economics 2 (1972); Arcelus, An
// extension of shift-share analysis, Growth and Change 15 (1984).
func ShiftShare(m ShiftShareMethod, in ShiftShareInput) (ShiftShareResult, error) {
	return in.decompose(m, false)
}

// DynamicShiftShare divides the change from each year to the next as
// [ShiftShare] does and adds the parts up over the pairs of years, so that the
// region's mix and the rates of growth are never older than a year. Steps holds
// the pairs.
//
// A sector that is not known in any one of the years is left out of all of
// them, so that the parts still add up. [YearsSkipped] warns of pairs more than a
// year apart. Errors are those of [ShiftShare], of the nation beginning any of
// the pairs with nothing.
//
// Source: Barff and Knight, Dynamic shift-share analysis, Growth and Change 19
// (1988).
func DynamicShiftShare(m ShiftShareMethod, in ShiftShareInput) (ShiftShareResult, error) {
	return in.decompose(m, true)
}

// ShiftShareResult is a change divided into parts.
type ShiftShareResult struct {
	Method  ShiftShareMethod
	Dynamic bool   // added up over the pairs of Years
	Years   []int  // the two that are compared, or those of the pairs
	Unit    string // of the figures; "" if they came as slices

	Sectors []ShiftShareLine // in the order of the input
	Total   ShiftShareLine   // over the sectors that are known

	// Steps are the pairs of a dynamic analysis, nil otherwise.
	Steps []ShiftShareResult

	Warnings []error // typed: SectorsLeftOut, NoBase, LargerThanNation, YearsSkipped, and those of the tables
}

// ShiftShareLine is a sector or the total. All figures are in the unit of the
// input. A part is NaN where it is not defined or belongs to a method that was
// not asked for, and every figure is NaN in a line that is not known.
type ShiftShareLine struct {
	Sector string
	// Status is Known, or says why the sector is left out: Suppressed if a figure
	// of it is, Missing otherwise.
	Status sector.Status

	Base, End float64 // the region's figure in the first and the last year
	Change    float64 // End − Base

	NationalShare float64 // growth as that of the whole nation; Dunn and Esteban-Marquillas
	IndustryMix   float64 // from being a sector that grows faster or slower; the same
	RegionalShift float64 // the rest, from growth unlike the same sector in the nation; the same

	Competitive float64 // part of RegionalShift with the nation's mix; Esteban-Marquillas
	Allocation  float64 // part of RegionalShift from having more or less of the sector; the same

	Arcelus ArcelusParts // Arcelus

	// Undivided is the part of Change that cannot be divided for want of a base,
	// 0 where there is one. A sector new to the nation has neither R_i nor r_i,
	// and its IndustryMix and RegionalShift are not defined. One that is new to
	// the region alone has no r_i: its RegionalShift is e_i', the limit of
	// e_i' − e_i·E_i'/E_i, but it cannot be divided into Competitive and
	// Allocation, nor into the RegionalIndustry parts of Arcelus. [NoBase] warns
	// of both.
	Undivided float64
}

// ArcelusParts are the eight parts of Arcelus (1984): four effects, each on the
// homothetic figure h_i and on the remainder e_i − h_i that the region has more
// of a sector, or less, than the nation's mix would give it.
type ArcelusParts struct {
	NationalHomothetic         float64 // h_i·R
	NationalRemainder          float64 // (e_i − h_i)·R
	IndustryHomothetic         float64 // h_i(R_i − R)
	IndustryRemainder          float64 // (e_i − h_i)(R_i − R)
	RegionalHomothetic         float64 // h_i(r − R)
	RegionalRemainder          float64 // (e_i − h_i)(r − R)
	RegionalIndustryHomothetic float64 // h_i((r_i − r) − (R_i − R))
	RegionalIndustryRemainder  float64 // (e_i − h_i)((r_i − r) − (R_i − R))
}

// decompose checks what only slices can get wrong.
func (in ShiftShareInput) decompose(m ShiftShareMethod, dynamic bool) (ShiftShareResult, error) {
	years := in.Years
	if years == nil {
		years = numbers(0, len(in.Region))
	}
	if len(in.Region) != len(years) || len(in.Nation) != len(years) {
		return ShiftShareResult{}, fmt.Errorf("structure: shift-share of %d years with %d of the region and %d of the nation: %w",
			len(years), len(in.Region), len(in.Nation), ErrLength)
	}
	sectors := in.Sectors
	if sectors == nil && len(in.Region) > 0 {
		for _, n := range numbers(1, len(in.Region[0])) {
			sectors = append(sectors, strconv.Itoa(n))
		}
	}
	p := shiftSharePanel{sectors: sectors, years: years}
	for t, year := range years {
		if len(in.Region[t]) != len(sectors) || len(in.Nation[t]) != len(sectors) {
			return ShiftShareResult{}, fmt.Errorf("structure: shift-share of %d sectors with %d of the region and %d of the nation in %d: %w",
				len(sectors), len(in.Region[t]), len(in.Nation[t]), year, ErrLength)
		}
		p.region = append(p.region, figures(in.Region[t]))
		p.nation = append(p.nation, figures(in.Nation[t]))
	}
	return p.decompose(m, dynamic)
}

func numbers(first, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = first + i
	}
	return out
}

func figures(xs []float64) []sector.Figure {
	out := make([]sector.Figure, len(xs))
	for i, x := range xs {
		out[i] = sector.Value(x + 0) // no negative zeros
	}
	return out
}

// parts lists the parts of a line that add up to Change, as [ShiftShareResult.View]
// has them, without Undivided, which is the last.
func (l *ShiftShareLine) parts(m ShiftShareMethod) []*float64 {
	a := &l.Arcelus
	switch m {
	case Dunn:
		return []*float64{&l.NationalShare, &l.IndustryMix, &l.RegionalShift}
	case EstebanMarquillas:
		return []*float64{&l.NationalShare, &l.IndustryMix, &l.Competitive, &l.Allocation}
	}
	return []*float64{
		&a.NationalHomothetic, &a.NationalRemainder, &a.IndustryHomothetic, &a.IndustryRemainder,
		&a.RegionalHomothetic, &a.RegionalRemainder, &a.RegionalIndustryHomothetic, &a.RegionalIndustryRemainder,
	}
}

// columns are the names of parts, in their order.
func (m ShiftShareMethod) columns() []string {
	switch m {
	case Dunn:
		return []string{"national_share", "industry_mix", "regional_shift"}
	case EstebanMarquillas:
		return []string{"national_share", "industry_mix", "competitive", "allocation"}
	}
	return []string{
		"national_homothetic", "national_remainder", "industry_homothetic", "industry_remainder",
		"regional_homothetic", "regional_remainder", "regional_industry_homothetic", "regional_industry_remainder",
	}
}

// blank returns a line of which nothing is known.
func blank(name string, status sector.Status) ShiftShareLine {
	nan := math.NaN()
	return ShiftShareLine{
		Sector: name, Status: status, Base: nan, End: nan, Change: nan,
		NationalShare: nan, IndustryMix: nan, RegionalShift: nan, Competitive: nan, Allocation: nan,
		Arcelus: ArcelusParts{nan, nan, nan, nan, nan, nan, nan, nan}, Undivided: nan,
	}
}

// View returns a row for each sector and one for the total, whose parts add up
// to change: columns level ("sector" or "total"), sector, method (with ", dynamic"
// where it is), from_year, to_year, base, end, change, the parts of the method in
// the order of the fields, and undivided.
func (r ShiftShareResult) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{
		{Name: "level"}, {Name: "sector"}, {Name: "method"}, {Name: "from_year", Unit: "year"}, {Name: "to_year", Unit: "year"},
	}}
	method := r.Method.String()
	if r.Dynamic {
		method += ", dynamic"
	}
	for _, name := range append(append([]string{"base", "end", "change"}, r.Method.columns()...), "undivided") {
		v.Columns = append(v.Columns, growth.ViewColumn{Name: name, Unit: r.Unit})
	}
	row := func(whole bool, l ShiftShareLine) {
		entries := []growth.Entry{
			level(whole, "sector"), growth.TextOf(l.Sector), growth.TextOf(method),
			growth.NumberOf(float64(r.Years[0])), growth.NumberOf(float64(r.Years[len(r.Years)-1])),
		}
		for _, x := range append(append([]*float64{&l.Base, &l.End, &l.Change}, l.parts(r.Method)...), &l.Undivided) {
			f := sector.Value(*x)
			if l.Status == sector.Suppressed {
				f = sector.Hidden()
			}
			entries = append(entries, f.Entry())
		}
		v.Rows = append(v.Rows, entries)
	}
	for _, l := range r.Sectors {
		row(false, l)
	}
	row(true, r.Total)
	return v
}
