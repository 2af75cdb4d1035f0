package sectorcsv

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"a": "a", " a  b ": "a b", "a\tb\n c": "a b c", "\u00a0a\u2003b": "a b", "A\u030a": "Å", "En\u00ader\u200bgy\ufeff": "Energy", "\u202aa\u202c": "a", "\u200b \u200b": "", "क\u094d\u200dष": "क\u094d\u200dष", "\ufffd": "\ufffd",
	} {
		if got, mended, err := clean(text, false, false); got != want || mended || err != nil {
			t.Errorf("%q: %q, %v, %v, want %q", text, got, mended, err, want)
		}
	}
	for _, text := range []string{"\xff", "a\x01", "\x7f", "\u0085"} {
		if got, _, err := clean(text, false, false); err == nil {
			t.Errorf("%q passes as %q", text, got)
		}
	}
	if _, _, err := clean("a\ufffd", false, true); err == nil || !strings.Contains(err.Error(), "no character is lost") {
		t.Errorf("a lost character: %v", err)
	}
}

func TestMendCode(t *testing.T) {
	for text, want := range map[string]string{
		"620100.0": "620100", "12345678,0": "12345678", "'0123": "0123", `="0123"`: "0123", "0.0": "0", "7.0": "7",
		"620100": "", "62.01": "", "010110": "", "0": "", ".0": "", ",0": "", "A.0": "", "'": "", `=""`: "", `="a"b"`: "", "=A1": "", "1,0,0": "", "E+05": "", "1E+": "", "1.2.3E+05": "", "A1E+05": "", "+45 12": "", "": "",
	} {
		mends := want != ""
		if !mends {
			want = text
		}
		if got, mended, err := mendCode(text); got != want || mended != mends || err != nil {
			t.Errorf("%q: %q, %v, %v, want %q", text, got, mended, err, want)
		}
	}
	for _, text := range []string{"1.23E+07", "1,23457e+07", "1E+10"} {
		if got, _, err := mendCode(text); err == nil {
			t.Errorf("%q passes as %q", text, got)
		}
	}
}

// TestLostCharacters: a character that cannot be recoded is an error, U+FFFD in
// a file in UTF-8 is one that somebody else lost.
func TestLostCharacters(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("sector,year,fte\nA?,2018,1\n")
	if err != nil {
		t.Fatal(err)
	}
	half := strings.Replace(utf16, "?\x00", "\x00\xd8", 1) // half of a pair
	for _, text := range []string{half, "sector,year,fte\nS\xf8 \x81,2018,1\n"} {
		if companies, _, err := Read(t.Context(), strings.NewReader(text), Options{}); err == nil {
			t.Errorf("%q is read as %+v", text, companies)
		}
	}
	if companies, _, err := Read(t.Context(), strings.NewReader("sector,year,fte\nSø \ufffd,2018,1\n"), Options{}); err != nil || companies[0].Sector != "Sø \ufffd" {
		t.Errorf("%v", err)
	}
}

func TestDateYear(t *testing.T) {
	for text, want := range map[string]int{
		"1999-03-12": 1999, "12-03-1999": 1999, "12.3.1999": 1999, "03/31/1999": 1999, "31/03/1999": 1999, "1999-03-12 00:00:00": 1999, "1999-03-12T10:00": 1999, "1-1-2000": 2000,
		"12-03-99": 0, "1999": 0, "1999-13-13": 0, "32-01-1999": 0, "00-01-1999": 0, "12-03.1999": 0, "1999-03": 0, "1-2-3": 0, "a-b-1999": 0, "12-03-0999": 0, "": 0,
	} {
		wrong := &wanted{"not"}
		got, mended, err := dateYear(text, wrong)
		if got != want || mended != (want != 0) || (err == nil) != (want != 0) {
			t.Errorf("%q: %d, %v, %v, want %d", text, got, mended, err, want)
		}
	}
}
