package structure

import "smartcity/growth"

// LocationalInequality is what [LocationalGini] returns: three coefficients that
// all go by the name of locational Gini coefficient.
type LocationalInequality struct {
	// Gini is the Gini coefficient of the location quotients R_i, each counted
	// once: 2/(N²·R̄)·Σ i·(R_i − R̄), R sorted upwards; 0 to (N−1)/N. Farhauer and
	// Kröll (2013), gini.conc and gini.spec of R's REAT.
	Gini float64
	// Weighted is the same with the reference as weights, so that a quotient of
	// a large region counts for more: twice the area between Hoover's
	// localisation curve and the diagonal; 0 to 1. EconGeo's hoover_gini.
	Weighted float64
	// Area is that area itself, Weighted/2; 0 to 0.5. Krugman (1991), EconGeo's
	// locational_gini.
	Area float64
	Coverage
}

// LocationalGini returns the Gini coefficients of the location quotients
// R_i = (x_i/Σx)/(reference_i/Σreference). With the jobs of a sector by region and
// all jobs by region they measure how concentrated the sector is; with the jobs
// of a region by sector and those of the nation, how specialised the region is.
// 0 means that x is distributed like its reference.
//
// Items of which one figure is NaN are left out of both. Items that are zero in
// both have no quotient and take no part; where only the reference is zero, the
// error wraps [ErrNoReference]. Other errors wrap [ErrEmpty], [ErrNegative],
// [ErrInfinite], [ErrLength] or, if x or reference are all zero, [ErrZeroTotal].
//
// Source: Krugman (1991), Geography and Trade, p. 56; Farhauer and Kröll (2013),
// Standorttheorien; Hoover (1936).
func LocationalGini(x, reference []float64) (LocationalInequality, error) {
	s, err := observe(argument{"x", x}, argument{"reference", reference})
	if err != nil {
		return LocationalInequality{}, failed("locational Gini", err)
	}
	out, err := locationalGini(s)
	return out, failed("locational Gini", err)
}

func locationalGini(s sample) (LocationalInequality, error) {
	sums, err := totals(&s, "x", "reference")
	if err != nil {
		return LocationalInequality{}, err
	}
	quotients := sample{columns: make([][]float64, 2), leftOut: s.leftOut}
	for j, i := range s.at {
		w := s.columns[1][j] / sums[1]
		if w == 0 {
			if s.columns[0][j] > 0 {
				return LocationalInequality{}, &FigureError{"reference", i, 0, ErrNoReference}
			}
			continue
		}
		quotients.at = append(quotients.at, i)
		quotients.columns[0] = append(quotients.columns[0], s.columns[0][j]/sums[0]/w)
		quotients.columns[1] = append(quotients.columns[1], w)
	}
	byReference, err := giniOf(quotients)
	if err != nil {
		return LocationalInequality{}, err
	}
	quotients.columns[1] = equal(len(quotients.at))
	once, err := giniOf(quotients)
	if err != nil {
		return LocationalInequality{}, err
	}
	return LocationalInequality{
		Gini: once.Gini, Weighted: byReference.Gini, Area: byReference.Gini / 2, Coverage: once.Coverage,
	}, nil
}

func giniOf(s sample) (Inequality, error) {
	if err := s.fit(); err != nil {
		return Inequality{}, err
	}
	is, err := itemsOf(s)
	if err != nil {
		return Inequality{}, err
	}
	return gini(is)
}

// View returns one row: locational_gini, locational_gini_weighted,
// locational_gini_area, n, left_out.
func (l LocationalInequality) View() growth.View {
	return l.record(field{"locational_gini", "", l.Gini}, field{"locational_gini_weighted", "", l.Weighted},
		field{"locational_gini_area", "", l.Area})
}
