package disclosure

import (
	"fmt"
)

// Options say how tables are protected. The zero value is careful: figures of
// fewer than three companies are hidden, their number too, and readers are taken
// to know all margins.
type Options struct {
	// Rules are tried in this order on each figure; default [MinimumCompanies]
	// of three. Rules other than that one need [sector.Options].Contributions.
	Rules []Rule

	// Interval is how uncertain, in per cent, a hidden figure must stay; see
	// [Protect]. The default is the largest P of a [PPercent] rule in Rules, and
	// 10 if there is none.
	Interval float64

	Firms   FirmCounts
	Margins Margins
	Years   Years
}

// FirmCounts says whether the number of firms is confidential.
type FirmCounts uint8

const (
	// HideFirms protects the number of firms as it does jobs and revenue, each
	// firm contributing one. Where it is hidden, so are the counts of rows of the
	// file: known, missing, suppressed, in all.
	HideFirms FirmCounts = iota
	// ShowFirms leaves the number of firms and all counts as they are, as
	// where the business register is public.
	ShowFirms
)

// Margins says what readers know besides the tables that are protected.
type Margins uint8

const (
	// AllMargins takes every margin of a table to be published somewhere: of a
	// table by sector, region and year also the sums by sector and year, by
	// region and year, and by year. Margins that tell too much are taken to be
	// hidden there, and Result.Suppressions lists them.
	AllMargins Margins = iota
	// GivenMargins takes nothing to be published but the tables given and their
	// totals.
	GivenMargins
)

// Years says how the years of a series are coordinated.
type Years uint8

const (
	// EachYear hides a figure in the years that need it. Where there is a choice,
	// what is hidden in another year is hidden first, so that few series have
	// gaps.
	EachYear Years = iota
	// WholeSeries hides a figure in every year if it is hidden in one, so that it
	// cannot be guessed from the years beside it.
	WholeSeries
)

// settled returns the options with their defaults filled in.
func (o Options) settled() (Options, error) {
	if len(o.Rules) == 0 {
		o.Rules = []Rule{MinimumCompanies{}}
	}
	interval := 0.0
	for _, r := range o.Rules {
		if r == nil {
			return o, fmt.Errorf("disclosure: a rule is nil")
		}
		if err := r.check(); err != nil {
			return o, err
		}
		if p, ok := r.(PPercent); ok {
			interval = max(interval, p.P)
		}
	}
	if interval == 0 {
		interval = 10
	}
	if o.Interval == 0 {
		o.Interval = interval
	}
	if err := perCent("Interval", o.Interval, 1, 100); err != nil {
		return o, err
	}
	if o.Firms > ShowFirms || o.Margins > GivenMargins || o.Years > WholeSeries {
		return o, fmt.Errorf("disclosure: there are no such options: firms %d, margins %d, years %d", o.Firms, o.Margins, o.Years)
	}
	return o, nil
}

// insiders reports whether companies are to be kept from working out others by
// what they know of themselves. A minimum of two companies does not ask for it:
// it lets two of them know each other's figures.
func (o Options) insiders() bool {
	for _, r := range o.Rules {
		if m, ok := r.(MinimumCompanies); !ok || m.n() > 2 {
			return true
		}
	}
	return false
}
