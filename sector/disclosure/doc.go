// Package disclosure keeps the figures of single companies out of what is
// published: it finds the cells of a sector table that tell too much, hides them,
// and hides as many others as it takes for nobody to work them out.
//
// The way of a table to the public:
//
//  1. Make it with [sector.Options].Contributions, so that its rows carry what
//     each company adds to them; a row of the file then is one company at most.
//  2. State the rules: [MinimumCompanies], [Dominance] and [PPercent] are values
//     with their parameters; [Options] holds them.
//  3. [Protect] takes all tables that are published of the same companies, and
//     returns a [Result] with the same tables, in which hidden figures are
//     suppressed: a share, a growth rate, a chart or a projection made of them
//     has a gap there.
//  4. The rest of the Result is for the office: each [Suppression] with its
//     [Reason], and each [Loss].
//  5. [Audit] looks at tables as a reader would, and works out what their
//     suppressed figures can be.
//  6. [Check] warns of a table that is to be shown without any rules, with
//     [SmallCells].
//
// # Hidden, and what follows from the rest
//
// Hiding a cell is of no use where the rest of its row and the total stand beside
// it. The values that a hidden cell can have, given all that is shown and that no
// figure is below zero, are its feasibility interval; complementary suppression
// goes on until the intervals are wide enough. [Protect] says how wide that is.
//
// Readers know more than one table. They add up rows, so all margins of a table
// count as published unless [GivenMargins] says otherwise; they lay tables side
// by side, so those are to be protected together; they know who is alone in a
// cell, and the companies know themselves. Sums over years are published as soon
// as a table without years is given along with one by year.
//
// What is missing is not zero: a sum tells of the companies whose figures are
// known, and it is they who are counted. Where few of them have stated only one of
// two figures, the ratio of the two gives them away by subtraction, and is hidden;
// so is one that is made of few. Figures below zero are refused.
//
// What cannot be kept as uncertain as it should be is hidden all the same, and
// named in a warning, [LessUncertain].
//
// # Years
//
// The years of a table are tied by nothing but the wish not to have gaps all
// over: where there is a choice, what is hidden in one year is hidden in others
// first. That does not keep a reader from guessing a year from its neighbours;
// [WholeSeries] does, at the price of longer gaps.
//
// # Cost
//
// A table of 30 sectors, 12 regions and 10 years (2,600 rows) with all its margins
// takes about 0.6 seconds on one core, one of 860 rows 0.1. Time grows with what is
// tied together in one piece: a year of a table, or all of it where sums over years
// are given too. Large pieces are protected by a rougher method in the end, with the
// warning [MoreThanNeeded]: three dimensions of 500 rows in 3 seconds, those 2,600
// rows with their sums over years in 5, 7,000 rows of 1,000 sectors in 12 regions in
// 20.
package disclosure
