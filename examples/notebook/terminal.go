package notebook

import (
	"io"
	"path"
	"path/filepath"
	"strings"

	"smartcity/growth/locale"
)

// TerminalOptions says how a page looks on a terminal. The zero value is 80
// columns without colour.
type TerminalOptions struct {
	Width  int    // columns; 0 means 80, and nothing is made narrower than 40
	Colour bool   // bold, dim and coloured text by ANSI escape sequences
	Folder string // where the page was written, to name its files; "" for nowhere
}

// Terminal writes the page as plain text. Numbers in tables are aligned right,
// long names break over lines, and a chart is its words and the name of its
// file. A table with more columns than fit is wider than Width: no figure is
// cut. It writes nothing if the page is wrong.
func Terminal(w io.Writer, p Page, o TerminalOptions) error {
	if err := p.check(); err != nil {
		return err
	}
	t := terminal{words: wordsOf(p.Lang), lang: p.Lang, width: 80, ink: ink(o.Colour), folder: o.Folder}
	if o.Width != 0 {
		t.width = max(o.Width, 40)
	}
	t.add(styled(wrap(line(p.Title), t.width), t.ink.bold)...)
	if s := line(p.Subtitle); s != "" {
		t.add(styled(wrap(s, t.width), t.ink.dim)...)
	}
	for _, b := range p.Blocks {
		t.block(b)
	}
	_, err := io.WriteString(w, strings.Join(t.lines, "\n")+"\n")
	return err
}

// ink writes in colour, or not.
type ink bool

func (k ink) with(code, s string) string {
	if !k || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (k ink) bold(s string) string   { return k.with("1", s) }
func (k ink) dim(s string) string    { return k.with("2", s) }
func (k ink) yellow(s string) string { return k.with("1;33", s) }

type terminal struct {
	lines  []string
	words  words
	lang   locale.Language
	width  int
	ink    ink
	folder string
}

func (t *terminal) add(lines ...string) {
	for _, l := range lines {
		t.lines = append(t.lines, strings.TrimRight(l, " "))
	}
}

func (t *terminal) block(b Block) {
	t.add("")
	switch b := b.(type) {
	case Heading:
		text := wrap(line(b.Text), t.width)
		wide := 0
		for _, l := range text {
			wide = max(wide, columns(l))
		}
		t.add(styled(text, t.ink.bold)...)
		if b.level() == 2 {
			t.add(strings.Repeat("─", wide))
		}
	case Prose:
		t.add(proseTerminal(string(b), t.width, t.ink)...)
	case Note:
		t.add(t.boxed(t.words.note, t.ink.bold, string(b))...)
	case Warning:
		t.add(t.boxed(t.words.warning, t.ink.yellow, string(b))...)
	case KeyFigures:
		t.keyFigures(b)
	case Table:
		t.table(b)
	case Chart:
		text := t.words.chart + ": "
		if t.folder != "" {
			text += printable(filepath.Join(t.folder, filepath.FromSlash(b.svgPath()))) + ": "
		}
		t.add(wrap(text+line(b.Picture.Alt()), t.width)...)
	}
}

// boxed is a note: its kind, and the text behind a rule.
func (t *terminal) boxed(kind string, style func(string) string, markdown string) []string {
	out := []string{"│ " + style(kind)}
	for _, l := range proseTerminal(markdown, t.width-2, t.ink) {
		out = append(out, "│ "+l)
	}
	return out
}

func (t *terminal) keyFigures(k KeyFigures) {
	wide := 0
	for _, f := range k {
		wide = max(wide, columns(line(f.Value)))
	}
	for _, f := range k {
		text := line(f.Label)
		if note := line(f.Note); note != "" {
			text += " (" + note + ")"
		}
		value := pad(line(f.Value), wide, true)
		for i, l := range wrap(text, t.width-wide-2) {
			if i > 0 {
				value = strings.Repeat(" ", wide)
			}
			t.add(t.ink.bold(value) + "  " + l)
		}
	}
}

func (t *terminal) table(b Table) {
	if s := line(b.Caption); s != "" {
		t.add(styled(wrap(s, t.width), t.ink.bold)...)
	}
	rows := make([][]string, 0, len(b.Rows)+1)
	for _, row := range b.Rows {
		rows = append(rows, b.shown(row, t.lang))
	}
	if b.Total != nil {
		rows = append(rows, b.shown(b.Total, t.lang))
	}
	right := b.right()
	widths := t.columnWidths(b, rows, right)
	heads := make([][]string, len(widths))
	for i, c := range b.Columns {
		heads[i] = wrap(c.Title(), widths[i])
	}
	for _, l := range side(heads, widths, right, true) {
		t.add(t.ink.dim(l))
	}
	total := len(widths)*2 - 2
	for _, w := range widths {
		total += w
	}
	rule := t.ink.dim(strings.Repeat("─", total))
	t.add(rule)
	for i, row := range rows {
		if i == len(b.Rows) {
			t.add(rule)
		}
		cells := make([][]string, len(row))
		for j, s := range row {
			cells[j] = wrap(s, widths[j])
		}
		t.add(side(cells, widths, right, false)...)
	}
	if s := line(b.Note); s != "" {
		t.add(styled(wrap(s, t.width), t.ink.dim)...)
	}
	if csv := b.csvPath(); csv != "" && t.folder != "" {
		t.add(t.ink.dim(t.words.figures + ": " + printable(filepath.Join(t.folder, filepath.FromSlash(path.Clean(csv))))))
	}
}

// columnWidths gives every column the width of its cells and of the longest
// word of its header (10 columns, if that is longer), and takes from the widest columns of text, never below
// 12, what does not fit.
func (t *terminal) columnWidths(b Table, rows [][]string, right []bool) []int {
	widths := make([]int, len(b.Columns))
	total := 2*len(widths) - 2
	for i, c := range b.Columns {
		for word := range strings.SplitSeq(c.Title(), " ") {
			widths[i] = max(widths[i], columns(word))
		}
		widths[i] = max(widths[i], min(columns(c.Title()), 10))
		for _, row := range rows {
			widths[i] = max(widths[i], columns(row[i]))
		}
		total += widths[i]
	}
	for total > t.width {
		widest := -1
		for i, w := range widths {
			if !right[i] && w > 12 && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		total--
	}
	return widths
}

// side sets cells of one or more lines side by side, flush at the bottom
// (headers) or at the top.
func side(cells [][]string, widths []int, right []bool, bottom bool) []string {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	out := make([]string, height)
	parts := make([]string, len(cells))
	for y := range height {
		for i, c := range cells {
			k := y
			if bottom {
				k = y - (height - len(c))
			}
			s := ""
			if k >= 0 && k < len(c) {
				s = c[k]
			}
			parts[i] = pad(s, widths[i], right[i])
		}
		out[y] = strings.Join(parts, "  ")
	}
	return out
}
