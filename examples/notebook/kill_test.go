package notebook_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"smartcity/examples/notebook"
)

const killDir = "NOTEBOOK_TEST_KILL_DIR"

// TestMain is the run that gets killed, where the environment says so.
func TestMain(m *testing.M) {
	dir := os.Getenv(killDir)
	if dir == "" {
		os.Exit(m.Run())
	}
	for i := 0; ; i++ {
		if _, err := writeVersion(dir, i); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
	}
}

// writeVersion writes a folder whose files say which version they are of; odd
// and even versions have files the other has not.
func writeVersion(dir string, version int) (*notebook.Folder, error) {
	f, err := notebook.OpenFolder(dir, false)
	if err != nil {
		return nil, err
	}
	for i := range 6 {
		name := fmt.Sprintf("charts/c%d.svg", i+version%2*3)
		if err := f.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, wholeFile(name, version)); return err }); err != nil {
			return nil, err
		}
	}
	return f, f.Write(notebook.Provenance{})
}

func wholeFile(name string, version int) string {
	return fmt.Sprintf("%d %s\n%send", version, name, strings.Repeat("x", 20_000))
}

// Whenever a run is killed, every file is whole, and the folder is complete or
// seen to be interrupted.
func TestKilled(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(6, 2))
	dir := t.TempDir()
	complete, interrupted := 0, 0
	runs := 100
	if testing.Short() {
		runs = 30
	}
	for range runs {
		c := exec.Command(self)
		c.Env = append(os.Environ(), killDir+"="+dir)
		var said strings.Builder
		c.Stdout = &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(10+rng.IntN(30_000)/1000) * time.Millisecond)
		_ = c.Process.Kill()
		_ = c.Wait()
		if said.Len() > 0 {
			t.Fatalf("the run after a killed one failed: %s", said.String())
		}
		all := contents(t, dir)
		for name, text := range all {
			var version int
			if strings.HasPrefix(name, "charts/c") {
				if _, err := fmt.Sscan(text, &version); err != nil || text != wholeFile(name, version) {
					t.Fatalf("%s is not whole: %d bytes", name, len(text))
				}
			}
		}
		f, err := notebook.OpenFolder(dir, false)
		if err != nil {
			t.Fatalf("after a kill: %v", err)
		}
		_, isComplete := all["provenance.json"]
		_, begun := all[".incomplete.json"]
		switch {
		case f.Interrupted() != (begun && !isComplete):
			t.Fatalf("interrupted is %v with provenance.json %v, .incomplete.json %v", f.Interrupted(), isComplete, begun)
		case isComplete:
			complete++
		case begun:
			interrupted++
		default: // the first list may be on its way, in this run and in those killed before it
			for name := range all {
				if !strings.HasSuffix(name, ".partial") {
					t.Fatalf("neither complete nor interrupted, with %s", name)
				}
			}
		}
	}
	t.Logf("%d complete, %d interrupted", complete, interrupted)
	if interrupted == 0 {
		t.Error("no run was caught in the middle: the test shows nothing")
	}
	if _, err := writeVersion(dir, 0); err != nil {
		t.Fatal(err)
	}
	if all := checkWhole(t, dir); len(all) != 7 {
		t.Errorf("%d files are left, want 7", len(all))
	}
}
