// Package growthplot is the house style of the charts: the page, its type,
// colours, ticks and label placement, and the checks that no text touches
// anything it should not.
//
// The way of a chart, here and in packages sectorplot and projectionplot:
//
//  1. A [Style] says how the figure looks: [Theme], language, size. Its zero
//     value is the standard figure, in English, on paper.
//  2. A [Pen], made from a style, measures and draws text and rules in it. It
//     writes numbers with [NumberFormat], picks round values with [RoundTicks]
//     and years with [Pen.YearTicks], wraps and shortens names with [Pen.Wrap],
//     and places labels with [SpreadLabels] and [Obstacles], keys with
//     [Pen.NewKey], and tables of [Cells].
//  3. A chart type implements plot.Plotter with it. [Pen.Panel] draws a plotter
//     into an exact rectangle, as large as the text around it leaves.
//  4. [NewPage] puts title, subtitle and source around the chart. The [Page]
//     writes itself as SVG and as PNG, says in words what it shows, and checks
//     itself.
//
// The chart of series that belongs to no one result is here: [NewIndexPage] draws
// them as index numbers, each named at the end of its line.
//
// Lengths are points (1/72 inch) with the origin at the bottom left; a CSS pixel
// is 0.75 pt. All layout is measured from the typeface, so another typeface or
// size needs no other change. Everything is a value: there are no settings for
// the whole program, and the same input gives the same bytes.
package growthplot
