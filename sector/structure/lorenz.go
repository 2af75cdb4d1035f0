package structure

import "smartcity/growth"

// LorenzPoint says that the part Items of all items, those with the lowest
// figures, has the part Total of the total.
type LorenzPoint struct {
	Items float64 // cumulated share of the items, or of their weights
	Total float64 // cumulated share of the total
}

// LorenzCurve is what [Lorenz] returns. It has Len and XY, and so is a
// plotter.XYer of gonum/plot.
type LorenzCurve struct {
	Points []LorenzPoint // from (0, 0) to (1, 1), a point an item, convex and on the diagonal or below
	Coverage
}

// Lorenz returns the Lorenz curve of figures: items in ascending order of x
// against the share of the total they have together. With weights (nil for
// none), x_i is a figure per unit and w_i the number of units, as in [Gini].
//
// The localisation curve of a sector over regions, which Hoover (1936) drew,
// is the Lorenz curve of its location quotients with the reference as weights.
//
// Items of which the figure or the weight is NaN are left out. It returns an
// error that wraps [ErrEmpty], [ErrNegative], [ErrInfinite], [ErrLength] or, if
// all figures or all weights are zero, [ErrZeroTotal].
//
// Source: Lorenz (1905), Publications of the American Statistical Association 9.
func Lorenz(x, weights []float64) (LorenzCurve, error) {
	is, err := weigh(x, weights)
	if err != nil {
		return LorenzCurve{}, failed("Lorenz curve", err)
	}
	weight, sum := accumulate(is.list)
	if sum == 0 {
		return LorenzCurve{}, failed("Lorenz curve", ErrZeroTotal)
	}
	c := LorenzCurve{Points: make([]LorenzPoint, 1, len(is.list)+1), Coverage: is.coverage()}
	var w, wx growth.Sum
	for _, it := range is.list {
		w.Add(it.w)
		wx.Add(float64(it.w * it.x))
		share := w.Float64() / weight
		// Rounding may lift a point of equal figures above the diagonal.
		c.Points = append(c.Points, LorenzPoint{share, min(wx.Float64()/sum, share)})
	}
	return c, nil
}

// Len returns the number of points.
func (c LorenzCurve) Len() int { return len(c.Points) }

// XY returns the cumulated shares of items and of the total at the i-th point.
func (c LorenzCurve) XY(i int) (x, y float64) { return c.Points[i].Items, c.Points[i].Total }

// View returns a row a point: cumulated_items, cumulated_total.
func (c LorenzCurve) View() growth.View {
	v := growth.View{Columns: []growth.ViewColumn{{Name: "cumulated_items", Unit: "fraction"}, {Name: "cumulated_total", Unit: "fraction"}}}
	for _, p := range c.Points {
		v.Rows = append(v.Rows, []growth.Entry{growth.NumberOf(p.Items), growth.NumberOf(p.Total)})
	}
	return v
}
