package structure_test

import (
	"errors"
	"fmt"

	"smartcity/sector"
	"smartcity/sector/structure"
)

func ExampleRepeatedError() {
	company := sector.Company{ID: "90000001", Sector: "Energy", Year: 2018, FTE: sector.Value(9)}
	_, err := structure.SizeClasses([]sector.Company{company, company}, 2018, nil)
	if e, ok := errors.AsType[*structure.RepeatedError](err); ok {
		fmt.Println(e.ID, e.Rows)
	}
	fmt.Println(err)
	// Output:
	// 90000001 [0 1]
	// structure: company 90000001 has two rows in 2018, numbers 1 and 2
}

// Tables that cannot be compared: without years, of another year, in another unit.
func ExampleTableLocationQuotients_errors() {
	by := []sector.Dimension{sector.BySector(), sector.ByYear()}
	table := func(m sector.Measure, by []sector.Dimension) *sector.Table {
		t, err := sector.Aggregate([]sector.Company{
			{ID: "90000001", Sector: "Energy", Year: 2018, FTE: sector.Value(9), Employees: sector.Value(11)},
		}, sector.Options{By: by, Measure: m})
		check(err)
		return t
	}
	fte := table(sector.FTE, by)
	_, err := structure.TableLocationQuotients(table(sector.FTE, nil), fte, sector.Jobs, 2018)
	if e, ok := errors.AsType[*structure.DimensionError](err); ok {
		fmt.Println(e.Table, e.Dimension)
	}
	_, err = structure.TableLocationQuotients(fte, fte, sector.Jobs, 2019)
	if e, ok := errors.AsType[*structure.GroupError](err); ok {
		fmt.Println(e.Table, e.Dimension, e.Value, e.Have)
	}
	_, err = structure.TableLocationQuotients(fte, table(sector.Employees, by), sector.Jobs, 2018)
	if e, ok := errors.AsType[*structure.UnitError](err); ok {
		fmt.Println(e.Table, e.Reference)
	}
	// Output:
	// table year
	// table year 2019 [2018]
	// FTE employees
}

func ExampleSizeState() {
	for s := structure.InClass; s <= structure.Absent; s++ {
		fmt.Println(s)
	}
	fmt.Println(structure.SizePlace{Class: structure.SizeClass{Name: "micro", To: 10}})
	// Output:
	// class
	// not known
	// birth
	// death
	// absent
	// micro
}
