package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const testdata = "../../testdata"

// What lies in testdata is what the command writes, byte for byte.
func TestRunWritesTestdata(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	var stdout, stderr bytes.Buffer
	if code := run(&stdout, &stderr, []string{"-out", dir}); code != 0 {
		t.Fatalf("exit status %d: %s", code, &stderr)
	}
	names := []string{"companies.csv", "reference.csv", "virksomheder.csv"}
	for _, name := range names {
		want, err := os.ReadFile(filepath.Join(testdata, name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the one in testdata: run go run ./examples/companies -out testdata", name)
		}
	}
	if left := list(t, dir); !slices.Equal(left, names) {
		t.Errorf("files written: %q, want %q", left, names)
	}
}

func TestRunTakesASeed(t *testing.T) {
	texts := make([][]byte, 2)
	for i, seed := range []string{"1", "2"} {
		dir := t.TempDir()
		var stdout, stderr bytes.Buffer
		if code := run(&stdout, &stderr, []string{"-out", dir, "-seed", seed}); code != 0 {
			t.Fatalf("exit status %d: %s", code, &stderr)
		}
		text, err := os.ReadFile(filepath.Join(dir, "companies.csv"))
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = text
	}
	if bytes.Equal(texts[0], texts[1]) {
		t.Error("seeds 1 and 2 give the same file")
	}
}

func TestRunRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	// A folder in the way of the last file lets the others through only.
	blocked := t.TempDir()
	if err := os.MkdirAll(filepath.Join(blocked, "virksomheder.csv", "mine"), 0o755); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		args []string
		code int
		says string
	}{
		{"help", []string{"-h"}, 0, "-seed"},
		{"unknown flag", []string{"-lines", "5"}, 2, "-lines"},
		{"seed not a number", []string{"-seed", "x"}, 2, "-seed"},
		{"argument", []string{"here"}, 2, `"here"`},
		{"folder is a file", []string{"-out", file}, 1, file},
		{"file name taken by a folder", []string{"-out", blocked}, 1, "virksomheder.csv"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if code := run(&stdout, &stderr, test.args); code != test.code {
				t.Errorf("exit status %d, want %d", code, test.code)
			}
			if !strings.Contains(stderr.String(), test.says) {
				t.Errorf("standard error %q does not name %q", &stderr, test.says)
			}
		})
	}
	if left := list(t, blocked); !slices.Equal(left, []string{"companies.csv", "reference.csv", "virksomheder.csv"}) {
		t.Errorf("files left: %q", left)
	}
}

// list returns the names in a folder, sorted.
func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
