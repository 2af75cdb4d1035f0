package notebook

import (
	"bufio"
	"bytes"
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
)

// proseTerminal lays Markdown out as plain text of a width. Blocks are
// separated by one empty line; the last has no empty line after it.
func proseTerminal(source string, width int, ink ink) []string {
	src, doc := parseProse(source)
	p := plain{src: src, ink: ink}
	return p.blocks(doc, width, true)
}

type plain struct {
	src []byte
	ink ink
}

// blocks lays out the children of a block, spaced as paragraphs or tight.
func (p plain) blocks(parent ast.Node, width int, spaced bool) []string {
	var out []string
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		part := p.block(n, width)
		if len(part) == 0 {
			continue
		}
		if spaced && len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, part...)
	}
	return out
}

func (p plain) block(n ast.Node, width int) []string {
	switch n := n.(type) {
	case *ast.List:
		var out []string
		number := n.Start
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			sign := "• "
			if n.IsOrdered() {
				sign = strconv.Itoa(number) + ". "
				number++
			}
			if !n.IsTight && len(out) > 0 {
				out = append(out, "")
			}
			indent := strings.Repeat(" ", columns(sign))
			out = append(out, prefixed(p.blocks(item, width-columns(sign), !n.IsTight), sign, indent)...)
		}
		return out
	case *ast.Blockquote:
		return prefixed(p.blocks(n, width-2, true), "> ", "> ")
	case *ast.ThematicBreak:
		return []string{strings.Repeat("─", width)}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		var out []string
		for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
			out = append(out, "    "+printable(strings.TrimRight(string(s.Value(p.src)), "\r\n")))
		}
		return out
	case *ast.Heading:
		return styled(p.wrapped(n, width), p.ink.bold)
	case *ast.Paragraph, *ast.TextBlock:
		return p.wrapped(n, width)
	}
	return nil // a link reference definition shows nothing
}

// wrapped is the inline text of a block, broken into lines.
func (p plain) wrapped(n ast.Node, width int) []string {
	var out []string
	for hard := range strings.SplitSeq(p.inline(n), "\n") {
		out = append(out, wrap(hard, width)...)
	}
	return out
}

// inline is the text of a node's children; hard line breaks are "\n".
func (p plain) inline(parent ast.Node) string {
	var b strings.Builder
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(p.text(n.Segment.Value(p.src)))
			if n.HardLineBreak() {
				b.WriteByte('\n')
			} else if n.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					b.WriteString(printable(strings.ReplaceAll(string(t.Segment.Value(p.src)), "\n", " ")))
				}
			}
		case *ast.AutoLink:
			b.WriteString(printable(string(n.URL(p.src))))
		case *ast.Link:
			label, target := p.inline(n), printable(string(n.Destination))
			b.WriteString(label)
			if target != "" && target != label {
				b.WriteString(" (" + target + ")")
			}
		default:
			b.WriteString(p.inline(n))
		}
	}
	return b.String()
}

// text resolves escapes and entities, in the one order that is right: the
// renderer's.
func (p plain) text(raw []byte) string {
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	gmhtml.DefaultWriter.Write(w, raw)
	_ = w.Flush() // into memory
	return printable(html.UnescapeString(b.String()))
}

// printable is [line] for a part of a line, whose spaces at the ends count.
func printable(s string) string {
	return strings.TrimSuffix(strings.TrimPrefix(line("\u200B"+s+"\u200B"), "\u200B"), "\u200B")
}

func prefixed(lines []string, first, rest string) []string {
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else if lines[i] != "" {
			lines[i] = rest + lines[i]
		}
	}
	return lines
}

func styled(lines []string, style func(string) string) []string {
	for i := range lines {
		lines[i] = style(lines[i])
	}
	return lines
}
