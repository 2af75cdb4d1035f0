// Package growth says how fast something has grown, what its growth is made of
// and how large it becomes.
//
// The way of a question such as "can 17,600 jobs become 35,200 by 2025?":
//
//  1. A [Series] holds the yearly figures, NaN where a year is not known.
//     [Series.Index], [Series.Changes] and [Series.CAGR] describe its past,
//     [Summarize] and [Quantile] figures that are not a series.
//  2. Money is made comparable. [Deflate] puts current prices and the prices of
//     one year side by side in a [Deflation]; [Series.Chain] makes a price index
//     of year-on-year changes; [DeflateTotal] deflates a total whose parts have
//     prices of their own, with a fixed base or [Chained].
//  3. Growth is taken apart. [GrowthContributions] says how many percentage
//     points each sector has contributed. [LMDI] (log-mean Divisia index) says
//     how much each factor has, of jobs = companies × FTE per company
//     ([JobsIdentity]), of revenue = companies × FTE per company × revenue per
//     FTE ([RevenueIdentity]) or of any [Identity], by sector and in total. FTE
//     are full-time equivalents.
//  4. Growth is compared. [PointElasticity], [ArcElasticity] and
//     [LogLogElasticity] say how many per cent jobs grow with one per cent of
//     revenue.
//  5. A trend is fitted to the years there are, with standard errors, confidence
//     and prediction intervals ([Interval]): [LinearTrend] so many a year,
//     [LogLinearTrend] so many per cent a year. [FitLine] fits a [Line] to
//     figures that are no series.
//  6. Where growth slows down towards a level, [FitCurve] fits a [Curve]: a
//     [Logistic], a [Gompertz] or a [Bass] curve, or refuses. [FitNLS] fits any
//     other model with parameters.
//  7. [CAGR] (compound annual growth rate) and [RequiredRate] give the rate that
//     leads from one figure to another; [Rate.DoublingTime], [Rate.YearsTo] and
//     [Rate.YearReached] say how long a rate takes.
//  8. A [Range], written "12–17%" or parsed with [ParseRange], holds the two
//     rates between which growth is expected; package projection takes it on.
//
// # Conventions
//
// A [Rate] is a fraction a year: 0.12 is 12 % a year. Growth is compound,
// x_t = x_0·(1+g)^t, and t is counted in years. A series is yearly and stands
// for whole years, so a target is "reached" in the first year whose figure is
// at least the target. Percentage points are so many of a hundred: 15 of growth
// by 24 %.
//
// A variant has a name, that of a function or of a value of a type, and the
// docstring cites its source. Quantiles are of type 7. Intervals have the level
// that is asked for, and 95 % for a level of 0.
//
// A figure that is not known stays so: a year that cannot be deflated is NaN, a
// sector that cannot be compared is left out. The result then says so in its
// Warnings, typed values such as [*LeftOut], [*NotDeflated], [*ChainBroken] and
// [*ZeroLimit] to be taken up with errors.AsType. Parts add up to their whole,
// except where the method is such that they do not ([Chained]).
//
// A formula that has no answer for its input returns an error that wraps one of
// the errors below ([ErrNotPositive], [ErrNotKnown], [ErrOrder], …) or is an
// [*IdentityError] or a [*Refusal]; nothing returns NaN in place of one, except
// where a docstring says so. Figures may have any magnitude that a float64 holds.
// A result that does not fit in one is an [ErrOverflow], and a sum of squares that
// does not is NaN.
//
// Results have a method View, which gives them as a table ([View]) to print,
// write or draw. A view holds no infinity.
//
// # Digits
//
// A [Sum], a mean, a standard deviation and all of a [Line] are computed in
// double-double and rounded once at the end, so that they hold the digits that
// the figures have and have the same bits in any order of the input. How many
// those are is decided before: 10,000,000.3 − 10,000,000.1 is 0.2 to eight digits
// in float64, because neither figure can be written in it exactly.
package growth
