// Package stream makes company files of any size: made-up companies with their
// years, row after row, the same for the same seed on every machine. Nothing is
// kept but the company at hand, a buffer of 64 kB and the totals, so a file of
// ten million rows needs no more memory than one of ten.
//
//	id,name,sector,region,year,fte,revenue,founded
//	90000003,KO Ellehøj ApS,Waste,Syddanmark,2014,1.75,2967001,1998
//	90000003,KO Ellehøj ApS,Waste,Syddanmark,2015,2,,1998
//
// The way from a seed to bytes and totals:
//
//  1. [NewReader] takes the number of rows and the [Options]: seed, language
//     and separator, which change how a file is written and never what is in it.
//  2. company.go draws one company after another in whole numbers (FTE in
//     quarters, revenue in kroner), so that no rounding differs between machines.
//  3. The [Reader] counts each row into its [Cell] and then prints it. It is read
//     like a file, or written at once with [Reader.WriteTo].
//  4. [Reader.Totals] says what any reader of the file must find: firms, FTE and
//     revenue of each sector and year to the last krone, and how many figures are
//     missing and suppressed.
//
// # What is in a file
//
// About 73 bytes a row. A company has one to five consecutive years from 2014 to
// 2018, a row each, in order, and keeps its ID, name, sector, region and founding
// year. There are ten sectors and five regions. One name in fifty is a quoted
// field: three in four of them hold a comma, the others quotation marks, which are
// doubled. In FTE and in revenue, each on its own, one figure in a hundred is
// missing (blank) and one in two hundred suppressed ("..").
//
// A file of n rows is the beginning of every longer one of the same [Options];
// its last company may be cut short. IDs have eight digits, as Danish CVR numbers
// have, but fail their check, so that none is anybody's; after some thirty
// million rows they have nine. Names are put together from word stems: most
// belong to one company, and all can be written in Windows-1252. The
// distributions are simple; it is the files of testdata, made by the command
// above this package, that are drawn to be plausible.
package stream
