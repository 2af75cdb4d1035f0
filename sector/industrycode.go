package sector

import (
	"fmt"
	"strings"
)

// sections are the sections of NACE Rev. 2 with the divisions each covers, the
// first and the last of them. The gaps between them are divisions that do not
// exist.
//
// Source: Regulation (EC) No 1893/2006 (OJ L 393, 30.12.2006), annex I; the
// divisions were compared with those of Statistics Norway's classification 6
// (SN2007), whose first two levels are the same.
const sections = "A0103 B0509 C1033 D3535 E3639 F4143 G4547 H4953 I5556 J5863 K6466 L6868 M6975 N7782 O8484 P8585 Q8688 R9093 S9496 T9798 U9999"

// sectionOf returns the letter of the section a division belongs to, "" for a
// division that does not exist.
func sectionOf(division string) string {
	for s := range strings.FieldsSeq(sections) {
		if s[1:3] <= division && division <= s[3:5] {
			return s[:1]
		}
	}
	return ""
}

// isSection reports whether a code is the letter of a section.
func isSection(code string) bool {
	return len(code) == 1 && "A" <= code && code <= "U"
}

// foldRevision makes ways of writing a revision comparable: "NACE Rev. 2" and
// "nace rev.2" are one, "NACE Rev. 2.1" is another.
func foldRevision(revision string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .-_/\u00a0", r) {
			return -1
		}
		return r
	}, strings.ToLower(revision))
}

// isRev2 reports whether a folded revision is NACE Rev. 2 or DB07, whose
// sections and code lengths are known.
func isRev2(folded string) bool {
	switch folded {
	case "", "nacerev2", "nace2", "db07":
		return true
	}
	return false
}

// normalCode returns the digits of an industry code, or the letter of a
// section. The error is worded to follow "want a code of".
func normalCode(text string, rev2 bool) (string, error) {
	code := strings.ToUpper(strings.TrimSpace(text))
	section := ""
	if code != "" && 'A' <= code[0] && code[0] <= 'Z' {
		section, code = code[:1], strings.TrimSpace(code[1:])
		if !rev2 {
			return "", fmt.Errorf("digits: which divisions a section has is known of NACE Rev. 2 and DB07 only")
		}
		if !isSection(section) {
			return "", fmt.Errorf("a section from A to U")
		}
		if code == "" {
			return section, nil
		}
	}
	digits, err := codeDigits(code)
	switch {
	case err != nil:
		return "", err
	case rev2 && len(digits) == 5 && len(code) == 5:
		return "", fmt.Errorf("2, 3, 4 or 6 digits: of five, a leading zero may have been lost")
	case section != "" && section != sectionOf(digits[:2]):
		return "", fmt.Errorf("a division of section %s", section)
	}
	return digits, nil
}

// codeDigits takes the points out of a code. They can stand after the second
// digit and then after the fourth, so that a number such as 620100.0 or 1.10 does
// not pass for a code.
func codeDigits(code string) (string, error) {
	parts := strings.Split(code, ".")
	last := len(parts[len(parts)-1])
	ok := false
	switch len(parts) {
	case 1:
		ok = 2 <= last && last <= 6
	case 2:
		ok = len(parts[0]) == 2 && 1 <= last && last <= 4
	case 3:
		ok = len(parts[0]) == 2 && len(parts[1]) == 2 && 1 <= last && last <= 2
	}
	digits := strings.Join(parts, "")
	if !ok || strings.Trim(digits, "0123456789") != "" {
		return "", fmt.Errorf("2 to 6 digits, with points after the second and fourth or without, such as 62.01")
	}
	return digits, nil
}
