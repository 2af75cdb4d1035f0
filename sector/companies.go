package sector

// Companies are rows of company data column by column: the i-th entries of all
// slices are those of the i-th row, with the meaning of the fields of
// [Company]. A slice is nil where the data have no such column, and else as
// long as Year. That takes less room than a slice of Company, and a loop over
// one figure does not touch the others.
type Companies struct {
	ID, Establishment, Name, Sector, IndustryCode, Region, Municipality []string

	Year, Founded []int

	FTE, Employees, Revenue, Firms, Share []Figure
}

// Len returns the number of rows.
func (c *Companies) Len() int { return len(c.Year) }

// Company returns the i-th row. Fields without a column have their zero value.
func (c *Companies) Company(i int) Company {
	return Company{
		ID: entry(c.ID, i), Establishment: entry(c.Establishment, i), Name: entry(c.Name, i),
		Sector: entry(c.Sector, i), IndustryCode: entry(c.IndustryCode, i), Region: entry(c.Region, i), Municipality: entry(c.Municipality, i),
		Year: c.Year[i], Founded: entry(c.Founded, i),
		FTE: entry(c.FTE, i), Employees: entry(c.Employees, i), Revenue: entry(c.Revenue, i), Firms: entry(c.Firms, i), Share: entry(c.Share, i),
	}
}

func entry[T any](column []T, i int) (x T) {
	if column == nil {
		return x
	}
	return column[i]
}
