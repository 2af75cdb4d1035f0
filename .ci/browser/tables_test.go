package browser

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A table is what a reader sees of one.
type table struct {
	Heads []string
	Sort  []string // aria-sort of each header
	Rows  []row
	Total []string // of what is shown
}

type row struct {
	Cells  []string
	Number []bool // aligned as numbers are
	Year   string // to pick the row by
	Hidden bool
}

// read is the script that reads one.
const read = `t => ({
	heads: [...t.tHead.rows[0].cells].map(c => c.textContent.trim()),
	sort: [...t.tHead.rows[0].cells].map(c => c.ariaSort ?? ""),
	rows: [...t.tBodies[0].rows].map(r => ({cells: [...r.cells].map(c => c.textContent.trim()), number: [...r.cells].map(c => c.classList.contains("num")), year: r.dataset.year ?? "", hidden: !r.checkVisibility()})),
	total: [...(t.tFoot?.rows ?? [])].filter(r => r.checkVisibility()).flatMap(r => [...r.cells].map(c => c.textContent.trim())),
})`

// tables is what there is, in the order of the page.
func (b *tab) tables() []table {
	b.Helper()
	return eval[[]table](b, `[...document.querySelectorAll("table")].map(`+read+`)`)
}

// one reads the table that an expression finds.
func (b *tab) one(find string) table {
	b.Helper()
	return eval[table](b, `(`+read+`)(`+find+`)`)
}

// printed reads the first number of a cell as a reader of the language does.
func printed(text, lang string) (x float64, ok bool) {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return 0, false
	}
	end := start + strings.IndexFunc(text[start:]+" ", func(r rune) bool { return !strings.ContainsRune("0123456789.,", r) })
	group, point := ",", "."
	if lang == "da" {
		group, point = point, group
	}
	x, err := strconv.ParseFloat(strings.Trim(strings.Replace(strings.ReplaceAll(text[start:end], group, ""), point, ".", 1), "."), 64)
	if before := text[:start]; strings.HasSuffix(before, "−") {
		x = -x
	}
	return x, err == nil
}

// sorts presses the header of every column of every table, three times, and reads
// what is there; then those of one table with the mouse and with keys.
func (b *tab) sorts() {
	b.Helper()
	before := b.tables()
	// pressed is each table as it is after each of three presses of each header.
	pressed := eval[[][][3]table](b, `[...document.querySelectorAll("table")].map(t => t.tBodies[0].rows.length < 2 ? [] : [...t.tHead.rows[0].cells].map(head => [1, 2, 3].map(() => {
		head.querySelector("button").click();
		return (`+read+`)(t);
	})))`)
	columns := 0
	for i, t := range before {
		for k, now := range pressed[i] {
			columns++
			b.sorted(t, now[0], k)
			b.sorted(t, now[1], k)
			if now[0].Sort[k] == now[1].Sort[k] {
				b.Errorf("table %d, column %q is sorted %s twice", i+1, t.Heads[k], now[0].Sort[k])
			}
			if strings.Join(now[2].Sort, "") != "" || !slices.EqualFunc(t.Rows, now[2].Rows, func(x, y row) bool { return slices.Equal(x.Cells, y.Cells) }) {
				b.Errorf("table %d, column %q: a third press does not restore the order of the page", i+1, t.Heads[k])
			}
		}
	}
	if columns == 0 {
		b.Fatal("there is nothing to sort")
	}

	// By hand: the first table on the page itself that sorts.
	const find = `[...document.querySelectorAll(".table table")].find(t => t.tBodies[0].rows.length > 1)`
	i := eval[int](b, `[...document.querySelectorAll("table")].indexOf(`+find+`)`)
	at := eval[[]float64](b, `(() => {
		const button = `+find+`.tHead.rows[0].cells[1].querySelector("button");
		button.scrollIntoView({block: "center", behavior: "instant"});
		const r = button.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`)
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	b.sorted(before[i], b.one(find), 1)
	eval[bool](b, `(`+find+`.parentElement.focus(), true)`)
	b.do(chromedp.KeyEvent(kb.Tab)) // from the frame to its first button
	b.do(chromedp.KeyEvent(" "))
	b.sorted(before[i], b.one(find), 0)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.sorted(before[i], b.one(find), 0)
	b.do(chromedp.KeyEvent(kb.Enter))
	if now := b.one(find); strings.Join(now.Sort, "") != "" {
		b.Errorf("after three presses of keys the table is still sorted: %q", now.Sort)
	}
}

// sorted checks that the rows of a table, as it was, are in the order that column k
// says: numbers by their values, and what is not known last.
func (b *tab) sorted(was, now table, k int) {
	b.Helper()
	order := now.Sort[k]
	if order != "ascending" && order != "descending" || strings.Join(now.Sort, "") != order {
		b.Errorf("column %q: the headers say %q", was.Heads[k], now.Sort)
		return
	}
	key := func(r row) string { return strings.Join(r.Cells, "\x00") }
	ours := map[string]int{}
	for _, r := range was.Rows {
		ours[key(r)]++
	}
	for _, r := range now.Rows {
		ours[key(r)]--
	}
	for r, n := range ours {
		if n != 0 {
			b.Errorf("column %q: a row is lost or new: %q", was.Heads[k], r)
		}
	}
	if !slices.Equal(was.Total, now.Total) {
		b.Errorf("column %q: the total has changed to %q", was.Heads[k], now.Total)
	}
	if !slices.ContainsFunc(was.Rows, func(r row) bool { return r.Number[k] }) {
		return // text: see names
	}
	last, unknown := 0.0, false
	for i, r := range now.Rows {
		x, ok := printed(r.Cells[k], b.lang)
		if !ok {
			unknown = true
			continue
		}
		if unknown {
			b.Errorf("column %q, %s: %s comes after what is not known", was.Heads[k], order, r.Cells[k])
		}
		if c := cmp.Compare(last, x); i > 0 && (c > 0 && order == "ascending" || c < 0 && order == "descending") {
			b.Errorf("column %q, %s: %s comes after %s", was.Heads[k], order, r.Cells[k], now.Rows[i-1].Cells[k])
		}
		last = x
	}
}

// picks picks years, in a table that shows one of them to begin with and in one that
// shows them all.
func (b *tab) picks() {
	b.Helper()
	n := eval[int](b, `document.querySelectorAll("table[data-years]").length`)
	if got := eval[int](b, `document.querySelectorAll("label.pick select").length`); got != n {
		b.Errorf("%d tables have years to pick, %d have a picker", n, got)
	}
	eval[bool](b, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
	for _, kind := range []string{"[data-picked]", ":not([data-picked])"} {
		if find := `document.querySelector("table[data-years]` + kind + `")`; eval[bool](b, `!!`+find) {
			b.picksOf(find)
		}
	}
}

// picksOf picks years of a table with keys, and with the mouse.
func (b *tab) picksOf(find string) {
	b.Helper()
	offered, picked := strings.Fields(eval[string](b, find+`.dataset.years`)), eval[string](b, find+`.dataset.picked ?? ""`)
	all := map[string]int{}
	for _, r := range b.one(find).Rows {
		all[r.Year]++
	}
	shown := func() (years map[string]int, rows int) {
		years = map[string]int{}
		for _, r := range b.one(find).Rows {
			if !r.Hidden {
				years[r.Year]++
				rows++
			}
		}
		return years, rows
	}
	only := func(how, year string) {
		b.Helper()
		if got, _ := shown(); len(got) != 1 || got[year] != all[year] {
			b.Errorf("%s: %v, want the %d rows of %s", how, got, all[year], year)
		}
		said := eval[[]string](b, `[...`+find+`.querySelectorAll("caption [data-year], tfoot [data-year]")].filter(e => e.checkVisibility()).map(e => e.dataset.year)`)
		if picked != "" && !slices.Equal(said, []string{year, year}) {
			b.Errorf("%s: caption and total are of %q, want %s", how, said, year)
		}
		if caption := eval[string](b, find+`.caption.innerText`); picked != "" && !strings.Contains(caption, year) {
			b.Errorf("%s: the caption is %q", how, caption)
		}
	}
	if len(offered) < 2 || !slices.Equal(slices.Sorted(maps.Keys(all)), offered) {
		b.Fatalf("years to pick are %v, there are rows of %v", offered, all)
	}
	if picked != "" {
		only("to begin with", picked)
	} else if _, rows := shown(); rows != len(b.one(find).Rows) || slices.ContainsFunc(b.one(find).Rows, func(r row) bool { return !slices.Contains(r.Cells, r.Year) }) {
		b.Fatalf("%d rows are shown to begin with, want all %d, each with its year", rows, len(b.one(find).Rows))
	}

	// Fold the figures out with a key, go to the picker, and type the year.
	eval[bool](b, `(() => {
		const d = `+find+`.closest("details");
		if (d) { d.open = false; d.querySelector("summary").focus(); }
		return true;
	})()`)
	if eval[bool](b, `!!`+find+`.closest("details")`) {
		b.do(chromedp.KeyEvent(kb.Enter))
		if !eval[bool](b, find+`.closest("details").open`) {
			b.Error("Enter does not fold the figures out")
		}
		b.do(chromedp.KeyEvent(kb.Tab))
	} else {
		eval[bool](b, `(`+find+`.closest(".table").querySelector("select").focus(), true)`)
	}
	if name := eval[string](b, `document.activeElement.labels?.[0]?.textContent ?? document.activeElement.tagName`); !strings.HasPrefix(name, "Year ") && !strings.HasPrefix(name, "År ") {
		b.Errorf("Tab leads to %q and not to the picker", name)
	}
	typed := offered[len(offered)-1]
	if typed == picked {
		typed = offered[0]
	}
	b.do(chromedp.KeyEvent(typed))
	only("typing the year", typed)
	b.do(chromedp.KeyEvent(kb.Home))
	if _, got := shown(); picked == "" && got != len(b.one(find).Rows) {
		b.Errorf("Home shows %d rows, want all %d", got, len(b.one(find).Rows))
	}
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	first := eval[string](b, `document.activeElement.value`)
	only("the arrow", first)

	// With the mouse: the list opens on a click, and the one below is chosen.
	at := eval[[]float64](b, `(() => {
		const select = document.activeElement;
		select.scrollIntoView({block: "center", behavior: "instant"});
		const r = select.getBoundingClientRect();
		return [r.x + r.width / 2, r.y + r.height / 2];
	})()`)
	b.do(chromedp.MouseClickXY(at[0], at[1]), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	if second := eval[string](b, `document.activeElement.value`); second == first {
		b.Errorf("clicking the list and choosing leaves it at %s", first)
	} else {
		only("the mouse", second)
	}
	b.do(chromedp.KeyEvent(kb.Home))
}

// unscripted checks a page whose script does not run: all rows are there, or those of
// one year, and nothing that does not work.
func (b *tab) unscripted() {
	b.Helper()
	eval[bool](b, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
	if n := eval[int](b, `document.querySelectorAll("button, select").length`); n > 0 {
		b.Errorf("without script there are %d buttons and pickers", n)
	}
	picked := eval[[]string](b, `[...document.querySelectorAll("table")].map(t => t.dataset.picked ?? "")`)
	for i, t := range b.tables() {
		if n := len(t.Rows); n == 0 || slices.ContainsFunc(t.Rows, func(r row) bool { return r.Hidden != (picked[i] != "" && r.Year != picked[i]) }) {
			b.Errorf("without script table %d does not show all its %d rows, or those of %q", i+1, n, picked[i])
		}
	}
}
