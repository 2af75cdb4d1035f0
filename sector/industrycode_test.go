package sector

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestSections compares the table of sections with the number of divisions in
// each, 88 in 21, as Eurostat publishes them (NACE Rev. 2, methodologies and
// working papers, 2008).
func TestSections(t *testing.T) {
	want := map[string]int{
		"A": 3, "B": 5, "C": 24, "D": 1, "E": 4, "F": 3, "G": 3, "H": 5, "I": 2, "J": 6, "K": 3,
		"L": 1, "M": 7, "N": 6, "O": 1, "P": 1, "Q": 3, "R": 4, "S": 3, "T": 2, "U": 1,
	}
	got, divisions := map[string]int{}, 0
	for i := range 100 {
		if s := sectionOf(fmt.Sprintf("%02d", i)); s != "" {
			got[s]++
			divisions++
		}
	}
	if divisions != 88 || len(got) != 21 {
		t.Errorf("%d divisions in %d sections", divisions, len(got))
	}
	for s, n := range want {
		if got[s] != n {
			t.Errorf("section %s has %d divisions, want %d", s, got[s], n)
		}
	}
	for division, s := range map[string]string{"01": "A", "33": "C", "35": "D", "39": "E", "43": "F", "62": "J", "71": "M", "84": "O", "99": "U", "04": "", "34": "", "40": "", "00": ""} {
		if sectionOf(division) != s {
			t.Errorf("division %s is in section %q, want %q", division, sectionOf(division), s)
		}
	}
}

func TestNormalCode(t *testing.T) {
	for _, c := range []struct {
		text string
		rev2 bool
		want string
	}{
		{"62", true, "62"}, {"62.0", true, "620"}, {"620", true, "620"}, {"62.01", true, "6201"}, {"6201", true, "6201"},
		{"62.01.00", true, "620100"}, {"62.0100", true, "620100"}, {"620100", true, "620100"}, {"62.01.0", true, "62010"}, {"62.010", true, "62010"},
		{" j62.01 ", true, "6201"}, {"J", true, "J"}, {"j 62", true, "62"}, {"010110", true, "010110"}, {"01.10", true, "0110"},
		{"62010", false, "62010"}, {"62.01", false, "6201"}, {"999999", true, "999999"},
	} {
		if got, err := normalCode(c.text, c.rev2); err != nil || got != c.want {
			t.Errorf("%q: %q, %v, want %q", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{
		"", "6", "1.10", "620100.0", "6201.0", "62.", ".62", "62..01", "62.1.0", "62.01.00.0", "62.01.", "6201000", "62010", "10110",
		"A62.01", "V", "X99", "JJ", "62,01", "６２", "62 01", "-62", "it", "62.01000", "62.01.000",
	} {
		if got, err := normalCode(text, true); err == nil {
			t.Errorf("%q passes for the code %q", text, got)
		}
	}
	for _, text := range []string{"J", "J62"} {
		if got, err := normalCode(text, false); err == nil {
			t.Errorf("%q passes for the code %q of an unknown revision", text, got)
		}
	}
}

func TestRevisions(t *testing.T) {
	for revision, want := range map[string]bool{
		"": true, "NACE Rev. 2": true, "nace rev.2": true, "NACE_REV2": true, "NACE 2": true, "DB07": true, "db 07": true,
		"NACE Rev. 2.1": false, "DB25": false, "DB03": false, "NACE Rev. 1.1": false, "SNI 2007": false,
	} {
		if got := isRev2(foldRevision(revision)); got != want {
			t.Errorf("%q has the sections of NACE Rev. 2: %v, want %v", revision, got, want)
		}
	}
}

// FuzzIndustryCode compares with a grammar.
func FuzzIndustryCode(f *testing.F) {
	for _, seed := range []string{"62.01", "J62.01.00", "620100.0", "010110", "J", "1.10", "62010"} {
		f.Add(seed)
	}
	grammar := regexp.MustCompile(`^([A-U]?)\s*(?:([0-9]{2,4}|[0-9]{6})|([0-9]{2})\.([0-9]{1,4})|([0-9]{2})\.([0-9]{2})\.([0-9]{1,2}))$`)
	f.Fuzz(func(t *testing.T, text string) {
		upper := strings.ToUpper(strings.TrimSpace(text))
		want := ""
		if m := grammar.FindStringSubmatch(upper); m != nil {
			want = strings.Join(m[2:], "")
			if m[1] != "" && sectionOf(want[:2]) != m[1] {
				want = ""
			}
		} else if len(upper) == 1 && strings.Contains("ABCDEFGHIJKLMNOPQRSTU", upper) {
			want = upper
		}
		got, err := normalCode(text, true)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v, want %q", text, got, err, want)
		}
		if again, err := normalCode(got, true); want != "" && len(want) != 5 && (err != nil || again != got) {
			t.Errorf("%q: %q comes back as %q, %v", text, got, again, err)
		}
	})
}
