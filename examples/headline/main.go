// Headline tells the story of a number: 17,600 full-time equivalents in 2,300
// companies, a market that grows 12–17 % a year, and "35,200 smart jobs in
// 2025".
//
//	go run ./examples/headline                  # on the terminal
//	go run ./examples/headline -lang da -out dir  # as a page, in Danish
//
// The figures published are in facts.go; everything else is computed from them.
package main

import (
	"context"
	"flag"
	"io"

	"smartcity/examples/command"
	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

func main() { command.Main(run) }

// run returns the exit status: 0, 1 where the page cannot be made or written,
// 2 for flags that mean nothing.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	var lang locale.Language
	flags := flag.NewFlagSet("headline", flag.ContinueOnError)
	flags.TextVar(&lang, "lang", locale.English, "language of the page, `en|da`")
	out := flags.String("out", "", "also write the page into this `folder`")
	force := flags.Bool("force", false, "write into a folder that holds files which are not ours")
	_, err := command.Parse(flags, args, stderr)
	if err == nil && flags.NArg() > 0 {
		err = command.Usagef("unexpected argument %q", flags.Arg(0))
	}
	if err == nil {
		err = tell(ctx, stdout, stderr, lang, *out, *force)
	}
	return command.Exit(stderr, "headline", err)
}

// tell prints the story, and writes it as a page if there is a folder for it.
func tell(ctx context.Context, stdout, stderr io.Writer, lang locale.Language, out string, force bool) error {
	page, err := story(lang)
	if err != nil {
		return err
	}
	if out != "" {
		if err := write(ctx, stderr, out, force, page); err != nil {
			return err
		}
	}
	return command.Show(stdout, page, 100, out)
}

func write(ctx context.Context, stderr io.Writer, dir string, force bool, page notebook.Page) error {
	folder, err := notebook.OpenFolder(dir, force)
	if err != nil {
		return err
	}
	return command.Write(ctx, stderr, "headline", folder, page, notebook.Provenance{Assumptions: map[string]any{
		"base": base, "data_year": dataYear, "market_growth": market, "target": target, "target_year": targetYear,
	}})
}
