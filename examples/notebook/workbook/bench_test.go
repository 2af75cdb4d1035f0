package workbook

import (
	"fmt"
	"io"
	"testing"

	"smartcity/examples/notebook"
)

// BenchmarkWrite writes a table of 10,000 rows and 7 columns.
func BenchmarkWrite(b *testing.B) {
	t := notebook.Table{Name: "t", Columns: []notebook.Column{{Name: "sector"}, {Name: "year", Year: true}, {Name: "firms"}, {Name: "fte"}, {Name: "revenue"}, {Name: "a"}, {Name: "b"}}}
	for i := range 10_000 {
		x := float64(i)
		t.Rows = append(t.Rows, []notebook.Cell{notebook.Str(fmt.Sprint("Sector ", i%40)), notebook.Num(2018), notebook.Num(x), notebook.Num(x / 8), notebook.Num(x * 1234.5), {}, notebook.Suppressed()})
	}
	p := notebook.Page{Title: "t", Blocks: []notebook.Block{t}}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, p); err != nil {
			b.Fatal(err)
		}
	}
}
