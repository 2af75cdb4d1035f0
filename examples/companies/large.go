package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"smartcity/examples/companies/stream"
)

// large writes a file of any number of rows, on stdout if its name is "-". Any
// other file appears whole or not at all, and what it holds is printed on stdout.
func large(stdout io.Writer, file string, rows int, seed uint64) error {
	r := stream.NewReader(rows, stream.Options{Seed: seed})
	if file == "-" {
		_, err := r.WriteTo(stdout)
		return err
	}
	if err := replaceBy(file, r); err != nil {
		return err
	}
	return printTotals(stdout, r.Totals())
}

// replaceBy puts text in place of the file, which may be there already, but not
// as a folder, a link or a device.
func replaceBy(file string, text io.WriterTo) error {
	root, err := os.OpenRoot(filepath.Dir(file))
	if err != nil {
		return err
	}
	defer root.Close()
	name := filepath.Base(file)
	if info, err := root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", file)
	}
	part := name + ".part"
	f, err := root.Create(part)
	if err != nil {
		return err
	}
	_, err = text.WriteTo(f)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = root.Rename(part, name)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(part)))
	}
	return nil
}

// printTotals prints a row for each sector and year, begun as the rows of the
// report's tables/sectors.csv are: a sum of nothing known is blank.
func printTotals(w io.Writer, totals []stream.Cell) error {
	if _, err := fmt.Fprintln(w, "sector,year,firms,fte,revenue,fte_missing,revenue_missing,fte_suppressed,revenue_suppressed"); err != nil {
		return err
	}
	for _, c := range totals {
		fte, revenue := figure{n: c.Quarters}, figure{n: c.Kroner}
		if c.Firms == c.FTEMissing+c.FTESuppressed {
			fte.status = missing
		}
		if c.Firms == c.RevenueMissing+c.RevenueSuppressed {
			revenue.status = missing
		}
		if _, err := fmt.Fprintf(w, "%s,%d,%d,%s,%s,%d,%d,%d,%d\n", c.Sector, c.Year, c.Firms, english().quarters(fte), english().whole(revenue),
			c.FTEMissing, c.RevenueMissing, c.FTESuppressed, c.RevenueSuppressed); err != nil {
			return err
		}
	}
	return nil
}
