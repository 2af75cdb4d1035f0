package notebook

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed style.css
var pageStyle string

//go:embed script.js
var pageScript string

// HTML writes the page as one self-contained file: style, script and charts are
// inside, nothing is fetched, and the page's own policy allows nothing else to
// run. It reads on paper, on a phone (wide tables and charts scroll in their own
// frame), with a keyboard and with a screen reader. Tables sort by their headers;
// one of several years ([Table.Years]), or with years in its rows, some of which share a
// year, has a picker of years; the figures of a chart fold out below it. Without the
// script all rows are there, in the order of the page, and of a table of several years
// those of its own year. Links lead to the picture and CSV files that
// [Folder.AddPage] writes beside it. HTML writes nothing if the page is wrong or a
// chart fails.
func HTML(w io.Writer, p Page) error {
	if err := p.check(); err != nil {
		return err
	}
	svg := map[string][]byte{}
	for _, b := range p.Blocks {
		if c, ok := b.(Chart); ok {
			var buf bytes.Buffer
			if err := c.Picture.SVG(&buf); err != nil {
				return fmt.Errorf("notebook: chart %q: %w", c.Name, err)
			}
			svg[c.Name] = buf.Bytes()
		}
	}
	return writeHTML(w, p, svg)
}

// writeHTML is [HTML] for a page that was checked and whose charts are drawn.
func writeHTML(w io.Writer, p Page, svg map[string][]byte) error {
	doc, err := newHTMLPage(p, svg)
	if err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	// Parsed for each page: a template that has run cannot be shared as freely.
	t, err := template.New("page").Parse(pageTemplate)
	if err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, doc); err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	_, err = b.WriteTo(w)
	return err
}

// What follows is what the template prints.
type (
	htmlPage struct {
		Lang, Title, Subtitle string
		Workbook              string
		Policy                string
		Style                 template.CSS
		Script                template.JS
		Words                 htmlWords
		Contents              []*htmlHeading // level 2, where there are enough to want a list
		Blocks                []htmlBlock
	}
	htmlWords struct {
		Skip, Contents, KeyFigures, Table, Chart, Figures, Folded, Files, SVG, PNG, Workbook string
		Year, AllYears, Sorts                                                                string
	}
	htmlBlock struct {
		Heading    *htmlHeading
		Prose      template.HTML
		Note       *htmlNote
		KeyFigures []KeyFigure
		Table      *htmlTable
		Chart      *htmlChart
	}
	htmlHeading struct {
		Level    int
		ID, Text string
	}
	htmlNote struct {
		ID, Class, Kind string
		Text            template.HTML
	}
	htmlChart struct {
		SVG                   template.HTML
		SVGPath, PNGPath, CSV string
		Data                  *htmlTable
		Again                 bool // the table of the data is on the page itself
	}
)

func newHTMLPage(p Page, svg map[string][]byte) (*htmlPage, error) {
	w := wordsOf(p.Lang)
	doc := &htmlPage{
		Lang: p.Lang.Tag(), Title: line(p.Title), Subtitle: line(p.Subtitle), Workbook: p.Workbook,
		Policy: fmt.Sprintf("default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'", policyHash(pageScript), policyHash(pageStyle)),
		Style:  template.CSS(pageStyle), Script: template.JS(pageScript),
		Words: htmlWords{
			Skip: w.skip, Contents: w.contents, KeyFigures: w.keyFigures, Table: w.table, Chart: w.chart, Figures: w.figures, Folded: w.folded, Files: w.files,
			SVG: w.svg, PNG: w.png, Workbook: w.workbook, Year: w.year, AllYears: w.allYears, Sorts: w.sorts,
		},
	}
	captions := map[string]bool{} // of the tables on the page
	for _, b := range p.Blocks {
		if t, ok := b.(Table); ok {
			captions[t.Caption+"\n"+t.csvPath()] = true
		}
	}
	for i, b := range p.Blocks {
		id := "b" + strconv.Itoa(i+1)
		var out htmlBlock
		var err error
		switch b := b.(type) {
		case Heading:
			out.Heading = &htmlHeading{b.level(), id, line(b.Text)}
			if b.level() == 2 {
				doc.Contents = append(doc.Contents, out.Heading)
			}
		case Prose:
			out.Prose, err = trusted(string(b), w)
		case Note:
			out.Note = &htmlNote{ID: id, Class: "note", Kind: w.note}
			out.Note.Text, err = trusted(string(b), w)
		case Warning:
			out.Note = &htmlNote{ID: id, Class: "warning", Kind: w.warning}
			out.Note.Text, err = trusted(string(b), w)
		case KeyFigures:
			for _, f := range b {
				out.KeyFigures = append(out.KeyFigures, KeyFigure{line(f.Label), line(f.Value), line(f.Note)})
			}
		case Table:
			out.Table = newHTMLTable(b, p, id, w.table)
			out.Table.CSV = b.csvPath()
		case Chart:
			out.Chart = &htmlChart{SVGPath: b.svgPath(), PNGPath: b.pngPath(), CSV: b.csvPath()}
			if b.Data != nil {
				data := *b.Data
				data.Years = nil // the chart is of one
				out.Chart.Data = newHTMLTable(data, p, id+"-data", w.folded)
				out.Chart.Again = captions[b.Data.Caption+"\n"+b.Data.csvPath()]
			}
			var s string
			if s, err = inlineSVG(svg[b.Name], id+"-", b.Picture.Alt()); err != nil {
				err = fmt.Errorf("chart %q: %w", b.Name, err)
			}
			out.Chart.SVG = template.HTML(s) // escaped token by token
		}
		if err != nil {
			return nil, err
		}
		doc.Blocks = append(doc.Blocks, out)
	}
	if len(doc.Contents) < 3 {
		doc.Contents = nil
	}
	return doc, nil
}

// trusted renders Markdown; goldmark escapes what is in it. Code, whose lines do not
// break, gets a frame that scrolls, as tables have.
func trusted(markdown string, w words) (template.HTML, error) {
	s, err := proseHTML(markdown)
	s = strings.ReplaceAll(s, "<pre>", `<pre class="scroll" role="group" tabindex="0" aria-label="`+w.code+`">`)
	return template.HTML(s), err
}

// policyHash names inline content in a content security policy.
func policyHash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
