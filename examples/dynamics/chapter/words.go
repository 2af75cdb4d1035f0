package chapter

import (
	"fmt"
	"math"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth"
	"smartcity/growth/locale"
	"smartcity/sector"
)

// jobsName is what jobs are called where they are introduced.
func (c *Chapter) jobsName() string {
	if c.Measure == sector.Employees {
		return c.Lang.Pick("employees", "ansatte")
	}
	return c.Lang.Pick("full-time equivalents (FTE)", "fuldtidsbeskæftigede (årsværk)")
}

// unit is what they are called from then on.
func (c *Chapter) unit() string {
	if c.Measure == sector.Employees {
		return c.Lang.Pick("employees", "ansatte")
	}
	return c.Lang.Pick("FTE", "årsværk")
}

// perUnit is one of them.
func (c *Chapter) perUnit() string {
	if c.Measure == sector.Employees {
		return c.Lang.Pick("employee", "ansat")
	}
	return c.unit()
}

// perJobName is what revenue per job is called; it is not productivity.
func (c *Chapter) perJobName() string {
	return c.Lang.Pick("revenue per ", "omsætning pr. ") + c.perUnit()
}

func (c *Chapter) currency() string {
	if c.Lang == locale.Danish && c.panel.Currency() == "DKK" {
		return "kr."
	}
	return c.panel.Currency()
}

// decimals of printed jobs: small numbers need one.
func (c *Chapter) decimals() int {
	if x := c.now.Jobs.Sum.Float64(); x >= 1000 {
		return 0
	}
	return 1
}

func (c *Chapter) jobs(x float64) string { return c.Lang.Number(x, c.decimals()) }

func (c *Chapter) whole(n int) string { return c.Lang.Number(float64(n), 0) }

// percent writes a rate that is in per cent already, as those of job flows are.
func (c *Chapter) percent(x float64) string { return c.Lang.Percent(locale.Shift(x, -2), 1) }

// money writes an amount of revenue per job.
func (c *Chapter) money(x float64) string {
	return c.Lang.Money(x, c.panel.Currency(), locale.Units, 0)
}

// part writes a part of a change in money per job, without the currency.
func (c *Chapter) part(x float64) string {
	return signed(x, func(x float64) string { return c.Lang.Number(x, 0) })
}

// ratio is NaN unless the base is above zero: there is no growth from there.
func ratio(x, base float64) float64 {
	if base > 0 {
		return x / base
	}
	return math.NaN()
}

// signed puts a plus sign before what format writes of a number above zero.
func signed(x float64, format func(float64) string) string { return locale.Signed(x, format(x)) }

// either picks words by the sign of a number; zero and not known take the third.
func either(x float64, above, below, otherwise string) string {
	switch {
	case x > 0:
		return above
	case x < 0:
		return below
	}
	return otherwise
}

// count writes a number with its noun, in the singular for one.
func (c *Chapter) count(n int, one, many, en, mange string) string {
	word := c.Lang.Pick(many, mange)
	if n == 1 {
		word = c.Lang.Pick(one, en)
	}
	return c.whole(n) + " " + word
}

func (c *Chapter) companies(n int) string {
	return c.count(n, "company", "companies", "virksomhed", "virksomheder")
}

func (c *Chapter) rows(n int) string { return c.count(n, "row", "rows", "række", "rækker") }

// prose is running text. Where a sentence ends in an abbreviation, its point ends
// both.
func prose(text string) notebook.Prose {
	return notebook.Prose(strings.NewReplacer("pct..", "pct.", "kr..", "kr.").Replace(text))
}

// sum adds up a figure of a list; one that is not known leaves the sum not known.
func sum[T any](list []T, of func(*T) float64) float64 {
	var s growth.Sum
	for i := range list {
		s.Add(of(&list[i]))
	}
	return s.Float64()
}

// between writes the smallest and the largest of several counts: "49–63", or one
// if they are equal.
func (c *Chapter) between(counts []int) string {
	low, high := counts[0], counts[0]
	for _, n := range counts {
		low, high = min(low, n), max(high, n)
	}
	if low == high {
		return c.whole(low)
	}
	return fmt.Sprintf("%s–%s", c.whole(low), c.whole(high))
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
