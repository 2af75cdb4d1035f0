// Gallery makes one page of every chart there is: the picture, what it shows, and
// the Go code that has drawn it.
//
//	go run ./examples/gallery                  # testdata in, ./gallery out
//	go run ./examples/gallery -lang da -out dir  # in Danish
//
// A chart is a function in sectorcharts.go or projectioncharts.go; what
// they start from is in data.go. The page takes their code from these files
// themselves (source.go), so that it is always the code that was run. The pictures
// in testdata are those of this page.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
	"smartcity/sector/sectorcsv"
)

//go:generate go run -C ../.. ./examples/gallery -overview examples/gallery/overview.svg

func main() { command.Main(run) }

// run returns the exit status: 0, 1 where the page cannot be made or written, 2
// for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var lang locale.Language
	f := flag.NewFlagSet("gallery", flag.ContinueOnError)
	f.TextVar(&lang, "lang", locale.English, "`language` of the page, en or da")
	out := f.String("out", "gallery", "`folder` to write the page into")
	force := f.Bool("force", false, "write into a folder that holds files which are not ours")
	overview := f.String("overview", "", "write no page but some of the charts as one picture into this `file`, as SVG")
	_, err := command.Parse(f, args, stderr)
	switch {
	case err != nil:
	case f.NArg() > 0:
		err = command.Usagef("unexpected argument %q", f.Arg(0))
	case *overview != "":
		err = writeOverview(ctx, *overview, lang)
	default:
		err = show(ctx, stdout, stderr, lang, *out, *force)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w; the test data is looked for below the folder in which this program runs", err)
	}
	return command.Exit(stderr, "gallery", err)
}

// show writes the page into a folder.
func show(ctx context.Context, stdout, stderr io.Writer, lang locale.Language, dir string, force bool) error {
	folder, err := notebook.OpenFolder(dir, force)
	if err != nil {
		return err
	}
	d, err := load(ctx, lang)
	if err != nil {
		return err
	}
	if err := d.write(ctx, stderr, folder); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, lang.Pick("%d charts in %s/gallery.html\n", "%d figurer i %s/gallery.html\n"), len(charts()), dir)
	return err
}

// write draws the charts and writes the page and their files.
func (d *data) write(ctx context.Context, stderr io.Writer, folder *notebook.Folder) error {
	page, err := d.page()
	if err != nil {
		return err
	}
	var input []map[string]any
	for _, r := range []*sectorcsv.Report{d.file, d.reference, d.rates} {
		input = append(input, map[string]any{"file": r.File, "sha256": r.SHA256, "bytes": r.Size})
	}
	return command.Write(ctx, stderr, "gallery", folder, page, notebook.Provenance{Input: input, Assumptions: map[string]any{"language": d.style.Lang, "to": to, "target_jobs": target, "seed": seed}})
}
