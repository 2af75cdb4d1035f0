// Package sectorcsv reads company files into companies and writes sector
// tables, as CSV. It never guesses at a figure: what it cannot read for certain
// is an error with file, line, column and value.
//
// The way of a file:
//
//  1. [Options] say what the file does not say itself: the header that holds a
//     field, the year, the currency, the unit of revenue. The zero value is
//     right for a file that follows the conventions below.
//  2. [ReadFile] or [Read] recognise the separator, match the headers to the
//     fields of a [sector.Company], check that what is required is there, and
//     read the rows through gocsv into text, which is then converted strictly.
//  3. The companies go to a [sector.Builder]; the [Report] says what was
//     recognised, read, left out and not known, and how firms are counted.
//  4. [WriteTable] writes a table made of them.
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
//
// A sector, a year (a column or Options.Year) and at least one of FTE,
// employees, revenue and firms are required. Other columns are ignored and
// listed in the report.
//
// # Figures
//
// A blank cell, NA, N/A, #N/A, NaN and null are missing; "..", x, c, D, (D), S
// and (S) are suppressed, whatever their case. "-" and "." mean zero, missing
// or suppressed depending on who wrote them, and are errors. Numbers follow the
// notation of the file (package locale): with semicolons decimal comma and
// thousands points, with commas the reverse, or Options.Notation. Revenue may
// carry a currency and a magnitude ("DKK 1.200", "36.9 million").
package sectorcsv
