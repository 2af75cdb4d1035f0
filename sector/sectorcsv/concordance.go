package sectorcsv

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"smartcity/sector"
)

// ReadConcordanceFile reads a concordance from a file. Options.Name defaults to
// the path, and Report.File is its last element. Errors are those of
// [ReadConcordance], or say that the file cannot be opened.
func ReadConcordanceFile(ctx context.Context, path string, opt Options, revision string) (*sector.Concordance, *Report, error) {
	f, err := openFile(path, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	concordance, report, err := ReadConcordance(ctx, f, opt, revision)
	if report != nil {
		report.File = filepath.Base(opt.Name)
	}
	return concordance, report, err
}

// ReadConcordance reads the links of industry codes to domains, as
// [ReadRecords] reads records, and makes a concordance of those of a revision,
// or of all if revision is empty. The columns are
//
//	revision  revision classification · klassifikation
//	code      code industry_code nace_code · kode branchekode
//	domain    domain · domæne
//	weight    weight · vægt
//	from      from valid_from · fra gyldig_fra
//	to        to valid_to · til gyldig_til
//
// of which code and domain are required. A blank weight is 1, a blank year open,
// a blank revision NACE Rev. 2. A domain's inner white space is made one space.
//
// A link that [sector.NewConcordance] refuses is an [*Error] with the link's
// line and the [*sector.LinkError] as its cause, in Options.Lenient, too: a
// concordance without one of its links would split companies wrongly. Lenient
// leaves out the rows that cannot be read.
func ReadConcordance(ctx context.Context, r io.Reader, opt Options, revision string) (*sector.Concordance, *Report, error) {
	var links []sector.Link
	var lines []int
	report, err := eachRecord(ctx, r, opt, func(row *linkRow, line int) {
		links, lines = append(links, row.link()), append(lines, line)
	})
	if err != nil {
		return nil, report, err
	}
	concordance, err := sector.NewConcordance(links, revision)
	if bad, ok := errors.AsType[*sector.LinkError](err); ok {
		return nil, report, &Error{
			File: opt.Name, Line: lines[bad.Index], Err: bad,
			Reason: fmt.Sprintf("the link of code %s to domain %s: want %s", quote(bad.Link.Code), quote(bad.Link.Domain), bad.Want),
		}
	}
	if err != nil {
		return nil, report, wholeError(opt.Name, err)
	}
	return concordance, report, nil
}

// linkRow is a link as a file has it, where years may be blank.
type linkRow struct {
	Revision string        `csv:"revision,classification,klassifikation,default="`
	Code     string        `csv:"code,industry_code,nace_code,kode,branchekode"`
	Domain   string        `csv:"domain,domæne"`
	Weight   sector.Figure `csv:"weight,vægt,default="`
	From     int           `csv:"from,valid_from,fra,gyldig_fra,default=0"`
	To       int           `csv:"to,valid_to,til,gyldig_til,default=0"`
}

func (r *linkRow) link() sector.Link {
	domain, _, _ := clean(r.Domain, false, false) // it has been read as text
	return sector.Link{Revision: r.Revision, Code: r.Code, Domain: domain, Weight: r.Weight, From: r.From, To: r.To}
}
