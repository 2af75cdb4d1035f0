package sectorsql

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// unquoted reads a quoted name as an engine does, and what follows it.
func unquoted(d Dialect, text string) (name, rest string) {
	text = text[1:]
	for i := 0; i < len(text); i++ {
		switch {
		case d.escape != "" && text[i:i+1] == d.escape && i+1 < len(text):
			i++
			name += text[i : i+1]
		case text[i:i+1] != d.quote:
			name += text[i : i+1]
		case d.escape == "" && strings.HasPrefix(text[i+1:], d.quote):
			i++
			name += d.quote
		default:
			return name, text[i+1:]
		}
	}
	return name, "no end"
}

// No name gets out of its quotes: read back, it is the same, and nothing
// follows.
func FuzzIdentifier(f *testing.F) {
	for _, name := range []string{"fte", `a"b`, "a`b", `a\`, `\"`, "\\`", "``", `""`, "x; DROP TABLE y --", "/*", "?", "$1", "@x", "år", " ", "'", "\xff", "a\x00b", "a\nb", "", strings.Repeat("x", 64)} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, d := range []Dialect{PostgreSQL(), ClickHouse(), SQLite()} {
			quoted, err := d.identifier(name)
			bad := name == "" || !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl) || d.longest > 0 && len(name) > d.longest || d.mistakes && reads(name)
			if (err != nil) != bad {
				t.Fatalf("%s: %q: error %v", d, name, err)
			}
			if err != nil {
				continue
			}
			if got, rest := unquoted(d, quoted); got != name || rest != "" {
				t.Errorf("%s: %q is written %s, which is %q and %q", d, name, quoted, got, rest)
			}
		}
	})
}

// ClickHouse 18.16 returns the figure 2 of a column `2` for the status 2.
func TestNamesThatReadLikeValues(t *testing.T) {
	for name, want := range map[string]bool{
		"2": true, "-1.5": true, " 7": true, "1e3": true, "0x1p3": true, "inf": true, "NaN": true, "null": true, "'x'": true, "[1]": true, "(1, 2)": true, "SUM(x)": true, "isNull(fte)": true,
		"fte": false, "2018a": false, "a'b": false, "(": true, "fte (2018": false, "nothing": false, "å": false,
	} {
		if got := reads(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
		_, inClickHouse := ClickHouse().identifier(name)
		if _, err := PostgreSQL().identifier(name); err != nil || (inClickHouse != nil) != want {
			t.Errorf("%q: %v, %v", name, inClickHouse, err)
		}
	}
}
