package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func try(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	status = run(t.Context(), &out, &err, args)
	return status, strings.Join(strings.Fields(out.String()), " "), err.String()
}

func TestInspect(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f.csv")
	text := "Virksomheder i alt\n\nCVR;Branche;År;Årsværk;Omsætning (mio. kr.);note\n1;Energi;2018/19;7,5;36,9;\n2;Vand;2019;..;;x\n;I alt;2019;7,5;36,9;\n;Affald;2019;1;1;\n3;Vand;2019;x9;1;\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	status, stdout, stderr := try(t, "-lenient", path)
	if status != 0 || stderr != "" {
		t.Fatalf("exit status %d: %s", status, stderr)
	}
	for _, want := range []string{
		"separated by semicolon; decimals by comma, thousands by point", "header stands in line 3", "Omsætning (mio. kr.) revenue 1,000,000", "note not used", "36,900,000",
		"5 rows, 3 companies kept, 1 rows left out as wrong, 1 as totals, 0 as notes. Line 6: I alt.", "1 have no number", "1 cells of the column År were mended, such as 2018/19 in line 4.", `"x9"`, "Total 2019 3 8.5 37,900,000", "suppressed",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("the page lacks %q:\n%s", want, stdout)
		}
	}
	if status, stdout, _ := try(t, "-lang", "da", "-first", "1", "-lenient", path); status != 0 || !strings.Contains(stdout, "adskilt af semikolon") || !strings.Contains(stdout, "I alt 2019") {
		t.Errorf("in Danish: exit status %d\n%s", status, stdout)
	}
	for want, args := range map[int][]string{1: {path}, 2: {"-first", "x", path}, 0: {"-h"}} {
		if status, _, stderr := try(t, args...); status != want || stderr == "" {
			t.Errorf("%q: exit status %d, %q", args, status, stderr)
		}
	}
	if status, _, stderr := try(t, path, path); status != 2 || strings.Count(stderr, "\n") != 1 {
		t.Errorf("two files: exit status %d, %q", status, stderr)
	}
}
