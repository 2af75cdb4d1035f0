package notebook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"
)

// Prose is running text in Markdown (CommonMark). Numbers are written into it
// by the caller with the methods of locale.Language; strings that come from
// data go through [Text]. HTML in prose is shown as the text it is, and so are
// pictures, which would be fetched: use a [Chart].
type Prose string

func (Prose) check() error { return nil }

// Text escapes a string from data so that Markdown, GitHub's included, shows it
// as it is: no emphasis, link, table bar, list or HTML comes out of a company's
// name. Line breaks become spaces; see the package comment for control
// characters.
func Text(s string) string { return escape(s, true) }

// escape is [Text]; a string that never stands at the start of a line keeps
// the signs that mean something only there.
func escape(s string, start bool) string {
	s = line(s)
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$', '@':
			b.WriteByte('\\')
		case '#', '+', '-', '=':
			if start && i == 0 {
				b.WriteByte('\\') // heading, list, underline of a heading
			}
		case '.', ')':
			if start && i > 0 && strings.Trim(s[:i], "0123456789") == "" || hasSuffixFold(s[:i], "www") {
				b.WriteByte('\\') // numbered list; link
			}
		case '/':
			if strings.HasSuffix(s[:i], ":") && strings.HasPrefix(s[i:], "//") {
				b.WriteByte('\\') // link
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// parseProse returns Markdown without raw HTML and pictures, and its tree.
func parseProse(source string) ([]byte, ast.Node) {
	src := bytes.ReplaceAll([]byte(strings.ToValidUTF8(source, "\uFFFD")), []byte{0}, []byte("\uFFFD"))
	// What a tag hid may be Markdown of its own, so look again until nothing is
	// left. Each round escapes at least one byte of the finitely many.
	for {
		doc := goldmark.DefaultParser().Parse(gmtext.NewReader(src))
		at := rawMarkup(doc, src)
		if len(at) == 0 {
			return src, doc
		}
		for _, i := range slices.Backward(at) {
			src = slices.Insert(src, i, '\\')
		}
	}
}

// rawMarkup returns, in order, where a backslash takes the meaning from raw
// HTML and pictures.
func rawMarkup(doc ast.Node, src []byte) []int {
	var at []int
	mark := func(segments ...gmtext.Segment) {
		for _, s := range segments {
			for i := s.Start; i < s.Stop; i++ {
				if src[i] == '<' {
					at = append(at, i)
				}
			}
		}
	}
	pictures := false
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML:
			mark(n.Segments.Sliced(0, n.Segments.Len())...)
		case *ast.HTMLBlock:
			mark(n.Lines().Sliced(0, n.Lines().Len())...)
			if n.HasClosure() {
				mark(n.ClosureLine)
			}
		case *ast.Image:
			pictures = true
		}
		return ast.WalkContinue, nil
	})
	if pictures {
		for i := 0; i+1 < len(src); i++ {
			if src[i] == '!' && src[i+1] == '[' && (i == 0 || src[i-1] != '\\') {
				at = append(at, i+1)
			}
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// proseHTML renders Markdown as HTML.
func proseHTML(source string) (string, error) {
	src, doc := parseProse(source)
	var b bytes.Buffer
	if err := goldmark.DefaultRenderer().Render(&b, src, doc); err != nil {
		return "", fmt.Errorf("prose: %w", err)
	}
	return b.String(), nil
}

// proseMarkdown is the Markdown for a Markdown page.
func proseMarkdown(source string) string {
	src, _ := parseProse(source)
	return strings.Trim(string(src), "\n")
}
