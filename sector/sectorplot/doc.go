// Package sectorplot draws sector tables in the house style of package
// growthplot.
//
// The way of a chart:
//
//  1. A sector.Table holds the figures, each known, missing or suppressed.
//  2. [NewJobsPage] and [NewRevenuePerJobPage] draw a column of it as a finished
//     page of sorted bars, with a title and a subtitle that are computed from
//     the same figures.
//  3. [Bars] is the chart alone, a plotter for other bars of one's own.
//
// A figure that is not known is said to be so and never drawn as a bar of zero.
// Where there are more bars than fit, the rest of a column that adds up becomes
// one bar, "Other"; of ratios the largest are shown, and a note says how many
// are not.
package sectorplot
