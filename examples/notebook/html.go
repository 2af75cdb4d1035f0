package notebook

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed style.css
var pageStyle string

// HTML writes the page as one self-contained file: style and charts are inside
// and nothing is fetched. It reads on paper, on a phone (wide tables and charts
// scroll in their own frame), with a keyboard and with a screen reader. Links
// lead to the picture and CSV files that [Folder.AddPage] writes beside it.
// It writes nothing if the page is wrong or a chart fails.
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
		Style                 template.CSS
		Words                 htmlWords
		Contents              []*htmlHeading // level 2, where there are enough to want a list
		Blocks                []htmlBlock
	}
	htmlWords struct{ Skip, Contents, KeyFigures, Table, Chart, Figures string }
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
	htmlTable struct {
		ID, Caption, Note, CSV string
		Head                   []htmlHead
		Rows                   [][]htmlCell
		Total                  []htmlCell
	}
	htmlHead struct {
		Text, Unit string
		Right      bool
	}
	htmlCell  struct{ Text, Class string }
	htmlChart struct {
		SVG                   template.HTML
		SVGPath, PNGPath, CSV string
	}
)

func newHTMLPage(p Page, svg map[string][]byte) (*htmlPage, error) {
	w := wordsOf(p.Lang)
	doc := &htmlPage{
		Lang: p.Lang.Tag(), Title: line(p.Title), Subtitle: line(p.Subtitle), Style: template.CSS(pageStyle),
		Words: htmlWords{w.skip, w.contents, w.keyFigures, w.table, w.chart, w.figures},
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
			out.Prose, err = trusted(string(b))
		case Note:
			out.Note = &htmlNote{ID: id, Class: "note", Kind: w.note}
			out.Note.Text, err = trusted(string(b))
		case Warning:
			out.Note = &htmlNote{ID: id, Class: "warning", Kind: w.warning}
			out.Note.Text, err = trusted(string(b))
		case KeyFigures:
			for _, f := range b {
				out.KeyFigures = append(out.KeyFigures, KeyFigure{line(f.Label), line(f.Value), line(f.Note)})
			}
		case Table:
			out.Table = newHTMLTable(b, p, id)
		case Chart:
			out.Chart = &htmlChart{SVGPath: b.svgPath(), PNGPath: b.pngPath(), CSV: b.csvPath()}
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

// trusted renders Markdown; goldmark escapes what is in it.
func trusted(markdown string) (template.HTML, error) {
	s, err := proseHTML(markdown)
	return template.HTML(s), err
}

func newHTMLTable(t Table, p Page, id string) *htmlTable {
	out := &htmlTable{ID: id, Caption: line(t.Caption), Note: line(t.Note), CSV: t.csvPath()}
	right := t.right()
	for i, c := range t.Columns {
		out.Head = append(out.Head, htmlHead{line(c.Header), line(c.Unit), right[i]})
	}
	cells := func(row []Cell) []htmlCell {
		texts := t.shown(row, p.Lang)
		out := make([]htmlCell, len(row))
		for i, c := range row {
			out[i] = htmlCell{Text: texts[i]}
			switch {
			case right[i] && c.known():
				out[i].Class = "num"
			case right[i]:
				out[i].Class = "num unknown"
			case !c.known():
				out[i].Class = "unknown"
			case i > 0:
				out[i].Class = "words"
			case t.Columns[0].Year:
				out[i].Class = "year"
			}
		}
		return out
	}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, cells(row))
	}
	if t.Total != nil {
		out.Total = cells(t.Total)
	}
	return out
}
