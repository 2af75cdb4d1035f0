package disclosure_test

import (
	"errors"
	"fmt"

	"smartcity/sector"
	"smartcity/sector/disclosure"
)

func ExampleNoContributions() {
	bare, err := sector.Aggregate(companies(), sector.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = disclosure.Protect(disclosure.Options{Rules: []disclosure.Rule{disclosure.PPercent{P: 10}}}, bare)
	if e, ok := errors.AsType[*disclosure.NoContributions](err); ok {
		fmt.Println(e.Table, e.Why)
	}
	// Output: 0 the 10% rule
}

func ExampleUnlikeTables() {
	others, err := sector.Aggregate(companies()[1:], sector.Options{By: []sector.Dimension{sector.ByRegion()}, Contributions: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = disclosure.Protect(disclosure.Options{}, table(sector.BySector()), others)
	if e, ok := errors.AsType[*disclosure.UnlikeTables](err); ok {
		fmt.Println(e.Cell, e.Column, e.Figure, e.Parts)
	}
	// Output: the total fte 381 341
}

func ExampleNamedCompanies() {
	_, err := disclosure.Protect(disclosure.Options{}, table(sector.By("company", func(c sector.Company) string { return c.ID })))
	if e, ok := errors.AsType[*disclosure.NamedCompanies](err); ok {
		fmt.Println(e)
	}
	// Output: disclosure: table 0, by company, has rows named after single companies
}

func ExampleNegativeFigures() {
	loss := companies()
	loss[0].Revenue = sector.Value(-1e6)
	t, err := sector.Aggregate(loss, sector.Options{Contributions: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = disclosure.Protect(disclosure.Options{}, t)
	if e, ok := errors.AsType[*disclosure.NegativeFigures](err); ok {
		fmt.Println(e.Key, e.Column)
	}
	// Output: [Energy] revenue
}

// Letters group sectors: the two tables add up to each other, letter by letter.
func ExampleNestedTables() {
	letter := sector.By("letter", func(c sector.Company) string { return c.Sector[:1] })
	_, err := disclosure.Protect(disclosure.Options{}, table(sector.BySector()), table(letter))
	fmt.Println(err)
	_, err = disclosure.Protect(disclosure.Options{}, table(sector.BySector()), table(letter), table(sector.BySector(), letter))
	fmt.Println(err)
	// Output:
	// disclosure: the rows of tables 0 and 1 add up to each other in groups: give a table by sector, letter too
	// <nil>
}

func ExampleMoreThanNeeded() {
	fmt.Println(&disclosure.MoreThanNeeded{Column: "revenue"})
	// Output: more of revenue is hidden than is needed: the tables are too large for the least of it to be found
}

func ExampleLessUncertain() {
	fmt.Println(&disclosure.LessUncertain{Cell: `size "large"`, Column: "fte"})
	// Output: fte of size "large" is hidden, but what readers know of it leaves less doubt than it should
}
