//go:build unix

package notebook_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"smartcity/examples/notebook"
)

const fullDir = "NOTEBOOK_TEST_FULL_DIR"

// init is the run that cannot write files of more than 10,000 bytes, where the
// environment says so.
func init() {
	dir := os.Getenv(fullDir)
	if dir == "" {
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: 10_000, Max: 10_000}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	if _, err := writeVersion(dir, 1); err != nil {
		fmt.Print(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// A disk that takes no more leaves whole files only, and the next run says that
// one was interrupted.
func TestFullDisk(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, before := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "out")
		if before {
			if _, err := writeVersion(dir, 0); err != nil {
				t.Fatal(err)
			}
		}
		c := exec.Command(self)
		c.Env = append(os.Environ(), fullDir+"="+dir)
		said, err := c.Output()
		if e, ok := errors.AsType[*exec.ExitError](err); !ok || e.ExitCode() != 1 {
			t.Fatalf("the run ended with %v: %s", err, said)
		}
		if want := filepath.Join(dir, "charts", "c3.svg") + ": " + syscall.EFBIG.Error(); !strings.Contains(string(said), want) {
			t.Errorf("the run said %q, want %q in it", said, want)
		}
		all := contents(t, dir)
		if _, ok := all["provenance.json"]; ok {
			t.Error("the folder passes for complete")
		}
		for name, text := range all {
			if strings.HasSuffix(name, ".partial") {
				t.Errorf("%s is left", name)
			}
			if strings.HasPrefix(name, "charts/") && text != wholeFile(name, 0) {
				t.Errorf("%s is not whole: %d bytes", name, len(text))
			}
		}
		f, err := notebook.OpenFolder(dir, false)
		if err != nil || !f.Interrupted() {
			t.Fatalf("interrupted is not seen: %v", err)
		}
		if _, err := writeVersion(dir, 1); err != nil {
			t.Fatal(err)
		}
		checkWhole(t, dir)
	}
}

// A folder within the output folder that nobody may write to fails the run, and
// no file is half written.
func TestReadOnlyBelow(t *testing.T) {
	dir := t.TempDir()
	charts := filepath.Join(dir, "charts")
	if err := os.Mkdir(charts, 0o555); err != nil {
		t.Fatal(err)
	}
	if probe, err := os.Create(filepath.Join(charts, "probe")); err == nil {
		_ = probe.Close()
		t.Skip("this user may write everywhere")
	}
	if _, err := writeVersion(dir, 0); !errors.Is(err, fs.ErrPermission) || strings.Count(err.Error(), dir) != 1 {
		t.Errorf("error %v, want one that names %s once and no permission", err, charts)
	}
	if err := os.Chmod(charts, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := writeVersion(dir, 0)
	if err != nil || !f.Interrupted() {
		t.Errorf("the next run: %v", err)
	}
	checkWhole(t, dir)
}
