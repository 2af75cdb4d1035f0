// Package growth says how fast something has grown and how large it becomes:
// growth rates, ranges of them, and yearly series.
//
// The way of a question such as "can 17,600 jobs become 35,200 by 2025?":
//
//  1. A [Series] holds the yearly figures, NaN where a year is not known.
//  2. [Series.Index], [Series.Changes] and [Series.CAGR] describe its past.
//  3. [CAGR] and [RequiredRate] give the rate that leads from one figure to
//     another; [Rate.DoublingTime], [Rate.YearsTo] and [Rate.YearReached] say
//     how long a rate takes.
//  4. A [Range], written "12–17%" or parsed with [ParseRange], holds the two
//     rates between which growth is expected; package projection takes it on.
//
// # Conventions
//
// A [Rate] is a fraction a year: 0.12 is 12 % a year. Growth is compound,
// x_t = x_0·(1+g)^t, and t is counted in years. A series is yearly and stands
// for whole years, so a target is "reached" in the first year whose figure is
// at least the target.
//
// A formula that has no answer for its input returns an error that wraps
// [ErrNotPositive], [ErrNotKnown] or [ErrOrder]; nothing returns NaN in place of
// one, except where a docstring says that a year is not known.
package growth
