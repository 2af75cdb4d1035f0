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
	return status, strings.ReplaceAll(out.String(), "\u00a0", " "), err.String()
}

// TestStory looks for every figure of DOMAIN.md, section 1, that the story
// tells, in both languages.
func TestStory(t *testing.T) {
	for lang, wants := range map[string][]string{
		"en": {
			"17,600", "2,300", "DKK 32 bn", "12–17%", "DKK 1.818 m", "DKK 13.9 m", "7.7 a company",
			"38,908–52,822", "6.1 years", "4.4", "+21,308", "+35,222", "34,739", "45,147",
			"10.409", "12.246", "14.870", "16.99%", "reached in 2025", "2023", "33,872–45,985",
			"17% a year over seven years from 2018: 35,222 more, 52,822 in all", "needs 12.2% a year from 2019, inside the range", "needs 10.4% a year from 2018, below the range",
			"over 99.9%", "35,200 more", "11,728", "17,589", "Of these, printed as 17,600: more, at 17%, from 2018.", "the best explained is that of nordicpavilion.org: from 2018",
			"17% a year gives 35,222", "14.720%", "16,776–16,805", "17,500–17,739", "7.01 years (6.96–7.07)",
		},
		"da": {
			"17.600", "2.300", "32 mia. kr.", "12–17 pct.", "1,818 mio. kr.", "38.908–52.822", "+21.308", "+35.222", "10,409", "12,246", "14,870", "16,99 pct.", "33.872–45.985", "16.776–16.805", "7,01 år (6,96–7,07)", "27. maj 2019",
			"17 pct. om året i syv år fra 2018: 35.222 flere, 52.822 i alt", "kræver 35.200 12,2 pct. om året fra 2019, inden for intervallet", "17.589",
		},
	} {
		status, stdout, stderr := try(t, "-lang", lang)
		if status != 0 || stderr != "" {
			t.Fatalf("%s: exit status %d: %s", lang, status, stderr)
		}
		if first, _, _ := strings.Cut(stdout, "\n"); !strings.Contains(first, map[string]string{"en": "17,600 → 35,200 by 2025", "da": "17.600 → 35.200 i 2025"}[lang]) {
			t.Errorf("%s: the first line is %q", lang, first)
		}
		text := strings.Join(strings.Fields(stdout), " ")
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the story lacks %q", lang, want)
			}
		}
	}
}

func TestPage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if status, _, stderr := try(t, "-out", dir); status != 0 {
		t.Fatal(stderr)
	}
	for _, name := range []string{"headline.html", "headline.md", "charts/band.svg", "charts/band.png", "charts/fan.svg", "tables/chance.csv", "tables/base.csv", "tables/simulation.csv", "tables/readings.csv", "tables/projection.csv", "tables/level.csv", "provenance.json"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, args := range [][]string{{"-lang", "de"}, {"stray"}, {"-no-such-flag"}} {
		if status, stdout, stderr := try(t, args...); status != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit status %d, %q, %q", args, status, stdout, stderr)
		}
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "mine.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := try(t, "-out", foreign); status != 1 || !strings.Contains(stderr, "mine.txt") {
		t.Errorf("a foreign folder: exit status %d, %q", status, stderr)
	}
	if status, _, _ := try(t, "-h"); status != 0 {
		t.Errorf("-h: exit status %d", status)
	}
}
