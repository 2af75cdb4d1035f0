package inputoutput

import (
	"fmt"
	"math"

	"smartcity/growth"
)

// Households close a model: they receive wages from the sectors and spend them on
// their products, so that income leads to more output, and that to more income.
type Households struct {
	Income      []float64 // paid by each sector to households, wages as a rule; in the money and order of the table
	Consumption []float64 // bought by households from each sector; part of its final demand

	// Own is what households pay each other.
	Own float64

	// Total is all that households spend, on imports, taxes and savings too, and at
	// least what they spend on the sectors: consumption per unit of income is
	// Consumption/Total. 0 stands for Income and Own added up.
	Total float64
}

// closed is a model with households as its last sector.
type closed struct {
	inverse [][]float64
	income  []float64 // per unit of output
	own     float64   // of households, per unit of their total
}

func (m *Model) close(h *Households) (*closed, error, error) {
	n := len(m.Sectors)
	income, err := m.perOutput("income of households", h.Income)
	if err != nil {
		return nil, nil, err
	}
	if len(h.Consumption) != n {
		return nil, nil, fmt.Errorf("inputoutput: consumption of %d of %d sectors: %w", len(h.Consumption), n, ErrShape)
	}
	var received, spent growth.Sum
	received.Add(h.Own)
	spent.Add(h.Own)
	for i, name := range m.Sectors {
		if err := nonNegative(name, "consumption of households", h.Consumption[i]); err != nil {
			return nil, nil, err
		}
		received.Add(h.Income[i])
		spent.Add(h.Consumption[i])
	}
	const households = "households"
	for _, c := range []struct {
		what  string
		value float64
	}{{"payments to each other", h.Own}, {"total", h.Total}} {
		if err := nonNegative(households, c.what, c.value); err != nil {
			return nil, nil, err
		}
	}
	total := h.Total
	if total == 0 {
		total = received.Float64()
	}
	if total == 0 || math.IsInf(total, 1) {
		return nil, nil, &SectorError{Sector: households, What: "total", Value: total, Err: ErrZeroOutput}
	}
	var warning error
	if s := spent.Float64(); s > total*(1+1e-9) {
		warning = &ConsumptionExceedsIncome{s, total}
	}
	a := make([][]float64, n+1)
	for i := range n {
		a[i] = append(append([]float64(nil), m.Coefficients[i]...), h.Consumption[i]/total)
	}
	own := h.Own / total
	a[n] = append(append([]float64(nil), income...), own)
	inverse, _, err := leontief(append(append([]string(nil), m.Sectors...), households), a)
	if err != nil {
		return nil, nil, err
	}
	return &closed{inverse, income, own}, warning, nil
}
