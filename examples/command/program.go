package command

import (
	"context"
	"io"
	"os"
	"os/signal"
)

// Main runs a program on the process's own arguments and files and ends the process
// with the exit status that it returns. An interrupt from the keyboard ends the
// context.
func Main(run func(ctx context.Context, stdout, stderr io.Writer, args []string) int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	status := run(ctx, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(status)
}
