package growth

import (
	"errors"
	"math"
	"testing"
)

func TestElasticities(t *testing.T) {
	jobs, revenue := of("jobs", "FTE", 1000, 1100), of("revenue", "DKK", 2e9, 2.5e9)
	point, err := PointElasticity(jobs, revenue, 2014, 2018)
	if err != nil || !near(point, .1/.25, 1e-15) {
		t.Errorf("point %v, %v", point, err)
	}
	arc, err := ArcElasticity(jobs, revenue, 2014, 2018)
	if want := (100 / 1050.) / (.5 / 2.25); err != nil || !near(arc, want, 1e-15) {
		t.Errorf("arc %v, %v; want %v", arc, err, want)
	}
	// The arc is the same seen from the other end, the point is not.
	back, err := ArcElasticity(of("", "", 1100, 1000), of("", "", 2.5e9, 2e9), 2014, 2018)
	if err != nil || back != arc {
		t.Errorf("arc back %v, %v; there %v", back, err, arc)
	}
	// Of proportional figures every elasticity is 1.
	if point, err := PointElasticity(of("", "", 3, 7), of("", "", 30, 70), 2014, 2018); err != nil || !near(point, 1, 1e-15) {
		t.Errorf("proportional: %v, %v", point, err)
	}
	if arc, err := ArcElasticity(of("", "", 0, 7), of("", "", 0, 70), 2014, 2018); err != nil || arc != 1 {
		t.Errorf("from zero: %v, %v", arc, err)
	}

	inf := math.Inf(1)
	for _, c := range []struct {
		name         string
		jobs         Series
		revenue      Series
		point, arced error // nil where there is an answer
	}{
		{"missing", of("", "", nan, 1), revenue, ErrNotKnown, ErrNotKnown},
		{"missing revenue", jobs, of("", "", 1, nan), ErrNotKnown, ErrNotKnown},
		{"infinite", of("", "", 1, inf), revenue, ErrNotKnown, ErrNotKnown},
		{"from zero", of("", "", 0, 1), revenue, ErrNotPositive, nil},
		{"revenue from zero", jobs, of("", "", 0, 1), ErrNotPositive, nil},
		{"to zero", of("", "", 1, 0), revenue, nil, nil},
		{"zero in both", of("", "", 0, 0), revenue, ErrNotPositive, ErrNotPositive},
		{"a loss", jobs, of("", "", 1, -1), ErrNotPositive, ErrNotPositive},
		{"from a loss", jobs, of("", "", -2, 1), ErrNotPositive, ErrNotPositive},
		{"revenue constant", jobs, of("", "", 5, 5), ErrConstant, ErrConstant},
		{"jobs constant", of("", "", 5, 5), revenue, nil, nil},
	} {
		if _, err := PointElasticity(c.jobs, c.revenue, 2014, 2018); !errors.Is(err, c.point) {
			t.Errorf("%s, point: %v, want %v", c.name, err, c.point)
		}
		if _, err := ArcElasticity(c.jobs, c.revenue, 2014, 2018); !errors.Is(err, c.arced) {
			t.Errorf("%s, arc: %v, want %v", c.name, err, c.arced)
		}
	}
	for _, to := range []int{2014, 2010} {
		if _, err := PointElasticity(jobs, revenue, 2014, to); !errors.Is(err, ErrOrder) {
			t.Errorf("to %d: %v", to, err)
		}
	}
}

func TestLogLogElasticity(t *testing.T) {
	// y = 3·x^0.8 in years known in both series, which cover different years.
	revenue := Series{"revenue", "DKK", 2012, []float64{5, 8, 13, 9, nan, 30, 41}}
	jobs := Series{"jobs", "FTE", 2013, make([]float64, 8)}
	for i := range jobs.Values {
		jobs.Values[i] = 3 * math.Pow(revenue.At(2013+i), .8)
	}
	jobs.Values[7] = 99 // no revenue known
	line, err := LogLogElasticity(jobs, revenue)
	if err != nil || line.N != 5 || line.Missing != 3 || !near(line.Slope, .8, 1e-14) || !near(line.Intercept, math.Log(3), 1e-14) {
		t.Errorf("%+v, %v", line, err)
	}

	jobs.Values[1] *= 1.1
	line, err = LogLogElasticity(jobs, revenue)
	if err != nil {
		t.Fatal(err)
	}
	i, err := line.SlopeInterval(0)
	const t3 = 3.18244630528371
	if err != nil || !near(i.High-i.Low, 2*t3*line.SlopeStdErr, 1e-12) || i.Estimate != line.Slope || i.Level != .95 {
		t.Errorf("%v, %v", i, err)
	}
	// Units do not matter.
	for k := range revenue.Values {
		revenue.Values[k] *= 7.45
	}
	if other, err := LogLogElasticity(jobs, revenue); err != nil || !near(other.Slope, line.Slope, 1e-13) || !near(other.SlopeStdErr, line.SlopeStdErr, 1e-12) {
		t.Errorf("in euro: %+v, %v", other, err)
	}

	for _, c := range []struct {
		name    string
		jobs    []float64
		revenue []float64
		want    error
	}{
		{"two years", []float64{1, 2, nan}, []float64{1, 2, 3}, ErrTooFew},
		{"nothing", nil, nil, ErrTooFew},
		{"constant revenue", []float64{1, 2, 3}, []float64{4, 4, 4}, ErrConstant},
		{"zero", []float64{1, 0, 3, 4}, []float64{1, 2, 3, 4}, ErrNotPositive},
		{"a loss", []float64{1, 2, 3, 4}, []float64{1, 2, -3, 4}, ErrNotPositive},
		{"infinite", []float64{1, 2, 3, 4}, []float64{1, 2, math.Inf(1), 4}, ErrNotKnown},
	} {
		if _, err := LogLogElasticity(Series{Values: c.jobs}, Series{Values: c.revenue}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	// A zero beside a year that is not known is no matter.
	if _, err := LogLogElasticity(Series{Values: []float64{1, 0, 3, 5}}, Series{Values: []float64{1, nan, 3, 4}}); err != nil {
		t.Error(err)
	}
}
