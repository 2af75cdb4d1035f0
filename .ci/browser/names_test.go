package browser

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// names opens a report of companies whose sectors have names that try to be more
// than that, long ones, and Danish ones to be sorted as Danes do.
func names(t *testing.T, ctx context.Context, write writer) {
	danish := []string{"Aalborg", "Zoo", "Ærø", "Østersø", "Ål", "10 fingre", "2 hjul"}
	hostile := []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</style><script>alert(1)</script>`, "=1+1", `javascript:alert(1)`, "https://evil.example/x.png",
		"\u202Eright to left", "شركة", "👩🏽‍🔬 lab", strings.Repeat("speciallægevirksomhed", 15), "a b " + strings.Repeat("c ", 80) + "d", "&lt;b&gt;",
	}
	file := filepath.Join(t.TempDir(), "companies.csv")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewWriter(f)
	rows := [][]string{{"company_id", "sector", "year", "fte", "revenue"}}
	for i, name := range slices.Concat(hostile, danish) {
		for year := 2016; year <= 2018; year++ {
			rows = append(rows, []string{fmt.Sprint(10000000 + i), name, fmt.Sprint(year), fmt.Sprint(1000 + (i*37)%90 + year), fmt.Sprint(1_000_000_000 + 10_000_000*i)})
		}
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	page := write(t, "report", "-lang", "da", "-data", file, "-target-jobs", "50000")
	b := open(t, ctx, page, true)
	b.size(1280, 900)
	b.sorts()
	b.picks()
	b.picture("wide")
	b.size(375, 812)
	b.fits(375)
	b.picture("narrow")
	if n := eval[int](b, `document.querySelectorAll("script, img, iframe, link:not([rel=icon]), style").length`); n != 2 {
		b.Errorf("%d scripts, styles and pictures, want the page's own 2", n)
	}

	const find = `document.querySelector(".table table")`
	for _, press := range []struct {
		order string
		want  []string
	}{{"ascending", []string{"2 hjul", "10 fingre", "Zoo", "Ærø", "Østersø", "Ål", "Aalborg"}}, {"descending", []string{"Aalborg", "Ål", "Østersø", "Ærø", "Zoo", "10 fingre", "2 hjul"}}} {
		now := eval[table](b, `(() => { const t = `+find+`; t.tHead.rows[0].cells[0].querySelector("button").click(); return (`+read+`)(t); })()`)
		var got []string
		for _, r := range now.Rows {
			if !r.Hidden && slices.Contains(danish, r.Cells[0]) {
				got = append(got, r.Cells[0])
			}
		}
		if now.Sort[0] != press.order || !slices.Equal(got, press.want) {
			b.Errorf("names sorted %s: %q, want %q %s", now.Sort[0], got, press.want, press.order)
		}
	}
	plain := open(t, ctx, page, false)
	plain.size(1280, 900)
	plain.unscripted()
	plain.prints()
}
