package sector

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestSections compares the table of sections with the divisions of each, 88 in
// 21, one by one as Statistics Norway lists them in its classification 6
// (SN2007, which is NACE Rev. 2 down to the class), and with their numbers in
// Eurostat's methodologies and working papers on NACE Rev. 2 (2008).
func TestSections(t *testing.T) {
	want := map[string]string{
		"A": "01 02 03", "B": "05 06 07 08 09", "C": "10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33", "D": "35", "E": "36 37 38 39",
		"F": "41 42 43", "G": "45 46 47", "H": "49 50 51 52 53", "I": "55 56", "J": "58 59 60 61 62 63", "K": "64 65 66", "L": "68", "M": "69 70 71 72 73 74 75",
		"N": "77 78 79 80 81 82", "O": "84", "P": "85", "Q": "86 87 88", "R": "90 91 92 93", "S": "94 95 96", "T": "97 98", "U": "99",
	}
	sectionBy := map[string]string{}
	for section, divisions := range want {
		for division := range strings.FieldsSeq(divisions) {
			sectionBy[division] = section
		}
	}
	if len(sectionBy) != 88 || len(want) != 21 {
		t.Errorf("%d divisions in %d sections", len(sectionBy), len(want))
	}
	for i := range 100 {
		division := fmt.Sprintf("%02d", i)
		if got := sectionOf(division); got != sectionBy[division] {
			t.Errorf("division %s is in section %q, want %q", division, got, sectionBy[division])
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
	// Of white space, \s is the ASCII part without \v.
	grammar := regexp.MustCompile(`^([A-U]?)[\s\v\x{85}\pZ]*(?:([0-9]{2,4}|[0-9]{6})|([0-9]{2})\.([0-9]{1,4})|([0-9]{2})\.([0-9]{2})\.([0-9]{1,2}))$`)
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
