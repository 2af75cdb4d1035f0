// Package dynamics says how a sector moves: which companies begin and end, how
// many jobs they create and destroy, who grows fast, who survives, and where
// growth of productivity comes from.
//
// The way from companies to a finding:
//
//  1. Rows of companies become a [Panel], one row a company and year, with
//     [NewPanel] or a [PanelBuilder]. It refuses what cannot be followed over
//     years, or leaves it out and says so.
//  2. [JobFlows] divides the change of jobs between two years into creation and
//     destruction, by births, deaths and continuers, in total and by sector, region
//     or size. [FlowTotals] does the rates alone, for published aggregates.
//  3. [DHS] is growth between −2 and 2, after Davis, Haltiwanger and Schuh;
//     [DHSGrowth] is how it is distributed.
//  4. [EntryAndExit] counts births and deaths over active companies, and
//     [SurvivalRates] who of a year's births is alive one, three and five years on.
//  5. [FindHighGrowth] finds high-growth companies and gazelles under a
//     [HighGrowthRule]: [OECDEurostat2007], [EU439of2014], [StatisticsDenmark], or one
//     of your own.
//  6. [MatchedGrowth] is growth of the companies whose figures are known in both
//     years, chained over the years, for files whose holes move about.
//  7. [CompareRevenuePerJob] compares two years of a panel by revenue per job, or
//     [CompareProductivity] of any firms by any productivity, and
//     [ProductivityChange.Decompose] divides the change into what continuers,
//     entrants and exiters did, by six methods. [OlleyPakes] looks at one year,
//     [ProductivityBySector] at sectors.
//
// [JobFlowsOfRows] and [HighGrowthOfRows] make the same of companies that were added
// up where they lie, in a database, see package sectorsql.
//
// Every result is a struct of named parts with a method View, a table to be
// printed, written or drawn, and typed Warnings, which say what to know before it
// is quoted. A panel's own warnings are among those of what is made of it.
//
// # A panel
//
// A row is a company in a year. Rows without an ID, workplaces and rows that stand
// for several firms are refused ([RowError]), and a company that is there twice in
// a year is a [RepeatedError] that names it, unless [PanelOptions] say otherwise. To
// follow workplaces, give their number as the ID. IDs are compared as they are
// written, blanks and leading zeros included.
//
// A panel has one measure of jobs, FTE or employees, and one currency, in current
// prices unless its figures were deflated before. It follows the whole of a
// company, whatever its Company.Share.
//
// # Births, deaths and gaps
//
// A company is born in the first year in which it is active and dead after the
// last. What that means is a choice with a name:
//
//   - [Activity]: by default a company is active with jobs, so that a known zero
//     ends it, as in the Business Dynamics Statistics (BDS) of the US Census Bureau
//     and in Eurostat's employer demography; or it is active with a row alone.
//   - [Gaps]: by default years of absence between two that are active are neither
//     a death nor a birth: the jobs are paused, and return.
//
// The first year of a panel has no births and the last no deaths: who came before
// and who goes after is not seen, and what looks like a death in the last years
// may yet be a gap. A panel sees IDs, not companies: re-registration under a new ID,
// a merger or a split looks like a death and a birth, and a company that moves into
// the field like a birth; [FoundedBefore] counts those that state an earlier
// founding year. A year that nobody has is no year of the panel; flows across it
// span two years and say so ([YearsApart]), and in which of them a company is born
// is not known.
//
// A company with a row and zero jobs is by default not active: it is neither born
// nor in a size class, and one that falls to zero is dead. Package structure follows
// rows instead: its SizeClasses and SizeTransitions take it for a company of the
// class micro, born with its first row. [ActiveWithRow] does that here.
//
// A company that changes sector or region is neither born nor dead. It belongs,
// with its growth, where it is in the second year, and the jobs it had move there
// in parts of their own, so that the groups add up to the total and each group's
// parts to its change.
//
// # Figures not known
//
// A missing or suppressed figure is never zero. A company that is there in both
// years with a figure not known in one of them is neither birth nor death nor
// continuer: it is left out of that pair of years, and of no other, and counted
// ([LeftOut]). Its known jobs are a part of their own in the change of the total.
// What rests on nothing known is NaN, which a View shows as missing.
//
// # Revenue per job
//
// A company with zero jobs has no revenue per job. [CompareRevenuePerJob],
// [OlleyPakesRevenuePerJob] and [RevenuePerJobBySector] leave its revenue out of the
// year, under any Activity, and count the company in [RevenuePerJobNotKnown]. The ratio
// of revenue to jobs of a sector.Table, and that of structure.Summarise, are of
// all rows with both figures, this revenue included.
//
// # Units
//
// Job flows have the names and the scale of the BDS, so their rates are in per
// cent of the mean of the two years. All other rates and shares are fractions.
// What the BDS publishes as reallocation_rate is the rate of excess reallocation,
// and so is [Flows].ReallocationRate.
//
// # Arithmetic
//
// A panel is sorted by ID and year once and every function goes through it once,
// so that time is linear in rows times pairs of years, and memory in rows. Sums are
// kept in double-double ([growth.Sum]): the same companies in any order give the
// same bits, and parts add up to the whole. Thresholds of growth are compared in
// exact decimals.
//
// # Sources
//
// Davis, Haltiwanger and Schuh, Job Creation and Destruction (1996); US Census
// Bureau, Business Dynamics Statistics, methodology; Eurostat–OECD Manual on
// Business Demography Statistics (2007); Commission Implementing Regulation (EU) No
// 439/2014; Statistics Denmark, documentation of high-growth enterprises. Those of
// the productivity decompositions stand at [DecompositionMethod].
package dynamics
