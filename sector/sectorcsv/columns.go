package sectorcsv

import (
	"context"
	"io"
	"path/filepath"

	"smartcity/sector"
)

// ReadColumnsFile reads a company file as [ReadColumns] does. Options.Name and
// Report.File are those of [ReadFile].
func ReadColumnsFile(ctx context.Context, path string, opt Options) (*sector.Companies, *Report, error) {
	f, err := openFile(path, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	c, report, err := ReadColumns(ctx, f, opt)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return c, report, err
}

// ReadColumns reads a company file column by column: the companies, report and
// errors of [Read], in about half the memory. As in [Aggregate], doubled
// company-years are looked for among neighbouring rows only, unless
// Options.CheckAllDoubles or Options.Doubles is set: Report.Checked.
func ReadColumns(ctx context.Context, r io.Reader, opt Options) (*sector.Companies, *Report, error) {
	return decoded(r, opt, func(d *decoder, src *source) (*sector.Companies, error) {
		if d.loadsFast() {
			k := newCollector(d)
			k.columns = columnsOf(d)
			k.neighbours = !opt.CheckAllDoubles
			if err := d.load(ctx, k, src); err != nil {
				return nil, err
			}
			return k.columns, nil
		}
		companies, err := d.all(ctx, src)
		if err == nil {
			companies, err = d.mapped(companies)
		}
		if err != nil {
			return nil, err
		}
		c := columnsOf(d)
		for i := range companies {
			add(c, &companies[i])
		}
		return c, nil
	})
}

// loadsFast reports whether the fast lane can read the companies of the file.
func (d *decoder) loadsFast() bool {
	return d.fits() && d.opt.Doubles == RefuseDoubles && d.opt.Concordance == nil
}

// load reads all companies in the fast lane.
func (d *decoder) load(ctx context.Context, k *collector, src *source) error {
	d.report.Lane = FastLane
	if k.neighbours {
		d.report.Checked = NeighbouringRows
	}
	k.cells = newGroups()
	if err := newLane(d, k, src).run(ctx); err != nil {
		return err
	}
	k.cells.sums(k)
	k.finish()
	return d.nothing()
}

// columnsOf has the columns of a file, without rows.
func columnsOf(d *decoder) *sector.Companies {
	c := &sector.Companies{Year: []int{}}
	for _, column := range d.columns {
		if text := textColumnOf(c, column.field); text != nil {
			*text = []string{}
		} else if figures := figureColumnOf(c, column.field); figures != nil {
			*figures = []sector.Figure{}
		} else if column.field == "founded" {
			c.Founded = []int{}
		} else if column.field == value {
			for _, field := range figureFields() {
				*figureColumnOf(c, field.name) = []sector.Figure{}
			}
		}
	}
	if d.opt.Concordance != nil {
		c.Sector, c.Share = []string{}, []sector.Figure{}
	}
	return c
}

func textColumnOf(c *sector.Companies, field string) *[]string {
	switch field {
	case "id":
		return &c.ID
	case "establishment":
		return &c.Establishment
	case "name":
		return &c.Name
	case "sector":
		return &c.Sector
	case "industry_code":
		return &c.IndustryCode
	case "region":
		return &c.Region
	case "municipality":
		return &c.Municipality
	}
	return nil
}

func figureColumnOf(c *sector.Companies, field string) *[]sector.Figure {
	switch field {
	case "fte":
		return &c.FTE
	case "employees":
		return &c.Employees
	case "revenue":
		return &c.Revenue
	case "firms":
		return &c.Firms
	case "share":
		return &c.Share
	}
	return nil
}

// add adds a row to the columns that there are.
func add(to *sector.Companies, c *sector.Company) {
	put(&to.ID, c.ID)
	put(&to.Establishment, c.Establishment)
	put(&to.Name, c.Name)
	put(&to.Sector, c.Sector)
	put(&to.IndustryCode, c.IndustryCode)
	put(&to.Region, c.Region)
	put(&to.Municipality, c.Municipality)
	put(&to.Year, c.Year)
	put(&to.Founded, c.Founded)
	put(&to.FTE, c.FTE)
	put(&to.Employees, c.Employees)
	put(&to.Revenue, c.Revenue)
	put(&to.Firms, c.Firms)
	put(&to.Share, c.Share)
}

func put[T any](column *[]T, x T) {
	if *column != nil {
		*column = append(*column, x)
	}
}

// join adds the rows of others with the same columns, n rows in all if that
// is known.
func join(to, c *sector.Companies, n int) {
	for _, p := range [][2]*[]string{{&to.ID, &c.ID}, {&to.Establishment, &c.Establishment}, {&to.Name, &c.Name}, {&to.Sector, &c.Sector}, {&to.IndustryCode, &c.IndustryCode}, {&to.Region, &c.Region}, {&to.Municipality, &c.Municipality}} {
		extend(p[0], *p[1], n)
	}
	extend(&to.Year, c.Year, n)
	extend(&to.Founded, c.Founded, n)
	for _, p := range [][2]*[]sector.Figure{{&to.FTE, &c.FTE}, {&to.Employees, &c.Employees}, {&to.Revenue, &c.Revenue}, {&to.Firms, &c.Firms}, {&to.Share, &c.Share}} {
		extend(p[0], *p[1], n)
	}
}

func extend[T any](column *[]T, more []T, n int) {
	if *column == nil {
		return
	}
	if len(*column) == 0 && n > cap(*column) {
		*column = make([]T, 0, n)
	}
	*column = append(*column, more...)
}
