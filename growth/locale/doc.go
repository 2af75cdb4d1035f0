// Package locale writes numbers as people in Denmark and in English-speaking
// countries read them, and reads them back without guessing.
//
// The way of a number:
//
//  1. A [Language] is chosen once, for a page, a chart or a file: English is
//     the zero value, Danish the other.
//  2. [Language.Number], [Language.Percent] and [Language.Money] write:
//     "17,600.5", "12.5%", "DKK 32 bn", or "17.600,5", "12,5 pct.",
//     "32 mia. kr.". [MagnitudeOf] says whether money is written in millions or
//     billions, and [Signed] makes a text that of a change, "+12,5 pct.".
//  3. [Language.ParseNumber], [Language.ParsePercent] and
//     [Language.ParseMoney] read the same forms back. What was written with as
//     many decimals as needed is read back as the same float64.
//  4. [Notation] is the bare pair of decimal mark and thousands separator, for
//     files that follow the habits of no language.
//
// # Rounding
//
// A number is rounded as the decimal that identifies it, the shortest one that
// reads back as the same float64, and halves go away from zero. So 2.675 is
// written 2.68 and 0.125 is written 0.13, as a reader with pencil and paper
// expects, although the binary number nearest to 2.675 lies a little below it.
// A result that rounds to zero is written without a sign.
//
// # Strictness
//
// A thousands separator must stand before every third digit or nowhere:
// "1.23" is no Danish number, and "0.123" is none either, since no group of
// thousands begins with zero. Exponents, hexadecimal digits, underscores, NaN
// and Inf are refused. An error is an [*Error] that quotes the text.
package locale
