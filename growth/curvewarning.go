package growth

import "fmt"

// InflectionUnseen warns that the inflection of a fitted line or growth curve lies
// before the first point: the points show how growth slows down, and what the
// curve says of its beginning is not seen in them.
type InflectionUnseen struct {
	Inflection, First float64 // x of the inflection and of the first point
}

func (w *InflectionUnseen) Error() string {
	return fmt.Sprintf("growth: the inflection at %.6g lies before the first point at %.6g", w.Inflection, w.First)
}

// RoundingResiduals warns that the residuals of a fit are as small as the
// rounding of its arithmetic, less than 10⁻¹² of the largest figure. The model
// goes through the points; its parameters hold, but standard errors and
// intervals say how numbers are rounded and no more than that.
type RoundingResiduals struct {
	ResidualSD float64
}

func (w *RoundingResiduals) Error() string {
	return fmt.Sprintf("growth: the residual standard deviation %.3g is made of rounding", w.ResidualSD)
}
