package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"smartcity/growth/locale"
)

// writeOverview writes the picture of the README.
func writeOverview(ctx context.Context, path string, lang locale.Language) error {
	d, err := load(ctx, lang)
	if err != nil {
		return err
	}
	svg, err := d.overview()
	if err != nil {
		return err
	}
	return os.WriteFile(path, svg, 0o644)
}

// overview is some of the charts as one picture, three beside each other.
func (d *data) overview() ([]byte, error) {
	const width, height, gap = 800, 500, 32 // of a standard chart, in CSS pixels
	var inside bytes.Buffer
	shown := 0
	for _, c := range charts() {
		if !c.overview {
			continue
		}
		page, err := c.draw(d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		x, y := gap+shown%3*(width+gap), gap+shown/3*(height+gap)
		fmt.Fprintf(&inside, "<g transform=\"translate(%d %d)\">\n", x, y)
		if err := page.SVG(&inside); err != nil {
			return nil, fmt.Errorf("%s: %w", c.name, err)
		}
		inside.WriteString("</g>\n")
		shown++
	}
	w, h := gap+3*(width+gap), gap+(shown+2)/3*(height+gap)
	return fmt.Appendf(nil, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %[1]d %[2]d\" width=\"%[1]d\" height=\"%[2]d\">\n<rect width=\"%[1]d\" height=\"%[2]d\" fill=\"#E4E9ED\"/>\n%[3]s</svg>\n",
		w, h, &inside), nil
}
