// Package reconcile makes forecasts add up. Sectors, regions and the total are
// each forecast best by themselves, and then the sectors do not sum to the total;
// a page cannot be printed so.
//
// The way from forecasts to a table that adds up:
//
//  1. A [Hierarchy] says what adds up to what: [Nested] for sectors and their
//     subsectors, [Grouped] for sectors × regions, [New] for any aggregation
//     matrix. The coherent figures of all series are S·b, with the summing matrix S
//     and the figures b of the bottom series ([Hierarchy.Sum]).
//  2. A method gives a [Reconciler]. [BottomUp] trusts the finest series;
//     [TopDownAverageProportions], [TopDownProportionsOfAverages] and
//     [TopDownForecastProportions] the total; MinT (minimum trace) weighs all of
//     them by how far each has been off: [MinTOLS] and [MinTStructural] where nothing is known of that,
//     [MinTVariance] and [MinTShrinkage] from residuals, such as those of a
//     forecast.Forecast, [MinTCovariance] from a covariance matrix of one's own.
//  3. [Reconciler.NonNegative], of a MinT method, keeps forecasts of jobs from
//     becoming negative, and still coherent.
//  4. [Reconciler.Series] reconciles forecasts over years into a [Forecast],
//     [Reconciler.Point] the figures of one year, [Reconciler.Paths] the draws of a
//     simulation, after which quantiles are taken.
//  5. [Round] rounds the result so that the printed table adds up too.
//
// # Which method
//
// Without residuals, [MinTStructural]. With them [MinTVariance], which needs no
// more than a variance of each series; [MinTShrinkage] also uses how errors of
// different series go together, and shrinks that towards nothing the less the
// years say of it: its λ is in the result. Bottom-up and top-down throw away what
// the other level knows, and top-down is biased even where no forecast is.
//
// # What holds
//
// Results are coherent: an upper figure is the sum of its bottom figures, rounded
// once. MinT and bottom-up leave forecasts that are coherent already as they are,
// to the last bit; top-down methods do not, unless the shares are the same.
// Forecasts that are NaN or infinite are errors where a method looks at them.
// Weights that cannot be inverted are refused with the reason ([SingularError]);
// there is no pseudo-inverse and no ridge behind the scenes.
//
// Reconciling is least squares and no more: it cannot know that all forecasts are
// wrong in the same way.
package reconcile
