package sectorsql

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"smartcity/growth/locale"
	"smartcity/sector"
)

// Query is what a sector table is asked for with: where the companies are, what
// their columns are called, and what table is to be made of them.
type Query struct {
	Dialect Dialect

	// Table is the name of a table or view, after that of its schema or database
	// and a point where it needs one: "companies", "register.companies". A name with a
	// point in it needs a subquery.
	Table string
	// Subquery stands in for a table: a SELECT of the user's own, which goes to
	// the engine as it stands, without a semicolon at its end. It may join, rename,
	// convert and trim. Args are its values, whose places are written ? in ClickHouse
	// and SQLite, one for each, and $1, $2 and so on in PostgreSQL and DuckDB.
	Subquery string
	Args     []any

	Columns Columns
	Where   []Filter

	// Year of all rows, for tables without a column of years.
	Year int

	// Missing and Suppressed are what stands in the columns of figures where
	// nobody has stated one, or may not tell: texts such as "..", or numbers such as
	// -9. NULL and NaN are missing without being listed. Where one of the markers
	// is a text, figures are read from texts in all of the columns, which takes
	// longer.
	Missing, Suppressed []any
	// Flags says by which other column a figure is suppressed, whatever stands in
	// its own: {"fte": {Column: "fte_flag", OneOf: []any{"D"}}}. The fields are
	// fte, employees, revenue, firms and share.
	Flags map[string]Filter

	// Concordance puts companies into domains by their industry codes, in place of
	// a sector. The engine groups by code, and the groups are then divided as
	// [sector.Concordance.Split] does with companies.
	Concordance *sector.Concordance

	// Options are those of the table. Dimensions can be sector, region and year.
	Options sector.Options

	// MaxGroups is how many groups the engine may return, default one million.
	// Companies of a group of which other figures are known are a group apart.
	MaxGroups int
}

// Columns are the names of columns. A field without a name has no column.
type Columns struct {
	ID           string // needed where distinct companies are counted, or followed over years
	Sector       string
	IndustryCode string // for a concordance
	Region       string
	Year         string // whole numbers; for tables alone also texts of four digits
	FTE          string
	Employees    string
	Revenue      string
	Firms        string // companies that a row stands for
	Founded      string // founding years, for high growth; NULL or 0 where not stated
	Name         string // of companies, for lists of them
	Share        string // part of a company in the field, for a concordance
	Currency     string // ISO 4217 code of the row's revenue, to be compared with that of the table
}

// columns are the names of all columns in use.
func (q *Query) columns() []string {
	c := &q.Columns
	names := []string{c.ID, c.Sector, c.IndustryCode, c.Region, c.Year, c.FTE, c.Employees, c.Revenue, c.Firms, c.Founded, c.Name, c.Share, c.Currency}
	for _, f := range q.Where {
		names = append(names, f.Column)
	}
	for _, f := range q.Flags {
		names = append(names, f.Column)
	}
	return names
}

// defaultMaxGroups is room for a thousand sectors in a hundred regions in ten
// years.
const defaultMaxGroups = 1_000_000

// maxGroups leaves room for one more.
func (q *Query) maxGroups() int {
	return min(cmp.Or(q.MaxGroups, defaultMaxGroups), math.MaxInt-1)
}

// options returns the options of the builder that the groups are added to.
func (q *Query) options() sector.Options {
	opt := q.Options
	if len(opt.By) == 0 {
		opt.By = []sector.Dimension{sector.BySector()}
	}
	if q.Concordance != nil || opt.Firms == sector.CountIDs {
		opt.Firms = sector.CountColumn
	}
	return opt
}

// jobs is the column of the measure.
func (q *Query) jobs() string {
	if q.Options.Measure == sector.Employees {
		return q.Columns.Employees
	}
	return q.Columns.FTE
}

// validate returns an error for a query that no table can be made by.
func (q *Query) validate() error {
	c, opt := &q.Columns, &q.Options
	by := func(d sector.Dimension) bool {
		return slices.ContainsFunc(q.options().By, func(e sector.Dimension) bool { return e.Name() == d.Name() })
	}
	fail := func(format string, args ...any) error { return fmt.Errorf("sectorsql: "+format, args...) }
	for i, d := range q.options().By {
		if slices.ContainsFunc(q.options().By[:i], func(e sector.Dimension) bool { return e.Name() == d.Name() }) {
			return fail("dimension %q is given twice", d.Name())
		}
	}
	switch {
	case q.Dialect == Dialect{}:
		return fail("a query without a dialect")
	case (q.Table == "") == (q.Subquery == ""):
		return fail("a query needs a table or a subquery, and not both")
	case q.Subquery == "" && len(q.Args) > 0:
		return fail("values for a subquery, and no subquery")
	case (c.Year == "") == (q.Year == 0):
		return fail("a query needs a column of years or a year, and not both")
	case q.Year != 0 && (q.Year < sector.FirstYear || q.Year > sector.LastYear):
		return fail("year %d is not a year from %d to %d", q.Year, sector.FirstYear, sector.LastYear)
	case q.jobs() == "" && c.Revenue == "" && c.Firms == "":
		return fail("a query needs a column of %s, revenue or firms", opt.Measure)
	case q.Concordance == nil && by(sector.BySector()) && c.Sector == "":
		return fail("a query by sector needs a column of sectors, or a concordance")
	case q.Concordance != nil && c.IndustryCode == "":
		return fail("a concordance needs a column of industry codes")
	case q.Concordance != nil && opt.Firms == sector.CountIDs:
		return fail("distinct companies of a domain cannot be counted from groups of industry codes; join the domains in a subquery")
	case q.Concordance == nil && c.Share != "":
		return fail("shares are applied with a concordance only; multiply by them in a subquery")
	case c.Currency != "" && c.Revenue == "":
		return fail("a column of currencies, and none of revenue")
	case by(sector.ByRegion()) && c.Region == "":
		return fail("a query by region needs a column of regions")
	case opt.Firms == sector.CountColumn && c.Firms == "":
		return fail("firms cannot be added up without a column of them")
	case opt.Firms == sector.CountIDs && c.ID == "":
		return fail("distinct companies cannot be counted without a column of their ids")
	case opt.Firms == sector.CountRows && c.Firms != "":
		return fail("rows count as one company each, and there is a column of firms: set Options.Firms to CountColumn")
	case opt.Firms > sector.CountIDs || opt.Measure > sector.Employees:
		return fail("an option has a value that is not known")
	case opt.Currency != "" && !locale.IsCurrency(opt.Currency):
		return fail("currency %q is not a code of ISO 4217 in capitals", opt.Currency)
	case opt.Contributions:
		return fail("contributions are those of single companies, which stay in the engine")
	case q.MaxGroups < 0:
		return fail("at most %d groups", q.MaxGroups)
	}
	for _, d := range q.options().By {
		if d.Name() != "sector" && d.Name() != "region" && d.Name() != "year" {
			return fail("no groups by %s: an engine groups by sector, region and year; let a subquery call a column one of these", d.Name())
		}
	}
	if !sector.NewBuilder(q.options()).TakesRows() {
		return fail("a dimension made with sector.By is a function of Go, which no engine can call")
	}
	for i := range q.Where {
		if err := q.Where[i].validate(&q.Dialect); err != nil {
			return err
		}
	}
	for _, field := range slices.Sorted(maps.Keys(q.Flags)) {
		if !slices.Contains([]string{"fte", "employees", "revenue", "firms", "share"}, field) {
			return fail("there is no figure %q to be flagged", field)
		}
		flag := q.Flags[field]
		if err := flag.validate(&q.Dialect); err != nil {
			return err
		}
	}
	for _, m := range slices.Concat(q.Missing, q.Suppressed) {
		x, isFloat := m.(float64)
		switch m.(type) {
		case string, int, int64, float64:
			if !isFloat || !math.IsNaN(x) {
				continue
			}
		}
		return fail("a marker of figures is a text or a number, not %v (%T)", m, m)
	}
	return nil
}
