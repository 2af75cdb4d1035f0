package browser

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is the path of a Chromium; the test skips where there is none.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no browser: there is no chromium, chromium-browser or google-chrome on the path")
	return ""
}

// start starts the browser and returns the context of its first tab.
func start(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(browser(t)), chromedp.NoSandbox, chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("font-render-hinting", "none"))
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// A tab is a page opened in a tab of its own, and what it said and asked for.
type tab struct {
	*testing.T
	ctx  context.Context
	lang string

	mu       sync.Mutex
	opened   bool
	said     []string // errors, warnings and what else came to the console
	requests []string // but for the page itself
}

// open opens a page; the test fails at its end if the page complained or asked for
// anything. With script it runs, without it does not.
func open(t *testing.T, browser context.Context, file string, script bool) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{T: t, ctx: ctx}
	address := (&url.URL{Scheme: "file", Path: file}).String()
	if err := chromedp.Listen(ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			b.said = append(b.said, "on the console: "+string(e.Type))
		case *runtime.EventExceptionThrown:
			b.said = append(b.said, e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			b.said = append(b.said, fmt.Sprintf("%s: %s", e.Entry.Level, e.Entry.Text))
		case *page.EventJavascriptDialogOpening:
			b.said = append(b.said, "in a dialog: "+e.Message)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != address {
				b.requests = append(b.requests, e.Request.URL)
			} else {
				b.opened = true
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})
	// Without it what is scrolled to is still on its way when it is clicked.
	still := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: still})
	b.do(chromedp.Navigate(address))
	b.lang = eval[string](b, `document.documentElement.lang`)
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if !b.opened {
			t.Error("the listener has not seen the page itself")
		}
		for _, s := range b.said {
			t.Errorf("the page says %s", s)
		}
		for _, r := range b.requests {
			t.Errorf("the page asks for %s", r)
		}
	})
	return b
}

func call[P, R any](b *tab, command cdp.Command[P, R], params P) R {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	out, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.Fatal(err)
	}
	return out
}

func run[T any](b *tab, action chromedp.Action[T]) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	out, err := chromedp.Run(ctx, action)
	if err != nil {
		b.Fatal(err)
	}
	return out
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	run(b, chromedp.Steps(steps...))
}

// eval evaluates an expression in the page, in which %s stand for arguments.
func eval[T any](b *tab, expression string, args ...any) T {
	b.Helper()
	for i, a := range args {
		text, err := json.Marshal(a)
		if err != nil {
			b.Fatal(err)
		}
		args[i] = string(text)
	}
	if len(args) > 0 {
		expression = fmt.Sprintf(expression, args...)
	}
	return run(b, chromedp.Evaluate[T](expression))
}

// size makes the window so wide and high, in CSS pixels.
func (b *tab) size(width, height int64) {
	b.Helper()
	var options []chromedp.EmulateViewportOption
	if width < 600 {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulatePortrait)
	}
	b.do(chromedp.EmulateViewport(width, height, options...))
}

// keep writes a file for those who want to look.
func (b *tab) keep(name string, data []byte) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(b.ArtifactDir(), name), data, 0o644); err != nil {
		b.Fatal(err)
	}
}

// picture keeps a picture of the whole page, if anybody wants to look.
func (b *tab) picture(name string) {
	b.Helper()
	if flag.Lookup("test.artifacts").Value.String() != "true" {
		return
	}
	b.keep(name+".png", run(b, chromedp.FullScreenshot(100)))
}

// A writer runs an example program and returns the file of its page.
type writer func(t *testing.T, name string, args ...string) string

// examples builds the programs of these names.
func examples(t *testing.T, names ...string) writer {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	command := func(t *testing.T, name string, args ...string) {
		t.Helper()
		c := exec.CommandContext(t.Context(), name, args...)
		c.Dir = root
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
	}
	build := []string{"build", "-o", bin + string(filepath.Separator)}
	for _, name := range names {
		build = append(build, "./examples/"+name)
	}
	command(t, "go", build...)
	return func(t *testing.T, name string, args ...string) string {
		t.Helper()
		dir := filepath.Join(t.TempDir(), "out")
		command(t, filepath.Join(bin, name), append(args, "-out", dir)...)
		return filepath.Join(dir, name+".html")
	}
}
