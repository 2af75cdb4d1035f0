package notebook

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// AddPage renders a page into the folder: base.html, base.md, charts/NAME.svg
// and charts/NAME.png for every chart, tables/NAME.csv for every table that has
// a name and for the data of charts and tables. Charts are drawn on all cores;
// the bytes do not depend on how many. Two pages of a folder may share a chart or
// table of the same bytes.
//
// It draws nothing more once ctx is done, and adds nothing unless all of it
// succeeded.
func (f *Folder) AddPage(ctx context.Context, base string, p Page) error {
	if err := checkName("page", base); err != nil {
		return fmt.Errorf("notebook: %w", err)
	}
	if err := p.check(); err != nil {
		return err
	}
	charts := pageCharts(p)
	drawn, err := draw(ctx, charts)
	if err != nil {
		return err
	}
	svg := map[string][]byte{}
	staged := Folder{files: map[string][]byte{}}
	for i, c := range charts {
		svg[c.Name] = drawn[i].svg
		staged.files[c.svgPath()] = drawn[i].svg
		staged.files[c.pngPath()] = drawn[i].png
	}
	tables, err := p.tables()
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := staged.Add(t.csvPath(), t.WriteCSV); err != nil {
			return err
		}
	}
	var html, markdown bytes.Buffer
	if err := writeHTML(&html, p, svg); err != nil {
		return err
	}
	if err := Markdown(&markdown, p); err != nil {
		return err
	}
	staged.files[base+".html"] = html.Bytes()
	staged.files[base+".md"] = markdown.Bytes()
	for _, name := range staged.planned() {
		if old, ok := f.files[name]; ok && !bytes.Equal(old, staged.files[name]) {
			return fmt.Errorf("notebook: two different files %s", name)
		}
	}
	for _, name := range staged.planned() {
		f.files[name] = staged.files[name]
	}
	return nil
}

func pageCharts(p Page) []Chart {
	var charts []Chart
	for _, b := range p.Blocks {
		if c, ok := b.(Chart); ok {
			charts = append(charts, c)
		}
	}
	return charts
}

type drawing struct {
	svg, png []byte
	err      error
}

// draw draws every chart into a slot of its own. The error is the first in the
// order of the page, whichever chart failed first.
func draw(ctx context.Context, charts []Chart) ([]drawing, error) {
	drawn := make([]drawing, len(charts))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(charts)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(charts); i = next.Add(1) - 1 {
				drawn[i] = drawOne(ctx, charts[i])
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, d := range drawn {
		if d.err != nil {
			return nil, d.err
		}
	}
	return drawn, nil
}

func drawOne(ctx context.Context, c Chart) drawing {
	if ctx.Err() != nil {
		return drawing{}
	}
	var svg, png bytes.Buffer
	if err := c.Picture.SVG(&svg); err != nil {
		return drawing{err: fmt.Errorf("notebook: chart %q: %w", c.Name, err)}
	}
	if err := c.Picture.PNG(&png); err != nil {
		return drawing{err: fmt.Errorf("notebook: chart %q: %w", c.Name, err)}
	}
	return drawing{svg: svg.Bytes(), png: png.Bytes()}
}
