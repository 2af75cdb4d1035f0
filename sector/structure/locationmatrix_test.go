package structure

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"smartcity/growth"
)

// TestLocationQuotientMatrix runs the example of EconGeo's location_quotient, with
// sectors in rows, against the definition.
func TestLocationQuotientMatrix(t *testing.T) {
	figures := [][]float64{
		{100, 0, 0, 0, 0}, {0, 15, 20, 25, 40}, {0, 5, 10, 30, 55}, {0, 70, 20, 5, 5}, {0, 10, 50, 40, 0},
	}
	m := ok[LocalisationMatrix](t)(LocationQuotientMatrix(figures))
	for i, row := range figures {
		mean := 0.
		for j, v := range row {
			sector, region := 0., 0.
			for k := range figures {
				sector += figures[i][k]
				region += figures[k][j]
			}
			agree(t, "quotient", m.Quotients[i][j], v/region/(sector/500), 1e-15)
			mean += m.Quotients[i][j] * region / 500
		}
		agree(t, "mean over regions", mean, 1, 1e-15)
	}
	if m.N != 5 || m.Warnings != nil {
		t.Errorf("%+v", m.Coverage)
	}
}

func TestLocationQuotientMatrixHoles(t *testing.T) {
	nan := math.NaN()
	m := ok[LocalisationMatrix](t)(LocationQuotientMatrix([][]float64{{10, 30, 0}, {nan, 20, 0}, {30, 30, 0}, {0, 0, 0}}))
	want := [][]float64{{.625, 1.25, nan}, {nan, nan, nan}, {1.25, 5. / 6, nan}, {nan, nan, nan}}
	for i := range want {
		for j := range want[i] {
			agree(t, "quotient", m.Quotients[i][j], want[i][j], 1e-15)
		}
	}
	warnings := []error{Incomplete{3, 1}, Unreferenced{[]int{3}}, EmptyRegions{[]int{2}}}
	if m.N != 3 || m.LeftOut != 1 || !reflect.DeepEqual(m.Warnings, warnings) {
		t.Errorf("%+v", m.Coverage)
	}
	m.Sectors, m.Regions = []string{"Energy"}, []string{"North", "South"}
	v := m.View()
	if len(v.Rows) != 12 || v.Rows[1][0] != growth.TextOf("Energy") || v.Rows[1][1] != growth.TextOf("South") || v.Rows[11][0] != growth.TextOf("4") {
		t.Errorf("%+v", v)
	}
	for _, c := range []struct {
		figures [][]float64
		want    error
	}{
		{nil, ErrEmpty}, {[][]float64{{}, {}}, ErrEmpty}, {[][]float64{{1, 2}, {1}}, ErrLength}, {[][]float64{{1}, {-1}}, ErrNegative},
		{[][]float64{{nan, 1}, {1, nan}}, ErrEmpty}, {[][]float64{{0, 0}, {0, 0}}, ErrZeroTotal}, {[][]float64{{0, 0}, {nan, 3}}, ErrZeroTotal},
		{[][]float64{{math.MaxFloat64, math.MaxFloat64}}, ErrInfinite}, {[][]float64{{1, 1}, {1, math.Inf(1)}}, ErrInfinite},
	} {
		if _, err := LocationQuotientMatrix(c.figures); !errors.Is(err, c.want) {
			t.Errorf("%v: %v, want %v", c.figures, err, c.want)
		}
	}
}
