package notebook_test

import (
	"bytes"
	"strings"
	"testing"

	"smartcity/examples/notebook"
)

// Raw HTML and pictures in prose are shown, not obeyed, in every rendering.
func TestProseHasNoMarkup(t *testing.T) {
	for _, prose := range []string{
		"a <b>bold</b> word", "<script>\nalert(1)\n</script>", "<!-- hidden -->", "<div>\n\n<p>x</p>\n</div>", "> <i>q</i>\n> <img src=x>",
		"- <u>x</u>\n\n  <pre>\n  y\n  </pre>", "![alt](http://evil.example/x.png)", "[a ![b](http://evil.example/y.png)](z)", "<a<b><c>", "<?php x ?>", "<![CDATA[x]]>", "</div>",
	} {
		p := notebook.Page{Title: "t", Blocks: []notebook.Block{notebook.Prose(prose)}}
		var page, md, term bytes.Buffer
		if err := notebook.HTML(&page, p); err != nil {
			t.Fatal(err)
		}
		if err := notebook.Markdown(&md, p); err != nil {
			t.Fatal(err)
		}
		if err := notebook.Terminal(&term, p, notebook.TerminalOptions{}); err != nil {
			t.Fatal(err)
		}
		_, elements := htmlText(t, page.String())
		_, fromMarkdown := markdownText(t, md.String())
		for _, e := range []string{"b", "i", "u", "script", "img", "pre", "c"} {
			if elements[e]+fromMarkdown[e] > map[string]int{"script": 1}[e] { // the page's own
				t.Errorf("%q makes <%s>:\n%s", prose, e, md.String())
			}
		}
		if strings.Contains(page.String(), "raw HTML omitted") {
			t.Errorf("%q is swallowed", prose)
		}
		for _, word := range []string{"bold", "alert(1)", "hidden", "evil.example/x"} {
			if strings.Contains(prose, word) && !strings.Contains(term.String(), word) {
				t.Errorf("%q lost %q on the terminal: %s", prose, word, term.String())
			}
		}
	}
}

func TestTerminalProse(t *testing.T) {
	prose := "One *two* **three** `four  *five*` [six](http://x.dk) <http://y.dk> 7&nbsp;8 \\*nine\\* \\&amp;\nsoft  \nhard\n\n1. first\n2. second line that is long enough to be broken over two lines\n\n   paragraph\n\n> quoted\n\n    code\n\n---\n\n### Head\n"
	want := `One two three four  *five* six (http://x.dk)
http://y.dk 7 8 *nine* &amp; soft
hard

1. first

2. second line that is long enough to be broken
   over two lines

   paragraph

> quoted

    code

──────────────────────────────────────────────────

Head
`
	want = strings.Replace(want, "7 8", "7\u00a08", 1)
	var b bytes.Buffer
	if err := notebook.Terminal(&b, notebook.Page{Title: "t", Blocks: []notebook.Block{notebook.Prose(prose)}}, notebook.TerminalOptions{Width: 50}); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimPrefix(b.String(), "t\n\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
