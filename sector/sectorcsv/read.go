package sectorcsv

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"smartcity/sector"
)

// ReadFile reads a company file. Options.Name defaults to the path, and
// Report.File is its last element. Errors are those of [Read], or say that the
// file cannot be opened.
func ReadFile(ctx context.Context, path string, opt Options) ([]sector.Company, *Report, error) {
	if opt.Name == "" {
		opt.Name = path
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, &Error{File: path, Reason: "cannot be opened: " + cause(err).Error(), Err: err}
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, nil, &Error{File: path, Reason: "is a folder, not a company file"}
	}
	companies, report, err := Read(ctx, f, opt)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return companies, report, err
}

// Read reads a company file from a stream, in UTF-8 with or without a byte
// order mark. Companies come in the order of the file.
//
// It returns an [*Error] for anything that is wrong with the file, at the first
// place in the order of the file; with Options.Lenient, rows that are wrong are
// left out and stand in the report, and only what concerns the whole file is
// an error: its header, two currencies, a quote that is never closed, a stream
// that breaks off, no row left. Cancelling ctx ends the read with its error.
// After an error there are no companies, and the report holds what was read
// so far.
//
// Doubled company-years, rows with the same id, establishment and year, are an
// error, and so are a row for a whole company and one for an establishment of
// it in a year; Lenient keeps the first. Rows without either are not checked.
func Read(ctx context.Context, r io.Reader, opt Options) ([]sector.Company, *Report, error) {
	if err := opt.Validate(); err != nil {
		return nil, nil, &Error{File: opt.Name, Reason: err.Error(), Err: err}
	}
	sum := sha256.New()
	counted := &counter{r: io.TeeReader(r, sum)}
	d := &decoder{opt: opt, report: &Report{File: opt.Name}}
	companies, err := d.all(ctx, bufio.NewReaderSize(counted, headSize))
	d.report.SHA256 = hex.EncodeToString(sum.Sum(nil))
	d.report.Size = counted.n
	if err != nil {
		return nil, d.report, err
	}
	return companies, d.report, nil
}

// all reads every row.
func (d *decoder) all(ctx context.Context, in *bufio.Reader) ([]sector.Company, error) {
	if err := d.open(in); err != nil {
		return nil, err
	}
	var companies []sector.Company
	for i := 0; ; i++ {
		if i%1024 == 0 && ctx.Err() != nil {
			return nil, &Error{File: d.opt.Name, Line: d.line, Reason: "reading was stopped: " + ctx.Err().Error(), Err: ctx.Err()}
		}
		c, err := d.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			companies = append(companies, c)
			d.count(&c)
			continue
		}
		if bad, ok := errors.AsType[*Error](err); ok && bad.row && d.opt.Lenient {
			d.report.Rejected = append(d.report.Rejected, bad)
			continue
		}
		return nil, err
	}
	d.report.Kept = len(companies)
	if err := d.close(); err != nil {
		return nil, err
	}
	switch {
	case d.report.Rows == 0:
		return nil, &Error{File: d.opt.Name, Reason: "there are no rows below the header"}
	case len(companies) == 0: // in Lenient only
		first := d.report.Rejected[0]
		return nil, &Error{File: d.opt.Name, Reason: fmt.Sprintf("none of the %d rows could be used; the first: %v", d.report.Rows, first), Err: first}
	}
	return companies, nil
}
