package structure

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"smartcity/growth"
	"smartcity/sector"
)

// randomFirms are single companies of 2018 in quarters of jobs, of which sums are
// exact, with ties, zeros, what is not known, and now and then negative revenue.
func randomFirms(rng *rand.Rand, n int, negative bool) []sector.Company {
	var out []sector.Company
	figure := func(x float64) sector.Figure {
		switch rng.IntN(8) {
		case 0:
			return sector.Figure{}
		case 1:
			return sector.Hidden()
		}
		return sector.Value(x)
	}
	for i := range n {
		revenue := float64(rng.IntN(1000))
		if negative {
			revenue -= 100
		}
		id := fmt.Sprint("f", i)
		if rng.IntN(10) == 0 {
			id = ""
		}
		out = append(out, sector.Company{
			ID: id, Name: fmt.Sprint("n", rng.IntN(3)), Sector: []string{"Coal", "", "Steel"}[rng.IntN(3)], Region: "East", Year: 2018,
			FTE: figure(float64(rng.IntN(40)*rng.IntN(40)) / 4), Revenue: figure(revenue),
		})
	}
	return out
}

func partOf(f sector.Figure) sector.Part {
	p := sector.Part{Status: f.Status()}
	if f.Known() {
		p.Sum.Add(f.Float64())
	}
	return p
}

// Companies added up in any way are those one by one.
func TestSizeClassesOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	for _, limits := range [][]float64{nil, {1, 20.5}} {
		for i := range 40 {
			in := randomFirms(rng, 1+rng.IntN(60), i%2 == 0)
			o := &SizeOptions{Limits: limits}
			scale, err := o.scale()
			if err != nil {
				t.Fatal(err)
			}
			rows := map[string]*SizeRows{}
			for i := range in {
				c := &in[i]
				key := fmt.Sprint(scale.of(c), c.FTE.Status(), c.Revenue.Status(), c.Revenue.Float64() < 0)
				if rows[key] == nil {
					rows[key] = &SizeRows{Class: scale.of(c), Rows: sector.Rows{Year: 2018, FTE: sector.Part{Status: c.FTE.Status()}, Revenue: sector.Part{Status: c.Revenue.Status()}}}
				}
				r := rows[key]
				r.N++
				r.FTE.Sum.Merge(partOf(c.FTE).Sum)
				r.Revenue.Sum.Merge(partOf(c.Revenue).Sum)
			}
			list := []SizeRows{{Class: 0, Rows: sector.Rows{Year: 2017, N: 5}}, {Class: 1, Rows: sector.Rows{Year: 2018}}}
			for _, r := range rows {
				list = append(list, *r)
			}
			got, err := SizeClassesOfRows(list, 2018, o)
			want, err2 := SizeClasses(in, 2018, o)
			if fmt.Sprintf("%#v", got) != fmt.Sprintf("%#v", want) || err != nil || err2 != nil {
				t.Fatalf("%#v, %v\nwant %#v, %v", got, err, want, err2)
			}
		}
	}
	if _, err := SizeClassesOfRows(nil, 2018, nil); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	if _, err := SizeClassesOfRows(nil, 2018, &SizeOptions{Limits: []float64{3, 2}}); !errors.Is(err, growth.ErrOrder) {
		t.Error(err)
	}
}

func TestTopCompaniesOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 2))
	for i := range 60 {
		in := randomFirms(rng, 1+rng.IntN(60), i%2 == 0)
		o := &TopOptions{K: 1 + rng.IntN(6), BySectors: i%3 > 0, Column: []sector.Column{sector.Jobs, sector.Revenue}[rng.IntN(2)]}
		rows := map[string]*TopRows{}
		for i := range in {
			c := &in[i]
			r := rows[c.Sector]
			if r == nil {
				r = &TopRows{Sector: c.Sector, Equal: map[float64]int{}}
				rows[c.Sector] = r
			}
			f := o.figure(c)
			r.All = append(r.All, FigureRows{N: 1, Part: partOf(f)})
			if f.Known() {
				r.Equal[f.Float64()]++
				r.Largest = append(r.Largest, TopCompany{ID: c.ID, Name: c.Name, Sector: c.Sector, Region: c.Region, Figure: f.Float64()})
			}
		}
		var list []TopRows
		for _, r := range rows {
			list = append(list, *r)
		}
		got, err := TopCompaniesOfRows(list, 2018, o)
		want, err2 := TopCompanies(in, 2018, o)
		if !reflect.DeepEqual(got, want) || err != nil || err2 != nil {
			t.Fatalf("%#v, %v\nwant %#v, %v", got, err, want, err2)
		}
	}
	if _, err := TopCompaniesOfRows(nil, 2018, nil); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
}

func TestFigureSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 3))
	for range 100 {
		x := make([]float64, 1+rng.IntN(30))
		s := FigureSums{Least: math.Inf(1), Largest: math.Inf(-1)}
		for i := range x {
			x[i] = float64(rng.IntN(400)) / 4
			if rng.IntN(5) == 0 {
				x[i] = math.NaN()
				s.LeftOut++
				continue
			}
			s.N++
			s.Sum += x[i]
			s.Squares += x[i] * x[i]
			s.Least, s.Largest = min(s.Least, x[i]), max(s.Largest, x[i])
		}
		got, err := s.HHI()
		want, err2 := HHI(x)
		if fmt.Sprint(err) != fmt.Sprint(err2) {
			t.Fatalf("%v, want %v", err, err2)
		}
		if got.N != want.N || got.LeftOut != want.LeftOut || fmt.Sprint(got.Warnings) != fmt.Sprint(want.Warnings) {
			t.Errorf("%+v, want %+v", got, want)
		}
		for _, p := range [][2]float64{{got.HHI, want.HHI}, {got.Normalised, want.Normalised}, {got.Equivalent, want.Equivalent}} {
			if !(math.Abs(p[0]-p[1]) <= 1e-13*max(1, p[1]) || math.IsNaN(p[0]) && math.IsNaN(p[1])) {
				t.Errorf("%+v, want %+v", got, want)
			}
		}
	}
	for _, c := range []struct {
		s    FigureSums
		want error
	}{{FigureSums{}, ErrEmpty}, {FigureSums{N: 2, Sum: 1, Squares: 5, Least: -1}, ErrNegative}, {FigureSums{N: 2}, ErrZeroTotal},
		{FigureSums{N: 1, Sum: math.Inf(1), Squares: 1}, ErrInfinite}, {FigureSums{N: 1, Sum: 1e-160, Squares: 0}, ErrTooFarApart}} {
		if _, err := c.s.HHI(); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v, want %v", c.s, err, c.want)
		}
	}
}
