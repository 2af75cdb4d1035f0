package structure

import (
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

func firm(id string, year int, fte, revenue sector.Figure) sector.Company {
	return sector.Company{ID: id, Name: "Firm " + id, Sector: "Coal", Region: "East", Year: year, FTE: fte, Revenue: revenue}
}

// firms are companies of two years, and one of them of 2015 and 2020.
func firms() []sector.Company {
	v, hidden, missing := sector.Value, sector.Hidden(), sector.Figure{}
	return []sector.Company{
		firm("a", 2017, v(0), v(1)), firm("a", 2018, v(9.75), v(2)),
		firm("b", 2017, v(10), v(10)), firm("b", 2018, v(50), v(30)),
		firm("c", 2017, v(250), missing), firm("c", 2018, v(249.5), v(500)),
		firm("d", 2017, hidden, v(7)), firm("d", 2018, v(20), v(8)),
		firm("e", 2017, v(60), v(70)),
		firm("f", 2018, v(5), v(-4)),
		firm("g", 2018, missing, hidden),
		firm("h", 2015, v(3), v(3)), firm("h", 2018, v(3), v(3)),
		firm("i", 2017, v(4), v(4)), firm("i", 2020, v(4), v(4)),
	}
}

func TestSizeClasses(t *testing.T) {
	got, err := SizeClasses(firms(), 2017, nil)
	if err != nil {
		t.Fatal(err)
	}
	v := sector.Value
	nan, inf := math.NaN(), math.Inf(1)
	want := []SizeLine{
		{SizeClass{"micro", 0, 10}, 2, sector.Cell{Sum: v(4), Known: 2}, sector.Cell{Sum: v(5), Known: 2}, v(2. / 6), v(4. / 324), v(5. / 92)},
		{SizeClass{"small", 10, 50}, 1, sector.Cell{Sum: v(10), Known: 1}, sector.Cell{Sum: v(10), Known: 1}, v(1. / 6), v(10. / 324), v(10. / 92)},
		{SizeClass{"medium", 50, 250}, 1, sector.Cell{Sum: v(60), Known: 1}, sector.Cell{Sum: v(70), Known: 1}, v(1. / 6), v(60. / 324), v(70. / 92)},
		{SizeClass{"large", 250, inf}, 1, sector.Cell{Sum: v(250), Known: 1}, sector.Cell{Missing: 1}, v(1. / 6), v(250. / 324), sector.Figure{}},
		{SizeClass{"", nan, nan}, 1, sector.Cell{Sum: sector.Hidden(), Suppressed: 1}, sector.Cell{Sum: v(7), Known: 1}, v(1. / 6), sector.Hidden(), v(7. / 92)},
	}
	for i, w := range want {
		g := got.Lines[i]
		if g.Name != w.Name || !(g.From == w.From || i == 4 && math.IsNaN(g.From)) || !(g.To == w.To || i == 4 && math.IsNaN(g.To)) || g.Companies != w.Companies || g.Jobs != w.Jobs || g.Revenue != w.Revenue {
			t.Errorf("%+v, want %+v", g, w)
		}
		checkFigure(t, g.Name+" companies", g.CompanyShare, w.CompanyShare)
		checkFigure(t, g.Name+" jobs", g.JobShare, w.JobShare)
		checkFigure(t, g.Name+" revenue", g.RevenueShare, w.RevenueShare)
	}
	if got.Total.Companies != 6 || got.Total.Jobs != (sector.Cell{Sum: v(324), Known: 5, Suppressed: 1}) || got.Total.JobShare != v(1) || got.Currency != "DKK" {
		t.Errorf("%+v", got.Total)
	}
	warnings := []error{PartlyKnown{"fte", 0, 1}, PartlyKnown{"revenue", 1, 0}, FewFirms{[]string{"micro", "small", "medium", "large", ""}}}
	if !reflect.DeepEqual(got.Warnings, warnings) {
		t.Errorf("warnings %v, want %v", got.Warnings, warnings)
	}
	checkView(t, got.View(), 6)
}

func TestSizeClassesLimits(t *testing.T) {
	got, err := SizeClasses(firms(), 2018, &SizeOptions{Limits: []float64{9.75, 50, 1000}, Currency: "EUR"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	var n []int
	for _, l := range got.Lines {
		names, n = append(names, l.Name), append(n, l.Companies)
	}
	if !slices.Equal(names, []string{"[0,9.75)", "[9.75,50)", "[50,1000)", "[1000,∞)", ""}) || !slices.Equal(n, []int{2, 2, 2, 0, 1}) {
		t.Errorf("%q %v", names, n)
	}
	if l := got.Lines[3]; l.Jobs.Sum != sector.Value(0) || l.JobShare != sector.Value(0) {
		t.Errorf("a class without companies: %+v", l)
	}
	if got.View().Columns[7].Unit != "EUR" {
		t.Error("revenue is not in EUR")
	}
	one, err := SizeClasses(firms(), 2018, &SizeOptions{Limits: []float64{}, Measure: sector.Employees})
	if err != nil || len(one.Lines) != 2 || one.Lines[0].Name != "[0,∞)" || one.Lines[1].Companies != 7 {
		t.Errorf("%v, %v", one.Lines, err)
	}
	for _, limits := range [][]float64{{0, 10}, {10, 10}, {20, 10}, {math.NaN()}, {math.Inf(1)}, {-1}} {
		if _, err := SizeClasses(firms(), 2018, &SizeOptions{Limits: limits}); !errors.Is(err, growth.ErrOrder) {
			t.Errorf("limits %v: %v", limits, err)
		}
	}
}

// The EU's classes are those of package sector, in every case.
func TestSizeClassesAreTheSectors(t *testing.T) {
	companies, _, _ := testdata(t)
	table := tableOf(t, companies, sector.BySize(), sector.ByYear())
	for year := 2014; year <= 2018; year++ {
		got, err := SizeClasses(companies, year, nil)
		if err != nil {
			t.Fatal(err)
		}
		parts := 0
		for _, l := range got.Lines {
			r, ok := table.Row(l.Name, strconv.Itoa(year))
			if !ok || r.Firms.Sum != sector.Value(float64(l.Companies)) || r.Revenue != l.Revenue || l.Name != "" && r.Jobs != l.Jobs {
				t.Errorf("%d %q: %+v, want %+v", year, l.Name, l, r)
			}
			parts += l.Companies
		}
		total, _ := table.Total(year)
		if parts != got.Total.Companies || total.Jobs != got.Total.Jobs || total.Revenue != got.Total.Revenue {
			t.Errorf("%d: %+v, want %+v", year, got.Total, total)
		}
	}
}

func TestSizeTransitions(t *testing.T) {
	in := append(firms(), firm("", 2017, sector.Value(1), sector.Value(1)), firm("", 2018, sector.Value(1), sector.Value(1)), firm("", 2018, sector.Value(1), sector.Value(1)))
	m, err := SizeTransitions(in, 2017, 2018, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[[2]string]int{
		{"micro", "micro"}: 1, {"small", "medium"}: 1, {"large", "medium"}: 1, {"not known", "small"}: 1, {"medium", "death"}: 1,
		{"birth", "micro"}: 1, {"birth", "not known"}: 1, {"absent", "micro"}: 1, {"micro", "absent"}: 1,
	}
	for i, from := range m.Sources {
		for j, to := range m.Destinations {
			if n := m.Moves[i][j].Companies; n != want[[2]string{from.String(), to.String()}] {
				t.Errorf("%v to %v: %d", from, to, n)
			}
		}
	}
	if m.Same != 1 || m.Up != 1 || m.Down != 1 || m.Births != 2 || m.Deaths != 1 || m.Without != [2]int{1, 2} {
		t.Errorf("%+v", m)
	}
	if micro := m.Moves[0][0]; micro.Share != sector.Value(0.5) || micro.JobsFrom.Sum != sector.Value(0) || micro.JobsTo.Sum != sector.Value(9.75) {
		t.Errorf("%+v", micro)
	}
	if unknown := m.Moves[4][1]; unknown.JobsFrom.Sum != sector.Hidden() || unknown.JobsTo.Sum != sector.Value(20) {
		t.Errorf("%+v", unknown)
	}
	if born := m.Moves[5][0]; born.JobsFrom.Sum != sector.Value(0) || born.JobsTo.Sum != sector.Value(5) {
		t.Errorf("%+v", born)
	}
	if w, ok := errors.AsType[Unfollowed](m.Warnings[0]); !ok || w != (Unfollowed{1, 2}) {
		t.Errorf("warnings %v", m.Warnings)
	}
	checkView(t, m.View(), 49)
	if _, err := SizeTransitions(in, 2018, 2018, nil); !errors.Is(err, growth.ErrOrder) {
		t.Error(err)
	}
	if _, err := SizeTransitions(in, 2016, 2018, nil); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	if _, err := SizeTransitions(in, 2017, 2019, nil); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
}

// A row with zero jobs is a company of the lowest class, and makes a birth.
func TestSizeTransitionsByRows(t *testing.T) {
	in := []sector.Company{firm("a", 2017, sector.Value(3), sector.Value(1)), firm("a", 2018, sector.Value(3), sector.Value(1)), firm("b", 2018, sector.Value(0), sector.Value(1))}
	m, err := SizeTransitions(in, 2017, 2018, nil)
	if err != nil || m.Births != 1 || m.Moves[5][0].Companies != 1 || m.Deaths != 0 {
		t.Errorf("%+v, %v", m, err)
	}
}

// Rows and columns of the matrix are the size classes of its two years.
func TestSizeTransitionsAddUp(t *testing.T) {
	companies, _, _ := testdata(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for from := 2014; from <= 2018; from++ {
		for to := from + 1; to <= 2018; to++ {
			for _, limits := range [][]float64{nil, {1, 2, 5, 20, 100}} {
				o := &SizeOptions{Limits: limits}
				m, err := SizeTransitions(companies, from, to, o)
				if err != nil {
					t.Fatal(err)
				}
				before, _ := SizeClasses(companies, from, o)
				after, _ := SizeClasses(companies, to, o)
				for k := range before.Lines {
					row, column := 0, 0
					var jobsFrom, jobsTo growth.Sum
					for i := range m.Moves {
						row += m.Moves[k][i].Companies
						column += m.Moves[i][k].Companies
						if f := m.Moves[k][i].JobsFrom.Sum; f.Known() {
							jobsFrom.Add(f.Float64())
						}
						if f := m.Moves[i][k].JobsTo.Sum; f.Known() {
							jobsTo.Add(f.Float64())
						}
					}
					if row != before.Lines[k].Companies || column != after.Lines[k].Companies {
						t.Errorf("%d–%d, class %d: %d and %d", from, to, k, row, column)
					}
					if k < len(before.Lines)-1 && (jobsFrom.Float64() != before.Lines[k].Jobs.Sum.Float64() || jobsTo.Float64() != after.Lines[k].Jobs.Sum.Float64()) {
						t.Errorf("%d–%d, class %d: %v and %v jobs", from, to, k, jobsFrom.Float64(), jobsTo.Float64())
					}
				}
				rng.Shuffle(len(companies), func(i, j int) { companies[i], companies[j] = companies[j], companies[i] })
				again, err := SizeTransitions(companies, from, to, o)
				if err != nil || !reflect.DeepEqual(again.View(), m.View()) {
					t.Errorf("%d–%d: the order of companies shows", from, to)
				}
			}
		}
	}
}

// Every method on single companies refuses rows that are not.
func TestCompaniesRefused(t *testing.T) {
	_, reference := small(t)
	workplace := firm("x", 2018, sector.Value(1), sector.Value(1))
	workplace.Establishment = "1"
	several := firm("x", 2018, sector.Value(1), sector.Value(1))
	several.Firms = sector.Value(2)
	impossible := firm("x", 2018, sector.Value(-1), sector.Value(1))
	for name, bad := range map[string]sector.Company{"firms": several, "fte": impossible, "establishment": workplace, "": firm("a", 2018, sector.Value(1), sector.Value(1))} {
		in := append(firms(), bad)
		_, classes := SizeClasses(in, 2018, nil)
		_, transitions := SizeTransitions(in, 2017, 2018, nil)
		_, top := TopCompanies(in, 2018, nil)
		_, summary := Summarise(in, 2018, nil)
		_, agglomeration := CompanyAgglomeration(in, reference, 2018)
		for i, err := range []error{classes, transitions, top, summary, agglomeration} {
			if name == "establishment" && i == 4 { // which takes workplaces
				if err != nil {
					t.Error(err)
				}
				continue
			}
			if name == "" {
				if e, ok := errors.AsType[*RepeatedError](err); !ok || e.ID != "a" || e.Rows != [2]int{1, 15} {
					t.Errorf("repeated, %d: %v", i, err)
				}
				continue
			}
			if e, ok := errors.AsType[*sector.FieldError](err); !ok || e.Field != name {
				t.Errorf("%s, %d: %v", name, i, err)
			}
		}
	}
	for _, year := range []int{2019, 0} {
		if _, err := SizeClasses(firms(), year, nil); !errors.Is(err, ErrEmpty) {
			t.Error(err)
		}
	}
	for _, err := range []error{&RepeatedError{ID: "a", Establishment: "1"}, FewFirms{[]string{""}}, Unfollowed{}, About{"sector", "", ErrEmpty}, PartlyKnown{}, TiedAtCut{}, NegativeFigures{}, NotInReference{}, OnlyInReference{}, &UnitError{}, &DimensionError{}, &GroupError{}} {
		if err.Error() == "" {
			t.Errorf("%T says nothing", err)
		}
	}
}

func panel(n int) []sector.Company {
	rng := rand.New(rand.NewPCG(1, 1))
	out := make([]sector.Company, 0, 2*n)
	for i := range n {
		for year := 2017; year <= 2018; year++ {
			if rng.IntN(10) > 0 {
				out = append(out, sector.Company{
					ID: strconv.Itoa(i), Sector: strconv.Itoa(i % 20), Region: strconv.Itoa(i % 5), Year: year,
					FTE: sector.Value(math.Exp(5 * rng.Float64())), Revenue: sector.Value(math.Exp(15 * rng.Float64())),
				})
			}
		}
	}
	return out
}

func BenchmarkSizeTransitions(b *testing.B) {
	in := panel(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := SizeTransitions(in, 2017, 2018, nil); err != nil {
			b.Fatal(err)
		}
	}
}
