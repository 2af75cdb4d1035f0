package notebook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// inlineSVG makes an SVG file part of an HTML page: prolog and comments go,
// every id and every reference to one gets a prefix of its own, so that two
// charts on a page do not take each other's titles, styles become attributes, and
// the size is left to the style sheet. What could run or fetch something is an error: a chart has no
// script, style sheet, foreign content, event handler or link.
func inlineSVG(raw []byte, prefix, alt string) (string, error) {
	var out bytes.Buffer
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, errors.New("SVG is not UTF-8")
	}
	depth, roots := 0, 0
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", fmt.Errorf("SVG: %w", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
				token.Attr = rootAttributes(token.Attr, alt)
			}
			if depth == 0 && (token.Name.Local != "svg" || roots > 1) {
				return "", fmt.Errorf("SVG: <%s> where one <svg> is expected", token.Name.Local)
			}
			depth++
			if err := startTag(&out, token, prefix); err != nil {
				return "", fmt.Errorf("SVG: %w", err)
			}
		case xml.EndElement:
			depth--
			fmt.Fprintf(&out, "</%s>", qualified(token.Name))
		case xml.CharData:
			if depth > 0 {
				out.WriteString(xmlEscape(string(token)))
			}
		}
	}
	if roots == 0 || depth != 0 {
		return "", errors.New("SVG: not one whole <svg> element")
	}
	return out.String(), nil
}

// rootAttributes drops the size where a viewBox gives the shape, and sees to it
// that a screen reader takes the picture for one and has words for it.
func rootAttributes(attrs []xml.Attr, alt string) []xml.Attr {
	has := func(name string) bool {
		return slices.ContainsFunc(attrs, func(a xml.Attr) bool { return a.Name.Space == "" && a.Name.Local == name })
	}
	role, labelled := has("role"), has("aria-labelledby") || has("aria-label")
	if has("viewBox") {
		attrs = slices.DeleteFunc(slices.Clone(attrs), func(a xml.Attr) bool {
			return a.Name.Space == "" && (a.Name.Local == "width" || a.Name.Local == "height")
		})
	}
	if !role {
		attrs = append(attrs, xml.Attr{Name: xml.Name{Local: "role"}, Value: "img"})
	}
	if !labelled {
		attrs = append(attrs, xml.Attr{Name: xml.Name{Local: "aria-label"}, Value: line(alt)})
	}
	return attrs
}

// presentation turns the style attribute of an element into attributes of its own,
// which the policy of a page does not count as styles.
func presentation(attrs []xml.Attr) ([]xml.Attr, error) {
	at := slices.IndexFunc(attrs, func(a xml.Attr) bool { return a.Name.Space == "" && a.Name.Local == "style" })
	if at < 0 {
		return attrs, nil
	}
	style := attrs[at].Value
	attrs = slices.Delete(slices.Clone(attrs), at, at+1)
	for declaration := range strings.SplitSeq(style, ";") {
		if strings.TrimSpace(declaration) == "" {
			continue
		}
		property, value, _ := strings.Cut(declaration, ":")
		property, value = strings.TrimSpace(property), strings.TrimSpace(value)
		switch property {
		case "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
			"stroke-miterlimit", "opacity", "clip-path", "font-family", "font-size", "font-style", "font-variant", "font-weight", "text-anchor":
		default:
			return nil, fmt.Errorf("style %q is not taken into a page", declaration)
		}
		attrs = slices.DeleteFunc(attrs, func(a xml.Attr) bool { return a.Name.Space == "" && a.Name.Local == property })
		attrs = append(attrs, xml.Attr{Name: xml.Name{Local: property}, Value: value})
	}
	return attrs, nil
}

func startTag(out *bytes.Buffer, e xml.StartElement, prefix string) error {
	switch strings.ToLower(e.Name.Local) {
	case "script", "style", "foreignobject", "iframe", "object", "embed", "link", "meta", "base", "animate", "set":
		return fmt.Errorf("<%s> is not taken into a page", e.Name.Local)
	}
	attrs, err := presentation(e.Attr)
	if err != nil {
		return err
	}
	e.Attr = attrs
	out.WriteString("<" + qualified(e.Name))
	for _, a := range e.Attr {
		value, name := a.Value, strings.ToLower(a.Name.Local)
		switch {
		case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
			// names a namespace and is never fetched
		case strings.HasPrefix(name, "on"):
			return fmt.Errorf("attribute %s is not taken into a page", a.Name.Local)
		case name == "href" || name == "src":
			id, inside := strings.CutPrefix(value, "#")
			if !inside {
				return fmt.Errorf("link to %q is not taken into a page", value)
			}
			value = "#" + prefix + id
		case name == "id":
			value = prefix + value
		case name == "aria-labelledby" || name == "aria-describedby":
			ids := strings.Fields(value)
			for i := range ids {
				ids[i] = prefix + ids[i]
			}
			value = strings.Join(ids, " ")
		case strings.Contains(value, "url("):
			if strings.Count(value, "url(") != strings.Count(value, "url(#") {
				return fmt.Errorf("%s=%q is not taken into a page", a.Name.Local, value)
			}
			value = strings.ReplaceAll(value, "url(#", "url(#"+prefix)
		}
		fmt.Fprintf(out, ` %s="%s"`, qualified(a.Name), xmlEscape(value))
	}
	out.WriteString(">")
	return nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\r", "&#13;")

func xmlEscape(s string) string { return xmlEscaper.Replace(s) }
