package sectorcsv

import (
	"context"
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
	f, err := openFile(path, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	companies, report, err := Read(ctx, f, opt)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return companies, report, err
}

// openFile opens a file and fills in what it says of itself.
func openFile(path string, opt *Options) (*os.File, error) {
	if opt.Name == "" {
		opt.Name = path
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &Error{File: path, Reason: "cannot be opened: " + cause(err).Error(), Err: err}
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		f.Close()
		return nil, &Error{File: path, Reason: "is a folder, not a company file"}
	}
	if err == nil && opt.Size == 0 {
		opt.Size = info.Size()
	}
	return f, nil
}

// Read reads a company file from a stream. Companies come in the order of the
// file; those of a wide row by year, those of a long file in the order of
// their first rows.
//
// It returns an [*Error] for anything that is wrong with the file, at the first
// place in the order of the file; with Options.Lenient, rows that are wrong are
// left out and stand in the report, and only what concerns the whole file is
// an error: its header, two currencies, a quote that is never closed, a stream
// that breaks off, no row left. A file that is empty, or that has no rows below
// its header, is an error too. Cancelling ctx ends the read with its error. After
// an error there are no companies, and the report holds what was read so far.
//
// Doubled company-years, rows with the same id, establishment and year, are an
// error unless Options.Doubles says otherwise, and so are a row for a whole
// company and one for an establishment of it in a year; Lenient keeps the
// first. Rows without either number are not checked.
func Read(ctx context.Context, r io.Reader, opt Options) ([]sector.Company, *Report, error) {
	return decoded(r, opt, func(d *decoder, src *source) ([]sector.Company, error) {
		companies, err := d.all(ctx, src)
		if err != nil {
			return companies, err
		}
		return d.mapped(companies)
	})
}

// decoded opens a company file and lets read make something of its rows.
func decoded[T any](r io.Reader, opt Options, read func(*decoder, *source) (T, error)) (result T, report *Report, err error) {
	if err := opt.Validate(); err != nil {
		return result, nil, wholeError(opt.Name, err)
	}
	report = &Report{File: opt.Name}
	err = opened(r, &opt, report, func(src *source) error {
		d, err := newDecoder(src, &opt, report)
		if err == nil {
			result, err = read(d, src)
		}
		return err
	})
	return result, report, err
}

// opened opens a file, lets read read it, and completes the report with what
// was read of it as it is stored.
func opened(r io.Reader, opt *Options, report *Report, read func(*source) error) error {
	src, err := openSource(r, opt)
	if err != nil {
		err = wholeError(opt.Name, err)
	} else {
		err = read(src)
	}
	src.closePacked()
	sum := ""
	if src.raw.sum != nil {
		sum = src.raw.sum.hexadecimal()
	}
	if err == nil { // else of what part they are, nobody could tell
		report.SHA256, report.Size = sum, src.raw.n
	}
	return err
}

// all reads every row.
func (d *decoder) all(ctx context.Context, src *source) ([]sector.Company, error) {
	k := newCollector(d)
	if d.loadsFast() {
		k.list = true
		if err := d.load(ctx, k, src); err != nil {
			return nil, err
		}
		return k.companies, nil
	}
	if err := d.rows(ctx, k, src.stored); err != nil {
		return nil, err
	}
	k.finish()
	return k.companies, d.nothing()
}

// rows gives every row to the collector. Done is how much of the stored file
// has been read.
func (d *decoder) rows(ctx context.Context, k *collector, done func() int64) error {
	for i := 0; ; i++ {
		if i%1024 == 0 {
			if err := d.stopped(ctx); err != nil {
				return err
			}
			d.progress(done())
		}
		row, err := d.next()
		switch err {
		case io.EOF:
			d.progress(done())
			return nil
		case errSkip:
			continue
		}
		if err == nil {
			err = k.addRow(row)
		}
		if err := d.lenient(err); err != nil {
			return err
		}
	}
}

// lenient takes the error of a row that may be left out into the report.
func (d *decoder) lenient(err error) error {
	if bad, ok := errors.AsType[*Error](err); ok && bad.row && d.opt.Lenient {
		d.report.Rejected = append(d.report.Rejected, bad)
		return nil
	}
	return err
}

// stopped is the error of a context that was cancelled.
func (d *decoder) stopped(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return &Error{File: d.opt.Name, Line: d.line, Reason: "reading was stopped: " + err.Error(), Err: err}
	}
	return nil
}

func (d *decoder) progress(done int64) {
	if d.opt.Progress != nil {
		d.opt.Progress(done, d.opt.Size)
	}
}

// nothing is an error if no company was kept.
func (d *decoder) nothing() error {
	switch r := d.report; {
	case r.Kept > 0:
		return nil
	case r.Rows == 0:
		return d.whole(errors.New("there are no rows below the header"))
	case len(r.Rejected) > 0:
		return &Error{File: d.opt.Name, Reason: fmt.Sprintf("none of the %d rows could be used; the first: %v", r.Rows, r.Rejected[0]), Err: r.Rejected[0]}
	}
	return d.whole(fmt.Errorf("none of the %d rows holds figures of companies (%d are totals)", d.report.Rows, len(d.report.Totals)))
}
