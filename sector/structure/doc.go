// Package structure says what an economy is made of: how large its sectors are,
// how concentrated, unequal and specialised its sectors, regions and companies,
// and how much of a region's growth is its own.
//
// The way from figures to a finding:
//
//  1. Figures are slices, one item a sector, a region or a company, and NaN where
//     a figure is not known. Slices that go together have the same items in the
//     same order.
//  2. [Shares] compares each item with the total, [LocationQuotient],
//     [LocationQuotients] and [LocationQuotientMatrix] with a reference economy.
//  3. One slice: [HHI] (Herfindahl–Hirschman index) and [CR] (concentration
//     ratio) say how concentrated it is, [Gini], [Lorenz] and [Theil] how unequal;
//     [TheilGroups] divides that into inequality within groups and between them.
//  4. Two slices: [Krugman], [KrugmanOthers] and [Hoover] say how far apart two
//     structures are, [LocationalGini] how unequal their location quotients,
//     [EllisonGlaeser] and [EllisonGlaeserPlants] whether an industry's plants lie
//     closer together than chance would have it.
//  5. [ShiftShare] and [DynamicShiftShare] divide the growth of a region's sectors
//     into what the nation, the mix of sectors and the region itself have done.
//  6. The same from a [sector.Table] and a reference table: [TableLocationQuotients],
//     [TableSpecialisation], [TableConcentration] and [TableShiftShare]; and from
//     companies: [CompanyAgglomeration], [SizeClasses], [SizeTransitions],
//     [TopCompanies] and, all of it on one page, [Summarise].
//  7. Companies that lie in a database are added up there: SizeClassesOfRows,
//     TopCompaniesOfRows and FigureSums make the same of groups, see package
//     sectorsql.
//  8. Every measure returns a struct of named parts with a method View, a table to
//     be printed, written or drawn, and typed warnings: what to know before it is
//     quoted. [Coverage] says how many items a result is made of, and how many were
//     left out. Warnings of this package are values and its errors are pointers:
//     errors.AsType[structure.Incomplete], errors.AsType[*structure.FigureError].
//
// # Which measure
//
// Most names stand for several formulas. The functions here have one each, or
// return the variants side by side under names of their own:
//
//	question                                    measure           range
//	do few companies have most of the revenue?  HHI               1/N … 1, or 0 … 1 normalised
//	                                            CR                0 … 1
//	are companies of unequal size?              Gini              0 … (N−1)/N, or 0 … 1 normalised
//	                                            Theil             T 0 … ln N, L 0 … ∞
//	is a region special in a sector?            LocationQuotient  0 … ∞, 1 like the reference
//	is a region specialised?                    Krugman           0 … 2, or 0 … 1 halved
//	                                            LocationalGini    0 … (N−1)/N, weighted 0 … 1, area 0 … ½
//	is a sector concentrated in some regions?   Krugman, Hoover   as above; Hoover 0 … 1
//	beyond the size of its plants?              EllisonGlaeser    around 0 at random, at most 1 or so
//
// Krugman's, Hoover's and the locational Gini index of specialisation and of
// concentration are the same formulas: the slices go over the sectors of a region,
// or over the regions of a sector. The reference economy is an argument of its
// own; only LocationQuotientMatrix makes it from the figures, and says so.
//
// # Figures not known, zeros and bounds
//
// An item of which one figure is NaN is left out of everything, and counted. Zeros
// are figures. Negative and infinite figures are errors, [ErrNegative] and
// [ErrInfinite], which say where the figure is ([FigureError]); so are slices with
// nothing known in them ([ErrEmpty]) and, where shares are needed, with nothing but
// zeros ([ErrZeroTotal]). A field of a result is NaN where the measure is not defined
// and its comment says so. Results are within their bounds, rounding included.
//
// # Arithmetic
//
// Sums are kept in double-double ([growth.Sum]), and where the order of items
// could leave a trace they are put in order first, so that a result has the same
// bits whatever the order of its arguments. Differences are taken before they are
// squared or put into a logarithm, so indices of nearly equal figures keep their
// digits. Arguments are never changed.
package structure
