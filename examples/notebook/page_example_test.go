package notebook_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"smartcity/examples/notebook"
	"smartcity/growth/locale"
)

func ExamplePage() {
	da := locale.Danish
	page := notebook.Page{
		Title: "Smart city i Danmark", Lang: da,
		Blocks: []notebook.Block{
			notebook.KeyFigures{{Label: "Årsværk, 2018", Value: da.Number(17600, 0)}, {Label: "Omsætning", Value: da.Money(32e9, "DKK", locale.Billions, 0)}},
			notebook.Heading{Text: "Udsigter"},
			notebook.Prose("Med **" + da.Percent(0.12, 0) + " vækst om året** bliver det til " + da.Number(38908, 0) + " i " + notebook.Text("2025") + "."),
		},
	}
	if err := notebook.Terminal(os.Stdout, page, notebook.TerminalOptions{Width: 60}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Smart city i Danmark
	//
	//      17.600  Årsværk, 2018
	// 32 mia. kr.  Omsætning
	//
	// Udsigter
	// ────────
	//
	// Med 12 pct. vækst om året bliver det til 38.908 i 2025.
}

func sectorTable() notebook.Table {
	return notebook.Table{
		Name:    "sectors",
		Columns: []notebook.Column{{Name: "sector", Header: "Sector"}, {Name: "fte", Header: "FTE", Decimals: 1}, {Name: "revenue", Header: "Revenue", Unit: "DKK m", Scale: 1e6}},
		Rows: [][]notebook.Cell{
			{notebook.Str("Energy"), notebook.Num(5120.25), notebook.Num(11.5e9)},
			{notebook.Str("=Water"), notebook.Cell{}, notebook.Suppressed()},
		},
		Total: []notebook.Cell{notebook.Str("Total"), notebook.Num(5120.25), notebook.Num(11.5e9)},
	}
}

func ExampleMarkdown() {
	page := notebook.Page{Title: "Sectors", Blocks: []notebook.Block{sectorTable(), notebook.Warning("One figure is suppressed.")}}
	if err := notebook.Markdown(os.Stdout, page); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Sectors
	//
	// | Sector | FTE | Revenue (DKK m) |
	// | --- | ---: | ---: |
	// | Energy | 5,120.3 | 11,500 |
	// | =Water | n/a | suppressed |
	// | **Total** | **5,120.3** | **11,500** |
	//
	// [Figures (CSV)](tables/sectors.csv)
	//
	// > **Warning**
	// >
	// > One figure is suppressed.
}

func ExampleTable_WriteCSV() {
	if err := sectorTable().WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// sector,fte,revenue
	// Energy,5120.25,11500000000
	// '=Water,,
}

// What stands on the page, and what is in the file.
func ExamplePage_Tables() {
	shown := sectorTable()
	data := shown
	shown.Caption, shown.Data, shown.Rows = "The largest sector, 2018", &data, shown.Rows[:1]
	tables, err := notebook.Page{Title: "Sectors", Blocks: []notebook.Block{shown}}.Tables()
	if err != nil {
		fmt.Println(err)
	}
	for _, t := range tables {
		fmt.Printf("%s: %s, %d rows\n", t.Name, t.Caption, len(t.Rows))
		for i, c := range t.Columns {
			x, ok := t.Rows[0][i].Number()
			fmt.Println(c.Title(), "|", t.Rows[0][i].Show(c, locale.English), "|", x, ok)
		}
	}
	// Output:
	// sectors: The figures behind “The largest sector, 2018”, 2 rows
	// Sector | Energy | 0 false
	// FTE | 5,120.3 | 5120.25 true
	// Revenue (DKK m) | 11,500 | 1.15e+10 true
}

func ExampleText() {
	fmt.Println(notebook.Text("Smart*Grid* <A/S>"))
	fmt.Println(notebook.Text("Bolig & Byg, 8000 Aarhus C."))
	// Output:
	// Smart\*Grid\* \<A/S\>
	// Bolig \& Byg, 8000 Aarhus C.
}

func ExampleHTML() {
	page := notebook.Page{Title: "Jobs & growth", Blocks: []notebook.Block{
		notebook.Heading{Text: "Outlook"},
		notebook.Chart{Name: "outlook", Picture: fakeChart{title: "Jobs double", desc: "35,200 in 2025."}},
		notebook.Note("Figures are *synthetic*."),
	}}
	var b strings.Builder
	if err := notebook.HTML(&b, page); err != nil {
		fmt.Println(err)
	}
	for l := range strings.Lines(b.String()) {
		if strings.HasPrefix(l, "<h1") || strings.HasPrefix(l, "<title id") || strings.HasPrefix(l, "<p>") {
			fmt.Print(l)
		}
	}
	// Output:
	// <h1>Jobs &amp; growth</h1>
	// <title id="b2-t">Jobs double</title><desc id="b2-d">35,200 in 2025.</desc>
	// <p>Figures are <em>synthetic</em>.</p>
}

func ExampleFolder() {
	dir, err := os.MkdirTemp("", "notebook")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	folder, err := notebook.OpenFolder(dir, false)
	if err != nil {
		fmt.Println(err)
		return
	}
	page := notebook.Page{Title: "Sectors", Blocks: []notebook.Block{sectorTable()}}
	if err := folder.AddPage(context.Background(), "report", page); err != nil {
		fmt.Println(err)
		return
	}
	if err := folder.Write(notebook.Provenance{Assumptions: map[string]string{"growth": "12-17%"}}); err != nil {
		fmt.Println(err)
		return
	}
	for _, name := range []string{"report.html", "report.md", "tables/sectors.csv", "provenance.json"} {
		_, err := os.Stat(filepath.Join(dir, name))
		fmt.Println(name, err == nil)
	}
	// Output:
	// report.html true
	// report.md true
	// tables/sectors.csv true
	// provenance.json true
}
