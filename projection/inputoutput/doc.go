// Package inputoutput says how many jobs among suppliers, and in the shops where
// wages are spent, go with the jobs of a sector.
//
// The way from a table of who sells to whom to "95 indirect jobs per 100 direct":
//
//  1. A [Table] holds the transactions Z between sectors, final demand f and output
//     x, as plain slices; sectorcsv.ReadRecords reads them from CSV (see the
//     example of Table). [New] checks that it balances and that the sectors can
//     supply themselves and somebody else, and gives a [Model]: coefficients A =
//     Z·x̂⁻¹ and the Leontief inverse L = (I − A)⁻¹.
//  2. [Model.OutputFor] is the output x = L·f that a final demand takes,
//     [Model.JobsFor] the jobs.
//  3. [Model.Multipliers] are the [Multipliers] of output, jobs and income: Type I,
//     suppliers included, and Type II, with what [Households] spend. Each [Effect]
//     says what is direct, indirect and induced.
//  4. A [JobMultiplier] is a line of a plain table, sector by sector: taken from the
//     multipliers, or read from a file that somebody has published.
//  5. [IndirectJobs] multiplies a projection's jobs by such a table. The result,
//     [JobsBeyond], keeps direct, indirect and induced jobs apart.
//
// # What the figures mean
//
// Direct jobs are those in the sector. Indirect jobs are those of its suppliers,
// and theirs, whatever sector they are in. Induced jobs come from wages that are
// spent. Only the first are the sector's own, and the only ones that a claim such
// as "35,200 jobs" can mean.
//
// Multipliers assume that inputs and prices do not change with scale and that the
// hands are there. They describe the year of their table; productivity growth
// among suppliers makes them smaller. If a table has imports among its
// transactions, some of the indirect jobs are abroad. Indirect jobs of several
// sectors must not be added to their direct jobs where they supply each other
// ([MayOverlap]).
//
// # Figures not known
//
// A table has no missing figures: NaN is an error that names the sector, as are a
// negative transaction and a sector without output. What was not asked for, such
// as Type II without households, is NaN, which a View shows as missing.
package inputoutput
