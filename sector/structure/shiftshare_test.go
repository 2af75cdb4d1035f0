package structure

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// farhauer is the region and the nation of Farhauer and Kröll's example, with a
// third year.
func farhauer(years int) ShiftShareInput {
	return ShiftShareInput{
		Sectors: []string{"A", "B", "C", "D"},
		Years:   []int{2016, 2017, 2018}[:years],
		Region:  [][]float64{{90, 20, 10, 60}, {100, 40, 10, 55}, {105, 45, 15, 60}}[:years],
		Nation:  [][]float64{{400, 150, 150, 400}, {440, 210, 135, 480}, {460, 230, 155, 500}}[:years],
	}
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %.10g, want %.10g", what, got, want)
	}
}

func must(t *testing.T) func(ShiftShareResult, error) ShiftShareResult {
	return func(r ShiftShareResult, err error) ShiftShareResult {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
}

func TestShiftShareFarhauer(t *testing.T) {
	r := must(t)(ShiftShare(Dunn, farhauer(2)))
	near(t, "change", r.Total.Change, 25, 0)
	near(t, "NS", r.Total.NationalShare, 27, 1e-13)
	near(t, "IM", r.Total.IndustryMix, 1, 1e-13)
	near(t, "RS", r.Total.RegionalShift, -3, 1e-13)
	for i, want := range [][2]float64{{-4.5, 1}, {5, 12}, {-2.5, 1}, {3, -17}} {
		near(t, "IM of "+r.Sectors[i].Sector, r.Sectors[i].IndustryMix, want[0], 1e-13)
		near(t, "RS of "+r.Sectors[i].Sector, r.Sectors[i].RegionalShift, want[1], 1e-13)
	}
	r = must(t)(ShiftShare(EstebanMarquillas, farhauer(2)))
	near(t, "competitive", r.Total.Competitive, -0.63636, 5e-6)
	near(t, "allocation", r.Total.Allocation, -2.36364, 5e-6)
	near(t, "RS", r.Total.RegionalShift, -3, 1e-13)
	if r.Warnings != nil {
		t.Errorf("warnings %v", r.Warnings)
	}
}

func TestShiftShareThreeYears(t *testing.T) {
	d := must(t)(DynamicShiftShare(Dunn, farhauer(3)))
	near(t, "NS", d.Total.NationalShare, 39.964427, 5e-7)
	near(t, "IM", d.Total.IndustryMix, 0.163700, 5e-7)
	near(t, "RS", d.Total.RegionalShift, 4.871873, 5e-7)
	near(t, "change", d.Total.Change, 45, 0)
	s := must(t)(ShiftShare(Dunn, farhauer(3)))
	near(t, "static NS", s.Total.NationalShare, 40.0909, 5e-5)
	near(t, "static IM", s.Total.IndustryMix, -0.5909, 5e-5)
	near(t, "static RS", s.Total.RegionalShift, 5.5, 1e-13)
	near(t, "static change", s.Total.Change, 45, 0)
	if !slices.Equal(s.Years, []int{2016, 2018}) || !slices.Equal(d.Years, []int{2016, 2017, 2018}) || s.Dynamic || !d.Dynamic {
		t.Errorf("years %v and %v", s.Years, d.Years)
	}
	// The first step is the static analysis of its two years.
	first := must(t)(ShiftShare(Dunn, farhauer(2)))
	if len(d.Steps) != 2 || !equalLines(d.Steps[0].Sectors, first.Sectors) {
		t.Errorf("first step %v, want %v", d.Steps[0].Sectors, first.Sectors)
	}
}

func TestShiftShareWithoutBase(t *testing.T) {
	in := ShiftShareInput{
		Sectors: []string{"old", "new here", "new everywhere", "absent here", "nowhere"},
		Region:  [][]float64{{10, 0, 0, 0, 0}, {12, 3, 2, 0, 0}},
		Nation:  [][]float64{{100, 50, 0, 50, 0}, {110, 60, 8, 40, 0}},
	}
	nan := math.NaN()
	want := map[ShiftShareMethod][][]float64{
		// R = 218/200 − 1 = 0.09.
		Dunn:              {{0.9, 0.1, 1, 0}, {0, 0, 3, 0}, {0, nan, nan, 2}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0.9, 0.1, 4, 2}},
		EstebanMarquillas: {{0.9, 0.1, 0.5, 0.5, 0}, {0, 0, nan, nan, 3}, {0, nan, nan, nan, 2}, {0, 0, nan, nan, 0}, {0, 0, 0, 0, 0}, {0.9, 0.1, 0.5, 0.5, 5}},
	}
	regionWarning := map[ShiftShareMethod][]string{EstebanMarquillas: {"new here", "absent here"}, Arcelus: {"new here", "absent here"}}
	for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
		r := must(t)(ShiftShare(m, in))
		eachLine(r, func(l ShiftShareLine) { addsUp(t, m, l) })
		for i, want := range want[m] {
			l := append(r.Sectors, r.Total)[i]
			for k, x := range append(l.parts(m), &l.Undivided) {
				if math.IsNaN(want[k]) != math.IsNaN(*x) || math.Abs(want[k]-*x) > 1e-14 {
					t.Errorf("%v %q: part %d is %v, want %v", m, l.Sector, k, *x, want[k])
				}
			}
		}
		warnings := []error{NoBase{Year: 0, Nation: true, Sectors: []string{"new everywhere"}}}
		if of := regionWarning[m]; of != nil {
			warnings = append(warnings, NoBase{Year: 0, Sectors: of})
		}
		if !reflect.DeepEqual(r.Warnings, warnings) {
			t.Errorf("%v: warnings %v, want %v", m, r.Warnings, warnings)
		}
		if l := r.Sectors[1]; m != Arcelus && l.RegionalShift != 3 {
			t.Errorf("%v: regional shift of a sector new to the region is %v", m, l.RegionalShift)
		}
	}
	// A region that begins with nothing has everything from itself.
	in.Region[0][0] = 0
	r := must(t)(ShiftShare(Dunn, in))
	near(t, "RS", r.Total.RegionalShift, 15, 0)
	near(t, "undivided", r.Total.Undivided, 2, 0)
	r = must(t)(ShiftShare(Arcelus, in))
	near(t, "undivided", r.Total.Undivided, 17, 0)
	eachLine(r, func(l ShiftShareLine) { addsUp(t, Arcelus, l) })
}

func TestShiftShareLeavesOut(t *testing.T) {
	whole := farhauer(3)
	in := farhauer(3)
	nan := math.NaN()
	in.Sectors = append(in.Sectors, "E", "F")
	for y := range in.Region {
		in.Region[y] = append(slices.Clone(in.Region[y]), 5, 6)
		in.Nation[y] = append(slices.Clone(in.Nation[y]), 50, 60)
	}
	in.Region[1][4], in.Nation[2][5] = nan, nan
	for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
		want, got := must(t)(DynamicShiftShare(m, whole)), must(t)(DynamicShiftShare(m, in))
		if !equalLines([]ShiftShareLine{got.Total}, []ShiftShareLine{want.Total}) || !equalLines(got.Sectors[:4], want.Sectors) {
			t.Errorf("%v: %v, want %v", m, got.Total, want.Total)
		}
		if l := got.Sectors[4]; l.Status != sector.Missing || !math.IsNaN(l.Base) || !math.IsNaN(l.NationalShare) || !math.IsNaN(l.Undivided) {
			t.Errorf("%v: line of a sector left out: %v", m, l)
		}
		if !reflect.DeepEqual(got.Warnings, []error{SectorsLeftOut{Missing: []string{"E", "F"}}}) {
			t.Errorf("%v: warnings %v", m, got.Warnings)
		}
	}
	// The static analysis does not look at the year between.
	r := must(t)(ShiftShare(Dunn, in))
	if r.Sectors[4].Status != sector.Known || r.Sectors[5].Status != sector.Missing {
		t.Errorf("statuses %v and %v", r.Sectors[4].Status, r.Sectors[5].Status)
	}
}

func TestShiftShareWarns(t *testing.T) {
	in := farhauer(3)
	in.Years = []int{2010, 2014, 2015}
	in.Region[0][2] = 151
	r := must(t)(DynamicShiftShare(Dunn, in))
	want := []error{LargerThanNation{Year: 2010, Sectors: []string{"C"}}, YearsSkipped{2010, 2014}}
	if !reflect.DeepEqual(r.Warnings, want) {
		t.Errorf("warnings %v, want %v", r.Warnings, want)
	}
	in = farhauer(2)
	in.Years = []int{2010, 2014}
	if r := must(t)(DynamicShiftShare(Dunn, in)); !reflect.DeepEqual(r.Warnings, []error{YearsSkipped{2010, 2014}}) {
		t.Errorf("warnings %v", r.Warnings)
	}
	if r := must(t)(ShiftShare(Dunn, in)); r.Warnings != nil {
		t.Errorf("warnings %v", r.Warnings)
	}
	for _, w := range append(want, SectorsLeftOut{}, NoBase{}) {
		if w.Error() == "" {
			t.Errorf("%T says nothing", w)
		}
	}
}

func TestShiftShareErrors(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	edit := func(f func(*ShiftShareInput)) ShiftShareInput {
		in := farhauer(3)
		f(&in)
		return in
	}
	tests := []struct {
		name string
		in   ShiftShareInput
		want error
	}{
		{"nothing", ShiftShareInput{}, ErrLength},
		{"one year", farhauer(1), ErrLength},
		{"no sectors", ShiftShareInput{Region: [][]float64{{}, {}}, Nation: [][]float64{{}, {}}}, ErrEmpty},
		{"years differ", edit(func(in *ShiftShareInput) { in.Years = in.Years[:2] }), ErrLength},
		{"nation short", edit(func(in *ShiftShareInput) { in.Nation = in.Nation[:2] }), ErrLength},
		{"sector short", edit(func(in *ShiftShareInput) { in.Region[2] = in.Region[2][:3] }), ErrLength},
		{"years fall", edit(func(in *ShiftShareInput) { in.Years = []int{2016, 2018, 2017} }), growth.ErrOrder},
		{"years repeat", edit(func(in *ShiftShareInput) { in.Years = []int{2016, 2016, 2017} }), growth.ErrOrder},
		{"negative region", edit(func(in *ShiftShareInput) { in.Region[0][1] = -1 }), ErrNegative},
		{"negative nation", edit(func(in *ShiftShareInput) { in.Nation[2][1] = -1 }), ErrNegative},
		{"infinite", edit(func(in *ShiftShareInput) { in.Nation[2][1] = inf }), ErrInfinite},
		{"sum infinite", edit(func(in *ShiftShareInput) {
			in.Nation[2] = []float64{math.MaxFloat64, math.MaxFloat64, 1, 1}
		}), ErrInfinite},
		{"unknown", edit(func(in *ShiftShareInput) { in.Nation[2] = []float64{nan, nan, nan, nan} }), ErrEmpty},
		{"zero nation", edit(func(in *ShiftShareInput) { in.Nation[0] = []float64{0, 0, 0, 0} }), ErrZeroTotal},
	}
	for _, test := range tests {
		for _, f := range []func(ShiftShareMethod, ShiftShareInput) (ShiftShareResult, error){ShiftShare, DynamicShiftShare} {
			if r, err := f(Arcelus, test.in); !errors.Is(err, test.want) || r.Sectors != nil {
				t.Errorf("%s: %v, %v, want %v", test.name, r, err, test.want)
			}
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic for a method that is not there")
		}
	}()
	_, _ = ShiftShare(99, farhauer(2))
}

// Products of large and small figures stay in range.
func TestShiftShareRange(t *testing.T) {
	want := must(t)(ShiftShare(Arcelus, farhauer(2)))
	for _, exponent := range []int{-900, 900} {
		in := farhauer(2)
		for _, economy := range [][][]float64{in.Region, in.Nation} {
			for _, year := range economy {
				for i := range year {
					year[i] = math.Ldexp(year[i], exponent)
				}
			}
		}
		got := must(t)(ShiftShare(Arcelus, in))
		for k, x := range got.Total.parts(Arcelus) {
			if *x != math.Ldexp(*want.Total.parts(Arcelus)[k], exponent) {
				t.Errorf("2^%d: part %d is %v", exponent, k, *x)
			}
		}
	}
}

func TestShiftShareView(t *testing.T) {
	r := must(t)(ShiftShare(EstebanMarquillas, farhauer(2)))
	r.Sectors[1] = blank("B", sector.Suppressed)
	v := r.View()
	if dynamic := must(t)(DynamicShiftShare(Arcelus, farhauer(3))).View(); dynamic.Rows[4][2].Text != "Arcelus, dynamic" || dynamic.Rows[4][4].Number != 2018 {
		t.Errorf("%v", dynamic.Rows[4])
	}
	if len(v.Rows) != 5 || v.Rows[4][0].Text != "total" || v.Rows[0][1].Text != "A" {
		t.Errorf("rows %v", v.Rows)
	}
	for _, row := range v.Rows {
		if len(row) != len(v.Columns) {
			t.Errorf("%d entries in %d columns", len(row), len(v.Columns))
		}
	}
	for _, e := range v.Rows[1][5:] {
		if e.Kind != growth.SuppressedEntry {
			t.Errorf("entry %v in a suppressed line", e)
		}
	}
}

// equalLines compares lines to the bit, NaN equal to NaN.
func equalLines(a, b []ShiftShareLine) bool {
	return slices.EqualFunc(a, b, func(a, b ShiftShareLine) bool {
		if a.Sector != b.Sector || a.Status != b.Status {
			return false
		}
		for _, m := range []ShiftShareMethod{Dunn, EstebanMarquillas, Arcelus} {
			pa, pb := append(a.parts(m), &a.Base, &a.End, &a.Change, &a.Undivided), append(b.parts(m), &b.Base, &b.End, &b.Change, &b.Undivided)
			for k := range pa {
				if math.Float64bits(*pa[k]) != math.Float64bits(*pb[k]) && !(math.IsNaN(*pa[k]) && math.IsNaN(*pb[k])) {
					return false
				}
			}
		}
		return true
	})
}
