package notebook

import (
	"strings"
	"testing"
)

func TestInlineSVG(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{
			`<?xml version="1.0"?><!DOCTYPE svg><!-- c --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1" height="2" viewBox="0 0 1 2" role="img" aria-labelledby="a b"><title id="a">x &lt; y &amp; "z"</title><use xlink:href="#b"/><g clip-path="url(#c)" fill="red" style="fill:url(#d); stroke-width:0.75;"/></svg>`,
			`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 2" role="img" aria-labelledby="p-a p-b"><title id="p-a">x &lt; y &amp; &#34;z&#34;</title><use xlink:href="#p-b"></use><g clip-path="url(#p-c)" fill="url(#p-d)" stroke-width="0.75"></g></svg>`,
		},
		{`<svg width="1" height="2"/>`, `<svg width="1" height="2" role="img" aria-label="a &#34;b&#34;"></svg>`},
	} {
		got, err := inlineSVG([]byte(test.in), "p-", `a "b"`)
		if err != nil || got != test.want {
			t.Errorf("got %s, %v\nwant %s", got, err, test.want)
		}
	}
	for in, want := range map[string]string{
		``:                                             "not one whole",
		`<svg>`:                                        "not one whole",
		`<svg/><svg/>`:                                 "one <svg> is expected",
		`<html/>`:                                      "<html> where one <svg>",
		`<svg><script>x</script></svg>`:                "<script>",
		`<svg><foreignObject/></svg>`:                  "<foreignObject>",
		`<svg><style>@import "x"</style></svg>`:        "<style>",
		`<svg onload="x()"/>`:                          "onload",
		`<svg><image href="http://e/x"/></svg>`:        "http://e/x",
		`<svg><g fill="url(http://e/x)"/></svg>`:       "http://e/x",
		`<svg><a x:href="javascript:x"/></svg>`:        "javascript:x",
		`<svg><g a=1></svg>`:                           "SVG",
		`<svg><g style="all:unset"/></svg>`:            "all:unset",
		`<svg><g style="fill:url(http://e/x)"/></svg>`: "http://e/x",
	} {
		if got, err := inlineSVG([]byte(in), "p-", ""); err == nil || !strings.Contains(err.Error(), want) || got != "" {
			t.Errorf("%s gives %q, %v: want an error with %q", in, got, err, want)
		}
	}
}
