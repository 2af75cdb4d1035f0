package reconcile

// Method is how forecasts are made coherent.
type Method uint8

const (
	// BottomUpMethod adds up the forecasts of the bottom series.
	BottomUpMethod Method = iota
	// AverageProportions shares out the forecast of the total by the mean of each
	// year's shares.
	AverageProportions
	// ProportionsOfAverages shares it out by the shares in the sum of all years.
	ProportionsOfAverages
	// ForecastProportions shares it out, from level to level, by the forecasts
	// themselves.
	ForecastProportions
	// MinTOLSMethod is MinT with W = I: ordinary least squares.
	MinTOLSMethod
	// MinTStructuralMethod is MinT with the number of bottom series in each as its
	// variance.
	MinTStructuralMethod
	// MinTVarianceMethod is MinT with the variances of the residuals.
	MinTVarianceMethod
	// MinTShrinkageMethod is MinT with their covariances, shrunk towards the
	// variances.
	MinTShrinkageMethod
	// MinTCovarianceMethod is MinT with a covariance matrix that is given.
	MinTCovarianceMethod
)

// String returns the name in lower case: "bottom up", "average proportions",
// "MinT shrinkage".
func (m Method) String() string {
	switch m {
	case BottomUpMethod:
		return "bottom up"
	case AverageProportions:
		return "average proportions"
	case ProportionsOfAverages:
		return "proportions of averages"
	case ForecastProportions:
		return "forecast proportions"
	case MinTOLSMethod:
		return "MinT ols"
	case MinTStructuralMethod:
		return "MinT structural"
	case MinTVarianceMethod:
		return "MinT variance"
	case MinTShrinkageMethod:
		return "MinT shrinkage"
	case MinTCovarianceMethod:
		return "MinT covariance"
	}
	return "unknown method"
}
