package forecast

import (
	"encoding/csv"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"smartcity/growth"
)

// TestStatesOfBDS forecasts real series six years ahead, from each of five years: firms,
// establishments and employment of the states, 1978–2018, from the
// Business Dynamics Statistics of the US Census Bureau. What won the M3
// competition wins here; trends lose. With -measure it takes all states and not
// every third, and logs the coverage that the package comment tells.
func TestStatesOfBDS(t *testing.T) {
	file, err := os.Open("../../../shared/data/real/bds2018_st.csv")
	if err != nil {
		t.Skip("the shared folder of real files is not here: ", err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]*[3]growth.Series{}
	var order []string
	for _, row := range rows[1:] {
		s := states[row[1]]
		if s == nil {
			s = new([3]growth.Series)
			for i := range s {
				s[i] = growth.Series{Name: rows[0][2+i] + " " + row[1], FirstYear: 1978, Values: slices.Repeat([]float64{math.NaN()}, 41)}
			}
			states[row[1]] = s
			order = append(order, row[1])
		}
		year, err := strconv.Atoi(row[0])
		if err != nil {
			t.Fatal(err)
		}
		for i := range s {
			if s[i].Values[year-1978], err = strconv.ParseFloat(row[2+i], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	var splits []Split
	for i, state := range order {
		if i%3 > 0 && *measure == 0 {
			continue
		}
		for _, s := range states[state] {
			for _, n := range []int{15, 20, 25, 30, 35} {
				split := Split{Train: s, Actual: s.Values[n : n+6]}
				split.Train.Values = s.Values[:n]
				splits = append(splits, split)
			}
		}
	}
	l, err := Compare(t.Context(), splits, nil, .8)
	if err != nil || l.Splits != len(splits) || len(l.Warnings) > 0 {
		t.Fatal(err, l)
	}
	for _, s := range l.Scores {
		t.Logf("%-36s sMAPE %.2f MASE %.3f coverage %.2f difference %.3f ± %.3f", s.Model, s.SMAPE, s.MASE, s.Coverage, s.Difference, s.StdErr)
		won, lost := -s.Difference > s.StdErr, s.Difference > s.StdErr
		switch s.Model.(type) {
		case Theta, DampedHolt, Drift, Average:
			if !won {
				t.Errorf("%s does not beat naive", s.Model)
			}
		case LinearTrend, LogLinearTrend:
			if !lost {
				t.Errorf("%s beats naive", s.Model)
			}
		}
		if s.Refused > 0 || math.IsNaN(s.MASE+s.SMAPE+s.Winkler+s.Pinball+s.CRPS) {
			t.Errorf("%+v", s)
		}
	}
}
