// Companies writes the synthetic company files of testdata: the years 2014 to
// 2018 of some 2,900 made-up Smart City companies, once as an English CSV file
// (companies.csv) and once, figure for figure the same, as a Danish one
// (virksomheder.csv); and the made-up economy they are part of, by sector, region
// and year (reference.csv).
//
//	go run ./examples/companies -out testdata
//
// It works in four steps, a file each:
//
//  1. model.go draws the life of one company after another: where it lives, how
//     it grows, when it closes. sectors.go and names.go hold what it draws from.
//  2. calibrate.go scales the figures so that the known ones of 2018 sum to the
//     totals published for the Danish Smart City mapping.
//  3. reference.go adds the rest of the country's companies, cell by cell.
//  4. write.go prints the companies in either language.
//
// The same seed gives the same bytes.
//
// With -rows it writes a single file of any size instead, to measure on: the
// company-years of package stream, on standard output or into a -file. Of a
// -file it prints what any reader must find in it, by sector and year.
//
//	go run ./examples/companies -rows 10000000 -file /tmp/large.csv
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
)

// defaultSeed makes the files of testdata.
const defaultSeed = 2018

func main() {
	os.Exit(run(os.Stdout, os.Stderr, os.Args[1:]))
}

// run returns the exit status: 0 on success, 1 when the files cannot be made,
// 2 on bad flags.
func run(stdout, stderr io.Writer, args []string) int {
	flags := flag.NewFlagSet("companies", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "testdata", "write the files into `DIR`")
	seed := flags.Uint64("seed", defaultSeed, "`seed` of the random numbers")
	rows := flags.Int("rows", 0, "write one file of `N` company-years instead")
	file := flags.String("file", "-", "with -rows, write into `FILE` and print its totals; - is standard output")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "companies: unexpected argument %q\n", flags.Arg(0))
		return 2
	}
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	switch {
	case given["file"] && !given["rows"]:
		fmt.Fprintln(stderr, "companies: -file needs -rows")
		return 2
	case given["out"] && given["rows"]:
		fmt.Fprintln(stderr, "companies: -out does not go with -rows, which writes a single -file")
		return 2
	case *rows < 0:
		fmt.Fprintf(stderr, "companies: -rows %d is negative\n", *rows)
		return 2
	}
	write := func() error { return generate(stdout, *out, *seed) }
	if given["rows"] {
		write = func() error { return large(stdout, *file, *rows, *seed) }
	}
	if err := write(); err != nil {
		fmt.Fprintf(stderr, "companies: %v\n", err)
		return 1
	}
	return 0
}

// generate makes the companies and writes all files into the folder dir. No
// file is touched before everything that can go wrong in memory has gone right.
func generate(stdout io.Writer, dir string, seed uint64) error {
	companies, err := synthesize(rand.NewPCG(seed, 0))
	if err != nil {
		return err
	}
	cells, err := reference(rand.New(rand.NewPCG(seed, referenceStream)), companies)
	if err != nil {
		return err
	}
	files := []struct {
		name  string
		write func(io.Writer) error
		text  bytes.Buffer
	}{
		{name: "companies.csv", write: func(w io.Writer) error { return write(w, english(), companies) }},
		{name: "reference.csv", write: func(w io.Writer) error { return writeReference(w, cells) }},
		{name: "virksomheder.csv", write: func(w io.Writer) error { return write(w, danish(), companies) }},
	}
	for i := range files {
		if err := files[i].write(&files[i].text); err != nil {
			return fmt.Errorf("%s: %w", files[i].name, err)
		}
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for i := range files {
		if err := replace(root, files[i].name, files[i].text.Bytes()); err != nil {
			return fmt.Errorf("write into %s: %w", dir, err)
		}
		fmt.Fprintf(stdout, "%s: %d bytes\n", files[i].name, files[i].text.Len())
	}
	return nil
}

// replace puts text under the name whole or not at all.
func replace(root *os.Root, name string, text []byte) error {
	part := name + ".part"
	if err := root.WriteFile(part, text, 0o644); err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(part)))
	}
	if err := root.Rename(part, name); err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(part)))
	}
	return nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// synthesize draws the companies and calibrates their figures.
func synthesize(src rand.Source) ([]company, error) {
	rng := rand.New(src)
	m := newModel(rng)
	companies, err := m.population()
	if err != nil {
		return nil, err
	}
	if err := calibrate(rng, m.sectors, companies); err != nil {
		return nil, err
	}
	return companies, nil
}
