package command

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// longRead is the size from which a read is long enough to be watched.
const longRead = 20 << 20

// Progress returns a function for Options.Progress that draws a bar on w, and
// one that takes the bar away again. Where w is not a terminal, and for short
// files, nothing is written.
func Progress(w io.Writer, what string) (progress func(done, size int64), clear func()) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil, func() {}
	}
	var bar *progressbar.ProgressBar
	progress = func(done, size int64) {
		if bar == nil {
			if size > 0 && size < longRead || done < longRead/10 {
				return
			}
			if size == 0 {
				size = -1 // the length is not known
			}
			bar = progressbar.NewOptions64(size, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(what),
				progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100_000_000))
		}
		_ = bar.Set64(done)
	}
	return progress, func() {
		if bar != nil {
			_ = bar.Clear()
		}
	}
}
