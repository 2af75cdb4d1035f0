package notebook

import (
	"io"
	"strings"
)

// Markdown writes the page as GitHub-flavoured Markdown: charts as picture
// files charts/NAME.svg beside the page, tables as GitHub tables with numbers
// aligned right, notes as block quotes. It writes nothing if the page is wrong.
func Markdown(w io.Writer, p Page) error {
	if err := p.check(); err != nil {
		return err
	}
	words := wordsOf(p.Lang)
	parts := []string{"# " + Text(p.Title)}
	if s := Text(p.Subtitle); s != "" {
		parts = append(parts, s)
	}
	if p.Workbook != "" {
		parts = append(parts, "["+words.workbook+"]("+p.Workbook+")")
	}
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case Heading:
			parts = append(parts, strings.Repeat("#", b.level())+" "+Text(b.Text))
		case Prose:
			parts = append(parts, proseMarkdown(string(b)))
		case Note:
			parts = append(parts, quoted(words.note, string(b)))
		case Warning:
			parts = append(parts, quoted(words.warning, string(b)))
		case KeyFigures:
			parts = append(parts, markdownKeyFigures(b))
		case Table:
			parts = append(parts, markdownTable(b, p, words))
		case Chart:
			s := "![" + escape(b.Picture.Alt(), false) + "](" + b.svgPath() + ")"
			if csv := b.csvPath(); csv != "" {
				s += "\n\n[" + words.figures + "](" + csv + ")"
			}
			parts = append(parts, s)
		}
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n\n")+"\n")
	return err
}

// quoted is a note as a block quote headed by its kind.
func quoted(kind, markdown string) string {
	text := "**" + kind + "**\n\n" + proseMarkdown(markdown)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

func markdownKeyFigures(k KeyFigures) string {
	lines := make([]string, len(k))
	for i, f := range k {
		lines[i] = "- " + Text(f.Label) + ": **" + escape(f.Value, false) + "**"
		if note := escape(f.Note, false); note != "" {
			lines[i] += " (" + note + ")"
		}
	}
	return strings.Join(lines, "\n")
}

func markdownTable(t Table, p Page, words words) string {
	var b strings.Builder
	if s := escape(t.Caption, false); s != "" {
		b.WriteString("**" + s + "**\n\n")
	}
	row := func(cells []string, bold bool) {
		for _, c := range cells {
			b.WriteString("| ")
			if bold && c != "" {
				b.WriteString("**" + escape(c, false) + "**")
			} else {
				b.WriteString(escape(c, false))
			}
			b.WriteString(" ")
		}
		b.WriteString("|\n")
	}
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Title()
	}
	row(heads, false)
	for _, right := range t.right() {
		if right {
			b.WriteString("| ---: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for _, r := range t.Rows {
		row(t.shown(r, p.Lang), false)
	}
	if t.Total != nil {
		row(t.shown(t.Total, p.Lang), true)
	}
	if s := Text(t.Note); s != "" {
		b.WriteString("\n" + s + "\n")
	}
	if csv := t.csvPath(); csv != "" {
		b.WriteString("\n[" + words.figures + "](" + csv + ")\n")
	}
	return strings.TrimRight(b.String(), "\n")
}
