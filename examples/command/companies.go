package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"smartcity/growth/locale"
	"smartcity/sector"
	"smartcity/sector/sectorcsv"
)

// Companies reads a company file for a program, with a progress bar on stderr, where
// the rows that -lenient leaves out are listed too. [Reading.Check] comes before it.
func (r *Reading) Companies(ctx context.Context, stderr io.Writer, program, file string, l locale.Language) ([]sector.Company, *sectorcsv.Report, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) && !r.named {
		return nil, nil, fmt.Errorf("there is no %s below this folder; name a company file with -data FILE", file)
	}
	opt := r.Options
	progress, clear := Progress(stderr, l.Pick("Reading", "Læser"))
	opt.Progress = progress
	companies, read, err := sectorcsv.ReadFile(ctx, file, opt)
	clear()
	if read != nil {
		for _, bad := range read.Rejected {
			fmt.Fprintf(stderr, "%s: left out: %v\n", program, bad)
		}
	}
	return companies, read, err
}
