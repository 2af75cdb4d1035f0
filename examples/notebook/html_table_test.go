package notebook

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// yearly is a table of two years that differ in everything.
func yearly() Table {
	of := func(year int, caption string, rows [][]Cell, total []Cell) Table {
		return Table{Year: year, Caption: caption, Columns: []Column{{Header: "Sector"}, {Header: "Jobs"}}, Rows: rows, Total: total}
	}
	first := of(2017, "Jobs, 2017", [][]Cell{{Str("Energy"), Num(1)}, {Str("Water"), {}}, {Str("Waste"), Num(3)}}, nil)
	t := of(2018, "Jobs, 2018", [][]Cell{{Str("Energy"), Num(10)}, {Str("Water"), Suppressed()}}, []Cell{Str("Total"), Num(10)})
	t.Years = []Table{first, t}
	return t
}

// A table of several years holds all of them, and shows its own.
func TestTableOfYears(t *testing.T) {
	page := render(t, Page{Title: "t", Blocks: []Block{yearly()}})
	if !strings.Contains(page, `<table data-years="2017 2018" data-picked="2018">`) {
		t.Error("the table does not say which years there are to pick, and which is")
	}
	var got []string
	for _, m := range regexp.MustCompile(`<(span|tr) data-year="(\d+)"( hidden)?>(.*?)</(?:span|tr)>`).FindAllStringSubmatch(page, -1) {
		text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m[4], " ")
		got = append(got, strings.Join(strings.Fields(m[1]+" "+m[2]+m[3]+" "+text), " "))
	}
	want := []string{
		"span 2017 hidden Jobs, 2017", "span 2018 Jobs, 2018",
		"tr 2017 hidden Energy 1", "tr 2017 hidden Water n/a", "tr 2017 hidden Waste 3", "tr 2018 Energy 10", "tr 2018 Water suppressed", "tr 2018 Total 10",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if foot := page[strings.Index(page, "<tfoot>"):]; strings.Count(foot, "<tr") != 1 {
		t.Errorf("totals: %s", foot)
	}

	// Elsewhere it is of its own year.
	alone := yearly()
	alone.Years = nil
	for name, write := range map[string]func(io.Writer, Page) error{"Markdown": Markdown, "Terminal": func(w io.Writer, p Page) error { return Terminal(w, p, TerminalOptions{}) }} {
		var a, b strings.Builder
		for w, table := range map[*strings.Builder]Table{&a: yearly(), &b: alone} {
			if err := write(w, Page{Title: "t", Blocks: []Block{table}}); err != nil {
				t.Fatal(err)
			}
		}
		if a.String() != b.String() {
			t.Errorf("%s: %s", name, &a)
		}
	}

	// Behind a chart it is of that year too.
	chart := render(t, Page{Title: "t", Blocks: []Block{Chart{Name: "c", Picture: picture{}, Data: named(yearly())}}})
	if strings.Contains(chart, "2017") || !strings.Contains(chart, "Jobs, 2018") {
		t.Error("the figures of a chart are of several years")
	}
}

func named(t Table) *Table {
	data := Table{Name: "jobs", Columns: []Column{{Name: "sector"}, {Name: "jobs"}}}
	t.Data = &data
	return &t
}

// picture is an empty one.
type picture struct{}

func (picture) SVG(w io.Writer) error {
	_, err := io.WriteString(w, `<svg xmlns="http://www.w3.org/2000/svg"></svg>`)
	return err
}
func (picture) PNG(io.Writer) error { return nil }
func (picture) Alt() string         { return "" }

func TestWrongYears(t *testing.T) {
	for want, change := range map[string]func(*Table){
		"its own year 2016 is not among those to pick": func(t *Table) { t.Year = 2016 },
		"two tables of the year 2018":                  func(t *Table) { t.Years[0].Year = 2018 },
		"a table without a year":                       func(t *Table) { t.Years[0].Year = 0 },
		"2017: table \"Jobs, 2017\", row 3: 1 cells":   func(t *Table) { t.Years[0].Rows[2] = []Cell{Num(1)} },
		"2017: table \"Jobs, 2017\", total: 1 cells":   func(t *Table) { t.Years[0].Total = []Cell{Num(1)} },
	} {
		table := yearly()
		change(&table)
		if err := HTML(io.Discard, Page{Title: "t", Blocks: []Block{table}}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}
