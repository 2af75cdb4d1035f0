package browser

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"github.com/chromedp/chromedp"
)

// A mark is a link put on the page to be found in its print: where it lies on which
// sheet, in points from the left and from the foot.
type mark struct {
	sheet       int
	left, foot  float64
	right, head float64
}

// marks finds the marks of a print by their names. Chromium writes the objects of a
// page, and the links on it, in plain text.
func marks(pdf []byte) (found map[string]mark, sheets int, err error) {
	objects := map[string]string{}
	for _, m := range regexp.MustCompile(`(?s)\n(\d+) 0 obj\n(.*?)\nendobj`).FindAllSubmatch(pdf, -1) {
		objects[string(m[1])] = string(m[2])
	}
	number := `(-?[\d.]+)`
	link := regexp.MustCompile(`(?s)/Rect \[` + number + ` ` + number + ` ` + number + ` ` + number + `\].*?/URI \(mark:([\w-]+)\)`)
	found = map[string]mark{}
	for _, kids := range regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindAllStringSubmatch(string(pdf), -1) {
		for _, kid := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1) {
			page, ok := objects[kid[1]]
			if !ok || !regexp.MustCompile(`/Type /Page\b`).MatchString(page) {
				continue
			}
			sheets++
			annotations := regexp.MustCompile(`/Annots \[([^\]]*)\]`).FindStringSubmatch(page)
			if annotations == nil {
				continue
			}
			for _, a := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(annotations[1], -1) {
				m := link.FindStringSubmatch(objects[a[1]])
				if m == nil {
					continue
				}
				var box [4]float64
				for i := range box {
					if box[i], err = strconv.ParseFloat(m[i+1], 64); err != nil {
						return nil, 0, err
					}
				}
				found[m[5]] = mark{sheets, box[0], box[1], box[2], box[3]}
			}
		}
	}
	if sheets == 0 {
		return nil, 0, fmt.Errorf("no sheet found in a PDF of %d bytes", len(pdf))
	}
	return found, sheets, nil
}

// prints prints the page on A4: every chart whole on one sheet, everything inside the
// margins, nothing made smaller to fit, all tables and all code there.
func (b *tab) prints() {
	b.Helper()
	put := eval[struct{ Charts, Tables, Code int }](b, `(() => {
		const mark = (box, name, place) => {
			const a = document.createElement("a");
			a.href = "mark:" + name;
			a.textContent = "·";
			a.style.cssText = "position: absolute; width: 2px; height: 2px; overflow: hidden; font-size: 2px; line-height: 2px;" + place;
			box.style.position = "relative";
			box.append(a);
		};
		document.querySelectorAll("details").forEach(d => d.open = false);
		const charts = [...document.querySelectorAll("figure > .scroll")];
		charts.forEach((c, i) => {
			mark(c, "chart-head-" + i, "left: 0; top: 0");
			mark(c, "chart-foot-" + i, "right: 0; bottom: 0");
		});
		const tables = [...document.querySelectorAll("table")].filter(t => !t.closest(".again"));
		tables.forEach((t, i) => {
			const cells = t.tHead.rows[0].cells, last = [...t.tBodies[0].rows].filter(r => !r.hidden).at(-1).cells;
			mark(cells[0], "table-head-" + i, "left: 0; top: 0");
			mark(last[last.length - 1], "table-foot-" + i, "right: 0; bottom: 0");
		});
		const code = [...document.querySelectorAll("pre")];
		code.forEach((c, i) => mark(c, "code-foot-" + i, "right: 0; bottom: 0"));
		mark(document.querySelector("main"), "ruler", "left: 0; top: 0; width: 100px");
		return {charts: charts.length, tables: tables.length, code: code.length};
	})()`)
	pdf := run(b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPrintBackground()))
	b.keep("print.pdf", pdf)
	found, sheets, err := marks(pdf)
	if err != nil {
		b.Fatal(err)
	}
	const width, height, side, edge = 595.3, 841.9, 45.35, 51.02 // A4 and the margins of the style sheet, in points
	// Chromium prints a page smaller that is too wide for the paper.
	if w := found["ruler"].right - found["ruler"].left; math.Abs(w-75) > 0.5 {
		b.Errorf("100 px are printed %.1f points wide, not 75: something is too wide for the paper", w)
	}
	within := func(name string) mark {
		m, ok := found[name]
		if !ok {
			b.Errorf("%s is on none of the %d sheets", name, sheets)
		} else if m.left < side-1 || m.right > width-side+1 || m.foot < edge-1 || m.head > height-edge+1 {
			b.Errorf("%s is outside the margins of sheet %d: %+v", name, m.sheet, m)
		}
		return m
	}
	for i := range put.Charts {
		head, foot := within(fmt.Sprint("chart-head-", i)), within(fmt.Sprint("chart-foot-", i))
		if head.sheet != foot.sheet {
			b.Errorf("chart %d is cut: it begins on sheet %d and ends on %d", i+1, head.sheet, foot.sheet)
		}
	}
	for i := range put.Tables {
		within(fmt.Sprint("table-head-", i))
		within(fmt.Sprint("table-foot-", i))
	}
	for i := range put.Code {
		within(fmt.Sprint("code-foot-", i))
	}
	if put.Charts == 0 || put.Tables+put.Code == 0 || sheets < 3 {
		b.Errorf("%d charts, %d tables and %d pieces of code on %d sheets", put.Charts, put.Tables, put.Code, sheets)
	}
}
