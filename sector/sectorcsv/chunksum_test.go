package sectorcsv

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"smartcity/sector"
)

// TestSumOfChunks compares SHA-256 and size of files that are summed up chunk by
// chunk with those of the standard library: also where the reading lane takes
// over half-way, where the file begins with a mark, and where its first megabyte
// is not all of it.
func TestSumOfChunks(t *testing.T) {
	rows := func(n int, middle string) string {
		var b strings.Builder
		b.WriteString("id;name;sector;year;fte\n")
		for i := range n {
			if i == n/2 {
				b.WriteString(middle)
			}
			fmt.Fprintf(&b, "%08d;Fjord %070d ApS;Sector %d;%d;%d\n", 10_000_000+i, i, i%7, 2014+i%5, i%97)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"empty table":       "id;name;sector;year;fte\n10000000;A;B;2014;1",
		"small":             rows(100, ""),
		"quotes":            rows(100, "10000001;\"A\n\"\"quoted\"\" name\";B;2014;1\n"),
		"long":              rows(20_000, ""),
		"long, quotes":      rows(20_000, "10000001;\"A\n\"\"quoted\"\" name\";B;2014;1\n"),
		"long, odd quotes":  rows(20_000, "10000001;A \"quoted\" name;B;2014;1\n"),
		"long, with a mark": "\ufeff" + rows(20_000, ""),
		"long, in Latin-1":  strings.ReplaceAll(rows(20_000, ""), "Fjord", "Br\xf8d"),
		"carriage returns":  strings.ReplaceAll(rows(20_000, ""), "\n", "\r"),
	} {
		want := sha256.Sum256([]byte(text))
		for _, size := range []int{0, 100, 4096} {
			_, report, err := Aggregate(t.Context(), bytes.NewReader([]byte(text)), Options{chunk: size, Lenient: true}, sector.Options{})
			if name == "long, odd quotes" && size > 0 && report.LeftAt == 0 {
				t.Errorf("%s, chunks of %d: the reading lane took nothing over", name, size)
			}
			if err != nil || report.SHA256 != hex.EncodeToString(want[:]) || report.Size != int64(len(text)) {
				t.Errorf("%s, chunks of %d: %v, %s, %d of %d bytes", name, size, err, report.SHA256, report.Size, len(text))
			}
		}
		_, report, err := Aggregate(t.Context(), strings.NewReader(text), Options{NoSHA256: true, Lenient: true}, sector.Options{})
		if err != nil || report.SHA256 != "" || report.Size != int64(len(text)) {
			t.Errorf("%s, without a sum: %v, %q, %d bytes", name, err, report.SHA256, report.Size)
		}
	}
}
