package main

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// tolerance is how far a number of a picture may be from the one expected, in
// points: no more than a rounding that differs between processors would make.
const tolerance = 0.01

// differs says where two SVG pictures differ: in their elements, attributes and
// texts, which are to be the same, or in a number of an attribute by more than the
// tolerance. It is "" where they do not. Ids are made of all that is drawn, and may
// differ where each element has one of its own.
func differs(got, want []byte) string {
	a, b := xml.NewDecoder(bytes.NewReader(got)), xml.NewDecoder(bytes.NewReader(want))
	for {
		x, err := a.Token()
		y, err2 := b.Token()
		if err == io.EOF && err2 == io.EOF {
			return ""
		}
		if err != nil || err2 != nil {
			return fmt.Sprintf("one ends: %v, %v", err, err2)
		}
		switch x := x.(type) {
		case xml.StartElement:
			y, ok := y.(xml.StartElement)
			if !ok || x.Name != y.Name || len(x.Attr) != len(y.Attr) {
				return fmt.Sprintf("%v is not %v", x, y)
			}
			for i, p := range x.Attr {
				if q := y.Attr[i]; p.Name != q.Name || !alike(p, q) {
					return fmt.Sprintf("<%s %s=%q> is not %s=%q", x.Name.Local, p.Name.Local, p.Value, q.Name.Local, q.Value)
				}
			}
		case xml.CharData:
			if y, ok := y.(xml.CharData); !ok || string(x) != string(y) {
				return fmt.Sprintf("%q is not %q", x, y)
			}
		case xml.EndElement:
			if y, ok := y.(xml.EndElement); !ok || x.Name != y.Name {
				return fmt.Sprintf("%v is not %v", x, y)
			}
		}
	}
}

// parts of an attribute: a colour is no number, nor is a digit inside a name.
var parts = regexp.MustCompile(`#[0-9A-Fa-f]+|[A-Za-z_]{2,}[0-9]*|-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?|.`)

// alike reports whether attributes are the same but for small differences of numbers.
func alike(p, q xml.Attr) bool {
	if p.Value == q.Value || p.Name.Local == "id" || p.Name.Local == "aria-labelledby" {
		return true
	}
	return slices.EqualFunc(parts.FindAllString(p.Value, -1), parts.FindAllString(q.Value, -1), func(s, t string) bool {
		x, err := strconv.ParseFloat(s, 64)
		y, err2 := strconv.ParseFloat(t, 64)
		return s == t || err == nil && err2 == nil && math.Abs(x-y) <= tolerance
	})
}

// TestDiffers: a golden file that lets everything pass is none.
func TestDiffers(t *testing.T) {
	const svg = `<svg lang="en"><path d="M10.5,20L30,-4.25Z" style="fill:#0B5A8F"/><text id="a" x="1e1">12%</text></svg>`
	for change, same := range map[[2]string]bool{
		{"10.5", "10.509"}: true, {"-4.25", "-4.255"}: true, {`"a"`, `"b"`}: true, {"1e1", "10"}: true,
		{"10.5", "10.52"}: false, {"-4.25", "4.25"}: false, {"#0B5A8F", "#0B5A8E"}: false, {"12%", "13%"}: false, {"L30", "l30"}: false,
		{`lang="en"`, `lang="da"`}: false, {` style="fill:#0B5A8F"`, ""}: false, {"<text", "<g/><text"}: false, {"Z", "L1,1Z"}: false,
		{">12%<", "><"}: false, {"</svg>", "<g/></svg>"}: false,
	} {
		changed := strings.Replace(svg, change[0], change[1], 1)
		if changed == svg {
			t.Fatalf("%q changes nothing", change)
		}
		for _, s := range []string{differs([]byte(changed), []byte(svg)), differs([]byte(svg), []byte(changed))} {
			if (s == "") != same {
				t.Errorf("%q: %q", change, s)
			}
		}
	}
}
