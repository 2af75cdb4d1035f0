package projection

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/stat/distuv"

	"smartcity/growth"
)

func nearTo(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %.12g, want %.12g ± %.2g", what, got, want, tolerance)
	}
}

// The figures of DOMAIN.md, section 6.
func TestBankOfEngland(t *testing.T) {
	d, err := BankOfEngland(12.56, 1.35, 0.26)
	if err != nil {
		t.Fatal(err)
	}
	nearTo(t, "σ₁", d.Sigma1, 1.215719, 5e-7)
	nearTo(t, "σ₂", d.Sigma2, 1.541581, 5e-7)
	for p, want := range map[float64]float64{0.05: 10.6354, 0.5: 12.7648, 0.95: 15.1782} {
		nearTo(t, fmt.Sprint("quantile at ", p), float64(d.Quantile(p)), want, 5e-5)
	}
	nearTo(t, "mean less mode", float64(d.Mean()-d.Mode), 0.26, 1e-12)

	left, err := BankOfEngland(12.56, 1.35, -0.26)
	if err != nil || left.Sigma1 != d.Sigma2 || left.Sigma2 != d.Sigma1 {
		t.Errorf("negative skew: got %+v, %v", left, err)
	}
	even, err := BankOfEngland(0.145, 0.02, 0)
	if err != nil || even.Sigma1 != 0.02 || even.Sigma2 != 0.02 {
		t.Errorf("no skew: got %+v, %v", even, err)
	}
	for _, skew := range []float64{1e-9, 1e-4, 0.5, 3, 1e3} { // the paper's formula, with its own γ
		d, err := BankOfEngland(0, 1, skew)
		if err != nil {
			t.Fatal(err)
		}
		nearTo(t, "mean", float64(d.Mean()), skew, 1e-9*max(1, skew))
		nearTo(t, "1/σ² is the mean of both", (1/(d.Sigma1*d.Sigma1)+1/(d.Sigma2*d.Sigma2))/2, 1, 1e-12)
	}
	for _, c := range []struct {
		mode, sigma, skew float64
		want              error
	}{
		{math.NaN(), 1, 0, growth.ErrNotKnown}, {0, math.Inf(1), 0, growth.ErrNotKnown}, {0, 1, math.NaN(), growth.ErrNotKnown},
		{0, 0, 0, growth.ErrNotPositive}, {0, -1, 0, growth.ErrNotPositive}, {0, 1e-300, 1e300, growth.ErrNotKnown},
	} {
		if _, err := BankOfEngland(growth.Rate(c.mode), c.sigma, c.skew); !errors.Is(err, c.want) {
			t.Errorf("%+v: got %v, want %v", c, err, c.want)
		}
	}
}

// some distributions of every shape, with mode in many places.
func someDistributions(t *testing.T) []GrowthDistribution {
	var ds []GrowthDistribution
	for _, m := range []float64{0, 0.001, 0.2, 0.5, 0.73, 1} {
		for _, s := range []Shape{Triangular, PERT} {
			ds = append(ds, GrowthDistribution{Shape: s, Low: 0.12, High: 0.17, Mode: growth.Rate(0.12 + 0.05*m)})
		}
		if m > 0 && m < 1 {
			ds = append(ds, GrowthDistribution{Shape: TwoPieceNormal, Mode: 0.14, Sigma1: 0.02 * m, Sigma2: 0.02 * (1 - m)})
		}
	}
	ds = append(ds, GrowthDistribution{Shape: Uniform, Low: -0.5, High: 0.9}, GrowthDistribution{Shape: Normal, Mode: 0.1, Sigma1: 0.03, Sigma2: 0.03})
	for _, d := range ds {
		if err := d.validate(); err != nil {
			t.Fatal(err)
		}
	}
	return ds
}

func TestQuantileOfCDF(t *testing.T) {
	for _, d := range someDistributions(t) {
		for _, p := range []float64{1e-6, 0.01, 0.05, 0.3, 0.5, 0.500001, 0.7, 0.95, 0.999} {
			nearTo(t, fmt.Sprintf("%+v: CDF of quantile", d), d.CDF(d.Quantile(p)), p, 1e-11)
		}
		before := growth.Rate(math.Inf(-1))
		for i := range 1001 {
			x := d.Quantile(float64(i) / 1000)
			if !(x >= before) {
				t.Errorf("%+v: quantile falls at %v", d, i)
			}
			before = x
		}
		if d.Shape.bounded() && (d.Quantile(0) != d.Low || d.Quantile(1) != d.High || d.CDF(d.Low-1) != 0 || d.CDF(d.High+1) != 1) {
			t.Errorf("%+v: ends are %v and %v", d, d.Quantile(0), d.Quantile(1))
		}
		mean := quad.Fixed(func(p float64) float64 { return float64(d.Quantile(p)) }, 0, 1, 4000, nil, 0)
		nearTo(t, fmt.Sprintf("%+v: mean", d), float64(d.Mean()), mean, 1e-6)
	}
}

// gonum's own distributions, which share no code with ours.
func TestAgainstDistuv(t *testing.T) {
	triangle := distuv.NewTriangle(0.12, 0.17, 0.13, nil)
	normal := distuv.Normal{Mu: 0.1, Sigma: 0.03}
	beta := distuv.Beta{Alpha: 1 + 4*0.2, Beta: 1 + 4*0.8}
	for p := 0.005; p < 1; p += 0.01 {
		nearTo(t, "triangular", float64(GrowthDistribution{Shape: Triangular, Low: 0.12, High: 0.17, Mode: 0.13}.Quantile(p)), triangle.Quantile(p), 1e-14)
		nearTo(t, "normal", float64(GrowthDistribution{Shape: Normal, Mode: 0.1, Sigma1: 0.03, Sigma2: 0.03}.Quantile(p)), normal.Quantile(p), 1e-14)
		nearTo(t, "PERT", beta.CDF(float64(GrowthDistribution{Shape: PERT, Low: 0, High: 1, Mode: 0.2}.Quantile(p))), p, 1e-13)
	}
}

func TestSingleRate(t *testing.T) {
	for _, d := range []GrowthDistribution{
		{Shape: Uniform, Low: 0.1, High: 0.1}, {Shape: PERT, Low: 0.1, High: 0.1, Mode: 0.1}, {Shape: Normal, Mode: 0.1}, {Shape: TwoPieceNormal, Mode: 0.1},
	} {
		if d.Quantile(0.01) != 0.1 || d.Quantile(1) != 0.1 || d.Mean() != 0.1 || d.CDF(0.1) != 1 || d.CDF(0.09999) != 0 {
			t.Errorf("%+v is not 0.1", d)
		}
	}
}

func TestNoDistribution(t *testing.T) {
	nan := growth.Rate(math.NaN())
	for _, c := range []struct {
		d    GrowthDistribution
		want error
	}{
		{GrowthDistribution{}, ErrUnstated},
		{GrowthDistribution{Shape: 9}, ErrUnstated},
		{GrowthDistribution{Shape: Uniform, Low: 0.2, High: 0.1}, growth.ErrOrder},
		{GrowthDistribution{Shape: Uniform, Low: nan, High: 0.1}, growth.ErrNotKnown},
		{GrowthDistribution{Shape: PERT, Low: 0.1, High: 0.2, Mode: 0.3}, growth.ErrOrder},
		{GrowthDistribution{Shape: PERT, Low: 0.1, High: 0.2, Mode: nan}, growth.ErrNotKnown},
		{GrowthDistribution{Shape: PERT, Low: 0.1, High: 0.2, Mode: 0.1, Sigma1: 1}, ErrContradiction},
		{GrowthDistribution{Shape: Normal, Sigma1: 1, Sigma2: 2}, ErrContradiction},
		{GrowthDistribution{Shape: Normal, Sigma1: math.NaN(), Sigma2: 2}, growth.ErrNotKnown},
		{GrowthDistribution{Shape: TwoPieceNormal, Sigma1: -1, Sigma2: 2}, growth.ErrNotPositive},
		{GrowthDistribution{Shape: TwoPieceNormal, Sigma2: 2}, growth.ErrNotPositive},
	} {
		if err := c.d.validate(); !errors.Is(err, c.want) {
			t.Errorf("%+v: got %v, want %v", c.d, err, c.want)
		}
		if !math.IsNaN(float64(c.d.Quantile(0.5))) || !math.IsNaN(c.d.CDF(0)) || !math.IsNaN(float64(c.d.Mean())) {
			t.Errorf("%+v is taken for a distribution", c.d)
		}
	}
	d := GrowthDistribution{Shape: Uniform, High: 1}
	for _, p := range []float64{-0.1, 1.1, math.NaN()} {
		if x := d.Quantile(p); !math.IsNaN(float64(x)) {
			t.Errorf("quantile at %v is %v", p, x)
		}
	}
}

// Scores read from a table stand for what the quantile of their probability is.
func TestScoreTable(t *testing.T) {
	for _, d := range someDistributions(t) {
		u, location, width := d.unit()
		table := newScoreTable(u)
		for z := -8.4; z < 8.4; z += 0.01237 {
			x := []float64{z}
			table.read(x, width)
			want := width * u.quantile(math.Erfc(-z/math.Sqrt2)/2)
			if z > 0 {
				want = width * (u.top() - u.mirror().quantile(math.Erfc(z/math.Sqrt2)/2))
			}
			nearTo(t, fmt.Sprintf("%+v at %v", d, z), location+x[0], location+want, 1e-10*width)
		}
		far := []float64{-40, 40, math.Inf(1)}
		table.read(far, width)
		if d.Shape.bounded() && !(far[0] >= -1e-15 && far[1] <= width*(1+1e-12) && far[2] == far[1]) {
			t.Errorf("%+v: beyond the table are %v", d, far)
		}
	}
}
