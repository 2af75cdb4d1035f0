package structure

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"smartcity/growth"
)

// LocalisationMatrix is what [LocationQuotientMatrix] returns. In its coverage N
// and LeftOut are numbers of sectors.
type LocalisationMatrix struct {
	Quotients [][]float64 // a row a sector, a column a region; NaN where there is none
	Sectors   []string    // for View; nil until somebody sets it
	Regions   []string    // for View; nil until somebody sets it
	Coverage
}

// LocationQuotientMatrix returns the location quotients of all sectors in all
// regions, with the regions taken together as their reference economy:
// (e_ij/e_j)/(E_i/E) with E_i = Σ_j e_ij and E = Σ_i E_i. figures holds e_ij, a row
// a sector and a column a region. Where the regions are only a sample of an
// economy, use [LocationQuotients] with that economy as the reference.
//
// A sector that is NaN in one region has no known total, so it is left out in all
// of them; a sector with no figures but zeros has no quotient, with the warning
// [Unreferenced], nor has a region with nothing but zeros, with the warning
// [EmptyRegions]. It returns an error that wraps [ErrEmpty], [ErrNegative],
// [ErrInfinite], [ErrLength] if rows differ in length, and [ErrZeroTotal] if all
// figures are zero.
//
// R's REAT calls it locq2, EconGeo location_quotient, which has regions in rows
// and puts zeros where there is no quotient.
func LocationQuotientMatrix(figures [][]float64) (LocalisationMatrix, error) {
	out, err := locationMatrix(figures)
	return out, failed("location quotients", err)
}

func locationMatrix(figures [][]float64) (LocalisationMatrix, error) {
	if len(figures) == 0 {
		return LocalisationMatrix{}, fmt.Errorf("figures: %w", ErrEmpty)
	}
	regions := len(figures[0])
	reference := make([]float64, len(figures)) // NaN where one region is not known
	out := LocalisationMatrix{Quotients: make([][]float64, len(figures))}
	leftOut := 0
	for i, row := range figures {
		if len(row) != regions {
			return LocalisationMatrix{}, fmt.Errorf("figures[0] has %d figures, figures[%d] has %d: %w", regions, i, len(row), ErrLength)
		}
		if err := check(argument{fmt.Sprintf("figures[%d]", i), row}); err != nil {
			return LocalisationMatrix{}, err
		}
		reference[i] = total(row)
		if slices.ContainsFunc(row, math.IsNaN) {
			leftOut++
		} else if err := finite(reference[i]); err != nil {
			return LocalisationMatrix{}, fmt.Errorf("figures[%d]: %w", i, err)
		}
		out.Quotients[i] = unknown(regions)
	}
	out.Coverage = covers(len(figures)-leftOut, leftOut)
	if regions == 0 || out.N == 0 {
		return LocalisationMatrix{}, fmt.Errorf("figures: %w", ErrEmpty)
	}
	if err := out.fill(figures, reference); err != nil {
		return LocalisationMatrix{}, err
	}
	return out, nil
}

// fill computes the quotients region by region, and the warnings.
func (m *LocalisationMatrix) fill(figures [][]float64, reference []float64) error {
	var without Unreferenced
	for i, sum := range reference {
		if sum == 0 {
			without.Items = append(without.Items, i)
		}
	}
	if len(without.Items) == m.N {
		return fmt.Errorf("figures: %w", ErrZeroTotal)
	}
	if without.Items != nil {
		m.Warnings = append(m.Warnings, without)
	}
	var empty EmptyRegions
	region := make([]float64, len(figures))
	for j := range figures[0] {
		for i := range figures {
			region[i] = figures[i][j]
		}
		column, err := localise(region, reference, LocationOptions{})
		if errors.Is(err, ErrZeroTotal) {
			empty.Regions = append(empty.Regions, j)
			continue
		}
		if err != nil {
			return fmt.Errorf("region %d: %w", j, err)
		}
		for i, q := range column.Quotients {
			m.Quotients[i][j] = q
		}
	}
	if empty.Regions != nil {
		m.Warnings = append(m.Warnings, empty)
	}
	return nil
}

// View returns a row a sector and region: sector, region, location_quotient.
// What has no name is numbered from 1.
func (m LocalisationMatrix) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "sector"}, {Name: "region"}, {Name: "location_quotient"}}}
	for i, row := range m.Quotients {
		for j, q := range row {
			v.Rows = append(v.Rows, []growth.Entry{label(m.Sectors, i), label(m.Regions, j), growth.NumberOf(q)})
		}
	}
	return v
}
