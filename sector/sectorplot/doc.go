// Package sectorplot draws sector tables, and what packages structure and
// dynamics make of companies, in the house style of package growthplot.
//
// The way of a chart:
//
//  1. A sector.Table holds the figures, each known, missing or suppressed; the
//     results of packages structure and dynamics are made of the same companies.
//  2. A function draws one of them as a finished page, with a title and a subtitle
//     that are computed from the same figures.
//  3. [Bars] is a chart alone, a plotter for other bars of one's own.
//
// The pages:
//
//   - [NewJobsPage] and [NewRevenuePerJobPage]: a column of a table as sorted bars.
//   - [NewTwoYearsPage]: any column of two years, with two bars a group.
//   - [NewIndexPage]: any column over all years, as index lines.
//   - [NewBubblesPage]: growth, revenue per FTE and size of the groups of a table.
//   - [NewHeatMapPage]: a column of a table of two dimensions as cells.
//   - [NewShiftSharePage]: the parts of a change, from structure.ShiftShareResult.
//   - [NewSizeClassesPage]: companies and jobs by size, from
//     structure.SizeDistribution.
//   - [NewJobFlowsPage]: jobs created and destroyed by year, from
//     dynamics.JobFlowTable.
//
// A figure that is not known is said to be so and never drawn as a zero. Where
// there are more groups than fit, the rest of a column that adds up becomes one,
// "Other"; of ratios the largest are shown, and a note says how many are not.
package sectorplot
