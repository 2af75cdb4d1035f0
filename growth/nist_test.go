package growth

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// nist reads the columns of numbers below the line that begins with "Data:" the
// last time, of a file of NIST's Statistical Reference Datasets.
func nist(t *testing.T, name string) [][]float64 {
	t.Helper()
	text, err := os.ReadFile("../../shared/data/nist/" + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared folder with NIST's data is not here: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	body := string(text)
	var columns [][]float64
	for line := range strings.Lines(body[strings.LastIndex(body, "\nData:"):]) {
		for i, word := range strings.Fields(line) {
			x, err := strconv.ParseFloat(word, 64)
			if err != nil {
				break // the heading
			}
			if i == len(columns) {
				columns = append(columns, nil)
			}
			columns[i] = append(columns[i], x)
		}
	}
	return columns
}

// TestNorris compares with the certified values of NIST's Norris to 12 digits,
// beyond what the issue asks for.
func TestNorris(t *testing.T) {
	columns := nist(t, "Norris.dat")
	y, x := columns[0], columns[1]
	line, err := FitLine(x, y)
	if err != nil || line.N != 36 {
		t.Fatal(line, err)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"B0", line.Intercept, -0.262323073774029}, {"sd of B0", line.InterceptStdErr, 0.232818234301152},
		{"B1", line.Slope, 1.00211681802045}, {"sd of B1", line.SlopeStdErr, 0.429796848199937e-03},
		{"residual sd", line.ResidualSD, 0.884796396144373}, {"R²", line.RSquared, 0.999993745883712},
		{"regression SS", line.RegressionSS, 4255954.13232369}, {"residual SS", line.ResidualSS, 26.6173985294224},
		{"F", line.F, 5436385.54079785},
	} {
		if !near(c.got, c.want, 1e-12) {
			t.Errorf("%s = %.15g, certified %.15g: %.1f digits", c.name, c.got, c.want, -math.Log10(math.Abs(c.got/c.want-1)))
		}
	}
}

func TestNumAcc4OfNIST(t *testing.T) {
	x := nist(t, "NumAcc4.dat")[0]
	s, err := Summarize(x)
	if err != nil || s.N != 1001 || s.Mean != 10000000.2 || !near(s.StdDev, .1, 1e-8) {
		t.Errorf("%+v, %v", s, err)
	}
	if want := simon(10000000.2, 10000000.1, 10000000.3); !slices.Equal(x, want) {
		t.Error("NumAcc4 is not what TestNumAcc takes it for")
	}
}
