// Package sector turns companies into sector tables: how many firms, jobs and
// kroner there are in each sector, region, year or size class, and how much of
// that is not known.
//
// The way of the data:
//
//  1. A [Company] is one row of a company file: one company in one year, or
//     one of its establishments, or several companies that the file has added
//     up. Package sectorcsv reads them, or a program makes them.
//  2. A [Figure] in it is known, missing or suppressed; its zero value is
//     missing, so a forgotten field never passes for a true zero.
//  3. Where a file has industry codes and no sectors, a [Concordance] made of
//     [Link] values divides each company between domains: [Concordance.Split]
//     one company, [Concordance.Map] all of them, with a [Mapping] that says
//     what is in no domain and why.
//  4. A [Builder] takes companies one by one with [Builder.Add], grouped by the
//     [Dimension] values of its [Options]. Builders filled apart, on several
//     cores or machines, are joined with [Builder.Merge]. [Aggregate] does it
//     in one call for companies in memory.
//  5. [Builder.Table] gives the [Table]: one [Row] a group in a defined order,
//     and a total that comes from the data, one for each year.
//     With [Options].Contributions the rows carry what each company adds to them,
//     for package disclosure, which hides what must not be published.
//  6. [Table.Series] takes a column over the years to package growth,
//     [Table.Share] compares a row with the total.
//
// # What is counted
//
// A table is made of one [Measure] of jobs, full-time equivalents (FTE) or
// employees, and one currency; neither is ever mixed with another. Sums skip what
// is not known and say in [Cell] how many rows were missing and suppressed; a cell
// in which nothing is known is itself missing. Ratios are made of the rows that
// have both figures.
//
// Firms are counted as [Options].Firms says: a row is one company, or a column
// holds their number, or, where rows are establishments, the distinct company
// IDs of a cell are counted. Distinct companies of two cells may be the same
// one, so they need not add up to the total; [Table].FirmsOverlap says so.
// Companies divided between domains are counted both ways: distinct ones in
// [Row].Firms, and by weight, which does add up, in [Row].FirmsWeighted.
//
// A builder counts the whole of a company whatever its Share; a concordance
// takes the part that the share says.
//
// # Sums
//
// Sums are kept in double-double ([growth.Sum]) and rounded once. For figures
// of 0.001 and up and sums up to 10¹³ they are exact, so a table is the same,
// bit for bit, whatever the order of the companies and however they were split
// over builders.
package sector
