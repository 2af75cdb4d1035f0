// Package sectorsql asks a database for sector tables. The engine reads and
// groups the companies, on one node or a hundred; only the groups cross the
// wire, and the result is a [sector.Table] like any other. It uses database/sql
// and no driver: the program imports the one of its engine.
//
// The way of a table:
//
//  1. A [Query] says where the companies are, in a table or a subquery, which
//     column holds which field, which rows pass (a [Filter] each, with bound
//     values), what stands in a column for a figure that is missing or
//     suppressed, and by what to group: [sector.Options], as elsewhere.
//  2. A [Dialect] turns it into one statement. [Query.SQL] prints it, formatted,
//     with the values that are bound in it; [Statement] does so for any call.
//  3. [Aggregate] sends it, once: a table is one round trip.
//  4. The engine gives each row a status for each figure, groups the rows by
//     dimensions, year and statuses, and adds each group up. So the figures of a
//     group are all known, all missing or all suppressed, and a ratio such as
//     revenue per FTE is made of the groups that have both.
//  5. The groups go to a [sector.Builder], which orders the rows, makes the totals
//     and warns of mixed years, as it does with groups of a file. A status that
//     says that no company can have such a figure is an error instead.
//
// [ReadConcordance] reads links of industry codes to domains from a table, for
// Query.Concordance.
//
// # What the engine does
//
// Scan, filters, reading of figures, the tests of [sector.Company.Validate],
// grouping, sums, counts of known, missing and suppressed figures, and distinct
// companies, which are counted twice, by group and for the totals, since a
// company of two groups is one in the total. With a concordance, the groups are
// those of the industry codes, and the codes are matched, divided and warned of
// outside the engine, by the same rules as everywhere: one division of work for
// each code in a year, not for each company.
//
// # More than sums
//
// Each of these is one statement and one round trip, too, and returns what the
// method in memory makes of the same companies, of the same type:
//
//	SizeClasses    structure.SizeClasses
//	HHI            structure.HHI, by sector
//	TopCompanies   structure.TopCompanies
//	JobFlows       dynamics.JobFlows
//	HighGrowth     dynamics.FindHighGrowth, without its list of companies
//	Cube           Aggregate, with all of its margins
//
// What is classified where one company is looked at, such as a size, is classified
// by the engine; what then becomes of a class, which shares there are, and what is
// warned of, is up to the packages that do it in memory ([structure.SizeRows],
// [dynamics.FlowRows] and the like). All but the last take single companies, one row
// a year: there is no column of firms and no concordance, and a company with two
// rows in a year is an error, [*RepeatedError], where the IDs have a column. Years
// and limits of classes are numbers of the program and stand in the statement.
//
// JobFlows and HighGrowth group rows by company, and then companies by what they
// did, once for each pair of years, without a join. A line for each company is what
// the engine holds then, and what nodes send to the one that was asked: some 100
// bytes, 0.3 GB for 3·10⁶ companies and 30 GB for 3·10⁸. Where that is too much,
// let tables be divided by company and ask each node, or make the pairs of years
// once in the warehouse. The other methods send groups alone, but for the test for
// two rows, in which a cross-section's IDs are grouped; without a column of IDs it
// is left out. Only PostgreSQL, SQLite and DuckDB rank the largest companies by a
// window; ClickHouse has LIMIT BY.
//
// What cannot be pushed down: lists of single companies but the largest; the years
// that a panel has, so that pairs and periods must be named; Gini, Theil and
// other measures that need the figures in order; entry and survival, decompositions
// of productivity and changes of size class, which would be more of the same and
// are not here.
//
// # What it does not
//
//   - Dimensions are sector, region and year. A function given to [sector.By]
//     cannot be sent to an engine; any column can be, under the name of one of
//     these, and any expression through a subquery.
//   - [sector.Options].Contributions, and so package disclosure, need each
//     company. Distinct companies cannot be counted by domain of a concordance.
//   - Doubled company-years are not looked for in a table, and rows of totals not left out,
//     as package sectorcsv does with files: that is the business of keys and
//     views. A company that stands there twice is counted twice.
//   - Texts are taken as they stand; they are not trimmed or composed. NULL and
//     the empty text are one: not stated.
//   - Only the figures of the table are tested. Employees below zero stop no table
//     of FTE.
//
// # Sums
//
// Engines add in the order in which rows and nodes happen to be ready. Decimals
// and integers are added exactly in PostgreSQL, also beyond 2⁵³, and rounded
// once; SQLite adds integers so. Floating-point numbers are added by PostgreSQL
// and ClickHouse one after the other in float64, and ClickHouse makes all
// numbers such. What n roundings leave is some √n · 10⁻¹⁶ of the sum of sizes:
// below 10⁻¹² for groups of up to 10⁸ rows, so that the twelfth digit can differ
// from one run to the next. Where that is too much, keep figures as decimals.
// Columns of single precision hold seven digits, and nothing brings back the
// others. Counts are exact.
//
// # Names, values and faults
//
// Names are quoted as the engine quotes them; one that cannot be written without
// doubt is refused: not UTF-8, with control characters, longer than the engine
// keeps, or in ClickHouse one that reads like a value or a call of a function. Values are bound, never written. A subquery is the user's own SQL, and
// nobody else's text belongs into it. After an error there is no table. A column
// that does not exist or cannot be compared with a number is the engine's error;
// a figure that cannot be is a [*sector.FieldError] that names column, group and
// one of the values.
//
// ClickHouse answers from many nodes without one moment in time for all of them:
// rows that are written while it counts may be in one part of an answer and not
// in another. Where distinct companies and groups then do not fit, it is an
// error.
//
// # A billion rows, a hundred billion
//
// Take companies by sector and year, 20 of each, with FTE and revenue. Let each
// figure be known, missing and suppressed: at most 9 groups for a sector in a
// year, 3,600 in all.
//
// Scanned: four columns, of 8 bytes each but for the sector, which a column
// store keeps as a number of a dictionary, and the year: 20 bytes a row before
// compression. 10⁹ rows are 20 GB, 10¹¹ are 2 TB. A row store such as PostgreSQL
// reads whole rows, of 150 bytes say: 150 GB and 15 TB. Of what is read each row
// takes two comparisons and two additions; at 5 million rows a second and core, half
// of what the test of 10⁷ rows in examples/warehouse measures, 32 cores take 6 seconds
// for 10⁹ rows and ten minutes for 10¹¹, and 100 such nodes 6 seconds for these. Disks
// of 2 GB/s would take 10 seconds, 17 minutes and 10 seconds. The statement is one SELECT with
// GROUP BY, and no join, window or nested SELECT, so that every node adds up its
// own rows where they are.
//
// Shuffled: the groups of each node, of 200 bytes: 0.7 MB a node, 70 MB to the
// node that was asked from 100 of them, whatever the number of rows.
//
// Returned: 3,600 rows of some 100 bytes, 0.4 MB, whatever the number of rows and
// nodes. With a concordance it is groups by industry code, 700 of them instead of
// 20 sectors: 126,000 rows, 13 MB. Regions multiply both. Query.MaxGroups is the
// bound, since the groups are held in memory here and there.
//
// What limits it is the scan, so that partitions by year and a filter on them, and
// more disks, are what makes it faster; the client is never busy. Distinct
// companies are another matter: the engine keeps every company of every group,
// and nodes send these to the one that was asked. Some 100 bytes for each make
// 3·10⁸ companies 30 GB there, which is beyond most nodes. Then make rows of
// companies out of establishments once, in the warehouse, and count rows.
package sectorsql
