package inputoutput

import (
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// Table is a symmetric input–output table in money: who sells to whom. Domestic
// output and imports should be apart, with domestic transactions here, or indirect
// jobs abroad are counted too.
//
// To begin with coefficients that are published as such, give them as
// Transactions and ones as Output.
type Table struct {
	Sectors []string

	// Transactions is Z: Transactions[i][j] is sold by sector i to sector j.
	Transactions [][]float64

	// FinalDemand is f, what is not sold to sectors: consumption, investment,
	// changes of stocks, exports. It may be negative. Nil stands for the rest of
	// Output, which then is not checked.
	FinalDemand []float64

	// Output is x, the total output of each sector.
	Output []float64

	// ValueAdded is all that a sector pays beside Transactions: wages, profits,
	// taxes, imports. It may be negative. Nil is not checked.
	ValueAdded []float64

	// Tolerance is how far sales and purchases may be from output, as a fraction of
	// it; 0 stands for 10⁻⁶. Printed tables are rounded: 0.001 suits those.
	Tolerance float64
}

// validate returns the final demand, and warnings.
func (t *Table) validate() (final []float64, warnings []error, err error) {
	n := len(t.Sectors)
	shape := func(format string, args ...any) error {
		return fmt.Errorf("inputoutput: "+format+": %w", append(args, ErrShape)...)
	}
	if n == 0 {
		return nil, nil, shape("no sectors")
	}
	for i, name := range t.Sectors {
		if name == "" || slices.Contains(t.Sectors[:i], name) {
			return nil, nil, shape("sector %d is %q, empty or there before", i, name)
		}
	}
	if len(t.Transactions) != n || len(t.Output) != n ||
		t.FinalDemand != nil && len(t.FinalDemand) != n || t.ValueAdded != nil && len(t.ValueAdded) != n {
		return nil, nil, shape("%d sectors, %d rows of transactions, %d of output, %d of final demand, %d of value added",
			n, len(t.Transactions), len(t.Output), len(t.FinalDemand), len(t.ValueAdded))
	}
	tolerance := t.Tolerance
	if tolerance == 0 {
		tolerance = 1e-6
	}
	if !(tolerance > 0 && tolerance < 1) {
		return nil, nil, shape("a tolerance of %v", tolerance)
	}
	for i, name := range t.Sectors {
		if len(t.Transactions[i]) != n {
			return nil, nil, shape("%q has %d transactions, want %d", name, len(t.Transactions[i]), n)
		}
		if err := nonNegative(name, "output", t.Output[i]); err != nil {
			return nil, nil, err
		}
		if t.Output[i] == 0 {
			return nil, nil, &SectorError{Sector: name, What: "output", Err: ErrZeroOutput}
		}
		for j, z := range t.Transactions[i] {
			if err := nonNegative(name, "transactions with "+t.Sectors[j], z); err != nil {
				return nil, nil, err
			}
		}
	}
	final = make([]float64, n)
	for i, name := range t.Sectors {
		var sales, purchases growth.Sum
		for j := range n {
			sales.Add(t.Transactions[i][j])
			purchases.Add(t.Transactions[j][i])
		}
		x := t.Output[i]
		if t.FinalDemand == nil {
			rest := growth.Sum{}
			rest.Add(x)
			for _, z := range t.Transactions[i] {
				rest.Add(-z)
			}
			final[i] = rest.Float64()
		} else {
			final[i] = t.FinalDemand[i]
			sales.Add(final[i])
			if err := balanced(name, "sales", sales.Float64(), x, tolerance); err != nil {
				return nil, nil, err
			}
		}
		if t.ValueAdded != nil {
			all := purchases
			all.Add(t.ValueAdded[i])
			if err := balanced(name, "purchases and value added", all.Float64(), x, tolerance); err != nil {
				return nil, nil, err
			}
		}
		if inputs := purchases.Float64(); inputs > x*(1+tolerance) {
			warnings = append(warnings, &InputsExceedOutput{name, inputs, x})
		}
	}
	return final, warnings, nil
}

func balanced(sector, what string, got, output, tolerance float64) error {
	if d := math.Abs(got - output); !(d <= tolerance*output) {
		err := ErrUnbalanced
		if math.IsNaN(got) || math.IsInf(got, 0) {
			err = growth.ErrNotKnown
		}
		return &SectorError{sector, what, got, output, err}
	}
	return nil
}

// nonNegative checks a figure that must be known and not negative.
func nonNegative(sector, what string, x float64) error {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return &SectorError{Sector: sector, What: what, Value: x, Err: growth.ErrNotKnown}
	case x < 0:
		return &SectorError{Sector: sector, What: what, Value: x, Err: ErrNegative}
	}
	return nil
}
