// Package projection says how many jobs there can be in a target year, and takes
// apart what others have said about it.
//
// The way of a number such as "12–17 % growth a year can give 35,200 smart jobs
// in 2025":
//
//  1. The base is the jobs of a base year: a number for [Project], or a
//     sector.Table for [Sectors].
//  2. [Assumptions] carry growth of the market over to jobs, by way of
//     productivity and market share. [Assumptions.Jobs] is the range of growth
//     rates that follows.
//  3. [Project] gives a [Projection] with one [Scenario] for each end of that
//     range: the level and the gain of every year, the year in which a target is
//     reached, and [Projection.RequiredRate] for the rate a target needs.
//     [Sectors] does so for every sector and for the total, as an [Outlook].
//     Beyond a band, [ProjectScenarios] and [SectorScenarios] take any number of
//     named scenarios, each a [Case]: a [Course] of market, share, productivity and
//     elasticity, constant or year by year ([Yearly]), which sectors may have of
//     their own. An [Approach] says whether sectors make the total or share it.
//     [Projection.Tornado] and [Projection.Grid], and those of an [Outlook], say how
//     much the jobs of the target year hang on each assumption ([Variation]);
//     [Course.MarketFor] says what a target requires of the market.
//  4. [Simulate], or [Outlook.Simulate], draws growth between two scenarios
//     instead of taking the ends of the range. [Uncertainty] says what the range means, hard limits or a
//     central interval, and [GrowthDistribution] what follows; [Persistence] how
//     years hang together and [Correlation] how sectors do. The [Simulated] jobs
//     are a [Fan] for each sector and for the total, and for each [JobsTarget] a
//     [TargetOutlook]: the probability of reaching it, by when, and the expected
//     shortfall.
//  5. A [Claim] holds figures that somebody has printed, with the unit that
//     [UnitOf] their digits tells. [Claim.Readings] tries what they can mean: a
//     level or a gain, and from which year. A [Reading] is one such meaning with
//     its [Grade], the [Chance] of one as good, and a [Fit] for each figure; a
//     [Band] says how many years lie between two figures whatever the base.
//     [Readings.Explain] makes an [Explanation] of them, a [Statement] for each
//     sentence that a page would say.
//
// # Conventions
//
// Growth is compound, x_T = x_0·(1+g)^n. A level is the jobs there are, a gain
// what is more than in the base year; the two are easily confused, which is why
// claims have readings. The unit of jobs, FTE or employees, travels with every
// projection. Each year of a scenario is computed from the base, so that
// rounding does not pile up.
//
// A market that grows 12–17 % a year gives as much growth of jobs only if output
// per job and the share of the market do not change. That is what the zero
// [Assumptions] assume; a page should say so.
//
// Printed figures are decimal numbers, and stand for the half-open interval of
// numbers that would be printed the same. Whether a reading arrives inside that
// interval is decided exactly, in rational numbers.
//
// Results are plain fields, in no language: to put them into words is the page's
// business. They may be read by several goroutines at once.
package projection
