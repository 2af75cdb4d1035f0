package notebook

import (
	"fmt"
	"io"
)

// A Picture draws itself. growthplot.Page is one.
//
// SVG and PNG of one picture are never called at the same time; those of
// different pictures are.
type Picture interface {
	SVG(w io.Writer) error
	PNG(w io.Writer) error
	// Alt is what the picture says, in words, for those who do not see it.
	Alt() string
}

// A Chart is a picture on a page, written to charts/Name.svg and
// charts/Name.png.
type Chart struct {
	Name    string // file name: lower-case letters, digits and hyphens
	Picture Picture
	// Data is the table of the figures in the picture. It folds out below the
	// chart on an HTML page, and is written to tables/Data.Name.csv, or its own
	// Data is, and linked. Nil means there is none.
	Data *Table
}

func (c Chart) check() error {
	if err := checkName("chart", c.Name); err != nil {
		return err
	}
	if c.Picture == nil {
		return fmt.Errorf("chart %q has no picture", c.Name)
	}
	if c.Data == nil {
		return nil
	}
	if c.Data.csvPath() == "" {
		return fmt.Errorf("chart %q: its data has no name", c.Name)
	}
	if err := c.Data.check(); err != nil {
		return fmt.Errorf("chart %q: %w", c.Name, err)
	}
	return nil
}

func (c Chart) svgPath() string { return "charts/" + c.Name + ".svg" }
func (c Chart) pngPath() string { return "charts/" + c.Name + ".png" }

// csvPath is where the figures of the chart are, "" for nowhere.
func (c Chart) csvPath() string {
	if c.Data == nil {
		return ""
	}
	return c.Data.csvPath()
}
