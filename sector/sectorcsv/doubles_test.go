package sectorcsv

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"smartcity/sector"
)

func TestAddUp(t *testing.T) {
	hidden, missing := sector.Hidden(), sector.Figure{}
	for _, c := range []struct {
		rows string // id,sector,year,fte,employees,revenue,share
		want []sector.Company
		err  string
	}{
		{"1,A,2018,1,2,3,\n1,A,2018,10,20,30,\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(11), Employees: v(22), Revenue: v(33)}}, ""},
		{"1,A,2018,5,..,,\n1,A,2018,..,,5,\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: hidden, Employees: hidden, Revenue: missing}}, ""},
		{"1,A,2018,,5,,\n1,A,2018,..,,,\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: hidden, Employees: missing, Revenue: missing}}, ""},
		{"1,A,2018,,5,..,\n1,A,2018,5,..,,\n1,A,2018,5,5,5,\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: missing, Employees: hidden, Revenue: hidden}}, ""},
		// The sum is rounded once: one after the other gives 0.6000000000000001.
		{"1,A,2018,0.1,,,\n1,A,2018,0.2,,,\n1,A,2018,0.3,,,\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(.6)}}, ""},
		{"1,A,2018,1,,,0.5\n2,A,2018,1,,,\n1,A,2018,2,,,0.5\n", []sector.Company{{ID: "1", Sector: "A", Year: 2018, FTE: v(3), Share: v(.5)}, {ID: "2", Sector: "A", Year: 2018, FTE: v(1)}}, ""},
		{"1,A,2018,1,,,0.5\n1,A,2018,2,,,\n", nil, `f.csv:3: column "share": "missing": a second row for the company in 2018 with another share than line 2`},
		{"1,A,2018,1,,900000000000000000,\n1,A,2018,2,,900000000000000000,\n", nil, "more than a company can have"},
	} {
		got, report, err := Read(t.Context(), strings.NewReader("id,sector,year,fte,employees,revenue,share\n"+c.rows), Options{Name: "f.csv", Doubles: AddUp})
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q: %v, want %q", c.rows, err, c.err)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q:\n got %+v, %v\nwant %+v", c.rows, got, err, c.want)
		}
		if want := strings.Count(c.rows, "\n") - len(c.want); err == nil && report.Doubles != want {
			t.Errorf("%q: %d doubles, want %d", c.rows, report.Doubles, want)
		}
	}
	// A row that cannot be added leaves the company as it was, and no trace.
	text := "id,sector,year,revenue\n1,A,2018,900000000000000000\n1,B,2018,900000000000000000\n1,A,2018,7\n"
	got, report, err := Read(t.Context(), strings.NewReader(text), Options{Doubles: AddUp, Lenient: true})
	if err != nil || len(got) != 1 || got[0].Revenue != v(9e17+7) || len(report.Rejected) != 1 || report.Doubles != 1 || len(report.Warnings) != 0 {
		t.Errorf("%+v, %+v, %v", got, report, err)
	}
}

func TestDoublesDiffer(t *testing.T) {
	text := "id,sector,region,municipality,industry_code,year,fte\n1,A,N,n,62,2018,1\n1,B,N,m,62,2018,1\n1,B,N,n,62,2018,1\n"
	_, report, err := Read(t.Context(), strings.NewReader(text), Options{Doubles: AddUp})
	want := []error{&DoublesDiffer{"sector", "sector", 2, 3, 2}, &DoublesDiffer{"municipality", "municipality", 1, 3, 2}}
	if err != nil || !reflect.DeepEqual(report.Warnings, want) {
		t.Errorf("%v, %v", report.Warnings, err)
	}
	for _, d := range []Doubles{KeepFirst, KeepLast} {
		if _, report, err := Read(t.Context(), strings.NewReader(text), Options{Doubles: d}); err != nil || len(report.Warnings) != 0 {
			t.Errorf("%v: %v, %v", d, report.Warnings, err)
		}
	}
}

// TestDoublesOfWideRows: Aggregate compares a row with the one before, in all of
// its years; a row is left out as a whole, and once.
func TestDoublesOfWideRows(t *testing.T) {
	for _, c := range []struct{ first, second string }{
		{"1,A,1,2,3", "1,A,1,2,3"}, {"1,A,1,2,3", "1,A,,,3"}, {"1,A,1,,", "1,A,1,2,3"}, {"1,A,,2,", "1,A,1,2,"}, {"1,A,1,2,3", "1,A,1,,"},
	} {
		text := "id,sector,fte_2016,fte_2017,fte_2018\n" + c.first + "\n" + c.second + "\n2,A,1,1,1\n"
		table, _, err := Aggregate(t.Context(), strings.NewReader(text), Options{Name: "f.csv"}, sector.Options{})
		if e, ok := errors.AsType[*Error](err); !ok || e.Line != 3 || table != nil {
			t.Errorf("%q: %v", text, err)
		}
		for _, all := range []bool{true, false} {
			_, report, err := Aggregate(t.Context(), strings.NewReader(text), Options{Lenient: true, CheckAllDoubles: all}, sector.Options{})
			if err != nil || len(report.Rejected) != 1 || report.Rejected[0].Line != 3 || report.Rows != 3 || report.Kept != 6-strings.Count(c.first, ",,")-strings.Count(c.first+"\n", ",\n") {
				t.Errorf("%q: %+v, %v", text, report, err)
			}
		}
	}
	// Not beyond: that is what CheckAllDoubles is for.
	between := "id,sector,fte_2017,fte_2018\n1,A,1,2\n2,A,1,2\n1,A,1,2\n"
	if _, report, err := Aggregate(t.Context(), strings.NewReader(between), Options{}, sector.Options{}); err != nil || report.Kept != 6 || report.Checked != NeighbouringRows {
		t.Errorf("a row between: %v", err)
	}
	if _, _, err := Aggregate(t.Context(), strings.NewReader(between), Options{CheckAllDoubles: true}, sector.Options{}); err == nil {
		t.Error("a row between, and all are looked at")
	}
	apart := "id,sector,fte_2017,fte_2018\n1,A,1,\n1,A,,2\n"
	if _, report, err := Aggregate(t.Context(), strings.NewReader(apart), Options{}, sector.Options{}); err != nil || report.Kept != 2 {
		t.Errorf("one company in two rows of different years: %v", err)
	}
}

// TestRejectedIsNotSeen: a row that is left out for its currency is not the
// first of a doubled company-year.
func TestRejectedIsNotSeen(t *testing.T) {
	text := "id,sector,year,revenue,currency\n1,A,2018,5,crowns\n1,A,2018,6,DKK\n"
	got, report, err := Read(t.Context(), strings.NewReader(text), Options{Lenient: true})
	if err != nil || len(got) != 1 || got[0].Revenue != v(6) || len(report.Rejected) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}
