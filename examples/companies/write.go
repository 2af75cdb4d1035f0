package main

import (
	"encoding/csv"
	"io"
	"strconv"
)

// dialect is the way a country writes a file of figures.
type dialect struct {
	separator rune
	header    []string
	decimal   string
	grouping  string
}

func english() dialect {
	return dialect{
		separator: ',',
		header: []string{
			"company_id", "name", "sector", "industry_code", "region", "municipality", "year", "fte", "revenue", "founded",
		},
		decimal: ".",
	}
}

func danish() dialect {
	return dialect{
		separator: ';',
		header: []string{
			"cvr_nr", "virksomhedsnavn", "branche", "branchekode", "region", "kommune", "regnskabsår", "årsværk", "omsætning", "etableringsår",
		},
		decimal:  ",",
		grouping: ".",
	}
}

// write prints the companies, a row for each year, with a line feed after each.
func write(w io.Writer, d dialect, companies []company) error {
	sectors := sectors()
	out := csv.NewWriter(w)
	out.Comma = d.separator
	if err := out.Write(d.header); err != nil {
		return err
	}
	for _, c := range companies {
		for _, y := range c.years {
			err := out.Write([]string{
				c.id, c.name, sectors[y.sector].name, y.code, y.region, y.municipality,
				strconv.Itoa(y.year), d.quarters(y.fte), d.whole(y.revenue), strconv.Itoa(c.founded),
			})
			if err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// quarters prints a count of quarters with as few decimals as it needs.
func (d dialect) quarters(f figure) string {
	if f.status != known {
		return unknown(f.status)
	}
	fractions := [4]string{"", d.decimal + "25", d.decimal + "5", d.decimal + "75"}
	return d.group(f.n/4) + fractions[f.n%4]
}

func (d dialect) whole(f figure) string {
	if f.status != known {
		return unknown(f.status)
	}
	return d.group(f.n)
}

// group prints a whole number that is not negative.
func (d dialect) group(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if d.grouping == "" {
		return digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + d.grouping + digits[i:]
	}
	return digits
}

// unknown prints what stands in place of a figure: nothing for a missing one,
// two dots for a suppressed one, as in Danish and Nordic statistics.
func unknown(s status) string {
	if s == suppressed {
		return ".."
	}
	return ""
}
