package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

// block returns the n-th fenced block of the README in a language.
func block(t *testing.T, language string, n int) string {
	t.Helper()
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(string(readme), -1)
	if len(found) <= n {
		t.Fatalf("the README has %d blocks of %q", len(found), language)
	}
	return found[n][1]
}

func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q in %s: %v\n%s", name, args, dir, err, out)
	}
	return string(out)
}

// TestReadmeProgram: the program of the README is the one in this folder, it
// prints what the README says and draws the picture that the README shows.
func TestReadmeProgram(t *testing.T) {
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	if got := block(t, "go", 0); got != string(source) {
		t.Errorf("the README's program is not examples/quickstart/main.go")
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "testdata"), os.DirFS(filepath.Join(root, "testdata"))); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "quickstart")
	run(t, ".", "go", "build", "-o", program, ".")
	if got, want := run(t, dir, program), block(t, "text", 0); got != want {
		t.Errorf("the program prints\n%s\nthe README says\n%s", got, want)
	}
	drawn, err := os.ReadFile(filepath.Join(dir, "jobs.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("jobs.svg", drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shown, err := os.ReadFile("jobs.svg")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(drawn, shown) {
		t.Error("jobs.svg is not what the program draws; UPDATE=1 go test ./examples/quickstart writes it")
	}
}

// TestOwnModule follows the README from another module, modules taken from the
// cache alone.
func TestOwnModule(t *testing.T) {
	dir := t.TempDir()
	here, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	program := strings.ReplaceAll(block(t, "go", 0), `"testdata/companies.csv"`, `"`+filepath.ToSlash(here)+`/testdata/companies.csv"`)
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(block(t, "sh", 0)) {
		args := strings.Fields(strings.ReplaceAll(line, "/path/to/smartcity", here))
		run(t, dir, args[0], args[1:]...)
	}
	if got, want := run(t, dir, "go", "run", "."), block(t, "text", 0); got != want {
		t.Errorf("in a module of its own the program prints\n%s", got)
	}
}
