package command

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"smartcity/examples/notebook"

	"golang.org/x/term"
)

func TestShow(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "xterm")
	page := notebook.Page{Title: "Jobs", Blocks: []notebook.Block{notebook.Prose("**Many** of them.")}}
	var plain bytes.Buffer
	if err := Show(&plain, page, 80, ""); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(plain.String(), "\x1b") || !strings.Contains(plain.String(), "Many of them.") {
		t.Errorf("into a buffer: %q", &plain)
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "page"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := Show(file, page, 80, ""); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(file.Name()); err != nil || !bytes.Equal(got, plain.Bytes()) {
		t.Errorf("into a file: %q, %v", got, err)
	}

	if runtime.GOOS != "linux" {
		return // there are terminals to open, but not in this way
	}
	// What is written to a pseudo-terminal comes back as its echo, escapes as ^[.
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	if !term.IsTerminal(int(terminal.Fd())) {
		t.Fatal("/dev/ptmx is no terminal")
	}
	echo := func() string {
		t.Helper()
		if err := Show(terminal, page, 80, ""); err != nil {
			t.Fatal(err)
		}
		got, part := "", make([]byte, 4096)
		for !strings.Contains(got, "them.") {
			n, err := terminal.Read(part)
			if err != nil {
				t.Fatal(err)
			}
			got += string(part[:n])
		}
		return got
	}
	if got := echo(); !strings.Contains(got, "^[[1mJobs") {
		t.Errorf("on a terminal: %q", got)
	}
	t.Setenv("NO_COLOR", "1")
	if got := echo(); strings.Contains(got, "^[") || !strings.Contains(got, "Jobs") {
		t.Errorf("on a terminal, with NO_COLOR: %q", got)
	}
}
