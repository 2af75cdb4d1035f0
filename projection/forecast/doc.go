// Package forecast forecasts short yearly series, 4 to 40 years of jobs, firms or
// revenue, and says which method has earned it.
//
// The way from a history to a forecast:
//
//  1. A [Model] is a small type, such as [Naive], [Drift], [LinearTrend],
//     [LogLinearTrend], [GrowthCurve], [SES], [Holt], [DampedHolt], [Theta] and
//     the [Average] of several. Its method Fit takes a growth.Series and returns a
//     [Fitted] or a [Refusal] with its [Reason].
//  2. Fitted.Forecast returns a [Forecast]: a [Step] for each year with its point
//     and interval, the [Parameter] values it was made with, the residuals of the
//     past, which package reconcile asks for, and warnings.
//  3. [Evaluate] says how a model did on one [Split], a history and what followed,
//     as an [Evaluation] with its [Accuracy]; [Measure], [Pinball], [Winkler] and
//     [CRPSNormal] are the measures by themselves.
//  4. [Compare] ranks models on many splits, and [Backtest] on the splits that a
//     rolling origin makes of series: a [Leaderboard] with a [Score] for each.
//  5. [Select] takes the model that beat [Naive] by more than one standard error
//     of the difference, or naive, and says which: a [Selection] with its
//     [Verdict]. [Selection.Forecast] forecasts with it.
//
// # When there is no forecast from history
//
// With fewer than [EnoughYears] known years, or a horizon longer than the history,
// nothing is selected and [Forecast.Probability] gives none: a [ScenariosOnly]
// says why. A model can be fitted and drawn from four years on; its interval then
// rests on the model alone, and the forecast carries the ScenariosOnly as warning.
//
// # Missing and impossible figures
//
// NaN is a year that is not known. Years before the first and after the last known
// one are passed over with a [MissingYears], and the forecast starts from the last
// known year. With a gap in between, naive, drift, trends and curves are fitted to
// the years there are; smoothing refuses. A negative or infinite figure is refused
// by all, a zero by the log-linear trend. No result is NaN but for those whose
// docstring says so.
//
// Nothing forecast is negative: points, interval ends and quantiles below zero are
// put to zero, which makes them those of max(0, Y), and a [Floored] says where. So
// no probability moves across the target, and intervals cover what they did.
//
// # Estimation
//
// Parameters of smoothing have the least sum of squared one-step errors over all
// years, the first included, within 0.0001 ≤ α ≤ 0.9999, 0.0001 ≤ β ≤ α and 0.8 ≤
// φ ≤ 0.98, as in R's forecast, of which SES, Holt and DampedHolt reproduce the
// published fits. The first level and slope are estimated with them, by linear
// least squares inside the search, so that only α, β and φ are searched for, from
// a grid and three descents. R's search stops earlier: where the fits differ, the
// sum of squares here is the smaller one.
//
// # Intervals
//
// Those of [Naive], [Drift], [LinearTrend] and [LogLinearTrend] are exact where
// the model holds: t-intervals with the degrees of freedom there are. Those of
// smoothing models know nothing of the error of their parameters. Simulated from
// the very models, with α between 0.1 and 0.9, t-intervals of 80 % so made were
// measured to cover, in per cent,
//
//	years of history         8               12              20              40
//	years ahead         1   4   12      1   4   12      1   4   12      1   4   12
//	SES                77  72  65      76  72  66      77  76  74      79  78  78
//	Holt               78  58  32      72  58  35      72  60  44      76  68  57
//	DampedHolt         75  46  23      72  53  31      71  59  45      77  71  62
//	Theta              77  64  43      77  70  50      79  74  55      80  77  60
//	Average            84  75  56      79  74  58      80  75  67      79  79  75
//
// and are therefore widened, by the factor that lets them cover at least 80 and 95
// % at those levels, by years of history and years ahead; [Spread] has it as
// Widening. So a Holt forecast seven years ahead of eight is 2.6 times as wide as
// its t-interval, and that is what it takes. Past the 12th year, and beyond 5 to 40
// years of history, the last factor is used. Growth curves past their inflection
// were measured to cover 79 to 81 %, three years ahead of 8 to 30, and are not
// widened: see [Linearised].
//
// All of this holds where the model does, and real series do as they like: of
// firms, establishments and jobs in the US states, one to six years ahead of 15 to
// 35, intervals of 80 % covered 86 % of what came (DampedHolt), 83 (Holt), 77
// (Average), 71 (Theta, Drift), 68 (SES), 60 (Naive), 39 (LinearTrend) and 35
// (LogLinearTrend). What covers how much on the series at hand is in the
// leaderboard, as Coverage.
//
// # What to expect
//
// On the 645 yearly series of the M3 competition, naive, drift, damped Holt and
// Theta lie within 7 % of each other's sMAPE, and the log-linear trend, growth at
// an unchanging rate, errs half as much again as naive. A default must have won a
// backtest, and reports should print against what.
//
// Results have the same bits at any GOMAXPROCS and for series in any order, and
// may be read by several goroutines at once.
package forecast
