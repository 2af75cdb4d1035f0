package structure

import (
	"fmt"

	"smartcity/growth"
)

// Specialisation is what [Krugman] and [KrugmanOthers] return.
type Specialisation struct {
	Krugman float64 // Σ|a_i − b_i|, from 0 (same structure) to 2 (nothing in common)
	Halved  float64 // the same on the scale from 0 to 1, which equals [Hoover]'s index
	Coverage
}

// Krugman returns Krugman's index Σ|a_i − b_i| of two structures, where a_i is
// the share of x_i in Σx and b_i that of reference_i in its sum. Which index it
// is depends on the slices:
//
//   - specialisation of a region: x its sectors, reference those of the nation
//     (EconGeo's krugman_index) or of another region (krugman.spec of R's REAT);
//   - concentration of a sector: x its jobs by region, reference all jobs by
//     region, or those of another sector (krugman.conc).
//
// Items of which one figure is NaN are left out of both structures. It returns
// an error that wraps [ErrEmpty], [ErrNegative], [ErrInfinite], [ErrLength] or,
// if x or reference are all zero, [ErrZeroTotal].
//
// Source: Krugman (1991), Geography and Trade, who has the full scale; some
// halve it. Farhauer and Kröll (2013), Standorttheorien.
func Krugman(x, reference []float64) (Specialisation, error) {
	s, err := observe(argument{"x", x}, argument{"reference", reference})
	if err != nil {
		return Specialisation{}, failed("Krugman", err)
	}
	return krugman(s)
}

// KrugmanOthers returns Krugman's index of x against the mean structure of
// several others: b_i is the unweighted mean of their shares, so that a small
// region weighs as much as a large one. Add the others up and call [Krugman] to
// compare with them as one economy. R's REAT calls it krugman.spec2 between
// regions and krugman.conc2 between sectors.
//
// Items that are NaN in x or in any of the others are left out of all. Errors
// are those of Krugman; without others it wraps [ErrEmpty].
func KrugmanOthers(x []float64, others [][]float64) (Specialisation, error) {
	arguments := []argument{{"x", x}}
	names := []string{"x"}
	for k, other := range others {
		names = append(names, fmt.Sprintf("others[%d]", k))
		arguments = append(arguments, argument{names[k+1], other})
	}
	s, err := observe(arguments...)
	if err == nil && len(others) == 0 {
		err = fmt.Errorf("others: %w", ErrEmpty)
	}
	if err != nil {
		return Specialisation{}, failed("Krugman", err)
	}
	sums, err := totals(&s, names...)
	if err != nil {
		return Specialisation{}, failed("Krugman", err)
	}
	mean, shares := make([]float64, len(s.at)), make([]float64, len(others))
	for i := range mean {
		for k := range others {
			shares[k] = s.columns[k+1][i] / sums[k+1]
		}
		mean[i] = total(shares) // times the number of others, which makes no difference
	}
	return krugman(sample{columns: [][]float64{s.columns[0], mean}, at: s.at, leftOut: s.leftOut})
}

func krugman(s sample) (Specialisation, error) {
	d, err := distance(s)
	if err != nil {
		return Specialisation{}, failed("Krugman", err)
	}
	return Specialisation{d, d / 2, covers(len(s.at), s.leftOut)}, nil
}

// View returns one row: krugman, krugman_halved, n, left_out.
func (k Specialisation) View() growth.View {
	return k.record(field{"krugman", "", k.Krugman}, field{"krugman_halved", "fraction", k.Halved})
}
