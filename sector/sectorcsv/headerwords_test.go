package sectorcsv

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Words are those of a regular expression.
func TestHeaderWords(t *testing.T) {
	pattern := regexp.MustCompile(`\p{L}+\.?|[0-9]{1,3}(?:[.,' ][0-9]{3})+|[0-9]+|[%€£$]`)
	parts := []string{"Revenue", "mio.", "kr", "år", "e\u0301", "ﬁ", "1", "12", "123", "1234", "000", ".", ",", "'", " ", "(", "$", "€", "%", "²", "٣", "_", "\ufffd", "\xff", "\xe2\x82"}
	rng := rand.New(rand.NewPCG(4, 4))
	for range 20_000 {
		var b strings.Builder
		for range rng.IntN(9) {
			b.WriteString(parts[rng.IntN(len(parts))])
		}
		if got, want := headerWords(b.String()), pattern.FindAllString(b.String(), -1); !slices.Equal(got, want) {
			t.Fatalf("%q has the words %q, want %q", b.String(), got, want)
		}
	}
}
