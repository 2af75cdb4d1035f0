// Package projectionplot draws projections in the house style of package
// growthplot.
//
// The way of a chart:
//
//  1. A projection.Projection says where the jobs go, a growth.Series where
//     they come from.
//  2. [NewBandPage] draws both as a finished page: the scenarios as a band
//     between the low and the high one, the history before it, and a target with
//     the years in which it is reached.
//  3. [Band] is the chart alone, a plotter for a plot.Plot of one's own.
//  4. [NewFanPage] draws what a simulation found of the total or of one sector, with
//     the probability of reaching its target, and [NewFansPage] all sectors side by
//     side.
//  5. [NewWaterfallPage] draws what each sector of an outlook adds to the jobs of the
//     base year, up to those of the target year.
//  6. [NewTornadoPage] draws how much the jobs of the target year hang on each
//     assumption, and [NewGridPage] two of them together.
//
// Titles, subtitles and alternative texts are computed from the same figures that
// are drawn, in Danish or English, so that they cannot say anything else.
package projectionplot
