// Package sectorcsv reads company files into companies and writes sector
// tables, as CSV. It never guesses at a figure: what it cannot read for certain
// is an error with file, line, column and value, and it says exactly what it
// did.
//
// The way of a file:
//
//  1. [Options] say what the file does not say itself: the header that holds a
//     field, the year, the currency, the unit of revenue, whose markers it uses.
//     The zero value is right for most files.
//  2. [ReadFile] or [Read] unpack the file (gzip, zstd), recognise its [Dialect]
//     from the first megabyte, give each column its field, and convert the rows
//     strictly. [ReadColumnsFile] or [ReadColumns] give the same companies column
//     by column, in half the memory.
//  3. The companies go to a [sector.Builder], with [Report.Options]; the
//     [Report] says what was recognised, read, mended, left out and not known.
//  4. [AggregateFile] or [Aggregate] make the table at once, from a file of any
//     size, on all cores and in little memory: see below.
//  5. [WriteTable] writes a table made of them.
//
// [ReadRecords] fills any struct with csv tags through the same dialects and
// rules of numbers, for exports, price indices or multipliers. A concordance of
// industry codes and sectors, from [ReadConcordance], stands in for a sector
// column (Options.Concordance).
//
// # Dialects
//
// What is read: UTF-8, UTF-16 and Windows-1252 (Latin-1), with and without byte
// order mark; columns separated by comma, semicolon, tab or vertical bar, or as
// a first line "sep=;" says; lines that end in line feed, carriage return or
// both; quoted cells with separators, quotes and line breaks in them; title
// lines above the header, which is found by the headers that are known, in the
// first megabyte; comments after '#', where the file begins with one; blank lines.
// A file may be of any size; a row of more than 16 MB is taken for a quote that
// is never closed. A quote that closes too late, so that a cell holds whole rows,
// is an error that names the line in which it opens.
//
// Numbers have a decimal point or comma, and points, commas, spaces or
// apostrophes between thousands. Which, is decided by the numbers themselves;
// where they do not tell, by separator and language of the headers: commas
// between columns leave the point for decimals, and Danish headers mean a
// decimal comma. In other files a number such as "1.234" that could be one of
// thousands or of decimals is an error, which [Dialect].Notation settles.
//
// # Columns
//
// Headers are matched without regard to case, spaces, underscores, hyphens,
// full stops and accents (å, æ, ø may be written aa, ae, oe):
//
//	id             company_id id vat orgnr · cvr cvr_nr cvr-nummer virksomheds-id
//	establishment  establishment_id workplace_id · p_nr pnr p-nummer arbejdssted
//	name           name company company_name · navn virksomhed virksomhedsnavn
//	sector         sector industry domain · sektor branche domæne
//	industry_code  industry_code nace nace_code · db07 branchekode
//	region         region · landsdel
//	municipality   municipality · kommune
//	year           year fiscal_year · år aar regnskabsår
//	fte            fte ftes full_time_equivalents · årsværk fuldtidsårsværk fuldtidsbeskæftigede fuldtidsansatte
//	employees      employees headcount workers staff · ansatte antal_ansatte beskæftigede
//	revenue        revenue turnover sales · omsætning nettoomsætning
//	firms          firms companies number_of_firms · antal_firmaer antal_virksomheder firmaer
//	founded        founded founding_year start_year · stiftet etableringsår startår
//	share          share smart_share · andel smart_andel
//	currency       currency · valuta
//	unit           unit units · enhed enheder måleenhed
//
// A sector, a year (a column, a year in the headers of figures, or
// Options.Year) and at least one of FTE, employees, revenue and firms are
// required. Other columns are ignored and listed in the report.
//
// Where the headers of figures name years, a row holds several company-years (a
// wide file): one for each year in which a cell is not blank. A file with a
// column "variable" that says which figure stands in "value" (a long file) is
// gathered into company-years.
//
// # Units
//
// A header may name a unit, a currency and a year beside its field: "Revenue
// ($M)", "omsætning 2018 (1.000 kr.)", "Umsatz (TEUR)", "fte_2018". Units may stand
// in a line of their own below the headers instead, or, for each row, in a column
// of units: "mio. kr.", "THS_PER", "antal". In a long file the row's unit is that
// of its figure, and one that its figure cannot be in is an error; in others
// money is for revenue, what names a field is for that field, and a bare
// magnitude is an error unless there is one figure only. Revenue that has no unit
// in a file that names them row by row is an error. Units are applied and
// reported; Options.RevenueUnit replaces those of revenue.
//
// A unit of money in a title or a note beside the table, "Beløb i 1.000 kr.", is
// an error where revenue has none of its own, which Options.RevenueUnit settles.
// A [UnitBeside] warning tells of one beside other figures, "Tal i 1.000".
//
// # Figures
//
// A blank cell, NA, N/A, #N/A, NaN and null are missing; "..", x, c, D, (D), S
// and (S) are suppressed, whatever their case; a [Convention] has markers of
// its own. "-" and "." mean one thing or another depending on who wrote them, and
// are errors unless the Convention says which. A number in brackets or with a minus behind
// it is negative. Revenue may carry a currency and a magnitude ("DKK 1.200",
// "36.9 million"), and a share a per cent sign. Two currencies are an error.
//
// # What is mended, left out and warned of
//
// Texts are trimmed, white space inside them becomes one space, characters that
// cannot be seen are dropped and others composed (Unicode NFC), so that groups do
// not split. A code that a spreadsheet took for a number or marked as text
// (620100.0, '010110), an accounting year (2018/19, the year it ends in) and a
// founding date are mended, with a [Mended] warning; a code that it rounded
// (1.2E+07) is an error.
//
// Rows whose sector, region or name is a word for totals are left out and
// listed. A row that may be a total for another reason is kept: with a
// [TotalsKept] warning where it says so elsewhere, "Energy Total" or "I alt" among
// municipalities, and with [SumOfOthers] where it is the sum of all others of its
// group.
//
// Nothing is counted that is no company. Notes on the table, rows without figure
// and year that begin with a word such as "Source:" or an asterisk, are left out
// and listed. Another text that is alone in its row is an error: it may be a
// heading. In a file without years, rows of which nothing is known are counted
// with a [NothingKnown] warning. Rows left out and kept, of every kind, add up to
// Report.Rows, except in wide files, where a row is several companies, and in
// long ones, where it is a part of one.
//
// # Two lanes
//
// The reading lane goes through gocsv, row by row, and is the reference. The
// fast lane stands beside it: the text is cut into chunks at line ends outside
// of quotes, chunks are taken apart on all cores, and what was made of them is
// joined in the order of the file. Whatever it does not understand at a glance
// goes through the very code of the reading lane, so that companies, table,
// report and first error are the same; files it is not made for (wide, long,
// with establishments, a concordance, flags, comments or units of rows) are read row by row. Report.Lane
// says which it was. Read looks for doubled company-years in the whole file,
// which costs memory; Aggregate and ReadColumns compare neighbouring rows unless
// Options.CheckAllDoubles asks for all of them.
package sectorcsv
