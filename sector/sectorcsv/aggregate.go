package sectorcsv

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"smartcity/sector"
)

// AggregateFile adds up a company file as [Aggregate] does. Options.Name and
// Report.File are those of [ReadFile].
func AggregateFile(ctx context.Context, path string, opt Options, table sector.Options) (*sector.Table, *Report, error) {
	f, err := openFile(path, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	t, report, err := Aggregate(ctx, f, opt, table)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return t, report, err
}

// Aggregate adds up the companies of a file of any size. Table, report and
// error are those of [Read] and [sector.Aggregate] with By and Measure of table,
// and Firms and Currency of the report; table.Firms and table.Currency are not
// used. Only doubled company-years are looked for among neighbouring rows
// unless Options.CheckAllDoubles or Options.Doubles is set: Report.Checked.
//
// Memory grows with the groups, not with the rows. The file is read on all
// cores where the fast lane takes it: Report.Lane. After an error there is no
// table.
func Aggregate(ctx context.Context, r io.Reader, opt Options, table sector.Options) (*sector.Table, *Report, error) {
	return decoded(r, opt, func(d *decoder, src *source) (*sector.Table, error) { return d.aggregate(ctx, src, table) })
}

func (d *decoder) aggregate(ctx context.Context, src *source, opt sector.Options) (*sector.Table, error) {
	k := newCollector(d)
	opt.Firms = d.report.Firms
	b := sector.NewBuilder(opt)
	// What a company of a long file is, and how firms are counted there, is known
	// only at the end, and so is what becomes of doubled company-years.
	if !d.plan.long && d.opt.Doubles == RefuseDoubles && d.opt.Concordance == nil {
		k.table = &adder{b: b}
		k.neighbours = !d.opt.CheckAllDoubles
	}
	if k.neighbours {
		d.report.Checked = NeighbouringRows
	}
	if k.neighbours && d.takesFastLane(b) {
		d.report.Lane = FastLane
		k.cells = newGroups()
		if err := newLane(d, k, src).run(ctx); err != nil {
			return nil, err
		}
		if err := k.cells.into(b); err != nil {
			return nil, d.whole(err)
		}
		k.cells.sums(k)
	} else if err := d.rows(ctx, k, src.stored); err != nil {
		return nil, err
	}
	k.finish()
	if err := d.nothing(); err != nil {
		return nil, err
	}
	if k.table == nil {
		companies, err := d.mapped(k.companies)
		if err != nil {
			return nil, err
		}
		k.companies = companies
		opt.Firms = d.report.Firms
		b = sector.NewBuilder(opt)
		k.table = &adder{b: b}
		for i := range k.companies {
			k.table.add(&k.companies[i])
		}
	}
	if err := k.table.err; err != nil {
		return nil, fmt.Errorf("company %d of %d: %w", k.table.failed, k.table.n, err)
	}
	t := b.Table()
	t.Currency = d.report.Currency
	return t, nil
}

// adder adds companies to a table. An error of the table waits, since one
// of the file comes before it.
type adder struct {
	b      *sector.Builder
	n      int // companies
	failed int // the first that the table refused, counted from 1
	err    error
}

func (a *adder) add(c *sector.Company) {
	a.n++
	if a.err == nil {
		if a.err = a.b.Add(*c); a.err != nil {
			a.failed = a.n
		}
	}
}

// takesFastLane reports whether the file and the table are of the kind that
// the fast lane is made for.
func (d *decoder) takesFastLane(b *sector.Builder) bool { return d.fits() && b.TakesRows() }

// fits reports whether the file is of the kind that the fast lane is made for.
func (d *decoder) fits() bool {
	p, decimal := d.plan, d.values.notation.Decimal
	return !d.opt.reading && (decimal == '.' || decimal == ',') && !p.wide && !p.long && len(p.flags) == 0 && !p.has("establishment") && len(p.columns) <= mostColumns && d.report.Dialect.Comment <= 0
}
