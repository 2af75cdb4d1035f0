package growth

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// TestJobsIdentity takes a sector that is born, one that goes on, one of which a
// figure is missing.
func TestJobsIdentity(t *testing.T) {
	sectors := []Identity{
		JobsIdentity(of("", "companies", 0, 12), of("Lighting", "FTE", 0, 60)),
		JobsIdentity(of("", "companies", 100, 110), of("Energy", "FTE", 700, 880)),
		JobsIdentity(of("", "companies", 30, 40), of("Water", "FTE", nan, 90)),
	}
	a, err := LMDI(sectors, 2014, 2018)
	if err != nil {
		t.Fatal(err)
	}
	l := 180 / math.Log(880./700)
	if !slices.Equal(a.Factors, []string{"companies", "fte_per_company"}) || len(a.Sectors) != 2 ||
		!same(a.Sectors[0].Effects, []float64{60, 0}) || !same(a.Sectors[1].Effects, []float64{l * math.Log(1.1), l * math.Log(8./7)}) ||
		!same(a.Total.Effects, []float64{60 + l*math.Log(1.1), l * math.Log(8./7)}) || a.Total.From != 700 || a.Total.To != 940 || a.Total.Change != 240 {
		t.Errorf("%+v", a)
	}
	warned := errors.Join(a.Warnings...)
	left, ok := errors.AsType[*LeftOut](warned)
	if zero, ok2 := errors.AsType[*ZeroLimit](warned); !ok || !ok2 || len(a.Warnings) != 2 || left.Name != "Water" ||
		!slices.Equal(left.Years, []int{2014}) || *zero != (ZeroLimit{"Lighting", "companies", 2014}) || !errors.Is(left, ErrNotKnown) {
		t.Errorf("warnings %v", a.Warnings)
	}
}

func TestRevenueIdentity(t *testing.T) {
	id := RevenueIdentity(of("", "companies", 100, 110), of("", "employees", 700, 880), of("Energy", "DKK", 7e8, 11e8))
	a, err := LMDI([]Identity{id}, 2014, 2018)
	if err != nil {
		t.Fatal(err)
	}
	l := 4e8 / math.Log(11./7)
	want := []float64{l * math.Log(1.1), l * math.Log(8./7), l * math.Log(1.25)}
	for k := range want {
		if !near(a.Total.Effects[k], want[k], 1e-14) {
			t.Errorf("effects %v, want %v", a.Total.Effects, want)
		}
	}
	if !slices.Equal(a.Factors, []string{"companies", "employees_per_company", "revenue_per_employee"}) || a.Unit != "DKK" {
		t.Errorf("labels: %+v", a)
	}
	if f := id.Factors; f[1].Unit != "employees per company" || f[2].Unit != "DKK per employee" || f[2].At(2014) != 1e6 {
		t.Errorf("factors: %+v", f)
	}
	// Without anybody employed, revenue is not a product of these factors: the
	// sector is left out, and the others add up.
	odd := RevenueIdentity(of("", "", 5, 5), of("", "employees", 0, 10), of("x", "DKK", 100, 100))
	both, err := LMDI([]Identity{odd, id}, 2014, 2018)
	if err != nil || len(both.Sectors) != 1 || !same(both.Total.Effects, a.Total.Effects) || both.Total.Change != 4e8 || len(both.Warnings) != 1 {
		t.Fatalf("revenue without jobs: %+v, %v", both, err)
	}
	if w, ok := errors.AsType[*LeftOut](both.Warnings[0]); !ok || w.Name != "x" || !slices.Equal(w.Years, []int{2014}) || w.Zero != "employees_per_company" || !strings.Contains(w.Error(), "employees_per_company of zero") {
		t.Errorf("warning %v", both.Warnings[0])
	}
	if _, err = LMDI([]Identity{odd}, 2014, 2018); !errors.Is(err, ErrNotKnown) {
		t.Errorf("nothing left: %v", err)
	}
	// All factors known, and their product another: that is a mistake.
	_, err = LMDI([]Identity{{Y: of("x", "", 100, 100), Factors: []Series{of("a", "", 0, 10), of("b", "", 5, 10)}}}, 2014, 2018)
	if e, ok := errors.AsType[*IdentityError](err); !ok || *e != (IdentityError{"x", 2014, 100, 0}) {
		t.Errorf("product of 0: %v", err)
	}
	// Companies without anybody employed and without revenue are a limit.
	a, err = LMDI([]Identity{RevenueIdentity(of("", "", 5, 5), of("", "FTE", 0, 10), of("x", "DKK", 0, 100))}, 2014, 2018)
	if err != nil || !same(a.Total.Effects, []float64{0, 100, 0}) {
		t.Errorf("no jobs, no revenue: %+v, %v", a, err)
	}
}
