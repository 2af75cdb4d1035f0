package inputoutput

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"smartcity/growth"
)

// Model is the Leontief model of a table: what every sector must produce for a
// final demand. [New] makes it.
type Model struct {
	Sectors []string

	// Coefficients is A = Z·x̂⁻¹: Coefficients[i][j] is what sector j buys from
	// sector i per unit of its own output.
	Coefficients [][]float64

	// Inverse is the Leontief inverse L = (I − A)⁻¹: Inverse[i][j] is what sector i
	// produces, in all, per unit of final demand for sector j. No entry is negative.
	Inverse [][]float64

	// FinalDemand and Output are those of the table; a final demand that was not
	// given is the rest of output.
	FinalDemand, Output []float64

	// Condition is the condition number of I − A.
	Condition float64

	Warnings []error // *[InputsExceedOutput]
}

// MaxCondition is the largest condition number of I − A that is inverted.
const MaxCondition = 1e10

// New checks a table and returns its model.
//
// It returns an error that wraps [ErrShape] if rows, columns and names do not go
// together; a *[SectorError] with [growth.ErrNotKnown] if a figure is NaN or
// infinite, [ErrNegative] if an output or a transaction is negative,
// [ErrZeroOutput], or [ErrUnbalanced] if a row of Z with its final demand, or a
// column with its value added, is not the output within the tolerance; and one
// with [ErrNotProductive] that names the first sector whose leading principal
// minor of I − A is not positive (the condition of Hawkins and Simon), or is
// nearest to it where I − A cannot be inverted to any digits.
//
// Source: Leontief, "Quantitative input and output relations in the economic
// systems of the United States", Review of Economics and Statistics 18 (1936);
// Hawkins and Simon, "Note: some conditions of macroeconomic stability",
// Econometrica 17 (1949); Miller and Blair, Input–Output Analysis, 2nd ed. (2009),
// chapter 2.
func New(t Table) (*Model, error) {
	final, warnings, err := t.validate()
	if err != nil {
		return nil, err
	}
	n := len(t.Sectors)
	m := &Model{Sectors: slices.Clone(t.Sectors), FinalDemand: final, Output: slices.Clone(t.Output), Warnings: warnings}
	for i := range n {
		m.Coefficients = append(m.Coefficients, make([]float64, n))
		for j := range n {
			m.Coefficients[i][j] = t.Transactions[i][j] / t.Output[j]
		}
	}
	m.Inverse, m.Condition, err = leontief(m.Sectors, m.Coefficients)
	if err != nil {
		return nil, err
	}
	return m, nil
}

// leontief inverts I − A.
func leontief(sectors []string, a [][]float64) (inverse [][]float64, condition float64, err error) {
	n := len(sectors)
	d := mat.NewDense(n, n, nil)
	for i := range n {
		for j := range n {
			d.Set(i, j, -a[i][j])
		}
		d.Set(i, i, 1-a[i][i])
	}
	k, pivot := hawkinsSimon(d)
	if !(pivot > 0) {
		return nil, 0, &SectorError{Sector: sectors[k], What: "net output of its own product per unit", Value: pivot, Err: ErrNotProductive}
	}
	var lu mat.LU
	lu.Factorize(d)
	condition = lu.Cond()
	if !(condition <= MaxCondition) {
		return nil, 0, &SectorError{Sector: sectors[k], What: "condition number of I − A", Value: condition, Err: ErrNotProductive}
	}
	identity := mat.NewDense(n, n, nil)
	for i := range n {
		identity.Set(i, i, 1)
	}
	var l mat.Dense
	if err := lu.SolveTo(&l, false, identity); err != nil {
		return nil, 0, fmt.Errorf("inputoutput: %w: %w", ErrNotProductive, err)
	}
	for i := range n {
		row := mat.Row(nil, i, &l)
		for j, x := range row {
			row[j] = max(0, x) // L = I + A + A² + … has no negative entry; what is, is rounding
		}
		inverse = append(inverse, row)
	}
	return inverse, condition, nil
}

// hawkinsSimon eliminates without exchanging rows, so that the pivots are the
// ratios of leading principal minors, and returns the first that is not
// positive, or else the smallest. Off the diagonal all entries stay negative or zero, so nothing
// cancels there.
func hawkinsSimon(d *mat.Dense) (sector int, pivot float64) {
	c := mat.DenseCopyOf(d)
	n, _ := c.Dims()
	pivot = math.Inf(1)
	for k := range n {
		p := c.At(k, k)
		if !(p > 0) {
			return k, p
		}
		if p < pivot {
			sector, pivot = k, p
		}
		for i := k + 1; i < n; i++ {
			f := c.At(i, k) / p
			if f == 0 {
				continue
			}
			for j := k + 1; j < n; j++ {
				c.Set(i, j, c.At(i, j)-f*c.At(k, j))
			}
		}
	}
	return sector, pivot
}

// OutputFor returns the output x = L·f of each sector that a final demand takes.
// Final demand may be a change, and negative. It returns an error that wraps
// [ErrShape] unless f has an entry for each sector, and a *[SectorError] with
// [growth.ErrNotKnown] if one is NaN or infinite.
func (m *Model) OutputFor(f []float64) ([]float64, error) {
	if len(f) != len(m.Sectors) {
		return nil, fmt.Errorf("inputoutput: final demand for %d of %d sectors: %w", len(f), len(m.Sectors), ErrShape)
	}
	for j, v := range f {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, &SectorError{Sector: m.Sectors[j], What: "final demand", Value: v, Err: growth.ErrNotKnown}
		}
	}
	x := make([]float64, len(f))
	for i, row := range m.Inverse {
		var s growth.Sum
		for j, l := range row {
			s.Add(l * f[j])
		}
		x[i] = s.Float64()
	}
	return x, nil
}

// JobsFor returns the jobs in each sector, e_i·x_i with e_i = jobs_i/output_i of
// the table, that a final demand takes. Jobs are those of the year of the table,
// not negative. Errors are those of [Model.OutputFor], and a *[SectorError] with
// [ErrNegative] or [growth.ErrNotKnown] for jobs.
func (m *Model) JobsFor(jobs, f []float64) ([]float64, error) {
	e, err := m.perOutput("jobs", jobs)
	if err != nil {
		return nil, err
	}
	x, err := m.OutputFor(f)
	if err != nil {
		return nil, err
	}
	for i := range x {
		x[i] *= e[i]
	}
	return x, nil
}

// View returns a row for each pair of sectors: seller, buyer, and what the buyer
// takes from the seller per unit, coefficient of its own output and
// leontief_inverse of the final demand for it.
func (m *Model) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "seller"}, {Name: "buyer"}, {Name: "coefficient"}, {Name: "leontief_inverse"}}}
	for i, seller := range m.Sectors {
		for j, buyer := range m.Sectors {
			v.Rows = append(v.Rows, []growth.Entry{
				growth.TextOf(seller), growth.TextOf(buyer), growth.NumberOf(m.Coefficients[i][j]), growth.NumberOf(m.Inverse[i][j]),
			})
		}
	}
	return v
}

// perOutput divides figures of the sectors by their outputs.
func (m *Model) perOutput(what string, figures []float64) ([]float64, error) {
	if len(figures) != len(m.Sectors) {
		return nil, fmt.Errorf("inputoutput: %s of %d of %d sectors: %w", what, len(figures), len(m.Sectors), ErrShape)
	}
	c := make([]float64, len(figures))
	for i, v := range figures {
		if err := nonNegative(m.Sectors[i], what, v); err != nil {
			return nil, err
		}
		if c[i] = v / m.Output[i]; math.IsInf(c[i], 1) {
			return nil, &SectorError{Sector: m.Sectors[i], What: what + " per output", Value: c[i], Err: growth.ErrNotKnown}
		}
	}
	return c, nil
}
